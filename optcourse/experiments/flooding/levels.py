"""Flooded training at many levels: digits, some with wrong labels, all at once or in batches.

flooding_levels   the study: one row for each batch size, share of wrong labels and level
read_curves       what an explorer scrubs through
read_seeds        a column with one number a seed
measure           one row; `train` trains the five networks behind it
second_descent    what the test loss did before the flood began
count_second_descents   in how many trainings it rose, fell again, and ended below its first low

Level 0 is no flooding: a cross-entropy is never below zero.
"""

from functools import cache, partial
from typing import NamedTuple

import jax
import numpy as np
from jaxtyping import Array, Float

from optcourse import flooding
from optcourse.experiments import table
from optcourse.experiments.flooding import problems
from optcourse.experiments.flooding.problems import EXAMPLES, SEEDS
from optcourse.experiments.table import join_numbers, parse_numbers
from optcourse.optimizers import gradient_descent

TASK = "digits"
BATCH_SIZES = (EXAMPLES, 20)
WRONG = (0.0, 0.2, 0.4)
LEVELS = (0.0, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0)
LEARNING_RATES = {EXAMPLES: 0.5, 20: 0.1}
EVAL_EVERY = 60  # updates
SETTINGS = {
    "network": [64, 32, 10],
    "examples": EXAMPLES,
    "seeds": SEEDS,
    "updates": 6000,
    "every": EVAL_EVERY,
    "learning_rates": {str(size): rate for size, rate in LEARNING_RATES.items()},
}
# Which of the evaluations a curve keeps: all at first, later every fifth.
KEPT = [*range(25), *range(25, 101, 5)]
UPDATES = [EVAL_EVERY * kept for kept in KEPT]
TAIL = 5  # evaluations that "at the end" averages: a flooded loss bounces


class Curves(NamedTuple):
    """At each evaluation: the loss on all training examples, the loss and accuracy in the test."""

    train_loss: Float[Array, "... t"]
    test_loss: Float[Array, "... t"]
    accuracy: Float[Array, "... t"]


def flooding_levels() -> table.Table:
    """Flooded digits: loss and accuracy by batch size, wrong labels and level (2 minutes)."""
    jobs = table.grid(batch_size=BATCH_SIZES, wrong=WRONG, level=LEVELS)
    return table.fill("flooding_levels", SETTINGS, jobs, measure)


def measure(batch_size: int, wrong: float, level: float) -> dict:
    """A table row: mean curves, and one number a seed.

    test_loss, accuracy: at the end; best_accuracy: of all evaluations, which only the test data
    know; stopped_accuracy, stopped_loss: where the training loss first is below the level;
    lowest, peak: of `second_descent`.
    """
    curves = jax.tree.map(np.asarray, train(batch_size, wrong, level))
    mean = {f"{name}_curve": _mean_curve(each) for name, each in curves._asdict().items()}
    numbers = [_summary(Curves(*each), level) for each in zip(*curves)]
    return mean | {name: join_numbers([each[name] for each in numbers]) for name in numbers[0]}


def _mean_curve(each) -> str:
    return join_numbers(each.mean(axis=0)[KEPT])


def _summary(curves: Curves, level) -> dict:
    """One seed's numbers. Without a flood there is no place where it begins, but the end."""
    below = curves.train_loss < level
    start = int(np.argmax(below)) if np.any(below) else len(below) - 1
    lowest, peak = second_descent(curves.test_loss, start)
    return {
        "train_loss": np.mean(curves.train_loss[-TAIL:]),
        "test_loss": np.mean(curves.test_loss[-TAIL:]),
        "accuracy": np.mean(curves.accuracy[-TAIL:]),
        "best_accuracy": np.max(curves.accuracy),
        "stopped_accuracy": curves.accuracy[start],
        "stopped_loss": curves.test_loss[start],
        "start": EVAL_EVERY * start if np.any(below) else np.inf,
        "lowest": lowest,
        "peak": peak,
    }


def second_descent(test_loss, start: int) -> tuple[float, float]:
    """(lowest, peak) before the flood begins: the least test loss, and the highest one after that.

    A loss that ends below the peak has descended a second time; below lowest, for good reason. The
    peak is sought before the flood begins, because its first jumps up make one of their own.
    """
    before = np.asarray(test_loss)[: start + 1]
    first = int(np.argmin(before))
    return float(before[first]), float(np.max(before[first:]))


def train(batch_size: int, wrong: float, level: float) -> Curves:
    """The curves of five seeds, each with its own digits, wrong labels, network and batches."""
    several = problems.stacked_problems(TASK, wrong)
    return _train(batch_size, LEARNING_RATES[batch_size], level, several)


@partial(jax.jit, static_argnames="batch_size")
def _train(batch_size, learning_rate, level, several) -> Curves:
    network = problems.TASKS[TASK].network
    flooded = flooding.flood(problems.loss_of(network), level)
    epochs = SETTINGS["updates"] * batch_size // EXAMPLES
    plan = problems.Plan(batch_size, epochs, EVAL_EVERY)
    on_examples = partial(problems.loss_and_accuracy, network)

    def one(problem):
        def evaluate(w):
            test = on_examples(w, problem.test)
            return Curves(on_examples(w, problem.train)["loss"], test["loss"], test["accuracy"])

        descent = gradient_descent(learning_rate)
        return problems.train(descent, flooded, problem, plan, evaluate)[0]

    return jax.lax.map(one, several)


@cache
def read_curves() -> Curves:
    """Curves (batch sizes, shares of wrong labels, levels, evaluations), means over five seeds.

    The axes are BATCH_SIZES, WRONG, LEVELS and UPDATES.
    """
    columns = table.read("flooding_levels").columns
    shape = len(BATCH_SIZES), len(WRONG), len(LEVELS), len(KEPT)
    read = lambda name: parse_numbers(columns[f"{name}_curve"]).reshape(shape)
    return Curves(*map(read, Curves._fields))


@cache
def read_seeds(column: str, batch_size: int = EXAMPLES) -> dict:
    """{(share of wrong labels, level): (seeds,)} of one column of the table."""
    rows = table.read("flooding_levels").where(batch_size=batch_size)
    return rows.numbers(column, "wrong", "level")


def count_second_descents(batch_size: int, wrong: float) -> np.ndarray:
    """(levels above 0, 3): how many of five trainings rose, fell again, and were worth it.

    Rose: before the flood begins the test loss has a peak, more than 5 % above its lowest value so
    far. Fell again: it also ends more than 5 % below that peak. Worth it: below that lowest value.
    """
    columns = [read_seeds(name, batch_size) for name in ("lowest", "peak", "test_loss")]
    counts = []
    for level in LEVELS[1:]:
        lowest, peak, end = (column[wrong, level] for column in columns)
        rose = peak > 1.05 * lowest
        fell = rose & (end < 0.95 * peak)
        worth = fell & (end < lowest)
        counts.append([rose.sum(), fell.sum(), worth.sum()])
    return np.array(counts)
