"""Lesson 06, Gaussians: densities, divergence over the plane of (μ, σ), flows."""

import jax.numpy as jnp
import numpy as np
from matplotlib.axes import Axes

from optcourse import gaussians
from optcourse.experiments.natural_gradient import gaussians as measured
from optcourse.figures import style
from optcourse.fisher import gaussian_kl

TARGET_STYLE = {**style.KINDS["minimum"], "linestyle": "none", "zorder": 6}
COORDINATE_STYLES = {  # none is that of an optimizer in this lesson
    "variance": {"color": style.ORANGE, "linestyle": "-"},
    "deviation": {"color": style.PURPLE, "linestyle": "--"},
    "precision": {"color": style.VERMILION, "linestyle": "-."},
    "log-deviation": {"color": style.BLACK, "linestyle": ":"},
}
WINDOW = (-2.5, 3.5), (0.5, 4.6)  # of μ and of σ
LEVELS = 0.01, 0.05, 0.2, 0.5, 1, 2, 5, 10


def density(z, mean, std) -> np.ndarray:
    """The density N(z; mean, std²) in NumPy."""
    w = jnp.array([mean, std], float)
    log_density = gaussians.log_density(gaussians.ALL["deviation"], w, z)
    return np.exp(np.asarray(log_density))


@style.house()
def plane(ax: Axes, window=WINDOW) -> Axes:
    """Contours of the divergence KL(target ‖ N(μ, σ²)) over the plane of (μ, σ), blue where low."""
    mean_axis, std_axis = (np.linspace(low, high, 121) for low, high in window)
    means, stds = np.meshgrid(mean_axis, std_axis)
    loss = np.asarray(gaussian_kl(*measured.TARGET, means, stds))
    _contours(ax, means, stds, loss)
    ax.plot(*measured.TARGET, **TARGET_STYLE)
    ax.set(xlim=window[0], ylim=window[1], xlabel="mean μ", ylabel="deviation σ")
    return ax


@style.house()
def flows(ax: Axes, curves: style.Arrays) -> list:
    """Gradient flows in the plane of (μ, σ) from one start: a curve (n, 2) for each coordinates.

    The first is the widest, so that curves that coincide are all seen, one inside the other.
    """
    widths = np.linspace(6, 1.5, len(curves))
    lines = []
    for (name, curve), width in zip(curves.items(), widths):
        look = {"linewidth": width, "alpha": 0.85, "zorder": 4, **COORDINATE_STYLES[name]}
        lines += ax.plot(curve[:, 0], curve[:, 1], label=name, **look)
    first = next(iter(curves.values()))
    ax.plot(*first[0], linestyle="none", zorder=6, **style.START)
    return lines


def _contours(ax, x, y, heights):
    colors = style.HEIGHT_COLORMAP(np.linspace(0, 1, len(LEVELS) + 1))
    ax.contourf(
        x,
        y,
        heights,
        (-1, *LEVELS, 1e9),
        colors=colors,
        zorder=0,
    )
    ax.contour(
        x,
        y,
        heights,
        LEVELS,
        colors=style.GRAY,
        linewidths=0.5,
        alpha=0.6,
        zorder=0.5,
    )
