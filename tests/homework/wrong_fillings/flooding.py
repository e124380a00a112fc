"""Wrong fillings of the blanks of lesson 09."""

import jax
import jax.numpy as jnp


def lost_level(loss, level, w):
    """|L - b|: the level is not added again, which no gradient sees."""
    value, gradient = jax.value_and_grad(loss)(w)
    return jnp.abs(value - level), jnp.sign(value - level) * gradient


def turned_above(loss, level, w):
    """b - L for |L - b|: right below the level only."""
    value, gradient = jax.value_and_grad(loss)(w)
    return jnp.abs(value - level) + level, -gradient


def lost_sign(loss, level, w):
    """The gradient of the loss itself, on both sides."""
    value, gradient = jax.value_and_grad(loss)(w)
    return jnp.abs(value - level) + level, gradient


def clipped(loss, level, w):
    """Training stops at the level: max(L, b)."""
    return jax.value_and_grad(lambda w: jnp.maximum(loss(w), level))(w)


def squared(loss, level, w):
    """(L - b)² for |L - b|."""
    return jax.value_and_grad(lambda w: (loss(w) - level) ** 2 + level)(w)


def around_zero(loss, level, w):
    """|L| - b + b: the level is subtracted outside."""
    return jax.value_and_grad(lambda w: jnp.abs(loss(w)) - level + level)(w)


def turned_levels(loss, level, w):
    """sign(b - L): the sides changed."""
    value, gradient = jax.value_and_grad(loss)(w)
    return jnp.abs(value - level) + level, jnp.sign(level - value) * gradient


ALONE = {"flooded": {"value": lost_level, "above the level": turned_above, "below the level": lost_sign}}
ALSO = {"flooded": (clipped, squared, around_zero, turned_levels)}
