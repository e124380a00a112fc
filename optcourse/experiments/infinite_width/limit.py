"""How fast a network becomes its kernel: by width, how far the two are apart while they learn.

width_limit      the study: a row for each depth and width, with one number a seed
measure          one row
compare          one network and its kernel, side by side
read_slopes      the power of the width with which each number falls
expected_moves   how far the weights should move, by the kernel of infinite width alone

The kernel's path starts from the network's own outputs, so that at the start they agree.
"""

from functools import cache, partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array

from optcourse import kernels, trees, wide_networks
from optcourse.experiments import data, table
from optcourse.experiments.infinite_width import problems
from optcourse.experiments.run import run
from optcourse.experiments.table import join_numbers
from optcourse.kernel_regression import gradient_descent as kernel_descent
from optcourse.optimizers import gradient_descent

WIDTHS = {1: (64, 256, 1024, 4096), 2: (32, 128, 512)}  # by depth
SETTINGS = {
    "examples": problems.EXAMPLES,
    "test": problems.TEST,
    "dimensions": problems.DIMENSIONS,
    "steps": 400,
    "seeds": problems.SEEDS,
}


class Comparison(NamedTuple):
    """One training of a finite network.

    difference: the largest RMS difference on the test inputs, over all steps, of the network and
    gradient descent with the kernel of infinite width; kernel_error: ‖K̂ - K‖ / ‖K‖ at the start,
    K̂ the network's own; kernel_change: ‖K̂(end) - K̂‖ / ‖K̂‖; weight_move: ‖w(end) - w‖ / ‖w‖.
    """

    difference: Array
    kernel_error: Array
    kernel_change: Array
    weight_move: Array


def width_limit() -> table.Table:
    """How far networks of growing width are from their kernel while they learn (1 minute)."""
    jobs = [{"depth": depth, "width": width} for depth in WIDTHS for width in WIDTHS[depth]]
    return table.fill("width_limit", SETTINGS, jobs, measure)


def measure(depth: int, width: int) -> dict:
    """A table row: each number of a Comparison, one a seed."""
    several = data.stack(problems.wave(seed) for seed in range(problems.SEEDS))
    comparisons = jax.lax.map(partial(compare, depth, width), several)
    return {name: join_numbers(each) for name, each in comparisons._asdict().items()}


@partial(jax.jit, static_argnums=(0, 1))
def compare(depth: int, width: int, problem: problems.Problem) -> Comparison:
    """Train a network on the problem by gradient descent, and its kernel beside it."""
    x, y, others, key = problem
    network = wide_networks.dense(problems.DIMENSIONS, width, depth)
    w = network.init(key)
    K, k = (kernels.ntk(inputs, x, depth) for inputs in (x, others))
    rate, steps = problems.stable_rate(K), SETTINGS["steps"]
    trained = run(
        gradient_descent(rate),
        problems.squared_loss(network.apply, x, y),
        w,
        steps,
        record=lambda w, _: network.apply(w, others),
    )
    of_kernel = kernel_descent(k, K, y - network.apply(w, x), rate, steps)
    differences = trained.path - trained.path[0] - of_kernel.test
    own_kernel = lambda w: kernels.empirical_ntk(network.apply, w, x, x)
    start, end = own_kernel(w), own_kernel(trained.end)
    move = trees.add_scaled(trained.end, -1, w)
    return Comparison(
        jnp.max(problems.root_mean_square(differences)),
        _relative(start, K),
        _relative(end, start),
        trees.norm(move) / trees.norm(w),
    )


def _relative(found, expected):
    return jnp.linalg.norm(found - expected) / jnp.linalg.norm(expected)


@cache
def read_limit(column: str, depth: int = 1) -> dict[int, np.ndarray]:
    """{width: (seeds,)} of one column of the table."""
    return table.read("width_limit").where(depth=depth).numbers(column, "width")


def read_slopes(depth: int = 1) -> dict[str, float]:
    """{column: p}: the number falls like width^p, fitted to the means over the seeds."""
    slopes = {}
    for column in Comparison._fields:
        rows = read_limit(column, depth)
        means = [np.mean(seeds) for seeds in rows.values()]
        slopes[column] = float(np.polyfit(np.log(list(rows)), np.log(means), 1)[0])
    return slopes


def expected_moves(depth: int = 1) -> dict[int, np.ndarray]:
    """{width: (seeds,)} of ‖Δw‖ / ‖w‖, from the kernel of infinite width: no network is trained.

    ‖Δw‖² = (y - u)ᵀ K⁻¹ (y - u) (11.11) ends at the targets y. At a random start the outputs u have
    mean 0 and covariance Σ, so on average it is yᵀ K⁻¹ y + tr(K⁻¹ Σ). ‖w‖² is about the number of
    the weights, each of variance 1.
    """
    squares = np.array([_expected_square(depth, seed) for seed in range(problems.SEEDS)])
    numbers = {width: _count_weights(depth, width) for width in WIDTHS[depth]}
    return {width: np.sqrt(squares / number) for width, number in numbers.items()}


def _expected_square(depth, seed):
    x, y, *_ = problems.wave(seed)
    covariance, K = (np.asarray(each, float) for each in kernels.dense_kernels(x, x, depth))
    y = np.asarray(y, float)
    return y @ np.linalg.solve(K, y) + np.trace(np.linalg.solve(K, covariance))


def _count_weights(depth, width):
    below, between, top = problems.DIMENSIONS * width, (depth - 1) * width**2, width
    return below + between + top
