"""Lesson 01: silent directions, spectra, negative eigenvalues, slices through a loss."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.image import AxesImage

from optcourse.figures import style

LOSS_STYLES = {  # label, color, marker, dash
    "cross_entropy": ("cross-entropy", style.BLUE, "o", "-"),
    "mse": ("MSE", style.VERMILION, "s", "--"),
}


SILENT = {  # what the loss adds to x² along y, where its curvature is 0 -> what the origin is
    "x² + y⁴": (lambda y: y**4, "minimum: up on both sides"),
    "x² − y⁴": (lambda y: -(y**4), "saddle: down on both sides"),
    "x² + y³": (lambda y: y**3, "saddle: down on one side"),
}


@style.house()
def silent_directions(axes: Sequence[Axes] | np.ndarray) -> None:
    """Three losses with the curvatures 2 and 0 at the origin, along x, along y, and their model.

    axes: three. The second-order model is right along x, and flat along y, where it says nothing.
    """
    s = np.linspace(-1, 1, 101)
    for ax, (name, (along_y, verdict)) in zip(axes, SILENT.items()):
        ax.plot(s, s**2, color=style.POSITIVE_CURVATURE, linewidth=1.5)
        ax.plot(s, along_y(s), color=style.BLACK, linewidth=2.5)
        ax.plot(s, 0 * s, color=style.PURPLE, linestyle=(0, (1, 1)), linewidth=2)
        ax.set(ylim=(-1.1, 1.1), xticks=(-1, 0, 1), yticks=(-1, 0, 1), xlabel="distance from 0")
        ax.set_title(f"{name}\n{verdict}", fontsize=10)
    axes[0].set(ylabel="loss")
    names = ("along x", "along y", "model along y")
    axes[1].legend(axes[1].lines, names, frameon=False, fontsize=9, loc="upper center")


@style.house()
def spectrum(ax: Axes, eigenvalues: np.ndarray, threshold=1e-4) -> Axes:
    """All eigenvalues of a Hessian in order, and how many lead up, lead down and are near zero.

    Near zero: at most threshold * max |λ|; there the axis is linear, beyond it logarithmic.
    """
    values = np.sort(eigenvalues)[::-1]
    rank = np.arange(1, values.size + 1)
    largest = np.abs(values).max()
    limit = threshold * largest
    near = np.abs(values) <= limit
    groups = [
        ("up", ~near & (values > 0), "^", 5, style.POSITIVE_CURVATURE, (6, 8), "left"),
        ("near zero", near, "o", 3, style.GRAY, (-9, -4), "right"),
        ("down", ~near & (values < 0), "v", 5, style.NEGATIVE_CURVATURE, (-8, -12), "right"),
    ]
    for name, chosen, marker, size, color, offset, side in groups:
        x = rank[chosen]
        y = values[chosen]
        ax.plot(x, y, marker, color=color, markersize=size)
        if chosen.any():
            middle = np.median(x), np.median(y)
            label = {"textcoords": "offset points", "color": color, "ha": side}
            ax.annotate(f"{chosen.sum()} {name}", middle, offset, **label)
    ax.axhline(0, color=style.LIGHT, linewidth=1, zorder=0)
    ax.set_yscale("symlog", linthresh=limit)
    _decade_ticks(ax, limit, largest)
    top = 2 * max(values[0], limit)
    bottom = 2 * min(values[-1], -limit)
    ax.set(xlabel="rank of the eigenvalue", ylabel="eigenvalue", ylim=(bottom, top))
    return ax


def _decade_ticks(ax, limit, largest):
    """Ticks at zero and, on both sides, at the powers of ten above 10 * limit."""
    exponents = np.arange(np.ceil(np.log10(10 * limit)), np.log10(1.5 * largest))
    positive = 10.0**exponents
    negative = -positive[::-1]
    ticks = [*negative, 0, *positive]
    ax.set_yticks(ticks, labels=[f"{tick:g}".replace("-", "−", 1) for tick in ticks])


@style.house()
def negative_fractions(ax: Axes, rows: style.Arrays, parameters: int = 124) -> Axes:
    """Fraction of negative eigenvalues against the loss of near-critical points, a dot each.

    rows: columns loss_name, loss, clearly_negative (below zero by 1e-4 of the largest).
    """
    fraction = rows["clearly_negative"] / parameters
    for name, (label, color, marker, _) in LOSS_STYLES.items():
        chosen = rows["loss_name"] == name
        look = {"color": color, "markersize": 5, "alpha": 0.6, "label": label}
        ax.plot(rows["loss"][chosen], fraction[chosen], marker, **look)
    ax.legend(frameon=False, loc="upper left")
    ax.set(
        xlabel="loss at the near-critical point",
        ylabel="share of negative eigenvalues",
        ylim=(-0.01, None),
    )
    return ax


@style.house()
def slice_image(ax: Axes) -> AxesImage:
    """An empty heat map of the change of a loss on a plane, for `root_scale`; axes a and b."""
    box = {"extent": (-1, 1, -1, 1), "origin": "lower", "aspect": "auto"}
    colors = {"cmap": style.CHANGE_COLORMAP, "vmin": -1, "vmax": 1, "interpolation": "bilinear"}
    image = ax.imshow(np.zeros((2, 2)), **box, **colors)
    halves = [-1, -0.5, 0, 0.5, 1]
    ax.set(xlabel="a / radius", ylabel="b / radius", xticks=halves, yticks=halves)
    return image


def root_scale(change: np.ndarray) -> np.ndarray:
    """The root of a change beside the largest one, with its sign: so that small ones show."""
    return np.sign(change) * np.sqrt(np.abs(change) / np.abs(change).max())


@style.house()
def slice_of_loss(ax: Axes, losses: np.ndarray, title: str) -> Axes:
    """The loss on a plane, (points, points), as its change from the point in the middle."""
    middle = len(losses) // 2
    slice_image(ax).set_data(root_scale(losses - losses[middle, middle]))
    ax.plot(0, 0, "o", color=style.BLACK, markersize=6)
    ax.set_title(title, fontsize=10)
    return ax
