"""Lesson 06: gradient descent and natural gradient on digits, by steps and by the clock."""

from functools import cache
from itertools import product
from typing import NamedTuple

import jax.numpy as jnp
import numpy as np

from optcourse.experiments.natural_gradient import softmax, softmax_curves
from optcourse.explorers.artists import empty_line
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import choice, slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import natural_gradient as draw
from optcourse.figures import style

NAMES = tuple(draw.NAMES)  # gradient descent first
SIZES = {"170": 170, "650": 650}
UNITS = {"as they are": "pixels", "in other units": "other units"}
TIME_RANGE = (0.01, 1000)  # ms
EVAL_STEPS = (softmax_curves.EVAL_STEPS, tuple(range(1, softmax_curves.STEPS + 1)))
LOWEST, HIGHEST = draw.FLOOR / 10, 1e3  # of the curves
LOWEST_WORDS = 2.5 * draw.FLOOR
DECADE = 100  # parts of a power of ten: each is half a pixel
NOWHERE = 999  # of such parts: where the loss is no number
ENDS = ("is there", "is not there yet", "diverges")
SENTENCES = {
    "natural first": "Natural gradient is first: {ms[1]:.3g} ms, gradient descent {ms[0]:.3g} ms.",
    "descent first": "Gradient descent is first: {ms[0]:.3g} ms, natural gradient {ms[1]:.3g} ms.",
    "natural alone": "Only natural gradient arrives: gradient descent {ends[0]}.",
    "descent alone": "Only gradient descent arrives: natural gradient {ends[1]}.",
    "neither": "Neither arrives: gradient descent {ends[0]}, natural gradient {ends[1]}.",
}
GOALS = [
    "natural gradient is close enough after 4 steps at most",
    "and yet gradient descent is there first by time",
    "other units: gradient descent arrives, "
    "after at least 5 times the steps it needs at best in pixels",
]


@style.house()
def softmax_regression() -> Explorer:
    """Two methods and their rates, the damping, the size of the images, the units of features."""
    figure, axes = style.new(2, width=9.4, height=4.2, sharey=True)
    lines = draw.loss_panels(axes, softmax.TOLERANCE, softmax_curves.EVAL_STEPS[-1], TIME_RANGE)
    axes[1].tick_params(labelleft=True)  # on a phone it stands alone
    figure.legend(handles=lines[0], frameon=False, loc="outside upper center", ncols=2, fontsize=9)
    computation = Computation(
        name="softmax_regression",
        compute=softmax_frame,
        artists=_artists(axes, lines),
        sentences=SENTENCES,
        goals=GOALS,
        words={f"{name} steps": f"{{steps[{i}]:.0f}} steps" for i, name in enumerate(NAMES)},
        names={"ends": ENDS},
        runs=[f"{name} {by}" for name in NAMES for by in ("by step", "by time")],
    )
    controls = [
        slider("descent_rate", softmax_curves.RATES, 1.0, "rate of gradient descent"),
        slider("natural_rate", softmax_curves.NATURAL_RATES, 1.0, "rate of natural gradient"),
        slider("damping", softmax_curves.DAMPINGS, 0.003162, "damping λ"),
        choice("size", tuple(SIZES), "170", "parameters"),
        choice("features", tuple(UNITS), "as they are"),
    ]
    alt = "What is left of the loss for gradient descent and natural gradient, "
    alt += "against steps and against time."
    return computed_explorer(figure, computation, controls, alt)


def _artists(axes, lines) -> dict:
    artists, dot = {}, {"linestyle": "none", "marker": "o", "markersize": 7, "zorder": 5}
    for ax, mine, by in zip(axes, lines, ("by step", "by time")):
        for name, line in zip(NAMES, mine):
            color = style.OPTIMIZERS[name]["color"]
            artists[f"{name} {by}"] = line
            artists[f"{name} there {by}"] = empty_line(ax, color=color, **dot)
    for name in NAMES:
        look = {"color": style.OPTIMIZERS[name]["color"], "fontsize": 9, "ha": "right", "va": "top"}
        artists[f"{name} steps"] = axes[0].text(1, 1, "", **look)
    return artists


def softmax_frame(descent_rate, natural_rate, damping, size, features) -> Frame:
    """What `softmax_regression` draws and says, out of the experiments' tables."""
    descent = (_nearest(softmax_curves.RATES, descent_rate),)
    natural = _nearest(softmax_curves.NATURAL_RATES, natural_rate)
    settings = descent, (natural, _nearest(softmax_curves.DAMPINGS, damping))
    times = jnp.asarray(_step_times(), float)[size]
    points, counts, ends = {}, [], []
    for i, (name, mine, runs) in enumerate(zip(NAMES, settings, _tables())):
        place = (size, features, *mine)
        count, curve, end = (jnp.asarray(part)[place] for part in runs)
        left = jnp.where(curve == NOWHERE, jnp.nan, 10 ** (curve / DECADE))
        points |= _points(name, jnp.array(EVAL_STEPS[i], float), left, count, times[i])
        counts.append(count)
        ends.append(end)
    steps, arrives = jnp.stack(counts), jnp.isfinite(jnp.stack(counts))
    ms = steps * times
    both, descent_first = jnp.all(arrives), ms[0] < ms[1]
    kinds = [both & ~descent_first, both, arrives[1], arrives[0], True]
    least = softmax_curves.best_descent_steps
    wanted = 5 * jnp.array([least(P, "pixels") for P in SIZES.values()])[size]
    quick = steps[1] <= 4
    return Frame(
        points=points,
        sentence=jnp.argmax(jnp.array(kinds)),
        facts={"steps": steps, "ms": ms, "ends": jnp.stack(ends)},
        goals=[
            quick,
            quick & descent_first,
            (features == 1) & arrives[0] & (steps[0] >= wanted),
        ],
    )


def _nearest(grid, value):
    return jnp.argmin(jnp.abs(jnp.array(grid) - value))


def _points(name, steps, left, count, time) -> dict:
    """A curve by steps and by time, and a dot where it is close enough; time: of a step, in ms."""
    # Between two points of the curve, on its log scale.
    height = jnp.exp(jnp.interp(jnp.log(count), jnp.log(steps), jnp.log(left)))
    dot = jnp.where(jnp.isfinite(count), jnp.stack([count, height]), jnp.nan)[None]
    curve = jnp.stack([steps, left], axis=1)
    to_time = jnp.stack([time, 1.0])
    return {
        f"{name} by step": curve,
        f"{name} there by step": dot,
        f"{name} by time": to_time * curve,
        f"{name} there by time": to_time * dot,
        f"{name} steps": jnp.maximum(dot / jnp.array([1.15, 1.3]), LOWEST_WORDS),
    }


class Runs(NamedTuple):
    """Of every setting (sizes, units, rates ...): steps to the target, curve, index among ENDS.

    curves (..., evaluations): the logarithm of what is left of the loss, whole parts of DECADE.
    """

    counts: np.ndarray
    curves: np.ndarray
    ends: np.ndarray


@cache
def _tables() -> tuple[Runs, Runs]:
    """Of gradient descent, of natural gradient."""
    natural = softmax_curves.NATURAL_RATES, softmax_curves.DAMPINGS
    return (
        _read(softmax_curves.read_descent, softmax_curves.RATES),
        _read(softmax_curves.read_natural, *natural),
    )


def _read(read, *grids) -> Runs:
    grids = (tuple(SIZES.values()), tuple(UNITS.values()), *grids)
    counts, curves = zip(*(read(*setting) for setting in product(*grids)))
    counts, curves = np.array(counts), np.array(curves)
    logs = np.log10(np.clip(curves, LOWEST, HIGHEST))
    parts = np.where(np.isfinite(curves), np.round(DECADE * logs), NOWHERE).astype(np.int32)
    is_lost = ~(curves[:, -1] < np.log(10))  # above the loss at the start, or no number
    ends = np.where(np.isfinite(counts), 0, 1 + is_lost).astype(np.int32)
    shape = tuple(map(len, grids))
    return Runs(counts.reshape(shape), parts.reshape(*shape, -1), ends.reshape(shape))


@cache
def _step_times() -> np.ndarray:
    """(sizes, methods): milliseconds; a step takes as long for every damping and in any units."""
    times = [softmax.read_step_times(P, "closed form") for P in SIZES.values()]
    return np.array([[each[name] / 1000 for name in NAMES] for each in times])
