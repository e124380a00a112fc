"""Lesson 06, the first open question: the time of the Hessian over that of the Fisher matrix, by the outputs."""

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes

from optcourse.figures import style

FISHER_STYLES = {  # name of a matrix -> (words, look)
    "sampled": ("one drawn label", {"color": style.PURPLE, "marker": "s", "linestyle": "--"}),
    "exact": ("exact", {"color": style.VERMILION, "marker": "o", "linestyle": "-"}),
}


@style.house()
def cost_ratios(ax: Axes, found: Mapping[str, Mapping[int, np.ndarray]]) -> Axes:
    """A line through the medians over sizes and a dot for each size; above the line at 1 the Fisher matrix is cheaper.

    found: {"exact" or "sampled": {outputs: ratios (sizes,)}}, as `experiments.fisher_costs.ratios` gives them.
    """
    ax.axhline(1, color=style.GRAY, linewidth=1)
    ax.annotate(
        "equal", (1, 1), xytext=(0, -11), textcoords="offset points", fontsize=9, color=style.GRAY
    )
    for name, by_outputs in found.items():
        words, look = FISHER_STYLES[name]
        outputs = np.array(list(by_outputs))
        for c, values in by_outputs.items():
            ax.plot(
                np.full(len(values), c),
                values,
                look["marker"],
                color=look["color"],
                markersize=4,
                alpha=0.5,
            )
        (line,) = ax.plot(
            outputs, [np.median(values) for values in by_outputs.values()], linewidth=2, **look
        )
        style.label_line(line, words, xytext=(8, 9))
    ax.set(
        xscale="log",
        yscale="log",
        xlabel="outputs",
        ylabel="time of Hessian / time of Fisher",
        xlim=(0.9, 24),
    )
    ax.set_xticks(outputs, labels=[f"{c}" for c in outputs])
    ax.set_yticks([0.5, 1, 2, 5, 10, 20], labels=["0.5", "1", "2", "5", "10", "20"])
    ax.minorticks_off()
    return ax
