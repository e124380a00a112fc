"""Lesson 06, digits: loss against steps and time, the crossover, a Hessian beside its Fisher."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from optcourse.figures import style

NAMES = {"gradient_descent": "gradient descent", "natural_gradient": "natural gradient"}
FLOOR = 1e-5  # the smallest excess loss that is drawn


@style.house()
def loss_panels(axes, tolerance: float, steps: int, time_range: tuple) -> list:
    """Two log-log axes for the excess loss, by steps and by time (ms), a line at the tolerance.

    Returns (lines in the first, lines in the second): an empty one for each method.
    """
    for ax, xlim in zip(axes, ((1, steps), time_range)):
        ax.set(xscale="log", yscale="log", xlim=xlim, ylim=(FLOOR, 4))
        ax.axhline(tolerance, color=style.GRAY, linewidth=1, linestyle=":", zorder=1)
    offset = {"xytext": (4, -12), "textcoords": "offset points"}
    label = f"close enough: {tolerance:g}"
    axes[1].annotate(label, (time_range[0], tolerance), fontsize=9, **offset)
    axes[0].set(xlabel="step", ylabel="loss − least loss")
    axes[1].set(xlabel="estimated time (ms): steps × measured time of a step")
    return [[_line(ax, name) for name in NAMES] for ax in axes]


def _line(ax, name):
    marker = "." if name == "natural_gradient" else None  # so few steps that each can be seen
    look = {"linewidth": 2, "marker": marker, "zorder": 3, **style.OPTIMIZERS[name]}
    (line,) = ax.plot([], [], label=NAMES[name], **look)
    return line


@style.house()
def crossover(ax: Axes, parameters: Sequence[int], ratios: style.Arrays) -> Axes:
    """Time of natural gradient over that of gradient descent, against P. {solver: (P, seeds)}."""
    for (solver, values), dash in zip(ratios.items(), ("-", "--")):
        look = {**style.OPTIMIZERS["natural_gradient"], "linestyle": dash}
        style.median_band(
            ax,
            parameters,
            values,
            marker=".",
            linewidth=2,
            label=solver,
            **look,
        )
    ax.axhline(1, color=style.GRAY, linewidth=1, linestyle=":")
    ylabel = "processor time: natural\ngradient / gradient descent"
    ax.set(xscale="log", yscale="log", xlabel="parameters P", ylabel=ylabel)
    style.log_ticks(ax.xaxis, parameters)
    style.log_ticks(ax.yaxis, [0.25, 0.5, 1, 2, 4], ["1/4", "1/2", "1", "2", "4"])
    ax.legend(frameon=False)
    return ax


@style.house()
def hessian_fisher_difference(
    axes,
    steps: Sequence[int],
    distance: np.ndarray,
    min_eigenvalues: style.Arrays,
) -> None:
    """‖H - F‖ / ‖F‖ and the smallest eigenvalues against steps of training, a line for each seed.

    distance: (steps, seeds); min_eigenvalues, over the largest: {"H" or "F": (steps, seeds)}
    """
    first = min(t for t in steps if t > 0)
    x = np.maximum(steps, first / 3)  # step 0 gets a place on the log axis
    axes[0].plot(
        x,
        distance,
        color=style.BLACK,
        linewidth=1.2,
        marker=".",
    )
    axes[0].set(yscale="log", ylabel="‖H − F‖ / ‖F‖")
    style.log_ticks(axes[0].yaxis, [0.2, 0.5, 1])
    looks = {
        "H": {"color": style.NEGATIVE_CURVATURE, "linestyle": "--"},
        "F": style.OPTIMIZERS["natural_gradient"],
    }
    for name, values in min_eigenvalues.items():
        lines = axes[1].plot(
            x,
            values,
            linewidth=1.2,
            marker=".",
            **looks[name],
        )
        lines[0].set_label(name)
    axes[1].set(ylabel="$λ_{min}$ / $λ_{max}$")
    axes[1].legend(frameon=False)
    for ax in axes:
        ax.set(xscale="log", xlabel="steps of training")
        style.log_ticks(ax.xaxis, x, [f"{t}" for t in steps])
