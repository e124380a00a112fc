"""Lesson 08's pictures: fronts with a wanted point, methods on their way to it, edges of damping, and networks."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes

from optcourse.figures import style

METHODS = {
    "weighted sum, exact weight": {"color": style.BLUE, "linestyle": "-"},
    "quadratic penalty": {"color": style.ORANGE, "linestyle": (0, (6, 1))},
    "Chebyshev": {"color": style.PURPLE, "linestyle": ":"},
    "hard constraint first": style.OPTIMIZERS["constraint_first"],
    "BDMM": {"color": style.BLACK, "linestyle": "--"},
    "MDMM": style.OPTIMIZERS["mdmm"],
}
FRONT_STYLE = {"color": style.GRAY, "linewidth": 3, "alpha": 0.6, "solid_capstyle": "round"}
TARGET_STYLE = {**style.KINDS["minimum"], "linestyle": "none", "zorder": 6}
FRONT_LABELS = {"concave to the ends": "concave,\nsquare ends"}
FORMULATION_STYLES = {
    "weight": {"color": style.BLUE, "marker": "o", "label": "a weight"},
    "budget": {
        "color": style.OPTIMIZERS["mdmm"]["color"],
        "marker": "x",
        "label": "a budget, MDMM",
    },
}


@style.house()
def loss_plane(ax: Axes) -> Axes:
    """Axes for (L₁, L₂), both from 0 to a little above 1."""
    ax.set(xlim=(-0.03, 1.25), ylim=(-0.03, 1.25), xlabel="$L_1$", ylabel="$L_2$", aspect="equal")
    return ax


@style.house()
def front(ax: Axes, points: np.ndarray, words: str = "front"):
    """A front (n, 2) as a thick gray line, named at its middle."""
    (line,) = ax.plot(*np.asarray(points).T, zorder=1, **FRONT_STYLE)
    if words:
        style.label_line(line, words, at=0.35, xytext=(6, 8))
    return line


@style.house()
def method_lines(ax: Axes, width=1.6) -> list:
    """An empty line for each of METHODS, in its look; MDMM on top."""
    looks = enumerate(METHODS.items())
    return [
        ax.plot([], [], linewidth=width, label=name, zorder=2 + i / 10, **look)[0]
        for i, (name, look) in looks
    ]


@style.house()
def success_rates(
    ax: Axes, shares: Mapping[str, np.ndarray], kinds: Sequence[str], words: Sequence | None = None
) -> Axes:
    """A row for each method, a column for each kind of front: the mean share of hits, darker for more.

    shares: {method: (kinds, seeds)}; words: what stands before the rows, the methods' names by default.
    """
    means = np.mean(list(shares.values()), axis=-1)
    ax.imshow(
        means,
        cmap=style.LinearSegmentedColormap.from_list("hits", ["#ffffff", "#7fc8bd"]),
        vmin=0,
        vmax=1,
    )
    for (i, j), mean in np.ndenumerate(means):
        ax.text(j, i, f"{100 * mean:.0f} %", ha="center", va="center", fontsize=9)
    ax.set_xticks(range(len(kinds)), labels=[FRONT_LABELS.get(kind, kind) for kind in kinds])
    ax.set_yticks(range(len(shares)), labels=words or list(shares))
    ax.tick_params(length=0, top=True, labeltop=True, bottom=False, labelbottom=False)
    ax.spines[:].set_visible(False)
    ax.set_aspect("auto")
    return ax


@style.house()
def damping_range(ax: Axes, damping: np.ndarray, distance: np.ndarray, edges: Sequence) -> Axes:
    """How far from ε runs end that began beside the wanted point, against the damping; both edges as dotted lines."""
    ax.loglog(damping, distance, "o-", color=METHODS["MDMM"]["color"], markersize=4, linewidth=1)
    for edge, words in zip(edges, ("least", "most")):
        ax.axvline(edge, color=style.GRAY, linestyle=":", linewidth=1.2)
        ax.annotate(
            f"{words}\n{edge:.3g}",
            (edge, 1.02),
            xycoords=("data", "axes fraction"),
            ha="center",
            fontsize=9,
        )
    ax.set(xlabel="damping c", ylabel="$|L_2 - \\varepsilon|$ after 5000 steps")
    return ax


@style.house()
def final_points(ax: Axes, spent: Mapping[str, np.ndarray], loss: Mapping[str, np.ndarray]) -> Axes:
    """Where networks end in the plane of (budgeted quantity, loss): circles for weights, crosses for budgets."""
    for way, look in FORMULATION_STYLES.items():
        marks = {"linestyle": "none", "markersize": 6, "markerfacecolor": "none"}
        ax.plot(spent[way], loss[way], **{**look, **marks})
    ax.set(xlabel="‖w‖² / 100", ylabel="cross-entropy")
    ax.legend(frameon=False)
    return ax


@style.house()
def constraint_against_weight(ax: Axes, numbers: np.ndarray, spent: np.ndarray) -> Axes:
    """The budgeted quantity against the weight, one line a seed: spent (weights, seeds)."""
    for column, dash in zip(spent.T, ("-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1)))):
        ax.plot(
            numbers,
            column,
            color=FORMULATION_STYLES["weight"]["color"],
            linestyle=dash,
            linewidth=1.2,
            marker=".",
            markersize=4,
        )
    ax.set(xscale="log", xlabel="weight α", ylabel="‖w‖² / 100", ylim=(-0.02, None))
    ax.set_xticks([1, 2, 3, 5, 10], labels=["1", "2", "3", "5", "10"])
    ax.minorticks_off()
    return ax
