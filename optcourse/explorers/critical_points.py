"""Lesson 01: a point on a surface, and the loss and its Taylor model on two lines through it."""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array
from matplotlib.lines import Line2D

from optcourse import landscapes, taylor, trees
from optcourse.explorers.artists import empty_line, start_mark
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import choice, point
from optcourse.explorers.explorer import Explorer
from optcourse.figures import landscapes as draw
from optcourse.figures import style

LANDSCAPES = {
    landscapes.ALL[name].name: landscapes.ALL[name]
    for name in (
        "lee",
        "bowl",
        "saddle",
        "monkey_saddle",
        "plateau",
        "himmelblau",
        "six_hump_camel",
    )
}
SNAP = 0.028  # to a critical point, as a share of the window: the ring that hides it, 11 pixels
ZERO_TOLERANCE = 1e-4  # beside the larger eigenvalue
REACH = 0.16  # of each line through the point, as a share of the window
ORDERS = ("order 0: height", "order 1: slope", "order 2: curvature")
BENDS = {  # of the loss along an eigenvector, by the sign of its eigenvalue
    "up": {"color": style.POSITIVE_CURVATURE, "linestyle": "-"},
    "down": {"color": style.NEGATIVE_CURVATURE, "linestyle": (0, (3, 1))},
    "not": {"color": style.GRAY, "linestyle": "-"},
}
KNOWN = {  # what the critical points are, where the Hessian leaves it undecided
    "minimum": "this is a minimum",
    "maximum": "this is a maximum",
    "saddle": "this is a saddle",
    "flat": "all around is flat",
}


@style.house()
def surface() -> Explorer:
    """Drag a point: its kind, the Hessian's eigenvectors, and loss and Taylor model along them."""
    figure, (flat, cut) = _surface_panels()
    computation = Computation(
        name="surface",
        compute=surface_frame,
        artists=_surface_artists(flat, cut),
        sentences=SURFACE_SENTENCES,
        goals=SURFACE_GOALS,
        words=SURFACE_WORDS,
    )

    def still(landscape):
        drawn = LANDSCAPES[landscape]
        draw.contours(flat, drawn)
        draw.critical_points(flat, drawn)
        longest = REACH * np.ptp(drawn.window, axis=1).max()
        cut.set_xlim(-longest, longest)

    controls = [
        point("w", flat, (1.0, -0.9), "point"),
        choice("landscape", tuple(LANDSCAPES), landscapes.lee.name, redraws=True),
        choice("order", ORDERS, ORDERS[2], "Taylor model of"),
    ]
    alt = "A loss as contours, with the Hessian's eigenvectors at a movable point; "
    alt += "and the loss along them, beside its Taylor model."
    return computed_explorer(figure, computation, controls, alt, still)


def _surface_panels():
    """(figure, axes): the landscape, and the loss along two lines."""
    figure, (flat, cut) = style.new(2, width=9.4, height=4.3)
    # As wide for every landscape: the layout is settled once.
    flat.xaxis.set_major_formatter("{x:.1f}")
    flat.yaxis.set_major_formatter("{x:.1f}")
    cut.axhline(0, color=style.LIGHT, linewidth=1)
    cut.plot(0, 0, "o", color=style.BLACK, markersize=5, zorder=6)
    cut.set(ylim=(-1.15, 1.15), yticks=(-1, 0, 1), yticklabels=["−0.0005"] * 3)
    cut.tick_params(axis="y", labelcolor="none")  # `_surface_artists` has numbers that move
    cut.set(xlabel="distance from the point, along each line (right: +)", ylabel="loss")
    above = {"frameon": False, "fontsize": 9, "loc": "lower left", "bbox_to_anchor": (0, 1)}
    looks = [BENDS["up"] | {"linewidth": 2.5}, BENDS["down"] | {"linewidth": 2.5}, MODEL]
    handles = [Line2D([], [], **look) for look in looks]
    cut.legend(handles, ["curves up", "curves down", "model"], ncols=3, **above)
    return figure, (flat, cut)


MODEL = {"color": style.PURPLE, "linestyle": (0, (1, 1)), "linewidth": 2.2}


def _surface_artists(flat, cut) -> dict:
    """Both lines and the loss along them, in the look of how it bends there; model and numbers."""
    artists = {"point": start_mark(flat, zorder=7)}
    for bend, look in BENDS.items():
        artists[f"{bend} line"] = empty_line(flat, **look, linewidth=2.5, zorder=4)
        artists[f"{bend} loss"] = empty_line(cut, **look, linewidth=2.5, zorder=4)
    centered = {"fontsize": 9, "ha": "center", "va": "center", "bbox": style.TEXT_HALO}
    for i in (0, 1):
        artists[f"label {i}"] = flat.text(0, 0, "", zorder=6, **centered)
    artists["model"] = empty_line(cut, zorder=5, **MODEL)
    beside = {"transform": cut.get_yaxis_transform(), "ha": "right", "va": "center", "fontsize": 9}
    ticks = [cut.text(-0.02, height, "", **beside) for height in (-1, 0, 1)]
    return artists | {f"tick {i}": tick for i, tick in enumerate(ticks)}


SURFACE_WORDS = {
    **{f"label {i}": f"λ = {{eigenvalues[{i}]:.3g}}" for i in (0, 1)},
    **{f"tick {i}": f"{{heights[{i}]:.3g}}" for i in range(3)},
}
UNDECIDED = "Undecided: an eigenvalue is zero, so the Hessian cannot tell"
SURFACE_SENTENCES = {
    "not critical": "Not critical: the gradient has length {length:.3g}.",
    "saddle": "Saddle: one eigenvalue is negative ({eigenvalues[0]:.3g}), "
    "one positive ({eigenvalues[1]:.3g}).",
    "undecided": f"{UNDECIDED}.",
    "minimum": "Minimum: both eigenvalues are positive "
    "({eigenvalues[0]:.3g} and {eigenvalues[1]:.3g}).",
    "maximum": "Maximum: both eigenvalues are negative "
    "({eigenvalues[0]:.3g} and {eigenvalues[1]:.3g}).",
    **{f"undecided {kind}": f"{UNDECIDED} that {what}." for kind, what in KNOWN.items()},
}
SURFACE_GOALS = [
    "find a saddle",
    "find a minimum that the Hessian proves",
    "land on a marked point that the Hessian leaves undecided",
]


class Ways(NamedTuple):
    """Both eigenvectors of the Hessian as lines through a point, which snapped to a mark near it.

    known: the index of that mark's kind in KNOWN, or -1; eigenvalues (2,): 0 where it is tiny
    beside the other; s (2, points): the distances of lines (2, points, 2) from the point;
    label_places (2, 2).
    """

    known: Array
    expansion: taylor.Expansion
    eigenvalues: Array
    s: Array
    lines: Array
    label_places: Array


def surface_frame(w, landscape, order) -> Frame:
    """What `surface` computes, from the values of its controls."""
    losses = [each.loss for each in LANDSCAPES.values()]
    loss = lambda w: jax.lax.switch(landscape, losses, w)
    ways = _ways(loss, landscape, w)
    expansion, eigenvalues = ways.expansion, ways.eigenvalues
    length = trees.norm(expansion.gradient)
    kind = taylor.kind_index(length, eigenvalues, gradient_tolerance=1e-2)
    saddle, undecided, minimum = (kind == i for i in (1, 2, 3))
    marked_and_undecided = undecided & (ways.known >= 0)
    losses = jax.vmap(jax.vmap(loss))(ways.lines)
    models = [jax.vmap(jax.vmap(partial(expansion, order=k)))(ways.lines) for k in range(3)]
    largest = jnp.max(jnp.abs(losses - expansion.value))
    scale = jnp.maximum(largest, 0.01)  # where it is flat, a flat line
    along = lambda values: jnp.stack([ways.s, (values - expansion.value) / scale], axis=2)
    return Frame(
        points=_way_points(ways, along(losses), along(jnp.stack(models)[order])),
        sentence=jnp.where(marked_and_undecided, len(taylor.KINDS) + ways.known, kind),
        facts={
            "eigenvalues": eigenvalues,
            "length": length,
            "heights": expansion.value + scale * jnp.array([-1, 0, 1]),
        },
        goals=[saddle, minimum, marked_and_undecided],
    )


def _ways(loss, landscape, w) -> Ways:
    low, high = jnp.array([each.window for each in LANDSCAPES.values()])[landscape].T
    w, known = snap(landscape, w, high - low)
    expansion = taylor.expand(loss, w)
    eigenvalues, directions = jnp.linalg.eigh(expansion.hessian)
    zero = ZERO_TOLERANCE * jnp.max(jnp.abs(eigenvalues))
    # To the right, or straight up: the sign of an eigenvector is ours to choose.
    x, y = directions
    u = (directions * jnp.where(jnp.abs(x) > 1e-3, jnp.sign(x), jnp.sign(y))).T
    # Where both eigenvalues are equal, any two directions will do.
    u = jnp.where(eigenvalues[1] - eigenvalues[0] <= zero, jnp.eye(2), u)
    reach = REACH / jnp.linalg.norm(u / (high - low), axis=1, keepdims=True)
    s = jnp.linspace(-1, 1, 41) * reach
    return Ways(
        known=known,
        expansion=expansion,
        eigenvalues=jnp.where(jnp.abs(eigenvalues) <= zero, 0, eigenvalues),
        s=s,
        lines=w + s[:, :, None] * u[:, None],
        label_places=_label_places(w, 1.5 * reach * u, low, high),
    )


MARKS = [(i, mark) for i, each in enumerate(LANDSCAPES.values()) for mark in each.critical_points]


def snap(landscape, w, scale):
    """(w, kind): a critical point if one is near, the index of its kind in KNOWN; else w, -1."""
    places = jnp.array([mark.w for _, mark in MARKS])
    kinds = jnp.array([[*KNOWN].index(mark.kind) for _, mark in MARKS])
    is_mine = jnp.array([i for i, _ in MARKS]) == landscape
    distances = jnp.where(is_mine, jnp.linalg.norm((places - w) / scale, axis=1), jnp.inf)
    nearest = jnp.argmin(distances)
    is_near = distances[nearest] < SNAP
    return jnp.where(is_near, places[nearest], w), jnp.where(is_near, kinds[nearest], -1)


def _label_places(w, ways, low, high):
    """Beyond the end of each line, or before its beginning where there is more room for it."""
    margin = (high - low) * jnp.array([0.1, 0.05])
    both = jnp.stack([w + ways, w - ways])
    places = jnp.clip(both, low + margin, high - margin)
    shifts = jnp.sum(((places - both) / (high - low)) ** 2, axis=2, keepdims=True)
    return jnp.where(shifts[0] <= shifts[1], places[0], places[1])


def _way_points(ways, losses, model) -> dict:
    """Where both lines go, and what is along them, each at the artist for how the loss bends."""
    end = jnp.full((2, 1, 2), jnp.nan)  # of a line, so that it is not joined to the next
    one_by_one = lambda rows: jnp.concatenate([rows, end], axis=1).reshape(-1, 2)
    points = {"point": ways.expansion.point[None], "model": one_by_one(model)}
    for bend, sign in zip(BENDS, (1, -1, 0)):
        mine = (jnp.sign(ways.eigenvalues) == sign)[:, None, None]
        points[f"{bend} line"] = one_by_one(jnp.where(mine, ways.lines, jnp.nan))
        points[f"{bend} loss"] = one_by_one(jnp.where(mine, losses, jnp.nan))
    return points | {f"label {i}": place[None] for i, place in enumerate(ways.label_places)}
