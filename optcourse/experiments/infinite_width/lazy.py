"""Lazy and rich: the same network with a large output keeps its kernel, with a small one does not.

lazy_rich    the study: a row for each scale of the output, with one number a seed
measure      one row
train        one network
read_lazy    a column, one number a seed

    f(w) = α (g(v) - g(w)),   v = w at the start,   loss ‖f - y‖² / 2 α²

With the loss divided by α², all scales begin at one speed in function space. The larger α, the
less the weights must move: training tends to that of a kernel (Chizat, Oyallon and Bach, 2019).
"""

from functools import cache, partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, PRNGKeyArray

from optcourse import kernels, wide_networks
from optcourse.experiments import table
from optcourse.experiments.infinite_width import problems
from optcourse.experiments.run import take_steps
from optcourse.experiments.table import join_numbers
from optcourse.kernel_regression import regression
from optcourse.optimizers import momentum

SCALES = (0.1, 0.3, 1.0, 3.0, 10.0)
DIMENSIONS, EXAMPLES, TEST, WIDTH = 20, 150, 1000, 256
SETTINGS = {
    "dimensions": DIMENSIONS,
    "examples": EXAMPLES,
    "test": TEST,
    "width": WIDTH,
    "beta": 0.9,
    "rate_share": 0.5,
    "steps": 1500,
    "seeds": problems.SEEDS,
}


class Lazy(NamedTuple):
    """Where a training ended.

    train, test: ‖f - y‖² / ‖y - mean y‖²; kernel_change: ‖K(end) - K‖ / ‖K‖, K the network's own;
    kernel_test: the test error of regression with the kernel that it had at the start.
    """

    train: Array
    test: Array
    kernel_change: Array
    kernel_test: Array


def lazy_rich() -> table.Table:
    """Test error of a network whose output is small, or large: kernel or not (seconds)."""
    return table.fill("lazy_rich", SETTINGS, table.grid(scale=SCALES), measure)


def measure(scale: float) -> dict:
    """A table row: each number of Lazy, one a seed."""
    keys = jax.vmap(jax.random.key)(jnp.arange(problems.SEEDS))
    numbers = jax.lax.map(partial(train, scale), keys)
    return {name: join_numbers(each) for name, each in numbers._asdict().items()}


@partial(jax.jit, static_argnames="steps")
def train(scale, key: PRNGKeyArray, steps: int = SETTINGS["steps"]) -> Lazy:
    """Train a network of this output scale on y = |x·u|, u a unit vector and x Gaussian."""
    u_key, x_key, w_key = jax.random.split(key, 3)
    u = problems.sphere(u_key, 1, DIMENSIONS)[0] / DIMENSIONS**0.5
    everything = jax.random.normal(x_key, (EXAMPLES + TEST, DIMENSIONS))
    targets = jnp.abs(everything @ u)
    x, others = everything[:EXAMPLES], everything[EXAMPLES:]
    y, unseen = targets[:EXAMPLES], targets[EXAMPLES:]

    network = wide_networks.dense(DIMENSIONS, WIDTH, 1)
    half = network.init(w_key)
    start = half, half
    unit = lambda w, x: network.apply(w[0], x) - network.apply(w[1], x)  # of scale 1
    loss = lambda w: jnp.sum((unit(w, x) - y / scale) ** 2) / 2
    own_kernel = lambda w: kernels.empirical_ntk(unit, w, x, x)
    K = own_kernel(start)
    k = kernels.empirical_ntk(unit, start, others, x)
    rate = SETTINGS["rate_share"] * problems.stable_rate(K)
    end = take_steps(momentum(rate, SETTINGS["beta"]), loss, start, steps)
    return Lazy(
        _relative_error(scale * unit(end, x), y),
        _relative_error(scale * unit(end, others), unseen),
        jnp.linalg.norm(own_kernel(end) - K) / jnp.linalg.norm(K),
        _relative_error(regression(k, K, y), unseen),
    )


def _relative_error(found, expected):
    return jnp.mean((found - expected) ** 2) / jnp.var(expected)


@cache
def read_lazy(column: str) -> dict[float, np.ndarray]:
    """{scale: (seeds,)} of one column of the table."""
    return table.read("lazy_rich").numbers(column, "scale")
