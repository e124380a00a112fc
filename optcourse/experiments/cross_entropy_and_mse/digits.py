"""Cross-entropy and squared error on a network that reads digits: from an ordinary start, and from wrong ones.

    cross_entropy_digits   accuracy while training, for each start, loss, optimizer, learning rate and seed
    best                   the runs of one start and loss at the learning rate that ends best, from the table

The starts: "bias 0" is the usual one; with "bias 20" the output bias of digit 0 begins at 20, so that the network is
sure of a zero whatever it sees. "relabeled": trained before until it was sure of other labels, each digit plus one.
"noise": an ordinary start, and 40 % of the training labels are drawn anew.
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
RATES = {"gradient_descent": [0.2, 0.5, 1.0, 2.0], "adam": [0.001, 0.003, 0.01, 0.03]}
MORE_RATES = {
    "relabeled": [4.0],
    "noise": [0.05, 0.1],
}  # where the best of the others lies at their end
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


class DigitsProblem(NamedTuple):
    """Training digits, test digits, and the weights to start from."""

    train: data.Data
    test: data.Data
    w: list


class Curve(NamedTuple):
    """accuracy (seeds, looks) on the training labels, tested (seeds,) at the end, at the learning rate `rate`."""

    rate: float
    accuracy: np.ndarray
    tested: np.ndarray


def cross_entropy_digits() -> table.Table:
    """Accuracy of a digits network under cross-entropy and squared error, from right and wrong starts (3 minutes)."""
    starts = [f"bias {bias:g}" for bias in BIASES]
    cases = [
        *product(RATES, starts),
        ("gradient_descent", "relabeled"),
        ("gradient_descent", "noise"),
    ]
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
    """Accuracy on the training labels at each look, and on 1000 other digits at the end."""
    at = digits_problem(start, seed)
    path, end = _train(optimizer, loss, rate, at.train, at.w, SETTINGS["steps"])
    looks = {f"after_{step}": float(path[step]) for step in EVAL_STEPS}
    return {
        **looks,
        "tested": float(losses.accuracy(NETWORK.apply(end, at.test.inputs), at.test.labels)),
    }


def digits_problem(start: str, seed: int) -> DigitsProblem:
    """The digits and the first weights of a start: "bias 20" or another number, "relabeled" or "noise"."""
    digit_key, init_key, noise_key = jax.random.split(jax.random.key(seed), 3)
    digits = data.digits(SETTINGS["examples"] + SETTINGS["tested"], digit_key)
    examples, test = data.split(digits, SETTINGS["examples"])
    w = NETWORK.init(init_key)
    if start == "relabeled":
        others = examples._replace(labels=(examples.labels + 1) % SIZES[-1])
        w = _train(**SETTINGS["trained_before"], examples=others, w=w)[1]
    elif start == "noise":
        examples = examples._replace(labels=_noisy_labels(noise_key, examples.labels))
    else:
        bias = w[-1].bias.at[SETTINGS["biased_class"]].set(float(start.removeprefix("bias ")))
        w = [*w[:-1], w[-1]._replace(bias=bias)]
    return DigitsProblem(examples, test, w)


def _noisy_labels(key, labels) -> Array:
    which_key, label_key = jax.random.split(key)
    drawn = jax.random.randint(label_key, labels.shape, 0, SIZES[-1])
    return jnp.where(
        jax.random.bernoulli(which_key, SETTINGS["noise"], labels.shape), drawn, labels
    )


@partial(jax.jit, static_argnames=("optimizer", "loss", "steps"))
def _train(optimizer, loss, rate, examples, w, steps):
    """(accuracy before each step and after the last, the last weights)."""
    measure = lambda w: losses.accuracy(NETWORK.apply(w, examples.inputs), examples.labels)
    trajectory = run(
        ALL[optimizer](rate),
        lambda w: LOSSES[loss](NETWORK.apply(w, examples.inputs), examples.labels),
        w,
        steps,
        record=lambda w, state: measure(w),
    )
    return trajectory.path, trajectory.end


def read_best_curve(optimizer: str, start: str, loss: str, by: str = "after_500") -> Curve:
    """The runs of all seeds at the learning rate whose median over seeds, in the column `by`, is highest."""
    rows = table.read("cross_entropy_digits").columns
    mine = (rows["optimizer"] == optimizer) & (rows["start"] == start) & (rows["loss"] == loss)
    at = {rate: mine & np.isclose(rows["rate"], rate) for rate in rates(optimizer, start)}
    rate = max(at, key=lambda rate: np.median(rows[by][at[rate]]))
    accuracy = np.stack([rows[f"after_{step}"][at[rate]] for step in EVAL_STEPS], axis=1)
    return Curve(rate, accuracy, rows["tested"][at[rate]])
