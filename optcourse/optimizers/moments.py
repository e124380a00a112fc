"""Running averages of the gradient and of its square: what RMSProp, Adam and their relatives remember.

    m, of the gradient g:   where it keeps pointing
    v, of its square g²:    how large it is, whatever its sign

A running average that starts at zero is too small at first; `unbiased` divides by the share of it that is filled.
Squares have limits: gradients are `bounded` from above, and one whose square is lost, below 1e-19 in float32, counts as
one of no size, which matters only where eps is as small.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Int, PyTree

from optcourse import trees


class Moments(NamedTuple):
    """m and v, shaped like w, and the step counter t."""

    m: PyTree
    v: PyTree
    t: Int[Array, ""]


def zero_moments(w: PyTree) -> Moments:
    """m = 0, v = 0, t = 0."""
    return Moments(trees.zeros_like(w), zero_second_moment(w), jnp.zeros((), int))


def zero_second_moment(w: PyTree) -> PyTree:
    """Zeros shaped like w, in float32 at least: the square of a small half-precision number would be lost."""
    return jax.tree.map(
        lambda a: jnp.zeros(jnp.shape(a), jnp.promote_types(jnp.result_type(a), jnp.float32)), w
    )


def ema(share, average: PyTree, value: PyTree) -> PyTree:
    """share · average + (1 - share) · value, leaf by leaf, in the dtype of average."""
    return jax.tree.map(
        lambda a, b: jnp.asarray(share * a + (1 - share) * b, a.dtype), average, value
    )


def clip_for_squaring(g: PyTree) -> PyTree:
    """g, its finite numbers cut at ± 2⁵⁴ ≈ 2e16 in float32 (2⁵⁰² in float64): a million squares have a finite sum."""

    def cut(a):
        range_of = jnp.finfo(jnp.promote_types(a.dtype, jnp.float32))
        largest = min(2.0 ** (range_of.maxexp // 2 - 10), float(jnp.finfo(a.dtype).max))
        return jnp.where(jnp.isinf(a), a, jnp.clip(a, -largest, largest))  # a divergence stays one

    return jax.tree.map(cut, g)


def square(g: PyTree) -> PyTree:
    """g², number by number, in float32 at least."""
    return jax.tree.map(lambda a: a.astype(jnp.promote_types(a.dtype, jnp.float32)) ** 2, g)


def bias_corrected(share, average: PyTree, t: Int[Array, ""]) -> PyTree:
    """average / (1 - shareᵗ⁺¹) after step t = 0, 1, ...: the weights of the average then add up to 1."""
    filled = -jnp.expm1(
        (t + 1) * log_decay(share)
    )  # 1 - shareᵗ⁺¹, right for a share near 1 in float32 too
    return jax.tree.map(lambda a: jnp.asarray(a / filled, a.dtype), average)


def log_decay(share):
    """log share, -inf for 0; of a number that is not traced in double precision."""
    if isinstance(share, jax.core.Tracer):
        return jnp.log(share)
    return float(np.log(np.float64(share))) if share else -np.inf


def rms_normalized(m: PyTree, v: PyTree, eps) -> PyTree:
    """m / (√v + eps), number by number; m itself where √v + eps = 0: no gradient, no step, for eps = 0 too."""

    def divided(a, b):
        size = jnp.sqrt(b) + eps
        return a / jnp.where(size == 0, 1, size)

    return jax.tree.map(divided, m, v)
