"""Lesson 09: the flooded loss, trainings with and without a flood, levels, orders, and seeds."""

from collections.abc import Mapping, Sequence
from itertools import cycle

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

from optcourse.experiments.flooding.levels import Curves
from optcourse.experiments.flooding.paths import ravine
from optcourse.figures import style
from optcourse.flooding import flood

FLOOD = {"color": "#B0124F", "linestyle": "-"}
PLAIN = {"color": style.GRAY, "linestyle": (0, (4, 1.5))}
PENALTY = {"color": style.BLACK, "linestyle": (0, (1, 1))}  # also the mean of flooding's steps
WATER = {"facecolor": style.SKY, "alpha": 0.35, "linewidth": 0}
# Levels from low to high: darker and darker, each with a line of its own.
SHADES = LinearSegmentedColormap.from_list("shades", ["#EE9ABA", FLOOD["color"], "#2E0414"])
DASHES = (
    "-",
    (0, (6, 1)),
    (0, (3, 1)),
    (0, (5, 1, 1, 1)),
    (0, (1, 1)),
)
SHARES = (
    {"color": style.BLUE, "marker": "o", "linestyle": "-"},
    {"color": style.ORANGE, "marker": "s", "linestyle": (0, (6, 1))},
    {"color": style.GREEN, "marker": "^", "linestyle": (0, (3, 1, 1, 1))},
)
METHODS = {  # by their names in all figures of the lesson
    "no flood": {"color": PLAIN["color"], "marker": "o"},
    "no flood, half": {"color": PLAIN["color"], "marker": "o", "markerfacecolor": "none"},
    "flood": {"color": FLOOD["color"], "marker": "D"},
    "plain descent": {"color": PLAIN["color"], "marker": "o"},
    "two rates": {"color": "#AA6A00", "marker": "^"},
    "penalty": {"color": PENALTY["color"], "marker": "s"},
}
KIN = {"color": style.BLUE, "marker": "o"}  # whatever else is compared with them
# What `read_kin` calls otherwise.
NAMES = {"plain": "no flood", "plain, half": "no flood, half", "flooding": "flood", "sam": "SAM"}
MARK = {"linestyle": "none", "markersize": 4.5, "zorder": 3}


@style.house()
def flooded_loss(ax: Axes, loss, level: float, window=(-1.5, 3.0)) -> Axes:
    """A loss of one number, the same flooded to a level, and the water between them."""
    x = np.linspace(*window, 400)
    L = np.asarray(jax.vmap(loss)(x))
    flooded = jax.vmap(flood(loss, level))(x)
    empty_water(ax).set_xy(pool(loss, level, x))
    (before,) = ax.plot(x, L, color=style.BLACK, linewidth=1.6)
    (after,) = ax.plot(x, flooded, linewidth=2.2, **FLOOD)
    ax.axhline(level, color=style.GRAY, linewidth=0.8, linestyle=":", zorder=0)
    lowest = int(np.argmin(L))
    beside = {"ha": "center", "va": "center", "xytext": (0, 10)}
    style.label_line(after, "|L − b| + b", lowest / len(x), **beside)
    beside["xytext"] = (0, -10)
    style.label_line(before, "L", lowest / len(x), **beside)
    at_the_end = {"color": style.GRAY, "fontsize": 9, "ha": "right", "va": "top"}
    ax.text(window[1], level, "b ", **at_the_end)
    heights = (L.min() - 0.25, L.max())
    ax.set(xlim=window, ylim=heights, xlabel="w", ylabel="loss")
    return ax


@style.house()
def empty_water(ax: Axes):
    """A polygon without corners yet, for `set_xy`."""
    return ax.fill([0, 0], [0, 0], **WATER)[0]


def pool(loss, level, x) -> Array:
    """The outline (2 n, 2) of the water over a loss of one number, from its ground to the level."""
    ground = jax.vmap(loss)(x)
    top = jnp.maximum(ground, level)
    there = jnp.stack([x, ground], axis=1)
    back = jnp.stack([x, top], axis=1)
    return jnp.concatenate([there, back[::-1]])


def shores(level, x) -> tuple[Array, Array]:
    """Both lines (n, 2) on which the ravine of `paths` has this loss: it grows with w₂² alone."""
    loss_at_one = jax.vmap(lambda x: ravine(jnp.stack([x, 1.0])))
    height = jnp.sqrt(level / loss_at_one(x))
    shore = lambda y: jnp.stack([x, y], axis=1)
    return shore(height), shore(-height)


@style.house()
def training(axes: Sequence[Axes] | np.ndarray, updates, runs: Mapping[float, Curves]) -> None:
    """Loss and accuracy in the test through training; level 0 is gray, as it has no flood.

    axes: one for the loss, one for the accuracy; updates: of the evaluations, but none of 0, which
    a log scale lacks; runs: {level: Curves (seeds, evaluations)}. The lines are medians over the
    seeds, the bands their range.
    """
    looks = _level_looks(runs)
    for ax, name in zip(axes, ("test_loss", "accuracy")):
        for level, curves in runs.items():
            values = np.asarray(getattr(curves, name)).T
            line = style.median_band(ax, updates, values, linewidth=1.7, **looks[level])
            line.set_label(f"b = {level:g}" if level else "no flood")
        ax.set(xscale="log", xlim=(updates[0], updates[-1]), xlabel="update (log scale)")
    axes[0].set(ylim=(0, None), ylabel="test loss")
    axes[1].set(ylim=(None, 1), ylabel="test accuracy")
    beside = {"loc": "center left", "bbox_to_anchor": (1, 0.5), "handlelength": 3}
    axes[1].legend(frameon=False, fontsize=9, **beside)


def _level_looks(levels) -> dict:
    """{level: color and dashes}, darker for higher; 0 as what has no flood."""
    floods = sorted(level for level in levels if level)
    places = np.linspace(0, 1, max(len(floods), 2))
    looks = {0.0: PLAIN}
    for level, place, dash in zip(floods, places, cycle(DASHES)):
        looks[level] = {"color": SHADES(place), "linestyle": dash}
    return looks


@style.house()
def overfitting(axes: Sequence[Axes] | np.ndarray, updates: Sequence, curves: Curves) -> None:
    """Loss in training and in the test on the left, test accuracy on the right, on a log scale.

    updates: of the evaluations, but none of 0, which a log scale lacks; curves: Curves
    (evaluations,). A star marks the best checkpoint.
    """
    losses, accuracies = axes
    losses.plot(updates, curves.train_loss, linewidth=1.7, label="training", **PENALTY)
    losses.plot(updates, curves.test_loss, linewidth=1.7, label="test", **PLAIN)
    accuracies.plot(updates, curves.accuracy, linewidth=1.7, **PLAIN)
    best = int(np.argmax(curves.accuracy))
    star = updates[best], curves.accuracy[best]
    accuracies.plot(*star, "*", color=FLOOD["color"], markersize=13)
    beside = {"xytext": (9, 4), "textcoords": "offset points", "color": FLOOD["color"]}
    accuracies.annotate("best checkpoint", star, fontsize=9, **beside)
    for ax in axes:
        ax.set(xscale="log", xlim=(updates[0], updates[-1]), xlabel="update (log scale)")
    losses.set(ylim=(0, None), ylabel="loss")
    losses.legend(frameon=False, fontsize=9, handlelength=3)
    accuracies.set(ylim=(0.5, 1), ylabel="test accuracy")


@style.house()
def final_by_level(
    ax: Axes,
    levels,
    values: Mapping[float, np.ndarray],
    ylabel: str,
    stopped: Mapping[float, np.ndarray] | None = None,
) -> Axes:
    """What training ends with against the level, by share of wrong labels: {share: (levels, seeds)}

    Lines are means over the seeds, bands their range.
    stopped: {share: (seeds,)} at the best checkpoint without a flood, a thin line for each.
    """
    for (share, rows), look in zip(values.items(), SHARES):
        line = style.mean_band(ax, levels, np.asarray(rows), markersize=5, **look)
        line.set_label(f"{100 * share:.0f} % wrong" if share else "all labels right")
        if stopped is not None:
            best = np.mean(stopped[share])
            ax.axhline(best, color=look["color"], linewidth=1, linestyle=":", zorder=1)
    if stopped is not None:
        name = "best checkpoint, no flood"
        ax.plot([], [], color=style.GRAY, linewidth=1, linestyle=":", label=name)
    ax.set(xlim=(0, levels[-1]), xlabel="level b (0: no flood)", ylabel=ylabel)
    beside = {"loc": "center left", "bbox_to_anchor": (1, 0.5), "handlelength": 3}
    ax.legend(frameon=False, fontsize=9, **beside)
    return ax


@style.house()
def orders(ax: Axes, rates, errors: style.Arrays) -> Axes:
    """Errors against the rate ε, log scales, each with its slope. errors: {label: (rates, seeds)}.

    The line is the median over the seeds; the slope is fitted to it.
    """
    colors = (style.BLUE, FLOOD["color"], style.ORANGE, style.BLACK, style.GREEN)
    looks = zip(colors, "osD^v", DASHES)
    for (label, values), (color, marker, dash) in zip(errors.items(), looks):
        median = np.median(values, axis=-1)
        slope = np.polyfit(np.log(rates), np.log(median), 1)[0]
        look = {"color": color, "marker": marker, "linestyle": dash, "markerfacecolor": "none"}
        ax.loglog(rates, median, label=f"{label}: slope {slope:.2f}", **look)
    ax.set(xlabel="rate ε", ylabel="distance")
    style.log_ticks(ax.xaxis, rates)
    ax.legend(frameon=False, fontsize=9)
    return ax


@style.house()
def seeds(ax: Axes, groups: Sequence[str], values: style.Arrays, ylabel: str) -> Axes:
    """A dot for each seed, methods of METHODS side by side. values: {method: (groups, seeds)}.

    A line joins what one seed has with each method: so one sees whether all seeds move alike.
    """
    offsets = np.linspace(-0.25, 0.25, len(values))
    for i in range(len(groups)):
        of_group = np.array([rows[i] for rows in values.values()])
        ax.plot(i + offsets, of_group, color=style.LIGHT, linewidth=1, zorder=1)
        for x, name, row in zip(i + offsets, values, of_group):
            look = {**METHODS[name], **MARK, "label": name if i == 0 else None}
            ax.plot([x] * len(row), row, **look)
    ax.set(xlim=(-0.5, len(groups) - 0.5), ylabel=ylabel)
    ax.set_xticks(range(len(groups)), labels=groups)
    ax.tick_params(axis="x", length=0)
    above = {"loc": "lower left", "bbox_to_anchor": (0, 1), "ncols": len(values)}
    tight = {"handletextpad": 0, "columnspacing": 0.6}
    ax.legend(frameon=False, fontsize=9, **above, **tight)
    return ax


@style.house()
def grid(ax: Axes, cells: Mapping, part: str = "accuracy") -> Axes:
    """The eight cells of `read_grid` for a data set as pairs of dots. part: "accuracy" or "loss".

    cells: {(weight decay, early stopping, flooding): {"accuracy": (seeds,), "loss": (seeds,)}}
    """
    kinds = sorted({(stopped, decay) for decay, stopped, _ in cells})
    groups = []
    for stopped, decay in kinds:
        ending = "best epoch" if stopped else "last epoch"
        with_decay = f"decay {decay:g}" if decay else "no decay"
        groups.append(f"{ending}\n{with_decay}")
    pick = lambda flooded: np.array([cells[d, s, flooded][part] for s, d in kinds])
    values = {"no flood": pick(False), "flood": pick(True)}
    return seeds(ax, groups, values, f"test {part}")


@style.house()
def kin(ax: Axes, accuracies: style.Arrays, reference: str) -> Axes:
    """Test accuracy of methods, a row each: a dot for each seed, and their mean as a tick.

    accuracies: {method: (seeds,)}, as `read_kin` calls them; reference: the method whose mean is a
    line through all rows.
    """
    middle = np.mean(accuracies[reference])
    ax.axvline(middle, color=style.GRAY, linewidth=0.8, linestyle=":", zorder=0)
    names = [NAMES.get(method, method) for method in accuracies]
    for y, (name, values) in enumerate(zip(names, accuracies.values())):
        look = METHODS.get(name, KIN)
        ax.plot(values, [y] * len(values), alpha=0.6, **look, **MARK)
        tick = {"marker": "|", "markersize": 16, "markeredgewidth": 2.5}
        ax.plot(np.mean(values), y, color=look["color"], **tick)
    ax.set_yticks(range(len(names)), labels=names)
    ax.set(ylim=(len(names) - 0.5, -0.5), xlabel="test accuracy")
    return ax
