"""Two conflicting losses with a Pareto front known in closed form, and scalarizations of them.

    L₁ = ‖y - a‖²,  L₂ = ‖y - b‖²,   a = (0, 0, 0),  b = (1, 0, 0)    (7.2)  they never change
    y = (s, s̃(s), θ₂)                                                 the model does, by k and m
    L₁ = s² + p (k - m p) + θ₂²,  L₂ = (1 - s)² + p (k - m p) + θ₂²,   p = s (1 - s)

s goes from 0, where the first loss is zero, to 1, where the second is; θ₂ is the distance off the
front.

    convex_front(), curved_front(k), mixed_front(k, m)    a FrontProblem: outputs, losses, front
    weighted_sum, penalty, chebyshev, smooth_chebyshev    one loss made of two
    parameter_for_target, multiplier_at, front_curvature  places on the front
    basin_boundary                                        what its shape does to a sum
    critical_damping, stable_damping_range                and to MDMM

The front curves by k: for m = 0 the sum L₁ + L₂ is 1 + ½ (k - 1)(1 - d²), d = L₁ - L₂, so
it is convex below k = 1, straight at 1 (Thales' circle) and concave above.
Source of the question: Degrave and Korshunova (2021).
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse.checks import require, require_positive
from optcourse.linalg import safe_sqrt
from optcourse.programs import jit_call


class FrontProblem(NamedTuple):
    """A model of two losses whose Pareto front is known.

    outputs(theta) -> y (3,), front_parameter(theta) -> s; on the front point_at(s) -> theta (2,)
    and losses_at(s) -> (L₁, L₂).
    """

    outputs: Callable
    front_parameter: Callable
    point_at: Callable
    losses_at: Callable

    def losses(self, theta) -> Float[Array, "2"]:
        """(L₁, L₂): the squared distances of the outputs to a and b."""
        x, y, z = self.outputs(theta)
        off = y**2 + z**2
        first = x**2 + off
        second = (1 - x) ** 2 + off
        return jnp.stack([first, second])  # (7.2)

    def front(self, n: int) -> Float[Array, "n 2"]:
        """n points (L₁, L₂) of the front, from L₁ = 0 to L₂ = 0, evenly spaced in s; n >= 2."""
        if n < 2:
            raise ValueError(f"n = {n} points of the front: give at least 2, its ends")
        s = jnp.linspace(0, 1, n)
        return jax.vmap(self.losses_at)(s)


def convex_front() -> FrontProblem:
    """The problem with the convex front √L₁ + √L₂ = 1: y = (θ₁, 0, θ₂).

    Every weight has its own point of the front.
    """

    def outputs(theta):
        s, off = theta[0], theta[1]
        return jnp.stack([s, jnp.zeros_like(s), off])

    return FrontProblem(
        outputs,
        front_parameter=lambda theta: theta[0],
        point_at=_point_on_front,
        losses_at=lambda s: _losses_on_front(s, 0.0, 0.0),
    )


def curved_front(k) -> FrontProblem:
    """The problem whose front curves by k     (7.3): convex for k < 1, straight at 1, concave to 2.

    s = sin² φ, s̃ = √k sin φ cos φ, φ = ½ π θ₁.
    """
    return mixed_front(k, 0.0)


def mixed_front(k, m) -> FrontProblem:
    """The problem whose front is convex where 6 m p > k - 1 + m     (7.7), and concave elsewhere.

    s = sin² φ, s̃ = sin φ cos φ √(k - m p), φ = ½ π θ₁: a root that has a slope at the ends.
    (1.5, 4): convex in the middle, concave toward both ends; (0.2, -4): the other way around.
    ValueError where the root would be imaginary, or where the curve doubles back and is no front;
    traced numbers pass.
    """
    _check_front(k, m)

    def outputs(theta):
        phi = jnp.pi / 2 * theta[0]
        s = jnp.sin(phi) ** 2
        half_sine = jnp.sin(phi) * jnp.cos(phi)
        under_root = k - m * half_sine**2
        height = half_sine * safe_sqrt(under_root)
        return jnp.stack([s, height, theta[1]])

    def front_parameter(theta):
        phi = jnp.pi / 2 * theta[0]
        return jnp.sin(phi) ** 2

    def point_at(s):
        phi = jnp.arcsin(jnp.sqrt(s))
        return _point_on_front(2 / jnp.pi * phi)

    def losses_at(s):
        return _losses_on_front(s, k, m)

    return FrontProblem(outputs, front_parameter, point_at, losses_at)


def _point_on_front(theta1) -> Array:
    return jnp.stack([theta1, jnp.zeros_like(theta1)])


def _losses_on_front(s, k, m) -> Array:
    """(L₁, L₂) on the front at s."""
    p = s * (1 - s)
    off = p * (k - m * p)
    first = s**2 + off
    second = (1 - s) ** 2 + off
    return jnp.stack([first, second])


def _check_front(k, m):
    if isinstance(k, jax.core.Tracer) or isinstance(m, jax.core.Tracer):
        return
    s = np.linspace(0, 1, 1001)
    p = s * (1 - s)
    under_root = k - m * p
    p_slope = 1 - 2 * s
    slope = 2 * s + (k - 2 * m * p) * p_slope  # dL₁/ds; L₂ is its mirror image
    real = np.all(under_root >= 0)
    rising = np.all(slope >= -1e-12)
    if not (real and rising):
        remedy = "choose 0 <= k <= 2, and m near 0 (at most 4 k)"
        raise ValueError(f"k = {k}, m = {m}: the curve is no front; {remedy}")


# One loss made of two


def weighted_sum(problem: FrontProblem, alpha) -> Callable:
    """Weighted-sum scalarization theta -> L₁ + α L₂     (7.1)."""

    def loss(theta):
        weights = jnp.stack([jnp.ones_like(alpha, float), alpha])
        return problem.losses(theta) @ weights  # (7.1)

    return loss


def penalty(problem: FrontProblem, epsilon, strength) -> Callable:
    """Quadratic penalty theta -> L₁ + ½ c max(0, L₂ - ε)², c the strength     (8.8).

    It stops about λ/c short of L₂ = ε, λ minus the slope of the front there.
    """

    def loss(theta):
        first, second = problem.losses(theta)
        excess = jnp.maximum(0, second - epsilon)
        return first + strength / 2 * excess**2

    return loss


def chebyshev(problem: FrontProblem, weights) -> Callable:
    """Chebyshev scalarization theta -> max(w₁ L₁, w₂ L₂): reaches convex and concave fronts alike.

    It is smallest where the front meets the ray w₁ L₁ = w₂ L₂.
    """

    def loss(theta):
        weighted = jnp.asarray(weights) * problem.losses(theta)
        return jnp.max(weighted)

    return loss


def smooth_chebyshev(problem: FrontProblem, weights, temperature) -> Callable:
    """Smooth Chebyshev scalarization theta -> T log Σ exp(w_i L_i / T), T > 0.

    It lies above max(w₁ L₁, w₂ L₂), by at most T log 2.
    """
    require_positive(temperature=temperature)

    def loss(theta):
        weighted = jnp.asarray(weights) * problem.losses(theta)
        return temperature * jax.nn.logsumexp(weighted / temperature)

    return loss


# What the shape of the front does to them


def parameter_for_target(problem: FrontProblem, epsilon) -> Array:
    """The front parameter s at which L₂ = ε, by bisection. NaN outside 0 <= ε <= 1."""
    require(
        lambda x: (x >= 0) & (x <= 1),
        "a second loss that the front has, from 0 to 1",
        epsilon=epsilon,
    )

    def halve(_, bounds):
        low, high = bounds
        middle = (low + high) / 2
        _, second = problem.losses_at(middle)
        above = second > epsilon
        low = jnp.where(above, middle, low)
        high = jnp.where(above, high, middle)
        return low, high

    epsilon = jnp.asarray(epsilon, float)
    bounds = jnp.zeros_like(epsilon), jnp.ones_like(epsilon)
    bisect = partial(jax.lax.fori_loop, 0, 60, halve)
    low, high = jit_call(bisect, bounds)
    on_front = (epsilon >= 0) & (epsilon <= 1)
    return jnp.where(on_front, (low + high) / 2, jnp.nan)


def multiplier_at(problem: FrontProblem, s) -> Array:
    """The Lagrange multiplier α(s) = -L₁'(s) / L₂'(s) of the constraint L₂ = L₂(s)     (7.5).

    It is the weight that makes s stationary, and minus the slope dL₁/dL₂ of the front.
    """
    first, second = _loss_slopes(problem, s)
    return -first / second  # (7.5)


def _loss_slopes(problem, s) -> Array:
    """(L₁'(s), L₂'(s)) on the front."""
    s = 1.0 * s  # a whole number has no slope
    one = jnp.ones_like(s)
    _, slopes = jax.jvp(problem.losses_at, (s,), (one,))
    return slopes


def basin_boundary(k, alpha) -> Array:
    """Basin boundary of the weighted sum, s* = (k - α (2 - k)) / (2 (k - 1)(1 + α))     (7.8).

    On curved_front(k), k > 1, gradient descent on L₁ + α L₂ goes to s = 0 from below s*, to s = 1
    from above. For k < 1 it ends at s*. Clipped to [0, 1].
    """
    numerator = k - alpha * (2 - k)
    denominator = 2 * (k - 1) * (1 + alpha)
    return jnp.clip(numerator / denominator, 0, 1)  # (7.8)


def front_curvature(problem: FrontProblem, s) -> Array:
    """d²(L₁ + α L₂)/ds² on the front, α = α(s): > 0 if convex, < 0 if concave."""
    derivative = jax.jacfwd(problem.losses_at)
    first, second = jax.jacfwd(derivative)(1.0 * s)
    return first + multiplier_at(problem, s) * second


def critical_damping(problem: FrontProblem, s) -> Array:
    """Critical damping c* = max(0, -d²(L₁ + λ L₂)/ds²) / L₂'(s)² of MDMM, λ = α(s)     (8.4).

    With more, the constrained point attracts. Zero on a convex front; 1 / 2s³ on curved_front(2).
    """
    _, slope = _loss_slopes(problem, s)
    concavity = jnp.maximum(0, -front_curvature(problem, s))
    return concavity / slope**2  # (8.4)


def stable_damping_range(
    problem: FrontProblem,
    s,
    learning_rate,
    multiplier_rate,
) -> tuple[Array, Array]:
    """The (least, most) damping c for which MDMM on gradient descent settles at s     (8.6).

    least = c* + η_λ,   most = c* + η_λ / 2 + 2 / (η g²)
    c* = -d²L₁/dL₂² along the front,   g = dL₂/dθ₁

    Below least it spirals away; beyond most it jumps across; and where η (1 + α(s)) >= 1 it grows
    off the front. Small steps leave the critical damping. On a convex front c* is negative here,
    and c = 0 may be inside.
    """
    _, slope = _loss_slopes(problem, s)
    speed = jax.grad(problem.front_parameter)(problem.point_at(s))[0]
    g = slope * speed
    signed = -front_curvature(problem, s) / slope**2
    least = signed + multiplier_rate
    widest = 2 / (learning_rate * g**2)
    most = signed + multiplier_rate / 2 + widest
    return least, most  # (8.6)
