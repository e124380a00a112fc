"""The Gaussian N(μ, σ²) in four parametrizations: KL divergence, Fisher matrix, natural gradient.

    w = (μ, u),   u one of    variance σ²    deviation σ    precision 1/σ²    log-deviation log σ
    F = diag(1/σ², c),   c =  1/(2σ⁴)        2/σ²           σ⁴/2              2

`Coordinates` turn w into (μ, σ) and back, and know F. On them rest

    log_density, kl, kl_loss               log p_w(z), KL(w0 ‖ w1), KL(target ‖ model)
    natural_direction, natural_gradient    F⁻¹ g, and descent along it (6.5)
    gradient_flow                          the curve that small steps approach (6.6)

Where a step of a run leaves the family (σ² <= 0), everything after it is NaN. Source: Amari (1998).
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float

from optcourse.fisher import gaussian_kl
from optcourse.optimizers.base import Optimizer, as_schedule, gradient_and_info
from optcourse.programs import jit_call

Vector = Float[Array, "2"]
Matrix = Float[Array, "2 2"]


class Coordinates(NamedTuple):
    """A parametrization w = (μ, u) of the Gaussians; symbol is that of u.

    from_mean_std(mean, std) -> w (2,); to_mean_std(w) -> (mean, std); fisher(w) -> F (2, 2).
    """

    symbol: str
    from_mean_std: Callable
    to_mean_std: Callable
    fisher: Callable


def _make_coordinates(symbol, from_std, to_std, fisher_entry) -> Coordinates:
    """Coordinates (μ, u): u = from_std(σ), σ = to_std(u), and fisher_entry(σ) is F's for u."""

    def from_mean_std(mean, std) -> Vector:
        mean = jnp.asarray(mean, float)
        u = from_std(jnp.asarray(std, float))
        return jnp.stack([mean, u])

    def to_mean_std(w):
        mean, u = w[0], w[1]
        return mean, to_std(u)

    def fisher(w) -> Matrix:
        std = to_std(w[1])
        entries = [1 / std**2, fisher_entry(std)]
        return jnp.diag(jnp.stack(entries))

    return Coordinates(symbol, from_mean_std, to_mean_std, fisher)


def _nan_unless_positive(std) -> Array:
    return jnp.where(std > 0, std, jnp.nan)


ALL = {
    "variance": _make_coordinates(
        "σ²",
        from_std=jnp.square,
        to_std=jnp.sqrt,
        fisher_entry=lambda std: 1 / (2 * std**4),
    ),
    "deviation": _make_coordinates(
        "σ",
        from_std=lambda std: std,
        to_std=_nan_unless_positive,
        fisher_entry=lambda std: 2 / std**2,
    ),
    "precision": _make_coordinates(
        "1/σ²",
        from_std=lambda std: std**-2,
        to_std=lambda u: 1 / jnp.sqrt(u),
        fisher_entry=lambda std: std**4 / 2,
    ),
    "log-deviation": _make_coordinates(
        "log σ",
        from_std=jnp.log,
        to_std=jnp.exp,
        fisher_entry=lambda std: 2.0 + 0 * std,
    ),
}

POWERS = {"variance": 2.0, "deviation": 1.0, "precision": -2.0, "log-deviation": 0.0}


def power_coordinates(p) -> Coordinates:
    """The coordinates u = σᵖ, or log σ for p = 0: those of POWERS as one family; p may be traced.

    Then c = 2 / (p² σ²ᵖ) in F, and 2 for p = 0.
    """
    log = jnp.equal(p, 0)
    # Each formula sees only the numbers meant for it.
    safe = jnp.where(log, 1.0, p)

    def from_std(std):
        return jnp.where(log, jnp.log(std), std**safe)

    def to_std(u):
        base = jnp.where(log, 1.0, _nan_unless_positive(u))
        exponent = jnp.where(log, u, 0.0)
        return jnp.where(log, jnp.exp(exponent), base ** (1 / safe))

    def fisher_entry(std):
        divisor = safe**2 * std ** (2 * safe)
        return jnp.where(log, 2.0, 2 / divisor)

    return _make_coordinates("σᵖ", from_std, to_std, fisher_entry)


def affine_coordinates(
    coordinates: Coordinates,
    matrix: Matrix,
    shift: Vector,
) -> Coordinates:
    """Affine coordinates v, w = matrix v + shift. Their F is Aᵀ F A with A = matrix     (6.6)."""

    def to_w(v):
        return matrix @ v + shift

    def from_mean_std(mean, std):
        w = coordinates.from_mean_std(mean, std)
        return jnp.linalg.solve(matrix, w - shift)

    def to_mean_std(v):
        return coordinates.to_mean_std(to_w(v))

    def fisher(v):
        F = coordinates.fisher(to_w(v))
        return matrix.T @ F @ matrix  # (6.6)

    symbol = f"affine in {coordinates.symbol}"
    return Coordinates(symbol, from_mean_std, to_mean_std, fisher)


# Divergences


def log_density(coordinates: Coordinates, w: Vector, z) -> Array:
    """log p_w(z) = -½ ((z - μ) / σ)² - log σ - ½ log 2π."""
    mean, std = coordinates.to_mean_std(w)
    standard = (z - mean) / std
    constant = jnp.log(2 * jnp.pi) / 2
    exponent = -(standard**2) / 2
    return exponent - jnp.log(std) - constant


def kl(coordinates: Coordinates, w0: Vector, w1: Vector) -> Float[Array, ""]:
    """KL(p_w0 ‖ p_w1), in nats."""
    mean0, std0 = coordinates.to_mean_std(w0)
    mean1, std1 = coordinates.to_mean_std(w1)
    return gaussian_kl(mean0, std0, mean1, std1)


def kl_loss(coordinates: Coordinates, mean, std) -> Callable:
    """The loss w -> KL(N(mean, std²) ‖ p_w), the target first.

    It is the negative mean log-likelihood under the target, less the target's entropy.
    """

    def loss(w):
        model_mean, model_std = coordinates.to_mean_std(w)
        return gaussian_kl(mean, std, model_mean, model_std)

    return loss


# Descent


def natural_direction(coordinates: Coordinates, w: Vector, g: Vector) -> Vector:
    """The natural gradient direction F⁻¹ g."""
    F = coordinates.fisher(w)
    return jnp.linalg.solve(F, g)


def natural_gradient(coordinates: Coordinates, learning_rate) -> Optimizer:
    """Natural gradient descent with the exact Fisher matrix of these coordinates.

    w <- w - η F⁻¹ g        (6.5)

    learning_rate: a number, or a schedule t -> number.
    """
    rate = as_schedule(learning_rate)

    def init(w):
        return jnp.zeros((), int)

    def step(loss, w, t):
        g, info = gradient_and_info(loss, w)
        d = natural_direction(coordinates, w, g)
        w = w - rate(t) * d  # (6.5)
        return w, t + 1, info

    return Optimizer(init, step)


def gradient_flow(
    coordinates: Coordinates,
    loss,
    w: Vector,
    time,
    steps: int,
    natural=True,
) -> Float[Array, "rows 2"]:
    """Natural gradient flow dw/dt = -F⁻¹ g, or -g if not `natural`.

    At steps + 1 times from 0 to `time`, by Runge and Kutta's method of order 4, whose error shrinks
    like (time / steps)⁴.
    """
    h = time / steps

    def velocity(w):
        g = jax.grad(loss)(w)
        if natural:
            return -natural_direction(coordinates, w, g)
        return -g

    def step(w, _):
        k1 = velocity(w)
        k2 = velocity(w + h / 2 * k1)
        k3 = velocity(w + h / 2 * k2)
        k4 = velocity(w + h * k3)
        slopes = k1 + 2 * k2 + 2 * k3 + k4
        return w + h / 6 * slopes, w

    scan = partial(jax.lax.scan, step, length=steps)
    end, path = jit_call(scan, jnp.asarray(w, float))
    return jnp.vstack([path, end])
