"""Two rates without a level, against the gradient penalty that they imitate.

flooding_two_rates   the study: accuracy by rate and wrong labels, and how far apart both go
measure, path_row    a row of each of its two tables
read_two_rates       a column with one number a seed

All have the effective rate 0.1: down with ε, up with ε - 0.1. "two rates" goes down and up on one
batch, "two batches" takes the next batch for the way up, and "penalty" is descent on L + c ‖∇L‖²
with the c of the pair.
"""

from collections.abc import Callable
from functools import cache, partial

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array

from optcourse import flooding, models, optimizers, trees
from optcourse.experiments import data, table
from optcourse.experiments.flooding import flatness, problems
from optcourse.experiments.flooding.problems import EXAMPLES, SEEDS
from optcourse.experiments.run import take_steps
from optcourse.experiments.table import join_numbers
from optcourse.optimizers import gradient_descent

TASK = "digits"
EFFECTIVE_RATE = 0.1
RATES = (0.2, 0.6, 1.2)
WRONG = (0.0, 0.2)
METHODS = ("two rates", "two batches", "penalty")
SETTINGS = {
    "effective_rate": EFFECTIVE_RATE,
    "examples": EXAMPLES,
    "batch_size": 50,
    "epochs": 300,
    "seeds": SEEDS,
}
PATH_RATES = (0.2, 0.1, 0.05)  # down; half of it up
PATH_SETTINGS = {"network": [64, 16, 10], "examples": 200, "time": 40, "seeds": SEEDS}
EPOCHS_PER_EVALUATION = 10


def flooding_two_rates() -> table.Table:
    """Two rates and the gradient penalty itself: accuracy, and how far apart they go (1 minute)."""
    rows = partial(table.fill, "flooding_two_rates.paths", PATH_SETTINGS)
    rows(table.grid(rate=PATH_RATES), path_row)
    jobs = table.grid(wrong=WRONG, method=["plain"], rate=[EFFECTIVE_RATE])
    jobs += table.grid(wrong=WRONG, method=METHODS, rate=RATES)
    return table.fill("flooding_two_rates", SETTINGS, jobs, measure)


def measure(wrong: float, method: str, rate: float) -> dict:
    """A table row, one number a seed: at the end, and the best accuracy of any evaluation.

    Of `sharpness`, λ_max on all training examples, there is one at the start too; after an
    explosion it says nothing.
    """
    curves, sharpness = _train(method, rate, problems.stacked_problems(TASK, wrong))
    first, last = sharpness.T
    numbers = {
        "train_loss": curves.train_loss[:, -1],
        "test_loss": curves.test_loss[:, -1],
        "accuracy": curves.accuracy[:, -1],
        "best_accuracy": jnp.max(curves.accuracy, axis=1),
        "first_sharpness": first,
        "sharpness": last,
    }
    return {name: join_numbers(each) for name, each in numbers.items()}


@partial(jax.jit, static_argnames="method")
def _train(method, rate, several) -> tuple[problems.Scores, Array]:
    """Scores (seeds, evaluations), and λ_max (seeds, 2) of the first and of the last weights."""
    network = problems.TASKS[TASK].network
    optimizer, loss = _method(method, rate, problems.loss_of(network))
    size, epochs = SETTINGS["batch_size"], SETTINGS["epochs"]
    moves = 2 if method == "two batches" else 1
    every = EPOCHS_PER_EVALUATION * EXAMPLES // size
    plan = problems.Plan(size, moves * epochs, moves * every)

    def one(problem):
        evaluate = partial(problems.scores, network, problem)
        curves, w = problems.train(optimizer, loss, problem, plan, evaluate)
        on_all = partial(problems.loss_of(network), batch=problem.train)
        ends = [flatness.sharpness(on_all, each) for each in (problem.w, w)]
        return curves, jnp.stack(ends)

    return jax.lax.map(one, several)


def _method(name, rate, loss) -> tuple[optimizers.Optimizer, Callable]:
    """(optimizer, what it minimizes); `rate` is that of the way down."""
    up = rate - EFFECTIVE_RATE
    if name == "two rates":
        return optimizers.two_rates(rate, up), loss
    if name == "two batches":
        return gradient_descent(lambda t: jnp.where(t % 2 == 0, rate, -up)), loss
    c = 0.0 if name == "plain" else flooding.two_rate_coefficient(rate, up)
    on = loss if name == "plain" else flooding.gradient_penalty(loss, c)
    return gradient_descent(EFFECTIVE_RATE), on


def path_row(rate: float) -> dict:
    """A table row: ‖two rates - penalty‖ / ‖two rates - plain‖ of each seed's last weights.

    All digits at once, down with `rate`, up with half of it, until the steps' rates sum to 40.
    """
    seeds = jnp.arange(SEEDS)
    return {"ratio": join_numbers(jax.lax.map(partial(_path_ratio, rate), seeds))}


def _path_ratio(rate, seed):
    digit_key, w_key = jax.random.split(jax.random.key(seed))
    examples = _path_digits(digit_key)
    network = models.mlp(PATH_SETTINGS["network"])
    loss = partial(problems.loss_of(network), batch=examples)
    penalized = flooding.gradient_penalty(loss, flooding.two_rate_coefficient(rate, rate / 2))
    steps = round(PATH_SETTINGS["time"] / (rate / 2))
    end = lambda optimizer, on: take_steps(optimizer, on, network.init(w_key), steps)
    pairs = end(optimizers.two_rates(rate, rate / 2), loss)
    distance = lambda w: trees.norm(trees.add_scaled(pairs, -1, w))
    descent = gradient_descent(rate / 2)
    return distance(end(descent, penalized)) / distance(end(descent, loss))


def _path_digits(key) -> data.Data:
    """The digits of a traced key."""
    everything = data.digits()
    rows = jax.random.permutation(key, len(everything.labels))
    return data.take(everything, rows[: PATH_SETTINGS["examples"]])


@cache
def read_two_rates(column: str) -> dict:
    """{(wrong, method, rate): (seeds,)} of one column of the table."""
    return table.read("flooding_two_rates").numbers(column, "wrong", "method", "rate")


@cache
def read_path_ratios() -> dict[float, np.ndarray]:
    """{rate of the way down: (seeds,)} of `path_row`."""
    return table.read("flooding_two_rates.paths").numbers("ratio", "rate")
