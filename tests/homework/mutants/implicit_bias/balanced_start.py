"""Wrong answers to 10.balanced_start: each property's own, which it alone catches, and others."""

import numpy as np


def from_parts(name, first, between, last, full=False):
    """first(s, Vt), between(s) and last(U, s), each with N as its last argument."""

    def function(W, depth):
        U, sigma, Vt = np.linalg.svd(np.asarray(W, float), full_matrices=full)
        middle = [between(sigma, depth) for _ in range(depth - 2)]
        return [first(sigma, Vt, depth), *middle, last(U, sigma, depth)]

    function.__name__ = name
    return function


def rows_scaled(power):
    return lambda sigma, Vt, N: sigma[:, None] ** power(N) * Vt


def columns_scaled(power):
    return lambda sigma, Vt, N: sigma ** power(N) * Vt


def diagonal(power):
    return lambda sigma, N: np.diag(sigma ** power(N))


def last_scaled(power):
    return lambda U, sigma, N: U * sigma ** power(N)


def root(N):
    return 1 / N


def half(N):
    return 0.5


def one(N):
    return 1


def none(N):
    return 0


def all_powers(name, power, first=rows_scaled, **more):
    return from_parts(name, first(power), diagonal(power), last_scaled(power), **more)


def three_powers(name, first, between, last):
    return from_parts(name, rows_scaled(first), diagonal(between), last_scaled(last))


def swapped(W, depth):
    """The last factor first."""
    return right(W, depth)[::-1]


def without_the_basis(sigma, Vt, N):
    return np.diag(sigma ** root(N))


def random_factors(W, depth):
    """Small random ones first, and the last made to fit."""
    random, (rows, columns) = np.random.default_rng(0), W.shape
    k = min(rows, columns)
    shapes = [(k, columns), *[(k, k)] * (depth - 2)]
    factors, so_far = [], np.eye(columns)
    for shape in shapes:
        factors.append(random.normal(size=shape))
        so_far = factors[-1] @ so_far
    return [*factors, np.asarray(W, float) @ np.linalg.pinv(so_far)]


def transposed_v(W, depth):
    """Takes V for Vᵀ."""
    _, sigma, Vt = np.linalg.svd(np.asarray(W, float), full_matrices=False)
    return [sigma[:, None] ** root(depth) * Vt.T, *right(W, depth)[1:]]


def up_to_four(W, depth):
    """Of five factors or more the others do nothing, and the first four are balanced."""
    first, *between, last = right(W, min(depth, 4))
    return [first, *between, *[np.eye(len(first))] * (depth - len(between) - 2), last]


def divided(W, depth):
    """U from W V / σ, which is 0 / 0 where a singular value is 0."""
    _, sigma, Vt = np.linalg.svd(np.asarray(W, float), full_matrices=False)
    return [*right(W, depth)[:-1], W @ Vt.T / sigma ** (1 - 1 / depth)]


right = all_powers("right", root)
his = all_powers("his", half, first=columns_scaled)
his_with_the_right_power = all_powers("his_with_the_right_power", root, first=columns_scaled)

ALONE = {
    "product": all_powers("square_roots", half),
    "balanced": three_powers("half_and_half", half, none, half),
    "shapes": all_powers("full_matrices", root, full=True),
}
ALSO = (
    his,
    his_with_the_right_power,
    up_to_four,
    divided,
    swapped,
    transposed_v,
    random_factors,
    three_powers("all_in_the_first", one, none, none),
    three_powers("all_in_the_last", none, none, one),
    three_powers("all_in_each", one, one, one),
    three_powers("none_in_any", none, none, none),
    three_powers("one_between", root, none, root),
    all_powers("power_of_N_minus_1", lambda N: 1 / max(N - 1, 1)),
    all_powers("power_of_N_plus_1", lambda N: 1 / (N + 1)),
    all_powers("power_of_flow", lambda N: 2 - 2 / N),
    from_parts("without_v", without_the_basis, diagonal(root), last_scaled(root)),
    from_parts("last_by_rows", rows_scaled(root), diagonal(root), lambda U, s, N: s[:, None] ** root(N) * U),
    from_parts("last_transposed", rows_scaled(root), diagonal(root), lambda U, s, N: (U * s ** root(N)).T),
)
