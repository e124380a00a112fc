"""The matrices that the studies of implicit bias complete, and how well they are recovered.

problem(seed, entries)   100 x 100, of rank 5 and spectral norm 1, of which so many are seen
descend(...)             a product of factors from a Gaussian start: its error, rank and steps
recovery_error           ‖W - truth‖ / ‖truth‖, on all entries
"""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Bool, Float, Key

from optcourse import factorization
from optcourse.linalg import Scalar, effective_rank, schatten_norm
from optcourse.optimizers import gradient_descent
from optcourse.optimizers.base import Optimizer

SIZE, RANK = 100, 5
# By depth, of `descent_rate`: safe where all entries are seen; a fifth of them curves far less.
RATES = {1: 0.1, 2: 2.0, 3: 2.0, 4: 2.0}


class Problem(NamedTuple):
    """The matrix, which of its entries are seen, and a key for the start."""

    truth: Float[Array, "n n"]
    mask: Bool[Array, "n n"]
    key: Key[Array, ""]


class Recovery(NamedTuple):
    """What descent found: its relative error on all entries, and how it got there."""

    error: Scalar
    nuclear_norm: Scalar
    effective_rank: Scalar
    residual: Scalar
    steps: Scalar


def problem(seed: int, entries: int) -> Problem:
    """A seed's product of two Gaussian matrices, of which `entries` random entries are seen."""
    left, right, which, key = jax.random.split(jax.random.key(seed), 4)
    A = jax.random.normal(left, (SIZE, RANK))
    B = jax.random.normal(right, (RANK, SIZE))
    truth = A @ B
    order = jax.random.permutation(which, SIZE**2).reshape(SIZE, SIZE)
    return Problem(truth / jnp.linalg.norm(truth, 2), order < entries, key)


def recovery_error(W, truth) -> Scalar:
    """‖W - truth‖ / ‖truth‖."""
    return jnp.linalg.norm(W - truth) / jnp.linalg.norm(truth)


@jax.jit
def least_nuclear_norm(truth, mask) -> factorization.Completion:
    """`factorization.nuclear_norm_minimum`, compiled once."""
    return factorization.nuclear_norm_minimum(truth, mask)


def descent(problem: Problem, depth: int, share=1.0) -> Optimizer:
    """Gradient descent at that share of the rate of these studies."""
    return gradient_descent(share * rate(problem, depth))


def rate(problem: Problem, depth: int) -> Scalar:
    """The rate of gradient descent in these studies."""
    return RATES[depth] * factorization.descent_rate(problem.truth, problem.mask, depth)


@partial(jax.jit, static_argnames=("depth", "make_optimizer"))
def recover(
    problem: Problem, depth: int, scale, tolerance, max_steps, make_optimizer=None
) -> Recovery:
    """Descend on `depth` factors; make_optimizer(problem, depth), gradient descent without it."""
    truth, mask, key = problem
    optimizer = (make_optimizer or descent)(problem, depth)
    start = factorization.gaussian_factors(key, truth.shape, depth, scale)
    factors, steps = factorization.descend(start, truth, mask, optimizer, tolerance, max_steps)
    W = factorization.product(factors)
    only_seen = lambda matrix: jnp.where(mask, matrix, 0)
    residual = recovery_error(only_seen(W), only_seen(truth))
    found = recovery_error(W, truth), schatten_norm(W, 1), effective_rank(W), residual
    return Recovery(*found, jnp.asarray(steps, float))
