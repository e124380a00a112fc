"""Lesson 05: two surfaces over two logits, waits like d and like e^d, and a digits network."""

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Polygon

from optcourse import cross_entropy
from optcourse.experiments.cross_entropy_and_mse import digits
from optcourse.figures import style
from optcourse.figures.critical_points import LOSS_STYLES
from optcourse.figures.landscapes import loss_grid

LEVELS = 16  # contour lines, equally far apart in height: where they are rare, the surface is flat


@style.house()
def contours(ax: Axes, loss: str) -> Axes:
    """Contours of a loss over (y₁, y₂), low ground blue; dotted: both classes are as likely."""
    surface = cross_entropy.SURFACES[loss]
    X, Y, L = loss_grid(surface)
    levels = np.linspace(0, L.max(), LEVELS + 1)
    ax.contourf(X, Y, L, levels, cmap=style.HEIGHT_COLORMAP, zorder=0)
    ax.contour(
        X,
        Y,
        L,
        levels[1:],
        colors=style.GRAY,
        linewidths=0.6,
        alpha=0.7,
        zorder=0.5,
    )
    ax.axline(
        (0, 0),
        slope=1,
        color=style.GRAY,
        linewidth=1,
        linestyle=":",
        zorder=1,
    )
    ax.set(xlim=surface.window[0], ylim=surface.window[1])
    ax.set(xlabel="$y_1$ (right class)", ylabel="$y_2$ (wrong class)")
    return ax


@style.house()
def surface(ax, loss: str):
    """One loss over (y₁, y₂) as a surface in 3-D axes."""
    drawn = cross_entropy.SURFACES[loss]
    X, Y, L = loss_grid(drawn, 41)
    mesh = {"edgecolor": style.GRAY, "linewidth": 0.2, "rcount": 21, "ccount": 21}
    ax.plot_surface(X, Y, L, cmap=style.HEIGHT_COLORMAP, **mesh)
    ax.set(
        xlim=drawn.window[0],
        ylim=drawn.window[1],
        zlim=(0, L.max()),
        xlabel="$y_1$",
        ylabel="$y_2$",
    )
    # both axes would write a -10 and a 10 into one corner
    ax.set(xticks=(-10, 0, 10), yticks=(0, 10))
    ax.set_title(drawn.name, fontsize=11)
    ax.set_box_aspect((4, 4, 3), zoom=1.1)
    ax.tick_params(labelsize=8, pad=-2)
    ax.view_init(28, -52)
    ax.locator_params(axis="z", nbins=4)
    return ax


@style.house()
def steps_against_start(ax: Axes, a: np.ndarray, measured: Mapping, laws: Mapping) -> Axes:
    """Steps until the right class wins against a, log scale: dots are runs, lines the closed form.

    measured: {loss: steps (m,)}; laws: {loss: steps (m,)}.
    """
    for name, steps in measured.items():
        label, color, marker, dash = LOSS_STYLES[name]
        (line,) = ax.semilogy(a, laws[name], dash, color=color)
        ax.semilogy(a, steps, marker, color=color, markersize=6)
        style.label_line(line, label, xytext=(8, 0))
    ax.set(
        xlabel="a: the logits are (−a, a, −1000)",
        ylabel="steps until $p_1$ = 0.9",
        ylim=(10, None),
    )
    ax.margins(x=0.2)
    return ax


@style.house()
def gradients_against_start(ax: Axes, a: np.ndarray) -> Axes:
    """Length of both gradients at the logits (-a, a): right if a < 0, wrong if a > 0."""
    for name, lengths in cross_entropy.gradient_norms(2 * a).items():
        label, color, _, dash = LOSS_STYLES[name]
        (line,) = ax.semilogy(a, lengths, dash, color=color)
        style.label_line(line, label, xytext=(8, 0))
    ax.axvline(0, color=style.GRAY, linewidth=1, linestyle=":")
    ax.set(xlabel="a: right when negative, wrong when positive", ylabel="length of the gradient")
    ax.margins(x=0.2)
    return ax


@style.house()
def accuracy_curves(ax: Axes, curves: Mapping[str, digits.Curve]) -> Axes:
    """Training accuracy against the step for each loss: medians and ranges over seeds."""
    for name, curve in curves.items():
        label, color, _, dash = LOSS_STYLES[name]
        look = {"facecolor": color, "alpha": 0.2, "edgecolor": "none"}
        ax.add_patch(Polygon(band_outline(curve), closed=True, **look))
        middle = np.median(curve.accuracy, axis=0)
        (line,) = ax.plot(digits.EVAL_STEPS, middle, dash, color=color, linewidth=2)
        style.label_line(line, f"{label}, η = {curve.rate:g}", at=0.7, xytext=(0, -16))
    ax.set(xlim=(0, digits.EVAL_STEPS[-1]), ylim=(0, 1.03))
    ax.set(xlabel="step t", ylabel="training accuracy")
    return ax


def band_outline(curve: digits.Curve) -> np.ndarray:
    """The outline (2 evaluations, 2) of the band that the seeds of an accuracy curve span."""
    low = curve.accuracy.min(axis=0)
    high = curve.accuracy.max(axis=0)
    steps = np.asarray(digits.EVAL_STEPS)
    x = np.concatenate([steps, steps[::-1]])
    y = np.concatenate([low, high[::-1]])
    return np.column_stack([x, y])
