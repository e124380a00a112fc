"""Losses to be flooded, and losses whose pairs of steps are known exactly."""

from functools import partial

import jax
import jax.numpy as jnp

from optcourse.homework.given.critical_points import double_well_chain


def wells(w, unit=1.0, offset=0.0):
    """A chain of double wells in another unit, from another zero on: a loss may be negative."""
    return offset + unit * double_well_chain(w)


def bowl(w, center, hessian):
    """½ (w - center)ᵀ H (w - center): a pair of steps with the rate ε moves w by -ε² H g."""
    center, H = (jnp.asarray(each, jnp.float32) for each in (center, hessian))
    return _bowl(w, center, H)


@jax.jit
def _bowl(w, center, H):
    v = w - center
    return v @ H @ v / 2


def flat_spot(w, center, direction, power):
    """s + s^k / k with s = uᵀ(w - center), ‖u‖ = 1: at the center the gradient is u, and H g = 0.

    There a pair of steps with the rate ε moves w by -(-ε)ᵏ u.
    """
    center, u = (jnp.asarray(each, jnp.float32) for each in (center, direction))
    return _flat_spot(w, center, u, power)


@partial(jax.jit, static_argnames="power")
def _flat_spot(w, center, u, power):
    s = u @ (w - center)
    return s + s**power / power


@jax.jit
def tilted(w, batch, bend=0.0):
    """The mean of x·w + c over rows (x, c), and bend Σ log cosh w: without a bend it is linear."""
    heights = batch[:, :-1] @ w + batch[:, -1]
    return jnp.mean(heights) + bend * jnp.sum(jnp.log(jnp.cosh(w)))


FUNCTIONS = {
    "wells": wells,
    "bowl": bowl,
    "flat_spot": flat_spot,
    "tilted": tilted,
}
