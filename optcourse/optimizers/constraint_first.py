"""Constraint first: any optimizer, on the constraint while it is violated, else on the loss."""

from functools import partial

import jax
import jax.numpy as jnp

from optcourse.optimizers.base import Loss, Optimizer, gradient_and_info, require_in_range
from optcourse.programs import jit_call


def constraint_first(base: Optimizer, constraint: Loss, epsilon) -> Optimizer:
    """Step on the constraint C while C(w) > ε, on the loss L elsewhere.

    w <- the step of base for C where C(w) > ε, for L elsewhere     (8.7)

    It never weighs one against the other, so at the boundary it chatters, by about a learning rate
    times a gradient. `info` describes L.
    """
    require_in_range(epsilon=epsilon, lower=-jnp.inf)

    def step(loss, w, state):
        _, info = gradient_and_info(loss, w)
        violated = constraint(w) > epsilon
        constrained = lambda v: jnp.asarray(constraint(v), info.loss.dtype)
        either = partial(jax.lax.cond, violated, constrained, loss)
        w, state, _ = base.step(partial(jit_call, either), w, state)  # (8.7)
        return w, state, info

    return Optimizer(base.init, step)
