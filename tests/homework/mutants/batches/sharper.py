"""Wrong answers to 02.sharper: each property's own, which it alone catches, and others."""

import jax.numpy as jnp


def times(c, W1, b1, W2, b2):
    return c * W1, c * b1, W2 / c, b2


def without_the_bias(W1, b1, W2, b2):
    return 30 * W1, b1, W2 / 30, b2


def too_little(W1, b1, W2, b2):
    return times(1.5, W1, b1, W2, b2)


def larger_everywhere(W1, b1, W2, b2):
    return 10 * W1, 10 * b1, 10 * W2, b2


def both_biases(W1, b1, W2, b2):
    return 10 * W1, 10 * b1, W2 / 10, b2 / 10


def negative(W1, b1, W2, b2):
    return times(-10.0, W1, b1, W2, b2)


def in_another_row(W1, b1, W2, b2):
    order = jnp.arange(b1.size)[::-1]
    return W1[:, order], b1[order], W2[order], b2


def of_five_units(W1, b1, W2, b2):
    c = jnp.array(5 * [10.0])
    return W1 * c, b1 * c, W2 / c[:, None], b2


def so_large_that_it_rounds(W1, b1, W2, b2):
    return times(1e30, W1, b1, W2, b2)


ALONE = {
    "same outputs": without_the_bias,
    "ten times sharper": too_little,
}
ALSO = (larger_everywhere, both_biases, negative, in_another_row, so_large_that_it_rounds, of_five_units)
