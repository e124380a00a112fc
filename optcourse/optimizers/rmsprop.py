"""RMSProp: Adagrad that forgets, so that its rates follow recent gradients (Hinton, 2012)."""

from typing import NamedTuple

import jax.numpy as jnp
from jaxtyping import Array, Int, PyTree

from optcourse import trees
from optcourse.optimizers.base import Optimizer, as_schedule, gradient_and_info, require_in_range
from optcourse.optimizers.moments import (
    clip_for_squaring,
    ema,
    rms_normalized,
    square,
    zero_second_moment,
)


class RMSPropState(NamedTuple):
    """The moving average v of squared gradients, shaped like w, and the step counter t."""

    v: PyTree
    t: Int[Array, ""]


def rmsprop(learning_rate, alpha=0.9, eps=1e-8) -> Optimizer:
    """RMSProp: divide the gradient by the root of an exponential moving average of its squares.

    v <- α v + (1 - α) g²            (4.3)
    w <- w - η g / (√v + eps)        (4.1) with σ = √v

    On a quadratic with curvatures λ it never settles: in the end every |w| is η / 2, and the loss
    η² / 8 Σ λ.

    alpha: the decay of v, 0 <= α < 1; it looks back about 1 / (1 - α) steps. v starts at zero, so
    the first step has length η / √(1 - α) in each coordinate.
    """
    rate = as_schedule(learning_rate)
    require_in_range(alpha=alpha, upper=1)
    require_in_range(eps=eps)

    def init(w):
        return RMSPropState(zero_second_moment(w), jnp.zeros((), int))

    def step(loss, w, state):
        g, info = gradient_and_info(loss, w)
        g = clip_for_squaring(g)
        v = ema(alpha, state.v, square(g))  # (4.3)
        direction = rms_normalized(g, v, eps)
        w = trees.add_scaled(w, -rate(state.t), direction)  # (4.1)
        return w, RMSPropState(v, state.t + 1), info

    return Optimizer(init, step)
