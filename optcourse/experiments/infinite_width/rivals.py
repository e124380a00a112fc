"""Which kernel a trained network agrees with: the tangent kernel, or one of two rivals.

rival_kernels   the study: a row for each width, with one number a seed
measure         one row
compare         one network, trained twice, beside the three kernels
read_rivals     a column, one number a seed

The rivals: the covariance Σ, which is right where only the last layer learns, and the inner product
of gradients by the input, which one reads now and then, by a slip. The network's output at the
start is subtracted, so that each prediction is the kernel's alone.
"""

from functools import cache, partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array

from optcourse import kernels, wide_networks
from optcourse.experiments import data, table
from optcourse.experiments.infinite_width import problems
from optcourse.experiments.infinite_width.problems import root_mean_square
from optcourse.experiments.run import take_steps
from optcourse.experiments.table import join_numbers
from optcourse.kernel_regression import regression
from optcourse.optimizers import gradient_descent

WIDTHS = (512, 4096)
DEPTH = 1
SETTINGS = {
    "examples": problems.EXAMPLES,
    "test": problems.TEST,
    "dimensions": problems.DIMENSIONS,
    "depth": DEPTH,
    "steps": 2000,
    "seeds": problems.SEEDS,
}


class Distances(NamedTuple):
    """RMS difference of a trained network and a kernel's prediction, on the test inputs.

    all, last: the layers that learned; ntk, nngp: the kernel, and input, that of gradients by the
    input; input_misfit: RMS of what that one leaves on its own training targets.
    """

    all_ntk: Array
    all_nngp: Array
    all_input: Array
    last_ntk: Array
    last_nngp: Array
    input_misfit: Array
    train_misfit: Array


def rival_kernels() -> table.Table:
    """Which of three kernels predicts what a trained network does (1 minute)."""
    return table.fill("rival_kernels", SETTINGS, table.grid(width=WIDTHS), measure)


def measure(width: int) -> dict:
    """A table row: each number of Distances, one a seed."""
    several = data.stack(problems.wave(seed) for seed in range(problems.SEEDS))
    distances = jax.lax.map(partial(compare, width), several)
    return {name: join_numbers(each) for name, each in distances._asdict().items()}


@partial(jax.jit, static_argnums=0)
def compare(width: int, problem: problems.Problem) -> Distances:
    """Train all layers, and the last one alone, and set three kernels beside both."""
    x, y, others, key = problem
    network = wide_networks.dense(problems.DIMENSIONS, width, DEPTH)
    start = network.init(key)
    centered = lambda w, inputs: network.apply(w, inputs) - network.apply(start, inputs)
    below, top = start[:-1], start[-1]
    of_top = lambda top, inputs: centered([*below, top], inputs)
    on_train, on_test = (kernels.dense_kernels(inputs, x, DEPTH) for inputs in (x, others))
    ntk, nngp = (regression(k, K, y) for k, K in zip(on_test[::-1], on_train[::-1]))

    def end(f, w, K):
        descent = gradient_descent(problems.stable_rate(K))
        return take_steps(descent, problems.squared_loss(f, x, y), w, SETTINGS["steps"])

    w_all, w_last = end(centered, start, on_train.tangent), end(of_top, top, on_train.covariance)
    every, last = centered(w_all, others), of_top(w_last, others)
    by_input, its_fit = _input_kernel_predictions(network.apply, start, x, y, others)
    return Distances(
        root_mean_square(every - ntk),
        root_mean_square(every - nngp),
        root_mean_square(every - by_input),
        root_mean_square(last - ntk),
        root_mean_square(last - nngp),
        root_mean_square(its_fit - y),
        root_mean_square(centered(w_all, x) - y),
    )


def _input_kernel_predictions(f, w, x, y, others):
    """(on the test inputs, on the training inputs), by least squares: the kernel has rank <= d."""
    gradient = jax.vmap(jax.grad(lambda one: f(w, one[None])[0]))
    here, there = gradient(x), gradient(others)
    coefficients = jnp.linalg.lstsq(here @ here.T, y)[0]
    return there @ here.T @ coefficients, here @ here.T @ coefficients


@cache
def read_rivals(column: str) -> dict[int, np.ndarray]:
    """{width: (seeds,)} of one column of the table."""
    return table.read("rival_kernels").numbers(column, "width")
