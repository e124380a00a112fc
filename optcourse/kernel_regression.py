"""What a kernel learns from n examples: the prediction, and the way there.

    regression          k (K + λ I)⁻¹ y
    gradient_flow       the outputs at any time on the way of least squares to it
    gradient_descent    and at every step

K (n, n) is the kernel of the examples with each other, k (m, n) that of m other inputs with them.
An infinitely wide network that is trained by gradient descent on squared loss goes this way, with
the kernel `kernels.ntk` (Jacot, Gabriel and Hongler, 2018).
"""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float

from optcourse.checks import require_nonnegative

Matrix = Float[Array, "m n"]
Square = Float[Array, "n n"]


class Path(NamedTuple):
    """The outputs on the way, rows over times: at the n training inputs and at m others."""

    train: Float[Array, "t n *c"]
    test: Float[Array, "t m *c"]


def regression(k: Matrix, K: Square, targets, ridge=0.0) -> Float[Array, "m *c"]:
    """k (K + λ I)⁻¹ y, what the kernel predicts where it has the rows k (m, n) with the examples.

    Without a ridge it is the end of training (11.4), if that starts at zero. K (n, n): the
    examples' own kernel; targets y: (n,), or (n, c); ridge: λ >= 0. NaN where K is not positive
    definite: a ridge makes it so.
    """
    require_nonnegative(ridge=ridge)
    penalized = K + ridge * jnp.eye(len(K), dtype=K.dtype)
    factor = jax.scipy.linalg.cho_factor(penalized)
    return k @ jax.scipy.linalg.cho_solve(factor, targets)


def gradient_flow(k: Matrix, K: Square, targets, times, start=None) -> Path:
    """Outputs at these times on the flow of ½ ‖u - y‖², u' = -K (u - y), f' = -k (u - y) (11.3).

    start: (u, f) before training, zeros by default. From there f goes to f + k K⁻¹ (y - u) (11.4),
    which is `regression` where it starts at zero.
    """
    u, f = _start(k, targets, start)
    eigenvalues, Q = jnp.linalg.eigh(K)
    times = jnp.asarray(times, K.dtype)[:, None]
    # (1 - exp(-λ t)) / λ, which is t where λ = 0
    is_zero = eigenvalues == 0
    share = -jnp.expm1(-eigenvalues * times)
    slowed = share / jnp.where(is_zero, 1, eigenvalues)
    slowed = jnp.where(is_zero, times, slowed)
    residual = Q.T @ (targets - u)
    coefficients = jnp.einsum("ij,tj,j...->ti...", Q, slowed, residual)
    along = partial(jnp.einsum, "mn,tn...->tm...")
    return Path(u + along(K, coefficients), f + along(k, coefficients))


def gradient_descent(k: Matrix, K: Square, targets, learning_rate, steps) -> Path:
    """Outputs before each of `steps` steps and after the last: (u, f) <- (u, f) - η (K, k) (u - y).

    From zero, on ½ ‖u - y‖². Where the network starts at (u, f), that is added to the path of the
    targets y - u. It diverges where η > 2 / λ_max.
    """

    def step(coefficients, _):
        residual = targets - K @ coefficients  # (11.3), as coefficients of K and k
        return coefficients + learning_rate * residual, coefficients

    first = jnp.zeros_like(targets)
    _, coefficients = jax.lax.scan(step, first, length=steps + 1)
    along = partial(jnp.einsum, "mn,tn...->tm...")
    return Path(along(K, coefficients), along(k, coefficients))


def _start(k, targets, start):
    if start is not None:
        return start
    shape = len(k), *targets.shape[1:]
    others = jnp.zeros(shape, targets.dtype)
    return jnp.zeros_like(targets), others
