"""Muon: a step of equal length in all singular directions of a matrix (Jordan et al., 2024).

Where the moving average of a matrix's gradient is P S Qᵀ, the step goes along P Qᵀ. The
Newton-Schulz iteration finds that by products of matrices alone.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float, PyTree

from optcourse import trees
from optcourse.optimizers.base import Optimizer, as_schedule, gradient_and_info, require_in_range
from optcourse.optimizers.moments import (
    Moments,
    bias_corrected,
    clip_for_squaring,
    ema,
    rms_normalized,
    square,
    zero_moments,
)

# coefficients that push singular values in (0, 1] towards 1, each by at most 3.4445 times
NEWTON_SCHULZ = (3.4445, -4.7750, 2.0315)


class MuonState(NamedTuple):
    """m: the moving average of the matrices' gradients; adam: the moments of all other leaves.

    Each is shaped like w, with empty arrays in place of the leaves that belong to the other.
    """

    m: PyTree
    adam: Moments


def muon(learning_rate, beta=0.95, b1=0.9, b2=0.999, eps=1e-8) -> Optimizer:
    """Orthogonalize the momentum of every matrix; vectors, numbers and filters take Adam's step.

    m <- β m + (1 - β) g
    W <- W - η √max(1, outputs / inputs) orthogonalize(m)     (4.10)   W (inputs, outputs)
    b <- b - η m̂ / (√v̂ + eps)                                 Adam's b1 and b2, where no matrix

    Jordan's code also looks ahead as Nesterov does; this is the method without it.
    """
    rate = as_schedule(learning_rate)
    require_in_range(beta=beta, b1=b1, b2=b2, upper=1)
    require_in_range(eps=eps)

    def init(w):
        matrices = _select(w, keep_matrices=True)
        others = _select(w, keep_matrices=False)
        return MuonState(trees.zeros_like(matrices), zero_moments(others))

    def step(loss, w, state):
        g, info = gradient_and_info(loss, w)
        t = state.adam.t
        others = clip_for_squaring(_select(g, keep_matrices=False))
        m = ema(b1, state.adam.m, others)
        v = ema(b2, state.adam.v, square(others))
        m_hat = bias_corrected(b1, m, t)
        v_hat = bias_corrected(b2, v, t)
        adam = rms_normalized(m_hat, v_hat, eps)
        average = ema(beta, state.m, _select(g, keep_matrices=True))
        update = lambda a, b: _matrix_update(a, eps) if a.ndim == 2 else b
        direction = jax.tree.map(update, average, adam)
        w = trees.add_scaled(w, -rate(t), direction)
        return w, MuonState(average, Moments(m, v, t + 1)), info

    return Optimizer(init, step)


def orthogonalize(
    m: Float[Array, "inputs outputs"], iterations: int = 5, eps=1e-8
) -> Float[Array, "inputs outputs"]:
    """Approximate P Qᵀ of m = P S Qᵀ by the Newton-Schulz iteration.

    X <- a X + (b A + c A²) X,  A = X Xᵀ,  from X = m / (‖m‖ + eps)

    Each iteration takes a singular value s to a s + b s³ + c s⁵. Five take those above 0.0015 ‖m‖
    to between 0.68 and 1.21; a smaller one becomes at most 3.4445⁵ ≈ 485 times as large a fraction
    of ‖m‖, and zero stays zero.
    """
    a, b, c = NEWTON_SCHULZ
    size = trees.norm(m) + eps
    X = m / jnp.where(size == 0, 1, size)
    tall = m.shape[0] > m.shape[1]
    X = X.T if tall else X  # the same either way, and A is smaller
    for _ in range(iterations):
        A = X @ X.T
        X = a * X + (b * A + c * A @ A) @ X
    return X.T if tall else X


def _matrix_update(m, eps):
    inputs, outputs = m.shape
    scale = max(1, outputs / inputs) ** 0.5
    return scale * orthogonalize(m, eps=eps)  # (4.10)


def _select(w, keep_matrices: bool):
    """w with its matrices kept and all other leaves made empty arrays, or the other way round."""

    def select(a):
        is_matrix = jnp.ndim(a) == 2
        if is_matrix == keep_matrices:
            return a
        return jnp.zeros(0, jnp.result_type(a))

    return jax.tree.map(select, w)
