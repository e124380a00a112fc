"""Two-rate alternation: down with one rate, up with a smaller one (J. Su, 2020)."""

import jax.numpy as jnp

from optcourse.flooding import check_two_rates, descend_ascend
from optcourse.optimizers.base import Optimizer, as_schedule, gradient_and_info


def two_rates(learning_rate, ascent_rate) -> Optimizer:
    """Step down with ε₁ and up with ε₂ < ε₁, again and again: flooding without a level.

    v = w - ε₁ g(w)
    w <- v + ε₂ g(v)

    One step is such a pair, on one batch, with two gradients. `info` describes the point that the
    pair leaves. To second order it is gradient descent on L + c ‖∇L‖² with the rate ε₁ - ε₂,
    c = ε₁ ε₂ / (2 (ε₁ - ε₂)). Both rates may be schedules; of two numbers the second has to be
    smaller, else ValueError.
    """
    down = as_schedule(learning_rate)
    up = as_schedule(ascent_rate, "ascent_rate")
    if not callable(learning_rate) and not callable(ascent_rate):
        check_two_rates(learning_rate, ascent_rate)

    def init(w):
        return jnp.zeros((), int)

    def step(loss, w, t):
        _, info = gradient_and_info(loss, w)
        w = descend_ascend(loss, w, down(t), up(t))
        return w, t + 1, info

    return Optimizer(init, step)
