"""Lesson 09, deeper: where two rates go, and how flat it is where a flood ends."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from optcourse.figures import landscapes, style
from optcourse.figures.flooding import MARK, METHODS, PENALTY, PLAIN
from optcourse.landscapes import Landscape

TWO_RATES = {"color": METHODS["two rates"]["color"], "linestyle": "-"}
LOOKS = (
    {**PLAIN, "linewidth": 1.8},
    {**TWO_RATES, "linewidth": 2.2},
    {**PENALTY, "linewidth": 1.8},
)
QUANTITIES = (
    {"color": style.BLUE, "marker": "o"},
    {"color": style.ORANGE, "marker": "^"},
)


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


@style.house()
def ratios(ax: Axes, groups: Sequence[str], values: style.Arrays, ylabel: str) -> Axes:
    """Ratios on a log scale about a line at 1: {quantity: (groups, seeds)}, a dot for each seed."""
    offsets = (-0.12, 0.12)
    for (name, rows), offset, look in zip(values.items(), offsets, QUANTITIES, strict=True):
        for i, row in enumerate(rows):
            label = name if i == 0 else None
            ax.plot([i + offset] * len(row), row, label=label, **look, **MARK)
    ax.axhline(1, color=style.GRAY, linewidth=0.8, zorder=0)
    ax.set(xlim=(-0.5, len(groups) - 0.5), yscale="log", ylabel=ylabel)
    ax.set_xticks(range(len(groups)), labels=groups)
    ax.tick_params(axis="x", length=0)
    above = {"loc": "lower left", "bbox_to_anchor": (0, 1), "ncols": len(values)}
    ax.legend(frameon=False, fontsize=9, handletextpad=0, columnspacing=0.6, **above)
    return ax
