"""Lesson 04, networks that read digits: a race at the best rates, warm-up, and what v is."""

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes

from optcourse.figures import style
from optcourse.figures.adaptive_learning_rates import WARM_UP_STYLES


@style.house()
def race_results(ax: Axes, results: Mapping, label: str) -> Axes:
    """A row for each result with `scores` (seeds,): a dot for each, and a bar for their mean."""
    for y, (name, result) in enumerate(results.items()):
        color = style.OPTIMIZERS[name]["color"]
        rows = np.full(len(result.scores), y)
        ax.plot(result.scores, rows, "o", color=color, markersize=5, alpha=0.6)
        mean = np.mean(result.scores)
        ax.plot([mean, mean], [y - 0.33, y + 0.33], color=color, linewidth=3)
    ax.set(xlabel=label, ylim=(len(results) - 0.4, -0.6))
    ax.set_yticks(range(len(results)), labels=[name.replace("_", " ") for name in results])
    return ax


@style.house()
def accuracy_against_rate(ax: Axes, results: Mapping) -> Axes:
    """Accuracy against the peak learning rate: means and ranges over seeds, by warm-up variant."""
    for name, result in results.items():
        look = WARM_UP_STYLES[name]
        low = result.low
        high = result.high
        ax.fill_between(
            result.rates,
            low,
            high,
            color=look["color"],
            alpha=0.15,
            linewidth=0,
        )
        ax.plot(result.rates, result.mean, linewidth=2, label=name, **look)
    ax.set(
        xscale="log",
        xlabel="learning rate η after the warm-up",
        ylabel="accuracy, training digits",
        ylim=(0, 1.02),
    )
    ax.legend(frameon=False, fontsize=9, loc="lower left", handlelength=3.5)
    return ax


@style.house()
def second_moment_against_fisher(ax: Axes, diagonals) -> Axes:
    """v of every weight against its entry on the Fisher diagonal, log axes; a line where equal."""
    # the weights of pixels that are never inked have neither
    positive = (diagonals.v > 0) & (diagonals.fisher > 0)
    fisher = diagonals.fisher[positive]
    v = diagonals.v[positive]
    ax.plot(
        fisher,
        v,
        ".",
        color=style.OPTIMIZERS["adam"]["color"],
        markersize=3,
        alpha=0.5,
    )
    ends = np.array([fisher.min(), fisher.max()])
    (line,) = ax.plot(ends, ends, color=style.GRAY, linewidth=1)
    style.label_line(line, "equal", at=0.0, xytext=(2, 12))
    ax.set(xscale="log", yscale="log", xlabel="Fisher diagonal", ylabel="v")
    return ax
