"""Wrong answers to 10.effective_rank: each property's own, which it alone catches, and others."""

import jax.numpy as jnp
import numpy as np


def singular_values(W):
    return np.linalg.svd(np.asarray(W, float), compute_uv=False)


def nonzero(p):
    return p[p > 0]


def entropy(p):
    p = nonzero(p)
    return -np.sum(p * np.log(p))


def of_shares(name, rule, shares=lambda sigma: sigma / sigma.sum(), values=singular_values):
    """rule(p) of the shares of some values."""

    def function(W):
        return rule(shares(values(W)))

    function.__name__ = name
    return function


def exp_entropy(p):
    return np.exp(entropy(p))


def unguarded(p):
    p = jnp.asarray(p)
    return jnp.exp(-jnp.sum(p * jnp.log(p)))


def above_a_millionth(W):
    """A threshold in the unit of the matrix."""
    sigma = singular_values(W)
    sigma = sigma[sigma > 1e-6]
    return exp_entropy(sigma / sigma.sum())


def of_large(name, part):
    """Of the singular values above that part of the largest: the others are left out before the shares."""
    large = lambda sigma: sigma[sigma > part * sigma[0]]
    return of_shares(name, exp_entropy, shares=lambda sigma: large(sigma) / np.sum(large(sigma)))


def sizes_of_eigenvalues(W):
    return np.abs(np.linalg.eigvals(np.asarray(W, float)))


def lengths_of_columns(W):
    return np.linalg.norm(np.asarray(W, float), axis=0)


ALONE = {
    "projection": of_shares("unguarded", unguarded),
    "unequal": of_shares("of_squares", exp_entropy, shares=lambda sigma: sigma**2 / np.sum(sigma**2)),
    "unit": above_a_millionth,
    "rotations": of_shares("of_eigenvalues", exp_entropy, values=sizes_of_eigenvalues),
}
ALSO = (
    of_shares("entropy_alone", entropy),
    of_shares("power_of_two", lambda p: 2 ** entropy(p)),
    of_shares("exp_of_bits", lambda p: np.exp(entropy(p) / np.log(2))),
    of_shares("bits", lambda p: entropy(p) / np.log(2)),
    of_shares("other_sign", lambda p: np.exp(-entropy(p))),
    of_shares("one_more", lambda p: 1 + entropy(p)),
    of_shares("participation_ratio", lambda p: 1 / np.sum(p**2)),
    of_shares("stable_rank", lambda p: np.sum(p**2) / np.max(p) ** 2),
    of_shares("nuclear_over_spectral", lambda p: 1 / np.max(p)),
    of_shares("rank", lambda p: np.sum(p > 1e-5)),
    of_shares("without_less_than_a_hundredth", lambda p: exp_entropy(p[p > 1e-2] / np.sum(p[p > 1e-2]))),
    of_shares("without_less_than_a_400th", lambda p: exp_entropy(p[p > p.max() / 400])),
    of_large("of_more_than_a_thousandth", 1e-3),
    of_large("of_more_than_a_10000th", 1e-4),
    of_shares("guarded_by_a_thousandth", lambda p: np.exp(-np.sum(p * np.log(p + 1e-3)))),
    of_shares("largest_five", lambda p: exp_entropy(p[:5] / np.sum(p[:5]))),
    of_shares("rounded", lambda p: np.round(exp_entropy(p))),
    of_shares("above_a_tenth", lambda p: np.sum(p > 0.1 * p.max())),
    of_shares("not_normalized", exp_entropy, shares=lambda sigma: sigma),
    of_shares("over_the_largest", exp_entropy, shares=lambda sigma: sigma / sigma.max()),
    of_shares("over_the_norm", exp_entropy, shares=lambda sigma: sigma / np.linalg.norm(sigma)),
    of_shares("softmax", exp_entropy, shares=lambda sigma: np.exp(sigma) / np.exp(sigma).sum()),
    of_shares("of_columns", exp_entropy, values=lengths_of_columns),
    of_shares("of_the_diagonal", exp_entropy, values=lambda W: np.abs(np.diag(W))),
    of_shares("of_entries", exp_entropy, values=lambda W: np.abs(np.ravel(W))),
    of_shares("of_a_symmetric_part", exp_entropy, values=lambda W: np.abs(np.linalg.eigvalsh(W))),
    of_shares("of_positive_eigenvalues", exp_entropy, values=lambda W: np.maximum(np.linalg.eigvalsh(W), 0)),
    of_shares("guarded_by_a_hundredth", lambda p: np.exp(-np.sum(p * np.log(p + 1e-2)))),
    of_shares("exp_of_surprise", lambda p: np.exp(np.mean(-np.log(nonzero(p))))),
)
