"""Lesson 06's pictures of Gaussians: densities, the plane of (μ, σ), circles and curves of equal divergence, paths."""

import jax.numpy as jnp
import numpy as np
from matplotlib.axes import Axes

from optcourse import gaussians
from optcourse.figures import style
from optcourse.fisher import gaussian_kl

EUCLIDEAN = {"color": style.OPTIMIZERS["gradient_descent"]["color"], "linestyle": "-"}
NATURAL = {"color": style.GREEN, "linestyle": (0, (6, 1.5))}
TARGET = {**style.KINDS["minimum"], "linestyle": "none", "zorder": 6}
LOOKS = {  # of the four coordinates, for gradient descent: a color and a dash each
    "variance": {"color": style.BLUE, "linestyle": "-"},
    "deviation": {"color": style.PURPLE, "linestyle": "--"},
    "precision": {"color": style.VERMILION, "linestyle": "-."},
    "log-deviation": {"color": style.BLACK, "linestyle": ":"},
}
WINDOW = (-2.5, 3.5), (0.5, 4.6)  # of μ and of σ
LEVELS = 0.01, 0.05, 0.2, 0.5, 1, 2, 5, 10


def density(ax: Axes, mean: float, std: float, **look):
    """The density of N(mean, std²) over the x axis as it is now; the line is returned."""
    z = np.linspace(*ax.get_xlim(), 300)
    return ax.plot(z, density_at(z, mean, std), **look)[0]


def density_at(z, mean, std) -> np.ndarray:
    """N(z; mean, std²), as an array to draw."""
    coordinates = gaussians.ALL["deviation"]
    return np.exp(np.asarray(gaussians.log_density(coordinates, jnp.array([mean, std], float), z)))


def plane(ax: Axes, target: tuple, window=WINDOW) -> Axes:
    """Contours of KL(target ‖ N(μ, σ²)) over the plane of (μ, σ), low ground blue, and the target as a star."""
    means, stds = np.meshgrid(*(np.linspace(*ends, 121) for ends in window))
    loss = np.asarray(gaussian_kl(*target, means, stds))
    ax.contourf(means, stds, loss, (0, *LEVELS, 1e9), colors=style.HEIGHT(np.linspace(0, 1, len(LEVELS) + 1)), zorder=0)
    ax.contour(means, stds, loss, LEVELS, colors=style.GRAY, linewidths=0.5, alpha=0.6, zorder=0.5)
    ax.plot(*target, **TARGET)
    ax.set(xlim=window[0], ylim=window[1], xlabel="mean μ", ylabel="deviation σ")
    return ax
