"""RAdam (rectified Adam): Adam with a warm-up from the variance of v̂ (Liu et al., 2020)."""

import jax
import jax.numpy as jnp

from optcourse import trees
from optcourse.optimizers.base import Optimizer, as_schedule, gradient_and_info, require_in_range
from optcourse.optimizers.moments import (
    Moments,
    bias_corrected,
    clip_for_squaring,
    ema,
    log_decay,
    rms_normalized,
    square,
    zero_moments,
)


def radam(learning_rate, b1=0.9, b2=0.999, eps=1e-8, threshold=5.0) -> Optimizer:
    """Adam's step, shortened by a rectification r; momentum alone while v̂ is of too few gradients.

    w <- w - η r m̂ / (√v̂ + eps)    if ρ > threshold; ρ and r: (4.8)
    w <- w - η m̂                   otherwise

    ρ and r are those of `rectification`. threshold: 5 in the authors' code, at least 4, for r is
    real only for ρ > 4.
    """
    rate = as_schedule(learning_rate)
    require_in_range(b1=b1, b2=b2, upper=1)
    require_in_range(eps=eps)
    require_in_range(threshold=threshold, lower=4)

    def step(loss, w, state):
        g, info = gradient_and_info(loss, w)
        g = clip_for_squaring(g)
        m = ema(b1, state.m, g)
        v = ema(b2, state.v, square(g))
        m_hat = bias_corrected(b1, m, state.t)
        v_hat = bias_corrected(b2, v, state.t)
        adam = rms_normalized(m_hat, v_hat, eps)
        rho, r = rectification(b2, state.t)
        rectified = lambda a, b: jnp.where(rho > threshold, r * a, b)
        direction = jax.tree.map(rectified, adam, m_hat)
        w = trees.add_scaled(w, -rate(state.t), direction)
        return w, Moments(m, v, state.t + 1), info

    return Optimizer(zero_moments, step)


def rectification(b2, t):
    """(ρ, r) after step t = 0, 1, ...: the effective number of gradients in v̂, and Adam's factor r.

    ρ = ρ∞ - 2 k b2ᵏ / (1 - b2ᵏ)                               k = t + 1, ρ∞ = 2 / (1 - b2) - 1
    r = √((ρ - 4)(ρ - 2) ρ∞ / ((ρ∞ - 4)(ρ∞ - 2) ρ))            (4.8)   in [0, 1); 0 where ρ <= 4
    """
    k = t + 1
    rho_max = 2 / (1 - b2) - 1
    rho = rho_max - 2 * k / jnp.expm1(-k * log_decay(b2))  # b2ᵏ / (1 - b2ᵏ) = 1 / (b2⁻ᵏ - 1)
    divisor = (rho_max - 4) * (rho_max - 2) * rho
    divisor = jnp.where(rho > 4, divisor, 1)
    r = jnp.sqrt(jnp.maximum(rho - 4, 0) * (rho - 2) * rho_max / divisor)  # (4.8)
    return rho, r
