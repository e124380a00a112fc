"""Small programs that use every primitive the compiler knows: name -> (function, arguments)."""

import itertools
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

ROW, OTHER = np.array([0.3, -1.2, 2.5, 0.0, -0.7]), np.array([1.1, 0.4, -2.0, 0.9, 3.3])
GRID = np.arange(24.0).reshape(4, 6) / 7 - 1.3
LARGE = np.sin(np.arange(60.0)).reshape(3, 4, 5)
WHOLE = np.array([5, -3, 2, 0, 7], dtype=np.int32)
UNITS = np.array([0.1, -0.5, 0.9, 0.0, -0.99])
SQUARE = np.array([[2.0, 0.3, -0.4], [0.3, 1.5, 0.2], [-0.4, 0.2, 3.0]])

UNARY = {
    **{name: getattr(jnp, name) for name in "exp exp2 expm1 sin cos tan sinh cosh tanh arctan arcsinh".split()},
    **{name: getattr(jnp, name) for name in "abs sign floor ceil square round cbrt negative isfinite".split()},
    "sqrt": lambda x: jnp.sqrt(jnp.abs(x)),
    "rsqrt": lambda x: lax.rsqrt(jnp.abs(x) + 1),
    "log": lambda x: jnp.log(jnp.abs(x) + 0.1),
    "log1p": lambda x: jnp.log1p(jnp.abs(x)),
    "logistic": jax.nn.sigmoid,
    "erf": lax.erf,
    "erfc": lax.erfc,
    "cube": lambda x: x**3,
    "fifth": lambda x: x**5,
    "inverse square": lambda x: (x + 5) ** -2,
    "zeroth": lambda x: x**0,
    "power": lambda x: (jnp.abs(x) + 0.1) ** 1.7,
    "round away": lambda x: lax.round(x * 5 / 2, lax.RoundingMethod.AWAY_FROM_ZERO),
    "relu": jax.nn.relu,
    "softplus": jax.nn.softplus,
    "gelu": jax.nn.gelu,
    "softmax": jax.nn.softmax,
    "logsumexp": jax.nn.logsumexp,
    "log of not-a-number": lambda x: jnp.where(x > 0, jnp.log(x), 0.0),
    "to whole": lambda x: (x * 3).astype(jnp.int32),
    "to truth": lambda x: x.astype(bool),
    "clip": lambda x: jnp.clip(x, -0.5, 0.8),
    "norm": jnp.linalg.norm,
}
INVERSE = {name: getattr(jnp, name) for name in "arcsin arccos arctanh".split()} | {
    "erf_inv": lax.erf_inv,
    "arccosh": lambda x: jnp.arccosh(1.5 + x),
}
BINARY = {
    **{name: getattr(jnp, name) for name in "add subtract multiply divide maximum minimum arctan2 fmod".split()},
    **{name: getattr(jnp, name) for name in "less less_equal greater greater_equal equal not_equal".split()},
    "hypot": jnp.hypot,
    "barrier": lambda x, y: lax.optimization_barrier((x + y, x * y)),
    "where": lambda x, y: jnp.where(x > y, x, y * 2),
    "logaddexp": jnp.logaddexp,
    "and": lambda x, y: (x > 0) & (y > 0),
    "or": lambda x, y: (x > 0) | (y > 0),
    "xor": lambda x, y: (x > 0) ^ (y > 0),
    "not": lambda x, y: ~(x > y),
    "largest truth": lambda x, y: (lax.max(x > 0, y > 0), lax.min(x > 0, y > 0)),
    "dot": jnp.dot,
    "outer": jnp.outer,
    "convolve": lambda x, y: jnp.stack([jnp.roll(x, k) @ y for k in range(3)]),
}
INTEGER = {
    "sums": lambda n: n + n * 2 - 1,
    "wraps around": lambda n: n * 1_000_000_007,
    "quotient": lambda n: (n // 2, n % 3, lax.div(n, np.int32(2)), lax.rem(n, np.int32(3))),
    "bits": lambda n: (n & 3, n | 4, n ^ 6, ~n),
    "shifts": lambda n: (n << 3, lax.shift_right_logical(n, np.int32(2)), n >> 1),
    "unsigned": lambda n: n.astype(jnp.uint32) * jnp.uint32(3_000_000_000),
    "compared": lambda n: (n == 2, jnp.maximum(n, 1), jnp.sum(n), jnp.prod(n), jnp.max(n)),
    "powers": lambda n: n**3,
    "bits of all": lambda n: (lax.reduce_and(n | 4, (0,)), lax.reduce_or(n & 3, (0,)), lax.reduce_and(n, (0,))),
    "population count": lambda n: (
        lax.population_count(n),
        lax.population_count(n.astype(jnp.uint32) * jnp.uint32(2_654_435_761)),
        lax.population_count(jnp.array([-1, 2**31 - 1, -(2**31), 0], jnp.int32) ^ n[3]),
    ),
}
SHAPES = {
    "reshape": lambda x: (x.reshape(6, 4) * 2, x.reshape(2, 2, 6), x.ravel()),
    "reshape of a transpose": lambda x: x.T.reshape(4, 6),
    "transpose": lambda x: (x.T + 1, x.T),
    "reverse": lambda x: (x[::-1], x[:, ::-1]),
    "slices": lambda x: (x[1:3, ::2], x[-1], x[:, 2:5:2]),
    "new axes": lambda x: x[:, None, :] - x[None, :, :],
    "broadcast": lambda x: jnp.broadcast_to(x[0], (3, 6)),
    "concatenate": lambda x: (jnp.concatenate([x, 2 * x]), jnp.concatenate([x, x[:, :1]], 1)),
    "stack": lambda x: (jnp.stack([x, -x]), jnp.stack([x, -x], 2), jnp.stack(list(x.T))),
    "pad": lambda x: (jnp.pad(x, 1), lax.pad(x, 0.5, [(1, 0, 1), (0, 2, 0)])),
    "pad by less than nothing": lambda x: lax.pad(x, 0.5, [(-1, 0, 0), (0, -2, 0)]),
    "tile": lambda x: jnp.tile(x, (2, 3)),
    "squeeze": lambda x: x[None, :, None].squeeze() * 2,
    "squeeze what is not stored": lambda x: ((x[None, :, None] * 2).squeeze(), (x[:, :1] + 1).ravel()),
    "iota": lambda x: x * jnp.arange(6) + jnp.arange(4)[:, None],
    "linspace": lambda x: jnp.linspace(0, x[0, 0], 40),
    "meshgrid": lambda x: jnp.meshgrid(x[0], x[1]),
    "identity": lambda x: jnp.eye(6) + x[0],
    "triangle": lambda x: jnp.triu(x),
    "split": lambda x: jnp.split(x, [2, 3], axis=1),
    "unstack": lambda x: jnp.unstack(x * 2, axis=1),
    "roll": lambda x: jnp.roll(x, 2, axis=1),
    "repeat": lambda x: jnp.repeat(x, 2, axis=0),
}


def along(names: str, *axes):
    """These functions of jax.numpy, each along each axis."""
    pairs = itertools.product(names.split(), axes)
    return {f"{name} {axis}": partial(getattr(jnp, name), axis=axis) for name, axis in pairs}


REDUCTIONS = {
    **along("sum mean max min prod var argmax argmin", None, 0, 1),
    **along("cumsum cumprod sort argsort", 0, 1),
    "any": lambda x: (jnp.any(x > 1), jnp.any(x > 1, axis=0), jnp.all(x < 1), jnp.all(x < 1, axis=1)),
    "cummax": lambda x: (lax.cummax(x, 1), lax.cummin(x, 0), lax.cumsum(x, 0, reverse=True)),
    "cumlogsumexp": lambda x: [lax.cumlogsumexp(x * 9, axis, reverse) for axis in (0, 1) for reverse in (False, True)],
    "cumlogsumexp of extremes": lambda x: [
        lax.cumlogsumexp(jnp.where(x < 0, -jnp.inf, x * 400), 1, reverse) for reverse in (False, True)
    ],
    "of truth": lambda x: (jnp.max(x > 1), jnp.min(x > -1, axis=0)),
    "top": lambda x: lax.top_k(x, 3),
    "median": lambda x: jnp.median(x, axis=1),
    "sorted with": lambda x: lax.sort((x[0] > 0, x[1]), num_keys=2),
}
PRODUCTS = {
    "matrix": lambda x: x @ x.T,
    "vector": lambda x: x @ x[0],
    "batches": lambda x: jnp.einsum("ij,ik->ijk", x, x),
    "contracted twice": lambda x: jnp.einsum("ij,ij->", x, x),
    "batched": lambda x: jnp.einsum("bij,bjk->bik", jnp.stack([x, 2 * x]), jnp.stack([x.T, x.T])),
}
SCATTER_ROWS = lax.ScatterDimensionNumbers((1,), (0,), (0,))
INDEXING = {
    "take": lambda x, n: (x[n], x[:, n], x[n, n]),
    "take outside": lambda x, n: (x.at[n + 9].get(mode="clip"), x.at[n + 9].get(mode="fill", fill_value=7)),
    "moving": lambda x, n: (x[n[2]], lax.dynamic_slice(x, (n[2], n[0]), (2, 3))),
    "put": lambda x, n: (x.at[n[2]].set(9.0), x.at[:, n[2]].add(1.0), x.at[n % 4, n % 4].multiply(2)),
    "put in": lambda x, n: lax.dynamic_update_slice(x, x[:2, :2] * 10, (n[2], n[0])),
    "largest": lambda x, n: (x.at[n % 4].max(0.5), x.at[n % 4].min(0.1)),
    "taken away": lambda x, n: lax.scatter_sub(x, n[:1, None] % 4, x[:1], SCATTER_ROWS),
    "dropped": lambda x, n: x.at[n + 3].set(5.0, mode="drop"),
    "along": lambda x, n: jnp.take_along_axis(x, jnp.argsort(-x, axis=1), axis=1),
    "one hot": lambda x, n: jax.nn.one_hot(n, 6),
    "each its own": lambda x, n: jax.vmap(lambda row, i: row[i])(x, n[:4] % 6),
    "each its own put": lambda x, n: jax.vmap(lambda row, i: row.at[i].add(1))(x, n[:4] % 6),
    "search from above": lambda x, n: jnp.searchsorted(jnp.sort(x[0]), x[1], side="right"),
    "search": lambda x, n: jnp.searchsorted(jnp.sort(x[0]), x[1]),
}


def scan_pair(x, y):
    return lax.scan(lambda c, row: ((c[1], c[0] + row), c[0] * 2), (x[0], y[0]), x)


def scan_large(x, y):
    big = jnp.outer(x, jnp.arange(6.0))
    return lax.scan(lambda c, row: (c.T @ c / (1 + jnp.abs(c).max()) * row, c.sum()), big @ big.T, y)


def scan_rows(x, y):
    table = jnp.stack([x, y]).repeat(20, 1)
    return lax.scan(lambda c, row: (c * 0.5 + row, row[:2]), table[:, 0], table.T, reverse=True)


def nested(x, y):
    inner = lambda c, _: (c * 0.9 + y[0], c)
    outer = lambda c, row: (lax.scan(inner, c + row, None, length=3)[0], c)
    return lax.scan(outer, x[0], x)


def while_halves(x, y):
    return lax.while_loop(lambda c: c[0] > 0.1, lambda c: (c[0] * 0.5, c[1] + 1), (y[0], 0))


def while_each(x, y):
    halve = lambda s: lax.while_loop(lambda c: c[0] > 0.1, lambda c: (c[0] * 0.5, c[1] + s), (s, 0.0))
    return jax.vmap(halve)(jnp.abs(y))


def chosen(x, y):
    which = (x[0] > 0).astype(int)
    return lax.switch(which, [lambda v: (v, v.sum()), lambda v: (v * 2, v[0])], y)


def chosen_each(x, y):
    return jax.vmap(lambda a, b: lax.cond(a > 0, lambda v: v * 2, lambda v: v - 1, b))(x, y)


def swapped(x, y):
    return lax.fori_loop(0, 5, lambda t, c: (c[1], c[0] + t, c[2].T), (x, y, jnp.outer(x, y)))


def changing_places(x, y):
    big = jnp.outer(x, y)
    return lax.fori_loop(0, 3, lambda t, c: (c[1], c[0], c[3], c[2]), (x, y, big, big + 1))


def put_in_turn(x, y):
    return lax.fori_loop(0, 30, lambda t, a: a.at[t].set(a[t - 1] * 0.5 + x[0]), jnp.zeros(30))


def associative(x, y):
    return lax.associative_scan(jnp.add, jnp.concatenate([x, y]))


def rosenbrock(w, y):
    return jnp.sum(100 * (w[1:] - w[:-1] ** 2) ** 2 + (1 - w[:-1]) ** 2)


LOOPS = {
    name: function
    for name, function in globals().items()
    if callable(function) and function.__module__ == __name__ and name not in ("along", "rosenbrock")
} | {
    "gradient": jax.grad(rosenbrock),
    "hessian": jax.hessian(rosenbrock),
    "gradient of an associative scan": jax.grad(lambda x, y: jnp.sum(associative(x, y) ** 2)),
    "gradient of a loop": jax.grad(lambda x, y: scan_rows(x, y)[0].sum()),
    "jacobian": jax.jacobian(lambda x, y: jnp.tanh(jnp.outer(x, y))),
    "vmapped loop": lambda x, y: jax.vmap(lambda s: nested(x * s, y))(y),
}
LINEAR = {
    "solve": lambda A: jnp.linalg.solve(A, jnp.arange(3.0)),
    "inverse": jnp.linalg.inv,
    "determinant": lambda A: (jnp.linalg.det(A), jnp.linalg.slogdet(A)),
    "cholesky": jnp.linalg.cholesky,
    "pivots": lambda A: jnp.linalg.solve(A[::-1], A),
    "triangles": lambda A: [
        jax.scipy.linalg.solve_triangular(A, A, trans=t, lower=low) for t in (0, 1) for low in (False, True)
    ],
    "eigenvalues": lambda A: jnp.linalg.eigvalsh(A[:2, :2]),
    "eigenvectors": lambda A: jnp.abs(jnp.linalg.eigh(A[:2, :2])[1]),
    "eigenvalues of many": lambda A: jnp.linalg.eigvalsh(jnp.stack([A[:2, :2], A[1:, 1:], jnp.eye(2)])),
}
RANDOM = {
    "bits of a number": lambda n: lax.bitcast_convert_type(
        lax.bitcast_convert_type(jnp.float32(n) - 0.3, jnp.uint32), jnp.int32
    ),
    "bits": lambda n: jax.random.bits(jax.random.key(n), (7,)),
    "uniform": lambda n: jax.random.uniform(jax.random.key(n), (3, 4)),
    "normal": lambda n: jax.random.normal(jax.random.key(n), (20,)),
    "split": lambda n: jax.vmap(lambda key: jax.random.uniform(key, (2,)))(jax.random.split(jax.random.key(n), 3)),
    "many": lambda n: jax.random.uniform(jax.random.key(n), (3, 7, 5)),
    "folded": lambda n: jax.random.uniform(jax.random.fold_in(jax.random.key(1), n)),
    "in a loop": lambda n: lax.scan(
        lambda key, _: (jax.random.split(key)[0], jax.random.normal(key)), jax.random.key(n), None, length=4
    )[1],
    "integers": lambda n: jax.random.randint(jax.random.key(n), (9,), 0, 10),
    "permutation": lambda n: jax.random.permutation(jax.random.key(n), 12),
    "bernoulli": lambda n: jax.random.bernoulli(jax.random.key(n), 0.3, (9,)),
    "choice": lambda n: jax.random.choice(jax.random.key(n), 10, (4,)),
}

GROUPS = [
    (UNARY, (ROW,)), (INVERSE, (UNITS,)), (BINARY, (ROW, OTHER)), (INTEGER, (WHOLE,)),
    (SHAPES, (GRID,)), (REDUCTIONS, (GRID,)), (PRODUCTS, (GRID,)), (INDEXING, (GRID, np.array([3, 1, 2, 0], np.int32))),
    (LOOPS, (ROW, OTHER)), (LINEAR, (SQUARE,)),
]  # fmt: skip
ALL = {f"{n}: {name}": (function, args) for n, (group, args) in enumerate(GROUPS) for name, function in group.items()}
ALL |= {f"large {name}": (function, (LARGE,)) for name, function in UNARY.items() if name != "norm"}
