"""Wrong answers to 01.hessian_vector: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp

from optcourse.curvature import hessian_vector


def of_the_way_back(loss, w, v):
    return -hessian_vector(loss, w, v)


def of_the_direction_only(loss, w, v):
    return hessian_vector(loss, w, v / jnp.linalg.norm(v))


def through_the_matrix(loss, w, v):
    return jax.hessian(loss)(w) @ v


def column_by_column(loss, w, v):
    columns = jax.lax.map(lambda e: hessian_vector(loss, w, e), jnp.eye(w.size))
    return v @ columns


def columns_added_up(loss, w, v):
    def add(i, total):
        return total + v[i] * hessian_vector(loss, w, jnp.zeros(w.size).at[i].set(1))

    return jax.lax.fori_loop(0, w.size, add, jnp.zeros(w.size))


def of_the_diagonal(loss, w, v):
    return jnp.diag(jax.hessian(loss)(w)) * v


def slope_along(loss, w, v):
    return jax.jvp(loss, (w,), (v,))[1]


ALONE = {
    "change along v": of_the_way_back,
    "linear in v": of_the_direction_only,
    "work": through_the_matrix,
}
ALSO = (column_by_column, columns_added_up, of_the_diagonal, slope_along)
