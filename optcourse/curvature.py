"""The Hessian H of a loss, mostly without building it.

    H v = d/dε ∇L(w + ε v) at ε = 0        (1.9)   the cost of a few gradients, for any size of H

From products come its extreme eigenvalues and its sharpness; the full matrix is for small problems.
Sources: Pearlmutter (1994) for the product; Dauphin et al. (2014) for the counts of eigenvalues.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, Int, PyTree

from optcourse import trees
from optcourse.linalg import Matrix, extreme_eigenpairs
from optcourse.programs import jit_per_function

CHUNK = 64  # columns of a full Hessian at once: two to three times faster than all or one


def hessian_vector(loss, w: PyTree, v: PyTree) -> PyTree:
    """H v: the derivative of the gradient along v (forward over reverse); v has w's structure."""
    trees.check_floats(w)
    gradient = jax.grad(loss)
    _, Hv = jax.jvp(gradient, (w,), (v,))  # (1.9)
    return Hv


@jit_per_function
def hessian(loss, w: PyTree) -> Matrix:
    """The full Hessian of the flattened parameters, from n products, 64 at a time.

    It costs O(n) gradients and n² numbers. Compiled once for each loss function.
    """
    vector, flat_loss = trees.flatten_loss(loss, w)
    product = lambda e: hessian_vector(flat_loss, vector, e)
    unit_vectors = jnp.eye(vector.size, dtype=vector.dtype)
    columns = jax.lax.map(product, unit_vectors, batch_size=CHUNK)
    # symmetric up to rounding: make it so exactly
    return (columns + columns.T) / 2


def top_eigenpairs(loss, w: PyTree, k: int = 1, which: str = "LA"):
    """k extreme eigenpairs of the Hessian, from products alone.

    which: "LA" largest, "SA" smallest (the escape directions), "LM" largest in absolute value.
    Returns (eigenvalues (k,) in descending order, vectors (n, k)), as NumPy arrays. The product is
    compiled once for each loss function.
    """
    vector, _ = trees.flatten_loss(loss, w)

    def product(v):
        v = jnp.asarray(v, vector.dtype)
        return _flat_hessian_vector(loss, w, v)

    return extreme_eigenpairs(product, vector.size, k, which)


@jit_per_function
def _flat_hessian_vector(loss, w, v):
    vector, flat_loss = trees.flatten_loss(loss, w)
    return hessian_vector(flat_loss, vector, v)


def top_eigenvalues(loss, w: PyTree, k: int = 1, which: str = "LA") -> np.ndarray:
    """The k largest eigenvalues of the Hessian, descending, without building it.

    which: "LA" largest, "SA" smallest, "LM" largest in absolute value.
    """
    eigenvalues, _ = top_eigenpairs(loss, w, k, which)
    return eigenvalues


def sharpness(loss, w: PyTree) -> float:
    """λ_max(H). Near a minimum gradient descent is stable iff 0 < η < 2 / λ_max, η its rate."""
    (largest,) = top_eigenvalues(loss, w, 1)
    return float(largest)


class SignCounts(NamedTuple):
    """How many eigenvalues are negative, zero and positive."""

    negative: Int[Array, ""]
    zero: Int[Array, ""]
    positive: Int[Array, ""]


def count_signs(eigenvalues: Float[Array | np.ndarray, " n"], zero_tolerance=1e-4) -> SignCounts:
    """Count negative, zero and positive eigenvalues.

    One counts as zero up to zero_tolerance times the largest |eigenvalue|. With a NaN among them
    all counts are 0.
    """
    sizes = jnp.abs(eigenvalues)
    zero = zero_tolerance * jnp.max(sizes)
    return SignCounts(
        negative=jnp.sum(eigenvalues < -zero),
        zero=jnp.sum(sizes <= zero),
        positive=jnp.sum(eigenvalues > zero),
    )
