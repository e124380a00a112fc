"""Lesson 07: a line of equal sums, slid along a front; is anything attainable below it?"""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import tradeoffs
from optcourse.experiments.linear_combinations import fronts as measured
from optcourse.explorers.artists import empty_line
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer
from optcourse.explorers.linear_combinations import half_plane, level_line
from optcourse.figures import linear_combinations as draw
from optcourse.figures import style

FRONTS = ("convex", "concave", "mixed", "concave chunk")
BENDS = np.array([measured.FRONT_PARAMETERS[name] or (0.0, 0.0) for name in FRONTS])
PLACES = np.linspace(0.02, 0.98, 97)  # at an end itself no weight is finite
S = np.linspace(1e-3, 1 - 1e-3, 201)  # where a front is looked at, but for its ends
LOWER = 1e-5  # a sum is lower by more than float32's last digits
PLANE = -0.05, 1.2
SHADED = PLANE[0] + 0.005, PLANE[1]  # inside its axes
PLACE_KINDS = {  # what becomes of a place of the front, at the weight that fits it
    "on the hull": {"color": style.GREEN, "linewidth": 3.5},
    "held": {"color": style.ORANGE, "linewidth": 3.5},
    "saddle": {"color": style.VERMILION, "linewidth": 2, "linestyle": ":"},
}
LEGEND = {
    "on the hull": "lowest of all for its weight",
    "held": "a local minimum, not the lowest",
    "saddle": "a saddle, for the weight that fits it",
}
BALL = {"color": style.BLACK, "markersize": 5, "zorder": 9}  # above the star, where both are
LOWEST = {**draw.STAR_STYLE, "markersize": 19, "zorder": 8, "clip_on": False}  # around the ball
LINE = {"color": style.PURPLE, "linewidth": 1.6, "linestyle": "--", "zorder": 4}
BETTER = {"facecolor": "#e6d5ec", "linewidth": 0, "zorder": 0}
UNATTAINABLE = {"facecolor": "white", "linewidth": 0, "zorder": 1}


@style.house()
def supporting_line() -> Explorer:
    """A place on a front: the outputs there, the line of its weight, the sum along the front."""
    figure, (outputs, plane, along) = style.new(3, width=11.4, height=4.2)
    artists = {
        **_output_artists(outputs),
        **_plane_artists(plane),
        **_sum_artists(along),
        "title": plane.set_title("", fontsize=10),
    }
    for ax, (name, look) in zip((outputs, plane, along), PLACE_KINDS.items()):
        handle = empty_line(ax, **look)
        below = {"loc": "upper center", "bbox_to_anchor": (0.5, -0.16), "frameon": False}
        ax.legend([handle], [LEGEND[name]], fontsize=10, **below)
    computation = Computation(
        name="supporting_line",
        compute=line_frame,
        artists=artists,
        sentences=SENTENCES,
        goals=GOALS,
        words={"title": "dashed: L₁ + {alpha:.2f} L₂ is equal"},
    )
    controls = [
        choice("front", FRONTS, "mixed", "front"),
        slider("place", PLACES, 0.5, "place s on the front"),
    ]
    alt = "Left: the outputs of a model, a curve between two targets. Middle: its front, "
    alt += "and the line of equal sums through a place. Right: the sum all along the front."
    return computed_explorer(figure, computation, controls, alt)


def _output_artists(ax) -> dict:
    targets = {"color": style.BLACK, "markersize": 6, "zorder": 6}
    ax.plot([0, 1], [0, 0], "s", **targets)
    for x, name in ((0, "$a$"), (1, "$b$")):
        ax.text(x, -0.09, name, ha="center", va="top", fontsize=12)
    ax.set(xlim=(-0.15, 1.15), ylim=(-0.25, 1.05), xlabel="output $y_1$", ylabel="output $y_2$")
    ax.set_aspect("equal", adjustable="box")
    ax.set_title("the model's outputs", fontsize=10)
    distance = {"color": style.GRAY, "linewidth": 1.2, "linestyle": "-", "zorder": 3}
    return {
        **_kind_lines(ax, "outputs"),
        "distances": empty_line(ax, **distance),
        "output": empty_line(ax, "o", **BALL),
    }


def _plane_artists(ax) -> dict:
    draw.loss_plane(ax, PLANE[1])
    return {
        "better": ax.fill([0], [0], **BETTER)[0],
        "unattainable": ax.fill([0], [0], **UNATTAINABLE)[0],
        **_kind_lines(ax, "front"),
        "line": empty_line(ax, **LINE),
        "lowest pair": empty_line(ax, **LOWEST),
        "pair": empty_line(ax, "o", **BALL),
    }


def _sum_artists(ax) -> dict:
    ax.set(xlim=(-0.02, 1.02), ylim=(0, 1.1), xlabel="place s on the front")
    ax.set_ylabel("$(L_1 + α L_2)\\,/\\,(1 + α)$")
    ax.set_title("the sum, all along the front", fontsize=10)
    return {
        "sum": empty_line(ax, color=style.BLACK, linewidth=1.8, zorder=3),
        "height": empty_line(ax, **LINE),
        "lowest sum": empty_line(ax, **LOWEST),
        "here": empty_line(ax, "o", **BALL),
    }


def _kind_lines(ax, of: str) -> dict:
    return {f"{name} {of}": empty_line(ax, **look, zorder=3) for name, look in PLACE_KINDS.items()}


SENTENCES = {
    "on the hull": "Lowest of all: with α = {alpha:.2f} nothing is below the line.",
    "held": "Only a local minimum: with α = {alpha:.2f} there are lower sums (shaded).",
    "saddle": "A saddle: with α = {alpha:.2f} its neighbors have lower sums (shaded).",
}
GOALS = [
    "mixed: a local minimum that is not the lowest",
    "mixed: the first place from the left that is the lowest (now s = {place:.2f})",
    "concave chunk: a saddle with α = 1 (now {alpha:.2f})",
]


def line_frame(front, place) -> Frame:
    """A place on a front, the line through it, and what is attainable below."""
    problem, everywhere = tradeoffs.mixed_front(*jnp.asarray(BENDS)[front]), jnp.asarray(S)
    kinds, kind = place_kinds(problem, everywhere), place_kinds(problem, place[None])[0]
    alpha, pair = tradeoffs.multiplier_at(problem, place), problem.losses_at(place)
    pairs, curve = (
        jax.vmap(problem.losses_at)(everywhere),
        jax.vmap(_output_of(problem))(everywhere),
    )
    sums, height = pairs @ _weights(alpha), pair @ _weights(alpha)
    output, lowest = _output_of(problem)(place), jnp.argmin(sums)
    over_s = lambda values: jnp.stack([jnp.asarray(S), values / (1 + alpha)], axis=1)
    points = {
        "distances": jnp.stack([jnp.array([0.0, 0.0]), output, jnp.array([1.0, 0.0])]),
        "output": output[None],
        "better": half_plane(alpha, height, SHADED),
        "unattainable": _unattainable(pairs),
        "line": level_line(alpha, height),
        "lowest pair": pairs[lowest][None],
        "pair": pair[None],
        "sum": over_s(sums),
        "height": jnp.array([(-1.0, 1.0), (2.0, 1.0)]) * jnp.stack([1.0, height / (1 + alpha)]),
        "lowest sum": over_s(sums)[lowest][None],
        "here": jnp.stack([place, height / (1 + alpha)])[None],
    }
    for i, name in enumerate(PLACE_KINDS):
        is_so = kinds == i
        points[f"{name} front"] = _only(pairs, is_so)
        points[f"{name} outputs"] = _only(curve, is_so)
    mixed, chunk = front == FRONTS.index("mixed"), front == FRONTS.index("concave chunk")
    return Frame(
        points=points,
        sentence=kind,
        facts={"alpha": alpha, "place": place, "losses": pair, "lowest": S[0] + S[1] * lowest},
        goals=[
            mixed & (kind == 1),
            mixed & (kind == 0) & (place < 0.425),
            chunk & (kind == 2) & (jnp.abs(alpha - 1) < 0.005),
        ],
    )


def place_kinds(problem, s):
    """Of places s (n,), each at its fitting weight: 0 lowest, 1 a local minimum, 2 a saddle."""
    pairs, everywhere = (jax.vmap(problem.losses_at)(each) for each in (s, jnp.asarray(S)))
    weights = _weights(jax.vmap(lambda s: tradeoffs.multiplier_at(problem, s))(s))
    least = jnp.min(everywhere @ weights.T, axis=0)
    is_lowest = jnp.sum(pairs * weights, axis=1) <= least + LOWER * jnp.sum(weights, axis=1)
    curves_up = jax.vmap(lambda s: tradeoffs.front_curvature(problem, s))(s) > 0
    return jnp.where(curves_up, jnp.where(is_lowest, 0, 1), 2)


def _weights(alpha):
    """(1, α), in a last axis."""
    return jnp.stack([jnp.ones_like(alpha), alpha], axis=-1)


def _output_of(problem):
    """s -> (y₁, y₂) on the front, where y₃ is 0."""
    return lambda s: problem.outputs(problem.point_at(s))[:2]


def _only(rows, mask):
    """The rows of the mask, each with the next one, so that lines of different kinds meet."""
    near = mask | jnp.concatenate([jnp.zeros(1, bool), mask[:-1]])
    return jnp.where(near[:, None], rows, jnp.nan)


def _unattainable(pairs):
    """The corners of what lies below the front, and beyond its ends."""
    low, high = SHADED
    left = jnp.array([(low, low), (low, high), (0.0, high)])
    right = jnp.array([(high, 0.0), (high, low)])
    return jnp.concatenate([left, pairs, right])
