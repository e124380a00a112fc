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
UNITS = {"pixels": "pixels", "other units": "other units"}
NATURAL_RATE = 1.0
DAMPINGS = softmax_curves.DAMPINGS[:9]  # to 1: beyond, natural gradient hardly moves in 12 steps
TIME_RANGE = (0.01, 1000)  # ms
EVAL_STEPS = (softmax_curves.EVAL_STEPS, tuple(range(1, softmax_curves.STEPS + 1)))
LOWEST, HIGHEST = draw.FLOOR / 10, 1e3  # of the curves
LOWEST_WORDS = 4 * draw.FLOOR
DECADE = 100  # parts of a power of ten: each is half a pixel
NOWHERE = 999  # of such parts: where the loss is no number
ENDS = ("is there", "is not there yet", "diverges")
MANY = 10  # steps of natural gradient
SENTENCES = {
    "natural first": "Natural gradient is first: {steps[1]:.0f} steps, {ms[1]:.3g} ms; "
    "gradient descent {steps[0]:.0f}, {ms[0]:.3g} ms.",
    "descent first": "Gradient descent is first: {steps[0]:.0f} steps, {ms[0]:.3g} ms; "
    "natural gradient {steps[1]:.0f}, but {ms[1]:.3g} ms.",
    "descent alone": f"After {softmax_curves.STEPS} steps natural gradient {{end}}; "
    "gradient descent arrives.",
}
GOALS = [
    "natural gradient takes fewer steps, and yet gradient descent is first "
    "(now {ms[0]:.3g} ms against {ms[1]:.3g} ms)",
    "other units: gradient descent takes ten times its steps in pixels (now × {longer:.2g})",
    f"natural gradient arrives, but in {MANY} steps or more (now {{natural}})",
]
STEP_WORDS = (*map(str, range(softmax_curves.STEPS + 1)), "never")


@style.house()
def softmax_regression() -> Explorer:
    """The units of the features, the size of the images, the damping: both methods' losses."""
    figure, axes = style.new(2, width=9.2, height=4.2, sharey=True)
    lines = draw.loss_panels(axes, softmax.TOLERANCE, softmax_curves.EVAL_STEPS[-1], TIME_RANGE)
    axes[1].tick_params(labelleft=True)  # on a phone it stands alone
    for ax in axes:
        ax.set_xlim(left=ax.get_xlim()[0] / 2)  # for the words at the first steps
        above = {"loc": "lower left", "bbox_to_anchor": (0, 1), "ncols": 2, "fontsize": 9.5}
        ax.legend(handles=lines[0], frameon=False, **above)
    computation = Computation(
        name="softmax_regression",
        compute=softmax_frame,
        artists=_artists(axes, lines),
        sentences=SENTENCES,
        goals=GOALS,
        words={
            f"{NAMES[0]} steps": "{steps[0]:.0f} steps, η = {rate:.2g}",
            f"{NAMES[1]} steps": "{steps[1]:.0f} steps",
        },
        names={"end": ENDS, "natural": STEP_WORDS},
        runs=[f"{name} {by}" for name in NAMES for by in ("by step", "by time")],
    )
    controls = [
        choice("features", tuple(UNITS), "pixels", "units"),
        choice("size", tuple(SIZES), "170", "parameters"),
        slider("damping", DAMPINGS, softmax.RIDGE, "damping λ"),
    ]
    alt = "What is left of the loss for gradient descent at its best rate and for natural "
    alt += "gradient, against steps and against time."
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


def softmax_frame(features, size, damping) -> Frame:
    """What `softmax_regression` draws and says, out of the experiments' tables."""
    place = size, features
    at_damping = jnp.argmin(jnp.abs(jnp.array(DAMPINGS) - damping))
    times = jnp.asarray(_step_times(), float)[size]
    points, counts, (descent, natural) = {}, [], _tables()
    for i, (name, runs, where) in enumerate(
        zip(NAMES, (descent, natural), (place, (*place, at_damping)))
    ):
        count, curve = (jnp.asarray(part)[where] for part in (runs.counts, runs.curves))
        left = jnp.where(curve == NOWHERE, jnp.nan, 10 ** (curve / DECADE))
        points |= _points(name, jnp.array(EVAL_STEPS[i], float), left, count, times[i])
        counts.append(count)
    steps = jnp.stack(counts)
    ms, arrives = steps * times, jnp.isfinite(steps[1])
    kinds = [~arrives, ms[1] < ms[0], True]
    longer = steps[0] / jnp.asarray(descent.counts)[size, 0]
    never = len(STEP_WORDS) - 1
    return Frame(
        points=points,
        sentence=jnp.array([2, 0, 1])[jnp.argmax(jnp.array(kinds))],
        facts={
            "steps": steps,
            "ms": ms,
            "end": jnp.asarray(natural.ends)[(*place, at_damping)],
            "rate": jnp.asarray(descent.rates)[place],
            "longer": longer,
            "natural": jnp.where(arrives, steps[1], never).astype(int),
        },
        goals=[
            (steps[1] < steps[0]) & (ms[0] < ms[1]),
            longer >= 10,
            arrives & (steps[1] >= MANY),
        ],
    )


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
    """By size and units, of natural gradient also by damping: steps to the target, the curve.

    curves (..., evaluations): the logarithm of what is left of the loss, whole parts of DECADE;
    rates (...): the learning rate; ends (...): the index among ENDS.
    """

    counts: np.ndarray
    curves: np.ndarray
    rates: np.ndarray
    ends: np.ndarray


@cache
def _tables() -> tuple[Runs, Runs]:
    """Of gradient descent at its best rate, of natural gradient."""
    problems = list(product(SIZES.values(), UNITS.values()))
    best = [
        min(softmax_curves.RATES, key=lambda rate: softmax_curves.read_descent(P, units, rate)[0])
        for P, units in problems
    ]
    descent = [softmax_curves.read_descent(*each, rate) for each, rate in zip(problems, best)]
    natural = [
        softmax_curves.read_natural(*each, NATURAL_RATE, damping)
        for each, damping in product(problems, DAMPINGS)
    ]
    shape = len(SIZES), len(UNITS)
    return _runs(descent, best, shape), _runs(natural, NATURAL_RATE, (*shape, len(DAMPINGS)))


def _runs(runs, rates, shape) -> Runs:
    counts, curves = (np.array(part) for part in zip(*runs))
    logs = np.log10(np.clip(curves, LOWEST, HIGHEST))
    parts = np.where(np.isfinite(curves), np.round(DECADE * logs), NOWHERE).astype(np.int32)
    is_lost = ~(curves[:, -1] < np.log(10))  # above the loss at the start, or no number
    ends = np.where(np.isfinite(counts), 0, 1 + is_lost).astype(np.int32)
    rates = np.resize(np.array(rates, np.float32), shape)
    return Runs(counts.reshape(shape), parts.reshape(*shape, -1), rates, ends.reshape(shape))


@cache
def _step_times() -> np.ndarray:
    """(sizes, methods): milliseconds; a step takes as long for every damping and in any units."""
    times = [softmax.read_step_times(P, "closed form") for P in SIZES.values()]
    return np.array([[each[name] / 1000 for name in NAMES] for each in times])
