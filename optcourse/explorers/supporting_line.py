"""Lesson 07: a straight line slid against the front: what is lowest, what is held, and saddles."""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array

from optcourse import tradeoffs
from optcourse.experiments.linear_combinations import fronts as measured
from optcourse.explorers.artists import empty_line
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer
from optcourse.explorers.linear_combinations import ALPHAS, STAR
from optcourse.figures import linear_combinations as draw
from optcourse.figures import style

KINDS = "convex", "mixed", "concave chunk", "concave"
BENDS = np.array([measured.FRONT_PARAMETERS[kind] or (0.0, 0.0) for kind in KINDS])  # (k, m)
PARTS = {  # of a front, drawn from the last to the first
    "lowest for some weight": {"color": style.GREEN, "linestyle": "-", "linewidth": 5},
    "a minimum, never the lowest": {"color": style.ORANGE, "linestyle": "-", "linewidth": 3},
    "a saddle (concave)": {"color": style.VERMILION, "linestyle": (0, (1, 1)), "linewidth": 3},
}
SLOTS = 3  # a weighted sum stands still at most so often between the ends of these fronts
S = np.linspace(0, 1, 401)
INSIDE = np.linspace(1e-3, 1 - 1e-3, 401)  # at the ends the slopes are those of one side only
TIE = 0.02  # a difference of sums, divided by 1 + α, up to which two places are equally low
LINE = {"color": style.PURPLE, "linewidth": 1.8, "linestyle": "--", "zorder": 4}
PARALLEL = {**LINE, "linewidth": 1, "linestyle": ":"}
MARKS = {
    "lowest": {**STAR, "markersize": 17},
    "minimum": {**STAR, "markersize": 11, "markerfacecolor": "white", "zorder": 7},
    "saddle": {"linestyle": "none", "zorder": 6, **style.KINDS["saddle"]},
}
LABELS = {
    "lowest": "the lowest",
    "minimum": "another minimum: gradient descent may stop",
    "saddle": "a saddle: it leaves",
}
SENTENCES = {
    "only": "Every method finds L₁ = {lowest[0]:.2f}, L₂ = {lowest[1]:.2f}: the only minimum.",
    "lowest": "The lowest is L₁ = {lowest[0]:.2f}, L₂ = {lowest[1]:.2f}; "
    "there are {count:.0f} minima.",
    "held": "Gradient descent can stop at L₁ = {held[0]:.2f}, L₂ = {held[1]:.2f}; "
    "the lowest is an end.",
    "saddle": "No method stays between the ends: a saddle at L₁ = {saddle[0]:.2f}, "
    "L₂ = {saddle[1]:.2f}.",
    "end": "Nothing stands still between the ends: the sum falls to one of them.",
}
GOALS = [
    "mixed: the lowest between the ends (now at L₁ = {lowest[0]:.2f})",
    "concave chunk: a line that touches at two places (now {gap:.1g} apart)",
    "concave: the weight made for L₁ = 0.8, which has its saddle there (now {saddle[0]:.2f})",
]


@style.house()
def supporting_line() -> Explorer:
    """Turn the line L₁ + α L₂ = const by α, on four fronts: where it touches, the sum is lowest."""
    figure, (outputs, plane) = style.new(2, width=9.4, height=5.2)
    still = _still(outputs, plane)
    computation = Computation(
        name="supporting_line",
        compute=line_frame,
        artists={**_output_artists(outputs), **_loss_artists(plane)},
        sentences=SENTENCES,
        goals=GOALS,
    )
    controls = [
        slider("alpha", ALPHAS, 2.4, "weight α of the second loss"),
        choice("kind", KINDS, "mixed", "front", redraws=True),
    ]
    alt = "A curve of outputs between two points, and its front in the plane of two losses, "
    alt += "in three colors, with a line that touches the front where the sum is lowest."
    return computed_explorer(figure, computation, controls, alt, still)


def _output_artists(ax) -> dict:
    found = {f"{name} output": empty_line(ax, **look) for name, look in MARKS.items()}
    found |= {
        "circle": empty_line(ax, **LINE),
        "center": empty_line(ax, "o", color=style.PURPLE, markersize=4, zorder=4),
    }
    ax.set(xlim=(-0.12, 1.12), ylim=(-0.56, 0.68), aspect="equal")
    ax.set(xlabel="output $y_1$", ylabel="output $y_2$")
    for x, name in ((-0.08, "a"), (1.08, "b")):
        ax.text(x, 0, name, ha="center", va="center", fontsize=11)
    marks = [found[f"{name} output"] for name in MARKS]
    _legend(ax, marks, LABELS.values())
    return found


def _loss_artists(ax) -> dict:
    draw.loss_plane(ax, 1.15)
    lines = {"line": empty_line(ax, **LINE), "parallels": empty_line(ax, **PARALLEL)}
    return lines | {f"{name} losses": empty_line(ax, **look) for name, look in MARKS.items()}


def _legend(ax, lines, labels):
    above = {"loc": "lower left", "bbox_to_anchor": (0, 1), "fontsize": 9, "frameon": False}
    ax.legend(lines, labels, **above)


def _still(outputs, plane):
    """still(kind): draws the curve of outputs and the front, each in three PARTS."""
    gray = {"color": style.LIGHT, "alpha": 0.25, "linewidth": 0, "zorder": 0}
    attained = plane.fill([0], [0], **gray)[0]
    lines = {
        ax: [empty_line(ax, zorder=3 - i / 10, **look) for i, look in enumerate(PARTS.values())]
        for ax in (outputs, plane)
    }
    for ax, ends in ((outputs, ([0, 1], [0, 0])), (plane, ([0, 1], [1, 0]))):
        ax.plot(*ends, "o", color=style.GREEN, markersize=7, zorder=3)
    _legend(plane, lines[plane], PARTS)

    def still(kind):
        k, m = BENDS[KINDS.index(kind)]
        problem, part = tradeoffs.mixed_front(k, m), front_parts(kind)
        losses = np.asarray(jax.vmap(problem.losses_at)(INSIDE))
        attained.set_xy([(0, 9), *np.asarray(problem.front(101)), (9, 0), (9, 9)])
        for ax, curve in ((outputs, np.asarray(outputs_at(k, m, INSIDE))), (plane, losses)):
            for i, line in enumerate(lines[ax]):
                line.set_data(*np.where((part == i)[:, None], curve, np.nan).T)

    return still


def front_parts(kind: str) -> np.ndarray:
    """Which of PARTS each place of INSIDE is, by the only weight that may hold it (7.7)."""
    problem = tradeoffs.mixed_front(*BENDS[KINDS.index(kind)])
    losses = np.asarray(jax.vmap(problem.losses_at)(INSIDE))
    own_weight = np.asarray(tradeoffs.multiplier_at(problem, INSIDE))
    sums = losses[:, 0] + own_weight[:, None] * losses[:, 1]  # rows: weights, columns: places
    is_lowest = np.diag(sums) <= np.min(sums, axis=1) + 1e-5
    curvature = np.asarray(jax.vmap(lambda s: tradeoffs.front_curvature(problem, s))(INSIDE))
    return np.where(curvature <= 0, 2, np.where(is_lowest, 0, 1))


def outputs_at(k, m, s):
    """The first two outputs y on the front, (n, 2), at the places s (n,)."""
    p = s * (1 - s)
    return jnp.stack([s, jnp.sqrt(jnp.maximum(p * (k - m * p), 0))], axis=1)


class Places(NamedTuple):
    """Where a weighted sum stands still: s (5,), the ends last, and what it is there; NaN: nowhere.

    sums: L₁ + α L₂; is_minimum, is_saddle: booleans, both False where there is no such place.
    """

    s: Array
    losses: Array
    sums: Array
    is_minimum: Array
    is_saddle: Array


def stationary_places(problem, alpha) -> Places:
    """Up to SLOTS between the ends, where the slope of the sum along the front turns, and the ends.

    An end is a minimum if the sum rises from there.
    """
    along = lambda s: problem.losses_at(s) @ jnp.stack([1.0, alpha])
    slopes = jax.vmap(jax.grad(along))(jnp.asarray(S, jnp.float32))
    before, after = slopes[:-1], slopes[1:]
    turns = (before < 0) != (after < 0)
    rows = jnp.stack([jnp.argmax(turns & (jnp.cumsum(turns) == i + 1)) for i in range(SLOTS)])
    there = jnp.arange(SLOTS) < jnp.sum(turns)
    share = before[rows] / jnp.where(there, before[rows] - after[rows], 1)
    between = jnp.where(there, (rows + share) / (len(S) - 1), jnp.nan)
    s = jnp.concatenate([between, jnp.array([0.0, 1.0])])
    ends = jnp.stack([slopes[0] > 0, slopes[-1] < 0])
    is_minimum = jnp.concatenate([there & (before[rows] < 0), ends])
    is_saddle = jnp.concatenate([there & (before[rows] >= 0), jnp.zeros(2, bool)])
    losses = jax.vmap(problem.losses_at)(s)
    return Places(s, losses, losses @ jnp.stack([1.0, alpha]), is_minimum, is_saddle)


def line_frame(alpha, kind) -> Frame:
    """The line, the marks of both pictures, the sentence, and whether it reached the goals."""
    k, m = jnp.asarray(BENDS, jnp.float32)[kind]
    found = stationary_places(tradeoffs.mixed_front(k, m), alpha)
    heights = jnp.where(found.is_minimum, found.sums, jnp.inf)
    best, slot = jnp.argmin(heights), jnp.arange(SLOTS + 2)
    others, inner = found.is_minimum & (slot != best), slot < SLOTS
    masks = {"lowest": slot == best, "minimum": others, "saddle": found.is_saddle}
    marks = _marks(masks, outputs_at(k, m, found.s), found.losses)
    held = jnp.argmax(others & inner)
    off = jnp.where(found.is_saddle, jnp.abs(found.losses[:, 0] - 0.8), jnp.inf)
    saddle = jnp.where(jnp.any(found.is_saddle), found.losses[jnp.argmin(off)], 0.0)
    gap = jnp.min(jnp.where(others, found.sums, 100.0) - found.sums[best]) / (1 + alpha)
    at_end = best >= SLOTS
    cases = [
        ~at_end & ~jnp.any(others),
        ~at_end,
        jnp.any(others & inner),
        jnp.any(found.is_saddle),
        True,
    ]
    is_kind = {name: kind == i for i, name in enumerate(KINDS)}
    return Frame(
        points=marks | _equal_sums(alpha, found.sums, best, others & inner),
        sentence=jnp.argmax(jnp.array(cases)),
        facts={
            "lowest": found.losses[best],
            "held": jnp.nan_to_num(found.losses[held]),
            "saddle": saddle,
            "gap": jnp.minimum(gap, 1),
            "count": jnp.sum(found.is_minimum),
        },
        goals=[
            is_kind["mixed"] & ~at_end,
            is_kind["concave chunk"] & (gap < TIE),
            is_kind["concave"] & (jnp.abs(saddle[0] - 0.8) < 0.02),
        ],
    )


def _marks(masks, outputs, losses) -> dict:
    """Each of MARKS at its places, in both pictures."""
    points = {}
    for name, mask in masks.items():
        points[f"{name} output"] = jnp.where(mask[:, None], outputs, jnp.nan)
        points[f"{name} losses"] = jnp.where(mask[:, None], losses, jnp.nan)
    return points


def _equal_sums(alpha, sums, best, of_minima) -> dict:
    """The line of the lowest sum, lines of the minima between the ends, and the lowest's circle.

    Outputs at one distance to the mean (a + α b) / (1 + α) have one sum.
    """
    first = jnp.array([-1.0, 3.0, jnp.nan])
    through = lambda height: jnp.stack([first, (height - first) / alpha], axis=-1)
    center = alpha / (1 + alpha)
    radius = jnp.sqrt(jnp.maximum(sums[best] / (1 + alpha) - center / (1 + alpha), 0))
    angle = jnp.asarray(np.linspace(0, 2 * np.pi, 91), jnp.float32)
    circle = radius * jnp.stack([jnp.cos(angle), jnp.sin(angle)], axis=1)
    heights = jnp.where(of_minima, sums, jnp.nan)
    return {
        "line": through(sums[best])[:2],
        "parallels": jax.vmap(through)(heights).reshape(-1, 2),
        "circle": circle + jnp.stack([center, 0.0]),
        "center": jnp.stack([center, 0.0])[None],
    }
