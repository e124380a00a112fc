"""Lesson 10: matrices from some of their entries, and where a product of factors goes.

entries               a matrix as an image, the unseen entries in gray
completion_errors     by the number of entries, a line for each way to complete
birth_look            of a singular value through the steps of descent
law                   the nuclear norm of 2 x 2 products while their loss falls
"""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

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
def completion_errors(ax: Axes, counts: Sequence, errors: style.Arrays) -> Axes:
    """By how many entries were seen, {method: (counts, seeds)}: medians in bands of their range.

    Each line has its name behind its end, methods as in METHODS, names as in NAMES.
    """
    ends = {}
    for name, values in errors.items():
        look = METHODS[name]
        style.median_band(ax, counts, np.asarray(values), linewidth=1.8, markersize=5, **look)
        ends[NAMES.get(name, name)] = np.median(values[-1]), look["color"]
    ax.set(xscale="log", yscale="log")
    ax.set(xlabel="entries seen, of 10,000", ylabel="relative error")
    ax.set_xlim(counts[0] / 1.05, counts[-1] * 1.04)
    style.log_ticks(ax.xaxis, counts)
    _name_ends(ax, ends)
    return ax


def birth_look(r: int, rank: int) -> dict:
    """The look of singular value r, counted from 0: dark to pale, dashes that thin; gray beyond."""
    if r >= rank:
        return {"color": style.GRAY, "linewidth": 1, "linestyle": (0, (1, 1)), "zorder": 2}
    shade = ORDER(r / max(rank - 1, 1))
    dash = "-" if r == 0 else (0, (10 - 2 * min(r, 4), 1))
    return {"color": shade, "linewidth": 1.9, "linestyle": dash, "zorder": 3}


def law(L):
    """The nuclear norm 1 / √(2 L) to which that of a product with det > 0 tends as L falls."""
    return 1 / np.sqrt(2 * L)


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
