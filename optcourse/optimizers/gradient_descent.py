"""Gradient descent: a step against the gradient (Cauchy, 1847)."""

import jax.numpy as jnp

from optcourse import trees
from optcourse.optimizers.base import Optimizer, as_schedule, gradient_and_info


def gradient_descent(learning_rate) -> Optimizer:
    """Step against the gradient with a given learning rate.

    w <- w - η g        (1.3)

    The state is the step counter t. On a convex quadratic it converges iff 0 < η < 2 / λ_max.
    """
    rate = as_schedule(learning_rate)

    def init(w):
        return jnp.zeros((), int)

    def step(loss, w, t):
        g, info = gradient_and_info(loss, w)
        w = trees.add_scaled(w, -rate(t), g)  # (1.3)
        return w, t + 1, info

    return Optimizer(init, step)
