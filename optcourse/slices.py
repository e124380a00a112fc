"""Any network's loss on a plane through its parameters: two directions out of thousands, made visible.

    slice:    L(w + a d1 + b d2) on a grid of a and b        (1.7)
    filter_normalized, random_directions:   directions whose picture does not depend on how the weights are scaled

Source: Li et al. (2018) for the filter normalization. Eigenvectors of the Hessian are the other choice of directions.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float, PRNGKeyArray, PyTree

from optcourse import trees
from optcourse.programs import jit_per_function

CHUNK = 64  # points of the plane evaluated at once: each holds the network's activations for all its data


class Slice(NamedTuple):
    """coordinates (points,) of a and of b; losses[i, j] = L(w + a_j d1 + b_i d2): rows go up, as contours expect."""

    coordinates: Float[Array, " points"]
    losses: Float[Array, "points points"]


def slice(loss, w: PyTree, directions, radius=1.0, points=51) -> Slice:
    """The loss on the square -radius <= a, b <= radius of the plane through w.

    directions: two vectors d1 and d2, each shaped like w or flat (n,); rows of an array, such as eigenvectors.T[:2].
    Compiled once for each loss function and number of points.
    """
    vector, _ = trees.flatten(w)
    flat = [trees.flatten(d)[0] for d in directions]
    if [d.size for d in flat] != 2 * [vector.size]:
        sizes = [d.size for d in flat]
        raise ValueError(
            f"directions with {sizes} numbers, w has {vector.size}: give two directions as large as w"
        )
    coordinates = jnp.linspace(-radius, radius, points, dtype=vector.dtype)
    return Slice(coordinates, _slice_losses(loss, w, jnp.stack(flat), coordinates))


@jit_per_function
def _slice_losses(loss, w, directions, coordinates):
    vector, flat_loss = trees.flatten_loss(loss, w)
    b, a = jnp.meshgrid(coordinates, coordinates, indexing="ij")
    plane = jnp.stack([a.ravel(), b.ravel()], axis=1)
    losses = jax.lax.map(
        lambda ab: flat_loss(vector + ab @ directions), plane, batch_size=CHUNK
    )  # (1.7)
    return losses.reshape(a.shape)


def random_directions(key: PRNGKeyArray, w: PyTree) -> tuple[PyTree, PyTree]:
    """Two independent Gaussian directions shaped like w, filter-normalized: the plane of Li et al.'s pictures."""
    return tuple(filter_normalized(trees.normal_like(k, w), w) for k in jax.random.split(key))


def filter_normalized(direction: PyTree, w: PyTree) -> PyTree:
    """Each filter of the direction, scaled to the norm of the same filter of w.

    d_f <- d_f ‖w_f‖ / ‖d_f‖        (1.8)   f: all the weights into one output

    A filter is a column of a weight (inputs, outputs), or of (height, width, inputs, outputs). A bias vector counts as
    one filter (Li et al. leave biases out): zero where the biases are zero.
    """
    return jax.tree.map(_filter_normalized, direction, w)


def _filter_normalized(d, w):
    axes = tuple(range(w.ndim - 1)) if w.ndim > 1 else None
    wide = lambda x: x.astype(jnp.promote_types(x.dtype, jnp.float32))  # float16 ends at 65504
    unit = lambda x: trees.power_of_two(jnp.max(jnp.abs(x), axes, keepdims=True, initial=0))
    length = lambda x: jnp.sqrt(jnp.sum(x**2, axes, keepdims=True))
    d_f, w_f = (
        wide(d) / unit(wide(d)),
        wide(w) / unit(wide(w)),
    )  # squares in these units are finite, and not lost
    return (d_f * length(w_f) / jnp.where(length(d_f) > 0, length(d_f), 1) * unit(wide(w))).astype(
        d.dtype
    )  # (1.8)
