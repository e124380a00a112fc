"""The Hessian H of a loss, mostly without building it.

    H v = d/dε ∇L(w + ε v) at ε = 0        (1.6)   one product costs a few gradients, whatever the size of H
    H   = Jᵀ H_out J + Σ (∂L/∂out) ∇²out   (6.18)  its first term is the Gauss-Newton matrix, J the outputs' Jacobian

From products come its extreme eigenvalues and its sharpness; the full matrix is there for small problems.
Sources: Pearlmutter (1994) for the product; Dauphin et al. (2014) for the share of negative eigenvalues.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, Int, PyTree

from optcourse import trees
from optcourse.linalg import extreme_eigenpairs
from optcourse.programs import jit_per_function

CHUNK = 64  # columns of a full Hessian computed at once: two to three times faster than all or one


def hessian_vector(loss, w: PyTree, v: PyTree) -> PyTree:
    """H v, by differentiating the gradient along v (forward over reverse). v has the structure of w."""
    trees.check_floats(w)
    return jax.jvp(jax.grad(loss), (w,), (v,))[1]  # (1.6)


def gauss_newton_vector(model, loss, w: PyTree, v: PyTree) -> PyTree:
    """G v = Jᵀ H J v for the composite loss(model(w)), H the Hessian by the outputs (Schraudolph, 2002).

    The Hessian is G plus a term that is small where the outputs' gradient is small     (6.18). For softmax
    cross-entropy G is the Fisher matrix.
    """
    trees.check_floats(w)
    z, Jv = jax.jvp(model, (w,), (v,))  # J v
    HJv = hessian_vector(loss, z, Jv)  # H (J v)
    return jax.vjp(model, w)[1](HJv)[0]  # Jᵀ (H J v)


@jit_per_function
def hessian(loss, w: PyTree) -> Float[Array, "n n"]:
    """The full Hessian of the flattened parameters: n products, 64 at a time. Costs O(n) gradients and n² numbers.

    Compiled once for each loss function.
    """
    vector, flat_loss = trees.flatten_loss(loss, w)
    columns = jax.lax.map(
        lambda e: hessian_vector(flat_loss, vector, e),
        jnp.eye(vector.size, dtype=vector.dtype),
        batch_size=CHUNK,
    )
    return (columns + columns.T) / 2  # symmetric up to rounding: make it so exactly


def top_eigenpairs(loss, w: PyTree, k: int = 1, which: str = "LA"):
    """k extreme eigenpairs of the Hessian from products alone: (eigenvalues (k,) descending, vectors (n, k)), NumPy.

    which: "LA" largest, "SA" smallest (the escape directions), "LM" largest in absolute value.
    The product is compiled once for each loss function.
    """
    vector, _ = trees.flatten_loss(loss, w)
    product = lambda v: _flat_hessian_vector(loss, w, jnp.asarray(v, vector.dtype))
    return extreme_eigenpairs(product, vector.size, k, which)


@jit_per_function
def _flat_hessian_vector(loss, w, v):
    vector, flat_loss = trees.flatten_loss(loss, w)
    return hessian_vector(flat_loss, vector, v)


def top_eigenvalues(loss, w: PyTree, k: int = 1, which: str = "LA") -> np.ndarray:
    """The k largest eigenvalues of the Hessian (or others: see `which` above), descending, without building it."""
    return top_eigenpairs(loss, w, k, which)[0]


def sharpness(loss, w: PyTree) -> float:
    """λ_max(H). Near a minimum, gradient descent is stable iff its learning rate η has 0 < η < 2 / λ_max."""
    return float(top_eigenvalues(loss, w, 1)[0])


class SignCounts(NamedTuple):
    """How many eigenvalues are negative, zero and positive."""

    negative: Int[Array, ""]
    zero: Int[Array, ""]
    positive: Int[Array, ""]


def count_signs(eigenvalues: Float[Array | np.ndarray, " n"], zero_tolerance=1e-4) -> SignCounts:
    """Count the eigenvalues by sign; one counts as zero up to zero_tolerance times the largest |eigenvalue|.

    A NaN belongs nowhere, and takes all others with it: the counts are then 0.
    """
    zero = zero_tolerance * jnp.max(jnp.abs(eigenvalues))
    kinds = (eigenvalues < -zero, jnp.abs(eigenvalues) <= zero, eigenvalues > zero)
    return SignCounts(*(jnp.sum(each) for each in kinds))


def minimum_ratio(
    eigenvalues: Float[Array | np.ndarray, " n"], zero_tolerance=1e-4
) -> Float[Array, ""]:
    """The share of positive eigenvalues: 1 at a strict minimum, 0 at a maximum (Lee's lecture); NaN if one is NaN."""
    share = count_signs(eigenvalues, zero_tolerance).positive / eigenvalues.size
    return jnp.where(jnp.all(jnp.isfinite(eigenvalues)), share, jnp.nan)
