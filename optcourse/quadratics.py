"""Gradient descent, momentum and Nesterov's momentum on a quadratic loss, solved.

On L = ½ Σ λ_i a_i² each coordinate a, along an eigenvector of the Hessian, and its last move m go
their own way:

    (a, m) <- A (a, m),   A = [[1 - η λ, β], [-η λ, β]]             (3.12)  momentum
    r² - (q + b) r + b = 0,   q = 1 - η λ,   b = β                  (3.4)   momentum
                                             b = β q                (3.8)   Nesterov's

In the long run a step multiplies the error by the larger |r|. β = 0 is gradient descent: r = q.

    iteration_matrix, convergence_factor,            of one coordinate
    regime, regime_edges
    best_gradient_descent, best_momentum,            the numbers that shrink the slowest coordinate
    best_momentum_for_beta, best_nesterov            fastest
    steps_to_tolerance, transient_growth             what follows from them

Sources: Polyak (1964); O'Donoghue and Candès (2015) for the regimes; Lessard, Recht and Packard
(2016) for Nesterov's.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float

from optcourse.checks import require, require_positive

REGIMES = ("creeps", "swings", "flips", "diverges")


class BestTuning(NamedTuple):
    """The best numbers for a range of eigenvalues, and the convergence factor that they reach."""

    learning_rate: float | Array
    beta: float | Array
    convergence_factor: float | Array


def iteration_matrix(
    learning_rate,
    beta,
    eigenvalue,
    nesterov=False,
) -> Float[Array, "2 2"]:
    """Iteration matrix A: takes (a, m) to the next (a, m)     (3.12), of momentum or of Nesterov's.

    For Nesterov's, a belongs to the point ahead, as in the package.
    """
    q = 1 - learning_rate * eigenvalue
    move = [q - 1, beta]
    if nesterov:
        position = [q + beta * move[0], beta**2]
    else:
        position = [q, beta]
    return jnp.array([position, move])  # (3.12)


def convergence_factor(
    learning_rate,
    beta,
    eigenvalue,
    nesterov=False,
) -> Array:
    """The factor by which a step multiplies a coordinate's error in the long run: the larger |r|.

    r: the roots of r² - (q + b) r + b = 0, q = 1 - η λ, b = β (3.4), or β q for Nesterov's (3.8);
    |r| is √b where they are complex. Converges iff the factor is below 1; for momentum that is
    0 < η λ < 2 (1 + β)     (3.5). Arrays are broadcast.
    """
    q, b = _characteristic_coefficients(learning_rate, beta, eigenvalue, nesterov)
    half = (q + b) / 2
    discriminant = half**2 - b
    root = jnp.sqrt(jnp.maximum(discriminant, 0))
    real = jnp.abs(half) + root
    complex_modulus = jnp.sqrt(jnp.abs(b))
    return jnp.where(half**2 < b, complex_modulus, real)  # (3.4)


def regime(
    learning_rate,
    beta,
    eigenvalue,
    nesterov=False,
) -> Array:
    """How a coordinate of a quadratic loss moves under momentum, as an index into REGIMES.

    creeps, overdamped: the dominant root is real and positive, no overshoot in the long run;
    swings, underdamped: the roots are complex; flips, sign-alternating: the dominant root is
    negative; diverges, unstable: a root is not inside the unit circle.
    """
    q, b = _characteristic_coefficients(learning_rate, beta, eigenvalue, nesterov)
    total = q + b
    real = jnp.where(total >= 0, 0, 2)
    complex_roots = total**2 < 4 * b
    stable = jnp.where(complex_roots, 1, real)
    factor = convergence_factor(learning_rate, beta, eigenvalue, nesterov)
    return jnp.where(factor < 1, stable, 3)


def regime_edges(beta, eigenvalue, nesterov=False) -> Array:
    """The learning rates at which creeps ends, swings ends, and it diverges: a new last axis (3,).

    Times λ they are (1 - √β)², (1 + √β)² and 2 (1 + β) (3.5); for Nesterov's ((1 - β) / (1 + β))²,
    1 and 2 (1 + β) / (1 + 2β) (3.9). beta: numbers of any shape from 0 to below 1.
    """
    beta = jnp.asarray(beta, float)
    root, one = jnp.sqrt(beta), jnp.ones_like(beta)
    plain = [(1 - root) ** 2, (1 + root) ** 2, 2 * (1 + beta)]
    ahead = [((1 - beta) / (1 + beta)) ** 2, one, 2 * (1 + beta) / (1 + 2 * beta)]
    edges = jnp.where(nesterov, jnp.stack(ahead, axis=-1), jnp.stack(plain, axis=-1))
    return edges / eigenvalue


def best_gradient_descent(lowest, highest) -> BestTuning:
    """The best gradient descent: η = 2 / (λ_min + λ_max), factor (κ - 1) / (κ + 1).

    κ = λ_max / λ_min. All eigenvalues lie between `lowest` > 0 and `highest`; ValueError if these
    make no range.
    """
    kappa = _condition_number(lowest, highest)
    learning_rate = 2 / (lowest + highest)
    factor = (kappa - 1) / (kappa + 1)
    return BestTuning(learning_rate, 0.0, factor)


def best_momentum(lowest, highest) -> BestTuning:
    """The best momentum (3.6): √η = 2 / (√λ_min + √λ_max), √β = factor = (√κ - 1) / (√κ + 1)."""
    root = jnp.sqrt(_condition_number(lowest, highest))
    factor = (root - 1) / (root + 1)
    total = jnp.sqrt(lowest) + jnp.sqrt(highest)
    learning_rate = 4 / total**2
    return BestTuning(learning_rate, factor**2, factor)  # (3.6)


def best_momentum_for_beta(beta, lowest, highest) -> BestTuning:
    """The best η of momentum for a given β: 2 (1 + β) / (λ_min + λ_max)."""
    _condition_number(lowest, highest)
    # The outermost roots are then equally far from zero.
    learning_rate = 2 * (1 + beta) / (lowest + highest)
    factor = convergence_factor(learning_rate, beta, lowest)
    return BestTuning(learning_rate, beta, factor)


def best_nesterov(lowest, highest) -> BestTuning:
    """The best Nesterov's momentum (3.10): η = 4 / (3 λ_max + λ_min), β = (c - 2) / (c + 2).

    c = √(3 κ + 1), κ = λ_max / λ_min, and the factor is 1 - 2 / c.
    """
    kappa = _condition_number(lowest, highest)
    c = jnp.sqrt(3 * kappa + 1)
    learning_rate = 4 / (3 * highest + lowest)
    beta = (c - 2) / (c + 2)
    return BestTuning(learning_rate, beta, 1 - 2 / c)  # (3.10)


def steps_to_tolerance(factor, tolerance=1e-6) -> Array:
    """Steps that reduce an error to a fraction `tolerance`: ln tolerance / ln factor.

    Infinite where the factor, by which each step multiplies the error, is 1 or more.
    """
    steps = jnp.log(tolerance) / jnp.log(factor)
    return jnp.where(jnp.asarray(factor) >= 1, jnp.inf, steps)


def transient_growth(t, kappa) -> Array:
    """|a_t / a_0| of the steepest coordinate under `best_momentum`: s^t (1 + (1 + s) t)     (3.11).

    s is the convergence factor, and r = -s a double root. At first the error grows, √κ / e times at
    most for large κ; then it shrinks.
    """
    s = best_momentum(1.0, kappa).convergence_factor
    return s**t * (1 + (1 + s) * t)  # (3.11)


def _condition_number(lowest, highest):
    """κ = λ_max / λ_min; ValueError for what is no range of eigenvalues, unless one is traced."""
    require_positive(lowest=lowest, highest=highest)
    if not isinstance(highest, jax.core.Tracer):
        smaller = f"the smaller end of the range first, up to {highest}"
        require(lambda x: x <= highest, smaller, lowest=lowest)
    return highest / lowest


def _characteristic_coefficients(learning_rate, beta, eigenvalue, nesterov):
    """(q, b) of r² - (q + b) r + b = 0     (3.4), (3.8)."""
    q = 1 - learning_rate * eigenvalue
    b = jnp.where(nesterov, beta * q, beta)
    return q, b
