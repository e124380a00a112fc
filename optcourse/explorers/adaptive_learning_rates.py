"""Lesson 04: a race down a ravine that can be turned, the loss by learning rate, and a warm-up."""

from functools import cache

import jax.numpy as jnp
import numpy as np

from optcourse.experiments.adaptive_learning_rates import two_weights
from optcourse.experiments.adaptive_learning_rates import warm_up as measured
from optcourse.explorers.artists import empty_line, method_dots, method_lines, start_mark
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import choice, point, slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import adaptive_learning_rates as draw
from optcourse.figures import style
from optcourse.optimizers import schedules
from optcourse.optimizers.radam import rectification

METHODS = two_weights.RACERS
NAMES = tuple(map(style.written, METHODS))
STEPS = 600  # of the race
TIMES = sorted({*range(0, 21), *np.geomspace(20, STEPS, 50).round().astype(int).tolist()})


@style.house()
def race() -> Explorer:
    """Five methods from one start, each at its best rate: turn the ravine, and see who is first."""
    figure, (plane, bars) = style.new(2, width=9.4, height=4.2, width_ratios=(1, 1.15))
    draw.ravine(plane)
    draw.race_axes(bars, NAMES, STEPS)
    computation = Computation(
        name="ravine_race",
        compute=race_frame,
        artists={
            "ravine": empty_line(plane, color=style.LIGHT, linewidth=1, zorder=1),
            **_paths(plane),
            **method_dots(plane, METHODS, markersize=6, zorder=5),
            "bottom": empty_line(plane, linestyle="none", zorder=6, **style.KINDS["minimum"]),
            "start": start_mark(plane, zorder=7),
            "now": empty_line(bars, color=style.GRAY, linewidth=1, linestyle=":", zorder=1),
            **_bars(bars),
        },
        sentences=RACE_SENTENCES,
        goals=RACE_GOALS,
        words=dict(_bar_words()),
        runs=[f"{name} path" for name in METHODS],
        names={"first": NAMES[1:]},
    )
    controls = [
        point("start", plane, (1.5, 1.0)),
        slider("kappa", np.geomspace(1, 200, 41), 100.0, "condition number κ"),
        slider("angle", range(0, 91), 0, "turned by (degrees)"),
        slider("t", TIMES, STEPS, "step t", plays=True),
        choice("shown", ("all of them", *NAMES), "all of them", "paths of"),
    ]
    alt = "A ravine with the paths of five methods, "
    alt += "and beside it bars: the steps each needs to get to the bottom."
    return computed_explorer(figure, computation, controls, alt)


def _paths(ax) -> dict:
    """For each method its path; one that lies on others leaves a border of theirs."""
    paths = method_lines(ax, METHODS, "path", zorder=4)
    for path, width in zip(paths.values(), (1.8, 1.8, 4.5, 3.0, 1.6)):
        path.set_linewidth(width)
    return paths


def _bars(ax) -> dict:
    """For each method a bar, and the words behind it: in time, or over time."""
    words, artists = {"fontsize": 9, "va": "center"}, {}
    for i, name in enumerate(METHODS):
        look = {"color": style.OPTIMIZERS[name]["color"], "solid_capstyle": "butt"}
        artists[f"{name} bar"] = empty_line(ax, linewidth=9, zorder=2, **look)
        artists[f"{name} in time"] = ax.text(1, i, "", **words)
        artists[f"{name} over time"] = ax.text(1.2 * STEPS, i, f"over {STEPS}", **words)
    return artists


def _bar_words():
    for i, name in enumerate(METHODS):
        yield f"{name} in time", f"{{steps[{i}]:.0f}}   (η = {{rates[{i}]:.2g}})"
        yield f"{name} over time", f"over {STEPS}"


RACE_SENTENCES = {
    "bottom": "This is the bottom: nobody has a way to go.",
    "nobody": f"Nobody is down within {STEPS} steps.",
    "descent": "Gradient descent is the fastest (steps: {descent:.0f}).",
    "tie": "Gradient descent is as fast as {first}.",
    "late": f"First is {{first}}; gradient descent needs over {STEPS} steps.",
    "first": "First is {first}; gradient descent needs {descent:.0f} steps.",
}
RACE_GOALS = [
    "κ ≥ 50: gradient descent needs fewer steps than Adagrad",
    "κ ≥ 50, turned by more than 45°, and Adagrad needs 20 steps at most (now {adagrad:.0f})",
    "a ravine in which gradient descent is the fastest of all five",
]


def race_frame(start, kappa, angle, t, shown) -> Frame:
    """Paths up to step t of those that are shown, bars of all, and who is first."""
    runs = two_weights.race(kappa, jnp.deg2rad(angle), start, STEPS)
    steps = dict(zip(METHODS, runs.steps))
    descent, others = runs.steps[0], runs.steps[1:]
    cases = [
        jnp.all(start == 0),
        ~jnp.any(jnp.isfinite(runs.steps)),
        descent < jnp.min(others),
        descent == jnp.min(others),
        ~jnp.isfinite(descent),
        True,
    ]
    return Frame(
        points={
            "ravine": draw.level_lines(kappa, angle),
            "bottom": jnp.zeros((1, 2)),
            "start": start[None],
            "now": jnp.array([[jnp.maximum(t, 1), -0.6], [jnp.maximum(t, 1), len(METHODS) - 0.4]]),
            **_path_points(runs.path, t, shown),
            **_bar_points(runs.steps),
        },
        sentence=jnp.argmax(jnp.array(cases)),
        facts={
            "steps": runs.steps,
            "rates": runs.rate,
            "first": jnp.argmin(others),
            "descent": descent,
            "adagrad": jnp.minimum(steps["adagrad"], STEPS),
        },
        goals=[
            (kappa >= 50) & (descent < steps["adagrad"]),
            (kappa >= 50) & (angle > 45) & (steps["adagrad"] <= 20),
            descent < jnp.min(others),
        ],
    )


def _path_points(paths, t, shown) -> dict:
    points, until = {}, jnp.arange(STEPS + 1)[:, None] <= t
    for i, name in enumerate(METHODS):
        is_shown = (shown == 0) | (shown == i + 1)
        points[f"{name} path"] = jnp.where(until & is_shown, paths[i], jnp.nan)
        points[f"{name} dot"] = jnp.where(is_shown, paths[i][t], jnp.nan)[None]
    return points


def _bar_points(steps) -> dict:
    points, ends = {}, jnp.clip(steps, 1.06, STEPS)
    for i, name in enumerate(METHODS):
        points[f"{name} bar"] = jnp.array([[1, i], [ends[i], i]])
        behind, is_in_time = jnp.array([[1.3 * STEPS, i]]), jnp.isfinite(steps[i])
        points[f"{name} in time"] = jnp.where(is_in_time, behind, jnp.nan)
        points[f"{name} over time"] = jnp.where(is_in_time, jnp.nan, behind)
    return points


RATES = np.array(measured.SETTINGS["rates"])
LENGTHS = np.array(measured.SETTINGS["lengths"])
KINDS = (*LENGTHS.tolist(), measured.RADAM)
TRAINED = tuple(draw.WARM_UP_STYLES)  # without a warm-up, with one, RAdam
UPDATES = np.arange(measured.SETTINGS["updates"])


@style.house()
def warm_up() -> Explorer:
    """Seven layers trained by Adam: learning rate and length of a warm-up, and RAdam beside it."""
    figure, (left, right) = style.new(2, width=9.2, height=4.0, width_ratios=(1, 1.3))
    draw.warm_up_axes(left, right, len(UPDATES))
    artists, notes = {}, {}
    for i, (name, look) in enumerate(draw.WARM_UP_STYLES.items()):
        thin = {"color": look["color"], "linewidth": 0.8, "alpha": 0.45}
        artists[f"{name}: rate"] = empty_line(left, linewidth=2, label=name, **look)
        artists[f"{name}: seeds"] = empty_line(right, **thin)
        artists[f"{name}: median"] = empty_line(right, linewidth=2.5, zorder=3, **look)
        note = right.text(UPDATES[-1], 7 / 1.5**i, "", ha="right", color=look["color"], fontsize=9)
        artists[f"{name}: note"] = note
        range_of_seeds = f"({{low[{i}]:.2f}} to {{high[{i}]:.2f}})"
        notes[f"{name}: note"] = f"{name}: accuracy {{mean[{i}]:.2f}} {range_of_seeds}"
    draw.legend_above(left, ncols=1, handlelength=4)
    computation = Computation(
        name="warm_up",
        compute=warm_up_frame,
        artists=artists,
        sentences=WARM_UP_SENTENCES,
        goals=WARM_UP_GOALS,
        words=notes,
        runs=[f"{name}: median" for name in TRAINED],
    )
    controls = [
        slider("learning_rate", RATES, 0.01, "learning rate η"),
        slider("length", LENGTHS, 100, "warm-up, updates"),
    ]
    alt = "Left: three schedules. "
    alt += "Right: losses of six seeds without a warm-up, with one, and of RAdam."
    return computed_explorer(figure, computation, controls, alt)


WARM_UP_SENTENCES = {
    "none": "No warm-up: accuracy {mean[0]:.2f}, and RAdam {mean[2]:.2f}.",
    "gains": "The warm-up gains {gain:.2f} of accuracy; RAdam has {mean[2]:.2f}.",
    "costs": "The warm-up costs {loss:.2f} of accuracy; RAdam has {mean[2]:.2f}.",
    "same": "The warm-up changes next to nothing: accuracy {mean[1]:.2f}, RAdam {mean[2]:.2f}.",
}
WARM_UP_GOALS = [
    "a rate where the warm-up gains 0.05 of accuracy (now {gain:.2f})",
    "a rate where even a warm-up fails (below 0.5; now {mean[1]:.2f}), and RAdam does not",
    "all three above 0.97",
]


def warm_up_frame(learning_rate, length) -> Frame:
    """Schedules, and of the tables the losses on the way, accuracies, and what a warm-up gains."""
    rate = jnp.argmin(jnp.abs(RATES - learning_rate))
    kinds = jnp.array([0, jnp.argmin(jnp.abs(LENGTHS - length)), len(KINDS) - 1])
    losses, medians, accuracies = (jnp.asarray(each, float)[rate, kinds] for each in _tables())
    looks = measured.EVAL_EVERY * jnp.arange(losses.shape[-1])
    points = {}
    for i, name in enumerate(TRAINED):
        gap = jnp.full((measured.SEEDS, 1), jnp.nan)
        seeds = jnp.append(losses[i], gap, axis=1)
        rows = jnp.broadcast_to(jnp.append(looks, 0), seeds.shape)
        points[f"{name}: rate"] = jnp.stack([UPDATES, _rates(learning_rate, length)[i]], axis=1)
        points[f"{name}: seeds"] = jnp.stack([rows.ravel(), seeds.ravel()], axis=1)
        points[f"{name}: median"] = jnp.stack([looks, medians[i]], axis=1)
    low, mean, high = accuracies.T
    gain = mean[1] - mean[0]
    gain = jnp.where(jnp.abs(gain) < 0.005, 0, gain)  # as it is told
    cases = [length == 0, gain > 0, gain < 0, True]
    return Frame(
        points=points,
        sentence=jnp.argmax(jnp.array(cases)),
        facts={"low": low, "mean": mean, "high": high, "gain": gain, "loss": -gain},
        goals=[
            gain >= 0.05,
            (length > 0) & (mean[1] < 0.5) & (mean[2] > 0.8),
            jnp.all(mean > 0.97),
        ],
    )


def _rates(learning_rate, length):
    """The three schedules; that of RAdam from where its authors begin."""
    effective, correction = rectification(0.999, UPDATES)
    correction = jnp.where(effective >= 5, correction, jnp.nan)
    ramp = schedules.warm_up(learning_rate, length)(UPDATES)
    return jnp.full(len(UPDATES), learning_rate), ramp, learning_rate * correction


@cache
def _tables():
    """By rate and kind: losses (seeds, looks), their medians, and the accuracy's range and mean."""
    rows = [[measured.read_loss_curves(rate, kind) for kind in KINDS] for rate in RATES.tolist()]
    found = [measured.read_accuracies(kind) for kind in KINDS]
    accuracies = [np.stack([each.low, each.mean, each.high], axis=1) for each in found]
    losses = np.array(rows)
    return losses, np.median(losses, axis=2), np.stack(accuracies, axis=1)
