"""Wrong answers to 02.accumulated: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp

from exercises.batches.accumulated import accumulated


def parts(inputs, targets, part):
    """The rows in their order, `part` at a time; the last part may be shorter."""
    starts = range(0, len(targets), part)
    return [(inputs[start : start + part], targets[start : start + part]) for start in starts]


def the_weighted_sum(loss, w, inputs, targets, part):
    return len(targets) * accumulated(loss, w, inputs, targets, part)


def mean_of_the_means(loss, w, inputs, targets, part):
    return jnp.mean(jnp.array([jax.grad(loss)(w, x, y) for x, y in parts(inputs, targets, part)]), axis=0)


def all_at_once(loss, w, inputs, targets, part):
    return jax.grad(loss)(w, inputs, targets)


def all_at_once_in_equal_parts(loss, w, inputs, targets, part):
    return (accumulated if len(targets) % part else all_at_once)(loss, w, inputs, targets, part)


def all_at_once_in_unequal_parts(loss, w, inputs, targets, part):
    return (all_at_once if len(targets) % part else accumulated)(loss, w, inputs, targets, part)


def all_at_once_where_there_is_room(loss, w, inputs, targets, part):
    try:
        return all_at_once(loss, w, inputs, targets, part)
    except MemoryError:
        return mean_of_the_means(loss, w, inputs, targets, part)


def the_rest_as_one_row(loss, w, inputs, targets, part):
    whole = len(targets) // part * part
    total = sum(part * jax.grad(loss)(w, x, y) for x, y in parts(inputs[:whole], targets[:whole], part))
    rest = jax.grad(loss)(w, inputs[-1:], targets[-1:]) if whole < len(targets) else 0
    return (total + rest) / len(targets)


def of_squares_by_formula(loss, w, inputs, targets, part):
    return 2 * inputs.T @ (inputs @ w - targets) / len(targets)


def of_three_weights(loss, w, inputs, targets, part):
    total = sum(len(y) * jax.grad(loss)(w, x, y) for x, y in parts(inputs, targets, part))
    return (jnp.zeros(3) + total) / len(targets)


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


def over_part(loss, w, inputs, targets, part):
    """As if every part had as many rows as the first."""
    total = sum(len(y) * jax.grad(loss)(w, x, y) for x, y in parts(inputs, targets, part))
    return total / (part * len(parts(inputs, targets, part)))


def as_even_parts(loss, w, inputs, targets, part):
    """Parts as even as may be, and still the mean of their means."""
    few = len(parts(inputs, targets, part))
    return sum(jax.grad(loss)(w, *pair) for pair in zip(*(jnp.array_split(a, few) for a in (inputs, targets)))) / few


ALONE = {
    "equal parts": the_weighted_sum,
    "short last part": mean_of_the_means,
    "memory": all_at_once_in_equal_parts,
}
ALSO = (
    all_at_once,
    all_at_once_in_unequal_parts,
    all_at_once_where_there_is_room,
    the_rest_as_one_row,
    of_squares_by_formula,
    of_three_weights,
    sum_of_the_means,
    without_the_short_part,
    with_steps_between,
    over_part,
    as_even_parts,
)
