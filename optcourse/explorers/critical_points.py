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
        "rastrigin",
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
    flat.yaxis.set_major_formatter("{x:.1f}")
    cut.axhline(0, color=style.LIGHT, linewidth=1)
    cut.plot(0, 0, "o", color=style.BLACK, markersize=5, zorder=6)
    cut.set(ylim=(-1.15, 1.15), yticks=(-1, 0, 1), yticklabels=["−0.0005"] * 3)
    cut.tick_params(axis="y", labelcolor="none")  # `_surface_artists` has numbers that move
    cut.set(xlabel="distance from the point, along each line", ylabel="loss")
    above = {"frameon": False, "fontsize": 9, "loc": "lower left", "bbox_to_anchor": (0, 1)}
    handles = [Line2D([], [], color=style.BLACK, linewidth=2.5), Line2D([], [], **MODEL)]
    cut.legend(handles, ["loss", "Taylor model"], ncols=2, **above)
    return figure, (flat, cut)


MODEL = {"color": style.PURPLE, "linestyle": (0, (1, 1)), "linewidth": 2.2}


def _surface_artists(flat, cut) -> dict:
    """Both lines and the loss along them, in the look of how it bends there; model and numbers."""
    artists = {"point": start_mark(flat, zorder=7)}
    centered = {"fontsize": 9, "ha": "center", "va": "center", "bbox": style.TEXT_HALO}
    for bend, look in BENDS.items():
        artists[f"{bend} line"] = empty_line(flat, **look, linewidth=2.5, zorder=4)
        artists[f"{bend} loss"] = empty_line(cut, **look, linewidth=2.5, zorder=4)
        for i in (0, 1):
            label = flat.text(0, 0, "", color=look["color"], zorder=6, **centered)
            artists[f"{bend} label {i}"] = label
    artists["model"] = empty_line(cut, zorder=5, **MODEL)
    beside = {"transform": cut.get_yaxis_transform(), "ha": "right", "va": "center", "fontsize": 9}
    ticks = [cut.text(-0.02, height, "", **beside) for height in (-1, 0, 1)]
    return artists | {f"tick {i}": tick for i, tick in enumerate(ticks)}


SURFACE_WORDS = {f"tick {i}": f"{{heights[{i}]:.3g}}" for i in range(3)}
for bend in BENDS:
    for i in (0, 1):
        SURFACE_WORDS[f"{bend} label {i}"] = f"λ = {{eigenvalues[{i}]:.3g}}"
UNDECIDED = "Undecided: an eigenvalue is zero, so the Hessian cannot tell"
SURFACE_SENTENCES = {
    "not critical": "Not critical: the gradient has length {length:.2g}.",
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


class View(NamedTuple):
    """What is seen from a point of a landscape, once it has snapped to a critical point near it.

    known: the index of that one's kind in KNOWN, or -1; eigenvalues (2,): 0 for what is zero beside
    the larger; along the eigenvectors: s (2, points) the distances, lines (2, points, 2), and
    losses (2, points); label_places (2, 2).
    """

    known: Array
    expansion: taylor.Expansion
    eigenvalues: Array
    s: Array
    lines: Array
    losses: Array
    label_places: Array


def surface_frame(w, landscape, order) -> Frame:
    """What `surface` computes, from the values of its controls."""
    looks = [partial(_look, each) for each in LANDSCAPES.values()]
    view = jax.lax.switch(landscape, looks, w)
    expansion, eigenvalues = view.expansion, view.eigenvalues
    length = trees.norm(expansion.gradient)
    kind = taylor.kind_index(length, eigenvalues, gradient_tolerance=1e-2)
    saddle, undecided, minimum = (kind == i for i in (1, 2, 3))
    marked_and_undecided = undecided & (view.known >= 0)
    largest = jnp.max(jnp.abs(view.losses - expansion.value))
    scale = jnp.maximum(largest, 1e-6)  # flat all around: a line at 0
    along = lambda losses: jnp.stack([view.s, (losses - expansion.value) / scale], axis=2)
    curves = along(view.losses), along(_model(expansion, view.lines, order))
    return Frame(
        points={"point": expansion.point[None], **_line_points(view, *curves)},
        sentence=jnp.where(marked_and_undecided, len(taylor.KINDS) + view.known, kind),
        facts={
            "eigenvalues": eigenvalues,
            "length": length,
            "heights": expansion.value + scale * jnp.array([-1, 0, 1]),
        },
        goals=[saddle, minimum, marked_and_undecided],
    )


def _look(landscape, w) -> View:
    w, known = snap(landscape, w)
    expansion = taylor.expand(landscape.loss, w)
    eigenvalues, directions = jnp.linalg.eigh(expansion.hessian)
    zero = ZERO_TOLERANCE * jnp.max(jnp.abs(eigenvalues))
    # To the right, or straight up: the sign of an eigenvector is ours to choose.
    x, y = directions
    ways = (directions * jnp.where(jnp.abs(x) > 1e-3, jnp.sign(x), jnp.sign(y))).T
    # Where both eigenvalues are equal, any two directions will do.
    is_round = eigenvalues[1] - eigenvalues[0] <= zero
    ways = jnp.where(is_round, jnp.eye(2), ways)
    reach = REACH / jnp.linalg.norm(ways / np.ptp(landscape.window, axis=1), axis=1)
    s = jnp.linspace(-1, 1, 41) * reach[:, None]
    lines = w + s[:, :, None] * ways[:, None]
    return View(
        known=known,
        expansion=expansion,
        eigenvalues=jnp.where(jnp.abs(eigenvalues) <= zero, 0, eigenvalues),
        s=s,
        lines=lines,
        losses=jax.vmap(jax.vmap(landscape.loss))(lines),
        label_places=_label_places(landscape, w, 1.5 * reach[:, None] * ways),
    )


def snap(landscape, w):
    """(w, kind): a critical point if one is near, the index of its kind in KNOWN; else w, -1."""
    places = jnp.array([point.w for point in landscape.critical_points])
    kinds = jnp.array([[*KNOWN].index(point.kind) for point in landscape.critical_points])
    scale = jnp.array(np.ptp(landscape.window, axis=1))
    distances = jnp.sqrt(jnp.sum(((places - w) / scale) ** 2, axis=1))
    nearest = jnp.argmin(distances)
    is_near = distances[nearest] < SNAP
    return jnp.where(is_near, places[nearest], w), jnp.where(is_near, kinds[nearest], -1)


def _label_places(landscape, w, ways):
    """Beyond the end of each line, or its beginning where that is outside; inside the window."""
    low, high = np.array(landscape.window).T
    margin = np.array([0.1, 0.05]) * (high - low)
    ends = w + ways
    is_outside = jnp.any((ends < low + margin) | (high - margin < ends), axis=1)
    return jnp.clip(jnp.where(is_outside[:, None], w - ways, ends), low + margin, high - margin)


def _model(expansion, lines, order):
    """The Taylor model of this order along the lines."""
    models = [jax.vmap(jax.vmap(partial(expansion, order=k)))(lines) for k in range(len(ORDERS))]
    return jnp.stack(models)[order]


def _line_points(view, losses, model) -> dict:
    """Where both lines go, and what is along them, each at the artist for how the loss bends."""
    end = jnp.full((2, 1, 2), jnp.nan)  # of a line, so that it is not joined to the next
    one_by_one = lambda rows: jnp.concatenate([rows, end], axis=1).reshape(-1, 2)
    points = {"model": one_by_one(model)}
    for bend, sign in zip(BENDS, (1, -1, 0)):
        mine = (jnp.sign(view.eigenvalues) == sign)[:, None]
        of_mine = lambda rows, mine=mine: jnp.where(mine[:, None], rows, jnp.nan)
        points[f"{bend} line"] = one_by_one(of_mine(view.lines))
        points[f"{bend} loss"] = one_by_one(of_mine(losses))
        for i, place in enumerate(jnp.where(mine, view.label_places, jnp.nan)):
            points[f"{bend} label {i}"] = place[None]
    return points
