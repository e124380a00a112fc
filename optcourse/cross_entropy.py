"""Cross-entropy and squared error after a softmax with two free logits: gradients, flow times.

    d = y₂ - y₁           the lead of the wrong class; q = σ(-d) is the probability of the right one
    SURFACES              both losses over (y₁, y₂), as Landscapes
    loss_values           both losses at a lead d
    gradient_norms        how steep they are there
    gradient_ratio        how many times steeper cross-entropy is: cosh²(d / 2), about e^d / 4
    gradient_flow_times   time from one lead to another: about d for one, e^d for the other

The third logit is -1000, as in Hung-yi Lee's lecture: its probability is zero, in float64 too.
"""

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse import losses
from optcourse.landscapes import Landscape
from optcourse.linalg import Scalar

Logits = Float[Array, "2"]  # the two free ones, (y₁, y₂)

THIRD_LOGIT = -1000.0
LABEL = [0]  # the right class is the first


def logits(w: Logits) -> Float[Array, "1 3"]:
    """The logits (y₁, y₂, -1000) of one example, as a row."""
    return jnp.append(w, THIRD_LOGIT)[None]


def cross_entropy(w: Logits) -> Scalar:
    """-ln p₁ at the logits w = (y₁, y₂)."""
    return losses.cross_entropy(logits(w), jnp.array(LABEL))


def mse(w: Logits) -> Scalar:
    """Σ (pᵢ - tᵢ)² at the logits w = (y₁, y₂)."""
    return losses.softmax_mse(logits(w), jnp.array(LABEL))


def _surface(name, loss, equation) -> Landscape:
    return Landscape(
        name,
        loss,
        equation,
        window=((-10.0, 10.0), (-10.0, 10.0)),
        start=np.array([-5.0, 5.0]),
        critical_points=(),
    )


SURFACES = {
    "cross_entropy": _surface("cross-entropy", cross_entropy, r"-\ln p_1"),
    "mse": _surface("MSE after softmax", mse, r"\sum_i (p_i - t_i)^2"),
}


def loss_values(d) -> dict:
    """Both losses where the wrong class leads by d: ln(1 + e^d) and 2 σ(d)²."""
    return {
        "cross_entropy": jax.nn.softplus(d),
        "mse": 2 * jax.nn.sigmoid(d) ** 2,
    }


def gradient_norms(d) -> dict:
    """Norms of both losses' gradients in the logits where the wrong class leads by d = y₂ - y₁.

    cross-entropy   √2 (1 - q)
    squared error   4 √2 q (1 - q)²

    q = σ(-d): the probability of the right class.
    """
    q = jax.nn.sigmoid(-d)
    # 1 - q, which as a difference would round to 0
    wrong = jax.nn.sigmoid(d)
    return {
        "cross_entropy": jnp.sqrt(2.0) * wrong,
        "mse": 4 * jnp.sqrt(2.0) * q * wrong**2,
    }


def gradient_ratio(d):
    """Cross-entropy's gradient norm over squared error's, at a lead d = y₂ - y₁ of the wrong class.

    1 / (4 q (1 - q)) = cosh²(d / 2)     (5.6), with q = σ(-d), the probability of the right class.
    """
    return jnp.cosh(d / 2) ** 2  # (5.6)


def gradient_flow_times(d, end) -> dict:
    """Time of the gradient flow from a lead d down to a lead `end`, for both losses.

    cross-entropy   d' = -2 σ(d)             time ½ [d - e⁻ᵈ]                          (5.8)
    squared error   d' = -8 σ(d)² σ(-d)      time ⅛ [eᵈ + 3 d - 3 e⁻ᵈ - ½ e⁻²ᵈ]        (5.9)

    Each bracket is taken at d, less its value at `end`. Time / η: about the steps of a descent.
    """

    def linear(x):
        return (x - jnp.exp(-x)) / 2  # (5.8)

    def exponential(x):
        bracket = jnp.exp(x) + 3 * x - 3 * jnp.exp(-x) - jnp.exp(-2 * x) / 2
        return bracket / 8  # (5.9)

    return {
        "cross_entropy": linear(d) - linear(end),
        "mse": exponential(d) - exponential(end),
    }
