"""Lesson 07: Pareto fronts in the plane of two losses, runs, final losses."""

from collections.abc import Iterable, Mapping

import jax
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

from optcourse import tradeoffs
from optcourse.figures import style
from optcourse.tradeoffs import FrontProblem

FRONT_STYLE = {"color": style.BLACK, "linewidth": 1.8}
FIRST_COLOR = style.BLUE  # ends where L₁ = 0
BALANCE_COLOR = "#f4f0c8"  # between the ends
SECOND_COLOR = style.VERMILION  # ends where L₂ = 0
FRONT_COLORMAP = LinearSegmentedColormap.from_list(
    "places", [FIRST_COLOR, "#9cc3e4", BALANCE_COLOR, "#f2b27a", SECOND_COLOR]
)
FRONT_KIND_STYLES = {
    "convex": {"color": style.BLUE, "linestyle": "-"},
    "concave": {"color": style.VERMILION, "linestyle": "--"},
    "concave to the ends": {"color": style.PURPLE, "linestyle": ":"},
    "mixed": {"color": style.GREEN, "linestyle": "-."},
    "concave chunk": {"color": style.ORANGE, "linestyle": (0, (1, 1))},
}
MAX_LOSS = 1.4  # of either loss in these pictures
RUN_STYLE = {**style.OPTIMIZERS["gradient_descent"], "linewidth": 1.2}
STAR_STYLE = {"linestyle": "none", **style.KINDS["minimum"]}


@style.house()
def loss_plane(ax: Axes, max_loss=MAX_LOSS) -> Axes:
    """The axes of the two losses, equally long."""
    ax.set(
        xlim=(-0.05, max_loss),
        ylim=(-0.05, max_loss),
        xlabel="first loss $L_1$",
        ylabel="second loss $L_2$",
    )
    ax.set_aspect("equal", adjustable="box")
    return ax


@style.house()
def front(ax: Axes, problem: FrontProblem, points: int = 401) -> Axes:
    """A Pareto front, solid where convex, dotted where concave; attainable losses in pale gray."""
    s = np.linspace(1e-3, 1 - 1e-3, points)
    curve = np.asarray(jax.vmap(problem.losses_at)(s))
    curvature = jax.vmap(lambda s: tradeoffs.front_curvature(problem, s))
    concave = np.asarray(curvature(s)) < -1e-4
    corners = np.concatenate([[(0, 9)], np.asarray(problem.front(points)), [(9, 0), (9, 9)]])
    ax.fill(
        corners[:, 0],
        corners[:, 1],
        color=style.LIGHT,
        alpha=0.25,
        linewidth=0,
        zorder=0,
    )
    for mask, dash in ((~concave, "-"), (concave, (0, (1, 1)))):
        first, second = np.where(mask[:, None], curve, np.nan).T
        ax.plot(first, second, **FRONT_STYLE, linestyle=dash, zorder=3)
    return ax


@style.house()
def runs(ax: Axes, paths: np.ndarray) -> Axes:
    """Runs in the plane of losses: paths (runs, steps + 1, 2), each from a circle to a star."""
    for path in np.asarray(paths):
        ax.plot(path[:, 0], path[:, 1], **RUN_STYLE, zorder=2)
    start = {**style.START, "linestyle": "none", "markersize": 5}
    end = {**STAR_STYLE, "markersize": 11}
    ax.plot(*paths[:, 0].T, **start, zorder=4)
    ax.plot(*paths[:, -1].T, **end, zorder=5, clip_on=False)
    return ax


@style.house()
def loss_sums(ax: Axes, losses: style.Arrays, steps: int) -> Axes:
    """L₁ + L₂ against the step, a band over runs: {kind of front: losses (runs, steps + 1, 2)}."""
    t = np.arange(steps + 1)
    for kind, paths in losses.items():
        sums = paths.sum(axis=-1)[:, : steps + 1]
        look = {**FRONT_KIND_STYLES[kind], "linewidth": 2}
        style.median_band(ax, t, sums.T, **look, label=kind)
    ax.set(xlabel="step t", ylabel="$L_1 + L_2$", xlim=(0, steps), ylim=(0, None))
    ax.legend(frameon=False)
    return ax


@style.house()
def example_fronts(axes: Iterable[Axes], fronts: Mapping[str, tuple]) -> Iterable[Axes]:
    """Example fronts, a panel each: dots that were reached, on a line where the front is known.

    fronts: {title: (x label, y label, reached (m, 2), known (n, 2) or None)}
    """
    dots = {"color": style.VERMILION, "markersize": 4.5, "zorder": 4}
    for ax, (title, (xlabel, ylabel, reached, known)) in zip(axes, fronts.items()):
        if known is not None:
            ax.plot(*np.asarray(known).T, **FRONT_STYLE)
        ax.plot(*np.asarray(reached).T, "o", **dots)
        ax.set(xlabel=xlabel, ylabel=ylabel)
        ax.set_title(title, fontsize=10)
    return axes


@style.house()
def rate_distortion(ax: Axes, measured: style.Arrays, linear: np.ndarray) -> Axes:
    """Rate against distortion, {way to set β: (betas, seeds, 2)}; dashed: linear code (n, 2)."""
    ax.plot(
        *linear.T,
        color=style.GRAY,
        linestyle="--",
        linewidth=1.5,
        label="best linear code",
    )
    looks = (
        {"color": style.VERMILION, "marker": "o"},
        {"color": style.BLUE, "marker": "s"},
    )
    for (name, points), look in zip(measured.items(), looks):
        hollow = {"markersize": 5, "markerfacecolor": "none", "linestyle": "none"}
        ax.plot(*points.reshape(-1, 2).T, **look, **hollow, label=f"β {name}")
        medians = np.median(points, axis=1)
        ax.plot(*medians.T, color=look["color"], linewidth=1)
    ax.set(xlabel="distortion D (half the squared error)", ylabel="rate R (nats)", xlim=(0, None))
    ax.legend(frameon=False)
    return ax


@style.house()
def weight_axis(ax: Axes) -> Axes:
    """A horizontal log scale for the weight, with plain numbers."""
    ax.set(xscale="log", xlabel="weight α (log scale)")
    style.log_ticks(ax.xaxis, [0.2, 0.5, 1, 2, 5])
    return ax


@style.house()
def final_loss_against_weight(ax: Axes, alphas: np.ndarray, first_losses: np.ndarray) -> Axes:
    """Final first losses (alphas, starts) against the weight, a line for each start."""
    for losses in np.asarray(first_losses).T:
        ax.plot(alphas, losses, **{**RUN_STYLE, "linewidth": 0.8}, alpha=0.6)
    repeated = np.repeat(alphas, first_losses.shape[1])
    ax.plot(
        repeated,
        np.ravel(first_losses),
        ".",
        color=style.BLACK,
        markersize=2.5,
    )
    weight_axis(ax).set(ylim=(-0.04, 1.04), ylabel="$L_1$ at the end")
    return ax


@style.house()
def basin_fractions(
    ax: Axes,
    alphas: np.ndarray,
    fractions: style.Arrays,
    laws: style.Arrays,
) -> Axes:
    """Fraction of starts that end at L₂ = 0: {kind: (alphas, seeds)}; laws: {kind: (alphas,)}."""
    for kind, values in fractions.items():
        look = {**FRONT_KIND_STYLES[kind], "linewidth": 2}
        line = style.median_band(ax, alphas, values, **look, label=kind)
        ax.plot(
            alphas,
            laws[kind],
            "o",
            color=line.get_color(),
            markersize=3.5,
        )
    weight_axis(ax).set(ylim=(-0.03, 1.03), ylabel="share that ends at $L_2 = 0$")
    ax.legend(frameon=False, loc="upper left")
    return ax


@style.house()
def transients(ax: Axes, between: np.ndarray, excess: np.ndarray, steps: int = 100) -> Axes:
    """Fraction of runs between both ends, and height above the front, by step: (steps, seeds)."""
    t = np.arange(steps + 1)
    solid = {"color": style.VERMILION, "linestyle": "-", "linewidth": 2}
    dashed = {"color": style.BLUE, "linestyle": "--", "linewidth": 2}
    between, excess = between[: steps + 1], excess[: steps + 1]
    style.median_band(ax, t, between, **solid, label="share of runs between the ends")
    style.median_band(ax, t, excess, **dashed, label="height of each loss above the front")
    ax.set(xlabel="step t", ylim=(0, 1.03), xlim=(0, steps))
    ax.legend(frameon=False)
    return ax


@style.house()
def bump_fronts(axes: Iterable[Axes], fronts: style.Arrays, ends: style.Arrays) -> Iterable[Axes]:
    """Fronts of two kinds of unit, {name: (n, 2)}; ends: of weighted sums, {name: (..., 2)}."""
    stars = {**STAR_STYLE, "markersize": 6, "markeredgewidth": 0.5, "zorder": 4, "clip_on": False}
    for ax, (name, curve) in zip(axes, fronts.items()):
        ax.plot(*curve.T, **FRONT_STYLE)
        ax.plot(*ends[name].reshape(-1, 2).T, **stars)
        loss_plane(ax, 1.05).set_title(name, fontsize=10)
        ax.label_outer()
    return axes
