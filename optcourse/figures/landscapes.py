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
    """Contour levels with equal areas between them, so that a deep valley does not take all the lines."""
    return np.unique(np.quantile(L, np.linspace(0, 1, count + 2) ** 1.5))


@style.house()
def contours(ax: Axes, landscape: Landscape, points: int = 101) -> Axes:
    """The loss as filled contours, low ground blue, in the landscape's window."""
    X, Y, L = loss_grid(landscape, points)
    steps = contour_levels(L)
    ax.contourf(
        X, Y, L, steps, cmap=style.HEIGHT, norm=BoundaryNorm(steps, style.HEIGHT.N), zorder=0
    )
    ax.contour(X, Y, L, steps, colors=style.GRAY, linewidths=0.5, alpha=0.6, zorder=0.5)
    ax.set(xlim=landscape.window[0], ylim=landscape.window[1], xlabel="$w_1$", ylabel="$w_2$")
    return ax


@style.house()
def surface(ax, landscape: Landscape, points: int = 61, top: float = 0.9):
    """The loss as a surface in 3-D axes, cut off above the quantile `top` so that high walls do not hide the floor."""
    X, Y, L = loss_grid(landscape, points)
    cap = np.quantile(L, top)
    shown = np.where(cap < L, np.nan, L)
    ax.plot_surface(
        X, Y, shown, cmap=style.HEIGHT, edgecolor=style.GRAY, linewidth=0.15, rcount=40, ccount=40
    )
    ax.set(
        xlim=landscape.window[0],
        ylim=landscape.window[1],
        zlim=(np.min(L), cap),
        xlabel="$w_1$",
        ylabel="$w_2$",
    )
    ax.set_zlabel("loss")
    ax.set_box_aspect((4, 4, 3), zoom=0.85)
    ax.tick_params(labelsize=8, pad=-2)
    ax.locator_params(nbins=4)
    return ax


@style.house()
def critical_points(ax: Axes, landscape: Landscape) -> list:
    """Mark the known critical points: a star for a minimum, a cross for a saddle, a triangle for a maximum."""
    return [
        ax.plot(*p.w, linestyle="none", zorder=3, **style.KINDS[p.kind])[0]
        for p in landscape.critical_points
    ]


@style.house()
def clear(axes, keep=()) -> None:
    """Remove what was drawn in these axes, to draw another landscape there; the artists in `keep` stay."""
    for artist in [a for ax in axes for a in [*ax.collections, *ax.lines] if a not in keep]:
        artist.remove()
