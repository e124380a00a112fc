"""Lesson 06: the divergence beside three quadratics, and steps with the empirical Fisher matrix towards a mean."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes

from optcourse.experiments.natural_gradient import fisher
from optcourse.experiments.run import stays_below
from optcourse.figures import style

WEIGHTING_STYLES = {
    "model": {"color": style.BLACK, "linestyle": "-", "linewidth": 1.6},
    "data": {"color": style.VERMILION, "linestyle": "--", "linewidth": 1.1},
    "uniform": {"color": style.PURPLE, "linestyle": ":", "linewidth": 1.6},
}
WEIGHTING_LABELS = {
    "model": "F: the model's own p",
    "data": "observed labels",
    "uniform": "all classes alike",
}
TOLERANCE = 1e-3
VARIANCE_STYLES = (  # of the variances, in rising order
    {"color": style.PURPLE, "linestyle": "-", "linewidth": 0.6},
    {"color": style.VERMILION, "linestyle": "--", "linewidth": 1.6},
    {"color": style.BLACK, "linestyle": "-.", "linewidth": 1.6},
    {"color": style.GRAY, "linestyle": (0, (8, 2, 2, 2, 2, 2)), "linewidth": 1.6},
)


@style.house()
def divergence_ratios(ax: Axes, sizes: np.ndarray, ratios: Mapping[str, np.ndarray]) -> Axes:
    """KL(w ‖ w + d) over ½ dᵀ M d against ‖d‖: one line a direction, in the look of the weighting that makes M.

    ratios: {weighting: (directions, sizes)}, as `experiments.fisher.ratios` gives them. Each name stands on that line
    of its own which begins farthest from 1.
    """
    for name, values in ratios.items():
        lines = [ax.semilogx(sizes, row, **WEIGHTING_STYLES[name])[0] for row in values]
        off = values[:, 0] - 1
        farthest = np.argmax(np.abs(off))
        outside = -9 if off[farthest] < -0.01 else 9  # points: away from the other lines
        style.label_line(lines[farthest], WEIGHTING_LABELS[name], at=0.0, xytext=(0, outside))
    ax.set(
        xlabel="length of the move ‖d‖ (log scale)",
        ylabel="KL(w ‖ w + d) / (½ dᵀ M d)",
        ylim=(0, None),
    )
    return ax


@style.house()
def empirical_fisher_descent(ax: Axes, variances: Sequence, steps: int = 400) -> Axes:
    """Distance to the best mean over steps with the empirical matrix, for at most four data variances in rising order.

    One step of the natural gradient, from the same start to the mean itself, is the line at the left.
    """
    floor = TOLERANCE / 10
    for variance, look in zip(variances, VARIANCE_STYLES):
        distance = np.abs(fisher.mean_estimation(variance, steps))
        (line,) = ax.semilogy(
            np.maximum(distance, floor / 10), **look
        )  # an exact zero has no logarithm
        _label_convergence(line, variance, float(stays_below(distance, TOLERANCE)), steps)
    look = style.OPTIMIZERS["natural_gradient"]
    ax.semilogy([0, 1], [-fisher.START, floor / 10], linewidth=1.8, **look)
    words = {"xytext": (8, 0), "textcoords": "offset points", "fontsize": 9, "color": look["color"]}
    ax.annotate("natural gradient:\none step", (1, 0.6), **words)
    ax.set(
        xlabel="step",
        ylabel="distance to the best mean",
        ylim=(floor, 60),
        xlim=(-0.02 * steps, steps),
    )
    return ax


def _label_convergence(line, variance, settled, steps):
    """On the line: its variance, and whether it settles, jumps to and fro or does neither."""
    cycle = fisher.limit_cycle(variance)
    if cycle is None:
        words, at = f"v = {variance:g}: {settled:g} steps to {TOLERANCE:g}", settled - 1
        place = {"xytext": (-8, 0), "ha": "right"} if variance <= 1 else {"xytext": (12, 0)}
    else:
        at, lift = steps, -44 if cycle.stable else 34  # points: below and above what jumps on
        words = f"v = {variance:g}: " + (
            f"±{cycle.amplitude:.2f} for ever" if cycle.stable else "never settles"
        )
        place = {"xytext": (-4, lift), "ha": "right"}
    style.label_line(line, words, at=at / len(line.get_xdata()), **place)
