"""Running averages of the gradient and of its square: what RMSProp, Adam and their relatives remember.

    m, of the gradient g:   where it keeps pointing
    v, of its square g²:    how large it is, whatever its sign

A running average that starts at zero is too small at first; `unbiased` divides by the share of it that is filled.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Int, PyTree

from optcourse import trees
from optcourse.optimizers.base import checked


class Moments(NamedTuple):
    """m and v, shaped like w, and the step counter t."""

    m: PyTree
    v: PyTree
    t: Int[Array, ""]


def zero_moments(w: PyTree) -> Moments:
    """m = 0, v = 0, t = 0."""
    return Moments(trees.zeros_like(w), zero_squares(w), jnp.zeros((), int))


def zero_squares(w: PyTree) -> PyTree:
    """Zeros shaped like w, in float32 at least: the square of a small half-precision number would be lost."""
    return jax.tree.map(lambda a: jnp.zeros(jnp.shape(a), jnp.promote_types(jnp.result_type(a), jnp.float32)), w)


def running(share, average: PyTree, value: PyTree) -> PyTree:
    """share · average + (1 - share) · value, leaf by leaf, in the dtype of average."""
    return jax.tree.map(lambda a, b: jnp.asarray(share * a + (1 - share) * b, a.dtype), average, value)


def square(g: PyTree) -> PyTree:
    """g², number by number, in float32 at least."""
    return jax.tree.map(lambda a: a.astype(jnp.promote_types(a.dtype, jnp.float32)) ** 2, g)


def unbiased(share, average: PyTree, t: Int[Array, ""]) -> PyTree:
    """average / (1 - shareᵗ⁺¹) after step t = 0, 1, ...: the weights of the average then add up to 1."""
    return jax.tree.map(lambda a: jnp.asarray(a / (1 - share ** (t + 1)), a.dtype), average)


def ratio(m: PyTree, v: PyTree, eps) -> PyTree:
    """m / (√v + eps), number by number."""
    return jax.tree.map(lambda a, b: a / (jnp.sqrt(b) + eps), m, v)


def check_shares(**shares):
    """ValueError for a share of the past that is not in [0, 1)."""
    for name, share in shares.items():
        checked(name, share, upper=1)
