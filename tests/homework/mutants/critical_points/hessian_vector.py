"""Wrong answers to 01.hessian_vector: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp

from exercises.critical_points.hessian_vector import hessian_vector


def of_the_way_back(loss, w, v):
    return -hessian_vector(loss, w, v)


def of_the_direction_only(loss, w, v):
    return hessian_vector(loss, w, v / jnp.linalg.norm(v))


def through_the_matrix(loss, w, v):
    return jax.hessian(loss)(w) @ v


def column_by_column(loss, w, v):
    columns = jax.lax.map(lambda e: hessian_vector(loss, w, e), jnp.eye(w.size))
    return v @ columns


def column_by_column_without_an_end_in_sight(loss, w, v):
    def add(state):
        i, total = state
        return i + 1, total + v[i] * hessian_vector(loss, w, jnp.zeros(w.size).at[i].set(1))

    return jax.lax.while_loop(lambda state: state[0] < w.size, add, (0, jnp.zeros(w.size)))[1]


def of_two_columns(loss, w, v):
    return sum(v[i] * hessian_vector(loss, w, e) for i, e in enumerate(jnp.eye(w.size)[:2]))


def of_two_weights(loss, w, v):
    return jax.hessian(loss)(w)[:2] @ v


def of_the_diagonal(loss, w, v):
    return jnp.diag(jax.hessian(loss)(w)) * v


def through_the_matrix_if_small(loss, w, v):
    return through_the_matrix(loss, w, v) if w.size < 50 else jax.grad(loss)(w) * v


ALONE = {
    "change along v": of_the_way_back,
    "linear in v": of_the_direction_only,
    "work": through_the_matrix,
}
ALSO = (
    column_by_column,
    column_by_column_without_an_end_in_sight,
    of_two_columns,
    of_two_weights,
    of_the_diagonal,
    through_the_matrix_if_small,
)
