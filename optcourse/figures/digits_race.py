"""Lesson 04, networks that read digits: a race of optimizers, each at its own best rate."""

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes

from optcourse.figures import style


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
    ax.set_yticks(range(len(results)), labels=[style.written(name) for name in results])
    return ax
