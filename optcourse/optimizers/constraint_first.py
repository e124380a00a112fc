"""Hard constraint first: any optimizer, on the constraint while it is violated, else on the loss."""

from collections.abc import Callable

import jax
import jax.numpy as jnp

from optcourse.optimizers.base import Optimizer, check, gradient_and_info


def constraint_first(base: Optimizer, constraint: Callable, epsilon) -> Optimizer:
    """w <- the step of base for C where C(w) > ε, for L elsewhere     (8.3).

    It never weighs one against the other, so at the boundary it chatters, by about a learning rate times a gradient.
    `info` describes L.
    """
    check(epsilon=epsilon, lower=-jnp.inf)

    def step(loss, w, state):
        _, info = gradient_and_info(loss, w)
        violated = constraint(w) > epsilon
        constrained = lambda v: jnp.asarray(constraint(v), info.loss.dtype)  # noqa: E731
        w, state, _ = base.step(lambda v: jax.lax.cond(violated, constrained, loss, v), w, state)  # (8.3)
        return w, state, info

    return Optimizer(base.init, step)
