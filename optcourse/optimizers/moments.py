"""Exponential moving averages of the gradient and of its square, as RMSProp and Adam keep them.

    m, of the gradient g:   where it keeps pointing
    v, of its square g²:    how large it is, whatever its sign

An average that starts at zero is too small at first; `bias_corrected` divides by the sum of its
weights. Squares have limits: `clip_for_squaring` bounds gradients from above, and one whose square
is lost, below 1e-19 in float32, counts as zero, which matters only where eps is as small.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Int, PyTree

from optcourse import trees


class Moments(NamedTuple):
    """The averages m and v, shaped like w, and the step counter t."""

    m: PyTree
    v: PyTree
    t: Int[Array, ""]


def zero_moments(w: PyTree) -> Moments:
    """The moments at the start: m = 0, v = 0, t = 0."""
    return Moments(
        m=trees.zeros_like(w),
        v=zero_second_moment(w),
        t=jnp.zeros((), int),
    )


def zero_second_moment(w: PyTree) -> PyTree:
    """A zero second moment shaped like w, in float32 at least: float16 would lose small squares."""

    def zeros(a):
        dtype = jnp.promote_types(jnp.result_type(a), jnp.float32)
        return jnp.zeros(jnp.shape(a), dtype)

    return jax.tree.map(zeros, w)


def ema(decay, average: PyTree, value: PyTree) -> PyTree:
    """Exponential moving average decay · average + (1 - decay) · value, in the dtype of average."""

    def update(a, b):
        mixed = decay * a + (1 - decay) * b
        return jnp.asarray(mixed, a.dtype)

    return jax.tree.map(update, average, value)


def clip_for_squaring(g: PyTree) -> PyTree:
    """g, its finite numbers clipped at ± 2⁵⁴ ≈ 2e16 in float32, at ± 2⁵⁰² in float64.

    A million of their squares have a finite sum. Infinite numbers stay: a divergence is a result.
    """

    def clip(a):
        wide = jnp.promote_types(a.dtype, jnp.float32)
        limit = 2.0 ** (jnp.finfo(wide).maxexp // 2 - 10)
        limit = min(limit, float(jnp.finfo(a.dtype).max))
        clipped = jnp.clip(a, -limit, limit)
        return jnp.where(jnp.isinf(a), a, clipped)

    return jax.tree.map(clip, g)


def square(g: PyTree) -> PyTree:
    """g², entry by entry, in float32 at least."""

    def square_leaf(a):
        wide = jnp.promote_types(a.dtype, jnp.float32)
        return a.astype(wide) ** 2

    return jax.tree.map(square_leaf, g)


def bias_corrected(decay, average: PyTree, t: Int[Array, ""]) -> PyTree:
    """Bias correction: average / (1 - decayᵗ⁺¹) after step t = 0, 1, ..., in the average's dtype.

    The weights of an average that started at zero add up to 1 - decayᵗ⁺¹.
    """
    # 1 - decayᵗ⁺¹, right for a decay near 1 in float32 too
    correction = -jnp.expm1((t + 1) * log_decay(decay))
    divide = lambda a: jnp.asarray(a / correction, a.dtype)
    return jax.tree.map(divide, average)


def log_decay(decay):
    """log decay, -inf for 0; computed in double precision unless decay is traced."""
    if isinstance(decay, jax.core.Tracer):
        return jnp.log(decay)
    if decay == 0:
        return -np.inf
    return float(np.log(np.float64(decay)))


def rms_normalized(m: PyTree, v: PyTree, eps) -> PyTree:
    """m / (√v + eps), entry by entry; m itself where √v + eps = 0.

    So a coordinate without a gradient takes no step, for eps = 0 too.
    """

    def divide(a, b):
        size = jnp.sqrt(b) + eps
        return a / jnp.where(size == 0, 1, size)

    return jax.tree.map(divide, m, v)
