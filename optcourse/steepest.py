"""The steepest step within a distance: Euclidean, or a KL divergence of Gaussians.

    euclidean_step    the best d of a given length
    kl_step           the best d of a given divergence
    kl_contour        all w1 with KL(w ‖ w1) = radius

The best d minimizes g·d     (6.1). The divergence is the same in any of `gaussians`' coordinates.
"""

from collections.abc import Callable
from functools import partial

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float

from optcourse import trees
from optcourse.gaussians import Coordinates, Vector
from optcourse.programs import jit_per_function


def euclidean_step(g: Vector, radius) -> Vector:
    """The d that minimizes g·d subject to ‖d‖ <= radius     (6.1): -radius g / ‖g‖, NaN for 0."""
    _, g = trees.split_scale(g)
    return -radius * g / jnp.linalg.norm(g)  # (6.1)


@partial(jit_per_function, static_argnames="count")
def kl_step(
    coordinates: Coordinates,
    w: Vector,
    g: Vector,
    radius,
    count: int = 720,
) -> Vector:
    """The d that minimizes g·d subject to KL(w ‖ w + d) <= radius     (6.1).

    With no approximation of the divergence: it is the best of `count` points of the boundary,
    improved by Newton's method.
    """
    contour_point = _kl_contour(coordinates, w, radius)
    step = lambda angle: contour_point(angle) - w
    slope = jax.grad(lambda angle: g @ step(angle))  # (6.1)
    angles = jnp.linspace(-jnp.pi, jnp.pi, count, endpoint=False)
    angles = angles + jnp.pi / count  # never at 0, where √ has no slope
    gains = jax.vmap(step)(angles) @ g
    best = angles[jnp.argmin(gains)]

    def improve(_, angle):
        change = slope(angle) / jax.grad(slope)(angle)
        safe_change = jnp.where(jnp.abs(change) < 0.1, change, 0)
        return angle - safe_change

    best = jax.lax.fori_loop(0, 5, improve, best)
    return step(best)


@partial(jit_per_function, static_argnames="count")
def kl_contour(
    coordinates: Coordinates,
    w: Vector,
    radius,
    count: int = 200,
) -> Float[Array, "count 2"]:
    """The contour KL(w ‖ w1) = radius as a closed curve: the same Gaussians in any coordinates."""
    angles = jnp.linspace(0, 2 * jnp.pi, count)
    return jax.vmap(_kl_contour(coordinates, w, radius))(angles)


def _kl_contour(coordinates, w, radius) -> Callable:
    """angle -> w1, a point with KL(w ‖ w1) = radius.

    With x = log(σ0²/σ1²) the divergence is ½ (eˣ - 1 - x) + ½ eˣ (μ0 - μ1)² / σ0². So x runs
    from one of its bounds to the other, and the means follow.
    """
    mean, std = coordinates.to_mean_std(w)
    low, high = _log_ratio_bounds(radius)

    def point(angle):
        middle = (high + low) / 2
        half_width = (high - low) / 2
        x = middle + half_width * jnp.cos(angle)
        room = 2 * radius - _exp_remainder(x)
        squared = jnp.maximum(room * jnp.exp(-x), 0)
        distance = jnp.sqrt(squared)
        side = jnp.sign(jnp.sin(angle))
        mean1 = mean + side * std * distance
        std1 = std * jnp.exp(-x / 2)
        return coordinates.from_mean_std(mean1, std1)

    return point


def _log_ratio_bounds(radius):
    """Both roots x of eˣ - 1 - x = 2 radius: the range of log(σ0²/σ1²) on a KL contour.

    By Newton's method from outside, where it goes straight to them: from -2 √radius - 2 radius, and
    from log(1 + 2 radius + 2 √radius), which is above the root because the root,
    log(1 + 2 radius + x), is below 2 √radius: as eˣ - 1 - x >= ½ x² there.
    """

    def newton(_, x):
        excess = _exp_remainder(x) - 2 * radius
        return x - excess / jnp.expm1(x)

    root = jnp.sqrt(jnp.asarray(radius, float))
    low = -2 * root - 2 * radius
    high = jnp.log1p(2 * radius + 2 * root)
    return jax.lax.fori_loop(0, 10, newton, jnp.stack([low, high]))


def _exp_remainder(x):
    """eˣ - 1 - x."""
    return jnp.expm1(x) - x
