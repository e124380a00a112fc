"""Flooding: descend to a level, then go up and down about it; and what two such steps amount to.

    flood               |L - b| + b, whose gradient changes sign below the level b
    gradient_penalty    L + c ‖∇L‖²
    descend_ascend      a step down and a step up; ascend_descend: first up, then down
    taylor_pair         both, to second order: a short step against ∇‖g‖²
    two_rate_coefficient    the c at which a pair with two rates is a step on L + c ‖∇L‖²
    effective_step      flooding without its bouncing: along the level, against ∇‖g‖²

g = ∇L(w), and ∇‖g‖² = 2 H g with the Hessian H. A step down is w - ε g, a step up is w + ε g. Each
has its own g, so they do not cancel.
Sources: Ishida et al. (2020) for flooding, J. Su (2020) for the pair of steps.
"""

from collections.abc import Callable

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import PyTree

from optcourse import trees
from optcourse.checks import require, require_positive
from optcourse.curvature import hessian_vector


def flood(loss: Callable, level) -> Callable:
    """The flooded loss: its descent is descent on L above the level b, ascent below.

    L̃ = |L - b| + b          (9.1)
    ∇L̃ = sign(L - b) ∇L      (9.2)   at L = b, where there is none, ∇L

    It is called as `loss` is: loss(w), or loss(w, batch), where each batch has its own L. For a
    loss that is never negative, level 0 is no flooding. ValueError for a level that is not finite.
    """
    require(np.isfinite, "a finite number", level=level)

    def flooded(*arguments):
        L = loss(*arguments)
        return jnp.abs(L - level) + level  # (9.1)

    return flooded


def gradient_penalty(loss: Callable, coefficient) -> Callable:
    """The penalized loss L + c ‖∇L‖², called as `loss` is: loss(w) or loss(w, batch)."""
    value_and_gradient = jax.value_and_grad(loss)

    def penalized(w, *batch):
        L, g = value_and_gradient(w, *batch)
        square = trees.dot(g, g)
        return L + coefficient * square

    return penalized


def descend_ascend(loss, w: PyTree, rate, ascent_rate=None) -> PyTree:
    """Go down with the rate ε₁, then up with ε₂, by the gradient of each place.

    v = w - ε₁ g(w)
    w <- v + ε₂ g(v)         (9.3)

    Without an ascent_rate both are the same.
    """
    if ascent_rate is None:
        ascent_rate = rate
    v = _step_down(loss, w, rate)
    return _step_up(loss, v, ascent_rate)  # (9.3)


def ascend_descend(loss, w: PyTree, rate, ascent_rate=None) -> PyTree:
    """Go up with the rate ε₂, then down with ε₁: `descend_ascend` in the other order.

    The two agree to order ε², and exactly where L is quadratic.
    """
    if ascent_rate is None:
        ascent_rate = rate
    v = _step_up(loss, w, ascent_rate)
    return _step_down(loss, v, rate)


def _step_down(loss, w, rate):
    g = jax.grad(loss)(w)
    return trees.add_scaled(w, -rate, g)


def _step_up(loss, w, rate):
    return _step_down(loss, w, -rate)


def taylor_pair(loss, w: PyTree, rate, ascent_rate=None) -> PyTree:
    """Either pair of steps to second order; what is left out is of order ε³.

    w - (ε₁ - ε₂) g - ½ ε₁ ε₂ ∇‖g‖²

    With equal rates, (9.4): one step of gradient descent on ‖g‖², with the rate ε² / 2.
    """
    if ascent_rate is None:
        ascent_rate = rate
    g = jax.grad(loss)(w)
    half_slope = hessian_vector(loss, w, g)  # ½ ∇‖g‖² = H g
    net = rate - ascent_rate
    both = rate * ascent_rate
    w = trees.add_scaled(w, -net, g)
    return trees.add_scaled(w, -both, half_slope)  # (9.4)


def two_rate_coefficient(rate, ascent_rate):
    """c = ε₁ ε₂ / (2 (ε₁ - ε₂)): what the pair of steps adds to the loss.

    To second order the pair is a step of gradient descent on L + c ‖∇L‖² with the rate ε₁ - ε₂.
    ValueError where ε₂ is not below ε₁: then the pair does not descend.
    """
    check_two_rates(rate, ascent_rate)
    net = rate - ascent_rate
    return rate * ascent_rate / (2 * net)


def check_two_rates(rate, ascent_rate):
    """Raise ValueError unless 0 <= ascent_rate < rate < infinity; traced numbers pass."""
    require_positive(rate=rate)
    if isinstance(rate, jax.core.Tracer):
        return
    below = lambda ascent_rate: (ascent_rate >= 0) & (ascent_rate < rate)
    expected = f"a number >= 0 and below {rate}, the rate of descent"
    require(below, expected, ascent_rate=ascent_rate)


def effective_step(loss, w: PyTree, rate, level) -> PyTree:
    """What flooding does on average in one step: no bouncing, but the same way along the level.

    τ = (L - b) / ‖g‖²                     how far down the gradient the level lies
    w <- w - τ g - ¼ ε² P ∇‖g‖²            within a step of the level, |τ| < ε
    w <- w - sign(τ) ε g                   elsewhere, as flooding does

    P v = v - (gᵀv / ‖g‖²) g stays on the level. N steps, as many down as up, move w by
    -¼ N ε² ∇‖g‖² to second order, in whatever order; and flooding goes down or up as often as keeps
    the loss at b. Where g is zero, w stays.
    """
    L, g = jax.value_and_grad(loss)(w)
    square = trees.dot(g, g)
    square = jnp.where(square > 0, square, 1)
    tau = (L - level) / square
    half_slope = hessian_vector(loss, w, g)  # ½ ∇‖g‖² = H g
    along_g = trees.dot(g, half_slope) / square
    along_level = trees.add_scaled(half_slope, -along_g, g)
    is_near = jnp.abs(tau) < rate
    drift = jnp.where(is_near, rate**2 / 2, 0)
    down = jnp.clip(tau, -rate, rate)
    w = trees.add_scaled(w, -down, g)
    return trees.add_scaled(w, -drift, along_level)
