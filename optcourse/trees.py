"""Parameters as vectors, whatever their shape.

Network parameters are a pytree: lists and dictionaries of arrays. Optimization theory speaks of one vector w.
These few functions are that vector space: sum, inner product, norm, and the way to one flat array and back.
"""

from functools import reduce

import jax
import jax.numpy as jnp
from jax.flatten_util import ravel_pytree
from jaxtyping import Array, PRNGKeyArray, PyTree


def add_scaled(w: PyTree, scale, v: PyTree) -> PyTree:
    """w + scale v, leaf by leaf, in the dtype of w. `scale` is a number; w and v have the same structure."""
    return jax.tree.map(lambda a, b: jnp.asarray(a + scale * b, jnp.asarray(a).dtype), w, v)


def scaled(scale, v: PyTree) -> PyTree:
    """scale v, leaf by leaf, in the dtype of v."""
    return jax.tree.map(lambda b: jnp.asarray(scale * b, jnp.asarray(b).dtype), v)


def dot(v: PyTree, w: PyTree) -> Array:
    """vᵀw: the sum of products over all leaves, in float32 at least: float16 would overflow beyond 65504."""
    return jnp.asarray(sum(jax.tree.leaves(jax.tree.map(_dot, v, w)), start=0.0))


def _dot(a, b):
    return jnp.vdot(
        a, b, preferred_element_type=jnp.promote_types(jnp.result_type(a, b), jnp.float32)
    )


def norm(w: PyTree) -> Array:
    """‖w‖ = √(wᵀw), the Euclidean length of all leaves together.

    It is s ‖w / s‖ with s = max |w|: the squares of w itself are lost below 1e-19 in float32, and overflow above 1e19.
    """
    largest = _max_abs(w)
    s = jax.lax.stop_gradient(jnp.where((largest > 0) & (largest < jnp.inf), largest, 1))
    w = jax.tree.map(lambda a: a / s, w)
    return s * jnp.sqrt(dot(w, w))


def _max_abs(w) -> Array:
    """max |w|, in float32 at least."""
    return reduce(
        jnp.maximum, (jnp.max(jnp.abs(a), initial=0) for a in jax.tree.leaves(w)), jnp.float32(0)
    )


def power_of_two(size) -> Array:
    """The largest power of two that is <= size, number by number; 1 where size is 0 or not finite.

    To divide by it, and to multiply by it again, changes no digit: so a formula whose squares would be lost below
    1e-19 in float32, or overflow above 1e19, is computed in that unit, and is the same elsewhere to the last bit.
    """
    size = jax.lax.stop_gradient(size)
    power = size / (2 * jnp.frexp(size)[0])
    return jnp.where((size > 0) & (size < jnp.inf), power, 1)


def split_scale(w: PyTree) -> tuple[Array, PyTree]:
    """(s, w / s), s the power of two that brings max |w| into [1, 2), or 1 where w is zero or not finite."""
    s = power_of_two(_max_abs(w))
    return s, jax.tree.map(lambda a: jnp.asarray(a / s, a.dtype), w)


def zeros_like(w: PyTree) -> PyTree:
    """The zero vector with the structure, shapes and dtypes of w."""
    return jax.tree.map(jnp.zeros_like, w)


def normal_like(key: PRNGKeyArray, w: PyTree) -> PyTree:
    """A vector of independent standard normal numbers with the structure of w."""
    leaves, structure = jax.tree.flatten(w)
    keys = jax.random.split(key, len(leaves))
    return structure.unflatten(
        [jax.random.normal(k, leaf.shape, leaf.dtype) for k, leaf in zip(keys, leaves)]
    )


def size(w: PyTree) -> int:
    """How many numbers w holds."""
    return sum(jnp.size(leaf) for leaf in jax.tree.leaves(w))


def flatten(w: PyTree):
    """(vector, unflatten): w as one flat array, and the function that turns such an array back into w's structure."""
    return ravel_pytree(w)


def check_floats(w: PyTree):
    """ValueError where any leaf of w holds whole numbers: a slope by them would be an error, or zero without a word."""
    for dtype in map(jnp.result_type, jax.tree.leaves(w)):
        if not jnp.issubdtype(dtype, jnp.floating):
            raise ValueError(
                f"w holds {dtype} numbers, which have no gradient: make them floats (1.0, not 1)"
            )


def flatten_loss(loss, w: PyTree):
    """(vector, loss of a vector): the same loss, seen as a function of one flat array. ValueError for whole numbers."""
    check_floats(w)
    vector, unflatten = flatten(w)
    return vector, lambda v: loss(unflatten(v))
