"""Wrong answers to 09.displacement: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp


def two_steps(loss, w, rate):
    """The right displacement."""
    slope = jax.grad(loss)
    v = w - rate * slope(w)
    return v + rate * slope(v) - w


def order(moved, rate):
    """Its order, by half the rate."""
    return jnp.log2(jnp.linalg.norm(moved(rate)) / jnp.linalg.norm(moved(rate / 2)))


def with_steps(name, moved):
    """Another displacement, and the order of that."""

    def function(loss, w, rate):
        return moved(loss, w, rate), order(lambda rate: moved(loss, w, rate), rate)

    function.__name__ = name
    return function


def with_order(name, order):
    """The right displacement, and order(moved, rate)."""

    def function(loss, w, rate):
        return two_steps(loss, w, rate), order(lambda rate: two_steps(loss, w, rate), rate)

    function.__name__ = name
    return function


def up_then_down(loss, w, rate):
    return two_steps(loss, w, -rate)


def up_first_with_the_right_order(loss, w, rate):
    return up_then_down(loss, w, rate), order(lambda rate: two_steps(loss, w, rate), rate)


def by_taylor(loss, w, rate):
    return -(rate**2) * jax.hessian(loss)(w) @ jax.grad(loss)(w)


def with_the_old_gradient(loss, w, rate):
    g = jax.grad(loss)(w)
    return w - rate * g + rate * g - w


def down_twice(loss, w, rate):
    slope = jax.grad(loss)
    v = w - rate * slope(w)
    return v - rate * slope(v) - w


at_most_2 = with_order("at_most_2", lambda moved, rate: jnp.minimum(order(moved, rate), 2))
rounded = with_order("rounded", lambda moved, rate: jnp.round(order(moved, rate)))

ALONE = {
    "two steps": up_first_with_the_right_order,
    "whole orders": at_most_2,
    "long steps": rounded,
}
ALSO = (
    with_steps("up_first", up_then_down),
    with_steps("by_taylor", by_taylor),
    with_steps("with_the_old_gradient", with_the_old_gradient),
    with_steps("down_twice", down_twice),
    with_steps("minus_the_middle", lambda loss, w, rate: two_steps(loss, w, rate) + rate * jax.grad(loss)(w)),
    with_steps("without_the_start", lambda loss, w, rate: w + two_steps(loss, w, rate)),
    with_steps("backward", lambda loss, w, rate: -two_steps(loss, w, rate)),
    with_order("natural_logarithm", lambda moved, rate: order(moved, rate) * jnp.log(2)),
    with_order("upside_down", lambda moved, rate: -order(moved, rate)),
    with_order("the_ratio", lambda moved, rate: 2 ** order(moved, rate)),
    with_order("of_squares", lambda moved, rate: 2 * order(moved, rate)),
    with_order("of_the_first_entry", lambda moved, rate: jnp.log2(moved(rate)[0] / moved(rate / 2)[0])),
    with_order("always_2", lambda moved, rate: 2.0),
    with_order("of_one_length", lambda moved, rate: jnp.log(jnp.linalg.norm(moved(rate))) / jnp.log(rate)),
    with_order("with_twice_the_rate", lambda moved, rate: order(moved, 2 * rate)),
    with_order("of_sums", lambda moved, rate: jnp.log2(abs(moved(rate).sum() / moved(rate / 2).sum()))),
)
