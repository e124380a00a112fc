"""Wrong answers to 09.flooded_gradient: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp


def of_value_and_gradient(name, rule):
    """rule(L, b, g) in the place of sign(L - b) g."""

    def function(loss, level, w):
        return rule(*_in_order(loss, level, w))

    function.__name__ = name
    return function


def _in_order(loss, level, w):
    L, g = jax.value_and_grad(loss)(w)
    return L, level, g


waits_above = of_value_and_gradient("waits_above", lambda L, b, g: jnp.where(L < b, -g, 0 * g))
# the gradient of max(L, b)
stops_below = of_value_and_gradient("stops_below", lambda L, b, g: jnp.where(L > b, g, 0 * g))
guarded = of_value_and_gradient("guarded", lambda L, b, g: (L - b) / (jnp.abs(L - b) + 1e-4) * g)
by_the_ratio = of_value_and_gradient("by_the_ratio", lambda L, b, g: jnp.sign(L / b - 1) * g)

ALONE = {
    "above": waits_above,
    "below": stops_below,
    "unit": guarded,
    "below zero": by_the_ratio,
}
ALSO = (
    of_value_and_gradient("never_flooded", lambda L, b, g: g),
    of_value_and_gradient("always_upward", lambda L, b, g: -g),
    of_value_and_gradient("other_way_round", lambda L, b, g: jnp.sign(b - L) * g),
    of_value_and_gradient("of_the_square", lambda L, b, g: (L - b) * g),
    of_value_and_gradient("sign_after_the_absolute_value", lambda L, b, g: jnp.sign(jnp.abs(L - b)) * g),
    of_value_and_gradient("absolute_gradient", lambda L, b, g: jnp.abs(g)),
    of_value_and_gradient("sign_of_the_gradient", lambda L, b, g: jnp.sign(L - b) * jnp.sign(g)),
    of_value_and_gradient("unit_vector", lambda L, b, g: jnp.sign(L - b) * g / jnp.linalg.norm(g)),
    of_value_and_gradient("half_way_up", lambda L, b, g: jnp.where(L < b, -g / 2, g)),
    of_value_and_gradient("soft", lambda L, b, g: jnp.tanh((L - b) / 0.1) * g),
    of_value_and_gradient("of_sizes", lambda L, b, g: jnp.sign(jnp.abs(L) - jnp.abs(b)) * g),
    of_value_and_gradient("without_the_level", lambda L, b, g: jnp.sign(L) * g),
)
