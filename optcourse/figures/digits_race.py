"""Lesson 04's figures on networks that read digits: who is how fast at its best rate, warm-ups, and what v is."""

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes

from optcourse.figures import style
from optcourse.figures.adaptive_learning_rates import WARM_UP_STYLES


@style.house()
def scores(ax: Axes, found: Mapping, label: str) -> Axes:
    """A dot for each seed and a bar for their mean, a row for each method, best at the top where more is better.

    found: {name: result with `scores` (seeds,)}; label: what the numbers are.
    """
    for y, (name, result) in enumerate(found.items()):
        color = style.OPTIMIZERS[name]["color"]
        ax.plot(
            result.scores, np.full(len(result.scores), y), "o", color=color, markersize=5, alpha=0.6
        )
        ax.plot([np.mean(result.scores)] * 2, [y - 0.33, y + 0.33], color=color, linewidth=3)
    ax.set(xlabel=label, ylim=(len(found) - 0.4, -0.6))
    ax.set_yticks(range(len(found)), labels=[name.replace("_", " ") for name in found])
    return ax


@style.house()
def accuracy_against_rate(ax: Axes, found: Mapping) -> Axes:
    """Accuracy against the peak learning rate, means and ranges over seeds; found: {name of PLANS: Tolerance}."""
    for name, each in found.items():
        ax.fill_between(
            each.rates,
            each.low,
            each.high,
            color=WARM_UP_STYLES[name]["color"],
            alpha=0.15,
            linewidth=0,
        )
        ax.plot(each.rates, each.mean, linewidth=2, label=name, **WARM_UP_STYLES[name])
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
    """Every weight's v against its entry on the Fisher diagonal, on log axes, and the line on which both are equal."""
    seen = (diagonals.v > 0) & (
        diagonals.fisher > 0
    )  # the weights of pixels that are never inked have neither
    fisher, v = diagonals.fisher[seen], diagonals.v[seen]
    ax.plot(fisher, v, ".", color=style.OPTIMIZERS["adam"]["color"], markersize=3, alpha=0.5)
    ends = np.array([fisher.min(), fisher.max()])
    (line,) = ax.plot(ends, ends, color=style.GRAY, linewidth=1)
    style.label_line(line, "equal", at=0.0, xytext=(2, 12))
    ax.set(xscale="log", yscale="log", xlabel="Fisher diagonal", ylabel="v")
    return ax
