"""Lesson 06's figures of digits: loss against steps and against time, and a Hessian beside its Fisher matrix."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes

from optcourse.figures import style

NAMES = {"gradient_descent": "gradient descent", "natural_gradient": "natural gradient"}
FLOOR = 1e-5  # of what is left of the loss: the lower edge of the picture


@style.house()
def loss_panels(axes, near: float, steps: int, milliseconds: tuple) -> list:
    """Two log-log axes for what is left of the loss, by steps and by time, and in each the line that is close enough.

    (lines in the first, lines in the second): an empty one for each method.
    """
    for ax, right in zip(axes, ((1, steps), milliseconds)):
        ax.set(xscale="log", yscale="log", xlim=right, ylim=(FLOOR, 4))
        ax.axhline(near, color=style.GRAY, linewidth=1, linestyle=":", zorder=1)
    left, words = (milliseconds[0], near), f"close enough: {near:g}"
    axes[1].annotate(words, left, xytext=(4, -12), textcoords="offset points", fontsize=9)
    axes[0].set(xlabel="step", ylabel="loss − least loss")
    axes[1].set(xlabel="estimated time (ms): steps × measured time of a step")
    return [[_line(ax, name) for name in NAMES] for ax in axes]


def _line(ax, name):
    marker = "." if name == "natural_gradient" else None  # so few steps that each can be seen
    return ax.plot(
        [], [], linewidth=2, marker=marker, label=NAMES[name], zorder=3, **style.OPTIMIZERS[name]
    )[0]


@style.house()
def crossover(ax: Axes, parameters: Sequence[int], ratios: Mapping[str, np.ndarray]) -> Axes:
    """Processor time, natural gradient over gradient descent, against P, for each way to solve: (P, seeds)."""
    for (way, values), dash in zip(ratios.items(), ("-", "--")):
        look = {**style.OPTIMIZERS["natural_gradient"], "linestyle": dash}
        ax.fill_between(
            parameters, values.min(1), values.max(1), color=look["color"], alpha=0.2, linewidth=0
        )
        ax.plot(parameters, np.median(values, axis=1), marker=".", linewidth=2, label=way, **look)
    ax.axhline(1, color=style.GRAY, linewidth=1, linestyle=":")
    words = "processor time: natural\ngradient / gradient descent"
    ax.set(xscale="log", yscale="log", xlabel="parameters P", ylabel=words)
    ax.set_xticks(parameters, labels=[str(p) for p in parameters])
    ax.set_yticks([0.25, 0.5, 1, 2, 4], labels=["1/4", "1/2", "1", "2", "4"])
    ax.minorticks_off()
    ax.legend(frameon=False)
    return ax


@style.house()
def hessian_fisher_difference(
    axes, trained: Sequence[int], distance: np.ndarray, lowest: Mapping[str, np.ndarray]
) -> None:
    """‖H - F‖ / ‖F‖ and the least eigenvalues against steps of training, a line a seed: all (steps, seeds)."""
    x = np.maximum(
        trained, min(t for t in trained if t > 0) / 3
    )  # step 0 gets a place on the log axis
    axes[0].plot(x, distance, color=style.BLACK, linewidth=1.2, marker=".")
    axes[0].set(yscale="log", ylabel="‖H − F‖ / ‖F‖")
    axes[0].set_yticks([0.2, 0.5, 1], labels=["0.2", "0.5", "1"])
    looks = {
        "H": {"color": style.DOWN, "linestyle": "--"},
        "F": style.OPTIMIZERS["natural_gradient"],
    }
    for name, values in lowest.items():
        lines = axes[1].plot(x, values, linewidth=1.2, marker=".", **looks[name])
        lines[0].set_label(name)
    axes[1].set(ylabel="$λ_{min}$ / $λ_{max}$")
    axes[1].legend(frameon=False)
    for ax in axes:
        ax.set(xscale="log", xlabel="steps of training")
        ax.set_xticks(x, labels=[str(t) for t in trained])
        ax.minorticks_off()
