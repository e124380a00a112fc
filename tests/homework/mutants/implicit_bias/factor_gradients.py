"""Wrong answers to 10.factor_gradients: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp
import numpy as np

from exercises.implicit_bias.factor_gradients import factor_gradients


def residual(W1, W2, W3, observed, mask):
    return jnp.where(mask, W3 @ W2 @ W1 - observed, 0)


def with_gradient(name, place, rule):
    """rule(W1, W2, W3, R) in the place of one of the three gradients."""

    def function(W1, W2, W3, observed, mask):
        gradients = list(factor_gradients(W1, W2, W3, observed, mask))
        gradients[place] = rule(W1, W2, W3, residual(W1, W2, W3, observed, mask))
        return tuple(gradients)

    function.__name__ = name
    return function


def with_residual(name, rule):
    """rule(W, b, mask) in the place of R."""

    def function(W1, W2, W3, observed, mask):
        R = rule(W3 @ W2 @ W1, observed, mask)
        return (W3 @ W2).T @ R, W3.T @ R @ W1.T, R @ (W2 @ W1).T

    function.__name__ = name
    return function


def by_jax(name, loss):
    """The gradients of loss(W, b, mask), by JAX."""

    def function(W1, W2, W3, observed, mask):
        return jax.grad(lambda *factors: loss(factors[2] @ factors[1] @ factors[0], observed, mask), (0, 1, 2))(
            W1, W2, W3
        )

    function.__name__ = name
    return function


def each_transposed_in_its_place(W1, W2, W3, R):
    """(W3 W2)ᵀ is W2ᵀ W3ᵀ."""
    return W2 @ (W3.T @ R)


def first_and_last_swapped(*arguments):
    return factor_gradients(*arguments)[::-1]


def wrong_order(W1, W2, W3, observed, mask):
    R = jnp.where(mask, W1 @ W2 @ W3 - observed, 0)
    return (W3 @ W2).T @ R, W3.T @ R @ W1.T, R @ (W2 @ W1).T


def one_after_the_other(W1, W2, W3, observed, mask):
    """Each gradient after a step on the factors before it."""
    first = factor_gradients(W1, W2, W3, observed, mask)[0]
    W1 = W1 - 0.1 * first
    second = factor_gradients(W1, W2, W3, observed, mask)[1]
    W2 = W2 - 0.1 * second
    return first, second, factor_gradients(W1, W2, W3, observed, mask)[2]


def downward(*arguments):
    return tuple(-each for each in factor_gradients(*arguments))


def times_the_mask(W, b, mask):
    """In NumPy: JAX's 0 is that of a condition, if the mask holds truth values."""
    return np.asarray(mask) * (np.asarray(W) - np.asarray(b))


def seen(mask, value):
    return jnp.where(mask, value, 0)


ALONE = {
    "first factor": with_gradient("transposed_one_by_one", 0, each_transposed_in_its_place),
    "middle factor": with_gradient("transposed", 1, lambda W1, W2, W3, R: W1 @ R.T @ W3),
    "last factor": with_gradient("not_transposed_inside", 2, lambda W1, W2, W3, R: R @ (W2.T @ W1).T),
    "unseen": with_residual("multiplied_by_the_mask", times_the_mask),
}
ALSO = (
    first_and_last_swapped,
    wrong_order,
    one_after_the_other,
    downward,
    with_residual("every_entry", lambda W, b, mask: W - b),
    with_residual("unseen_entries_are_zeros", lambda W, b, mask: W - seen(mask, b)),
    with_residual("unseen_entries_only", lambda W, b, mask: seen(~mask, W - b)),
    with_residual("twice", lambda W, b, mask: 2 * seen(mask, W - b)),
    with_residual("mean", lambda W, b, mask: seen(mask, W - b) / mask.sum()),
    with_residual("where_not_zero", lambda W, b, mask: seen(b != 0, W - b)),
    with_residual("where_not_nan", lambda W, b, mask: seen(~jnp.isnan(b), W - b)),
    with_residual("signs", lambda W, b, mask: jnp.sign(seen(mask, W - b))),
    with_gradient("only_one_neighbor", 0, lambda W1, W2, W3, R: W2.T @ W3.T @ R / 2),
    with_gradient("no_middle", 1, lambda W1, W2, W3, R: jnp.zeros_like(W2)),
    with_gradient("from_the_wrong_sides", 1, lambda W1, W2, W3, R: W1 @ R @ W3),
    by_jax("of_the_squares", lambda W, b, mask: jnp.sum(seen(mask, W - b) ** 2)),
    by_jax("of_the_mean", lambda W, b, mask: jnp.mean((W - b) ** 2, where=mask) / 2),
    by_jax("of_the_mean_of_all", lambda W, b, mask: jnp.mean(seen(mask, W - b) ** 2) / 2),
    by_jax("of_the_norm", lambda W, b, mask: jnp.linalg.norm(seen(mask, W - b))),
    by_jax("nan_left_out", lambda W, b, mask: jnp.nansum((W - b) ** 2) / 2),
    by_jax("masked_sum", lambda W, b, mask: jnp.sum(mask * (W - b) ** 2) / 2),
)
