"""Gradient descent, momentum and Nesterov's momentum on a quadratic loss, solved.

On L = ½ Σ λ_i a_i² each coordinate a, along an eigenvector of the Hessian, and its last move m go their own way:

    (a, m) <- A (a, m),   A = [[1 - η λ, β], [-η λ, β]]             (3.5)   momentum
    r² - (q + b) r + b = 0,   q = 1 - η λ,   b = β, or β q          (3.6)   the roots; the second b is Nesterov's

The larger |r| is the factor by which one step shrinks an error, in the long run. β = 0 is gradient descent: r = q.

    iteration_matrix, factor, regime             of one coordinate
    best_gradient_descent, best_momentum, ...    the numbers that shrink the slowest coordinate fastest
    steps, swell, gain                           what follows from them

Sources: Polyak (1964); O'Donoghue and Candès (2015) for the regimes; Lessard, Recht and Packard (2016) for Nesterov's.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float

from optcourse.checks import require, require_positive

REGIMES = ("creeps", "swings", "flips", "diverges")


class BestTuning(NamedTuple):
    """The best numbers for a range of eigenvalues, and the factor by which the slowest coordinate shrinks a step."""

    learning_rate: float | Array
    beta: float | Array
    factor: float | Array


def iteration_matrix(learning_rate, beta, eigenvalue, nesterov=False) -> Float[Array, "2 2"]:
    """A, which takes (a, m) to the next (a, m); for Nesterov's, a belongs to the point ahead, as in the package."""
    q = 1 - learning_rate * eigenvalue
    place = [q + beta * (q - 1), beta**2] if nesterov else [q, beta]
    return jnp.array([place, [q - 1, beta]])  # (3.5)


def convergence_factor(learning_rate, beta, eigenvalue, nesterov=False) -> Array:
    """The larger |r|: the error of this coordinate is multiplied by it at each step, in the long run.

    √b where the roots are complex. Converges iff it is below 1; for momentum that is 0 < η λ < 2 (1 + β) (3.7).
    Arrays are broadcast.
    """
    q, b = _characteristic_coefficients(learning_rate, beta, eigenvalue, nesterov)
    half = (q + b) / 2
    root = jnp.sqrt(jnp.maximum(half**2 - b, 0))
    return jnp.where(half**2 < b, jnp.sqrt(jnp.abs(b)), jnp.abs(half) + root)  # (3.6)


def regime(learning_rate, beta, eigenvalue, nesterov=False) -> Array:
    """How the coordinate moves, as an index into REGIMES.

    creeps: the dominant root is real and positive: no overshoot in the long run; swings: the roots are complex;
    flips: the dominant root is negative: the sign changes at every step; diverges: a root is not inside the unit circle
    """
    q, b = _characteristic_coefficients(learning_rate, beta, eigenvalue, nesterov)
    moving = jnp.where((q + b) ** 2 < 4 * b, 1, jnp.where(q + b >= 0, 0, 2))
    return jnp.where(convergence_factor(learning_rate, beta, eigenvalue, nesterov) < 1, moving, 3)


def best_gradient_descent(lowest, highest) -> BestTuning:
    """η = 2 / (λ_min + λ_max), factor (κ - 1) / (κ + 1). Eigenvalues between `lowest` > 0 and `highest`."""
    kappa = _condition_number(lowest, highest)
    return BestTuning(2 / (lowest + highest), 0.0, (kappa - 1) / (kappa + 1))


def best_momentum(lowest, highest) -> BestTuning:
    """√η = 2 / (√λ_min + √λ_max), √β = (√κ - 1) / (√κ + 1), which is the factor too (3.8). κ = λ_max / λ_min."""
    root = jnp.sqrt(_condition_number(lowest, highest))
    shrink = (root - 1) / (root + 1)
    return BestTuning(4 / (jnp.sqrt(lowest) + jnp.sqrt(highest)) ** 2, shrink**2, shrink)


def best_momentum_for_beta(beta, lowest, highest) -> BestTuning:
    """The best η of momentum for a given β: 2 (1 + β) / (λ_min + λ_max)."""
    _condition_number(lowest, highest)
    learning_rate = (
        2 * (1 + beta) / (lowest + highest)
    )  # the outermost roots are then equally far from zero
    return BestTuning(learning_rate, beta, convergence_factor(learning_rate, beta, lowest))


def best_nesterov(lowest, highest) -> BestTuning:
    """η = 4 / (3 λ_max + λ_min), β = (s - 2) / (s + 2), factor 1 - 2 / s, where s = √(3 κ + 1)."""
    s = jnp.sqrt(3 * _condition_number(lowest, highest) + 1)
    return BestTuning(4 / (3 * highest + lowest), (s - 2) / (s + 2), 1 - 2 / s)


def steps_to_tolerance(factor, shrink=1e-6) -> Array:
    """How many steps multiply an error by `shrink`, if each multiplies it by `factor`: ln shrink / ln factor.

    Infinite where the factor is 1 or more.
    """
    return jnp.where(jnp.asarray(factor) >= 1, jnp.inf, jnp.log(shrink) / jnp.log(factor))


def transient_growth(t, kappa) -> Array:
    """|a_t / a_0| of the steepest coordinate under `best_momentum`: s^t (1 + (1 + s) t), where s is the factor (3.10).

    There r = -s is a double root. At first the error grows, √κ / e times at most for large κ; then it shrinks.
    """
    s = best_momentum(1.0, kappa).factor
    return s**t * (1 + (1 + s) * t)


def gain(beta, frequency) -> Array:
    """Length of the moves of momentum, in units of those without it, for gradients g_t = cos(2π frequency t) (3.4).

    1 / |1 - β exp(-2πi frequency)|: 1 / (1 - β) for gradients that agree (0), 1 / (1 + β) for alternating ones (½).
    """
    return 1 / jnp.abs(1 - beta * jnp.exp(-2j * jnp.pi * frequency))


def _condition_number(lowest, highest):
    """κ; ValueError for what is no range of eigenvalues, unless one is traced."""
    require_positive(lowest=lowest, highest=highest)
    if not isinstance(highest, jax.core.Tracer):
        require(
            lambda x: x <= highest,
            f"the smaller end of the range first, up to {highest}",
            lowest=lowest,
        )
    return highest / lowest


def _characteristic_coefficients(learning_rate, beta, eigenvalue, nesterov):
    q = 1 - learning_rate * eigenvalue
    return q, jnp.where(nesterov, beta * q, beta)
