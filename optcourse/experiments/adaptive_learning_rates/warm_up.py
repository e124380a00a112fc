"""Warm-up: how unreliable Adam's divisor is at first, and what a slow start does for a network.

    adaptive_rate_spread   of 1 / √v̂ after t gradients
    warm_up                loss and accuracy of seven layers, by peak rate and length of the
                           warm-up, or with RAdam: two tables; read_loss_curves, read_accuracies

Digits -> six hidden layers of 32 tanh units -> 10 classes, batches of 32, 400 updates. Each seed
has its own digits, network and order of batches. Losses are kept of six seeds, accuracies of a
hundred: at a large rate they differ so much that six do not show what a warm-up gains.
"""

from collections.abc import Sequence
from functools import cache, lru_cache, partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, PRNGKeyArray

from optcourse import losses, models, optimizers
from optcourse.adaptive import moving_averages
from optcourse.experiments import data, table
from optcourse.experiments.run import train_and_evaluate
from optcourse.experiments.table import join_numbers, parse_numbers
from optcourse.optimizers import schedules

SEEDS = 6  # whose losses are kept
ACCURACY_SEEDS = 100
SETTINGS = {
    "layers": 7,
    "width": 32,
    "examples": 1500,
    "batch_size": 32,
    "updates": 400,
    "rates": [0.001, 0.002, 0.003, 0.005, 0.01, 0.02, 0.03, 0.05],
    "lengths": [0, 20, 50, 100, 200],
}
NETWORK = models.mlp((64, *[SETTINGS["width"]] * (SETTINGS["layers"] - 1), 10))
EVAL_EVERY = 20  # updates between two evaluations on all examples
RADAM = -1  # as the length of a warm-up: none, but RAdam instead of Adam


def adaptive_rate_spread(
    key: PRNGKeyArray, steps: int = 200, streams: int = 20_000, b2=0.999
) -> Float[Array, " steps"]:
    """99 % quantile over median of Adam's 1 / √v̂ after t = 1 to `steps` gradients from N(0, 1).

    Quantiles, because the variance of 1 / √v̂ is infinite for t = 1 and 2.
    """
    g = jax.random.normal(key, (streams, steps))
    sizes = jax.jit(jax.vmap(lambda row: moving_averages(row, b2=b2)[1]))(g)
    middle, high = jnp.quantile(1 / sizes, jnp.array([0.5, 0.99]), axis=0)
    return high / middle


def warm_up() -> table.Table:
    """Seven layers trained by Adam with warm-ups of several lengths, and by RAdam (8 minutes)."""
    lengths = [*SETTINGS["lengths"], RADAM]
    plans = table.grid(rate=SETTINGS["rates"], length=lengths)
    measure = partial(accuracy_row, seeds=range(ACCURACY_SEEDS))
    table.fill("warm_up.accuracy", SETTINGS, plans, measure)
    jobs = [{**plan, "seed": seed} for plan in plans for seed in range(SEEDS)]
    return table.fill("warm_up", {**SETTINGS, "every": EVAL_EVERY}, jobs, loss_row)


def loss_row(rate: float, length: int, seed: int) -> dict:
    """The loss on all examples before the first update and after each 20; length -1 is RAdam."""
    problem = _stacked_problems((seed,))
    curves, _ = _train(length == RADAM, EVAL_EVERY, rate, max(length, 0), problem)
    return {"losses": join_numbers(curves[0], digits=3)}


def accuracy_row(rate: float, length: int, seeds: Sequence[int]) -> dict:
    """The accuracy on all examples after 400 updates, one number a seed."""
    problems = _stacked_problems(tuple(seeds))
    _, accuracy = _train(length == RADAM, SETTINGS["updates"], rate, max(length, 0), problems)
    return {"accuracy": join_numbers(np.round(accuracy, 4))}


@lru_cache(1)
def _stacked_problems(seeds):
    """(digits, rows of the batches, weights) with a leading axis of seeds."""
    n, size, updates = (SETTINGS[part] for part in ("examples", "batch_size", "updates"))

    def problem(seed):
        train, _, w, keys = data.digits_problem(seed, NETWORK, n)
        epochs = 1 + updates * size // n
        rows = data.batches(keys[0], jnp.arange(n), size, epochs)
        return train, rows[:updates], w

    return data.stack(map(problem, seeds))


@partial(jax.jit, static_argnums=(0, 1))
def _train(rectified, eval_every, rate, length, problems):
    """(losses before each `eval_every`-th update and after the last, final accuracy), by seed."""
    make = optimizers.radam if rectified else optimizers.adam
    optimizer = make(schedules.warm_up(rate, length))
    loss = lambda w, x, y: losses.cross_entropy(NETWORK.apply(w, x), y)

    def one(examples, rows, w):
        on_rows = lambda w, rows: loss(w, *data.take(examples, rows))
        on_all = lambda w: loss(w, *examples)
        curve, w = train_and_evaluate(optimizer, on_rows, w, rows, eval_every, on_all)
        return curve, losses.accuracy(NETWORK.apply(w, examples.inputs), examples.labels)

    return jax.vmap(one)(*problems)


@cache
def read_loss_curves(rate: float, length: int) -> Float[np.ndarray, "seeds looks"]:
    """The losses of every seed after 0, 20, ..., 400 updates, from the committed table."""
    rows = table.read("warm_up").where(rate=rate, length=length)
    return parse_numbers(rows.columns["losses"])


class AccuracyByRate(NamedTuple):
    """Accuracy by peak rate, one row a rate: of every seed; its lowest, mean and highest."""

    rates: Float[np.ndarray, " rates"]
    accuracies: Float[np.ndarray, "rates seeds"]
    low: Float[np.ndarray, " rates"]
    mean: Float[np.ndarray, " rates"]
    high: Float[np.ndarray, " rates"]


@cache
def read_accuracies(length: int) -> AccuracyByRate:
    """Accuracy by peak rate with a warm-up of this length, or with RAdam (-1), from the table."""
    rows = table.read("warm_up.accuracy").where(length=length).columns
    every = parse_numbers(rows["accuracy"])
    low, mean, high = every.min(axis=1), every.mean(axis=1), every.max(axis=1)
    return AccuracyByRate(rows["rate"], every, low, mean, high)
