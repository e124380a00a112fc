"""Lesson 10: networks of one loss, matrices from some of their entries, and where a product goes.

same_loss             a dot for each seed: what equal losses leave open
entries               a matrix as an image, the unseen entries in gray
completion_errors     by the number of entries, a line for each way to complete
births                singular values through the steps of descent
adam_against_descent  steps and error of methods that stop at one residual
runaway               the nuclear norm of 2 x 2 products while their loss falls
"""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

from optcourse.experiments.implicit_bias.two_by_two import LEAST_NUCLEAR_NORM
from optcourse.figures import style

DEPTHS = {
    1: {"color": style.GRAY, "marker": "o", "linestyle": (0, (1, 1))},
    2: {"color": "#AA6A00", "marker": "s", "linestyle": (0, (4, 1.5))},
    3: {"color": style.GREEN, "marker": "^", "linestyle": "-"},
    4: {"color": "#332288", "marker": "D", "linestyle": (0, (6, 1, 1, 1))},
}
NUCLEAR = {"color": style.BLACK, "marker": "x", "linestyle": (0, (2, 1))}
METHODS = {  # as the tables call them
    "nuclear norm": NUCLEAR,
    "depth 2, 1e-4": DEPTHS[2] | {"linestyle": (0, (1, 1)), "markerfacecolor": "white"},
    "depth 2, 1e-7": DEPTHS[2],
    "depth 3, 1e-5": DEPTHS[3],
    "depth 4, 1e-4": DEPTHS[4],
}
GOOD, BAD = (  # networks with the right labels alone, and with wrong ones as well
    {"color": style.BLUE, "marker": "o"},
    {"color": style.VERMILION, "marker": "D"},
)
ADAM = {"color": style.OPTIMIZERS["adam"]["color"], "marker": "D"}
ORDER = LinearSegmentedColormap.from_list("order", ["#16324f", style.BLUE, style.SKY])
MARK = {"linestyle": "none", "markersize": 5.5, "zorder": 3}
SEEN, UNSEEN = style.CHANGE_COLORMAP, "#d3d8dd"


@style.house()
def same_loss(ax: Axes, values: dict, ylabel="test accuracy", xlabel="") -> Axes:
    """A dot for each seed, a column for each group of networks: {name: (seeds,)}, the first good.

    A tick is the median, with its number. The names stand below, a number as it is.
    """
    for x, seeds in enumerate(values.values()):
        look = BAD if x else GOOD
        spread = np.linspace(-0.12, 0.12, len(seeds))
        ax.plot(x + spread, seeds, alpha=0.75, **look, **MARK)
        middle = np.median(seeds)
        ax.plot([x - 0.25, x + 0.25], [middle, middle], color=look["color"], linewidth=2)
        beside = {"xytext": (4, 0), "textcoords": "offset points", "va": "center", "fontsize": 9}
        ax.annotate(f"{middle:.2f}", (x + 0.25, middle), color=look["color"], **beside)
    highest = max(map(np.max, values.values()))
    ax.set(xlim=(-0.5, len(values) - 0.3), ylim=(0, 1.1 * highest), xlabel=xlabel, ylabel=ylabel)
    ax.set_xticks(range(len(values)), labels=[str(name) for name in values])
    return ax


@style.house()
def entries(ax: Axes, matrix, mask=None, largest: float | None = None):
    """A matrix as an image from -largest to largest, gray where the mask is false: the image."""
    values = np.asarray(matrix, float)
    largest = largest or np.max(np.abs(values))
    if mask is not None:
        values = np.where(mask, values, np.nan)
    colors = {"cmap": SEEN.with_extremes(bad=UNSEEN), "vmin": -largest, "vmax": largest}
    image = ax.imshow(values, interpolation="nearest", **colors)
    ax.set(xticks=[], yticks=[])
    ax.spines[:].set_visible(False)
    return image


@style.house()
def completion_errors(
    ax: Axes, counts: Sequence, errors: style.Arrays, ylabel="relative error", scale="log"
) -> Axes:
    """By how many entries were seen, {method: (counts, seeds)}: medians in bands of their range.

    Each line has its name behind its end, methods as in METHODS.
    """
    ends = {}
    for name, values in errors.items():
        look = METHODS[name]
        style.median_band(ax, counts, np.asarray(values), linewidth=1.8, markersize=5, **look)
        ends[name] = np.median(values[-1]), look["color"]
    ax.set(xscale="log", yscale=scale, xlabel="entries seen, of 10 000", ylabel=ylabel)
    ax.set_xlim(counts[0] / 1.05, counts[-1] * 1.04)
    style.log_ticks(ax.xaxis, counts)
    _name_ends(ax, ends)
    return ax


@style.house()
def births(ax: Axes, steps, values, rank: int = 5) -> Axes:
    """Singular values (steps, k) through descent: those of the truth's rank blue, others gray.

    The names stand behind the ends, σ₁ first.
    """
    values = np.asarray(values)
    ends = {}
    for r in range(values.shape[1] - 1, -1, -1):
        look = birth_look(r, rank)
        ax.plot(steps, values[:, r], **look)
        if r < rank:
            ends[f"σ{_subscript(r + 1)}"] = values[-1, r], look["color"]
    ax.set(xlim=(steps[0], steps[-1]), ylim=(-0.02, None), xlabel="step")
    ax.set_ylabel("singular values")
    _name_ends(ax, ends)
    return ax


def birth_look(r: int, rank: int) -> dict:
    """The look of singular value r, counted from 0: dark to pale, dashes that thin; gray beyond."""
    if r >= rank:
        return {"color": style.GRAY, "linewidth": 1, "linestyle": (0, (1, 1)), "zorder": 2}
    shade = ORDER(r / max(rank - 1, 1))
    dash = "-" if r == 0 else (0, (10 - 2 * min(r, 4), 1))
    return {"color": shade, "linewidth": 1.9, "linestyle": dash, "zorder": 3}


@style.house()
def adam_against_descent(ax: Axes, steps: style.Arrays, errors: style.Arrays) -> Axes:
    """Error against steps on log scales, a dot for each seed: {method: (seeds,)}, as `read_adam`.

    A name stands above its dots, at their median; a line joins the medians of Adam's rates.
    """
    medians = {name: (np.median(steps[name]), np.median(errors[name])) for name in errors}
    adams = [place for name, place in medians.items() if name.startswith("adam")]
    ax.plot(*zip(*adams), color=ADAM["color"], linewidth=1, alpha=0.4, zorder=1)
    for name, (middle, _) in medians.items():
        look = _method_look(name)
        ax.plot(steps[name], errors[name], alpha=0.6, **look, **MARK)
        above = {"xytext": (0, 7), "textcoords": "offset points", "ha": "center", "fontsize": 9}
        top = middle, np.max(errors[name])
        ax.annotate(name.replace("adam", "Adam"), top, color=look["color"], **above)
    ax.set(xscale="log", yscale="log", xlabel="steps", ylabel="relative error")
    low, high = ax.get_ylim()
    ax.set_ylim(low, high * (high / low) ** 0.1)  # room for the names
    return ax


def _method_look(name):
    if name.startswith("adam"):
        return ADAM
    if name == "heavy ball":
        return {"color": style.OPTIMIZERS["momentum"]["color"], "marker": "s"}
    return {"color": style.OPTIMIZERS["gradient_descent"]["color"], "marker": "o"}


@style.house()
def runaway(ax: Axes, losses: Sequence, norms: dict) -> Axes:
    """Nuclear norm against the loss, log scales, the loss falling to the right.

    norms: {(depth, start): (losses, seeds)}, start "det > 0" or "det < 0". Broad and gray: what a
    product with det > 0 needs when the loss is L. Dotted: the least of all matrices that fit.
    """
    L = np.geomspace(max(losses), min(losses), 50)
    ax.plot(L, law(L), color=style.LIGHT, linewidth=6, zorder=1)
    ax.axhline(LEAST_NUCLEAR_NORM, color=style.BLACK, linewidth=1, linestyle=":", zorder=1)
    ends = {}
    for (depth, start), values in norms.items():
        look = DEPTHS[depth] | {"markerfacecolor": "white" if start == "det < 0" else None}
        style.median_band(ax, losses, np.asarray(values), markersize=6, linewidth=1.5, **look)
        ends[f"depth {depth}, {start}"] = np.median(values[-1]), look["color"]
    ax.set(xscale="log", yscale="log", xlabel="loss L, falling", ylabel="nuclear norm")
    ax.set_xlim(max(losses) * 1.15, min(losses) / 1.1)
    low, high = ax.get_ylim()
    ax.set_ylim(min(low, 1.6), high * 1.2)
    style.log_ticks(ax.yaxis, [2, 5, 10, 20])
    _name_law(ax, L)
    _name_ends(ax, ends)
    return ax


def law(L):
    """The nuclear norm 1 / √(2 L) to which that of a product with det > 0 tends as L falls."""
    return 1 / np.sqrt(2 * L)


def _name_law(ax, L):
    middle = L[len(L) // 2]
    beside = {"textcoords": "offset points", "fontsize": 9, "color": style.BLACK}
    ax.annotate("1/√(2L)", (middle, law(middle)), xytext=(-8, 8), ha="right", **beside)
    ax.annotate("the least: 2", (L[0], LEAST_NUCLEAR_NORM), xytext=(2, -9), **beside)


def _subscript(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))


def _name_ends(ax, ends: dict, gap=0.075) -> None:
    """Names at the right edge, at the heights {name: (value, color)}, moved apart where close."""
    low, high = ax.get_ylim()
    scale = np.log if ax.get_yscale() == "log" else np.asarray
    places = {}
    for name, (value, _) in ends.items():
        places[name] = (scale(value) - scale(low)) / (scale(high) - scale(low))
    for name, place in apart(places, gap).items():
        beside = {"xytext": (5, 0), "textcoords": "offset points", "va": "center", "fontsize": 9}
        edge = {"xycoords": "axes fraction", "annotation_clip": False}
        ax.annotate(name, (1, place), color=ends[name][1], **beside, **edge)


def apart(places: dict, gap: float) -> dict:
    """Heights from 0 up with at least a gap between neighbors, in their order.

    Neighbors that are too close stand about the mean of their heights.
    """
    groups = []
    for name, height in sorted(places.items(), key=lambda item: item[1]):
        group = [name], [height]
        while groups and _bottom(group, gap) < _top(groups[-1], gap) + gap:
            names, heights = groups.pop()
            group = names + group[0], heights + group[1]
        groups.append(group)
    moved = {}
    for names, heights in groups:
        for i, name in enumerate(names):
            moved[name] = _bottom((names, heights), gap) + gap * i
    return moved


def _bottom(group, gap):
    _, heights = group
    return max(0, np.mean(heights) - gap * (len(heights) - 1) / 2)


def _top(group, gap):
    _, heights = group
    return _bottom(group, gap) + gap * (len(heights) - 1)
