"""Momentum: each move keeps a part of the move before it (Polyak, 1964)."""

from typing import NamedTuple

import jax.numpy as jnp
from jaxtyping import Array, Int, PyTree

from optcourse import trees
from optcourse.optimizers.base import Optimizer, as_schedule, gradient_and_info, require_in_range


class MomentumState(NamedTuple):
    """The velocity m, the last step that w made, shaped like w; and the step counter t."""

    velocity: PyTree
    t: Int[Array, ""]


def momentum(learning_rate, beta=0.9) -> Optimizer:
    """Momentum: step by the velocity m, an exponentially weighted sum of all past gradients.

    m <- β m - η g      (3.1)
    w <- w + m          (3.2)

    beta: the part kept, 0 <= β < 1; β = 0 is gradient descent. For a constant rate this is also
    v <- β v + g, w <- w - η v; where the rate changes, that form scales earlier moves too.
    """
    rate = as_schedule(learning_rate)
    require_in_range(beta=beta, upper=1)

    def init(w):
        return MomentumState(trees.zeros_like(w), jnp.zeros((), int))

    def step(loss, w, state):
        g, info = gradient_and_info(loss, w)
        decayed = trees.scaled(beta, state.velocity)
        m = trees.add_scaled(decayed, -rate(state.t), g)  # (3.1)
        w = trees.add_scaled(w, 1, m)  # (3.2)
        return w, MomentumState(m, state.t + 1), info

    return Optimizer(init, step)
