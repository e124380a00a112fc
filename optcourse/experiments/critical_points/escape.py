"""How long a saddle holds: steps to leave the saddle w = 0 of Lee's network L = (1 - w1 w2)².

Its Hessian there has the eigenvalues +2 along (1, -1) and -2 along (1, 1). Near it, each step of
gradient descent multiplies the coordinate along (1, 1) by r = 1 + 2 η, so an offset d needs about
ln(1 / d) / ln r steps to grow to 1: a hundred times closer costs a constant number of steps more,
and d = 0 costs for ever.

    steps_to_escape              of any optimizer, against the offset
    growth_factor, extra_steps   r, and what a smaller offset costs
    steps_with_minibatches       what randomness changes: nothing, unless the gradients differ
"""

import math
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, PRNGKeyArray

from optcourse import landscapes
from optcourse.experiments.data import batches, take
from optcourse.experiments.run import first_below, run
from optcourse.optimizers.base import Optimizer
from optcourse.programs import jit_per_function

SADDLE = np.zeros(2)
TARGET = 0.01  # escaped: the loss, 1 at the saddle, is below this


def steps_to_escape(
    optimizer: Optimizer, offsets, direction=(1.0, 1.0), max_steps: int = 1000
) -> Float[Array, " offsets"]:
    """Steps until the loss is below 0.01, from each offset; infinity beyond `max_steps`.

    offsets: (m,) distances from the saddle along `direction`, which is normalized.
    """
    unit = jnp.asarray(direction) / jnp.linalg.norm(jnp.asarray(direction))

    def steps(d):
        nothing = lambda w, state: None
        losses = run(optimizer, landscapes.lee.loss, d * unit, max_steps, record=nothing).loss
        return first_below(losses, TARGET)

    return jax.vmap(steps)(jnp.asarray(offsets, float))


def growth_factor(learning_rate, beta=0.0, eigenvalue=-2.0):
    """r, by which one step multiplies the coordinate along an escape direction, in the long run.

    gradient descent:   r = 1 - η λ        (1.6)
    momentum:           the larger root of r² - (1 + β - η λ) r + β = 0

    eigenvalue: λ < 0; along the others the factor is below 1 or complex, and this does not hold.
    """
    b = 1 + beta - learning_rate * eigenvalue
    return (b + jnp.sqrt(b**2 - 4 * beta)) / 2


def extra_steps(learning_rate, factor=100.0, beta=0.0):
    """Additional steps to escape from an offset `factor` times smaller: ln factor / ln r.

    r: the `growth_factor` along the saddle's escape direction.
    """
    return jnp.log(factor) / jnp.log(growth_factor(learning_rate, beta))


@partial(jit_per_function, static_argnames=("batch_size", "max_steps"))
def steps_with_minibatches(
    optimizer: Optimizer,
    key: PRNGKeyArray,
    tilt=0.0,
    offset=0.0,
    batch_size: int = 8,
    max_steps: int = 1000,
) -> Float[Array, ""]:
    """Steps to escape when Lee's network is trained on minibatches of 64 examples (x, y = x).

    L(w) = mean over the batch of (y - w1 w2 x)² + tilt c·w,   the c of all examples add up to zero

    With tilt = 0 each example's gradient vanishes at w = 0, and no choice of batches moves w. With
    tilt > 0 the full loss is the same, but the examples pull in different directions.
    """
    x_key, c_key, order_key = jax.random.split(key, 3)
    x = jax.random.rademacher(x_key, (64,), float)  # x² = 1, so that the mean is Lee's loss exactly
    c = jax.random.normal(c_key, (64, 2))
    epochs = math.ceil(max_steps * batch_size / 64)
    rows = batches(order_key, (x, c - jnp.mean(c, axis=0)), batch_size, epochs)
    rows = take(rows, jnp.arange(max_steps))

    def loss(w, batch):
        x, c = batch
        return jnp.mean((x - w[0] * w[1] * x) ** 2 + tilt * c @ w)

    start = SADDLE + offset * jnp.ones(2) / jnp.sqrt(2.0)
    path = run(optimizer, loss, start, max_steps, batches=rows).path
    return first_below(jax.vmap(landscapes.lee.loss)(path), TARGET)
