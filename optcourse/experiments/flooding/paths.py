"""Flooding on a loss of one number and in a ravine, beside its mean: a function of the controls.

    line(x)      a wall on the left, a slope on the right; 0 at x = 0
    ravine(w)    a floor of loss 0 along the first coordinate, the steeper the farther from 0
    paths(...)   the path of flooding and that of its effective step, for any of its numbers

`paths` has static shapes: `most` rows and one more, whatever the other controls are, which may all
be traced. What is past the steps asked for stays where the last one ended.
"""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float

from optcourse import flooding
from optcourse.linalg import Scalar

MOST_STEPS = 400


class Paths(NamedTuple):
    """Rows over steps: the flooded path, its mean's path, and the loss along both."""

    flooded: Float[Array, "t *w"]
    effective: Float[Array, "t *w"]
    flooded_loss: Float[Array, " t"]
    effective_loss: Float[Array, " t"]


def line(x) -> Scalar:
    """L(x) = exp(-x) + x - 1: on each level two places, the right one flatter."""
    return jnp.exp(-x) + x - 1


def ravine(w: Float[Array, "2"]) -> Scalar:
    """L(x, y) = ½ (1 + x²) y²: on each level the gradient is smallest at x = 0."""
    x, y = w
    steepness = 1 + x**2
    return steepness * y**2 / 2


def paths(loss, start, rate, level, steps, most: int = MOST_STEPS) -> Paths:
    """Flooded gradient descent and `flooding.effective_step`, `steps` <= `most` steps from a start.

    start: a number or (2,), of floats; loss(w) -> a number.
    """
    flooded = jax.grad(flooding.flood(loss, level))

    def visit(places, t):
        v, w = places
        going = t < steps
        next_v = v - rate * flooded(v)
        next_w = flooding.effective_step(loss, w, rate, level)
        after = jnp.where(going, next_v, v), jnp.where(going, next_w, w)
        return after, (v, w, loss(v), loss(w))

    start = jnp.asarray(start, float)
    _, rows = jax.lax.scan(visit, (start, start), jnp.arange(most + 1))
    return Paths(*rows)


line_paths = jax.jit(partial(paths, line))
ravine_paths = jax.jit(partial(paths, ravine))
