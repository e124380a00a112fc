"""Lesson 02: training curves of a digits network by batch size: epochs, updates or seconds."""

from functools import cache

import numpy as np

from optcourse.experiments import table
from optcourse.experiments.batches import digits
from optcourse.explorers.artists import empty_line
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import style

AXIS_LIMITS = {"epochs": (0.01, 2048.0), "updates": (1.0, 20_000.0), "seconds": (1e-5, 10.0)}
RATES = tuple(digits.CURVE_SETTINGS["learning_rates"])
TARGET_ACCURACY = 0.95  # training accuracy


@style.house()
def curves() -> Explorer:
    """Training accuracy of five seeds by batch size and learning rate, along one of three axes."""
    figure, ax = style.new(width=8.4, height=4.2)
    others = [
        empty_line(ax, color=style.LIGHT, linewidth=1.2, zorder=1) for _ in digits.BATCH_SIZES
    ]
    band = ax.fill([1, 1], [0, 0], color=style.VERMILION, alpha=0.2, zorder=2)[0]
    line = empty_line(ax, "o-", color=style.VERMILION, linewidth=2.2, markersize=4, zorder=3)
    name = ax.text(1, 0, "", fontsize=10, color=style.VERMILION, va="bottom", ha="right", zorder=4)
    ax.axhline(TARGET_ACCURACY, color=style.GRAY, linewidth=0.8, linestyle=":")
    ax.set(xscale="log", ylim=(0, 1.1), ylabel="training accuracy")

    def still(axis):
        ax.set(xlim=AXIS_LIMITS[axis], xlabel=f"{axis} (log scale)")

    def update(batch_size, learning_rate, axis):
        for other, size in zip(others, digits.BATCH_SIZES):
            median = np.median(_accuracies(learning_rate, size), axis=1)
            other.set_data(_axis_values(size, axis), median)
        x = _axis_values(batch_size, axis)
        low, median, high = np.quantile(_accuracies(learning_rate, batch_size), (0, 0.5, 1), axis=1)
        line.set_data(x, median)
        band.set_xy(_band_outline(x, low, high))
        name.set(position=(x[-1], median[-1] + 0.03), text=f"B = {batch_size}")
        ends = {"first": _first_at_target(x, median), "end": float(median[-1])}
        facts = {"axis": axis, "batch_size": batch_size, "rate": learning_rate, **ends}
        return {"status": _status(facts), **facts}

    controls = [
        slider("batch_size", digits.BATCH_SIZES, 64, "batch size B", plays=True),
        slider("learning_rate", RATES, 0.1),
        choice("axis", tuple(AXIS_LIMITS), "epochs", "count", redraws=True),
    ]
    picture = Picture(figure, [*others, band, line, name], still)
    alt = "Training accuracy of a digits network against epochs, updates or seconds: "
    alt += "one batch size among six."
    return Explorer(picture, update, controls, alt, GOALS)


GOALS = [
    goal("95 % within 8 epochs", lambda r: r["axis"] == "epochs" and r["first"] <= 8),
    goal("95 % within 64 updates", lambda r: r["axis"] == "updates" and r["first"] <= 64),
    goal(
        "95 % in the fewest seconds of all",
        lambda r: r["axis"] == "seconds" and r["first"] <= 1.001 * _fewest_seconds(),
    ),
]


@cache
def _accuracies(learning_rate: float, batch_size: int):
    """Training accuracy (updates 1, 2, 4, ..., seeds)."""
    rows = table.read("batch_size").where(learning_rate=learning_rate, batch_size=batch_size)
    return rows.columns["train"].reshape(digits.SEEDS, -1).T


def _axis_values(batch_size: int, axis: str):
    """Epochs, updates or seconds at each evaluation; seconds by the table `batch_time`."""
    units = {
        "epochs": batch_size / digits.EXAMPLES,
        "updates": 1.0,
        "seconds": _seconds_per_update(batch_size),
    }
    return np.array(digits.eval_updates(batch_size), float) * units[axis]


def _band_outline(x, low, high):
    """The corners (2 n, 2) of the band between two curves."""
    return np.column_stack([np.append(x, x[::-1]), np.append(low, high[::-1])])


def _first_at_target(x, accuracy) -> float:
    """The first x at which the target is reached, or infinity."""
    reached = np.flatnonzero(accuracy >= TARGET_ACCURACY)
    return float(x[reached[0]]) if reached.size else np.inf


@cache
def _seconds_per_update(batch_size: int) -> float:
    rows = table.read("batch_time").where(batch_size=batch_size)
    return 1e-6 * float(rows.columns["update"][0])


@cache
def _fewest_seconds() -> float:
    """The fewest seconds to 95 % at any batch size and learning rate."""
    seconds = []
    for size in digits.BATCH_SIZES:
        x = _axis_values(size, "seconds")
        for rate in RATES:
            seconds.append(_first_at_target(x, np.median(_accuracies(rate, size), axis=1)))
    return min(seconds)


def _status(facts) -> str:
    setting = f"B = {facts['batch_size']}, η = {facts['rate']:g}"
    if np.isfinite(facts["first"]):
        return f"{setting}: 95 % is reached after {facts['first']:.3g} {facts['axis']}."
    end = f"at the end it has {100 * facts['end']:.0f} %"
    return f"{setting}: 95 % is not reached by the median of five seeds; {end}."
