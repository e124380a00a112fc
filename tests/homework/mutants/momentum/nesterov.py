"""Wrong answers to 03.nesterov: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp

from exercises.momentum.nesterov import _walk


def with_the_rate_counted_twice(loss, w, eta, beta, steps):
    return _walk(loss, w, eta, beta, steps, averaged=True)


def of_the_gradient_here(loss, w, eta, beta, steps):
    return _walk(loss, w, eta, beta, steps, ahead=lambda w, m, beta: w)


def too_far_ahead(loss, w, eta, beta, steps):
    return _walk(loss, w, eta, beta, steps, ahead=lambda w, m, beta: w + m)


def moved_from_ahead(loss, w, eta, beta, steps):
    return _walk(loss, w, eta, beta, steps, from_ahead=True)


def behind(loss, w, eta, beta, steps):
    return _walk(loss, w, eta, beta, steps, ahead=lambda w, m, beta: w - beta * m)


def all_three(loss, w, eta, beta, steps):
    return _walk(loss, w, eta, beta, steps, lambda w, m, beta: w + m, from_ahead=True, averaged=True)


def the_place_ahead(loss, w, eta, beta, steps):
    """The other way to write it, (3.9): it keeps the point ahead."""
    m = jnp.zeros_like(w)
    for _ in range(int(steps)):
        g = jax.grad(loss)(w)
        m = beta * m - eta * g
        w = w + beta * m - eta * g
    return w


def a_step_short(loss, w, eta, beta, steps):
    return _walk(loss, w, eta, beta, steps - 1)


def without_momentum(loss, w, eta, beta, steps):
    return _walk(loss, w, eta, 0.0, steps)


ALONE = {
    "first step": with_the_rate_counted_twice,
    "gradient ahead": of_the_gradient_here,
}
ALSO = (
    too_far_ahead,
    moved_from_ahead,
    behind,
    all_three,
    the_place_ahead,
    a_step_short,
    without_momentum,
)
