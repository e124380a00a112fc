"""Lesson 10: a small matrix from some of its entries, by descent on a product of 1 to 4 factors."""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float
from matplotlib.figure import Figure

from optcourse.experiments.implicit_bias import small_matrix as measured
from optcourse.experiments.implicit_bias.small_matrix import KEPT, RANK, SIZE
from optcourse.explorers.artists import empty_line, set_points
from optcourse.explorers.controls import slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import implicit_bias as draw
from optcourse.figures import style

SCALES = np.geomspace(1e-1, 1e-5, 17)
GROWN = 0.25  # half of the smallest singular value of the truth
FITS, RIGHT = 0.02, 0.05  # residual on what was seen, error on all
RESIDUAL = {"color": style.BLUE, "linestyle": (0, (4, 1.5)), "linewidth": 1.8}
ERROR = {"color": style.VERMILION, "linestyle": "-", "linewidth": 1.8}
LIMITS = {"sigma": (-0.03, 1.65), "errors": (1e-4, 2)}
BIRTH_LOOKS = [draw.birth_look(r, RANK) for r in range(SIZE)]


@style.house()
def singular_values() -> Explorer:
    """Depth, scale, entries, step: the singular values of a product, and the matrix it becomes."""
    figure, panels = _panels()
    curves = [empty_line(panels["sigma"], **look) for look in BIRTH_LOOKS]
    curves += [empty_line(panels["errors"], **look) for look in (RESIDUAL, ERROR)]
    colors = [curve.get_color() for curve in curves]
    dots = [empty_line(c.axes, "o", color=c.get_color(), markersize=5) for c in curves]
    names = [_name(panels["sigma"], f"σ{r}", color) for r, color in zip("₁₂₃", colors)]
    names += [_name(panels["errors"], *each) for each in zip(("seen", "all"), colors[-2:])]
    images = [draw.entries(panels[name], measured.TRUTH) for name in ("seen", "found")]
    rank = panels["sigma"].set_title("effective rank 16.0", fontsize=10)

    def update(depth, scale, seen, step):
        shown = jax.tree.map(np.asarray, completion(depth, scale, seen, step))
        for curve, dot, points in zip(curves, dots, shown.curves):
            set_points(curve, points)
            set_points(dot, points[shown.row])
        _place(names[:RANK], shown.curves[:RANK], shown.row, LIMITS["sigma"])
        _place(names[RANK:], shown.curves[-2:], shown.row, LIMITS["errors"])
        images[0].set_data(np.where(shown.mask, measured.TRUTH, np.nan))
        images[1].set_data(shown.matrix)
        rank.set_text(f"effective rank {shown.effective_rank:.1f}")
        facts = _facts(shown, depth, seen, step)
        return {"status": _status(facts), **facts}

    controls = [
        slider("depth", (1, 2, 3, 4), 2, "depth N"),
        slider("scale", SCALES, SCALES[0], "scale α of the start"),
        slider("seen", range(40, 101, 2), 54, "entries seen, %"),
        slider("step", KEPT, KEPT[-1], "step (log scale)", plays=True),
    ]
    picture = Picture(figure, [*images, *curves, *dots, *names, rank])
    alt = "Singular values of a product through gradient descent, its error on the seen entries "
    alt += "and on all, and three images: the truth, what is seen, and what descent found."
    return Explorer(picture, update, controls, alt, GOALS)


def _panels():
    """(figure, {name: axes}): singular values on the left, errors above three matrices."""
    figure = Figure(figsize=(10, 4.4), layout="constrained")
    mosaic = [["sigma", "errors", "errors", "errors"], ["sigma", "truth", "seen", "found"]]
    panels = figure.subplot_mosaic(mosaic, width_ratios=(3.1, 1, 1, 1), height_ratios=(1.15, 1))
    for name in LIMITS:
        ax = style.despine(panels[name])
        ax.set(xscale="symlog", xlim=(0, 3 * KEPT[-1]), ylim=LIMITS[name])
        style.log_ticks(ax.xaxis, [0, 1, 10, 100, 1000])
        ax.set_xlabel("step (log scale)")
    panels["sigma"].set_ylabel("singular values of W")
    panels["errors"].set(yscale="log", ylabel="relative error")
    true_values = np.linspace(1, 0.5, RANK)
    panels["sigma"].hlines(true_values, 0, KEPT[-1], color=style.LIGHT, linewidth=1, zorder=0)
    corner = {"fontsize": 9, "color": style.GRAY, "va": "bottom"}
    panels["sigma"].text(0.05, 1.01, "of the truth", **corner)
    draw.entries(panels["truth"], measured.TRUTH)
    for name in ("truth", "seen", "found"):
        panels[name].set_title(name, fontsize=10)
    return figure, panels


def _name(ax, name, color):
    return ax.text(0, 0, name, fontsize=9, color=color, va="center")


def _place(names, curves, row, limits):
    """Put the names behind the dots of their curves, apart where these are close, off the axis."""
    ax = names[0].axes
    ends = [(KEPT[row], value) for value in np.clip(curves[:, row, 1], *limits)]
    heights = (ax.transScale + ax.transLimits).transform(ends)[:, 1]
    gap = 0.06 if ax.get_yscale() == "linear" else 0.13
    heights = np.maximum(heights, gap / 2)
    for i, height in draw.apart(dict(enumerate(heights)), gap).items():
        _, y = (ax.transScale + ax.transLimits).inverted().transform((0, height))
        names[i].set_position((1.25 * KEPT[row] + 0.15, y))


class Shown(NamedTuple):
    """Curves up to a step, NaN after: 16 singular values, the residual, the error; and W there."""

    curves: Float[Array, "k t 2"]
    row: Array
    mask: Array
    matrix: Float[Array, "n n"]
    residual: Array
    error: Array
    effective_rank: Array


@jax.jit
def completion(depth, scale, seen, step) -> Shown:
    """All that `singular_values` computes, from the values of its controls."""
    share = seen / 100
    descent = measured.descend(depth, scale, share)
    row = jnp.sum(KEPT <= step) - 1
    heights = [*descent.singular_values.T, descent.residual, descent.error]
    until = jnp.where(KEPT <= step, 1.0, jnp.nan)
    curves = [jnp.stack([KEPT * until, each * until], axis=1) for each in heights]
    now = descent.matrix, descent.residual, descent.error, descent.effective_rank
    there = [each[row] for each in now]
    return Shown(jnp.stack(curves), row, measured.seen(share), *there)


def _facts(shown, depth, seen, step) -> dict:
    """Numbers at the step that the goals and the sentence need."""
    sigma = shown.curves[:SIZE, shown.row, 1]
    return {
        "depth": depth,
        "seen": seen,
        "step": step,
        "singular_values": sigma.tolist(),
        "grown": int(np.sum(sigma > GROWN)),
        "residual": float(shown.residual),
        "error": float(shown.error),
        "effective_rank": float(shown.effective_rank),
    }


COUNTS = "no", "one", "two", "three", "four", "five", "six", "seven"


def _status(facts) -> str:
    residual, error = f"{facts['residual']:.2g}", f"{facts['error']:.2g}"
    if facts["residual"] > FITS:
        number = COUNTS[min(facts["grown"], 7)].capitalize()
        values = "value has" if facts["grown"] == 1 else "values have"
        born = f"{number} singular {values} grown by step {facts['step']}"
        return f"{born}; on what is seen the error is {residual}, on all {error}."
    if facts["error"] < RIGHT:
        return f"Found, of rank {RANK}: error {error} from {facts['seen']} % of the entries."
    rank = f"effective rank {facts['effective_rank']:.1f}"
    return f"It fits what is seen, and is wrong elsewhere: error {error}, {rank}."


def _finds_it(result) -> bool:
    return result["error"] < RIGHT and result["seen"] < 50


def _finds_it_with_two(result) -> bool:
    return result["error"] < RIGHT and result["seen"] < 60 and result["depth"] == 2


def _waits_for_the_third(result) -> bool:
    _, second, third, *_ = result["singular_values"]
    return second > 2 * GROWN and third < GROWN / 10


GOALS = [
    goal("error below 0.05 on all, from less than half of the entries", _finds_it),
    goal("stop where σ₂ is above 0.5, and σ₃ still below 0.025", _waits_for_the_third),
    goal("two factors alone: error below 0.05 from less than 60 %", _finds_it_with_two),
]
