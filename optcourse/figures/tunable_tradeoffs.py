"""Lesson 08: fronts with a target point, methods and their success rates, damping, networks."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

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
FRONT_LABELS = {"concave to the ends": "concave\nto the ends"}


@style.house()
def loss_plane(ax: Axes) -> Axes:
    """Axes for (L₁, L₂), both from 0 to a little above 1."""
    ax.set(
        xlim=(-0.03, 1.25),
        ylim=(-0.03, 1.25),
        xlabel="$L_1$",
        ylabel="$L_2$",
        aspect="equal",
    )
    return ax


@style.house()
def front(ax: Axes, points: np.ndarray, label: str = "front"):
    """A Pareto front (n, 2) as a thick gray line, labeled at its middle."""
    (line,) = ax.plot(*np.asarray(points).T, zorder=1, **FRONT_STYLE)
    if label:
        style.label_line(line, label, at=0.35, xytext=(6, 8))
    return line


@style.house()
def method_lines(ax: Axes, width=1.6) -> list:
    """An empty line for each of METHODS, in its style; MDMM on top."""
    lines = []
    for i, (name, look) in enumerate(METHODS.items()):
        lines += ax.plot(
            [],
            [],
            linewidth=width,
            label=name,
            zorder=2 + i / 10,
            **look,
        )
    return lines


@style.house()
def success_rates(
    ax: Axes,
    rates: style.Arrays,
    kinds: Sequence[str],
    labels: Sequence | None = None,
) -> Axes:
    """Mean success rates, darker for more: {method: (kinds, seeds)}; labels: the methods' names."""
    means = np.mean(list(rates.values()), axis=-1)
    colors = LinearSegmentedColormap.from_list("hits", ["#ffffff", "#7fc8bd"])
    ax.imshow(means, cmap=colors, vmin=0, vmax=1)
    for (i, j), mean in np.ndenumerate(means):
        ax.text(
            j,
            i,
            f"{100 * mean:.0f} %",
            ha="center",
            va="center",
            fontsize=9,
        )
    ax.set_xticks(range(len(kinds)), labels=[FRONT_LABELS.get(kind, kind) for kind in kinds])
    ax.set_yticks(range(len(rates)), labels=labels or list(rates))
    ax.tick_params(length=0, top=True, labeltop=True, bottom=False, labelbottom=False)
    ax.spines[:].set_visible(False)
    ax.set_aspect("auto")
    return ax


@style.house()
def damping_range(ax: Axes, damping: np.ndarray, distance: np.ndarray, bounds: Sequence) -> Axes:
    """Final distance from ε against the damping, for runs from beside the target; bounds dotted."""
    ax.loglog(
        damping,
        distance,
        "o-",
        color=METHODS["MDMM"]["color"],
        markersize=4,
        linewidth=1,
    )
    above = {"xycoords": ("data", "axes fraction"), "ha": "center", "fontsize": 9}
    for bound, name in zip(bounds, ("least", "most")):
        ax.axvline(bound, color=style.GRAY, linestyle=":", linewidth=1.2)
        ax.annotate(f"{name}\n{bound:.3g}", (bound, 1.02), **above)
    ax.set(xlabel="damping c", ylabel="$|L_2 - \\varepsilon|$ after 5000 steps")
    return ax


@style.house()
def settling(ax: Axes, damping: np.ndarray, measured: np.ndarray, law: np.ndarray) -> Axes:
    """Steps to settle against the damping: measured (NaN: it did not), and (c - c*) / η_λ."""
    look = {"color": METHODS["MDMM"]["color"], "linestyle": "none"}
    ax.loglog(damping, measured, "o", markersize=4, label="measured", **look)
    ax.loglog(damping, law, color=style.BLACK, linewidth=1, label="$(c - c^*) / η_λ$")
    ax.set(xlabel="damping c", ylabel="steps to settle", ylim=(2, None))
    style.log_ticks(ax.xaxis, [1, 2, 5, 10, 20, 50])
    style.log_ticks(ax.yaxis, [2, 5, 10, 20, 50, 100, 200, 500])
    ax.legend(frameon=False, loc="upper center")
    return ax


@style.house()
def branches(ax: Axes, budgets: np.ndarray, prices: np.ndarray, ranks: np.ndarray) -> Axes:
    """Multiplier against the budget, a line for each number of directions, with that number."""
    colors = (style.BLUE, style.ORANGE, style.GREEN, style.PURPLE, style.BLACK)
    for rank, color, marker in zip(np.unique(ranks), colors, "osD^v"):
        x, y = budgets[ranks == rank], prices[ranks == rank]
        ax.plot(x, y, color=color, marker=marker, markersize=5, linewidth=1.4)
        above = {"xytext": (0, 7), "textcoords": "offset points", "ha": "center"}
        ax.annotate(f"{rank:.0f}", (x[0], y[0]), **above)
    ax.set(xlabel="budget for ‖w‖² / 100", ylabel="multiplier of MDMM", ylim=(0, 9.5))
    return ax


@style.house()
def budgets_met(ax: Axes, met: np.ndarray, dampings: Sequence, rates: Sequence) -> Axes:
    """How many budgets were met, darker for more: (dampings, multiplier rates)."""
    colors = LinearSegmentedColormap.from_list("hits", ["#ffffff", "#7fc8bd"])
    ax.imshow(met, cmap=colors, vmin=0, vmax=8, aspect="auto")
    for (i, j), count in np.ndenumerate(met):
        ax.text(j, i, f"{count:.0f}", ha="center", va="center", fontsize=9)
    ax.set_xticks(range(len(rates)), labels=[f"{rate:g}" for rate in rates])
    ax.set_yticks(range(len(dampings)), labels=[f"{damping:g}" for damping in dampings])
    ax.set(xlabel="multiplier rate $η_λ$", ylabel="damping c")
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    return ax


@style.house()
def constraint_against_weight(ax: Axes, weights: np.ndarray, constraint_values: np.ndarray) -> Axes:
    """The constrained quantity (weights, seeds) against the weight; the first seed is blue."""
    look = {"marker": ".", "markersize": 4, "linewidth": 1.2}
    dashes = ("-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1)))
    for seed, (values, dash) in enumerate(zip(constraint_values.T, dashes)):
        color = style.GRAY if seed else style.BLUE
        ax.plot(weights, values, linestyle=dash, color=color, zorder=3 - (seed > 0), **look)
    ax.set(xscale="log", xlabel="weight α", ylabel="‖w‖² / 100", ylim=(-0.02, None))
    style.log_ticks(ax.xaxis, [1, 2, 3, 5, 10])
    return ax
