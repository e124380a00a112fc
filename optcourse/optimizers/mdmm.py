"""MDMM: any optimizer, under a constraint that it settles on (Platt and Barr, 1987)."""

from collections.abc import Callable
from typing import Any, NamedTuple

import jax.numpy as jnp
from jaxtyping import Array, Float

from optcourse.optimizers.base import Optimizer, gradient_and_info, require_in_range


class MDMMState(NamedTuple):
    """The state of the optimizer inside, and the multiplier λ, which starts at 0."""

    base: Any
    multiplier: Float[Array, ""]


def mdmm(
    base: Optimizer,
    constraint: Callable,
    epsilon,
    damping=10.0,
    multiplier_rate=0.1,
    inequality=False,
) -> Optimizer:
    """Minimize L(w) subject to C(w) = ε     (8.1), or <= ε: w descends, a multiplier λ climbs, damping c settles them.

    h = C(w) - ε
    w <- the step of base for the loss L + (λ + c h) C     (8.9), the bracket held fixed
    λ <- λ + η_λ h   (8.7)                                 h taken before the step; η_λ the multiplier_rate

    With inequality both the bracket and λ stay >= 0. Without damping (c = 0) it is the basic method (BDMM).
    At rest λ is minus the slope dL/dC along the trade-off     (8.6). `info` describes L alone.
    """
    require_in_range(damping=damping, multiplier_rate=multiplier_rate)
    require_in_range(epsilon=epsilon, lower=-jnp.inf)
    kept = (lambda x: jnp.maximum(0, x)) if inequality else (lambda x: x)

    def init(w):
        return MDMMState(base.init(w), jnp.zeros(()))

    def step(loss, w, state):
        _, info = gradient_and_info(loss, w)
        h = constraint(w) - epsilon
        pressure = kept(state.multiplier + damping * h)
        multiplier = kept(state.multiplier + multiplier_rate * h)  # (8.7)
        w, inside, _ = base.step(
            lambda v: loss(v) + pressure * constraint(v), w, state.base
        )  # (8.9)
        return w, MDMMState(inside, jnp.asarray(multiplier, state.multiplier.dtype)), info

    return Optimizer(init, step)
