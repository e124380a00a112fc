"""Lesson 10: a 2 x 2 matrix whose unseen corner runs away, or not, by the start's determinant."""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float
from matplotlib.figure import Figure

from optcourse.experiments.implicit_bias import corner as measured
from optcourse.experiments.implicit_bias.two_by_two import LEAST_NUCLEAR_NORM
from optcourse.explorers.artists import empty_line, start_mark
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import point, slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import implicit_bias as draw
from optcourse.figures import style

PLANE = (-6.0, 6.0), (-2.2, 2.2)
LAST = 1e-3
LOSSES = np.geomspace(1, LAST, 46)
START, DEPTH = (1.2, -0.8), 3
REACH = np.geomspace(1e-2, 2 * PLANE[0][1], 60)  # w₁₁ along a wall
ABOVE = {"facecolor": style.SKY, "alpha": 0.25, "linewidth": 0, "zorder": 0}
WALL = {"color": style.BLUE, "linewidth": 1.2, "linestyle": (0, (4, 2)), "zorder": 2}
PATH = {"color": style.VERMILION, "linewidth": 2, "zorder": 4}
BALL = {"color": style.VERMILION, "markeredgecolor": style.BLACK, "markersize": 9, "zorder": 6}


@style.house()
def two_by_two() -> Explorer:
    """Start, depth, loss: the path of the corner, and the nuclear norm as the loss falls."""
    figure, (plane, norms) = _panels()
    walls = [empty_line(plane, **WALL) for _ in range(2)]
    lines = [empty_line(ax, **PATH) for ax in (plane, norms)]
    balls = [empty_line(ax, "o", **BALL) for ax in (plane, norms)]
    begin = start_mark(plane, zorder=7, clip_on=False)
    notes = [plane.text(0, 0, "", fontsize=9, color=PATH["color"], **side) for side in SIDES]
    title = norms.set_title("depth N = 1", fontsize=10)
    moving = [*walls, *lines, *balls, begin, *notes, title]
    computation = Computation(
        name="two_by_two",
        compute=corner_frame,
        artists=dict(zip(ARTISTS, moving, strict=True)),
        sentences=SENTENCES,
        goals=GOALS,
        words=WORDS,
        runs=("path", "norm", "ball", "ball on the norm"),
    )
    controls = [
        point("start", plane, START, "start (w₁₁, w₂₂)"),
        slider("depth", (1, 2, 3, 4), DEPTH, "depth N"),
        slider("loss", LOSSES, LAST, "train until the loss is", plays=True),
    ]
    alt = "The plane of the unseen corner and the seen one, the starts of positive determinant in "
    alt += "blue, with a path; and the nuclear norm against the loss, beside its law and its least."
    return computed_explorer(figure, computation, controls, alt)


def _panels():
    """(figure, axes): the plane (w₁₁, w₂₂), and the nuclear norm against the loss."""
    figure = Figure(figsize=(9.8, 4.0), layout="constrained")
    figure.get_layout_engine().set(w_pad=0.1)
    plane, norms = (style.despine(ax) for ax in figure.subplots(1, 2, width_ratios=(1.45, 1)))
    plane.axhline(0, color=style.GRAY, linewidth=1, zorder=1)
    plane.plot(0, 0, linestyle="none", zorder=3, **style.KINDS["minimum"])
    for side in (-1, 1):
        wall, far = side * REACH, side * 2 * PLANE[0][1]
        plane.fill([*wall, far, wall[0]], [*measured.SIDE**2 / wall, far, far], **ABOVE)
    small = {"fontsize": 9, "color": style.GRAY}
    plane.text(-5.9, 0.06, "what fits: w₂₂ = 0", va="bottom", **small)
    plane.text(0, -0.22, "least norm", va="top", ha="center", **small)
    for side in (-1, 1):
        place, words = (3.4 * side, 1.8 * side), "det W > 0 at the start"
        plane.text(*place, words, fontsize=10, color=style.BLUE, ha="center")
    plane.text(3.4, -1.9, "dashed: det W = 0, at the ball", ha="center", **small)
    plane.set(xlim=PLANE[0], ylim=PLANE[1])
    plane.set(xlabel="w₁₁ (not seen)", ylabel="w₂₂ (seen: 0)")
    L = np.geomspace(0.1, LAST, 30)
    norms.plot(L, draw.law(L), color=style.LIGHT, linewidth=7, zorder=1)
    norms.axhline(LEAST_NUCLEAR_NORM, color=style.BLACK, linewidth=1, linestyle=":", zorder=1)
    norms.set(xscale="log", yscale="log", xlim=(3.5, 8e-4), ylim=(0.3, 40))
    norms.set(xlabel="loss ℓ, falling", ylabel="nuclear norm")
    heights = {0.5: "0.5", 1: "1", LEAST_NUCLEAR_NORM: "least: 2", 5: "5", 10: "10", 20: "20"}
    style.log_ticks(norms.yaxis, list(heights), list(heights.values()))
    norms.text(0.005, 7, "1/√(2ℓ)", va="top", **small)
    return figure, (plane, norms)


class Walk(NamedTuple):
    """What is drawn, and W at the end: det W = 0 at the sides it has there; paths up to the loss.

    points: the path in the plane, nuclear norm against loss, and the ends of both.
    """

    walls: tuple[Array, Array]
    points: tuple[Array, ...]
    entries: Float[Array, " 3"]
    loss: Array
    nuclear_norm: Array


@jax.jit
def walk(start, depth, loss) -> Walk:
    """All that `two_by_two` computes, from the values of its controls."""
    x, y, z, losses, norms = measured.path(*jnp.asarray(start), depth)
    end = jnp.argmax(losses <= loss)  # the first row so low
    until = (jnp.arange(len(losses)) <= end)[:, None]
    rows = jnp.stack([x, z], axis=1), jnp.stack([losses, norms], axis=1)
    paths = [jnp.where(until, each, jnp.nan) for each in rows]
    wall = jnp.stack([jnp.asarray(REACH), y[end] ** 2 / REACH], axis=1)
    ends = [each[end] for each in rows]
    entries = jnp.stack([x[end], y[end], z[end]])
    return Walk((wall, -wall), (*paths, *ends), entries, losses[end], norms[end])


def _notes(corner):
    """Where the texts at both edges stand: at the one beyond which the ball is."""
    places = jnp.array([[0.98 * PLANE[0][1], 0.28]])
    beyond = [corner > PLANE[0][1], corner < PLANE[0][0]]
    return [jnp.where(is_there, s * places, jnp.nan) for is_there, s in zip(beyond, (1, -1))]


ARTISTS = (
    "upper wall",
    "lower wall",
    "path",
    "norm",
    "ball",
    "ball on the norm",
    "start",
    "right note",
    "left note",
    "title",
)
WORDS = {
    "right note": "{corner:.3g} →",
    "left note": "← {corner:.3g}",
    "title": "depth N = {depth:.0f}",
}
SIDES = {"ha": "right", "va": "bottom"}, {"ha": "left", "va": "top"}
ONE_FACTOR = "w₁₁ stays at {corner:.3g}, nuclear norm {nuclear_norm:.3g}."
SENTENCES = {
    "above, on its way": "On its way from det W above 0: "
    "loss {loss:.2g}, nuclear norm {nuclear_norm:.3g}.",
    "below, on its way": "On its way from det W below 0: "
    "loss {loss:.2g}, nuclear norm {nuclear_norm:.3g}.",
    "crosses": f"One factor alone crosses det W = 0 and arrives: {ONE_FACTOR}",
    "one factor": f"One factor alone arrives: {ONE_FACTOR}",
    "runs away": "It runs away, as det W stays above 0: "
    "w₁₁ = {corner:.3g} at a loss of {loss:.2g}.",
    "least": "It arrives near the least nuclear norm, 2: "
    "{nuclear_norm:.3g} at a loss of {loss:.2g}.",
    "arrives": "It arrives, but not at the least nuclear norm, 2: "
    "{nuclear_norm:.3g} at a loss of {loss:.2g}.",
}
GOALS = [
    "make the corner run beyond 20",
    "depth ≥ 2, loss 0.001: the least nuclear norm, to 1 %",
    "begin above det W = 0, and fit (ℓ ≤ 0.01) below it",
]


def corner_frame(start, depth, loss) -> Frame:
    """A path as points, its sentence, and whether it reached the goals."""
    flow = walk(start, depth, loss)
    corner, side, seen_corner = flow.entries
    points = [*flow.walls, *flow.points, start, *_notes(corner)]
    above = start[0] * start[1] >= measured.SIDE**2
    ends_above = corner * seen_corner > side**2 - 1e-6
    early, excess = flow.loss > 0.1, flow.nuclear_norm / LEAST_NUCLEAR_NORM
    one = depth == 1
    kinds = [early & above, early, one & above, one, above, excess < 1.02, True]
    fits = (flow.loss <= LAST) & (depth > 1)
    return Frame(
        points=dict(zip(ARTISTS, map(jnp.atleast_2d, points))),
        sentence=jnp.argmax(jnp.array(kinds)),
        facts={
            "depth": depth,
            "begins_above": above,
            "ends_above": ends_above,
            "corner": corner,
            "loss": flow.loss,
            "nuclear_norm": flow.nuclear_norm,
        },
        goals=[
            jnp.abs(corner) > 20,
            fits & (excess < 1.01),
            above & ~ends_above & (flow.loss <= 0.01),
        ],
    )
