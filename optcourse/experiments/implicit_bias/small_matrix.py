"""A matrix so small that its completion answers at once: 16 x 16, of rank 3, depth 1 to 4.

descend   gradient descent on a product, for any depth, scale and share of seen entries: one program
TRUTH     the matrix, of singular values 1, 0.75 and 0.5
seen      which entries are seen: those of a smaller share are among those of a larger one

Every number is traced. A product of fewer factors than four has identities in place of the others,
which no gradient moves.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Bool, Float

from optcourse import factorization, linalg
from optcourse.experiments.run import run
from optcourse.linalg import Scalar
from optcourse.optimizers import gradient_descent

SIZE, RANK, MAX_DEPTH = 16, 3, 4
SEED = 0
STEPS, MOMENTS = 2000, 64
# The steps that are kept: 0, and from 1 on evenly on a log scale; each once.
KEPT = np.unique(np.append(0, np.geomspace(1, STEPS, MOMENTS).round().astype(int)))


class Descent(NamedTuple):
    """Rows at the steps KEPT: σ, the residual on what was seen, the error on all, the matrix."""

    singular_values: Float[Array, "t n"]
    residual: Float[Array, " t"]
    error: Float[Array, " t"]
    effective_rank: Float[Array, " t"]
    matrix: Float[Array, "t n n"]


def _problem():
    """(truth, the order in which entries are seen, normals for the factors of the start)."""
    draws = np.random.default_rng(SEED)
    left, right = (np.linalg.qr(draws.normal(size=(SIZE, RANK)))[0] for _ in range(2))
    truth = left * np.linspace(1, 0.5, RANK) @ right.T
    order = draws.permutation(SIZE**2).reshape(SIZE, SIZE)
    normals = draws.normal(size=(MAX_DEPTH, SIZE, SIZE)) / SIZE**0.5
    return truth.astype(np.float32), order, normals.astype(np.float32)


TRUTH, ORDER, NORMALS = _problem()


def seen(share) -> Bool[Array, "n n"]:
    """The mask of the entries seen, that share of all."""
    return jnp.asarray(ORDER) < share * SIZE**2


def rate(depth, share) -> Scalar:
    """The learning rate: 0.1 on the entries themselves, 1.25 / (N √p) on N >= 2 factors.

    With σ_1 = 1 and all entries seen, p = 1, it would be stable up to 2 / N.
    """
    return jnp.where(depth == 1, 0.1, 1.25 / (depth * jnp.sqrt(share)))


def descend(depth, scale, share) -> Descent:
    """Gradient descent from Gaussian factors, whose product has the size `scale`."""
    mask = seen(share)
    of_factors = factorization.completion_loss(TRUTH, mask)
    is_used = (jnp.arange(MAX_DEPTH) < depth)[:, None, None]
    factors = lambda w: jnp.where(is_used, w, jnp.eye(SIZE))
    loss = lambda w: of_factors(list(factors(w)))
    start = scale ** (1 / depth) * jnp.asarray(NORMALS)

    def record(w, state):
        return factorization.product(list(factors(w)))

    descent = run(gradient_descent(rate(depth, share)), loss, start, STEPS, record=record)
    W = descent.path[KEPT]
    return _measure(W, mask)


def _measure(W, mask) -> Descent:
    sigma = jax.vmap(linalg.jacobi_singular_values)(W)
    b = jnp.where(mask, TRUTH, 0)
    residual = _norm(jnp.where(mask, W, 0) - b) / _norm(b)
    error = _norm(W - TRUTH) / _norm(TRUTH)
    rank = jax.vmap(linalg.entropy_rank)(sigma)
    return Descent(sigma, residual, error, rank, W)


def _norm(matrices):
    return jnp.sqrt(jnp.sum(matrices**2, axis=(-2, -1)))
