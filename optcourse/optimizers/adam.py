"""Adam: RMSProp with momentum, and both averages corrected for their start (Kingma and Ba, 2015)."""

from optcourse import trees
from optcourse.optimizers.base import Optimizer, check, gradient_and_info, schedule
from optcourse.optimizers.moments import Moments, bounded, ratio, running, square, unbiased, zero_moments


def adam(learning_rate, b1=0.9, b2=0.999, eps=1e-8) -> Optimizer:
    """Divide where the gradient keeps pointing by how large it is, coordinate by coordinate.

    m <- b1 m + (1 - b1) g           (4.7)
    v <- b2 v + (1 - b2) g²          (4.8)
    w <- w - η m̂ / (√v̂ + eps)        (4.9)   m̂ = m / (1 - b1ᵗ⁺¹), v̂ = v / (1 - b2ᵗ⁺¹)

    Its first step is η in every coordinate, whatever the size of the gradient, as long as |g| ≫ eps. In float32 a |g|
    above 2e16 counts as 2e16, so that g² is finite.
    """
    rate = schedule(learning_rate)
    check(b1=b1, b2=b2, upper=1)
    check(eps=eps)

    def step(loss, w, state):
        g, info = gradient_and_info(loss, w)
        g = bounded(g)
        m = running(b1, state.m, g)  # (4.7)
        v = running(b2, state.v, square(g))  # (4.8)
        m_hat, v_hat = unbiased(b1, m, state.t), unbiased(b2, v, state.t)
        w = trees.add_scaled(w, -rate(state.t), ratio(m_hat, v_hat, eps))  # (4.9)
        return w, Moments(m, v, state.t + 1), info

    return Optimizer(zero_moments, step)
