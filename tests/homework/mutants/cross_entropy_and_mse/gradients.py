"""Wrong answers to 05.gradients: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp

from exercises.cross_entropy_and_mse.gradients import gradients
from optcourse import losses


def the_way_down(p, target):
    first, second = gradients(p, target)
    return -first, second


def without_the_two(p, target):
    first, second = gradients(p, target)
    return first, second / 2


def of_the_sigmoid(p, target):
    """As if each class had a sigmoid of its own: only the diagonal of J."""
    first, _ = gradients(p, target)
    return first, 2 * p * (1 - p) * first


def added_up(p, target):
    return tuple(len(p) * each for each in gradients(p, target))


def mean_over_three_entries(p, target):
    """6 / classes in place of 2, right for three classes."""
    first, second = gradients(p, target)
    return first, 3 * second / p.shape[1]


def of_the_likeliest_target(p, target):
    return gradients(p, losses.one_hot(jnp.argmax(target, axis=1), p.shape[1]))


def through_the_logarithm(p, target):
    """J times the derivative of -Σ t ln p by p, which is -t / p: not a number where both are 0."""
    u = -target / p
    return p * (u - jnp.sum(p * u, axis=1, keepdims=True)) / len(p), gradients(p, target)[1]


def through_the_matrix(p, target):
    e = (p - target) / len(p)
    J = jax.vmap(lambda row: jnp.diag(row) - jnp.outer(row, row))(p)
    return e, 2 * jnp.einsum("nij,nj->ni", J, e)


def through_all_pairs(p, target):
    """Right, by an n x n matrix of which the diagonal alone is needed."""
    e = (p - target) / len(p)
    return e, 2 * p * (e - jnp.diag(p @ e.T)[:, None])


def across_the_batch(p, target):
    e = (p - target) / len(p)
    return e, 2 * p * (e - jnp.sum(p * e) / len(p))


def of_the_first_row(p, target):
    e = (p - target) / len(p)
    return e, 2 * p * (e - jnp.sum(p[0] * e[0]))


ALONE = {
    "first": the_way_down,
    "second": without_the_two,
    "mean": added_up,
    "soft targets": of_the_likeliest_target,
    "exactly 0 and 1": through_the_logarithm,
    "work": through_the_matrix,
}
ALSO = (of_the_sigmoid, mean_over_three_entries, through_all_pairs, across_the_batch, of_the_first_row)
