"""What an optimizer is: init(w) -> state, and step(loss, w, state) -> (w, state, info).

`step` receives the loss itself, not its gradient: so a method that needs the loss twice, or its
curvature, or a second loss, needs no second interface. `info` describes the point that the step
leaves.
"""

from collections.abc import Callable
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import PyTree

from optcourse import checks, trees
from optcourse.linalg import Scalar

Loss = Callable  # w -> a number
Schedule = Callable  # step t = 0, 1, 2, ... -> learning rate


class Info(NamedTuple):
    """The loss and the gradient norm ‖g‖ at the point the step left; not kept in the state."""

    loss: Scalar
    gradient_norm: Scalar


class Optimizer(NamedTuple):
    """init(w) -> state; step(loss, w, state) -> (w, state, info)."""

    init: Callable
    step: Callable


def gradient_and_info(loss: Loss, w: PyTree) -> tuple[PyTree, Info]:
    """(g, info): the gradient of the loss at w, and what `step` reports about w."""
    trees.check_floats(w)
    value, gradient = jax.value_and_grad(loss)(w)
    return gradient, Info(value, trees.norm(gradient))


def as_schedule(learning_rate, name="learning_rate") -> Schedule:
    """learning_rate as a function of the step t = 0, 1, 2, ...; a number is the constant schedule.

    Raises ValueError for a negative or non-finite number, under `name`; traced numbers pass.
    """
    if callable(learning_rate):
        return learning_rate
    require_in_range(**{name: learning_rate})
    return lambda t: learning_rate


def require_in_range(lower=0, upper=np.inf, **numbers):
    """Raise ValueError for what is no finite number in [lower, upper); traced ones pass."""
    expected = "a finite number"
    if lower > -np.inf:
        expected += f" >= {lower:g}"
    if upper < np.inf:
        expected += f" and below {upper:g}"
    in_range = lambda x: _is_real_scalar(x) and lower <= x < upper
    checks.require(in_range, expected, **numbers)


def _is_real_scalar(x: np.ndarray) -> bool:
    # of JAX, which knows more floating-point types than NumPy
    is_integer = jnp.issubdtype(x.dtype, jnp.integer)
    is_float = jnp.issubdtype(x.dtype, jnp.floating)
    is_real = is_integer or is_float
    return x.ndim == 0 and is_real and bool(np.isfinite(x))
