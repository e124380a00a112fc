"""Losses whose gradient, Hessian and way out of a saddle are asked for."""

import jax
import jax.numpy as jnp
import numpy as np


def row(w):
    """Any number of weights w in a row, each tied to the next and in a double well of its own; w may be a list."""
    return _row(jnp.asarray(w))


@jax.jit
def _row(w):
    return jnp.sum((w**2 - 1) ** 2) / 4 + jnp.sum((w[1:] - w[:-1]) ** 2) / 2


def hills(w, center, directions, curvatures, height):
    """height + ½ Σ λ_i c_i² + (Σ c_i)³/3 + (Σ c_i)⁴/4 with c_i = u_iᵀ(w - center), u_i column i of `directions`.

    At the center g = 0, and H has the eigenvectors u_i with the eigenvalues λ_i in `curvatures`.
    """
    return height + _hill(
        w, *(jnp.asarray(each, jnp.float32) for each in (center, directions, curvatures))
    )


@jax.jit
def _hill(w, center, directions, curvatures):
    along = (w - center) @ directions
    return jnp.sum(curvatures * along**2) / 2 + jnp.sum(along) ** 3 / 3 + jnp.sum(along) ** 4 / 4


def sensor(w):
    """Σ i w_i² in NumPy: it can be asked for values, and JAX cannot differentiate it."""
    w = np.asarray(w, float)
    return float(np.sum(np.arange(1, w.size + 1) * w**2))


def coarse_sensor(w, step):
    """Σ i w_i², rounded to a multiple of `step`: JAX finds the slope 0, and so does who goes a short way only."""
    w = jnp.asarray(w)
    return step * jnp.round(jnp.arange(1, w.size + 1) @ w**2 / step)


FUNCTIONS = {
    "row": row,
    "hills": hills,
    "sensor": sensor,
    "coarse_sensor": coarse_sensor,
}
