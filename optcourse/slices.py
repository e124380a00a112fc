"""Two-dimensional slices of any network's loss, along two directions in parameter space.

    slice               L(w + a d1 + b d2) on a grid of a and b        (1.7)
    random_directions   two filter-normalized random directions
    filter_normalized   a direction whose picture does not depend on how the weights are scaled

Source: Li et al. (2018) for the filter normalization. The other usual choice of directions is
eigenvectors of the Hessian.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float, PRNGKeyArray, PyTree

from optcourse import trees
from optcourse.programs import jit_per_function

CHUNK = 64  # points evaluated at once: each holds the network's activations for all its data


class Slice(NamedTuple):
    """coordinates (points,) of a and b; losses[i, j] = L(w + a_j d1 + b_i d2), rows along b."""

    coordinates: Float[Array, " points"]
    losses: Float[Array, "points points"]


def slice(
    loss,
    w: PyTree,
    directions,
    radius=1.0,
    points=51,
) -> Slice:
    """A two-dimensional slice of the loss: -radius <= a, b <= radius in the plane through w.

    directions: two vectors d1 and d2, each shaped like w or flat (n,); rows of an array, such as
    eigenvectors.T[:2]. Compiled once for each loss function and number of points.
    """
    vector, _ = trees.flatten(w)
    flat = [trees.flatten(d)[0] for d in directions]
    sizes = [d.size for d in flat]
    if sizes != [vector.size, vector.size]:
        problem = f"directions with {sizes} numbers, w has {vector.size}"
        raise ValueError(f"{problem}: give two directions as large as w")
    coordinates = jnp.linspace(-radius, radius, points, dtype=vector.dtype)
    losses = _slice_losses(loss, w, jnp.stack(flat), coordinates)
    return Slice(coordinates, losses)


@jit_per_function
def _slice_losses(loss, w, directions, coordinates):
    vector, flat_loss = trees.flatten_loss(loss, w)
    b, a = jnp.meshgrid(coordinates, coordinates, indexing="ij")
    plane = jnp.stack([a.ravel(), b.ravel()], axis=1)
    loss_at = lambda ab: flat_loss(vector + ab @ directions)  # (1.7)
    losses = jax.lax.map(loss_at, plane, batch_size=CHUNK)
    return losses.reshape(a.shape)


def random_directions(key: PRNGKeyArray, w: PyTree) -> tuple[PyTree, PyTree]:
    """Two independent Gaussian directions shaped like w, filter-normalized (Li et al., 2018)."""
    first_key, second_key = jax.random.split(key)
    first = trees.normal_like(first_key, w)
    second = trees.normal_like(second_key, w)
    return filter_normalized(first, w), filter_normalized(second, w)


def filter_normalized(direction: PyTree, w: PyTree) -> PyTree:
    """The direction, each filter scaled to the norm of the same filter of w (filter normalization).

    d_f <- d_f ‖w_f‖ / ‖d_f‖        (1.8)   f: all the weights into one output

    A filter is a column of a weight (inputs, outputs), or of (height, width, inputs, outputs). A
    bias vector counts as one filter (Li et al. leave biases out): zero where the biases are zero.
    """
    return jax.tree.map(_filter_normalized, direction, w)


def _filter_normalized(d, w):
    axes = None if w.ndim < 2 else tuple(range(w.ndim - 1))

    def split(x):
        """(unit, x / unit): in this unit of each filter, squares are finite and not lost."""
        dtype = jnp.promote_types(x.dtype, jnp.float32)  # float16 ends at 65504
        x = x.astype(dtype)
        largest = jnp.max(jnp.abs(x), axes, keepdims=True, initial=0)
        unit = trees.power_of_two(largest)
        return unit, x / unit

    def norm(x):
        squares = jnp.sum(x**2, axes, keepdims=True)
        return jnp.sqrt(squares)

    _, d_f = split(d)
    unit, w_f = split(w)
    length = norm(d_f)
    length = jnp.where(length > 0, length, 1)
    scaled = d_f * norm(w_f) / length * unit  # (1.8)
    return scaled.astype(d.dtype)
