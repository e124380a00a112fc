"""Muon: a step that is equally long in all singular directions of a weight matrix (Jordan et al., 2024).

Where the running mean of a matrix's gradient is U Σ Vᵀ, the step goes along U Vᵀ. Newton and Schulz's iteration finds
that by products of matrices alone.
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

NEWTON_SCHULZ = (
    3.4445,
    -4.7750,
    2.0315,
)  # pushes singular values in (0, 1] towards 1, each by at most 3.4445 times


class MuonState(NamedTuple):
    """The running mean of the matrices' gradients, and Adam's moments of all other leaves; empty arrays elsewhere."""

    m: PyTree
    adam: Moments


def muon(learning_rate, beta=0.95, b1=0.9, b2=0.999, eps=1e-8) -> Optimizer:
    """Orthogonalize the momentum of every matrix; vectors, numbers and filters take Adam's step instead.

    m <- β m + (1 - β) g
    W <- W - η √max(1, outputs / inputs) orthogonal(m)        (4.17)   W (inputs, outputs)
    b <- b - η m̂ / (√v̂ + eps)                                 with Adam's b1 and b2, for what is not a matrix

    Jordan's code also looks ahead as Nesterov does; this is the method without it.
    """
    rate = as_schedule(learning_rate)
    require_in_range(beta=beta, b1=b1, b2=b2, upper=1)
    require_in_range(eps=eps)

    def init(w):
        return MuonState(
            trees.zeros_like(_select(w, matrices=True)), zero_moments(_select(w, matrices=False))
        )

    def step(loss, w, state):
        g, info = gradient_and_info(loss, w)
        others, (m, v, t) = clip_for_squaring(_select(g, matrices=False)), state.adam
        m, v = ema(b1, m, others), ema(b2, v, square(others))
        for_others = rms_normalized(bias_corrected(b1, m, t), bias_corrected(b2, v, t), eps)
        average = ema(beta, state.m, _select(g, matrices=True))
        move = jax.tree.map(
            lambda a, b: _matrix_update(a, eps) if a.ndim == 2 else b, average, for_others
        )
        w = trees.add_scaled(w, -rate(t), move)
        return w, MuonState(average, Moments(m, v, t + 1)), info

    return Optimizer(init, step)


def orthogonalize(
    m: Float[Array, "inputs outputs"], iterations: int = 5, eps=1e-8
) -> Float[Array, "inputs outputs"]:
    """About U Vᵀ, where m = U Σ Vᵀ: singular values above about ‖m‖ / 100 become numbers between 0.68 and 1.2.

    Five iterations make a smaller one at most 3.4445⁵ ≈ 480 times as large a share of ‖m‖, and zero stays zero.

    X <- a X + (b A + c A²) X,  A = X Xᵀ,  from X = m / (‖m‖ + eps): each singular value s becomes a s + b s³ + c s⁵.
    """
    a, b, c = NEWTON_SCHULZ
    size = trees.norm(m) + eps
    X = m / jnp.where(size == 0, 1, size)
    X = X.T if m.shape[0] > m.shape[1] else X  # the same either way, and A is smaller
    for _ in range(iterations):
        A = X @ X.T
        X = a * X + (b * A + c * A @ A) @ X
    return X.T if m.shape[0] > m.shape[1] else X


def _matrix_update(m, eps):
    return max(1, m.shape[1] / m.shape[0]) ** 0.5 * orthogonalize(m, eps=eps)  # (4.17)


def _select(w, matrices: bool):
    """w with every other leaf made empty: a tree of the same structure that holds nothing for them."""
    return jax.tree.map(
        lambda a: a if (jnp.ndim(a) == 2) == matrices else jnp.zeros(0, jnp.result_type(a)), w
    )
