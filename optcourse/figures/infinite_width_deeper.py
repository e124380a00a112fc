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
    the kernel is the cell within the square, with pooling the sum of all, which is below the title.
    """
    highest = max(each.max() for each in maps.values())
    for ax, (title, values) in zip(axes, maps.items(), strict=True):
        most = len(values) // 2
        extent = (-most - 0.5, most + 0.5, most + 0.5, -most - 0.5)
        colors = {"cmap": "cividis", "vmin": 0, "vmax": highest}
        image = ax.imshow(values, extent=extent, interpolation="nearest", **colors)
        corners = np.array([[-1, -1, 1, 1, -1], [-1, 1, 1, -1, -1]]) / 2
        ax.plot(*corners, color="white", linewidth=1.8)
        words = f"middle {values[most, most]:.3f}, sum {values.sum():.3f}"
        ax.set_title(f"{title}\n{words}", fontsize=10)
        ax.set(xlabel="offset to the right", xticks=[-5, 0, 5], yticks=[-5, 0, 5])
    axes[0].set_ylabel("offset down")
    axes[0].figure.colorbar(image, ax=axes, label="part of the cosine", shrink=0.8)


@style.house()
def by_depth(ax: Axes, accuracies: Mapping, network: np.ndarray) -> Axes:
    """Test accuracy of pooled kernels against their depth: a dot for each seed, the mean a tick.

    accuracies: {a key of BOTH: {depth: (seeds,)}}, a thick line through the means of each, thin
    ones between the two methods of a seed; network: (seeds,), a finite one, right of them.
    """
    tangent, covariance = accuracies.values()
    for depth in tangent:
        for pair in zip(tangent[depth], covariance[depth]):
            ends = [depth - APART, depth + APART]
            ax.plot(ends, pair, color=style.GRAY, linewidth=0.8, zorder=0)
    for (method, by_depth), shift in zip(accuracies.items(), (-APART, APART)):
        label, look, marker = BOTH[method]
        means = [np.mean(values) for values in by_depth.values()]
        places = np.array(list(by_depth)) + shift
        ax.plot(places, means, linewidth=1.5, label=label, marker="_", markersize=14, **look)
        for x, values in zip(places, by_depth.values()):
            ax.plot([x] * len(values), values, marker=marker, color=look["color"], **MARK)
    last = max(tangent) + 1
    ax.plot([last] * len(network), network, marker="o", color=style.BLACK, **MARK)
    ax.plot([last], [np.mean(network)], marker="_", markersize=14, color=style.BLACK)
    layers = [f"{depth} layer{'s' if depth > 1 else ''}" for depth in tangent]
    ax.set_xticks([*tangent, last], labels=[*layers, "network,\n2 layers"])
    ax.set_ylabel("test accuracy, rolled digits")
    ax.legend(frameon=False, fontsize=9, loc="upper right", handlelength=3)
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
