"""Wrong answers to 01.gradient: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp

from exercises.critical_points.gradient import gradient


def downhill(loss, w):
    return -gradient(loss, w)


def without_the_two(loss, w):
    return 2 * gradient(loss, w)


def forward(loss, w, h=1e-3):
    return jnp.array([(loss(w + h * e) - loss(w)) / h for e in jnp.eye(w.size)])


def of_two_weights(loss, w, h=1e-2):
    x, y = w
    along_x = (loss(jnp.array([x + h, y])) - loss(jnp.array([x - h, y]))) / (2 * h)
    along_y = (loss(jnp.array([x, y + h])) - loss(jnp.array([x, y - h]))) / (2 * h)
    return jnp.array([along_x, along_y])


def by_jax(loss, w):
    return jax.grad(loss)(w)


def only_the_slope(loss, w):
    return jnp.linalg.norm(gradient(loss, w))


ALONE = {
    "direction": downhill,
    "length": without_the_two,
    "zero at a minimum": forward,
    "any number of weights": of_two_weights,
    "values only": by_jax,
}
ALSO = (only_the_slope,)
