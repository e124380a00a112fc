"""Lesson 04, two weights: a ravine and a race, steps by angle, schedules, warm-up."""

from collections.abc import Mapping, Sequence

import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float
from matplotlib.axes import Axes

from optcourse import linalg
from optcourse.figures import style

SEMI_AXES = (0.25, 0.6, 1.0, 1.5, 2.1, 2.8)  # of the level lines, along the ravine
ANGLES = np.append(np.linspace(0, 2 * np.pi, 97), np.nan)  # a not-a-number parts the lines


@style.house()
def ravine(ax: Axes) -> None:
    """The plane of a ravine without its level lines and its minimum, which move."""
    ax.set(xlim=(-2, 2), ylim=(-2, 2), aspect="equal")
    ax.set(xlabel="$w_1$", ylabel="$w_2$")


def level_lines(kappa, degrees) -> Float[Array, "n 2"]:
    """Those of ½ (u² + κ v²), whose flat axis u is turned by `degrees`: one line, in parts."""
    circle = jnp.stack([np.cos(ANGLES), np.sin(ANGLES) / jnp.sqrt(kappa)])
    ellipse = (linalg.rotation(jnp.deg2rad(degrees)) @ circle).T
    return jnp.concatenate([reach * ellipse for reach in SEMI_AXES])


@style.house()
def race_axes(ax: Axes, names: Sequence[str], max_steps: int) -> None:
    """A row for each method, and the steps on a log axis, with room for words behind the last."""
    ax.set(xscale="log", xlim=(1, 100 * max_steps), ylim=(len(names) - 0.4, -0.6))
    ax.set_xlabel("steps until the loss is below 0.00005")
    style.log_ticks(ax.xaxis, [1, 10, 100, max_steps])
    ax.set_yticks(range(len(names)), labels=names)


@style.house()
def rate_axes(ax: Axes, rates: tuple, window: tuple) -> None:
    """What is left of the loss against the learning rate: log axes, a line at a share of 1."""
    ax.set(xscale="log", yscale="log", xlim=rates, ylim=(0.7 * window[0], window[1]))
    ax.set_xlabel("learning rate η", fontsize=11)
    ax.set_ylabel("share of the first loss that is left", fontsize=11)
    ax.tick_params(labelsize=10)
    ax.axhline(1, color=style.LIGHT, linewidth=1, zorder=0)


@style.house()
def steps_against_angle(ax: Axes, angles: Sequence[int], steps: style.Arrays) -> Axes:
    """Steps at the best rate by angle: medians, ranges. steps: {method: (angles, starts)}."""
    x = np.arange(len(angles))
    for name, counts in steps.items():
        style.median_band(ax, x, counts, linewidth=2, **style.OPTIMIZERS[name])
    ax.set(yscale="log", xlim=(0, len(angles) + 0.3), ylim=(2, 3e5))
    ax.set_xlabel("the ravine is turned by (angles not to scale)")
    ax.set_ylabel("steps at the best rate")
    ax.set_xticks(x, labels=[f"{angle}°" for angle in angles])
    _end_labels(ax, x[-1], {name: np.median(counts[-1]) for name, counts in steps.items()})
    return ax


AVERAGES_STYLES = {  # of `averages_after_jump`
    "gradient": {"color": style.BLACK, "linewidth": 1.5, "label": "gradient"},
    "m": {"color": style.GREEN, "linewidth": 2, "linestyle": "--", "label": "m"},
    "root of v": {"color": style.VERMILION, "linewidth": 2, "label": "σ = √v"},
}


@style.house()
def averages_after_jump(ax: Axes, steps: tuple) -> dict:
    """Empty lines for a gradient that jumps and for both of Adam's averages, with a legend."""
    _after_jump(ax, steps, "size, 1 before the change", (3e-4, 3e3))
    ax.set_title(" \n ", fontsize=12)  # room for a line above the legend
    lines = {name: ax.plot([], [], **look)[0] for name, look in AVERAGES_STYLES.items()}
    ax.legend(frameon=False, fontsize=11, ncols=3, loc="lower left", bbox_to_anchor=(-0.03, 0.97))
    return lines


@style.house()
def steps_after_jump(ax: Axes, steps: tuple, tolerance: float) -> None:
    """Axes for the length of steps, the band of those that are right to the tolerance."""
    _after_jump(ax, steps, "length of a step / η", (5e-4, 100))
    ax.set_title(" \n ", fontsize=12)  # room for the words
    ax.axhspan(1 - tolerance, 1 + tolerance, color=style.LIGHT, alpha=0.6, linewidth=0, zorder=0)
    words = {"color": style.GRAY, "fontsize": 9, "ha": "right", "va": "bottom"}
    ax.text(0.8 * steps[1], 1.15, f"within {tolerance:.0%}".replace("%", " %"), **words)


def _after_jump(ax, steps, ylabel, ylim):
    ax.set(xscale="log", yscale="log", xlim=steps, ylim=ylim)
    ax.set_xlabel("steps after the change", fontsize=11)
    ax.set_ylabel(ylabel, fontsize=11)
    ax.tick_params(labelsize=10)
    ticks = [10**power for power in range(6)]
    style.log_ticks(ax.xaxis, ticks, [f"{tick:,}" for tick in ticks])
    ax.axvline(1, color=style.LIGHT, linewidth=1, zorder=0)


@style.house()
def legend_above(ax, ncols, handlelength) -> None:
    """A legend over the Axes of what is labeled in them."""
    options = {"frameon": False, "fontsize": 9, "ncols": ncols, "handlelength": handlelength}
    ax.legend(loc="lower left", bbox_to_anchor=(0, 1), **options)


def _end_labels(ax, x, ends: Mapping, distance=0.06):
    """Names at the ends (x, y) of lines on a log axis, pushed apart to this fraction of the axis.

    Half of the way they are pushed up and half of it down: a crowd of names stays beside its lines.
    """
    low, high = np.log10(ax.get_ylim())
    order = sorted(ends, key=ends.get)
    shifts = distance * np.arange(len(order))
    heights = (np.log10([ends[name] for name in order]) - low) / (high - low)
    wanted = heights - shifts
    up = np.maximum.accumulate(wanted)
    down = np.minimum.accumulate(wanted[::-1])[::-1]
    for name, height in zip(order, (up + down) / 2 + shifts):
        y = 10 ** (low + height * (high - low))
        label = {"fontsize": 9, "va": "center", "color": style.OPTIMIZERS[name]["color"]}
        ax.text(x, y, " " + style.written(name), **label)


WARM_UP_STYLES = {  # of the learning rate in `warm_up`
    "Adam, no warm-up": {"color": style.GRAY, "linestyle": "-"},
    "Adam, warm-up": style.OPTIMIZERS["adam"],
    "RAdam": style.OPTIMIZERS["radam"],
}


@style.house()
def warm_up_axes(left: Axes, right: Axes, updates: int) -> None:
    """Learning rate and loss against the update, on log axes."""
    left.set(xlim=(0, updates), yscale="log", ylim=(1e-5, 0.1))
    left.set(xlabel="update t", ylabel="η, for RAdam times r")
    right.set(xlim=(0, updates), yscale="log", ylim=(0.02, 10))
    right.set(xlabel="update t", ylabel="loss on all training digits")
