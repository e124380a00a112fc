"""A network that reads digits under cross-entropy and squared error, from right and wrong starts.

    cross_entropy_digits   accuracy by start, loss, optimizer, learning rate and seed; its table
    accuracy_row           one row of the table
    read_best_curve        from the table: one start and loss at the best learning rate

The starts: "bias 0" is the usual one; with "bias 20" the output bias of digit 0 begins at 20, so
that the network is sure of a zero whatever it sees. "relabeled": trained until it was sure of other
labels, each digit plus one. "noise": 40 % of the training labels are drawn anew.
"""

from functools import partial
from itertools import product
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array

from optcourse import losses, models
from optcourse.experiments import data, table
from optcourse.experiments.run import run
from optcourse.optimizers import ALL

SIZES = (64, 32, 10)
NETWORK = models.mlp(SIZES)
SEEDS = 5
LOSSES = {"cross_entropy": losses.cross_entropy, "mse": losses.softmax_mse}
RATES = {
    "gradient_descent": [0.2, 0.5, 1.0, 2.0],
    "adam": [0.001, 0.003, 0.01, 0.03],
}
MORE_RATES = {"relabeled": [4.0], "noise": [0.05, 0.1]}  # where the best lies at an end of RATES
BIASES = [0.0, 5.0, 10.0, 12.5, 15.0, 17.5, 20.0, 25.0, 30.0]
EVAL_STEPS = [0, 10, 25, 50, 100, 150, 200, 300, 400, 500]  # the steps at which accuracy is kept
SETTINGS = {
    "network": SIZES,
    "examples": 500,
    "tested": 1000,
    "steps": EVAL_STEPS[-1],
    "biased_class": 0,
    "noise": 0.4,
    "trained_before": {
        "optimizer": "gradient_descent",
        "loss": "cross_entropy",
        "rate": 1.0,
        "steps": 500,
    },
}


class Curve(NamedTuple):
    """accuracy (seeds, EVAL_STEPS) on the training labels; test_accuracy (seeds,) at the end."""

    rate: float
    accuracy: np.ndarray
    test_accuracy: np.ndarray


def cross_entropy_digits() -> table.Table:
    """Accuracy on digits under cross-entropy and squared error, from many starts (3 minutes)."""
    starts = [f"bias {bias:g}" for bias in BIASES]
    cases = [*product(RATES, starts)]
    cases += [("gradient_descent", "relabeled"), ("gradient_descent", "noise")]
    jobs = [
        {"optimizer": optimizer, "start": start, "loss": loss, "rate": rate, "seed": seed}
        for optimizer, start in cases
        for loss, rate, seed in product(LOSSES, rates(optimizer, start), range(SEEDS))
    ]
    return table.fill("cross_entropy_digits", SETTINGS, jobs, accuracy_row)


def rates(optimizer: str, start: str) -> list:
    """The learning rates that are tried from this start, in order."""
    return sorted(RATES[optimizer] + MORE_RATES.get(start, []))


def accuracy_row(optimizer: str, start: str, loss: str, rate: float, seed: int) -> dict:
    """A table row: training accuracy at EVAL_STEPS, and in the end that on 1000 other digits."""
    problem = digits_problem(start, seed)
    path, end = _train(optimizer, loss, rate, problem.train, problem.w, SETTINGS["steps"])
    row = {f"after_{step}": float(path[step]) for step in EVAL_STEPS}
    return row | {"tested": float(_accuracy(end, problem.test))}


def digits_problem(start: str, seed: int) -> data.DigitsProblem:
    """The problem of a start: "bias 20" or another number, "relabeled" or "noise"."""
    examples, tested = SETTINGS["examples"], SETTINGS["tested"]
    problem = data.digits_problem(seed, NETWORK, examples, tested)
    train, w = problem.train, problem.w
    if start == "noise":
        noisy = _noisy_labels(problem.keys[0], train.labels)
        return problem._replace(train=train._replace(labels=noisy))
    if start == "relabeled":
        next_digit = (train.labels + 1) % SIZES[-1]
        relabeled = train._replace(labels=next_digit)
        _, w = _train(**SETTINGS["trained_before"], examples=relabeled, w=w)
        return problem._replace(w=w)
    *hidden, last = w
    bias = float(start.removeprefix("bias "))
    raised = last.bias.at[SETTINGS["biased_class"]].set(bias)
    return problem._replace(w=[*hidden, last._replace(bias=raised)])


def _noisy_labels(key, labels) -> Array:
    which_key, label_key = jax.random.split(key)
    changed = jax.random.bernoulli(which_key, SETTINGS["noise"], labels.shape)
    drawn = jax.random.randint(label_key, labels.shape, 0, SIZES[-1])
    return jnp.where(changed, drawn, labels)


def _accuracy(w, examples):
    return losses.accuracy(NETWORK.apply(w, examples.inputs), examples.labels)


@partial(jax.jit, static_argnames=("optimizer", "loss", "steps"))
def _train(optimizer, loss, rate, examples, w, steps):
    """(accuracy before each step and after the last, the last weights)."""
    of_w = lambda w: LOSSES[loss](NETWORK.apply(w, examples.inputs), examples.labels)
    accuracy = lambda w, state: _accuracy(w, examples)
    trajectory = run(ALL[optimizer](rate), of_w, w, steps, record=accuracy)
    return trajectory.path, trajectory.end


def read_best_curve(optimizer: str, start: str, loss: str, column: str = "after_500") -> Curve:
    """All seeds at the learning rate with the highest median over seeds of `column`."""
    rows = table.read("cross_entropy_digits")
    by_rate = rows.where(optimizer=optimizer, start=start, loss=loss).by("rate")
    medians = {rate: np.median(rows.columns[column]) for rate, rows in by_rate.items()}
    rate = max(medians, key=medians.get)
    columns = by_rate[rate].columns
    curves = [columns[f"after_{step}"] for step in EVAL_STEPS]
    return Curve(rate, np.stack(curves, axis=1), columns["tested"])
