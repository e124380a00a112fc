"""Wrong answers to 01.escape: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp
import numpy as np

from exercises.critical_points.escape import escape


def the_step_itself(loss, w, s):
    u, predicted = escape(loss, w, s)
    return s * u, predicted


def a_row_for_a_column(loss, w, s):
    eigenvalues, directions = jnp.linalg.eigh(jax.hessian(loss)(w))
    return directions[0], loss(w) + eigenvalues[0] * s**2 / 2


def without_the_half(loss, w, s):
    u, predicted = escape(loss, w, s)
    return u, loss(w) + 2 * (predicted - loss(w))


def linear_in_the_step(loss, w, s):
    eigenvalue = jnp.linalg.eigvalsh(jax.hessian(loss)(w))[0]
    return escape(loss, w, s)[0], loss(w) + eigenvalue * s / 2


def the_largest(loss, w, s):
    eigenvalues, directions = jnp.linalg.eigh(jax.hessian(loss)(w))
    largest = jnp.argmax(jnp.abs(eigenvalues))
    return directions[:, largest], loss(w) + eigenvalues[largest] * s**2 / 2


def the_first_unsorted(loss, w, s):
    eigenvalues, directions = np.linalg.eig(jax.hessian(loss)(w))
    return directions[:, 0].real, loss(w) + eigenvalues[0].real * s**2 / 2


def the_true_loss(loss, w, s):
    u, _ = escape(loss, w, s)
    return u, loss(w + s * u)


def the_mean_of_both_sides(loss, w, s):
    u, _ = escape(loss, w, s)
    return u, (loss(w + s * u) + loss(w - s * u)) / 2


def of_four_weights(loss, w, s):
    u, predicted = escape(loss, w, s)
    return jnp.array([u[i] for i in range(4)]), predicted


ALONE = {
    "length 1": the_step_itself,
    "steepest way down": a_row_for_a_column,
    "half in the promise": without_the_half,
    "four times at twice the step": linear_in_the_step,
}
ALSO = (the_largest, the_true_loss, the_mean_of_both_sides, the_first_unsorted, of_four_weights)
