"""Linear algebra in small pieces: rotations, quadratic forms, eigenvalues of a matrix known only by its products."""

from collections.abc import Callable

import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float


def rotation(angle) -> Float[Array, "2 2"]:
    """The matrix [[cos, -sin], [sin, cos]] that turns the plane by `angle` (radians, counter-clockwise)."""
    c, s = jnp.cos(angle), jnp.sin(angle)
    return jnp.array([[c, -s], [s, c]])


def quadratic_form(H: Float[Array, "n n"], v: Float[Array, " n"]) -> Float[Array, ""]:
    """vᵀ H v."""
    return v @ H @ v


def extreme_eigenpairs(product: Callable, size: int, k: int, which: str = "LA", seed: int = 0):
    """k eigenpairs of a symmetric matrix A, given only v -> A v.

    which: "LA" largest, "SA" smallest (algebraic), "LM" largest in absolute value.
    Returns (eigenvalues (k,) in descending order, eigenvectors (size, k)), as NumPy arrays; NaN if A v is not finite.
    Method: Lanczos with full re-orthogonalization (ARPACK, Lehoucq et al., 1998), about 10 to 100 products;
    ARPACK needs k < size, so a small matrix is built column by column instead.
    """
    if not 1 <= k <= size:
        raise ValueError(f"k = {k} eigenvalues asked of a {size} x {size} matrix: choose 1 <= k <= {size}")
    start = np.random.default_rng(seed).normal(size=size)  # ARPACK's own start is random: fix it
    image = np.asarray(product(start))
    if not np.all(np.isfinite(image)):  # ARPACK and LAPACK would raise: a divergence is a result
        eigenvalues, vectors = np.full(k, np.nan), np.full((size, k), np.nan)
    elif not np.any(image):  # A = 0, where ARPACK has nothing to start from
        eigenvalues, vectors = np.zeros(k), np.eye(size, k)
    elif size <= max(2 * k, 20):
        eigenvalues, vectors = _dense_eigenpairs(product, size, k, which)
    else:
        eigenvalues, vectors = _lanczos_eigenpairs(product, start, k, which)
    descending = np.argsort(-eigenvalues)
    return eigenvalues[descending], vectors[:, descending]


def _dense_eigenpairs(product, size, k, which):
    eigenvalues, vectors = np.linalg.eigh(np.stack([product(e) for e in np.eye(size)], axis=1))
    order = {"LA": np.argsort(-eigenvalues), "SA": np.argsort(eigenvalues), "LM": np.argsort(-np.abs(eigenvalues))}
    chosen = order[which][:k]
    return eigenvalues[chosen], vectors[:, chosen]


def _lanczos_eigenpairs(product, start, k, which):
    from scipy.sparse.linalg import LinearOperator, eigsh  # here: it would double the package's import time

    operator = LinearOperator((start.size, start.size), matvec=lambda v: np.asarray(product(v)), dtype=float)
    return eigsh(operator, k=k, which=which, v0=start)
