"""Signum: a step by the sign of an averaged gradient (Bernstein et al., 2018)."""

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Int, PyTree

from optcourse import trees
from optcourse.optimizers.base import Optimizer, as_schedule, gradient_and_info, require_in_range
from optcourse.optimizers.moments import ema


class SignumState(NamedTuple):
    """The average m of the gradient, shaped like w, and the step counter t."""

    m: PyTree
    t: Int[Array, ""]


# Read moments.py and adam.py first: averages, bias correction, and where eps stands.
# What is divided by is kept in float32 at least (`moments.zero_second_moment`).
# A number has a default if a textbook has one. A learning rate is a number, or a schedule of t.
# Where the paper leaves a choice, take the one of optax, and say so in the docstring.
def signum(learning_rate, beta=0.9) -> Optimizer:
    """Move every coordinate by η, against the sign of its averaged gradient.

    m <- β m + (1 - β) g        (4.4)
    w <- w - η sign(m)

    beta: what the average keeps at each step, 0 <= β < 1; ValueError for any other number.
    """
    rate = as_schedule(learning_rate)  # refuses what is no rate
    require_in_range(beta=beta, upper=1)

    # w is any pytree of arrays. The functions of `trees` keep its structure and its dtypes.
    def init(w):
        return SignumState(trees.zeros_like(w), jnp.zeros((), int))

    def step(loss, w, state):
        # `info` describes the point that the step leaves.
        g, info = gradient_and_info(loss, w)
        # (4.4) is an equation of lesson 4: its tag stands where it is computed. What is in no
        # lesson, as the step below, has no tag.
        m = ema(beta, state.m, g)  # (4.4)
        sign = jax.tree.map(jnp.sign, m)
        w = trees.add_scaled(w, -rate(state.t), sign)
        return w, SignumState(m, state.t + 1), info

    return Optimizer(init, step)
