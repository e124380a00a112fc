"""What an optimizer is: init(w) -> state, and step(loss, w, state) -> (w, state, info).

`step` receives the loss itself, not its gradient: so a method that needs the loss twice, or its curvature, or a second
loss, needs no second interface. `info` describes the point that the step leaves.
"""

from collections.abc import Callable
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, PyTree

from optcourse import checks, trees


class Info(NamedTuple):
    """The loss and the gradient norm ‖g‖ at the point the step left: for the reader, never kept in the state."""

    loss: Float[Array, ""]
    gradient_norm: Float[Array, ""]


class Optimizer(NamedTuple):
    """init(w) -> state; step(loss, w, state) -> (w, state, info)."""

    init: Callable
    step: Callable


def gradient_and_info(loss, w: PyTree) -> tuple[PyTree, Info]:
    """(g, info): the gradient of the loss at w, and what `step` reports about w."""
    trees.check_floats(w)
    value, gradient = jax.value_and_grad(loss)(w)
    return gradient, Info(value, trees.norm(gradient))


def as_schedule(learning_rate, name="learning_rate") -> Callable:
    """learning_rate as a function of the step t = 0, 1, 2, ...; a number is the constant schedule.

    Raises ValueError for a negative or non-finite number, under `name` (a traced number is not looked at).
    """
    if callable(learning_rate):
        return learning_rate
    require_in_range(**{name: learning_rate})
    return lambda t: learning_rate


def require_in_range(lower=0, upper=np.inf, **numbers):
    """ValueError for what is no finite number in [lower, upper), by its name; a traced number is not looked at."""
    wanted = (
        "a finite number"
        + f" >= {lower:g}" * (lower > -np.inf)
        + f" and below {upper:g}" * (upper < np.inf)
    )
    checks.require(lambda x: _is_real_scalar(x) and lower <= x < upper, wanted, **numbers)


def _is_real_scalar(x: np.ndarray) -> bool:
    kinds = jnp.integer, jnp.floating  # of JAX, which knows more floating-point types than NumPy
    return (
        x.ndim == 0
        and any(jnp.issubdtype(x.dtype, kind) for kind in kinds)
        and bool(np.isfinite(x))
    )
