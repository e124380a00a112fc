"""Adagrad: a learning rate for each coordinate, by all its past gradients (Duchi et al., 2011).

Two forms are taught under this name. They differ by the factor 1/√(t + 1), which matters late in a
run:

    adagrad       divides by the root of the sum of all squared gradients: its rates only shrink
    adagrad_rms   divides by the root of their mean: its rates grow again where gradients get small
"""

from typing import NamedTuple

import jax.numpy as jnp
from jaxtyping import Array, Int, PyTree

from optcourse import trees
from optcourse.optimizers.base import Optimizer, as_schedule, gradient_and_info, require_in_range
from optcourse.optimizers.moments import (
    clip_for_squaring,
    rms_normalized,
    square,
    zero_second_moment,
)


class AdagradState(NamedTuple):
    """The sum s of all squared gradients, shaped like w, and the step counter t."""

    s: PyTree
    t: Int[Array, ""]


def adagrad(learning_rate, eps=1e-8) -> Optimizer:
    """Adagrad as published: divide the gradient by the root of the sum of all its squares.

    s <- s + g²
    w <- w - η g / (√s + eps)        (4.1) with σ = √s  (4.2)
    """
    return _adagrad(learning_rate, eps, lambda s, t: s)  # (4.2)


def adagrad_rms(learning_rate, eps=1e-8) -> Optimizer:
    """Adagrad of many lectures: divide the gradient by the root mean square of all so far.

    s <- s + g²
    w <- w - η g / (σ + eps)         (4.1) with σ = √(s / (t + 1))  (4.13)
    """
    mean = lambda s, t: trees.scaled(1 / (t + 1), s)  # (4.13)
    return _adagrad(learning_rate, eps, mean)


def _adagrad(learning_rate, eps, second_moment) -> Optimizer:
    rate = as_schedule(learning_rate)
    require_in_range(eps=eps)

    def init(w):
        return AdagradState(zero_second_moment(w), jnp.zeros((), int))

    def step(loss, w, state):
        g, info = gradient_and_info(loss, w)
        g = clip_for_squaring(g)
        s = trees.add_scaled(state.s, 1, square(g))
        v = second_moment(s, state.t)
        direction = rms_normalized(g, v, eps)
        w = trees.add_scaled(w, -rate(state.t), direction)  # (4.1)
        return w, AdagradState(s, state.t + 1), info

    return Optimizer(init, step)
