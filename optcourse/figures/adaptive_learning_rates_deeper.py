"""Lesson 04, deeper: warm-up and RAdam, the rounds of Muon, what v is, and how old it is.

mistakes_against_rate         what a network gets wrong by learning rate, with and without warm-up
singular_values               what each round of Newton-Schulz makes of a singular value
second_moment_against_fisher  v of every weight against its entry on the Fisher diagonal
running_means                 squared gradients in training, and their means with two memories
bursts                        how far two forms of Adagrad are from the floor of a ravine
"""

from collections.abc import Mapping

import numpy as np
from jaxtyping import Float
from matplotlib.axes import Axes

from optcourse.figures import style
from optcourse.figures.adaptive_learning_rates import WARM_UP_STYLES

ADAM = style.OPTIMIZERS["adam"]
MEMORIES = (  # of running means, from short to long
    {"color": style.BLUE, "linestyle": "--"},
    ADAM,
)


@style.house()
def mistakes_against_rate(ax: Axes, results: Mapping) -> Axes:
    """1 - accuracy against the learning rate, log axes: means over seeds, ± 2 standard errors."""
    for name, result in results.items():
        wrong = 1 - result.accuracies
        mean = np.mean(wrong, axis=1)
        error = 2 * np.std(wrong, axis=1, ddof=1) / np.sqrt(wrong.shape[1])
        look = WARM_UP_STYLES[name]
        ax.errorbar(result.rates, mean, error, label=name, linewidth=2, capsize=2, **look)
    ax.set(xscale="log", yscale="log", xlabel="learning rate η", ylabel="digits that it gets wrong")
    style.log_ticks(ax.xaxis, [0.001, 0.003, 0.01, 0.03])
    style.log_ticks(
        ax.yaxis, [0.02, 0.05, 0.1, 0.2, 0.5, 1], ["2 %", "5 %", "10 %", "20 %", "50 %", "all"]
    )
    ax.legend(frameon=False, fontsize=9, loc="upper left", handlelength=3.5)
    return ax


@style.house()
def singular_values(ax: Axes, rounds: Float[np.ndarray, "rounds n"]) -> Axes:
    """The singular value after each round against that of the start; row 0: the start."""
    for number, values in enumerate(rounds):
        last = number == len(rounds) - 1
        color = style.OPTIMIZERS["muon"]["color"] if last else style.GRAY
        (line,) = ax.plot(rounds[0], values, linewidth=2 if last else 1, color=color)
        label = {0: "at the start", 1: "after 1 round"}.get(number, str(number))
        style.label_line(line, label, at=0.0, ha="right", xytext=(-4, 0))
    ax.axhspan(0.68, 1.2, color=style.LIGHT, alpha=0.5, linewidth=0, zorder=0)
    ax.set(xscale="log", yscale="log", xlim=(rounds[0, 0] / 10, 1), ylim=(rounds[0, 0] / 2, 2))
    ax.set(xlabel="singular value at the start", ylabel="after the rounds")
    return ax


@style.house()
def second_moment_against_fisher(ax: Axes, diagonals) -> Axes:
    """v of every weight against its entry on the Fisher diagonal, log axes; a line where equal."""
    # the weights of pixels that are never inked have neither
    positive = (diagonals.v > 0) & (diagonals.fisher > 0)
    fisher, v = diagonals.fisher[positive], diagonals.v[positive]
    ax.plot(fisher, v, ".", color=ADAM["color"], markersize=3, alpha=0.5)
    ends = np.array([fisher.min(), fisher.max()])
    (line,) = ax.plot(ends, ends, color=style.GRAY, linewidth=1)
    style.label_line(line, "equal", at=0.0, xytext=(2, 12))
    ax.set(xscale="log", yscale="log", xlabel="Fisher diagonal", ylabel="v")
    return ax


@style.house()
def running_means(ax: Axes, squares: Float[np.ndarray, " t"], means: style.Arrays) -> Axes:
    """Squared gradients by step, a dot each, and their running means, the shortest memory first."""
    ax.plot(squares, ".", color=style.LIGHT, markersize=2)
    for (name, mean), look in zip(means.items(), MEMORIES, strict=True):
        (line,) = ax.plot(mean, linewidth=2, **look)
        style.label_line(line, name)
    ax.set(yscale="log", xlim=(0, 1.25 * len(squares)), xlabel="step t", ylabel="‖g‖²")
    ax.set_xticks(range(0, len(squares) + 1, 500))
    return ax


@style.house()
def bursts(ax: Axes, heights: style.Arrays, unstable, floor=1e-5) -> Axes:
    """|y| above the floor of a ravine by step, medians, ranges: {optimizer: (seeds, t)}.

    unstable: the step from which on one of them should be, a vertical line.
    """
    names = {"adagrad_rms": "root of the mean", "adagrad": "root of the sum"}
    for name, y in heights.items():
        steps = np.arange(y.shape[1])
        size = np.maximum(np.abs(y), floor)
        look = style.OPTIMIZERS[name] | {"linestyle": "-" if name == "adagrad_rms" else ":"}
        style.median_band(ax, steps, size.T, label=names[name], **look)
    ax.axvline(unstable, color=style.GRAY, linewidth=1.5)
    ax.set(yscale="log", ylim=(floor, 3), xlim=(0, len(steps)), xlabel="step t", ylabel="|y|")
    ax.legend(frameon=False, fontsize=9, loc="upper right")
    return ax
