"""Wrong answers to 03.nesterov: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp


def _walk(loss, w, eta, beta, steps, ahead=lambda w, m, beta: w + beta * m, from_ahead=False):
    """Right, with parts that can be changed: where the gradient is taken, and from where w is moved."""
    m = jnp.zeros_like(w)
    for _ in range(steps):
        there = ahead(w, m, beta)
        m = beta * m - eta * jax.grad(loss)(there)
        w = (there if from_ahead else w) + m
    return w


def with_the_rate_counted_twice(loss, w, eta, beta, steps):
    return _walk(loss, w, (1 - beta) * eta, beta, steps)


def of_the_gradient_here(loss, w, eta, beta, steps):
    return _walk(loss, w, eta, beta, steps, ahead=lambda w, m, beta: w)


def too_far_ahead(loss, w, eta, beta, steps):
    return _walk(loss, w, eta, beta, steps, ahead=lambda w, m, beta: w + m)


def moved_from_ahead(loss, w, eta, beta, steps):
    return _walk(loss, w, eta, beta, steps, from_ahead=True)


def all_three(loss, w, eta, beta, steps):
    return _walk(loss, w, (1 - beta) * eta, beta, steps, lambda w, m, beta: w + m, from_ahead=True)


def the_place_ahead(loss, w, eta, beta, steps):
    """The other way to write it, (3.7): it keeps the point ahead."""
    m = jnp.zeros_like(w)
    for _ in range(int(steps)):
        g = jax.grad(loss)(w)
        m = beta * m - eta * g
        w = w + beta * m - eta * g
    return w


def at_a_rate_of_its_own(loss, w, eta, beta, steps):
    return _walk(loss, w, 0.01, beta, steps)


def at_least_one_step(loss, w, eta, beta, steps):
    return _walk(loss, w, eta, beta, max(steps, 1))


def three_steps_at_most(loss, w, eta, beta, steps):
    return _walk(loss, w, eta, beta, min(steps, 3))


def with_one_percent_less_each_step(loss, w, eta, beta, steps):
    m = jnp.zeros_like(w)
    for i in range(steps):
        m = beta * m - 0.99**i * eta * jax.grad(loss)(w + beta * m)
        w = w + m
    return w


def of_two_weights(loss, w, eta, beta, steps):
    return _walk(loss, w + jnp.zeros(2), eta, beta, steps)


def never_with_little_momentum(loss, w, eta, beta, steps):
    return _walk(loss, w, eta, max(beta, 0.5), steps)


ALONE = {
    "first step": with_the_rate_counted_twice,
    "gradient ahead": of_the_gradient_here,
}
ALSO = (
    too_far_ahead,
    moved_from_ahead,
    all_three,
    the_place_ahead,
    at_a_rate_of_its_own,
    at_least_one_step,
    three_steps_at_most,
    with_one_percent_less_each_step,
    of_two_weights,
    never_with_little_momentum,
)
