"""The loss stands still and the gradient does not: steps that bounce between the walls of a ravine.

    L(x, y) = 0.01 x² + √(1 + 100 y²)      walls of slope 10, and at the bottom the curvature λ = 100

If η λ > 2 (1 + β), momentum can jump from wall to wall for ever, y, -y, y, ... While x goes to 0, the loss stays at h:

    h = η λ / (2 (1 + β)),   ‖∇L‖ = 10 √(h² - 1) / h        (3.13)

    ravine, cycle       this loss, and (3.13)
    noisy_labels        a network that bounces because its batches disagree, until the rate is cut
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float, PRNGKeyArray

from optcourse import losses, models, trees
from optcourse.experiments import data
from optcourse.experiments.run import train_and_evaluate
from optcourse.optimizers import momentum

STEEP, GENTLE = 10.0, 0.01  # slope of the walls; curvature along the ravine is twice the second
EXAMPLES, NOISE = 1500, 0.4
NETWORK = models.mlp((64, 16, 10))
LEARNING_RATE, RATE_CUT = 1.0, 0.05  # the second is the factor by which the first is cut
EVAL_EVERY = 20  # updates between two looks at the whole data


class LimitCycle(NamedTuple):
    """The loss and the gradient norm that a cycle of period two keeps; loss 1 and gradient 0 if it settles instead."""

    loss: Array
    gradient_norm: Array


class TrainingCurve(NamedTuple):
    """Loss and gradient norm on all the data, a row every 20 updates."""

    update: Float[Array, " rows"]
    loss: Float[Array, " rows"]
    gradient_norm: Float[Array, " rows"]


def ravine(w) -> Array:
    """The loss of w = (x, y)."""
    return GENTLE * w[0] ** 2 + jnp.sqrt(1 + STEEP**2 * w[1] ** 2)


def limit_cycle(learning_rate, beta=0.0) -> LimitCycle:
    """Where the bouncing ends, x = 0: gradient descent from anywhere, momentum from some starts."""
    h = jnp.maximum(learning_rate * STEEP**2 / (2 * (1 + beta)), 1.0)
    return LimitCycle(h, STEEP * jnp.sqrt(h**2 - 1) / h)  # (3.13)


def train_on_noisy_labels(
    key: PRNGKeyArray, beta=0.0, batch_size: int = 16, before: int = 4000, after: int = 400
) -> TrainingCurve:
    """Train 64-16-10 on 1500 digits of which 40 % have random labels; then cut the learning rate from 1 to 0.05.

    before, after: updates at each rate, multiples of 20. With momentum the rates are 1 - β and 0.05 (1 - β), so that
    the total step is the same.
    """
    digit_key, flip_key, label_key, train_key = jax.random.split(key, 4)
    digits = data.digits(EXAMPLES, digit_key)
    random = jax.random.randint(label_key, (EXAMPLES,), 0, 10)
    labels = jnp.where(jax.random.bernoulli(flip_key, NOISE, (EXAMPLES,)), random, digits.labels)
    examples = digits._replace(labels=labels)
    init_key, order_key = jax.random.split(train_key)
    total = before + after
    rows = data.batches(
        order_key, jnp.arange(EXAMPLES), batch_size, -(-total // (EXAMPLES // batch_size))
    )[:total]
    loss, norm = _train(examples, rows, NETWORK.init(init_key), jnp.asarray(beta, float), before)
    return TrainingCurve(EVAL_EVERY * jnp.arange(float(total // EVAL_EVERY)), loss[:-1], norm[:-1])


@jax.jit
def _train(examples, rows, w, beta, before):
    loss = lambda w, x, y: losses.cross_entropy(NETWORK.apply(w, x), y)
    descent = momentum(
        lambda t: LEARNING_RATE * (1 - beta) * jnp.where(t < before, 1.0, RATE_CUT), beta
    )

    def look(w):
        value, gradient = jax.value_and_grad(loss)(w, *examples)
        return value, trees.norm(gradient)

    return train_and_evaluate(
        descent, lambda w, rows: loss(w, *data.take(examples, rows)), w, rows, EVAL_EVERY, look
    )[0]
