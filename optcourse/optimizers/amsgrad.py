"""AMSGrad: Adam whose rates can only shrink (Reddi et al., 2018)."""

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import PyTree

from optcourse import trees
from optcourse.optimizers.base import Optimizer, as_schedule, gradient_and_info, require_in_range
from optcourse.optimizers.moments import (
    Moments,
    bias_corrected,
    clip_for_squaring,
    ema,
    rms_normalized,
    square,
    zero_moments,
    zero_second_moment,
)


class AMSGradState(NamedTuple):
    """Adam's moments, and the largest v̂ so far."""

    moments: Moments
    largest: PyTree


def amsgrad(learning_rate, b1=0.9, b2=0.999, eps=1e-8) -> Optimizer:
    """Divide by the largest gradient size seen so far, instead of the present one.

    m <- b1 m + (1 - b1) g
    v <- b2 v + (1 - b2) g²
    u <- max(u, v̂)
    w <- w - η m̂ / (√u + eps)        m̂, v̂ corrected for their start as in Adam
    """
    rate = as_schedule(learning_rate)
    require_in_range(b1=b1, b2=b2, upper=1)
    require_in_range(eps=eps)

    def init(w):
        return AMSGradState(zero_moments(w), zero_second_moment(w))

    def step(loss, w, state):
        g, info = gradient_and_info(loss, w)
        g = clip_for_squaring(g)
        (m, v, t), u = state
        m = ema(b1, m, g)
        v = ema(b2, v, square(g))
        u = jax.tree.map(jnp.maximum, u, bias_corrected(b2, v, t))
        w = trees.add_scaled(w, -rate(t), rms_normalized(bias_corrected(b1, m, t), u, eps))
        return w, AMSGradState(Moments(m, v, t + 1), u), info

    return Optimizer(init, step)
