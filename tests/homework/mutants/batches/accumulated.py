"""Wrong answers to 02.accumulated: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp

from exercises.batches.accumulated import accumulated, parts


def the_weighted_sum(loss, w, inputs, targets, part):
    return len(targets) * accumulated(loss, w, inputs, targets, part)


def mean_of_the_means(loss, w, inputs, targets, part):
    return jnp.mean(jnp.array([jax.grad(loss)(w, x, y) for x, y in parts(inputs, targets, part)]), axis=0)


def all_at_once(loss, w, inputs, targets, part):
    return jax.grad(loss)(w, inputs, targets)


def sum_of_the_means(loss, w, inputs, targets, part):
    return sum(jax.grad(loss)(w, x, y) for x, y in parts(inputs, targets, part))


def without_the_short_part(loss, w, inputs, targets, part):
    whole = len(targets) // part * part
    return accumulated(loss, w, inputs[:whole], targets[:whole], part)


def with_steps_between(loss, w, inputs, targets, part):
    v = w
    for x, y in parts(inputs, targets, part):
        v = v - 0.1 * jax.grad(loss)(v, x, y)
    return (w - v) / 0.1


def the_last_part(loss, w, inputs, targets, part):
    return jax.grad(loss)(w, *parts(inputs, targets, part)[-1])


def over_part(loss, w, inputs, targets, part):
    """As if every part had as many rows as the first."""
    total = sum(len(y) * jax.grad(loss)(w, x, y) for x, y in parts(inputs, targets, part))
    return total / (part * len(parts(inputs, targets, part)))


def as_even_parts(loss, w, inputs, targets, part):
    """Parts as even as may be, and still the mean of their means."""
    few = len(parts(inputs, targets, part))
    return sum(jax.grad(loss)(w, *pair) for pair in zip(*(jnp.array_split(a, few) for a in (inputs, targets)))) / few


def row_by_row_over_the_parts(loss, w, inputs, targets, part):
    total = sum(jax.grad(loss)(w, x, y) for x, y in parts(inputs, targets, 1))
    return total / len(parts(inputs, targets, part))


ALONE = {
    "equal parts": the_weighted_sum,
    "short last part": mean_of_the_means,
    "memory": all_at_once,
}
ALSO = (
    sum_of_the_means,
    without_the_short_part,
    with_steps_between,
    the_last_part,
    over_part,
    as_even_parts,
    row_by_row_over_the_parts,
)
