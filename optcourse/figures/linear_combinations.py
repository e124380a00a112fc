"""Lesson 07: fronts in the plane of two losses, runs on them, the tilted plane above it, and what weights reach."""

from collections.abc import Iterable, Mapping

import jax
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

from optcourse import tradeoffs
from optcourse.figures import style
from optcourse.figures.momentum import median_band
from optcourse.tradeoffs import FrontProblem

FRONT_STYLE = {"color": style.BLACK, "linewidth": 1.8}
FIRST_COLOR, BALANCE_COLOR, SECOND_COLOR = (
    style.BLUE,
    "#f4f0c8",
    style.VERMILION,
)  # ends where L₁ = 0, between, where L₂ = 0
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
RUN_STYLE = {"color": style.GREEN, "linewidth": 1.2}
STAR_STYLE = {"linestyle": "none", **style.KINDS["minimum"]}


@style.house()
def loss_plane(ax: Axes, highest=MAX_LOSS) -> Axes:
    """The axes of the two losses, equally long."""
    ax.set(
        xlim=(-0.05, highest),
        ylim=(-0.05, highest),
        xlabel="first loss $L_1$",
        ylabel="second loss $L_2$",
    )
    ax.set_aspect("equal", adjustable="box")
    return ax


@style.house()
def front(ax: Axes, problem: FrontProblem, points: int = 401) -> Axes:
    """A front: solid where it is convex, dotted where it is concave, and all that can be attained in pale gray."""
    s = np.linspace(1e-3, 1 - 1e-3, points)
    curve = np.asarray(jax.vmap(problem.along)(s))
    concave = np.asarray(jax.vmap(lambda s: tradeoffs.front_curvature(problem, s))(s)) < -1e-4
    corners = np.concatenate([[(0, 9)], np.asarray(problem.front(points)), [(9, 0), (9, 9)]])
    ax.fill(*corners.T, color=style.LIGHT, alpha=0.25, linewidth=0, zorder=0)
    for mask, dash in ((~concave, "-"), (concave, (0, (1, 1)))):
        ax.plot(*np.where(mask[:, None], curve, np.nan).T, **FRONT_STYLE, linestyle=dash, zorder=3)
    return ax


@style.house()
def runs(ax: Axes, paths: np.ndarray) -> Axes:
    """Runs in the plane of losses: paths (runs, steps + 1, 2), each from a circle to a star."""
    for path in np.asarray(paths):
        ax.plot(*path.T, **RUN_STYLE, zorder=2)
    ax.plot(*paths[:, 0].T, linestyle="none", **{**style.START, "markersize": 5}, zorder=4)
    ax.plot(*paths[:, -1].T, **{**STAR_STYLE, "markersize": 11}, zorder=5, clip_on=False)
    return ax


@style.house()
def loss_sums(ax: Axes, losses: Mapping[str, np.ndarray], steps: int) -> Axes:
    """The sum of both losses against the step: {kind of front: losses (runs, steps + 1, 2)}; a band over the runs."""
    for kind, paths in losses.items():
        median_band(
            ax,
            np.arange(steps + 1),
            paths.sum(axis=-1)[:, : steps + 1].T,
            **FRONT_KIND_STYLES[kind],
            linewidth=2,
            label=kind,
        )
    ax.set(xlabel="step t", ylabel="$L_1 + L_2$", xlim=(0, steps), ylim=(0, None))
    ax.legend(frameon=False)
    return ax


def plane_mesh(n: int = 7, highest=MAX_LOSS) -> np.ndarray:
    """(2, points) of the plane of losses: a net of 2 n lines, a NaN after each."""
    ticks = np.linspace(0, highest, n)
    lines = [[(a, 0), (a, highest), (np.nan, np.nan)] for a in ticks] + [
        [(0, a), (highest, a), (np.nan, np.nan)] for a in ticks
    ]
    return np.concatenate(lines).T


def tilted_plane(alpha, losses: np.ndarray) -> np.ndarray:
    """(3, points) for 3-D axes: the losses (points, 2), and over each the height (L₁ + α L₂) / (1 + α)."""
    first, second = np.asarray(losses, float).T
    return np.stack([first, second, (first + alpha * second) / (1 + alpha)])


@style.house()
def plane_axes(ax):
    """3-D axes for the tilted plane: its floor is the plane of losses."""
    box = (0, MAX_LOSS)
    ax.set(xlim=box, ylim=box, zlim=box, xlabel="$L_1$", ylabel="$L_2$")
    ax.set_zlabel("$(L_1 + α L_2) / (1 + α)$", fontsize=9)
    ax.set(xticks=(0.5, 1), yticks=(0.5, 1), zticks=(0, 0.5, 1))  # no two zeros in one corner
    ax.tick_params(labelsize=8, pad=-2)
    ax.set_box_aspect((4, 4, 3), zoom=0.95)
    ax.view_init(30, 215)  # from its low corner: from elsewhere the plane is seen edge on
    return ax


@style.house()
def example_fronts(axes: Iterable[Axes], fronts: Mapping[str, tuple]) -> Iterable[Axes]:
    """Dots on a line: {title: (horizontal name, vertical name, reached (m, 2), known (n, 2) or None)}, a panel each."""
    for ax, (title, (first, second, reached, known)) in zip(axes, fronts.items()):
        if known is not None:
            ax.plot(*np.asarray(known).T, **FRONT_STYLE)
        ax.plot(*np.asarray(reached).T, "o", color=style.VERMILION, markersize=4.5, zorder=4)
        ax.set(xlabel=first, ylabel=second)
        ax.set_title(title, fontsize=10)
    return axes


@style.house()
def rate_distortion(ax: Axes, reached: Mapping[str, np.ndarray], linear: np.ndarray) -> Axes:
    """Rate against distortion of the digits' autoencoder: {way: (betas, seeds, 2)}, and the best linear code."""
    ax.plot(*linear.T, color=style.GRAY, linestyle="--", linewidth=1.5, label="best linear code")
    for (way, points), marker, color in zip(reached.items(), "os", (style.VERMILION, style.BLUE)):
        look = {
            "color": color,
            "marker": marker,
            "markersize": 5,
            "markerfacecolor": "none",
            "linestyle": "none",
        }
        ax.plot(*points.reshape(-1, 2).T, **look, label=f"β {way}")
        ax.plot(*np.median(points, axis=1).T, color=color, linewidth=1)
    ax.set(xlabel="distortion D (half the squared error)", ylabel="rate R (nats)", xlim=(0, None))
    ax.legend(frameon=False)
    return ax


@style.house()
def weight_axis(ax: Axes) -> Axes:
    """A horizontal log scale for the weight, with plain numbers."""
    ax.set(xscale="log", xlabel="weight α (log scale)")
    ax.set_xticks([0.2, 0.5, 1, 2, 5], labels=["0.2", "0.5", "1", "2", "5"])
    ax.minorticks_off()
    return ax


@style.house()
def final_loss_against_weight(ax: Axes, alphas: np.ndarray, first: np.ndarray) -> Axes:
    """The first loss at which each run ends, against its weight: first (alphas, starts), one line for each start."""
    for row in np.asarray(first).T:
        ax.plot(alphas, row, color=style.GREEN, linewidth=0.8, alpha=0.6)
    ax.plot(
        np.repeat(alphas, first.shape[1]), np.ravel(first), ".", color=style.BLACK, markersize=2.5
    )
    weight_axis(ax).set(ylim=(-0.04, 1.04), ylabel="$L_1$ at the end")
    return ax


@style.house()
def basin_fractions(
    ax: Axes, alphas: np.ndarray, measured: Mapping[str, np.ndarray], laws: Mapping[str, np.ndarray]
) -> Axes:
    """The share of starts that end at L₂ = 0, against the weight: {kind: (alphas, seeds)}; laws: {kind: (alphas,)}."""
    for kind, share in measured.items():
        line = median_band(ax, alphas, share, **FRONT_KIND_STYLES[kind], linewidth=2, label=kind)
        ax.plot(alphas, laws[kind], "o", color=line.get_color(), markersize=3.5)
    weight_axis(ax).set(ylim=(-0.03, 1.03), ylabel="share that ends at $L_2 = 0$")
    ax.legend(frameon=False, loc="upper left")
    return ax


@style.house()
def transients(ax: Axes, between: np.ndarray, excess: np.ndarray, steps: int = 100) -> Axes:
    """Against the step: the share of runs between both ends, and how far above the front; both (steps, seeds)."""
    t = np.arange(steps + 1)
    looks = {"color": style.VERMILION, "linestyle": "-"}, {"color": style.BLUE, "linestyle": "--"}
    median_band(
        ax, t, between[: steps + 1], **looks[0], linewidth=2, label="share of runs between the ends"
    )
    median_band(
        ax,
        t,
        excess[: steps + 1],
        **looks[1],
        linewidth=2,
        label="height of each loss above the front",
    )
    ax.set(xlabel="step t", ylim=(0, 1.03), xlim=(0, steps))
    ax.legend(frameon=False)
    return ax


@style.house()
def bump_fronts(
    axes: Iterable[Axes], fronts: Mapping[str, np.ndarray], ends: Mapping[str, np.ndarray]
) -> Iterable[Axes]:
    """The fronts of a unit that scales a bump and of one that moves it (n, 2), and where weighted sums end (..., 2)."""
    for ax, (name, curve) in zip(axes, fronts.items()):
        ax.plot(*curve.T, **FRONT_STYLE)
        ax.plot(
            *ends[name].reshape(-1, 2).T, **{**STAR_STYLE, "markersize": 9}, zorder=4, clip_on=False
        )
        loss_plane(ax, 1.05).set_title(name, fontsize=10)
        ax.label_outer()
    return axes
