"""Lesson 10, deeper: regularizers, flat and bad minima, small starts, corners, and early stopping.

rows       a dot for each seed, a row for each method
flatness   test accuracy against sharpness, networks that are good and bad
scales     completion by the scale of its start, a line for each depth
corners    how far the corner of a 2 x 2 product has gone while its loss falls
stopping   the error along paths, and what it is without stopping
"""

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes

from optcourse.figures import style
from optcourse.figures.implicit_bias import BAD, DEPTHS, GOOD, MARK, NUCLEAR

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
    """Test accuracy against λ_max, a dot for each seed: {name: (seeds,)}, the first name good.

    A thin line joins the dots of each seed.
    """
    x, y = (np.array(list(values.values())) for values in (sharpness, accuracy))
    ax.plot(x, y, color=style.LIGHT, linewidth=1, zorder=1)
    for i, name in enumerate(sharpness):
        look = BAD if i else GOOD
        ax.plot(x[i], y[i], alpha=0.8, **look, **MARK)
        edge, offset, va = (np.min, -9, "top") if i else (np.max, 9, "bottom")
        beside = {"xytext": (0, offset), "textcoords": "offset points", "va": va, "ha": "center"}
        place = np.median(x[i]), edge(y[i])
        ax.annotate(name, place, color=look["color"], fontsize=9, **beside)
    ax.set(xlim=(0, None), ylim=(0, 1.1))
    ax.set(xlabel="largest curvature λ_max: flat to sharp", ylabel="test accuracy")
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
def corners(ax: Axes, paths: Mapping, last: float) -> Axes:
    """|w₁₁| against the loss, which falls to `last`: {(depth, start): path}, as `corner.path`.

    start: "det > 0" or "det < 0", the name of a group of lines. Dotted: (1 - √(2L))² / √(2L), below
    which no product with det W > 0 has the loss L.
    """
    ends = {}
    for (depth, start), path in paths.items():
        count = np.sum(path.loss > last) + 1  # to the edge, which may lie between two steps
        loss, corner = path.loss[:count], np.abs(path.corner[:count])
        look = DEPTHS[depth] | {"marker": "", "linewidth": 1.8}
        ax.plot(loss, corner, label=f"depth {depth}" if start == "det > 0" else None, **look)
        ends[start] = corner[-1]
    L = np.geomspace(0.3, last, 60)
    root = np.sqrt(2 * L)
    bound = {"color": style.BLACK, "linestyle": ":", "linewidth": 1.2}
    ax.plot(L, (1 - root) ** 2 / root, label="bound for det > 0", **bound)
    for start, end in ends.items():
        beside = {"xytext": (5, 0), "textcoords": "offset points", "va": "center"}
        ax.annotate(start, (last, end), fontsize=9, **beside)
    ax.set(xscale="log", yscale="log", xlabel="loss, falling", ylabel="|w₁₁|")
    ax.set(xlim=(1, last), ylim=(0.1, 40))
    style.log_ticks(ax.yaxis, [0.1, 1, 10])
    ax.legend(frameon=False, fontsize=9, handlelength=3)
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
