"""Lesson 11, deeper: pairs of pixels, depth by depth, and how far weights move."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes

from optcourse.figures import style
from optcourse.figures.infinite_width import COVARIANCE, MARK, TANGENT

BOTH = {"cntk_pooled": ("CNTK", TANGENT, "D"), "cnn_gp_pooled": ("CNN-GP", COVARIANCE, "s")}
APART = 0.08  # half the distance of two methods at one depth


@style.house()
def offset_maps(axes: Sequence[Axes] | np.ndarray, maps: Mapping[str, np.ndarray]) -> None:
    """What all pairs of pixels with one offset give to a kernel of two images, a panel each.

    maps: {title: (2 n - 1, 2 n - 1)} of images n x n, the offset 0 in the middle. Without pooling
    the kernel is the cell within the square, with pooling the sum of all.
    """
    highest = max(each.max() for each in maps.values())
    for ax, (title, values) in zip(axes, maps.items(), strict=True):
        most = len(values) // 2
        extent = (-most - 0.5, most + 0.5, most + 0.5, -most - 0.5)
        colors = {"cmap": "cividis", "vmin": 0, "vmax": highest}
        ax.imshow(values, extent=extent, interpolation="nearest", **colors)
        corners = np.array([[-1, -1, 1, 1, -1], [-1, 1, 1, -1, -1]]) / 2
        ax.plot(*corners, color="white", linewidth=1.8)
        ax.set_title(title, fontsize=10)
        ax.set(xlabel="offset to the right", xticks=[-5, 0, 5], yticks=[-5, 0, 5])
    axes[0].set_ylabel("offset down")


@style.house()
def by_depth(ax: Axes, accuracies: Mapping, others: Mapping[str, float]) -> Axes:
    """Test accuracy of pooled kernels against their depth: a dot for each seed, the mean a tick.

    accuracies: {a key of BOTH: {depth: (seeds,)}}, a line through the means of each; others:
    {label: accuracy}, a horizontal line each.
    """
    for (method, by_depth), shift in zip(accuracies.items(), (-APART, APART)):
        label, look, marker = BOTH[method]
        means = [np.mean(values) for values in by_depth.values()]
        places = np.array(list(by_depth)) + shift
        ax.plot(places, means, linewidth=1.5, label=label, marker="_", markersize=14, **look)
        for x, values in zip(places, by_depth.values()):
            ax.plot([x] * len(values), values, marker=marker, color=look["color"], **MARK)
    words = {"fontsize": 9, "color": style.GRAY, "va": "bottom", "ha": "right"}
    right = max(by_depth) + 0.4
    for label, accuracy in others.items():
        ax.axhline(accuracy, color=style.GRAY, linewidth=1, linestyle=":", zorder=0)
        ax.text(right, accuracy, label, **words)
    ax.set(xlim=(min(by_depth) - 0.4, right), ylim=(0, 0.8), xticks=list(by_depth))
    ax.set(xlabel="layers of windows", ylabel="test accuracy, rolled digits")
    ax.legend(frameon=False, fontsize=9, loc="center left", handlelength=3)
    return ax


@style.house()
def moves(ax: Axes, expected: Mapping, found: Mapping) -> Axes:
    """How far the weights move in training, relative to their size, against the width, log scales.

    expected, found: {depth: {width: (seeds,)}}. Dots are measured, a line joins the expected means.
    """
    looks = zip((TANGENT, COVARIANCE), "Ds")
    for depth, (look, marker) in zip(found, looks):
        widths = list(expected[depth])
        means = [np.mean(values) for values in expected[depth].values()]
        words = f"{depth} hidden layer{'s' if depth > 1 else ''}"
        (line,) = ax.plot(widths, means, linewidth=1.7, label=words, **look)
        for width, values in found[depth].items():
            look = {"marker": marker, "color": line.get_color()}
            ax.plot([width] * len(values), values, **look, **MARK)
    ax.set(xscale="log", yscale="log", xlabel="width", ylabel="‖move‖ / ‖weights‖")
    style.log_ticks(ax.xaxis, sorted({width for each in found.values() for width in each}))
    style.log_ticks(ax.yaxis, [0.005, 0.01, 0.03, 0.1])
    ax.legend(frameon=False, fontsize=9, handlelength=3)
    return ax
