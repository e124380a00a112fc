"""How long a saddle holds: steps to leave the saddle w = 0 of Lee's network L = (1 - w1 w2)².

Its Hessian there has the eigenvalues +2 along (1, -1) and -2 along (1, 1). Near it, each step of gradient descent
multiplies the coordinate along (1, 1) by r = 1 + 2 η, so an offset d needs about ln(1 / d) / ln r steps to grow to 1:
a hundred times closer costs a constant number of steps more, and d = 0 costs for ever.

    steps                  of any optimizer, against the offset
    growth                 r for gradient descent and momentum
    steps_with_minibatches, steps_with_noise   what randomness changes: nothing, unless the gradients differ
"""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, PRNGKeyArray

from optcourse import landscapes
from optcourse.experiments.data import batches
from optcourse.experiments.run import first_below, run
from optcourse.optimizers.base import Optimizer
from optcourse.programs import jit_per_function

SADDLE = np.zeros(2)
TARGET = 0.01  # escaped: the loss, 1 at the saddle, is below this


def steps_to_escape(
    optimizer: Optimizer, offsets, direction=(1.0, 1.0), most: int = 1000
) -> Float[Array, " offsets"]:
    """Steps until the loss is below 0.01, starting at each offset from the saddle; infinity if `most` are not enough.

    offsets: (m,) distances along `direction`, which is normalized.
    """
    unit = jnp.asarray(direction) / jnp.linalg.norm(jnp.asarray(direction))
    one = lambda d: (
        run(optimizer, landscapes.lee.loss, d * unit, most, record=lambda w, state: None).loss
    )
    return jax.vmap(lambda d: first_below(one(d), TARGET))(jnp.asarray(offsets, float))


def growth_factor(learning_rate, beta=0.0, eigenvalue=-2.0):
    """r, the factor by which one step multiplies the coordinate along an escape direction, in the long run.

    eigenvalue: negative; along the others the factor is below 1 or complex, and this formula does not hold.
    gradient descent:   r = 1 - η λ
    momentum:           the larger root of r² - (1 + β - η λ) r + β = 0
    """
    b = 1 + beta - learning_rate * eigenvalue
    return (b + jnp.sqrt(b**2 - 4 * beta)) / 2


def extra_steps(learning_rate, factor=100.0, beta=0.0):
    """How many more steps the escape takes from an offset `factor` times smaller: ln factor / ln r."""
    return jnp.log(factor) / jnp.log(growth_factor(learning_rate, beta))


@partial(jit_per_function, static_argnames=("batch_size", "most"))
def steps_with_minibatches(
    optimizer: Optimizer,
    key: PRNGKeyArray,
    pull=0.0,
    offset=0.0,
    batch_size: int = 8,
    most: int = 1000,
) -> Float[Array, ""]:
    """Steps to escape when Lee's network is trained on minibatches of 64 examples (x, y = x).

    L(w) = mean over the batch of (y - w1 w2 x)² + pull c·w,   the c of all 64 examples adding up to zero

    With pull = 0 each example's gradient vanishes at w = 0, and no choice of batches moves w. With pull > 0 the full
    loss is the same, but the examples pull in different directions.
    """
    x_key, c_key, order_key = jax.random.split(key, 3)
    x = jax.random.rademacher(x_key, (64,), float)  # x² = 1, so that the mean is Lee's loss exactly
    c = jax.random.normal(c_key, (64, 2))
    rows = batches(order_key, (x, c - jnp.mean(c, axis=0)), batch_size, -(-most * batch_size // 64))
    rows = jax.tree.map(lambda leaf: leaf[:most], rows)

    def loss(w, batch):
        x, c = batch
        return jnp.mean((x - w[0] * w[1] * x) ** 2 + pull * c @ w)

    return _steps_on_full_loss(optimizer, loss, offset, rows, most)


def steps_with_noise(
    optimizer: Optimizer, key: PRNGKeyArray, noise, most: int = 1000
) -> Float[Array, ""]:
    """Steps to escape from w = 0 itself when each gradient carries Gaussian noise of this size in each coordinate.

    Adding c·w to the loss, c drawn anew at each step, adds c to its gradient.
    """
    c = noise * jax.random.normal(key, (most, 2))
    return _steps_on_full_loss(optimizer, lambda w, c: landscapes.lee.loss(w) + c @ w, 0.0, c, most)


def _steps_on_full_loss(optimizer, loss, offset, rows, most):
    start = SADDLE + offset * jnp.ones(2) / jnp.sqrt(2.0)
    path = run(optimizer, loss, start, most, batches=rows).path
    return first_below(jax.vmap(landscapes.lee.loss)(path))
