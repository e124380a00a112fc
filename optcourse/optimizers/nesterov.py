"""Nesterov's accelerated gradient: momentum that looks where it is about to go (Nesterov, 1983)."""

import jax.numpy as jnp

from optcourse import trees
from optcourse.optimizers.base import Optimizer, as_schedule, gradient_and_info, require_in_range
from optcourse.optimizers.momentum import MomentumState


def nesterov(learning_rate, beta=0.9) -> Optimizer:
    """Momentum whose gradient is taken one coasting move ahead.

    m <- β m - η g          (3.1)
    w <- w + β m - η g      (3.7)   β m: the new m

    w is the point ahead, u in lesson 03, where g is taken: w = y + β m for the y of the textbook
    form y <- y + m.
    So one gradient a step serves the move and the report.
    beta: the part of a move that is kept, 0 <= β < 1; β = 0 is gradient descent.
    """
    rate = as_schedule(learning_rate)
    require_in_range(beta=beta, upper=1)

    def init(w):
        return MomentumState(trees.zeros_like(w), jnp.zeros((), int))

    def step(loss, w, state):
        g, info = gradient_and_info(loss, w)
        eta = rate(state.t)
        decayed = trees.scaled(beta, state.velocity)
        m = trees.add_scaled(decayed, -eta, g)  # (3.1)
        coasted = trees.add_scaled(w, beta, m)
        w = trees.add_scaled(coasted, -eta, g)  # (3.7)
        return w, MomentumState(m, state.t + 1), info

    return Optimizer(init, step)
