"""Hard constraint first: any optimizer, on the constraint while it is violated, else on the loss."""

from collections.abc import Callable
from functools import partial

import jax
import jax.numpy as jnp

from optcourse.optimizers.base import Optimizer, check, gradient_and_info
from optcourse.programs import just_once


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
        either = partial(jax.lax.cond, violated, constrained, loss)
        w, state, _ = base.step(partial(just_once, either), w, state)  # (8.3)
        return w, state, info

    return Optimizer(base.init, step)
