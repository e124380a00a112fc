"""Linear algebra: rotations, forms, singular values, and extreme eigenpairs from products alone."""

from collections.abc import Callable

import jax.numpy as jnp
import numpy as np
from jax import lax
from jax.scipy.special import entr
from jaxtyping import Array, Float

from optcourse.checks import require_positive

Scalar = Float[Array, ""]
Vector = Float[Array, " n"]
Matrix = Float[Array, "n n"]
AnyMatrix = Float[Array | np.ndarray, "rows columns"]

# what to sort eigenvalues by, in ascending order
ORDERS = {
    "LA": lambda eigenvalues: -eigenvalues,
    "SA": lambda eigenvalues: eigenvalues,
    "LM": lambda eigenvalues: -np.abs(eigenvalues),
}


def rotation(angle) -> Float[Array, "2 2"]:
    """The matrix [[cos, -sin], [sin, cos]]: a turn by `angle` radians, counter-clockwise."""
    c = jnp.cos(angle)
    s = jnp.sin(angle)
    return jnp.array([[c, -s], [s, c]])


def quadratic_form(H: Matrix, v: Vector) -> Scalar:
    """The quadratic form vᵀ H v."""
    return v @ H @ v


def safe_sqrt(x) -> Array:
    """√x; for x <= 0 its value and its gradient are 0, where those of √x are NaN or infinite.

    For a root that is multiplied by 0 anyhow where x <= 0: there infinity times 0 would be NaN.
    """
    zero = x <= 0
    root = jnp.sqrt(jnp.where(zero, 1, x))
    return jnp.where(zero, 0, root)


def schatten_norm(A: AnyMatrix, p) -> Scalar:
    """(Σ σ_r^p)^(1/p): the nuclear norm for p = 1, Frobenius' for 2; for p < 1 a quasi-norm."""
    require_positive(p=p)
    sigma = jnp.linalg.svd(A, compute_uv=False)
    return jnp.sum(sigma**p) ** (1 / p)


def effective_rank(A: AnyMatrix) -> Scalar:
    """exp(-Σ p_r log p_r), p_r = σ_r / Σ σ (10.6): the rank if its σ are equal.

    NaN for the zero matrix. Source: Roy and Vetterli (2007).
    """
    return entropy_rank(jnp.linalg.svd(A, compute_uv=False))


def entropy_rank(sigma) -> Scalar:
    """The effective rank of a matrix with these singular values."""
    p = sigma / jnp.sum(sigma)
    entropy = jnp.sum(entr(p))
    return jnp.exp(entropy)  # (10.6)


def jacobi_singular_values(A: AnyMatrix, sweeps: int = 8) -> Float[Array, " columns"]:
    """The singular values in descending order, one a column, by rotations of pairs of columns.

    A rotation by θ, tan 2θ = 2 a·b / (‖a‖² - ‖b‖²), makes the columns a and b orthogonal. Once all
    are, their lengths are the singular values. A sweep is one rotation of each pair; 8 of them are
    enough for some tens of columns. One-sided Jacobi (Hestenes, 1958): nothing but arithmetic, so
    it compiles where no LAPACK is.
    """
    columns = A.shape[1]
    half = (columns + 1) // 2
    A = jnp.pad(A, ((0, 0), (0, 2 * half - columns)))

    def rotate(A, _):
        a, b = A[:, :half], A[:, half:]
        overlap = 2 * jnp.sum(a * b, axis=0)
        difference = jnp.sum(a**2 - b**2, axis=0)
        sign = jnp.where(difference < 0, -1, 1)  # θ at most π/4, so that it converges
        angle = jnp.arctan2(sign * overlap, jnp.abs(difference)) / 2
        c, s = jnp.cos(angle), jnp.sin(angle)
        rotated = jnp.concatenate([c * a + s * b, c * b - s * a], axis=1)
        return rotated[:, _next_pairs(half)], None

    rotations = sweeps * max(2 * half - 1, 1)
    A, _ = lax.scan(rotate, A, None, length=rotations)
    lengths = jnp.sqrt(jnp.sum(A**2, axis=0))
    return -jnp.sort(-lengths)[:columns]


def _next_pairs(half):
    """Where each column comes from, so that in 2 half - 1 turns every two of them have met.

    Column k stands opposite half + k. The first stays, the others go around, as in a tournament.
    """
    around = [*range(1, half), *range(2 * half - 1, half - 1, -1)]
    source = np.arange(2 * half)
    source[around] = np.roll(around, 1)
    return source


def extreme_eigenpairs(
    product: Callable,
    size: int,
    k: int,
    which: str = "LA",
    seed: int = 0,
):
    """k eigenpairs of a symmetric matrix A, given only v -> A v.

    which: "LA" largest, "SA" smallest (algebraic), "LM" largest in absolute value.
    Returns (eigenvalues (k,) in descending order, eigenvectors (size, k)), as NumPy arrays; NaN if
    A v is not finite.

    Method: Lanczos with full re-orthogonalization (ARPACK, Lehoucq et al., 1998), about 20 to 200
    products where these eigenvalues are well separated. Where they cluster, as many small ones do
    near 0, a few thousand, and they are right to about 1e-5 of the largest |eigenvalue|; a repeated
    one may then be found too few times. RuntimeError if that does not converge either. ARPACK needs
    k < size, so a small matrix is built column by column instead.
    """
    _check_request(size, k, which)
    # ARPACK's own start is random: fix it
    start = np.random.default_rng(seed).normal(size=size)
    image = np.asarray(product(start))
    if not np.all(np.isfinite(image)):
        # ARPACK and LAPACK would raise, but a divergence is a result
        eigenvalues = np.full(k, np.nan)
        vectors = np.full((size, k), np.nan)
    elif not np.any(image):
        # A = 0, where ARPACK has nothing to start from
        eigenvalues = np.zeros(k)
        vectors = np.eye(size, k)
    elif size <= max(2 * k, 20):
        eigenvalues, vectors = _dense_eigenpairs(product, size, k, which)
    else:
        # ARPACK takes what is below 1e-27 for zero: give it numbers around 1
        largest = np.max(np.abs(image))
        _, exponent = np.frexp(largest)
        s = 2.0**exponent
        in_units = lambda v: np.asarray(product(v), float) / s
        eigenvalues, vectors = _lanczos_eigenpairs(in_units, start, k, which)
        eigenvalues = s * eigenvalues
    descending = np.argsort(-eigenvalues)
    return eigenvalues[descending], vectors[:, descending]


def _check_request(size, k, which):
    if which not in ORDERS:
        choices = '"LA" (largest), "SA" (smallest) or "LM" (largest in absolute value)'
        raise ValueError(f"which = {which!r}: choose {choices}")
    if not 1 <= k <= size:
        matrix = f"a {size} x {size} matrix"
        raise ValueError(f"k = {k} eigenvalues asked of {matrix}: choose 1 <= k <= {size}")


def _dense_eigenpairs(product, size, k, which):
    columns = [product(e) for e in np.eye(size)]
    A = np.stack(columns, axis=1)
    eigenvalues, vectors = np.linalg.eigh(A)
    keys = ORDERS[which](eigenvalues)
    first = np.argsort(keys)[:k]
    return eigenvalues[first], vectors[:, first]


def _lanczos_eigenpairs(product, start, k, which):
    # imported here, because it is slow to import
    from scipy.sparse.linalg import ArpackNoConvergence, LinearOperator, eigsh

    def solve_shifted(shift, k, which, **settings):
        shifted = lambda v: np.asarray(product(v)) + shift * v
        shape = (start.size, start.size)
        operator = LinearOperator(shape, matvec=shifted, dtype=float)
        return eigsh(operator, k=k, which=which, v0=start, **settings)

    try:
        # each eigenvalue to its own last digit
        return solve_shifted(0.0, k, which, maxiter=100)
    except ArpackNoConvergence:
        # crowded around 0, this asks more of them than the products' rounding leaves
        pass
    try:
        (largest,), _ = solve_shifted(0.0, 1, "LM", tol=0.01)
        # far from 0 the tolerance is relative to the largest
        shifts = {
            "LA": abs(largest),
            "SA": -abs(largest),
            "LM": 0.0,
        }
        shift = shifts[which]
        ncv = min(start.size, 2 * k + 80)
        eigenvalues, vectors = solve_shifted(
            shift,
            k,
            which,
            tol=1e-5,
            ncv=ncv,
            maxiter=200,
        )
    except ArpackNoConvergence as error:
        problem = f"k = {k}, which = {which!r}: these eigenvalues are too close to converge"
        remedy = "ask for fewer, or take those of the full matrix"
        raise RuntimeError(f"{problem}; {remedy}") from error
    return eigenvalues - shift, vectors
