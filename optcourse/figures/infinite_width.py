"""Lesson 11: how fast a network becomes its kernel, what that is, and where none suffices."""

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Wedge

from optcourse.figures import style

Numbers = Mapping[str, Mapping[int, np.ndarray]]  # {column: {width or shift: (seeds,)}}

NETWORK = {"color": style.BLACK, "linestyle": "-"}
TANGENT = {"color": style.BLUE, "linestyle": (0, (5, 1.5))}
COVARIANCE = {"color": "#AA6A00", "linestyle": (0, (3, 1, 1, 1))}
MARK = {"linestyle": "none", "markersize": 5, "alpha": 0.7, "zorder": 3}
DISTANCE = {"color": style.VERMILION, "linestyle": "-"}  # of outputs from those of the limit
CHANGE = {"color": style.PURPLE, "linestyle": (0, (5, 1.5))}  # of a network's own kernel
KERNEL_ERROR = {"color": style.GRAY, "linestyle": (0, (1, 1))}  # of it, at the start
RATES = {  # column of width_limit: (label, points by which it is moved up, look)
    "kernel_error": ("own kernel: start to limit", 15, {**KERNEL_ERROR, "marker": "s"}),
    "difference": ("outputs: to the limit", -13, {**DISTANCE, "marker": "o"}),
    "kernel_change": ("own kernel: start to end", 0, {**CHANGE, "marker": "D"}),
}


@style.house()
def rates(ax: Axes, numbers: Numbers) -> Axes:
    """How numbers of `width_limit` fall with the width, log scales, each with its exponent.

    numbers: {column of RATES: {width: (seeds,)}}. Lines are means over the seeds, bands their
    range; the exponent is fitted to the means, as `read_slopes` does.
    """
    for column, by_width in numbers.items():
        label, up, look = RATES[column]
        widths, values = list(by_width), np.array(list(by_width.values()))
        line = style.mean_band(ax, widths, values, linewidth=1.7, markersize=5, **look)
        exponent = np.polyfit(np.log(widths), np.log(values.mean(axis=1)), 1)[0]
        words = f"{label}\nexponent {exponent:.2f}".replace("-", "−")
        style.label_line(line, words, xytext=(9, up))
    ax.set(xscale="log", yscale="log", xlabel="width", ylabel="distance (log scale)")
    style.log_ticks(ax.xaxis, widths)
    style.log_ticks(ax.yaxis, [0.003, 0.01, 0.03, 0.1, 0.3])
    return ax


@style.house()
def arc_cosine(ax: Axes) -> Axes:
    """κ₀ = (π - φ) / π and κ₁ = (sin φ + (π - φ) cos φ) / π of two inputs at the angle φ.

    They are 2 E[relu'(a) relu'(b)] and 2 E[relu(a) relu(b)] for Gaussians a and b of variance 1
    and covariance cos φ (Cho and Saul, 2009).
    """
    angle = np.linspace(0, np.pi, 181)
    share = (np.pi - angle) / np.pi
    moment = np.sin(angle) / np.pi + share * np.cos(angle)
    degrees = np.rad2deg(angle)
    (steps,) = ax.plot(degrees, share, linewidth=2, **TANGENT)
    (relus,) = ax.plot(degrees, moment, linewidth=2, **COVARIANCE)
    style.label_line(steps, "κ₀: both are on", 0.5, xytext=(6, 8))
    style.label_line(relus, "κ₁: relu relu", 0.45, xytext=(-6, -10), ha="right")
    ax.set(xlim=(0, 180), ylim=(0, 1.02), xlabel="angle φ of the two inputs", ylabel="κ")
    ax.set_xticks(range(0, 181, 45), labels=[f"{each}°" for each in range(0, 181, 45)])
    return ax


@style.house()
def half_planes(ax: Axes, angle: float) -> Axes:
    """Two inputs at this angle (radians, 0 to π), and the weights of units that are on for both.

    A unit is on where its weight lies within 90° of the input, for both inputs in a sector of
    π - angle: the share κ₀ / 2 of the whole circle.
    """
    if not 0 <= angle <= np.pi:
        raise ValueError(f"angle = {angle}: give radians from 0 to π")
    middle = 90.0
    half = np.rad2deg(angle) / 2
    directions = {"x": middle + half, "x′": middle - half}
    looks = {"x": (style.BLACK, 1.08), "x′": (style.GRAY, 1.16)}
    reach = 90 - half
    both = {"facecolor": style.SKY, "alpha": 0.4, "linewidth": 0}
    ax.add_patch(Wedge((0, 0), 1, middle - reach, middle + reach, **both))
    for name, direction in directions.items():
        color, radius = looks[name]
        arc = {"facecolor": color, "width": 0.05, "linewidth": 0}
        ax.add_patch(Wedge((0, 0), radius, direction - 90, direction + 90, **arc))
        _arrow(ax, name, np.deg2rad(direction), color)
    ax.add_patch(Wedge((0, 0), 1, 0, 360, fill=False, edgecolor=style.LIGHT))
    words = f"on for both:\n{2 * reach:.0f}° of 360°"
    small = {"ha": "center", "va": "center", "fontsize": 9}
    ax.text(0, -0.45, words, **small)
    arcs = "arcs: directions of weights\nthat are on for x, for x′"
    ax.text(0, -1.45, arcs, color=style.GRAY, **small)
    ax.set(xlim=(-1.45, 1.45), ylim=(-1.65, 1.45), aspect="equal")
    ax.set_axis_off()
    return ax


def _arrow(ax, name, direction, color):
    tip = np.array([np.cos(direction), np.sin(direction)])
    pointed = {"arrowstyle": "-|>", "color": color, "linewidth": 2, "shrinkA": 0, "shrinkB": 0}
    ax.annotate("", tip, (0, 0), arrowprops=pointed)
    look = {"color": color, "fontsize": 12, "ha": "center", "va": "center"}
    x, y = 1.3 * tip
    # So that both names are read where the angle is 0.
    beside = {"x": -0.08, "x′": 0.08}[name]
    ax.text(x + beside, y, name, **look)


@style.house()
def lazy_rich(axes, test: Mapping, kernel_change: Mapping, kernel_test: Mapping) -> None:
    """Test error on the left, change of the kernel on the right, against the output scale α.

    Each: {scale: (seeds,)}, columns of `lazy_rich`; kernel_test, the error of regression with the
    first kernel, is a line of its own. Lines are means over the seeds, bands their range.
    """
    errors, changes = axes
    scales = list(test)
    rows = lambda column: np.array(list(column.values()))
    marks = {"marker": "o", "markersize": 5, "linewidth": 1.7}
    own = style.mean_band(errors, scales, rows(test), **marks, **NETWORK)
    fixed = style.mean_band(errors, scales, rows(kernel_test), linewidth=1.5, **TANGENT)
    style.mean_band(changes, scales, rows(kernel_change), **marks, **CHANGE)
    style.label_line(own, "network", 0.25, xytext=(12, -24), bbox=None)
    style.label_line(fixed, "regression with the first kernel", 0.0, xytext=(0, 9), bbox=None)
    for ax in axes:
        ax.set(xscale="log", xlabel="output scale α (log scale)")
        style.log_ticks(ax.xaxis, scales)
    errors.set(ylim=(0, 0.85), ylabel="test error / variance")
    changes.set(yscale="log", ylabel="relative change of the kernel")
    style.log_ticks(changes.yaxis, [0.003, 0.01, 0.03, 0.1, 0.3])
