"""Lesson 02: loss and time against the batch size, two wells, sharp minima."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from optcourse.experiments.batches import walkers
from optcourse.experiments.batches.digits import BATCH_SIZES
from optcourse.figures import style

SMALL_STYLE = {"color": style.VERMILION, "marker": "o"}
LARGE_STYLE = {"color": style.BLUE, "marker": "s"}
COLORS = (style.VERMILION, style.ORANGE, style.GREEN, style.SKY, style.BLUE, style.BLACK)


@style.house()
def batch_size_axis(ax: Axes, values=BATCH_SIZES) -> Axes:
    """A logarithmic axis of batch sizes, with the sizes themselves as ticks."""
    ax.set(xscale="log", xlabel="batch size B")
    style.log_ticks(ax.xaxis, values)
    return ax


@style.house()
def loss_by_size(ax: Axes, losses: style.Arrays) -> Axes:
    """Training loss against the batch size, log scales. losses: {label: (sizes, seeds)}."""
    looks = {**LARGE_STYLE, "linestyle": "--"}, {**SMALL_STYLE, "linestyle": "-"}
    for (label, values), look in zip(losses.items(), looks):
        line = style.median_band(ax, BATCH_SIZES, values, markersize=5, **look)
        line.set_label(label)
    batch_size_axis(ax).set(yscale="log", ylabel="training loss")
    ax.legend(frameon=False, fontsize=9, loc="upper left")
    return ax


@style.house()
def fitted_times(ax: Axes, rows: style.Arrays, fits: style.Arrays) -> Axes:
    """The time of an update (µs) against the batch size: marks measured, lines a + b B.

    rows: columns of `batch_time`; fits: {column: (a, b)}
    """
    looks = {"called": SMALL_STYLE, "update": LARGE_STYLE}
    labels = {"called": "called one by one", "update": "in one compiled loop"}
    sizes = rows["batch_size"]
    for column, (fixed, each) in fits.items():
        name = f"{labels[column]}: {fixed:.1f} + {each:.2f} B"
        ax.plot(sizes, rows[column], linestyle="none", markersize=5, **looks[column])
        line = {**looks[column], "marker": "", "linewidth": 1.2, "label": name}
        ax.plot(sizes, fixed + each * sizes, **line)
    batch_size_axis(ax, (1, 4, 16, 64, 256, 1024)).set(yscale="log", ylabel="one update (µs)")
    ax.legend(frameon=False, fontsize=9)
    return ax


@style.house()
def wells(ax: Axes, shifts: np.ndarray, examples=(), window=(-1.5, 4.5)) -> Axes:
    """The mean loss over all shifts, that of each shift in `examples` in gray, the wells' names."""
    x = np.linspace(*window, 400)
    for s in examples:
        ax.plot(
            x,
            walkers.loss(x, np.array([s])),
            color=style.LIGHT,
            linewidth=1,
            zorder=1,
        )
    ax.plot(
        x,
        walkers.loss(x, shifts),
        color=style.BLACK,
        linewidth=1.8,
        zorder=3,
    )
    for minimum, name in ((0.0, "sharp"), (3.0, "flat")):
        ax.annotate(
            name,
            (minimum, -2.1),
            ha="center",
            va="top",
            fontsize=9,
        )
    ax.set(xlim=window, ylim=(-3.2, 6.5), xlabel="w", ylabel="loss")
    return ax


@style.house()
def paired_values(
    ax: Axes, small: np.ndarray, large: np.ndarray, groups: Sequence[str], ylabel: str
) -> Axes:
    """Paired values of each seed for each group: small batches (left, circles) and the full batch.

    small, large: (groups, seeds); a line joins the two values of a seed. The axis begins at 0 where
    the values reach down to half of the largest.
    """
    for i, (a, b) in enumerate(zip(small, large)):
        left = i - 0.15
        right = i + 0.15
        ax.plot(
            [left, right],
            [a, b],
            color=style.LIGHT,
            linewidth=1,
            zorder=1,
        )
        for x, values, look, name in (
            (left, a, SMALL_STYLE, "small batches"),
            (right, b, LARGE_STYLE, "full batch"),
        ):
            ax.plot(
                np.full(len(values), x),
                values,
                linestyle="none",
                markersize=5,
                label="" if i else name,
                **look,
            )
    if 2 * min(small.min(), large.min()) < max(small.max(), large.max()):
        ax.set_ylim(bottom=0)
    ax.set_xticks(range(len(groups)), labels=groups, fontsize=8.5)
    ax.set(ylabel=ylabel, xlim=(-0.5, len(groups) - 0.5))
    return ax


@style.house()
def shifted_losses(ax: Axes, curvatures: Sequence[float], delta=0.3) -> Axes:
    """Training loss, test loss shifted by δ and their gap at a sharp and a flat minimum."""
    x = np.linspace(-1, 1.4, 200)
    notes = ({"x": -0.5, "ha": "right"}, {"x": 3.2, "ha": "center"})
    for curvature, minimum, note in zip(curvatures, (0.0, 3.0), notes):
        training = curvature * x**2 / 2
        test = curvature * (x - delta) ** 2 / 2
        gap = curvature * delta**2 / 2
        dashed = {"color": style.VERMILION, "linestyle": "--", "linewidth": 1.6}
        solid = {"color": style.BLACK, "linewidth": 1.6}
        (training_line,) = ax.plot(minimum + x, training, **solid)
        (test_line,) = ax.plot(minimum + x, test, **dashed)
        ax.plot(
            [minimum, minimum],
            [0, gap],
            color=style.PURPLE,
            linewidth=3,
            zorder=4,
        )
        label = f"λ = {curvature:g}: +{gap:.2g}"
        ax.text(
            y=1.4,
            s=label,
            fontsize=9,
            color=style.PURPLE,
            **note,
        )
    ax.set(xlim=(-1.6, 4.6), ylim=(-0.1, 3.2), xlabel="w", ylabel="loss")
    lines = [training_line, test_line]
    labels = ["training loss", "test loss"]
    ax.legend(lines, labels, frameon=False, fontsize=9, loc="upper right")
    return ax
