"""Is it flatter where flooding ends? Against unflooded training, stopped at the same training loss.

flooding_flatness   the study: λ_max, ‖∇L‖² and accuracy, by batch size, rate, labels and level
measure             one row
read_flatness       a column with one number a seed; read_ratio, in units of the stopped training
sharpness           λ_max of the Hessian by power iteration, for a program that holds it

A gradient, and mostly a curvature too, falls with the loss: so only places of one loss compare.
"""

from functools import cache, partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array

from optcourse import curvature, flooding, losses, trees
from optcourse.experiments import data, table
from optcourse.experiments.flooding import problems
from optcourse.experiments.flooding.problems import EXAMPLES, SEEDS
from optcourse.experiments.run import take_steps
from optcourse.experiments.table import join_numbers
from optcourse.optimizers import gradient_descent

TASK = "digits"
NETWORK = problems.TASKS[TASK].network
RATES = {EXAMPLES: (0.1, 0.5), 20: (0.02, 0.1)}  # a small and a large one for each batch size
CASES = ((0.0, 0.2), (0.2, 0.2), (0.2, 0.6))  # share of wrong labels, level
CHECKED = {EXAMPLES: 1, 20: 5}  # updates between two looks at the loss of unflooded training
SETTINGS = {
    "network": [64, 32, 10],
    "examples": EXAMPLES,
    "seeds": SEEDS,
    "updates": 6000,
    "rates": {str(size): list(rates) for size, rates in RATES.items()},
    "checked": {str(size): every for size, every in CHECKED.items()},
}


class Place(NamedTuple):
    """Loss, ‖∇L‖² and λ_max on all training examples, and the test accuracy."""

    loss: Array
    square_gradient: Array
    sharpness: Array
    accuracy: Array


def flooding_flatness() -> table.Table:
    """Curvature and gradient where flooding ends, beside stopping at its loss (2 minutes)."""
    jobs = [
        {"batch_size": size, "rate": rate, "wrong": wrong, "level": level}
        for size, rates in RATES.items()
        for rate in rates
        for wrong, level in CASES
    ]
    return table.fill("flooding_flatness", SETTINGS, jobs, measure)


def measure(batch_size: int, rate: float, wrong: float, level: float) -> dict:
    """A table row, one number a seed: where flooding ends, and where training without it stops."""
    flooded, stopped = _compare(batch_size, rate, level, problems.stacked_problems(TASK, wrong))
    row = {name: join_numbers(each) for name, each in flooded._asdict().items()}
    return row | {f"stopped_{k}": join_numbers(each) for k, each in stopped._asdict().items()}


@partial(jax.jit, static_argnames="batch_size")
def _compare(batch_size, rate, level, several) -> tuple[Place, Place]:
    """The mean of the last two places of flooding, as it bounces; and the place of equal loss."""
    one = partial(_compare_one, batch_size, rate, level)
    return jax.lax.map(one, several)


def _compare_one(batch_size, rate, level, problem):
    loss = problems.loss_of(NETWORK)
    descent, updates = gradient_descent(rate), SETTINGS["updates"]
    epochs = updates * batch_size // EXAMPLES
    rows = data.batches(problem.key, jnp.arange(EXAMPLES), batch_size, epochs)
    on_rows = lambda of: lambda w, rows: of(w, data.take(problem.train, rows))
    flooded, plain = on_rows(flooding.flood(loss, level)), on_rows(loss)
    v = take_steps(descent, flooded, problem.w, updates - 1, rows)
    w = take_steps(descent, flooded, v, 1, rows, updates - 1)
    ends = _place(v, problem), _place(w, problem)
    end = jax.tree.map(lambda a, b: (a + b) / 2, *ends)
    every = CHECKED[batch_size]

    def stretch(carry):
        w, t = carry
        return take_steps(descent, plain, w, every, rows, t), t + every

    def is_above(carry):
        w, t = carry
        return (t < updates) & (loss(w, problem.train) > end.loss)

    stopped, _ = jax.lax.while_loop(is_above, stretch, (problem.w, 0))
    return end, _place(stopped, problem)


def _place(w, problem) -> Place:
    on_all = partial(problems.loss_of(NETWORK), batch=problem.train)
    value, g = jax.value_and_grad(on_all)(w)
    test = problem.test
    accuracy = losses.accuracy(NETWORK.apply(w, test.inputs), test.labels)
    return Place(value, trees.dot(g, g), sharpness(on_all, w), accuracy)


def sharpness(loss, w, steps: int = 100) -> Array:
    """λ_max of the Hessian, by power iteration: right where it is the largest |eigenvalue|."""

    def step(_, v):
        Hv = curvature.hessian_vector(loss, w, v)
        return trees.scaled(1 / trees.norm(Hv), Hv)

    v = jax.lax.fori_loop(0, steps, step, trees.normal_like(jax.random.key(0), w))
    return trees.dot(v, curvature.hessian_vector(loss, w, v))


@cache
def read_flatness(column: str) -> dict:
    """{(batch size, rate, wrong, level): (seeds,)} of one column of the table."""
    rows = table.read("flooding_flatness")
    return rows.numbers(column, "batch_size", "rate", "wrong", "level")


def read_ratio(column: str) -> dict:
    """{(batch size, rate, wrong, level): (seeds,)}: where flooding ends over where training stops.

    Both have one training loss, so below 1 the flood's place is the flatter one.
    """
    flooded, stopped = map(read_flatness, (column, f"stopped_{column}"))
    return {case: flooded[case] / stopped[case] for case in flooded}
