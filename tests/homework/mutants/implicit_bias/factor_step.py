"""Wrong answers to 10.factor_step: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp
import numpy as np

from exercises.implicit_bias.factor_step import factor_step, product


def seen(mask, value):
    return jnp.where(mask, value, 0)


def right_residual(W, b, mask):
    return seen(mask, W - b)


def full_product(factors):
    return product(factors, factors[0].shape[1])


def changed(name, residual=right_residual, gradient=lambda after, R, before: after.T @ R @ before.T, neighbors=None):
    """A step with parts changed; neighbors: how many factors on either side count."""

    def function(factors, observed, mask, rate):
        R, stepped = residual(full_product(factors), observed, mask), []
        for j, factor in enumerate(factors):
            first = 0 if neighbors is None else max(j - neighbors, 0)
            last = len(factors) if neighbors is None else j + 1 + neighbors
            before = product(factors[first:j], factors[first].shape[1])
            after = product(factors[j + 1 : last], factor.shape[0])
            stepped.append(factor - rate * gradient(after, R, before))
        return tuple(stepped)

    function.__name__ = name
    return function


def by_jax(name, loss, make_product=full_product):
    """A step on loss(W, b, mask), by JAX."""

    def function(factors, observed, mask, rate):
        gradients = jax.grad(lambda factors: loss(make_product(factors), observed, mask))(factors)
        return [factor - rate * gradient for factor, gradient in zip(factors, gradients)]

    function.__name__ = name
    return function


def right_loss(W, b, mask):
    return jnp.sum(seen(mask, W - b) ** 2) / 2


def times_the_mask(W, b, mask):
    """In NumPy: JAX's 0 is that of a condition, if the mask holds truth values."""
    return np.asarray(mask) * (np.asarray(W) - np.asarray(b))


def nan_alone_left_out(W, b, mask):
    """Zero times infinity is left."""
    return np.where(np.isnan(b), 0, times_the_mask(W, b, mask))


def up_to_four(factors, observed, mask, rate):
    """Of more factors those after the fourth stay."""
    return [*factor_step(factors, observed, mask, rate)[:4], *factors[4:]]


def one_after_the_other(factors, observed, mask, rate):
    """Each gradient after the step on the factors before it."""
    factors = list(factors)
    for j in range(len(factors)):
        factors[j] = factor_step(tuple(factors), observed, mask, rate)[j]
    return factors


def last_one_first(factors, observed, mask, rate):
    factors = list(factors)
    for j in reversed(range(len(factors))):
        factors[j] = factor_step(tuple(factors), observed, mask, rate)[j]
    return factors


def other_way_round(factors):
    W = factors[0]
    for factor in factors[1:]:
        W = W @ factor
    return W


def backward(*arguments):
    return factor_step(*arguments)[::-1]


def upward(factors, observed, mask, rate):
    return factor_step(factors, observed, mask, -rate)


def moves_alone(factors, *arguments):
    return [new - old for old, new in zip(factors, factor_step(factors, *arguments))]


def one_factor_only(place):
    """The others stay."""

    def function(factors, *arguments):
        moved = factor_step(factors, *arguments)
        return [new if new is moved[place] else old for old, new in zip(factors, moved)]

    function.__name__ = f"only_factor_{place}"
    return function


def on_the_product(factors, observed, mask, rate):
    """Moves W itself, and puts it into the last factor."""
    R = seen(mask, full_product(factors) - observed)
    *others, last = factors
    return [*others, last - rate * R @ np.linalg.pinv(product(others, mask.shape[1]))]


def two_steps(factors, *arguments):
    return factor_step(factor_step(factors, *arguments), *arguments)


def normalized(factors, observed, mask, rate):
    moves = moves_alone(factors, observed, mask, rate)
    return [old + rate * move / np.linalg.norm(move) for old, move in zip(factors, moves)]


not_transposed = changed("not_transposed", gradient=lambda after, R, before: after @ R @ before)

ALONE = {
    "every factor": changed("neighbors_alone", neighbors=1),
    "same place": one_after_the_other,
    "unseen": changed("multiplied_by_the_mask", residual=times_the_mask),
}
ALSO = (
    last_one_first,
    up_to_four,
    backward,
    upward,
    moves_alone,
    one_factor_only(0),
    one_factor_only(-1),
    on_the_product,
    two_steps,
    normalized,
    changed("every_entry", residual=lambda W, b, mask: W - b),
    changed("unseen_entries_are_zeros", residual=lambda W, b, mask: W - seen(mask, b)),
    changed("unseen_entries_only", residual=lambda W, b, mask: seen(~mask, W - b)),
    changed("twice", residual=lambda W, b, mask: 2 * seen(mask, W - b)),
    changed("mean", residual=lambda W, b, mask: seen(mask, W - b) / mask.sum()),
    changed("where_not_zero", residual=lambda W, b, mask: seen(b != 0, W - b)),
    changed("where_not_nan", residual=lambda W, b, mask: seen(~jnp.isnan(b), W - b)),
    changed("nan_alone_left_out", residual=nan_alone_left_out),
    changed("signs", residual=lambda W, b, mask: jnp.sign(seen(mask, W - b))),
    changed("without_the_residual", residual=lambda W, b, mask: W),
    not_transposed,
    changed("sides_swapped", gradient=lambda after, R, before: before.T @ R @ after.T),
    changed("transposed", gradient=lambda after, R, before: before @ R.T @ after),
    by_jax("of_the_squares", lambda W, b, mask: 2 * right_loss(W, b, mask)),
    by_jax("of_the_mean", lambda W, b, mask: jnp.mean((W - b) ** 2, where=mask) / 2),
    by_jax("of_the_norm", lambda W, b, mask: jnp.sqrt(right_loss(W, b, mask))),
    by_jax("nan_left_out", lambda W, b, mask: jnp.nansum((W - b) ** 2) / 2),
    by_jax("masked_sum", lambda W, b, mask: jnp.sum(mask * (W - b) ** 2) / 2),
    by_jax("in_the_wrong_order", right_loss, other_way_round),
)
