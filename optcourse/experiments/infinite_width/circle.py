"""Five targets on a circle: a network of any width learns them, and its kernel beside it.

setting    what all networks share: inputs, targets, kernels, the rate, the weights of each seed
train      one network: its outputs all around at every step, and those of its kernel
inputs     points of the circle of radius √2, at angles in degrees

The widths share their weights: a narrow network has the first hidden units of the widest, so that a
width is a mask, and no width compiles anything.
"""

from functools import cache
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, PyTree

from optcourse import kernels, wide_networks
from optcourse.experiments.infinite_width import problems
from optcourse.experiments.run import run
from optcourse.kernel_regression import gradient_descent as kernel_descent
from optcourse.optimizers import gradient_descent

WIDEST, SEEDS, STEPS = 1024, 5, 150
RATE_SHARE = 0.15  # of 1 / λ_max: slow enough to watch
ANGLES = np.array([-150.0, -80.0, 0.0, 70.0, 140.0])  # degrees
TARGETS = np.array([0.6, -0.8, 1.0, -0.5, -0.9])
AROUND = np.linspace(-180, 180, 73)  # degrees: where the outputs are compared
NETWORK = wide_networks.dense(2, WIDEST, 1)


class Training(NamedTuple):
    """One training, rows over 0, 1, ..., STEPS.

    network, kernel: outputs at the angles AROUND; difference: their RMS difference; kernel_change:
    ‖K̂ₜ - K̂‖ / ‖K̂‖, K̂ the network's own kernel; misfit: RMS at the targets.
    """

    network: Float[Array, "t m"]
    kernel: Float[Array, "t m"]
    difference: Float[Array, " t"]
    kernel_change: Float[Array, " t"]
    misfit: Float[Array, " t"]


def inputs(angles) -> Float[Array, "n 2"]:
    """√2 (cos φ, sin φ): ‖x‖² / d is 1."""
    angle = jnp.deg2rad(jnp.asarray(angles, float))
    return 2**0.5 * jnp.stack([jnp.cos(angle), jnp.sin(angle)], axis=1)


class Setting(NamedTuple):
    """K, k: the kernel of the inputs x with each other, and of those around with them.

    starts: the weights of the widest network, a leading axis of SEEDS in each array.
    """

    x: Float[Array, "n 2"]
    y: Float[Array, " n"]
    around: Float[Array, "m 2"]
    K: Float[Array, "n n"]
    k: Float[Array, "m n"]
    rate: Float[Array, ""]
    starts: PyTree


@cache
def setting() -> Setting:
    """What no width and no seed changes, computed once."""
    return _setting()


@jax.jit
def _setting() -> Setting:
    x, around = inputs(ANGLES), inputs(AROUND)
    K, k = (kernels.ntk(each, x, 1) for each in (x, around))
    keys = jax.vmap(jax.random.key)(jnp.arange(SEEDS))
    rate = RATE_SHARE * problems.stable_rate(K)
    starts = jax.vmap(NETWORK.init)(keys)
    return Setting(x, jnp.asarray(TARGETS, x.dtype), around, K, k, rate, starts)


@jax.jit
def train(setting, width, seed) -> Training:
    """Gradient descent of a network of 1 to WIDEST hidden units, seed 0 to SEEDS - 1.

    Its kernel is that of infinite width; its path starts from the network's own outputs.
    """
    x, y, around, K, k, rate, starts = setting
    f = lambda w, x: _outputs(w, x, width)
    record = lambda w, _: (f(w, x), f(w, around), kernels.empirical_ntk(f, w, x, x))
    loss = problems.squared_loss(f, x, y)
    start = jax.tree.map(lambda several: several[seed], starts)
    fitted, network, own = run(gradient_descent(rate), loss, start, STEPS, record=record).path
    kernel = network[0] + kernel_descent(k, K, y - fitted[0], rate, STEPS).test
    rms = problems.root_mean_square
    norm = lambda matrix: jnp.linalg.norm(matrix, axis=(-2, -1))
    change = norm(own - own[0]) / norm(own[0])
    return Training(network, kernel, rms(network - kernel), change, rms(fitted - y))


def _outputs(w, x, width):
    """Of a network with the first `width` of the hidden units."""
    below, top = w
    is_there = jnp.arange(WIDEST) < width
    mine = jnp.where(is_there[:, None], top, 0)
    return jnp.sqrt(WIDEST / width) * NETWORK.apply([below, mine], x)
