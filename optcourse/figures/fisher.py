"""Lesson 06: descent with the empirical Fisher matrix."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from optcourse.experiments.natural_gradient import fisher
from optcourse.experiments.run import stays_below
from optcourse.figures import style

TOLERANCE = 1e-3
VARIANCE_STYLES = (  # of the variances, in rising order
    {"color": style.PURPLE, "linestyle": "-", "linewidth": 0.6},
    {"color": style.VERMILION, "linestyle": "--", "linewidth": 1.6},
    {"color": style.BLACK, "linestyle": "-.", "linewidth": 1.6},
    {"color": style.GRAY, "linestyle": (0, (8, 2, 2, 2, 2, 2)), "linewidth": 1.6},
)


@style.house()
def empirical_fisher_descent(ax: Axes, variances: Sequence, steps: int = 400) -> Axes:
    """Distance to the best mean over steps with the empirical Fisher, for up to four variances.

    variances: in rising order. The line at the left is the one step that natural gradient needs.
    """
    floor = TOLERANCE / 10
    for variance, look in zip(variances, VARIANCE_STYLES):
        distance = np.abs(fisher.empirical_fisher_path(variance, steps))
        positive = np.maximum(distance, floor / 10)  # an exact zero has no logarithm
        (line,) = ax.semilogy(positive, **look)
        settled = float(stays_below(distance, TOLERANCE))
        _label_convergence(line, variance, settled, steps)
    look = style.OPTIMIZERS["natural_gradient"]
    ax.semilogy([0, 1], [-fisher.START, floor / 10], linewidth=1.8, **look)
    offset = {"xytext": (8, 0), "textcoords": "offset points"}
    label = "natural gradient:\none step"
    ax.annotate(
        label,
        (1, 0.6),
        fontsize=9,
        color=look["color"],
        **offset,
    )
    ax.set(xlabel="step", ylabel="distance to the best mean")
    ax.set(ylim=(floor, 60), xlim=(-0.02 * steps, steps))
    return ax


def _label_convergence(line, variance, settled, steps):
    """Label a line with its variance, and whether it converges, oscillates or does neither."""
    cycle = fisher.limit_cycle(variance)
    if cycle is None:
        label = f"v = {variance:g}: {settled:g} steps to {TOLERANCE:g}"
        at = settled - 1
        offset = {"xytext": (-8, 0), "ha": "right"} if variance <= 1 else {"xytext": (12, 0)}
    elif cycle.stable:
        label = f"v = {variance:g}: ±{cycle.amplitude:.2f} for ever"
        at = steps
        offset = {"xytext": (-4, -44), "ha": "right"}  # below what oscillates
    else:
        label = f"v = {variance:g}: never settles"
        at = steps
        offset = {"xytext": (-4, 34), "ha": "right"}
    style.label_line(line, label, at=at / len(line.get_xdata()), **offset)
