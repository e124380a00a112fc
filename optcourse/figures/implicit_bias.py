"""Lesson 10: matrices from some of their entries, and where a product of factors goes.

entries               a matrix as an image, the unseen entries in gray
completion_errors     by the number of entries, a line for each way to complete
births                singular values through the steps of descent
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
NAMES = {"depth 2, 1e-7": "two factors", "depth 3, 1e-5": "three factors"}
GOOD, BAD = (  # networks with the right labels alone, and with wrong ones as well
    {"color": style.BLUE, "marker": "o"},
    {"color": style.VERMILION, "marker": "D"},
)
ORDER = LinearSegmentedColormap.from_list("order", ["#16324f", style.BLUE, style.SKY])
MARK = {"linestyle": "none", "markersize": 5.5, "zorder": 3}
SEEN, UNSEEN = style.CHANGE_COLORMAP, "#d3d8dd"


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

    Each line has its name behind its end, methods as in METHODS, names as in NAMES.
    """
    ends = {}
    for name, values in errors.items():
        look = METHODS[name]
        style.median_band(ax, counts, np.asarray(values), linewidth=1.8, markersize=5, **look)
        ends[NAMES.get(name, name)] = np.median(values[-1]), look["color"]
    ax.set(xscale="log", yscale=scale, xlabel="entries seen, of 10,000", ylabel=ylabel)
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
    ax.set(xscale="log", yscale="log", xlabel="loss ℓ, falling", ylabel="nuclear norm")
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
    ax.annotate("1/√(2ℓ)", (middle, law(middle)), xytext=(-8, 8), ha="right", **beside)
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
