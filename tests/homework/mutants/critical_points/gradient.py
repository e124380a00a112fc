"""Wrong answers to 01.gradient: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp

from exercises.critical_points.gradient import gradient


def downhill(loss, w, h=1e-2):
    return -gradient(loss, w, h)


def without_the_two(loss, w, h=1e-2):
    return 2 * gradient(loss, w, h)


def forward(loss, w, h=1e-3):
    return jnp.array([(loss(w + h * e) - loss(w)) / h for e in jnp.eye(w.size)])


def of_two_weights(loss, w, h=1e-2):
    x, y = w
    along_x = (loss(jnp.array([x + h, y])) - loss(jnp.array([x - h, y]))) / (2 * h)
    along_y = (loss(jnp.array([x, y + h])) - loss(jnp.array([x, y - h]))) / (2 * h)
    return jnp.array([along_x, along_y])


def by_jax(loss, w, h=1e-2):
    return jax.grad(loss)(w)


def by_jax_where_it_works(loss, w, h=1e-2):
    try:
        return jax.grad(loss)(w)
    except jax.errors.JAXTypeError:
        return gradient(loss, w, h)


def blind_to_h(loss, w, h=1e-2):
    return gradient(loss, w)


def over_a_way_written_in(loss, w, h=1e-2):
    return gradient(loss, w, h) * h / 0.01


def over_as_many_as_there_are_weights(loss, w, h=1e-2):
    return 2 / w.size * gradient(loss, w, h)


def forward_and_blind_to_h(loss, w, h=1e-2):
    return forward(loss, w, 1e-4)


def with_steps_not_taken_back(loss, w, h=1e-2):
    slopes = []
    for e in jnp.eye(w.size):
        ahead, w = loss(w + h * e), w - h * e
        slopes.append((ahead - loss(w)) / (2 * h))
    return jnp.array(slopes)


ALONE = {
    "direction": downhill,
    "length": without_the_two,
    "zero at a minimum": forward,
    "any number of weights": of_two_weights,
    "values only": by_jax,
}
ALSO = (
    by_jax_where_it_works,
    blind_to_h,
    over_a_way_written_in,
    over_as_many_as_there_are_weights,
    forward_and_blind_to_h,
    with_steps_not_taken_back,
)
