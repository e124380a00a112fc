"""Lesson 10, deeper: regularizers, flat and bad minima, small starts, corners, and early stopping.

rows       a dot for each seed, a row for each method
flatness   test accuracy against sharpness, networks that are good and bad
scales     completion by the scale of its start, a line for each depth
corners    how far the corner of a 2 x 2 product has gone, by depth and start
stopping   the error along paths, and what it is without stopping
"""

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes

from optcourse.figures import style
from optcourse.figures.implicit_bias import BAD, DEPTHS, GOOD, MARK, NUCLEAR

STARTS = {  # of 2 x 2 products; filled if nothing forces the corner to run off
    "det > 0": {"color": style.VERMILION, "marker": "D", "markerfacecolor": "white"},
    "det < 0": {"color": style.BLUE, "marker": "o"},
    "gaussian": {"color": style.BLACK, "marker": "x"},
}
METHODS = {
    "gradient descent": style.OPTIMIZERS["gradient_descent"],
    "Nesterov": style.OPTIMIZERS["nesterov"],
}
ROW = {"color": style.BLUE, "marker": "o", "alpha": 0.7}


@style.house()
def rows(ax: Axes, values: style.Arrays, xlabel: str, reference: str | None = None) -> Axes:
    """A dot for each seed and a tick at the mean, a row for each name: {name: (seeds,)}.

    reference: the name whose mean is a dotted line through all rows.
    """
    if reference is not None:
        middle = np.mean(values[reference])
        ax.axvline(middle, color=style.GRAY, linewidth=0.8, linestyle=":", zorder=0)
    for y, seeds in enumerate(values.values()):
        ax.plot(seeds, [y] * len(seeds), **ROW, **MARK)
        tick = {"marker": "|", "markersize": 15, "markeredgewidth": 2}
        ax.plot(np.mean(seeds), y, color=ROW["color"], **tick)
    ax.set_yticks(range(len(values)), labels=list(values))
    ax.set(ylim=(len(values) - 0.5, -0.5), xlabel=xlabel)
    return ax


@style.house()
def flatness(ax: Axes, sharpness: style.Arrays, accuracy: style.Arrays) -> Axes:
    """Test accuracy against λ_max, a dot for each seed: {name: (seeds,)}, the first name good."""
    for i, (name, x) in enumerate(sharpness.items()):
        look = BAD if i else GOOD
        ax.plot(x, accuracy[name], alpha=0.8, **look, **MARK)
        place = np.median(x), np.min(accuracy[name])
        below = {"xytext": (0, -9), "textcoords": "offset points", "va": "top", "ha": "center"}
        ax.annotate(name, place, color=look["color"], fontsize=9, **below)
    ax.set(xlim=(0, None), ylim=(0, 1), xlabel="λ_max: flat to sharp", ylabel="test accuracy")
    return ax


@style.house()
def scales(ax: Axes, values: Mapping, ylabel: str, nuclear: np.ndarray | None = None) -> Axes:
    """By the scale α of the start, smaller to the right: {(depth, α): (seeds,)}, a line a depth.

    Medians in bands of their range. nuclear: of the least nuclear norm, (seeds,), a band across.
    """
    if nuclear is not None:
        ax.axhspan(np.min(nuclear), np.max(nuclear), color=style.GRAY, alpha=0.2, linewidth=0)
        look = {"color": NUCLEAR["color"], "linestyle": NUCLEAR["linestyle"], "linewidth": 1}
        ax.axhline(np.median(nuclear), label="least nuclear norm", **look)
    for depth in dict.fromkeys(depth for depth, _ in values):
        starts = [scale for of, scale in values if of == depth]
        found = np.array([values[depth, scale] for scale in starts])
        look = DEPTHS[depth] | {"markersize": 5, "label": f"depth {depth}"}
        style.median_band(ax, starts, found, **look)
    ax.set(xscale="log", yscale="log", xlabel="scale α of the start", ylabel=ylabel)
    ax.invert_xaxis()
    ax.legend(frameon=False, fontsize=9, handlelength=3)
    return ax


@style.house()
def corners(ax: Axes, values: Mapping, loss: float) -> Axes:
    """|w₁₁| at that loss, a dot for each seed: {(depth, start): (seeds,)}, as `read_corner`.

    Dotted: (1 - √(2L))² / √(2L), below which no product with det W > 0 has that loss.
    """
    depths = list(dict.fromkeys(depth for depth, _ in values))
    offsets = np.linspace(-0.22, 0.22, len(STARTS))
    for (start, look), offset in zip(STARTS.items(), offsets):
        for x, depth in enumerate(depths):
            seeds = np.abs(values[depth, start])
            label = start if x == 0 else None
            ax.plot([x + offset] * len(seeds), seeds, label=label, **look, **MARK)
    root = np.sqrt(2 * loss)
    ax.axhline((1 - root) ** 2 / root, color=style.GRAY, linewidth=0.8, linestyle=":", zorder=0)
    ax.set(xlim=(-0.5, len(depths) - 0.5), yscale="log", ylabel="|w₁₁|")
    ax.set_xticks(range(len(depths)), labels=[f"depth {depth}" for depth in depths])
    ax.tick_params(axis="x", length=0)
    above = {"loc": "lower left", "bbox_to_anchor": (0, 1), "ncols": len(STARTS)}
    ax.legend(frameon=False, fontsize=9, handletextpad=0, columnspacing=0.8, **above)
    return ax


@style.house()
def stopping(ax: Axes, errors: style.Arrays, levels: Mapping[str, float]) -> Axes:
    """‖w - w*‖² along the steps of each method, with a dot at its least: {method: (steps + 1,)}.

    levels: {name: error}, dotted lines across, such as the one of least squares.
    """
    last = max(map(len, errors.values())) - 1
    for name, path in errors.items():
        (line,) = ax.plot(path, linewidth=1.8, **METHODS[name])
        best = int(np.argmin(path))
        ax.plot(best, path[best], "o", color=line.get_color(), markersize=5, zorder=3)
        style.label_line(line, name, 0.45, xytext=(0, -16), ha="center")
    for name, level in levels.items():
        ax.axhline(level, color=style.GRAY, linewidth=0.9, linestyle=":", zorder=0)
        above = {"xytext": (-4, 2), "textcoords": "offset points", "ha": "right", "va": "bottom"}
        ax.annotate(name, (last, level), fontsize=9, color=style.BLACK, **above)
    ax.set(xlim=(0, last), ylim=(0, None), xlabel="step", ylabel="‖w − w*‖²")
    return ax
