"""Two classes and a third that plays no part: cross-entropy and squared error after a softmax, seen from the logits.

    d = y₂ - y₁           the lead of the wrong class over the right one; q = σ(-d) is the probability of the right one
    SURFACES              both losses over (y₁, y₂), as Landscapes
    gradient_lengths      how steep they are at a lead d
    gradient_ratio        cosh²(d / 2), about e^d / 4
    flow_times            how long a gradient flow takes from one lead to another: d for one, e^d for the other

The third logit is -1000, as in Hung-yi Lee's lecture: its probability is zero, in float64 too.
"""

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse import losses
from optcourse.landscapes import Landscape

THIRD_LOGIT = -1000.0
LABEL = [0]  # the right class is the first


def logits(w: Float[Array, "2"]) -> Float[Array, "1 3"]:
    """(y₁, y₂, -1000), as one example."""
    return jnp.append(w, THIRD_LOGIT)[None]


def cross_entropy(w: Float[Array, "2"]) -> Float[Array, ""]:
    """-ln p₁ at the logits w = (y₁, y₂)."""
    return losses.cross_entropy(logits(w), jnp.array(LABEL))


def mse(w: Float[Array, "2"]) -> Float[Array, ""]:
    """Σ (ŷᵢ - pᵢ)² at the logits w = (y₁, y₂)."""
    return losses.softmax_mse(logits(w), jnp.array(LABEL))


_PLANE = (
    ((-10.0, 10.0), (-10.0, 10.0)),
    np.array([-5.0, 5.0]),
    (),
)  # window, start, no critical points
SURFACES = {
    "cross_entropy": Landscape("cross-entropy", cross_entropy, r"-\ln p_1", *_PLANE),
    "mse": Landscape("MSE after softmax", mse, r"\sum_i (\hat y_i - p_i)^2", *_PLANE),
}


def loss_values(d) -> dict:
    """Both losses at a lead d: ln(1 + e^d) and 2 σ(d)²."""
    return {"cross_entropy": jax.nn.softplus(d), "mse": 2 * jax.nn.sigmoid(d) ** 2}


def gradient_norms(d) -> dict:
    """Length of both gradients at a lead d, with q = σ(-d) the probability of the right class.

    cross-entropy   √2 (1 - q)
    squared error   4 √2 q (1 - q)²     (5.8)
    """
    q, rest = (
        jax.nn.sigmoid(-d),
        jax.nn.sigmoid(d),
    )  # rest = 1 - q, which as a difference would round to 0
    return {"cross_entropy": jnp.sqrt(2.0) * rest, "mse": 4 * jnp.sqrt(2.0) * q * rest**2}  # (5.8)


def gradient_ratio(d):
    """How many times longer the gradient of cross-entropy is: 1 / (4 q (1 - q)) = cosh²(d / 2)."""
    return jnp.cosh(d / 2) ** 2  # (5.9)


def gradient_flow_times(d, end) -> dict:
    """Time of the gradient flow from a lead d down to a lead `end`; divided by η, about the steps of gradient descent.

    cross-entropy   d' = -2 σ(d)             time ½ [d - e⁻ᵈ]                          (5.10)
    squared error   d' = -8 σ(d)² σ(-d)      time ⅛ [eᵈ + 3 d - 3 e⁻ᵈ - ½ e⁻²ᵈ]        (5.11)

    Each bracket is taken at d, less its value at `end`.
    """
    linear = lambda x: (x - jnp.exp(-x)) / 2  # (5.10)
    exponential = lambda x: (
        (jnp.exp(x) + 3 * x - 3 * jnp.exp(-x) - jnp.exp(-2 * x) / 2) / 8
    )  # (5.11)
    return {"cross_entropy": linear(d) - linear(end), "mse": exponential(d) - exponential(end)}
