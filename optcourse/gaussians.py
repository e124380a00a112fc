"""The Gaussian N(μ, σ²) in four coordinates: one family of distributions, four planes of parameters.

    w = (μ, u),   u one of    variance σ²      deviation σ    precision 1/σ²    log-deviation log σ
    F = diag(1/σ², c),   c =  1/(2σ⁴)          2/σ²           σ⁴/2              2                      (6.11)

`Coordinates` know the way to (μ, σ) and back, and F. On them rest

    loss_to, divergence, log_density        KL(target ‖ model), KL(w0 ‖ w1), log p_w(z)
    steepest, natural_gradient, flow        F⁻¹ g; descent along it (6.9); the curve that small steps approach (6.10)
    euclidean_step, divergence_step         the steepest step of a given length, and of a given divergence (6.2)
    equally_far, ellipse                    where KL(w ‖ w + d) = ε, and where ½ dᵀ F d = ε (6.8)

Where a step of a run leaves the family (σ² <= 0), everything after it is NaN. Source: Amari (1998).
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float

from optcourse import trees
from optcourse.fisher import gaussian_kl
from optcourse.optimizers.base import Optimizer, as_schedule, gradient_and_info
from optcourse.programs import jit_call, jit_per_function

Vector = Float[Array, "2"]


class Coordinates(NamedTuple):
    """symbol of u; point(mean, std) -> w (2,); gaussian(w) -> (mean, std); fisher(w) -> F (2, 2)."""

    symbol: str
    point: Callable
    gaussian: Callable
    fisher: Callable


def _make_coordinates(symbol, scale, deviation, entry) -> Coordinates:
    """Coordinates (μ, u): u = scale(σ), σ = deviation(u), and entry(σ) is the Fisher matrix's for u."""

    def point(mean, std) -> Vector:
        return jnp.stack([jnp.asarray(mean, float), scale(jnp.asarray(std, float))])

    def gaussian(w):
        return w[0], deviation(w[1])

    def fisher(w) -> Float[Array, "2 2"]:
        std = deviation(w[1])
        return jnp.diag(jnp.stack([1 / std**2, entry(std)]))  # (6.11)

    return Coordinates(symbol, point, gaussian, fisher)


def _nan_unless_positive(std) -> Array:
    return jnp.where(std > 0, std, jnp.nan)


ALL = {
    "variance": _make_coordinates("σ²", jnp.square, jnp.sqrt, lambda std: 1 / (2 * std**4)),
    "deviation": _make_coordinates(
        "σ", lambda std: std, _nan_unless_positive, lambda std: 2 / std**2
    ),
    "precision": _make_coordinates(
        "1/σ²", lambda std: std**-2, lambda u: 1 / jnp.sqrt(u), lambda std: std**4 / 2
    ),
    "log-deviation": _make_coordinates("log σ", jnp.log, jnp.exp, lambda std: 2.0 + 0 * std),
}


POWERS = {"variance": 2.0, "deviation": 1.0, "precision": -2.0, "log-deviation": 0.0}


def power_coordinates(p) -> Coordinates:
    """The coordinates u = σᵖ, or log σ for p = 0: those of POWERS as one family, whose number p may be traced.

    Then c = 2 / (p² σ²ᵖ) in F, and 2 for p = 0     (6.11).
    """
    log = jnp.equal(p, 0)
    safe = jnp.where(log, 1.0, p)

    def scale(std):
        return jnp.where(log, jnp.log(std), std**safe)

    def deviation(u):
        root = jnp.where(log, 1.0, _nan_unless_positive(u)) ** (
            1 / safe
        )  # each formula sees only the numbers meant for it
        return jnp.where(log, jnp.exp(jnp.where(log, u, 0.0)), root)

    return _make_coordinates(
        "σᵖ", scale, deviation, lambda std: jnp.where(log, 2.0, 2 / (safe**2 * std ** (2 * safe)))
    )


def affine_coordinates(
    coordinates: Coordinates, matrix: Float[Array, "2 2"], shift: Vector
) -> Coordinates:
    """The coordinates v with w = matrix v + shift. Their F is Jᵀ F J with J = matrix     (6.10)."""
    there = lambda v: matrix @ v + shift
    point = lambda mean, std: jnp.linalg.solve(matrix, coordinates.point(mean, std) - shift)
    fisher = lambda v: matrix.T @ coordinates.fisher(there(v)) @ matrix  # (6.10)
    return Coordinates(
        f"affine in {coordinates.symbol}", point, lambda v: coordinates.gaussian(there(v)), fisher
    )


# Divergences


def log_density(coordinates: Coordinates, w: Vector, z) -> Array:
    """log p_w(z) = -½ ((z - μ) / σ)² - log σ - ½ log 2π."""
    mean, std = coordinates.gaussian(w)
    return -(((z - mean) / std) ** 2) / 2 - jnp.log(std) - jnp.log(2 * jnp.pi) / 2


def kl(coordinates: Coordinates, w0: Vector, w1: Vector) -> Float[Array, ""]:
    """KL(p_w0 ‖ p_w1)     (6.4), in nats."""
    return gaussian_kl(*coordinates.gaussian(w0), *coordinates.gaussian(w1))


def kl_loss(coordinates: Coordinates, mean, std) -> Callable:
    """The loss w -> KL(N(mean, std²) ‖ p_w): the negative mean log-likelihood under the target, less its entropy."""
    return lambda w: gaussian_kl(mean, std, *coordinates.gaussian(w))


# Descent


def natural_direction(coordinates: Coordinates, w: Vector, g: Vector) -> Vector:
    """The natural gradient F⁻¹ g."""
    return jnp.linalg.solve(coordinates.fisher(w), g)


def natural_gradient(coordinates: Coordinates, learning_rate) -> Optimizer:
    """Divide the gradient by the Fisher matrix of these coordinates.

    w <- w - η F⁻¹ g        (6.9)

    learning_rate: a number, or a schedule t -> number.
    """
    rate = as_schedule(learning_rate)

    def init(w):
        return jnp.zeros((), int)

    def step(loss, w, t):
        g, info = gradient_and_info(loss, w)
        w = w - rate(t) * natural_direction(coordinates, w, g)  # (6.9)
        return w, t + 1, info

    return Optimizer(init, step)


def gradient_flow(
    coordinates: Coordinates, loss, w: Vector, time, steps: int, natural=True
) -> Float[Array, "rows 2"]:
    """The solution of dw/dt = -F⁻¹ g, or -g if not `natural`, at steps + 1 even times from 0 to `time`.

    By Runge and Kutta's method of order 4, whose error shrinks like (time / steps)⁴.
    """
    h = time / steps

    def velocity(w):
        g = jax.grad(loss)(w)
        return -natural_direction(coordinates, w, g) if natural else -g

    def step(w, _):
        k1 = velocity(w)
        k2 = velocity(w + h / 2 * k1)
        k3 = velocity(w + h / 2 * k2)
        k4 = velocity(w + h * k3)
        return w + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4), w

    end, path = jit_call(partial(jax.lax.scan, step, length=steps), jnp.asarray(w, float))
    return jnp.vstack([path, end])


# The steepest step within a distance


def euclidean_step(g: Vector, radius) -> Vector:
    """The d that minimizes g·d subject to ‖d‖ <= radius: -radius g / ‖g‖     (6.2); NaN where g = 0."""
    g = trees.split_scale(g)[1]
    return -radius * g / jnp.linalg.norm(g)  # (6.2)


@jit_per_function
def kl_step(coordinates: Coordinates, w: Vector, g: Vector, radius) -> Vector:
    """The d that minimizes g·d subject to KL(w ‖ w + d) <= radius     (6.2), with no approximation of the divergence.

    It lies on the edge of that region: the best of 720 points of it, improved by Newton's method.
    """
    ends = _log_ratio_bounds(radius)
    step = lambda angle: (
        coordinates.point(*_kl_contour_point(*coordinates.gaussian(w), radius, ends, angle)) - w
    )
    slope = jax.grad(lambda angle: g @ step(angle))  # (6.2)
    angles = (
        jnp.linspace(-jnp.pi, jnp.pi, 720, endpoint=False) + jnp.pi / 720
    )  # never at 0, where √ has no slope
    best = angles[jnp.argmin(jax.vmap(step)(angles) @ g)]

    def improve(_, angle):
        change = slope(angle) / jax.grad(slope)(angle)
        return angle - jnp.where(jnp.abs(change) < 0.1, change, 0)

    return step(jax.lax.fori_loop(0, 5, improve, best))


@partial(jit_per_function, static_argnames="count")
def kl_contour(
    coordinates: Coordinates, w: Vector, radius, count: int = 200
) -> Float[Array, "count 2"]:
    """The closed curve of all w1 with KL(w ‖ w1) = radius: the same Gaussians in any coordinates."""
    ends, angles = _log_ratio_bounds(radius), jnp.linspace(0, 2 * jnp.pi, count)
    there = lambda angle: coordinates.point(
        *_kl_contour_point(*coordinates.gaussian(w), radius, ends, angle)
    )
    return jax.vmap(there)(angles)


def fisher_ellipse(
    coordinates: Coordinates, w: Vector, radius, count: int = 200
) -> Float[Array, "count 2"]:
    """The closed curve of all w + d with ½ dᵀ F d = radius     (6.8)."""
    angles = jnp.linspace(0, 2 * jnp.pi, count)
    circle = jnp.sqrt(2 * radius) * jnp.stack([jnp.cos(angles), jnp.sin(angles)])
    root = jnp.linalg.cholesky(coordinates.fisher(w))  # F = root rootᵀ
    return w + jnp.linalg.solve(root.T, circle).T


def _exp_remainder(x):
    return jnp.expm1(x) - x


def _log_ratio_bounds(radius):
    """Both roots x of eˣ - 1 - x = 2 radius, by Newton's method from outside, where it goes straight to them.

    It starts at -2 √radius - 2 radius, and at log(1 + 2 radius + 2 √radius), which is above the root because the root,
    log(1 + 2 radius + x), is below 2 √radius: as eˣ - 1 - x >= ½ x² there.
    """
    newton = lambda _, x: x - (_exp_remainder(x) - 2 * radius) / jnp.expm1(x)
    root = jnp.sqrt(jnp.asarray(radius, float))
    outside = jnp.stack([-2 * root - 2 * radius, jnp.log1p(2 * radius + 2 * root)])
    return jax.lax.fori_loop(0, 10, newton, outside)


def _kl_contour_point(mean, std, radius, ends, angle):
    """(μ1, σ1) at an angle on the curve KL(N(mean, std²) ‖ N(μ1, σ1²)) = radius.

    With x = log(σ0²/σ1²) the divergence (6.4) is ½ (eˣ - 1 - x) + ½ eˣ (μ0 - μ1)² / σ0². So x runs from one of the
    ends to the other, and the means follow.
    """
    x = (ends[1] + ends[0]) / 2 + (ends[1] - ends[0]) / 2 * jnp.cos(angle)
    room = jnp.maximum((2 * radius - _exp_remainder(x)) * jnp.exp(-x), 0)
    return mean + jnp.sign(jnp.sin(angle)) * std * jnp.sqrt(room), std * jnp.exp(-x / 2)
