"""Five targets on a circle: a network of any width learns them, and its kernel beside it.

setting      what all networks share: inputs, targets, kernels, the rate
train        one network: its outputs all around at every fifth step, and those of its kernel
start        the weights of a seed
own_kernel   of a network, from its weights
inputs       points of the circle of radius √2, at angles in degrees

The widths share their weights: a narrow network has the first hidden units of the widest, so that a
width is a mask, and no width compiles anything.
"""

from functools import cache
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse import kernels, wide_networks
from optcourse.experiments.infinite_width import problems
from optcourse.experiments.run import take_steps
from optcourse.kernel_regression import gradient_descent as kernel_descent
from optcourse.optimizers import gradient_descent

DRAWN, WIDEST, SEEDS = 1024, 512, 5  # WIDEST: for more units a page has no time
STEPS, EVERY = 150, 5
MOMENTS = np.arange(0, STEPS + 1, EVERY)
RATE_SHARE = 0.15  # of 1 / λ_max: slow enough to watch
ANGLES = np.array([-150.0, -80.0, 0.0, 70.0, 140.0])  # degrees
TARGETS = np.array([0.6, -0.8, 1.0, -0.5, -0.9])
AROUND = np.linspace(-180, 180, 37)  # degrees: where the outputs are compared
NETWORK = wide_networks.dense(2, DRAWN, 1)


class Training(NamedTuple):
    """One training, rows over MOMENTS.

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
    """K, k: the kernel of the inputs x with each other, and of those around with them."""

    x: Float[Array, "n 2"]
    y: Float[Array, " n"]
    around: Float[Array, "m 2"]
    K: Float[Array, "n n"]
    k: Float[Array, "m n"]
    rate: Float[Array, ""]


@cache
def setting() -> Setting:
    """What no width and no seed changes, computed once."""
    # Whoever asks first may be traced; rounded from float64, it is the same on every machine.
    with jax.ensure_compile_time_eval(), jax.enable_x64(True):
        x, around = inputs(ANGLES), inputs(AROUND)
        K, k = (kernels.ntk(each, x, 1) for each in (x, around))
        rate = RATE_SHARE * problems.stable_rate(K)
        same = lambda a: np.float32(np.round(a, 9) + 0.0)  # no -0, and no 1e-17 in place of 0
        return Setting(*map(same, (x, TARGETS, around, K, k, rate)))


@jax.jit
def train(setting, width, seed) -> Training:
    """Gradient descent of a network of 1 to WIDEST hidden units, seed 0 to SEEDS - 1.

    Its kernel is that of infinite width; its path starts from the network's own outputs.
    """
    x, y, around, K, k, rate = setting
    f = lambda w, x: _outputs(w, x, width)
    loss, optimizer = problems.squared_loss(f, x, y), gradient_descent(rate)

    def look(w, _):
        seen = f(w, x), f(w, around), own_kernel(w, x, width)
        return take_steps(optimizer, loss, w, EVERY), seen

    _, (fitted, network, own) = jax.lax.scan(look, start(seed), length=len(MOMENTS))
    learned = kernel_descent(k, K, y - fitted[0], rate, STEPS).test[MOMENTS]
    kernel = network[0] + learned
    rms = problems.root_mean_square
    norm = lambda matrix: jnp.sqrt(jnp.sum(matrix**2, axis=(-2, -1)))
    change = norm(own - own[0]) / norm(own[0])
    return Training(network, kernel, rms(network - kernel), change, rms(fitted - y))


def start(seed) -> list:
    """The first WIDEST hidden units of DRAWN: the weights below them, (2, ...), and above."""
    below, top = NETWORK.init(jax.random.key(seed))
    return [below[:, :WIDEST], top[:WIDEST]]


def own_kernel(w, x, width) -> Float[Array, "n n"]:
    """(11.2) of the first `width` hidden units, Σ_r 2 relu relu' + 2 v_r² on on' x·x' / d over it.

    The prime: for the other input. `kernels.empirical_ntk` computes it for any network.
    """
    below, top = w
    h = x @ below / x.shape[1] ** 0.5
    on = jnp.where((h > 0) & (jnp.arange(WIDEST) < width), 1.0, 0.0)
    relu, slopes = on * h, on * top[:, 0]
    return 2 / width * (relu @ relu.T + slopes @ slopes.T * (x @ x.T) / x.shape[1])


def _outputs(w, x, width):
    """Of a network with the first `width` of the hidden units."""
    below, top = w
    is_there = jnp.arange(WIDEST) < width
    mine = jnp.where(is_there[:, None], top, 0)
    return jnp.sqrt(DRAWN / width) * NETWORK.apply([below, mine], x)
