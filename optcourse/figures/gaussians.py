"""Lesson 06's pictures of Gaussians: densities, the plane of (μ, σ), circles and curves of equal divergence, paths."""

from collections.abc import Mapping, Sequence

import jax
import jax.numpy as jnp
import numpy as np
from matplotlib.axes import Axes

from optcourse import gaussians
from optcourse.experiments.natural_gradient import gaussians as measured
from optcourse.figures import style
from optcourse.fisher import gaussian_kl

EUCLIDEAN_STYLE = {"color": style.OPTIMIZERS["gradient_descent"]["color"], "linestyle": "-"}
NATURAL_STYLE = style.OPTIMIZERS["natural_gradient"]
TARGET_STYLE = {**style.KINDS["minimum"], "linestyle": "none", "zorder": 6}
COORDINATE_STYLES = {  # of the four coordinates: a color and a dash each, none of an optimizer in this lesson
    "variance": {"color": style.ORANGE, "linestyle": "-"},
    "deviation": {"color": style.PURPLE, "linestyle": "--"},
    "precision": {"color": style.VERMILION, "linestyle": "-."},
    "log-deviation": {"color": style.BLACK, "linestyle": ":"},
}
WINDOW = (-2.5, 3.5), (0.5, 4.6)  # of μ and of σ
LEVELS = 0.01, 0.05, 0.2, 0.5, 1, 2, 5, 10


def density(z, mean, std) -> np.ndarray:
    """N(z; mean, std²), as an array to draw."""
    coordinates = gaussians.ALL["deviation"]
    return np.exp(np.asarray(gaussians.log_density(coordinates, jnp.array([mean, std], float), z)))


@style.house()
def plane(ax: Axes, window=WINDOW) -> Axes:
    """Contours of the divergence of the target from N(μ, σ²) over the plane of (μ, σ), blue where low."""
    means, stds = np.meshgrid(*(np.linspace(*ends, 121) for ends in window))
    loss = np.asarray(gaussian_kl(*measured.TARGET, means, stds))
    _contours(ax, means, stds, loss)
    ax.plot(*measured.TARGET, **TARGET_STYLE)
    ax.set(xlim=window[0], ylim=window[1], xlabel="mean μ", ylabel="deviation σ")
    return ax


@style.house()
def density_pair(ax: Axes, first: tuple, second: tuple) -> Axes:
    """Two densities N(mean, std²), p and q, filled; both of their divergences (6.4) are written above."""
    z = np.linspace(*ax.get_xlim(), 300)
    for name, (mean, std), look in zip(
        "pq", (first, second), ({"color": style.BLUE}, {"color": style.ORANGE})
    ):
        heights = density(z, mean, std)
        ax.fill_between(
            z, heights, alpha=0.25, linewidth=0, hatch={"p": None, "q": "///"}[name], **look
        )
        ax.plot(z, heights, linewidth=1.5, label=f"{name}: μ = {mean:g}, σ = {std:g}", **look)
    there, back = float(gaussian_kl(*first, *second)), float(gaussian_kl(*second, *first))
    ax.set_title(f"KL(p‖q) = {there:.3g}, KL(q‖p) = {back:.3g}", fontsize=10)
    top = 1.5 * max(np.max(line.get_ydata()) for line in ax.lines)  # room for the legend
    ax.set(xlabel="z", ylabel="density", xlim=(z[0], z[-1]), ylim=(0, top))
    ax.legend(frameon=False, loc="upper right", fontsize=9)
    return ax


@style.house()
def steepest_steps(ax: Axes, name: str, place: tuple, radius: float, divergence: float) -> list:
    """At N(mean, std²) = place: circle and region KL <= divergence, and the steepest step in each (6.2), as arrows."""
    coordinates, loss = measured.named_problem(name)
    w = coordinates.point(*place)
    g = jax.grad(loss)(w)
    angles = np.linspace(0, 2 * np.pi, 200)
    circle = np.asarray(w) + radius * np.column_stack([np.cos(angles), np.sin(angles)])
    edges = circle, np.asarray(gaussians.kl_contour(coordinates, w, divergence))
    steps = gaussians.euclidean_step(g, radius), gaussians.kl_step(coordinates, w, g, divergence)
    lines = []
    for edge, step, look in zip(edges, np.asarray(steps), (EUCLIDEAN_STYLE, NATURAL_STYLE)):
        lines += ax.plot(*edge.T, linewidth=1.3, zorder=4, **look)
        head = {
            "arrowstyle": "-|>",
            "color": look["color"],
            "linewidth": 1.8,
            "shrinkA": 0,
            "shrinkB": 0,
        }
        ax.annotate("", np.asarray(w) + step, np.asarray(w), arrowprops=head, zorder=5)
    ax.plot(*w, zorder=6, **{**style.START, "markersize": 5})
    return lines


@style.house()
def flows(ax: Axes, curves: Mapping[str, np.ndarray]) -> list:
    """One curve (n, 2) in the plane of (μ, σ) for each coordinates, from one start; the first the widest.

    So curves that coincide are all seen, one inside the other.
    """
    widths = np.linspace(6, 1.5, len(curves))
    lines = []
    for (name, curve), width in zip(curves.items(), widths):
        lines += ax.plot(
            *curve.T, linewidth=width, alpha=0.85, label=name, zorder=4, **COORDINATE_STYLES[name]
        )
    ax.plot(*next(iter(curves.values()))[0], linestyle="none", zorder=6, **style.START)
    return lines


@style.house()
def steps_to_converge(
    ax: Axes, natural: Mapping[str, Sequence], euclidean: Mapping[str, Sequence]
) -> Axes:
    """A row for each coordinates, a mark for each start: circles for natural gradient, crosses for gradient descent."""
    for steps, marker, look, words in (
        (natural, "o", NATURAL_STYLE, "natural gradient"),
        (euclidean, "x", EUCLIDEAN_STYLE, "gradient descent"),
    ):
        rows = [(count, row) for row, counts in enumerate(steps.values()) for count in counts]
        marks = {
            "linestyle": "none",
            "marker": marker,
            "markerfacecolor": "none",
            "color": look["color"],
        }
        ax.plot(*np.transpose(rows), label=words, **marks)
    ax.set(
        xscale="log",
        xlabel="steps to KL < 10⁻⁶, one mark a start",
        xlim=(1, 1000),
        ylim=(3.5, -0.5),
    )
    ax.set_yticks(range(len(natural)), labels=list(natural))
    ax.set_xticks([1, 10, 100, 1000], labels=["1", "10", "100", "1000"])
    ax.minorticks_off()
    ax.legend(frameon=False, loc="lower left", bbox_to_anchor=(0, 1), ncols=2, fontsize=9)
    return ax


def _contours(ax, x, y, heights):
    colors = style.HEIGHT(np.linspace(0, 1, len(LEVELS) + 1))
    ax.contourf(x, y, heights, (-1, *LEVELS, 1e9), colors=colors, zorder=0)
    ax.contour(x, y, heights, LEVELS, colors=style.GRAY, linewidths=0.5, alpha=0.6, zorder=0.5)
