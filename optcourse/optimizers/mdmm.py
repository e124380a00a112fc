"""MDMM, the modified differential method of multipliers (Platt and Barr, 1987)."""

from typing import Any, NamedTuple

import jax.numpy as jnp

from optcourse.linalg import Scalar
from optcourse.optimizers.base import Loss, Optimizer, gradient_and_info, require_in_range


class MDMMState(NamedTuple):
    """The state of the base optimizer, and the multiplier λ, which starts at 0."""

    base_state: Any
    multiplier: Scalar


def mdmm(
    base: Optimizer,
    constraint: Loss,
    epsilon,
    damping=10.0,
    multiplier_rate=0.1,
    inequality=False,
) -> Optimizer:
    """Minimize L(w) subject to C(w) = ε     (8.1), or <= ε: w descends, a multiplier λ climbs.

    h = C(w) - ε
    w <- the step of base for the loss L + (λ + c h) C     (8.3)   the bracket held fixed
    λ <- λ + η_λ h                                         (8.3)   h taken before the step

    damping: c, which makes both settle; without it (c = 0) this is the basic method (BDMM).
    multiplier_rate: η_λ. With inequality both the bracket and λ stay >= 0.
    At rest λ is minus the slope dL/dC along the trade-off     (8.2). `info` describes L alone.
    """
    require_in_range(damping=damping, multiplier_rate=multiplier_rate)
    require_in_range(epsilon=epsilon, lower=-jnp.inf)

    def project(x):
        return jnp.maximum(0, x) if inequality else x

    def init(w):
        return MDMMState(base.init(w), jnp.zeros(()))

    def step(loss, w, state):
        _, info = gradient_and_info(loss, w)
        h = constraint(w) - epsilon
        effective_multiplier = project(state.multiplier + damping * h)
        penalized = lambda v: loss(v) + effective_multiplier * constraint(v)  # (8.3)
        w, base_state, _ = base.step(penalized, w, state.base_state)
        multiplier = project(state.multiplier + multiplier_rate * h)  # (8.3)
        multiplier = jnp.asarray(multiplier, state.multiplier.dtype)
        return w, MDMMState(base_state, multiplier), info

    return Optimizer(init, step)
