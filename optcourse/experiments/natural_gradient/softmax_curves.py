"""Loss curves of softmax regression on digits, at every setting of an explorer.

    descent_curves, natural_curves   the experiments: the loss of both methods; their tables
    descent_curve, natural_curve     one row of each
    read_descent, read_natural       one curve from the tables

One seed, images of 4 x 4 and 8 x 8 pixels, and features as they are or in other units.
"""

from functools import cache

import jax
import numpy as np

from optcourse.experiments import table
from optcourse.experiments.natural_gradient import softmax
from optcourse.experiments.run import first_below

SEED = 1
PARAMETER_COUNTS = softmax.parameter_count(4), softmax.parameter_count(8)
UNITS = {"pixels": 0.0, "other units": 1.0}  # s, where each feature is multiplied by 10^U(-s, s)
EVAL_STEPS = tuple(sorted({round(10 ** (k / 12)) for k in range(47)}))  # after steps 1 to 6813
STEPS = 12  # of natural gradient


def _powers_of_ten(first, last, per_decade) -> tuple:
    exponents = [k / per_decade for k in range(first, last + 1)]
    return tuple(float(f"{10**exponent:.4g}") for exponent in exponents)


RATES = _powers_of_ten(-24, 12, per_decade=8)  # of gradient descent, 0.001 to 31.6
NATURAL_RATES = _powers_of_ten(-4, 2, per_decade=4)  # 0.1 to 3.16
DAMPINGS = _powers_of_ten(-8, 2, per_decade=2)  # 0.0001 to 10
SETTINGS = {
    "examples": softmax.EXAMPLES,
    "ridge": softmax.RIDGE,
    "near": softmax.TOLERANCE,
    "seed": SEED,
    "units": UNITS,
}


def descent_curves() -> table.Table:
    """Loss of gradient descent on 500 digits at 37 rates: two sizes, two units (3 minutes)."""
    jobs = table.grid(parameters=PARAMETER_COUNTS, units=UNITS, rate=RATES)
    return table.fill("descent_curves", {**SETTINGS, "steps": EVAL_STEPS[-1]}, jobs, descent_curve)


def natural_curves() -> table.Table:
    """Loss of natural gradient on the same digits at 7 rates and 11 dampings (2 minutes)."""
    jobs = table.grid(
        parameters=PARAMETER_COUNTS, units=UNITS, rate=NATURAL_RATES, damping=DAMPINGS
    )
    return table.fill("natural_curves", {**SETTINGS, "steps": STEPS}, jobs, natural_curve)


def descent_curve(parameters: int, units: str, rate: float) -> dict:
    """A table row: the least loss, the first step within 0.001 of it, the loss at EVAL_STEPS."""
    with jax.enable_x64(True):
        examples, least = _problem(parameters, units)
        losses = softmax.descent_losses(examples, rate, steps=EVAL_STEPS[-1])
        steps = float(first_below(losses, least + softmax.TOLERANCE))
    return {"least": least, "steps": steps, **_columns(losses, EVAL_STEPS)}


def natural_curve(parameters: int, units: str, rate: float, damping: float) -> dict:
    """A table row: the first step within 0.001 of the least loss, and the loss at steps 1 to 12."""
    with jax.enable_x64(True):
        examples, least = _problem(parameters, units)
        direction = softmax.closed_form_direction  # it takes as long for every damping
        losses = softmax.natural_losses(examples, rate, damping, steps=STEPS, direction=direction)
        steps = float(first_below(losses, least + softmax.TOLERANCE))
    return {"steps": steps, **_columns(losses, range(1, STEPS + 1))}


def _columns(losses, steps) -> dict:
    return {f"at_{t}": float(losses[t]) for t in steps}


@cache
def _problem(parameters, units):
    examples = softmax.digits_data(softmax.image_side(parameters), SEED, UNITS[units])
    return examples, softmax.least_loss(examples)


# One curve


def read_descent(parameters: int, units: str, rate: float) -> tuple[float, np.ndarray]:
    """(steps of gradient descent to the target, loss above the least at EVAL_STEPS).

    The target is within 0.001 of the least loss. Infinitely many steps where the loss does not
    stay there: a rate too large may come near by chance.
    """
    row = _row("descent_curves", parameters=parameters, units=units, rate=rate)
    excess = _losses(row, EVAL_STEPS) - row["least"]
    steps = row["steps"] if excess[-1] <= softmax.TOLERANCE else np.inf
    return steps, excess


def read_natural(
    parameters: int, units: str, rate: float, damping: float
) -> tuple[float, np.ndarray]:
    """(steps of natural gradient to the same target, loss above the least at steps 1 to 12)."""
    problem = {"parameters": parameters, "units": units}
    least = _row("descent_curves", **problem, rate=RATES[0])["least"]
    row = _row("natural_curves", **problem, rate=rate, damping=damping)
    losses = _losses(row, range(1, STEPS + 1))
    return row["steps"], losses - least


@cache
def best_descent_steps(parameters: int, units: str) -> float:
    """The steps of gradient descent at the best of all rates."""
    return min(read_descent(parameters, units, rate)[0] for rate in RATES)


_read = cache(table.read)


@cache
def _row(name, **wanted) -> dict:
    columns = _read(name).where(**wanted).columns
    return {column: values[0].item() for column, values in columns.items()}


def _losses(row, steps) -> np.ndarray:
    return np.array([row[f"at_{t}"] for t in steps])
