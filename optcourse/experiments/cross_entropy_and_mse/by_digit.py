"""Which digits a network reads while it trains, for each output bias at which it starts.

    cross_entropy_by_digit   the share of each digit that is read right, on the way; its table
    digit_row                one row of the table
    read_digit_curves        from the table, all of it

The networks are those of `cross_entropy_digits`: of each start and loss the middle one of five
seeds, by its accuracy in the end, at the best learning rate.
"""

from functools import partial
from itertools import product
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from optcourse.experiments import table
from optcourse.experiments.cross_entropy_and_mse import digits
from optcourse.experiments.run import run
from optcourse.optimizers import ALL

EARLY = (0, 5, 10, 15, 20, 25, 30, 40, 50, 75)
STEPS = (*EARLY, 100, 125, 150, 175, 200, 250, 300, 350, 400, 450, 500)  # at which it is read
CLASSES = digits.SIZES[-1]
SETTINGS = {"network": digits.SIZES, "examples": digits.SETTINGS["examples"], "steps": STEPS}


class DigitCurves(NamedTuple):
    """By optimizer, bias and loss, in the order of `digits` (2, biases, 2, ...).

    shares (..., STEPS, 10): of each digit's images, on which it trains, what part is read right;
    accuracy (..., STEPS): of all; gradient_norms (..., STEPS): of the loss, in all weights.
    """

    shares: np.ndarray
    accuracy: np.ndarray
    gradient_norms: np.ndarray


def cross_entropy_by_digit() -> table.Table:
    """Share of each digit that is read right, by start, loss and optimizer (one minute)."""
    jobs = table.grid(optimizer=digits.RATES, bias=digits.BIASES, loss=digits.LOSSES)
    return table.fill("cross_entropy_by_digit", SETTINGS, jobs, digit_row)


def digit_row(optimizer: str, bias: float, loss: str) -> dict:
    """A table row: rate and seed of the network, and three curves over STEPS."""
    start = f"bias {bias:g}"
    curve = digits.read_best_curve(optimizer, start, loss)
    seed = int(np.argsort(curve.accuracy[:, -1], kind="stable")[digits.SEEDS // 2])
    problem = digits.digits_problem(start, seed)
    curves = _train(optimizer, loss, curve.rate, problem.train, problem.w)
    shares, accuracy, norms = (table.join_numbers(np.ravel(each)) for each in curves)
    columns = {"shares": shares, "accuracy": accuracy, "gradient_norms": norms}
    return {"rate": curve.rate, "seed": seed, **columns}


@partial(jax.jit, static_argnames=("optimizer", "loss"))
def _train(optimizer, loss, rate, examples, w):
    """(shares, accuracy, gradient norms) at STEPS."""
    logits = lambda w: digits.NETWORK.apply(w, examples.inputs)
    members = jax.nn.one_hot(examples.labels, CLASSES)

    def record(w, state):
        is_right = jnp.argmax(logits(w), axis=-1) == examples.labels
        return is_right @ members / members.sum(axis=0), jnp.mean(is_right)

    of_w = lambda w: digits.LOSSES[loss](logits(w), examples.labels)
    ran = run(ALL[optimizer](rate), of_w, w, STEPS[-1], record=record)
    at = jnp.array(STEPS)
    return *(each[at] for each in ran.path), ran.gradient_norm[at]


def read_digit_curves() -> DigitCurves:
    """All networks of the table."""
    rows = table.read("cross_entropy_by_digit")
    keys = list(product(digits.RATES, digits.BIASES, digits.LOSSES))
    shape = len(digits.RATES), len(digits.BIASES), len(digits.LOSSES), len(STEPS)

    def curves(name, *more):
        found = rows.numbers(name, "optimizer", "bias", "loss")
        return np.array([found[key] for key in keys]).reshape(*shape, *more)

    return DigitCurves(curves("shares", CLASSES), curves("accuracy"), curves("gradient_norms"))
