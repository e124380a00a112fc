"""The loss stands still and the gradient does not: steps that bounce between the walls of a ravine.

    L(x, y) = 0.01 x² + √(1 + 100 y²)      walls of slope 10, at the bottom the curvature λ = 100

If η λ > 2 (1 + β), momentum can jump from wall to wall for ever, y, -y, y, ... While x goes to 0,
the loss stays at h:

    h = η λ / (2 (1 + β)),   ‖∇L‖ = 10 √(h² - 1) / h        (3.13)

    ravine, limit_cycle     this loss, and (3.13)
    train_on_noisy_labels   a network that bounces as its batches disagree, until the rate is cut
"""

import math
from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float, PRNGKeyArray

from optcourse import losses, models, trees
from optcourse.experiments import data
from optcourse.experiments.run import train_and_evaluate
from optcourse.optimizers import momentum

STEEP, GENTLE = 10.0, 0.01  # slope of the walls; half the curvature along the ravine
EXAMPLES, NOISE = 1500, 0.4
NETWORK = models.mlp((64, 16, 10))
LEARNING_RATE, RATE_CUT = 1.0, 0.05  # the second is the factor by which the first is cut
EVAL_EVERY = 20  # updates between two evaluations on all the data


class LimitCycle(NamedTuple):
    """Loss and gradient norm of a cycle of period two; 1 and 0 where a run settles instead."""

    loss: Array
    gradient_norm: Array


class TrainingCurve(NamedTuple):
    """Loss and gradient norm on all the data, one row every 20 updates."""

    update: Float[Array, " rows"]
    loss: Float[Array, " rows"]
    gradient_norm: Float[Array, " rows"]


def ravine(w) -> Array:
    """The loss 0.01 x² + √(1 + 100 y²) of w = (x, y)."""
    return GENTLE * w[0] ** 2 + jnp.sqrt(1 + STEEP**2 * w[1] ** 2)


def limit_cycle(learning_rate, beta=0.0) -> LimitCycle:
    """Loss and gradient norm where steps jump between the walls of `ravine` for ever     (3.13).

    Gradient descent, β = 0, ends there from anywhere, momentum from some starts. Where η is too
    small to jump, loss 1 and norm 0: those of the bottom.
    """
    h = jnp.maximum(learning_rate * STEEP**2 / (2 * (1 + beta)), 1.0)
    return LimitCycle(h, STEEP * jnp.sqrt(h**2 - 1) / h)  # (3.13)


def train_on_noisy_labels(
    key: PRNGKeyArray, beta=0.0, batch_size: int = 16, before: int = 4000, after: int = 400
) -> TrainingCurve:
    """Train 64-16-10 on 1500 digits, 40 % with random labels; then cut the rate from 1 to 0.05.

    before, after: updates at each rate, multiples of 20. With momentum the rates are 1 - β and
    0.05 (1 - β), so that the effective rate is the same.
    """
    digit_key, flip_key, label_key, train_key = jax.random.split(key, 4)
    init_key, order_key = jax.random.split(train_key)
    digits = data.digits(EXAMPLES, digit_key)
    random = jax.random.randint(label_key, (EXAMPLES,), 0, 10)
    flipped = jax.random.bernoulli(flip_key, NOISE, (EXAMPLES,))
    examples = digits._replace(labels=jnp.where(flipped, random, digits.labels))
    updates = before + after
    epochs = math.ceil(updates / (EXAMPLES // batch_size))
    rows = data.batches(order_key, jnp.arange(EXAMPLES), batch_size, epochs)[:updates]
    w, beta = NETWORK.init(init_key), jnp.asarray(beta, float)
    loss, norm = _train(examples, rows, w, beta, before)
    return TrainingCurve(jnp.arange(0.0, updates, EVAL_EVERY), loss[:-1], norm[:-1])


@jax.jit
def _train(examples, rows, w, beta, before):
    loss = lambda w, x, y: losses.cross_entropy(NETWORK.apply(w, x), y)
    on_rows = lambda w, rows: loss(w, *data.take(examples, rows))
    rate = lambda t: LEARNING_RATE * (1 - beta) * jnp.where(t < before, 1.0, RATE_CUT)

    def evaluate(w):
        value, gradient = jax.value_and_grad(loss)(w, *examples)
        return value, trees.norm(gradient)

    return train_and_evaluate(momentum(rate, beta), on_rows, w, rows, EVAL_EVERY, evaluate)[0]
