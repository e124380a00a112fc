"""Adam: RMSProp with momentum, both averages bias-corrected (Kingma and Ba, 2015)."""

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
)


def adam(learning_rate, b1=0.9, b2=0.999, eps=1e-8) -> Optimizer:
    """Step along the gradient's moving average, divided by its root mean square, per coordinate.

    m <- b1 m + (1 - b1) g           (4.4)
    v <- b2 v + (1 - b2) g²          (4.3)
    w <- w - η m̂ / (√v̂ + eps)        (4.5)   m̂ = m / (1 - b1ᵗ⁺¹), v̂ = v / (1 - b2ᵗ⁺¹)

    Its first step is η in every coordinate, whatever the size of the gradient, where |g| ≫ eps. In
    float32 a |g| above 2e16 counts as 2e16, so that g² is finite.
    """
    rate = as_schedule(learning_rate)
    require_in_range(b1=b1, b2=b2, upper=1)
    require_in_range(eps=eps)

    def step(loss, w, state):
        g, info = gradient_and_info(loss, w)
        g = clip_for_squaring(g)
        m = ema(b1, state.m, g)  # (4.4)
        v = ema(b2, state.v, square(g))  # (4.3)
        m_hat = bias_corrected(b1, m, state.t)
        v_hat = bias_corrected(b2, v, state.t)
        direction = rms_normalized(m_hat, v_hat, eps)
        w = trees.add_scaled(w, -rate(state.t), direction)  # (4.5)
        return w, Moments(m, v, state.t + 1), info

    return Optimizer(zero_moments, step)
