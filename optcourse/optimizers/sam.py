"""SAM: any optimizer, with the gradient of the worst point nearby (Foret et al., 2021)."""

import jax.numpy as jnp

from optcourse import trees
from optcourse.optimizers.base import Optimizer, gradient_and_info, require_in_range


def sam(base: Optimizer, radius=0.05) -> Optimizer:
    """Let `base` step from w with the gradient at w + e, the worst point within `radius`, by g.

    e = radius g / ‖g‖
    w <- the step of base for the loss w -> L(w + e), e held fixed

    Two gradients a step. `info` describes L at w itself. Where g is zero, e is zero.
    """
    require_in_range(radius=radius)

    def step(loss, w, state):
        g, info = gradient_and_info(loss, w)
        norm = jnp.where(info.gradient_norm == 0, 1, info.gradient_norm)
        e = trees.scaled(radius / norm, g)
        ahead = lambda v: loss(trees.add_scaled(v, 1, e))
        w, state, _ = base.step(ahead, w, state)
        return w, state, info

    return Optimizer(base.init, step)
