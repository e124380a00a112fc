"""Matrix completion: a matrix from some of its entries, by gradient descent on a product of others.

    W = W_N ... W_1                       the product of N factors, of depth N         (10.2)
    L = ½ Σ (W_ij - b_ij)²                over the entries (i, j) that were seen       (10.1)
    min ‖W‖_*  where  W_ij = b_ij         the convex way: the least nuclear norm

factorize              descent on the factors, from a start of a small scale
nuclear_norm_minimum   the convex way, with a certificate of how far from the minimum it may be
descend                of factors of your own, by any optimizer, to a residual: (factors, steps)
product, completion_loss              W and L of the factors
gaussian_factors, balanced_factors    where they start; imbalance, which a flow conserves
descent_rate                          a learning rate for them
end_to_end_flow, singular_value_flow  how W and its singular values move, if balanced

Which of the matrices that fit is found depends on depth and start: no term of L asks for low rank.
The mask holds truth values, true if seen; what `observed` holds elsewhere is not looked at.
Sources: Gunasekar et al. (2017); Arora, Cohen, Hu and Luo (2019).
"""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from numbers import Integral
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, PRNGKeyArray

from optcourse.checks import require, require_nonnegative, require_positive
from optcourse.linalg import AnyMatrix, Scalar, schatten_norm
from optcourse.optimizers.base import Optimizer
from optcourse.optimizers.gradient_descent import gradient_descent
from optcourse.programs import jit_call

GAP = 1e-5  # in float32 a sum of 100 singular values tells no smaller one
MAX_SPLITTINGS, BETWEEN_GAPS = 4000, 25
RELAXATION = 1.8  # below 2; like γ it decides how soon the splitting ends, not where


class Completion(NamedTuple):
    """A completed matrix.

    residual: ‖W - b‖ / ‖b‖ over the seen entries. gap: at most this share of the nuclear norm lies
    above the least one of all matrices with these entries; NaN where nothing certifies that.
    """

    matrix: Float[Array, "rows columns"]
    nuclear_norm: Scalar
    residual: Scalar
    gap: Scalar


# Descent on the factors


def factorize(observed, mask, depth, scale, key, optimizer: Optimizer | None = None) -> Completion:
    """Complete by descent on `depth` factors, from `gaussian_factors` of that scale.

    It ends at a residual of 1e-3, or after 20 000 steps; a divergence is a result, of NaN. Without
    an optimizer it is gradient descent with the rate `descent_rate`. Raises ValueError for arrays
    of different shapes, a mask with an empty row or column, a seen entry that is not finite, a
    depth below 1 or a scale that is not positive.
    """
    b, mask = _checked(observed, mask)
    factors = gaussian_factors(key, b.shape, depth, scale)
    if optimizer is None:
        optimizer = gradient_descent(descent_rate(b, mask, depth))
    factors, _ = descend(factors, b, mask, optimizer)
    W = product(factors)
    return _completion(W, b, mask, gap=jnp.asarray(jnp.nan))


def descend(
    factors, observed, mask, optimizer: Optimizer, tolerance=1e-3, max_steps=20_000
) -> tuple[list[Array], Array]:
    """(factors, steps): the first factors on the way whose residual is at most the tolerance.

    After max_steps, and where the residual is NaN, it returns what it has.
    """
    b, mask = _checked(observed, mask)
    require_nonnegative(tolerance=tolerance, max_steps=max_steps)
    loss = completion_loss(b, mask)
    target = tolerance**2 * _square(b, mask) / 2

    # A step tells the loss of the place that it leaves: so w is a step ahead of what is returned.
    def step(carry):
        _, _, w, state, t = carry
        next_w, state, info = optimizer.step(loss, w, state)
        return info.loss, w, next_w, state, t + 1

    def unfinished(carry):
        value, *_, t = carry
        return (value > target) & (t < max_steps)

    w = [jnp.asarray(factor, b.dtype) for factor in factors]
    walk = partial(jax.lax.while_loop, unfinished, step)
    unknown = jnp.asarray(jnp.inf, b.dtype)
    start = unknown, w, w, optimizer.init(w), -1
    _, end, _, _, steps = jit_call(walk, start)
    return end, steps


def completion_loss(observed, mask) -> Callable:
    """loss(factors) = ½ Σ (W_ij - b_ij)² (10.1) over the seen entries, W the product."""
    b, mask = _checked(observed, mask)
    return lambda factors: _square(product(factors) - b, mask) / 2  # (10.1)


def product(factors: Sequence) -> Float[Array, "rows columns"]:
    """W = W_N ... W_1 (10.2) of the factors [W_1, ..., W_N]: the first one is applied first."""
    W = jnp.asarray(factors[0])
    for factor in factors[1:]:
        W = factor @ W  # (10.2)
    return W


def gaussian_factors(key: PRNGKeyArray, shape, depth, scale) -> list[Array]:
    """Independent factors whose product has entries of the size α / √columns, α the scale.

    Each has entries N(0, α^(2/N) / its columns), so that W v has about the size α ‖v‖. Between two
    factors stand as many units as the smaller side of W has: no rank is excluded.
    """
    require_positive(scale=scale)
    shapes = _factor_shapes(shape, depth)
    keys = jax.random.split(key, depth)
    root = scale ** (1 / depth)

    def draw(key, shape):
        return root / shape[1] ** 0.5 * jax.random.normal(key, shape)

    return list(map(draw, keys, shapes))


def balanced_factors(W: AnyMatrix, depth) -> list[Array]:
    """Factors of W = U Σ Vᵀ that are balanced: Σ^(1/N) Vᵀ first, U Σ^(1/N) last, Σ^(1/N) between.

    Balanced: W_{j+1}ᵀ W_{j+1} = W_j W_jᵀ for each j, which gradient flow conserves.
    """
    shapes = _factor_shapes(W.shape, depth)
    if depth == 1:
        return [jnp.asarray(W)]
    U, sigma, Vt = jnp.linalg.svd(W, full_matrices=False)
    root = sigma ** (1 / depth)
    between = [jnp.diag(root) for _ in shapes[1:-1]]
    return [root[:, None] * Vt, *between, U * root]


def imbalance(factors: Sequence) -> Scalar:
    """The largest ‖W_{j+1}ᵀ W_{j+1} - W_j W_jᵀ‖: 0 if balanced; a gradient flow conserves it."""
    differences = [b.T @ b - a @ a.T for a, b in pairwise(factors)]
    norms = [jnp.linalg.norm(difference) for difference in differences]
    return jnp.max(jnp.asarray(norms), initial=0.0)


def descent_rate(observed, mask, depth) -> Scalar:
    """1 / (N s^(2 - 2/N)), s the spectral norm of the seen entries over the share that was seen.

    s estimates σ_1 of the whole matrix, and is mostly too large; where balanced factors fit, the
    curvature of the loss is at most N σ_1^(2 - 2/N).
    """
    b, mask = _checked(observed, mask)
    spectral_norm = jnp.linalg.norm(b, 2) / jnp.mean(mask)
    return 1 / (depth * spectral_norm ** (2 - 2 / depth))


# The convex way


def nuclear_norm_minimum(observed, mask) -> Completion:
    """The matrix of least nuclear norm with these entries, by Douglas-Rachford splitting.

    X = Z, and b where it was seen
    Z <- Z + 1.8 (shrink(2 X - Z) - X)   singular values less γ = ‖b‖_2 / 4, and none below 0

    G = (X - Z) / γ is zero where nothing was seen. Any such G has <G, b> <= ‖G‖_2 ‖W‖_* for each W
    with these entries: so <G, b> / max(1, ‖G‖_2) is no larger than the least nuclear norm. This
    bounds the gap, whether or not it converged. It ends at a gap of 1e-5, or after 4000 splittings.
    """
    b, mask = _checked(observed, mask)
    gamma = jnp.linalg.norm(b, 2) / 4

    def split(_, Z):
        X = jnp.where(mask, b, Z)
        return Z + RELAXATION * (_shrink(2 * X - Z, gamma) - X)

    def stretch(carry):
        Z, _, t = carry
        Z = jax.lax.fori_loop(0, BETWEEN_GAPS, split, Z)
        return Z, _gap(Z, b, mask, gamma), t + BETWEEN_GAPS

    def unfinished(carry):
        _, gap, t = carry
        return (gap > GAP) & (t < MAX_SPLITTINGS)

    walk = partial(jax.lax.while_loop, unfinished, stretch)
    Z, gap, _ = jit_call(walk, (b, jnp.asarray(jnp.inf, b.dtype), 0))
    return _completion(jnp.where(mask, b, Z), b, mask, gap)


def _shrink(X, threshold):
    U, sigma, Vt = jnp.linalg.svd(X, full_matrices=False)
    return (U * jnp.maximum(sigma - threshold, 0)) @ Vt


def _gap(Z, b, mask, gamma):
    """1 - <G, b> / max(1, ‖G‖_2) / ‖X‖_*."""
    X = jnp.where(mask, b, Z)
    G = (X - Z) / gamma
    spectral_norm = jnp.linalg.norm(G, 2)
    bound = jnp.sum(G * b) / jnp.maximum(1, spectral_norm)
    return 1 - bound / schatten_norm(X, 1)


# How the product moves


def end_to_end_flow(W: AnyMatrix, gradient: AnyMatrix, depth) -> Float[Array, "rows columns"]:
    """dW/dt of balanced factors under gradient flow, the gradient being ∇ℓ(W).

    dW/dt = -Σ_j [W Wᵀ]^((j-1)/N) ∇ℓ(W) [Wᵀ W]^((N-j)/N),   j = 1, ..., N
    """
    _check_depth(depth)
    left, sigma, right = jnp.linalg.svd(W, full_matrices=True)

    def term(j):
        before = _power(left, sigma, 2 * (j - 1) / depth)
        after = _power(right.T, sigma, 2 * (depth - j) / depth)
        return before @ gradient @ after

    return -sum(map(term, range(1, depth + 1)))


def _power(basis, sigma, exponent):
    """basis diag(σ^exponent) basisᵀ, where 0^0 = 1: a power 0 is the identity."""
    missing = len(basis) - len(sigma)
    powers = jnp.pad(sigma, (0, missing)) ** exponent
    return (basis * powers) @ basis.T


def singular_value_flow(W: AnyMatrix, gradient: AnyMatrix, depth) -> Float[Array, " k"]:
    """dσ_r/dt = -N σ_r^(2 - 2/N) u_rᵀ ∇ℓ(W) v_r (10.5), of balanced factors under gradient flow.

    Of one number, w = f^N, this is dw/dt = -N w^(2 - 2/N) ℓ'(w) (10.4).
    So for N >= 2 a singular value that is small moves slowly, the more so the deeper: from a small
    start they grow one after another.
    """
    _check_depth(depth)
    U, sigma, Vt = jnp.linalg.svd(W, full_matrices=False)
    along = jnp.sum(U * (gradient @ Vt.T), axis=0)
    return -depth * sigma ** (2 - 2 / depth) * along  # (10.5)


# What all of it needs


def _square(difference, mask):
    return jnp.sum(jnp.where(mask, difference, 0) ** 2)


def _completion(W, b, mask, gap):
    residual = jnp.sqrt(_square(W - b, mask) / _square(b, mask))
    return Completion(W, schatten_norm(W, 1), residual, gap)


def _factor_shapes(shape, depth):
    """Shapes of W_1, ..., W_N, with as many units between as the smaller side has."""
    _check_depth(depth)
    rows, columns = shape
    units = [columns, *[min(shape)] * (depth - 1), rows]
    return [(b, a) for a, b in pairwise(units)]


def _check_depth(depth):
    is_whole = isinstance(depth, Integral) and depth >= 1
    require(lambda _: is_whole, "a whole number of factors >= 1", depth=depth)


def _checked(observed, mask):
    """(b, mask): the seen entries, zero elsewhere; ValueError where they complete to nothing."""
    if np.shape(observed) != np.shape(mask) or np.ndim(mask) != 2:
        shapes = f"observed has the shape {np.shape(observed)}, the mask {np.shape(mask)}"
        raise ValueError(f"{shapes}: give two matrices of one shape")
    if not jnp.issubdtype(jnp.result_type(mask), jnp.bool_):
        raise ValueError(f"the mask holds {jnp.result_type(mask)}: give truth values, true if seen")
    if not isinstance(mask, jax.core.Tracer):
        _check_seen(np.asarray(mask))
    b = jnp.where(mask, jnp.asarray(observed, float), 0)
    require(np.isfinite, "finite numbers where the mask is true", observed=b)
    require(np.any, "an entry that is seen and not 0: the zero matrix fits these", observed=b)
    return b, jnp.asarray(mask)


def _check_seen(mask):
    for axis, name in enumerate(("column", "row")):
        empty = np.flatnonzero(~mask.any(axis=axis))
        if empty.size:
            remedy = f"give at least one entry of it, or drop the {name}"
            raise ValueError(f"{name} {empty[0]} of the mask has no seen entry: {remedy}")
