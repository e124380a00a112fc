"""Lion: the sign of an exponential moving average of the gradient (Chen et al., 2023)."""

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Int, PyTree

from optcourse import trees
from optcourse.optimizers.base import Optimizer, as_schedule, gradient_and_info, require_in_range
from optcourse.optimizers.moments import ema


class LionState(NamedTuple):
    """The moving average m of the gradient, shaped like w, and the step counter t."""

    m: PyTree
    t: Int[Array, ""]


def lion(learning_rate, b1=0.9, b2=0.99, weight_decay=0.0) -> Optimizer:
    """Move every coordinate by η, against the sign of a moving average of the gradient.

    w <- w - η (sign(b1 m + (1 - b1) g) + λ w)
    m <- b2 m + (1 - b2) g                                (4.9)

    weight_decay: λ >= 0. No v is kept: half of Adam's memory.
    """
    rate = as_schedule(learning_rate)
    require_in_range(b1=b1, b2=b2, upper=1)
    require_in_range(weight_decay=weight_decay)

    def init(w):
        return LionState(trees.zeros_like(w), jnp.zeros((), int))

    def step(loss, w, state):
        g, info = gradient_and_info(loss, w)
        sign = jax.tree.map(jnp.sign, ema(b1, state.m, g))
        direction = trees.add_scaled(sign, weight_decay, w)
        w = trees.add_scaled(w, -rate(state.t), direction)  # (4.9)
        m = ema(b2, state.m, g)
        return w, LionState(m, state.t + 1), info

    return Optimizer(init, step)
