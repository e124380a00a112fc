"""Lesson 04, networks that read digits: a race of optimizers, each at its own best rate."""

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes

from optcourse.figures import style


@style.house()
def race_results(ax: Axes, results: Mapping, label: str) -> Axes:
    """A row for each result with `scores` (seeds,): a dot for each, and a bar for their mean.

    A seed has the same height in every row: so dots of equal scores are apart, and pairs are seen.
    """
    for y, (name, result) in enumerate(results.items()):
        color = style.OPTIMIZERS[name]["color"]
        heights = y + np.linspace(-0.26, 0.26, len(result.scores))
        ax.plot(result.scores, heights, "o", color=color, markersize=4)
        mean = np.mean(result.scores)
        ax.plot([mean, mean], [y - 0.33, y + 0.33], color=color, linewidth=3)
    ax.set(xlabel=label, ylim=(len(results) - 0.4, -0.6))
    ax.set_yticks(range(len(results)), labels=[style.written(name) for name in results])
    return ax
