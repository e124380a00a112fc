"""A landscape as contours or as a surface, with its critical points."""

import jax
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import BoundaryNorm

from optcourse.figures import style
from optcourse.landscapes import Landscape


def loss_grid(landscape: Landscape, points: int = 101):
    """(X, Y, L), each (points, points): the loss on a grid over the landscape's window."""
    (x0, x1), (y0, y1) = landscape.window
    X, Y = np.meshgrid(np.linspace(x0, x1, points), np.linspace(y0, y1, points))
    over_rows = jax.vmap(jax.vmap(landscape.loss))
    return X, Y, np.asarray(over_rows(np.stack([X, Y], axis=-1)))


def contour_levels(L: np.ndarray, count: int = 16) -> np.ndarray:
    """Contour levels at quantiles of L, so that a deep valley does not take all the lines."""
    return np.unique(np.quantile(L, np.linspace(0, 1, count + 2) ** 1.5))


@style.house()
def contours(ax: Axes, landscape: Landscape, points: int = 101) -> Axes:
    """The loss as filled contours, low ground blue, in the landscape's window."""
    X, Y, L = loss_grid(landscape, points)
    levels = contour_levels(L)
    norm = BoundaryNorm(levels, style.HEIGHT_COLORMAP.N)
    ax.contourf(
        X,
        Y,
        L,
        levels,
        cmap=style.HEIGHT_COLORMAP,
        norm=norm,
        zorder=0,
    )
    ax.contour(
        X,
        Y,
        L,
        levels,
        colors=style.GRAY,
        linewidths=0.5,
        alpha=0.6,
        zorder=0.5,
    )
    ax.set(xlim=landscape.window[0], ylim=landscape.window[1], xlabel="$w_1$", ylabel="$w_2$")
    return ax


@style.house()
def surface(ax, landscape: Landscape, points: int = 61, quantile: float = 0.9):
    """The loss as a surface in 3-D axes, without the high walls above a quantile of it."""
    X, Y, L = loss_grid(landscape, points)
    top = np.quantile(L, quantile)
    shown = np.where(top < L, np.nan, L)
    mesh = {"edgecolor": style.GRAY, "linewidth": 0.15, "rcount": 40, "ccount": 40}
    ax.plot_surface(X, Y, shown, cmap=style.HEIGHT_COLORMAP, **mesh)
    ax.set(xlim=landscape.window[0], ylim=landscape.window[1], zlim=(np.min(L), top))
    ax.set(xlabel="$w_1$", ylabel="$w_2$", zlabel="loss")
    ax.set_box_aspect((4, 4, 3), zoom=0.85)
    ax.tick_params(labelsize=8, pad=-2)
    ax.locator_params(nbins=4)
    return ax


@style.house()
def critical_points(ax: Axes, landscape: Landscape) -> list:
    """Mark the critical points: minima by a star, saddles by a cross, maxima by a triangle."""
    marks = []
    for point in landscape.critical_points:
        marks += ax.plot(*point.w, linestyle="none", zorder=3, **style.KINDS[point.kind])
    return marks
