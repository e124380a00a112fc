"""Vector-space operations on pytrees of parameters: sum, inner product, norm, flattening.

Network parameters are a pytree: lists and dictionaries of arrays. Optimization theory speaks of one
vector w. These few functions treat the pytree as that vector, and turn it into a flat array.
"""

import jax
import jax.numpy as jnp
from jax.flatten_util import ravel_pytree
from jaxtyping import Array, PRNGKeyArray, PyTree


def add_scaled(w: PyTree, scale, v: PyTree) -> PyTree:
    """w + scale v, leaf by leaf, in the dtype of w: a number times v, which has w's structure."""

    def add(a, b):
        dtype = jnp.asarray(a).dtype
        return jnp.asarray(a + scale * b, dtype)

    return jax.tree.map(add, w, v)


def scaled(scale, v: PyTree) -> PyTree:
    """scale v, leaf by leaf, in the dtype of v; `scale` is a number."""

    def multiply(a):
        dtype = jnp.asarray(a).dtype
        return jnp.asarray(scale * a, dtype)

    return jax.tree.map(multiply, v)


def dot(v: PyTree, w: PyTree) -> Array:
    """vᵀw, the inner product over all leaves; in float32 at least, as float16 ends at 65504."""
    products = jax.tree.map(_dot, v, w)
    total = sum(jax.tree.leaves(products), start=0.0)
    return jnp.asarray(total)


def _dot(a, b):
    dtype = jnp.result_type(a, b)
    dtype = jnp.promote_types(dtype, jnp.float32)
    return jnp.vdot(a, b, preferred_element_type=dtype)


def norm(w: PyTree) -> Array:
    """‖w‖ = √(wᵀw), the Euclidean norm of all leaves together.

    It is s ‖w / s‖ with s = max |w|: the squares of w itself are lost below 1e-19 in float32, and
    overflow above 1e19.
    """
    largest = _max_abs(w)
    s = jnp.where(_is_positive_finite(largest), largest, 1)
    s = jax.lax.stop_gradient(s)
    unit = jax.tree.map(lambda a: a / s, w)
    return s * jnp.sqrt(dot(unit, unit))


def _max_abs(w) -> Array:
    """max |w|, in float32 at least."""
    largest = jnp.float32(0)
    for leaf in jax.tree.leaves(w):
        size_of_leaf = jnp.max(jnp.abs(leaf), initial=0)
        largest = jnp.maximum(largest, size_of_leaf)
    return largest


def _is_positive_finite(x):
    return (x > 0) & (x < jnp.inf)


def power_of_two(magnitude) -> Array:
    """The largest power of two <= magnitude, entry by entry; 1 where that is 0 or not finite.

    Dividing and multiplying by it changes no digit: so a formula whose squares would be lost below
    1e-19 in float32, or overflow above 1e19, is computed in that unit, and is the same elsewhere to
    the last bit.
    """
    magnitude = jax.lax.stop_gradient(magnitude)
    fraction, _ = jnp.frexp(magnitude)
    power = magnitude / (2 * fraction)
    return jnp.where(_is_positive_finite(magnitude), power, 1)


def split_scale(w: PyTree) -> tuple[Array, PyTree]:
    """(s, w / s): the power of two s brings max |w| into [1, 2); 1 where w is 0 or not finite."""
    s = power_of_two(_max_abs(w))

    def divide(a):
        return jnp.asarray(a / s, a.dtype)

    return s, jax.tree.map(divide, w)


def zeros_like(w: PyTree) -> PyTree:
    """The zero vector with the structure, shapes and dtypes of w."""
    return jax.tree.map(jnp.zeros_like, w)


def normal_like(key: PRNGKeyArray, w: PyTree) -> PyTree:
    """A vector of independent standard normal numbers with the structure of w."""
    leaves, structure = jax.tree.flatten(w)
    keys = jax.random.split(key, len(leaves))
    draws = []
    for leaf_key, leaf in zip(keys, leaves):
        draw = jax.random.normal(leaf_key, leaf.shape, leaf.dtype)
        draws.append(draw)
    return structure.unflatten(draws)


def size(w: PyTree) -> int:
    """The number of parameters in w."""
    return sum(jnp.size(leaf) for leaf in jax.tree.leaves(w))


def flatten(w: PyTree):
    """(vector, unflatten): w as one flat array, and the function that restores w's structure."""
    return ravel_pytree(w)


def check_floats(w: PyTree):
    """Raise ValueError where a leaf of w holds integers, which have no gradient."""
    for leaf in jax.tree.leaves(w):
        dtype = jnp.result_type(leaf)
        if not jnp.issubdtype(dtype, jnp.floating):
            remedy = "make them floats (1.0, not 1)"
            raise ValueError(f"w holds {dtype} numbers, which have no gradient: {remedy}")


def flatten_loss(loss, w: PyTree):
    """(vector, flat_loss): w as one flat array, and the loss as a function of such an array.

    ValueError where w holds integers.
    """
    check_floats(w)
    vector, unflatten = flatten(w)
    flat_loss = lambda v: loss(unflatten(v))
    return vector, flat_loss
