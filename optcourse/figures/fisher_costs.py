"""Lesson 06: the time of the Hessian over that of the Fisher matrix, against the outputs."""

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes

from optcourse.figures import style

FISHER_STYLES = {  # name of a matrix -> (label, style)
    "sampled": ("one drawn label", {"color": style.PURPLE, "marker": "s", "linestyle": "--"}),
    "exact": ("exact", {"color": style.VERMILION, "marker": "o", "linestyle": "-"}),
}


@style.house()
def cost_ratios(ax: Axes, ratios: Mapping[str, Mapping[int, np.ndarray]]) -> Axes:
    """Time of the Hessian over time of the Fisher matrix: medians, and a dot for each size.

    ratios: {"exact" or "sampled": {outputs: (sizes,)}}; above the line at 1 the Fisher is cheaper.
    """
    ax.axhline(1, color=style.GRAY, linewidth=1)
    offset = {"xytext": (0, -11), "textcoords": "offset points"}
    ax.annotate(
        "equal",
        (1, 1),
        fontsize=9,
        color=style.GRAY,
        **offset,
    )
    for name, by_outputs in ratios.items():
        label, look = FISHER_STYLES[name]
        outputs = np.array(list(by_outputs))
        dots = {"color": look["color"], "markersize": 4, "alpha": 0.5}
        for c, values in by_outputs.items():
            ax.plot(np.full(len(values), c), values, look["marker"], **dots)
        medians = [np.median(values) for values in by_outputs.values()]
        (line,) = ax.plot(outputs, medians, linewidth=2, **look)
        style.label_line(line, label, xytext=(8, 9))
    ax.set(
        xscale="log",
        yscale="log",
        xlabel="outputs",
        ylabel="time of Hessian / time of Fisher",
        xlim=(0.9, 24),
    )
    style.log_ticks(ax.xaxis, outputs)
    style.log_ticks(ax.yaxis, [0.5, 1, 2, 5, 10, 20])
    return ax
