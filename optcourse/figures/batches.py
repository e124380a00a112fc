"""Lesson 02: accuracy against the batch size, noise, time, the two wells, and how sharp a network ends."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes

from optcourse.experiments.batches import walkers
from optcourse.experiments.batches.digits import BATCH_SIZES
from optcourse.figures import style
from optcourse.figures.momentum import median_band

SMALL_STYLE, LARGE_STYLE = (
    {"color": style.VERMILION, "marker": "o"},
    {"color": style.BLUE, "marker": "s"},
)
COLORS = (style.VERMILION, style.ORANGE, style.GREEN, style.SKY, style.BLUE, style.BLACK)


@style.house()
def batch_size_axis(ax: Axes, values=BATCH_SIZES) -> Axes:
    """A logarithmic axis of batch sizes, with the sizes themselves as ticks."""
    ax.set(xscale="log", xlabel="batch size B")
    ax.set_xticks(values, labels=[f"{b}" for b in values])
    ax.minorticks_off()
    return ax


@style.house()
def accuracy_by_size(ax: Axes, by_words: Mapping[str, np.ndarray]) -> Axes:
    """Training accuracy against the batch size: a band over seeds for each entry, named in a legend below the axis.

    by_words: {words: (batch sizes, seeds)}
    """
    for (words, values), color, dash, marker in zip(
        by_words.items(), (style.VERMILION, style.BLUE), ("-", "--"), "os"
    ):
        line = median_band(
            ax, BATCH_SIZES, values, color=color, linestyle=dash, marker=marker, markersize=5
        )
        line.set_label(words)
    batch_size_axis(ax).set(ylim=(0, 1.03), ylabel="training accuracy")
    ax.legend(frameon=False, fontsize=9, loc="lower center")
    return ax


@style.house()
def noise_by_size(
    ax: Axes, batch_sizes: Sequence, measured: np.ndarray, lines: Mapping[str, np.ndarray]
) -> Axes:
    """The variance of a batch's gradient, log scales: dots measured, one line for each formula.

    measured: (batch sizes, seeds), divided by tr Σ; lines: {words: values at the batch sizes}
    """
    for (words, values), dash in zip(lines.items(), ("-", ":")):
        (line,) = ax.plot(batch_sizes, values, dash, color=style.GRAY, linewidth=1.2)
        style.label_line(
            line,
            words,
            at=0.55 if dash == "-" else 0.8,
            xytext=(-80, -16) if dash == "-" else (-8, 14),
        )
    for column in measured.T:
        ax.plot(batch_sizes, column, "o", color=style.VERMILION, markersize=4)
    batch_size_axis(ax, batch_sizes).set(yscale="log", ylabel="variance / variance at B = 1")
    return ax


@style.house()
def times(axes: Sequence[Axes] | np.ndarray, rows: Mapping[str, np.ndarray]) -> None:
    """Microseconds of an update, and milliseconds of an epoch, against the batch size: called one by one, or looped."""
    looks = {
        "called one by one": ("called", SMALL_STYLE),
        "in one compiled loop": ("update", LARGE_STYLE),
    }
    for words, (column, look) in looks.items():
        for ax, name in zip(axes, (column, {"called": "called_epoch", "update": "epoch"}[column])):
            ax.plot(rows["batch_size"], rows[name], markersize=4, label=words, **look)
    for ax, words in zip(axes, ("one update (µs)", "one epoch of 1024 (ms)")):
        batch_size_axis(ax, (1, 4, 16, 64, 256, 1024)).set(yscale="log", ylabel=words)
    axes[0].legend(frameon=False, fontsize=9)


@style.house()
def wells(ax: Axes, shifts: np.ndarray, others: int = 0, window=(-1.5, 4.5)) -> Axes:
    """The loss of all shifted examples, the first `others` of them alone in gray, and the names of the wells."""
    x = np.linspace(*window, 400)
    for s in shifts[:others]:
        ax.plot(x, walkers.loss(x, s[None]), color=style.LIGHT, linewidth=0.8, zorder=1)
    ax.plot(x, walkers.loss(x, shifts), color=style.BLACK, linewidth=1.8, zorder=3)
    for place, name in ((0.0, "sharp"), (3.0, "flat")):
        ax.annotate(name, (place, -0.25), ha="center", va="top", fontsize=9)
    ax.set(xlim=window, ylim=(-1.1, 6.5), xlabel="w", ylabel="loss")
    return ax


@style.house()
def paired_values(
    ax: Axes, small: np.ndarray, large: np.ndarray, groups: Sequence[str], words: str
) -> Axes:
    """Two numbers of each seed, joined by a line, for each group: small batches left (circles), full batch right.

    small, large: (groups, seeds)
    """
    for i, (a, b) in enumerate(zip(small, large)):
        ax.plot([i - 0.15, i + 0.15], [a, b], color=style.LIGHT, linewidth=1, zorder=1)
        for x, values, look in ((i - 0.15, a, SMALL_STYLE), (i + 0.15, b, LARGE_STYLE)):
            ax.plot(np.full(len(values), x), values, linestyle="none", markersize=5, **look)
    ax.set_xticks(range(len(groups)), labels=groups, fontsize=8.5)
    ax.set(ylabel=words, xlim=(-0.5, len(groups) - 0.5))
    return ax


@style.house()
def shifted_losses(ax: Axes, curvatures: Sequence[float], delta=0.3) -> Axes:
    """Training loss (solid) and the same shifted by δ (dashed) at a sharp and a flat minimum; the gaps are marked."""
    for curvature, place in zip(curvatures, (0.0, 3.0)):
        x = np.linspace(-1, 1.4, 200)
        (training,) = ax.plot(place + x, curvature * x**2 / 2, color=style.BLACK, linewidth=1.6)
        (test,) = ax.plot(
            place + x,
            curvature * (x - delta) ** 2 / 2,
            color=style.VERMILION,
            linestyle="--",
            linewidth=1.6,
        )
        gap = curvature * delta**2 / 2
        ax.plot([place, place], [0, gap], color=style.PURPLE, linewidth=3, zorder=4)
        where = (
            {"x": place - 0.5, "ha": "right"} if place == 0 else {"x": place + 0.2, "ha": "center"}
        )
        ax.text(y=1.4, s=f"λ = {curvature:g}: +{gap:.2g}", fontsize=9, color=style.PURPLE, **where)
    ax.set(xlim=(-1.6, 4.6), ylim=(-0.1, 3.2), xlabel="w", ylabel="loss")
    ax.legend(
        [training, test],
        ["training loss", "test loss"],
        frameon=False,
        fontsize=9,
        loc="upper right",
    )
    return ax
