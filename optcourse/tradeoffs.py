"""Two losses that pull apart, a family of models between them, and all that is known about it in closed form.

    L₁ = ‖y - a‖²,  L₂ = ‖y - b‖²,   a = (0, 0, 0),  b = (1, 0, 0)        the losses never change     (7.2)
    y = (s, s̃(s), θ₂)                                                     the model does, by k and m
    L₁ = s² + p (k - m p) + θ₂²,  L₂ = (1 - s)² + p (k - m p) + θ₂²,   p = s (1 - s)

s goes from 0, where the first loss is zero, to 1, where the second is; θ₂ is the distance off the front.

    convex(), bent(k), mixed(k, m)                       a Problem: outputs, losses, front
    weighted_sum, penalty, worst, softly_worst           one loss made of two
    weight_for, basin_edge, eigenvalues, critical_damping   what the front's shape does to them
    non_dominated, hypervolume                           of points (L₁, L₂, ...), whatever they come from

The front bends by k: for m = 0 the sum L₁ + L₂ is 1 + ½ (k - 1)(1 - d²) where d = L₁ - L₂     (7.6), so it is convex
below k = 1, straight at 1 (Thales' circle) and concave above. Source of the question: Degrave and Korshunova (2021).
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Bool, Float

from optcourse import trees
from optcourse.checks import require, require_positive
from optcourse.linalg import safe_sqrt
from optcourse.programs import jit_call


class FrontProblem(NamedTuple):
    """outputs(theta) -> y (3,) and place(theta) -> s; on the front at(s) -> theta and along(s) -> (L₁, L₂)."""

    outputs: Callable
    place: Callable
    at: Callable
    along: Callable

    def losses(self, theta) -> Float[Array, "2"]:
        """(L₁, L₂): the squared distances of the outputs to a and b."""
        x, y, z = self.outputs(theta)
        off = y**2 + z**2
        return jnp.stack([x**2 + off, (1 - x) ** 2 + off])  # (7.2)

    def front(self, n: int) -> Float[Array, "n 2"]:
        """n points of the front, from L₁ = 0 to L₂ = 0, evenly spaced in s."""
        if n < 2:
            raise ValueError(f"n = {n} points of the front: give at least 2, its ends")
        return jax.vmap(self.along)(jnp.linspace(0, 1, n))


def convex_front() -> FrontProblem:
    """y = (θ₁, 0, θ₂): √L₁ + √L₂ = 1 on the front     (7.3), and every weight has its own point of it."""
    outputs = lambda theta: jnp.stack([theta[0], jnp.zeros_like(theta[0]), theta[1]])
    return FrontProblem(
        outputs, lambda theta: theta[0], _point_on_front, lambda s: _losses_at(s, 0.0, 0.0)
    )


def curved_front(k) -> FrontProblem:
    """s = sin² φ, s̃ = √k sin φ cos φ, φ = ½ π θ₁     (7.4): convex for k < 1, straight at 1, concave for 1 < k <= 2."""
    return mixed_front(k, 0.0)


def mixed_front(k, m) -> FrontProblem:
    """s̃ = sin φ cos φ √(k - m p): convex where 6 m p > k - 1 + m     (7.10).

    (1.5, 4): convex in the middle, concave toward both ends; (0.2, -4): concave in the middle, convex toward both ends.
    This root has a slope at the ends, where that of k p - m p² has none. Raises ValueError where it would be imaginary,
    or where the curve doubles back and is no front. Traced numbers are not looked at.
    """
    _check_front(k, m)

    def outputs(theta):
        phi = jnp.pi / 2 * theta[0]
        s, half_sine = jnp.sin(phi) ** 2, jnp.sin(phi) * jnp.cos(phi)
        return jnp.stack([s, half_sine * safe_sqrt(k - m * half_sine**2), theta[1]])

    place = lambda theta: jnp.sin(jnp.pi / 2 * theta[0]) ** 2
    at = lambda s: _point_on_front(2 / jnp.pi * jnp.arcsin(jnp.sqrt(s)))
    return FrontProblem(outputs, place, at, lambda s: _losses_at(s, k, m))


def _point_on_front(theta1) -> Array:
    return jnp.stack([theta1, jnp.zeros_like(theta1)])


def _losses_at(s, k, m) -> Array:
    """(L₁, L₂) on the front at s."""
    p = s * (1 - s)
    off = p * (k - m * p)
    return jnp.stack([s**2 + off, (1 - s) ** 2 + off])


def _check_front(k, m):
    if isinstance(k, jax.core.Tracer) or isinstance(m, jax.core.Tracer):
        return
    s = np.linspace(0, 1, 1001)
    p = s * (1 - s)
    root, slope = k - m * p, 2 * s + (k - 2 * m * p) * (1 - 2 * s)  # dL₁/ds; L₂ is its mirror image
    if not (np.all(root >= 0) and np.all(slope >= -1e-12)):
        raise ValueError(
            f"k = {k}, m = {m}: the curve is no front; choose 0 <= k <= 2, and m near 0 (at most 4 k)"
        )


# One loss made of two


def weighted_sum(problem: FrontProblem, alpha) -> Callable:
    """theta -> L₁ + α L₂     (7.1): a plane over the two losses, tilted by α."""
    return lambda theta: (
        problem.losses(theta) @ jnp.stack([jnp.ones_like(alpha, float), alpha])
    )  # (7.1)


def penalty(problem: FrontProblem, epsilon, strength) -> Callable:
    """theta -> L₁ + ½ c max(0, L₂ - ε)²: stops λ/c short of L₂ = ε     (8.4), λ minus the slope of the front there."""

    def loss(theta):
        first, second = problem.losses(theta)
        return first + strength / 2 * jnp.maximum(0, second - epsilon) ** 2

    return loss


def chebyshev(problem: FrontProblem, weights) -> Callable:
    """theta -> max(w₁ L₁, w₂ L₂): Chebyshev's, smallest where the front meets the ray w₁ L₁ = w₂ L₂, bent or not."""
    return lambda theta: jnp.max(jnp.asarray(weights) * problem.losses(theta))


def smooth_chebyshev(problem: FrontProblem, weights, temperature) -> Callable:
    """theta -> T log Σ exp(w_i L_i / T), T > 0: `worst` without its edge, and up to T log 2 higher."""
    require_positive(temperature=temperature)
    return lambda theta: (
        temperature * jax.nn.logsumexp(jnp.asarray(weights) * problem.losses(theta) / temperature)
    )


# What the shape of the front does to them


def parameter_for_target(problem: FrontProblem, epsilon) -> Array:
    """The s at which L₂ = ε on the front (which falls in s from 1 to 0), by bisection. NaN outside 0 <= ε <= 1."""
    require(
        lambda x: (x >= 0) & (x <= 1),
        "a second loss that the front has, from 0 to 1",
        epsilon=epsilon,
    )

    def halve(_, ends):
        low, high = ends
        middle = (low + high) / 2
        above = problem.along(middle)[1] > epsilon
        return jnp.where(above, middle, low), jnp.where(above, high, middle)

    epsilon = jnp.asarray(epsilon, float)
    ends = jnp.zeros_like(epsilon), jnp.ones_like(epsilon)
    low, high = jit_call(partial(jax.lax.fori_loop, 0, 60, halve), ends)
    return jnp.where((epsilon >= 0) & (epsilon <= 1), (low + high) / 2, jnp.nan)


def multiplier_at(problem: FrontProblem, s) -> Array:
    """α(s) = -L₁'(s) / L₂'(s)     (7.7): the weight at which s is stationary, and the multiplier of L₂ = L₂(s).

    It is minus the slope dL₁/dL₂ of the front.
    """
    first, second = _loss_slopes(problem, s)
    return -first / second  # (7.7)


def _loss_slopes(problem, s) -> Array:
    """(L₁'(s), L₂'(s)) on the front."""
    s = 1.0 * s  # a whole number has no slope
    return jax.jvp(problem.along, (s,), (jnp.ones_like(s),))[1]


def basin_boundary(k, alpha) -> Array:
    """s* = (k - α (2 - k)) / (2 (k - 1)(1 + α))     (7.9), clipped to [0, 1]: for bent(k), k > 1.

    Gradient descent on L₁ + α L₂ goes to s = 0 from below s*, to s = 1 from above. For k < 1 it is where it ends.
    """
    return jnp.clip((k - alpha * (2 - k)) / (2 * (k - 1) * (1 + alpha)), 0, 1)  # (7.9)


def front_curvature(problem: FrontProblem, s) -> Array:
    """d²(L₁ + α L₂)/ds² on the front, α = α(s): positive where the front is convex, negative where it is concave."""
    second = jax.jacfwd(jax.jacfwd(problem.along))(1.0 * s)
    return second[0] + multiplier_at(problem, s) * second[1]


def hessian_eigenvalues(problem: FrontProblem, theta: Float[Array, "2"]) -> Float[Array, "2"]:
    """Of the Hessian of L₁ + α L₂ at a point of the front, α = α(s): along the front, and off it     (7.8).

    Along: the curvature in s times (ds/dθ₁)²; off: 2 (1 + α). One of each sign on a concave front: a saddle.
    """
    trees.check_floats(theta)
    s, speed = problem.place(theta), jax.grad(problem.place)(theta)[0]
    return jnp.stack(
        [front_curvature(problem, s) * speed**2, 2 * (1 + multiplier_at(problem, s))]
    )  # (7.8)


def critical_damping(problem: FrontProblem, s) -> Array:
    """c* = max(0, -d²(L₁ + λ L₂)/ds²) / L₂'(s)²     (8.10): with more damping the constrained point attracts.

    bent(2): c* = 1 / (2 s³). Zero where the front is convex.
    """
    return jnp.maximum(0, -front_curvature(problem, s)) / _loss_slopes(problem, s)[1] ** 2  # (8.10)


def stable_damping_range(
    problem: FrontProblem, s, learning_rate, multiplier_rate
) -> tuple[Array, Array]:
    """(least, most): MDMM on gradient descent settles at s of the front iff its damping c lies between
    and η (1 + λ) < 1, λ = α(s), without which it grows off the front.

    least = c* + η_λ,   most = c* + η_λ / 2 + 2 / (η g²)     (8.11)     c* = -d²L₁/dL₂² along the front, g = dL₂/dθ₁

    In the limit of small steps the critical damping remains. Below least it spirals away; beyond most it jumps across.
    On a convex front c* is negative here, and c = 0 may be inside.
    """
    slope = _loss_slopes(problem, s)[1]
    g = slope * jax.grad(problem.place)(problem.at(s))[0]
    signed = -front_curvature(problem, s) / slope**2
    return signed + multiplier_rate, signed + multiplier_rate / 2 + 2 / (
        learning_rate * g**2
    )  # (8.11)


# Points in the space of two losses or more


def non_dominated(points: Float[Array, "n m"]) -> Bool[Array, " n"]:
    """Which points have no other that is as low in all m losses and lower in one     (7.5). Equal points are kept.

    A point that is not finite, of a run that diverged, is none of them.
    """
    points = jnp.asarray(points)
    finite = jnp.all(jnp.isfinite(points), axis=1)
    points = jnp.where(finite[:, None], points, jnp.inf)
    as_low = jnp.all(points[:, None] <= points[None], axis=-1)  # [i, j]: i is nowhere above j
    lower = jnp.any(points[:, None] < points[None], axis=-1)
    return finite & ~jnp.any(as_low & lower, axis=0)


def hypervolume(points: Float[Array, "n m"], reference) -> Array:
    """The volume of what lies above a point in all m losses and below `reference` (m,): what the trade-offs are worth.

    For two losses it is an area. A point that is not finite adds nothing. It takes about n to the power m - 1 numbers.
    """
    points = jnp.asarray(points)
    if np.shape(reference) != points.shape[1:]:
        raise ValueError(
            f"reference = {reference} for points of {points.shape[1]} losses: give one number for each"
        )
    reference = jnp.asarray(reference)
    points = jnp.where(jnp.all(jnp.isfinite(points), axis=1, keepdims=True), points, reference)
    return _volume(jnp.minimum(points, reference), reference)


def _volume(points, reference) -> Array:
    """Slabs between one first loss and the next, times what the points so far enclose in the other losses."""
    if len(reference) == 1:
        return reference[0] - jnp.min(points, initial=reference[0])
    points = points[jnp.argsort(points[:, 0])]
    widths = jnp.append(points[1:, 0], reference[0]) - points[:, 0]
    if len(reference) == 2:
        return jnp.sum(widths * (reference[1] - jax.lax.cummin(points[:, 1])))
    so_far = jnp.tri(len(points), dtype=bool)[..., None]
    others = jnp.where(so_far, points[:, 1:], reference[1:])
    return jnp.sum(widths * jax.vmap(lambda p: _volume(p, reference[1:]))(others))
