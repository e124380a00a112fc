"""Lesson 02: training curves of a digits network by batch size: epochs, updates or seconds."""

from functools import cache

import jax.numpy as jnp
import numpy as np

from optcourse.experiments import table
from optcourse.experiments.batches import digits
from optcourse.explorers.artists import empty_line
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import style

AXIS_LIMITS = {"epochs": (0.01, 2048.0), "updates": (1.0, 20_000.0), "seconds": (1e-5, 5.0)}
SIZES = digits.BATCH_SIZES
RATES = tuple(digits.CURVE_SETTINGS["learning_rates"])
TARGET_ACCURACY = 0.95  # training accuracy
SHADES = ("#b9d6ea", "#8dbadb", "#5e9ac8", "#3a78ad", "#22568a", "#0e3358")  # by batch size
SENTENCES = {
    "epochs": "Reached: 95 % after {epochs:.4g} epochs.",
    "updates": "Reached: 95 % after {updates:.0f} updates.",
    "seconds": "Reached: 95 % after {ms:.3g} milliseconds.",
    "never": "Not reached: the median of five seeds ends at {end:.0f} %.",
}
GOALS = [
    "95 % within 8 epochs",
    "95 % within 64 updates",
    "95 % in the fewest seconds of all",
]


@style.house()
def curves() -> Explorer:
    """Training accuracy of five seeds by batch size and learning rate, along one of three axes."""
    figure, ax = style.new(width=6.8, height=4.2)  # not wider: a phone shows it whole
    ax.axhline(TARGET_ACCURACY, color=style.GRAY, linewidth=0.8, linestyle=":")
    ax.set(xscale="log", ylim=(0, 1.1), ylabel="training accuracy")
    computation = Computation(
        name="curves",
        compute=curves_frame,
        artists=_artists(ax),
        sentences=SENTENCES,
        goals=GOALS,
        words={"name": "B = {batch_size:.0f}"},
        names={"axis": tuple(AXIS_LIMITS)},
        runs=("median",),
    )
    controls = [
        slider("batch_size", SIZES, 64, "batch size B", plays=True),
        slider("learning_rate", RATES, 0.1, "learning rate η"),
        choice("axis", tuple(AXIS_LIMITS), "epochs", "count", redraws=True),
    ]

    def still(axis):
        ax.set(xlim=AXIS_LIMITS[axis], xlabel=f"{axis} (log scale)")

    alt = "Training accuracy of a digits network against epochs, updates or seconds: "
    alt += "one batch size among six."
    return computed_explorer(figure, computation, controls, alt, still)


def _artists(ax) -> dict:
    look = {"color": style.VERMILION, "zorder": 3}
    lines = {}
    for size, shade in zip(SIZES, SHADES):
        label = f"B = {size}" if size == SIZES[0] else f"{size}"
        lines[f"B = {size}"] = empty_line(ax, color=shade, linewidth=1.5, zorder=1, label=label)
    above = {"loc": "lower left", "bbox_to_anchor": (0, 1), "ncols": len(SIZES), "frameon": False}
    ax.legend(handles=[*lines.values()], fontsize=9, handlelength=1.4, columnspacing=1.2, **above)
    return {
        **lines,
        "band": ax.fill([1, 1], [0, 0], color=style.VERMILION, alpha=0.2, zorder=2)[0],
        "median": empty_line(ax, "o-", linewidth=2.2, markersize=4, **look),
        "name": ax.text(1, 0, "", fontsize=10, va="bottom", ha="right", **look),
    }


def curves_frame(batch_size, learning_rate, axis) -> Frame:
    """What `curves` draws and says, out of the experiment's table."""
    row = jnp.argmin(jnp.abs(jnp.array(RATES) - learning_rate))
    size = jnp.argmin(jnp.abs(jnp.array(SIZES) - batch_size))
    units = jnp.asarray(_units(), float)
    x = units[axis][:, None] * _updates()
    low, median, high = accuracies = jnp.asarray(_right())[row, :, size] / digits.EXAMPLES
    medians = jnp.asarray(_right())[row, 1] / digits.EXAMPLES
    points = {f"B = {B}": jnp.stack([x[i], medians[i]], axis=1) for i, B in enumerate(SIZES)}
    there, back = jnp.stack([x[size], low], axis=1), jnp.stack([x[size], high], axis=1)
    points["band"] = jnp.concatenate([there, back[::-1]])
    points["median"] = jnp.stack([x[size], median], axis=1)
    points["name"] = jnp.stack([x[size, -1], median[-1] + 0.03])[None]
    updates = jnp.asarray(_first_updates(), float)
    counts = updates[row, size] * units[:, size]
    fewest = jnp.min(updates * units[2])
    facts = {
        "axis": axis,
        "batch_size": batch_size,
        "first": counts[axis],
        **{name: counts[i] for i, name in enumerate(AXIS_LIMITS)},
        "ms": 1000 * counts[2],
        "end": 100 * accuracies[1, -1],
    }
    limits = jnp.stack([8, 64, 1.001 * fewest])
    reached = (counts <= limits) & (jnp.arange(3) == axis)
    return Frame(points, jnp.where(jnp.isfinite(counts[0]), axis, 3), facts, list(reached))


@cache
def _right() -> np.ndarray:
    """Examples that are right (rates, 3, sizes, evaluations): least, median and most of five seeds.

    A run that ends earlier repeats its end, as in `_updates`.
    """
    found = [[_accuracies(rate, size) for size in SIZES] for rate in RATES]
    return np.moveaxis(np.round(np.array(found) * digits.EXAMPLES), 2, 1).astype(np.int32)


def _accuracies(learning_rate, batch_size) -> np.ndarray:
    rows = table.read("batch_size").where(learning_rate=learning_rate, batch_size=batch_size)
    seeds = rows.columns["train"].reshape(digits.SEEDS, -1)
    return _padded(np.quantile(seeds, (0, 0.5, 1), axis=0))


def _updates() -> np.ndarray:
    """(sizes, evaluations)"""
    return np.array([_padded(np.array([digits.eval_updates(size)]))[0] for size in SIZES])


def _padded(rows: np.ndarray) -> np.ndarray:
    missing = len(digits.eval_updates(1)) - rows.shape[1]
    return np.pad(rows, ((0, 0), (0, missing)), mode="edge")


@cache
def _units() -> np.ndarray:
    """(3, sizes): epochs, updates and seconds that an update takes; seconds of `batch_time`."""
    times = table.read("batch_time").by("batch_size")
    seconds = [1e-6 * times[size].columns["update"][0] for size in SIZES]
    return np.array([np.array(SIZES) / digits.EXAMPLES, np.ones(len(SIZES)), seconds])


@cache
def _first_updates() -> np.ndarray:
    """(rates, sizes): the update at which the median reaches the target, or infinity."""
    reached = _right()[:, 1] >= TARGET_ACCURACY * digits.EXAMPLES
    return np.min(np.where(reached, _updates(), np.inf), axis=-1)
