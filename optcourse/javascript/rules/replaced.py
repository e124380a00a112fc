"""Primitives that are themselves computed by JAX: random bits, small linear algebra, a cumulative.

Each is put in place by a function of simpler primitives, which is traced and followed.
"""

import math

import jax
import jax.numpy as jnp
import numpy as np
from jax.extend.random import threefry_prng_impl

from optcourse.javascript.compiler import Compiler, rule
from optcourse.javascript.program import UnsupportedError, trace
from optcourse.javascript.rules.elementwise import aligned
from optcourse.javascript.values import Value, position


def replaced(compiler: Compiler, function, values):
    """The results of a JAX function at these values."""
    shapes = [jax.ShapeDtypeStruct(x.shape, x.dtype) for x in values]
    return compiler.run(trace(function, *shapes), [compiler.store(x) for x in values])


@rule("random_wrap", "random_unwrap")
def same_key(compiler: Compiler, equation, key):
    """A key is its two numbers: `trace` sees to that."""
    return key


@rule("random_seed")
def random_seed(compiler: Compiler, equation, seeds):
    return replaced(compiler, _over(threefry_prng_impl.seed, 0, seeds), [seeds])


@rule("random_split")
def random_split(compiler: Compiler, equation, keys):
    shape = equation.params["shape"]
    split = lambda key: threefry_prng_impl.split(key, shape)
    return replaced(compiler, _over(split, 1, keys), [keys])


@rule("random_fold_in")
def random_fold_in(compiler: Compiler, equation, keys, numbers):
    fold = threefry_prng_impl.fold_in
    for _ in numbers.shape:
        fold = jax.vmap(fold)
    return replaced(compiler, fold, [keys, numbers])


@rule("random_bits")
def random_bits(compiler: Compiler, equation, keys):
    width, shape = equation.params["bit_width"], equation.params["shape"]
    draw = lambda key: threefry_prng_impl.random_bits(key, width, shape)
    return replaced(compiler, _over(draw, 1, keys), [keys])


def _over(function, rank: int, keys: Value):
    """The function for each of an array of keys."""
    for _ in keys.shape[rank:]:
        function = jax.vmap(function)
    return function


@rule("threefry2x32")
def threefry(compiler: Compiler, equation, *words):
    """Two random words from two words of a key and two of a counter (Salmon et al., 2011)."""
    shape = equation.outputs[0].shape
    size = math.prod(shape)
    arrays = [compiler.code.array(size, np.uint32) for _ in range(2)]
    helper = compiler.code.helper("threefry")

    def write(index):
        texts = ", ".join(aligned(word, index) for word in words)
        pair = compiler.code.declare(f"{helper}({texts})")
        for n, array in enumerate(arrays):
            compiler.code.line(f"{array}[{position(shape, index)}] = {pair}[{n}];")

    with compiler.code.function("threefry"):
        compiler.each(shape, write)
    return [compiler.row(array, shape, np.dtype(np.uint32)) for array in arrays]


@rule("cumlogsumexp")
def cumulative_logsumexp(compiler: Compiler, equation, x):
    """The logarithm of the sum of exponentials so far, one more added in each step of a scan."""
    axis, reverse = equation.params["axis"], equation.params["reverse"]

    def step(total, row):
        total = jnp.logaddexp(total, row)
        return total, total

    def cumulate(x):
        rows = jnp.moveaxis(x, axis, 0)
        nothing = jnp.full(rows.shape[1:], -jnp.inf, x.dtype)
        _, totals = jax.lax.scan(step, nothing, rows, reverse=reverse)
        return jnp.moveaxis(totals, 0, axis)

    return replaced(compiler, cumulate, [x])


@rule("eigh")
def eigh(compiler: Compiler, equation, matrix):
    """Eigenvectors as columns and eigenvalues of symmetric 2 x 2 matrices, ascending."""
    if matrix.shape[-2:] != (2, 2):
        n = matrix.shape[-1]
        uses = f"which {equation.source} uses: it has that of 2 x 2"
        raise UnsupportedError(f"JavaScript has no eigh of {n} x {n}, {uses}")
    return replaced(compiler, _eigh_of_two, [matrix])


def _eigh_of_two(A):
    a, b, d = A[..., 0, 0], A[..., 1, 0], A[..., 1, 1]
    mean, half = (a + d) / 2, (a - d) / 2
    radius = jnp.hypot(half, b)
    angle = jnp.arctan2(b, half) / 2  # of the eigenvector of the larger one
    c, s = jnp.cos(angle), jnp.sin(angle)
    vectors = jnp.stack([jnp.stack([-s, c], -1), jnp.stack([c, s], -1)], -1)
    return vectors, jnp.stack([mean - radius, mean + radius], -1)


@rule("lu")
def lu(compiler: Compiler, equation, matrix):
    """L below, U above the diagonal, of the rows in the order of the pivots."""
    return replaced(compiler, jnp.vectorize(_lu, signature="(n,n)->(n,n),(n),(n)"), [matrix])


def _lu(A):
    n = A.shape[0]
    order, pivots = jnp.arange(n, dtype=jnp.int32), []
    for k in range(n):
        rows = jnp.arange(n)
        pivot = jnp.argmax(jnp.where(rows < k, -1, jnp.abs(A[:, k]))).astype(jnp.int32)
        swap = jnp.where(rows == k, pivot, jnp.where(rows == pivot, k, rows))
        A, order = A[swap], order[swap]
        factors = jnp.where(rows > k, A[:, k] / A[k, k], 0)
        A = A - factors[:, None] * jnp.where(jnp.arange(n) > k, A[k], 0)
        A = A.at[:, k].set(jnp.where(rows > k, factors, A[:, k]))
        pivots.append(pivot)
    return A, jnp.stack(pivots), order


@rule("triangular_solve")
def triangular_solve(compiler: Compiler, equation, matrix, right):
    p = equation.params

    def solve(A, B):
        A = jnp.swapaxes(A, -1, -2) if p["transpose_a"] else A
        lower = p["lower"] != p["transpose_a"]
        if not p["left_side"]:
            A, B, lower = jnp.swapaxes(A, -1, -2), jnp.swapaxes(B, -1, -2), not lower
        X = _substitute(A, B, lower, p["unit_diagonal"])
        return X if p["left_side"] else jnp.swapaxes(X, -1, -2)

    return replaced(compiler, solve, [matrix, right])


def _substitute(A, B, lower: bool, unit: bool):
    """X with A X = B, row after row."""
    n, X = A.shape[-1], jnp.zeros_like(B)
    for k in range(n) if lower else reversed(range(n)):
        others = slice(0, k) if lower else slice(k + 1, n)
        row = B[..., k, :] - jnp.einsum("...j,...jm->...m", A[..., k, others], X[..., others, :])
        X = X.at[..., k, :].set(row if unit else row / A[..., k, k, None])
    return X


@rule("cholesky")
def cholesky(compiler: Compiler, equation, matrix):
    return replaced(compiler, jnp.vectorize(_cholesky, signature="(n,n)->(n,n)"), [matrix])


def _cholesky(A):
    L = jnp.zeros_like(A)
    for k in range(A.shape[0]):
        column = A[:, k] - L @ L[k]
        L = L.at[:, k].set(jnp.where(jnp.arange(A.shape[0]) < k, 0, column / jnp.sqrt(column[k])))
    return L
