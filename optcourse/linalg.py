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


def safe_sqrt(x) -> Array:
    """√x, 0 up to 0, and there with slope 0 instead of infinity: where what follows multiplies it by 0 anyhow."""
    return jnp.where(x <= 0, 0, jnp.sqrt(jnp.where(x <= 0, 1, x)))


def extreme_eigenpairs(product: Callable, size: int, k: int, which: str = "LA", seed: int = 0):
    """k eigenpairs of a symmetric matrix A, given only v -> A v.

    which: "LA" largest, "SA" smallest (algebraic), "LM" largest in absolute value.
    Returns (eigenvalues (k,) in descending order, eigenvectors (size, k)), as NumPy arrays; NaN if A v is not finite.
    Method: Lanczos with full re-orthogonalization (ARPACK, Lehoucq et al., 1998), about 20 to 200 products where the
    eigenvalues asked for stand apart. Where they crowd, as many small ones do near 0, a few thousand, and they are
    right to about 1e-5 of the largest |eigenvalue|; a repeated one may then be found too few times. RuntimeError if
    that does not converge either. ARPACK needs k < size, so a small matrix is built column by column instead.
    """
    if which not in ("LA", "SA", "LM"):
        raise ValueError(
            f'which = {which!r}: choose "LA" (largest), "SA" (smallest) or "LM" (largest in absolute value)'
        )
    if not 1 <= k <= size:
        raise ValueError(
            f"k = {k} eigenvalues asked of a {size} x {size} matrix: choose 1 <= k <= {size}"
        )
    start = np.random.default_rng(seed).normal(size=size)  # ARPACK's own start is random: fix it
    image = np.asarray(product(start))
    if not np.all(np.isfinite(image)):  # ARPACK and LAPACK would raise: a divergence is a result
        eigenvalues, vectors = np.full(k, np.nan), np.full((size, k), np.nan)
    elif not np.any(image):  # A = 0, where ARPACK has nothing to start from
        eigenvalues, vectors = np.zeros(k), np.eye(size, k)
    elif size <= max(2 * k, 20):
        eigenvalues, vectors = _dense_eigenpairs(product, size, k, which)
    else:
        s = 2.0 ** np.frexp(np.max(np.abs(image)))[1]  # ARPACK takes what is below 1e-27 for zero
        eigenvalues, vectors = _lanczos_eigenpairs(
            lambda v: np.asarray(product(v), float) / s, start, k, which
        )
        eigenvalues = s * eigenvalues
    descending = np.argsort(-eigenvalues)
    return eigenvalues[descending], vectors[:, descending]


def _dense_eigenpairs(product, size, k, which):
    eigenvalues, vectors = np.linalg.eigh(np.stack([product(e) for e in np.eye(size)], axis=1))
    order = {
        "LA": np.argsort(-eigenvalues),
        "SA": np.argsort(eigenvalues),
        "LM": np.argsort(-np.abs(eigenvalues)),
    }
    chosen = order[which][:k]
    return eigenvalues[chosen], vectors[:, chosen]


def _lanczos_eigenpairs(product, start, k, which):
    from scipy.sparse.linalg import (  # here: it is slow to import
        ArpackNoConvergence,
        LinearOperator,
        eigsh,
    )

    def of_shifted(shift, k, which, **settings):
        shifted = lambda v: np.asarray(product(v)) + shift * v
        operator = LinearOperator((start.size, start.size), matvec=shifted, dtype=float)
        return eigsh(operator, k=k, which=which, v0=start, **settings)

    try:
        return of_shifted(0.0, k, which, maxiter=100)  # each eigenvalue to its own last digit
    except (
        ArpackNoConvergence
    ):  # crowded around 0, that asks more of them than the products' rounding leaves
        pass
    try:
        largest = abs(of_shifted(0.0, 1, "LM", tol=0.01)[0][0])
        shift = {"LA": largest, "SA": -largest, "LM": 0.0}[
            which
        ]  # now the tolerance is relative to the largest
        eigenvalues, vectors = of_shifted(
            shift, k, which, tol=1e-5, ncv=min(start.size, 2 * k + 80), maxiter=200
        )
    except ArpackNoConvergence as error:
        message = f"k = {k}, which = {which!r}: these eigenvalues are too close to converge"
        raise RuntimeError(f"{message}; ask for fewer, or take those of the full matrix") from error
    return eigenvalues - shift, vectors
