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
    Returns (eigenvalues (k,) in descending order, eigenvectors (size, k)), as NumPy arrays in the product's precision.
    Method: Lanczos with full re-orthogonalization (ARPACK, Lehoucq et al., 1998), about 10 to 100 products;
    ARPACK needs k < size, so a small matrix is built column by column instead.
    """
    from scipy.sparse.linalg import LinearOperator, eigsh  # here: it would double the package's import time

    if not 1 <= k <= size:
        raise ValueError(f"k = {k} eigenvalues asked of a {size} x {size} matrix: choose 1 <= k <= {size}")
    if size <= max(2 * k, 20):
        eigenvalues, vectors = np.linalg.eigh(np.stack([product(e) for e in np.eye(size)], axis=1))
        order = np.argsort(-np.abs(eigenvalues)) if which == "LM" else np.argsort(eigenvalues)
        chosen = order[-k:] if which == "LA" else order[:k]
    else:
        operator = LinearOperator((size, size), matvec=lambda v: np.asarray(product(v)), dtype=float)
        start = np.random.default_rng(seed).normal(size=size)  # ARPACK's own start is random: fix it
        eigenvalues, vectors = eigsh(operator, k=k, which=which, v0=start)
        chosen = np.arange(k)
    chosen = sorted(chosen, key=lambda i: -eigenvalues[i])
    return eigenvalues[chosen], vectors[:, chosen]
