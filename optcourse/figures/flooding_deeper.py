"""Lesson 09, deeper: where two rates go, beside the gradient penalty that they imitate."""

from matplotlib.axes import Axes

from optcourse.figures import landscapes, style
from optcourse.figures.flooding import FLOOD, PENALTY, PLAIN
from optcourse.landscapes import Landscape

LOOKS = ({**PLAIN, "linewidth": 1.8}, {**FLOOD, "linewidth": 2.2}, {**PENALTY, "linewidth": 1.8})


@style.house()
def paths(ax: Axes, landscape: Landscape, runs: style.Arrays) -> Axes:
    """Paths from one start over the loss: {method: (steps, 2)}, the first one in gray."""
    landscapes.contours(ax, landscape)
    for (name, path), look in zip(runs.items(), LOOKS):
        ax.plot(*path.T, label=name, zorder=3, **look)
    start = next(iter(runs.values()))[0]
    ax.plot(*start, **style.START, zorder=4)
    above = {"loc": "lower left", "bbox_to_anchor": (0, 1), "ncols": len(runs)}
    ax.legend(frameon=False, fontsize=9, handlelength=3, **above)
    return ax
