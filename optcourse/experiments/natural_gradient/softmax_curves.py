"""Curves of softmax regression on digits, at every setting of an explorer: they take too long for a hand that drags.

    descent_curves, natural_curves   the experiments: the loss on the way of both methods; their tables
    descent, natural                 a row of each

One seed, images of 4 x 4 and 8 x 8 pixels, and features as they are or in other units.
"""

from functools import cache
from itertools import product

import jax
import numpy as np

from optcourse.experiments import table
from optcourse.experiments.natural_gradient import softmax

SEED = 1
PARAMETER_COUNTS = softmax.parameter_count(4), softmax.parameter_count(8)
UNITS = {"pixels": 0.0, "other units": 1.0}  # s, where each feature is multiplied by 10^U(-s, s)
RATES = tuple(
    float(f"{10 ** (k / 8):.4g}") for k in range(-24, 13)
)  # of gradient descent, 0.001 to 31.6
EVAL_STEPS = tuple(sorted({round(10 ** (k / 12)) for k in range(47)}))  # after steps 1 to 6813
NATURAL_RATES = tuple(float(f"{10 ** (k / 4):.4g}") for k in range(-4, 3))  # 0.1 to 3.16
DAMPINGS = tuple(float(f"{10 ** (k / 2):.4g}") for k in range(-8, 3))  # 0.0001 to 10
STEPS = 12  # of natural gradient
PROBLEM_SETTINGS = {"examples": softmax.EXAMPLES, "ridge": softmax.RIDGE, "near": softmax.TOLERANCE}


def descent_curves() -> table.Table:
    """Loss of gradient descent on 500 digits at 37 rates, for two sizes and two choices of units (3 minutes)."""
    settings = {**PROBLEM_SETTINGS, "steps": EVAL_STEPS[-1], "seed": SEED, "units": UNITS}
    jobs = [
        {"parameters": P, "units": units, "rate": rate}
        for P, units, rate in product(PARAMETER_COUNTS, UNITS, RATES)
    ]
    return table.fill("descent_curves", settings, jobs, descent_curve)


def natural_curves() -> table.Table:
    """Loss of natural gradient on the same digits at 7 rates and 11 dampings (2 minutes)."""
    settings = {**PROBLEM_SETTINGS, "steps": STEPS, "seed": SEED, "units": UNITS}
    keys = product(PARAMETER_COUNTS, UNITS, NATURAL_RATES, DAMPINGS)
    jobs = [
        {"parameters": P, "units": units, "rate": rate, "damping": damping}
        for P, units, rate, damping in keys
    ]
    return table.fill("natural_curves", settings, jobs, natural_curve)


def descent_curve(parameters: int, units: str, rate: float) -> dict:
    """The least loss; the step that is within 0.001 of it, infinity for never; the loss at the steps LOOKS."""
    with jax.enable_x64(True):
        examples, least = _problem(parameters, units)
        path = softmax.descent_losses(examples, rate, steps=EVAL_STEPS[-1])
    steps = softmax.first_below(least + softmax.TOLERANCE, path)
    return {"least": least, "steps": steps, **{f"at_{t}": float(path[t]) for t in EVAL_STEPS}}


def natural_curve(parameters: int, units: str, rate: float, damping: float) -> dict:
    """The step that is within 0.001 of the least loss; the loss at the steps 1 to 12."""
    with jax.enable_x64(True):
        examples, least = _problem(parameters, units)
        way = softmax.closed_form_direction  # it takes as long for every damping
        path = softmax.natural_losses(examples, rate, damping, steps=STEPS, direction=way)
    steps = softmax.first_below(least + softmax.TOLERANCE, path)
    return {"steps": steps, **{f"at_{t}": float(path[t]) for t in range(1, STEPS + 1)}}


@cache
def _problem(parameters, units):
    examples = softmax.digits_data(softmax.image_side(parameters), SEED, UNITS[units])
    return examples, softmax.least_loss(examples)


# Rows


def read_descent(parameters: int, units: str, rate: float) -> tuple[float, np.ndarray]:
    """(steps of gradient descent until it is near, what is left above the least loss at the steps LOOKS).

    Infinitely many where it does not stay: a rate too large may come near by chance.
    """
    least, steps, losses = _read_descents()[parameters, units, rate]
    return (steps if losses[-1] - least <= softmax.TOLERANCE else np.inf), losses - least


def read_natural(
    parameters: int, units: str, rate: float, damping: float
) -> tuple[float, np.ndarray]:
    """(steps of natural gradient until it is near, what is left above the least loss at the steps 1 to 12)."""
    least = _read_descents()[parameters, units, RATES[0]][0]
    steps, losses = _read_naturals()[parameters, units, rate, damping]
    return steps, losses - least


@cache
def best_descent_steps(parameters: int, units: str) -> float:
    """The steps of gradient descent at the best of all rates."""
    return min(read_descent(parameters, units, rate)[0] for rate in RATES)


@cache
def _read_descents() -> dict:
    rows = table.read("descent_curves").columns
    losses = np.stack([rows[f"at_{t}"] for t in EVAL_STEPS], axis=1)
    return dict(
        zip(_keys(rows, "rate"), zip(rows["least"].tolist(), rows["steps"].tolist(), losses))
    )


@cache
def _read_naturals() -> dict:
    rows = table.read("natural_curves").columns
    losses = np.stack([rows[f"at_{t}"] for t in range(1, STEPS + 1)], axis=1)
    return dict(zip(_keys(rows, "rate", "damping"), zip(rows["steps"].tolist(), losses)))


def _keys(rows, *names):
    return zip(*(rows[name].tolist() for name in ("parameters", "units", *names)))
