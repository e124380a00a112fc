"""Losses whose gradient, Hessian and way out of a saddle are asked for."""

import jax
import jax.numpy as jnp
import numpy as np


def double_well_chain(w):
    """A chain of weights, each in a double well and tied to the next; w may be a list."""
    return _double_well_chain(jnp.asarray(w))


@jax.jit
def _double_well_chain(w):
    wells = jnp.sum((w**2 - 1) ** 2) / 4
    ties = jnp.sum((w[1:] - w[:-1]) ** 2) / 2
    return wells + ties


def hills(w, center, directions, curvatures, height):
    """height + ½ Σ λ_i c_i² + (Σ c_i)³/3 + (Σ c_i)⁴/4 with c_i = u_iᵀ(w - center).

    At the center g = 0, and H has the eigenvectors u_i, the columns of `directions`, with the
    eigenvalues λ_i in `curvatures`.
    """
    arrays = [jnp.asarray(each, jnp.float32) for each in (center, directions, curvatures)]
    return height + _hill(w, *arrays)


@jax.jit
def _hill(w, center, directions, curvatures):
    c = (w - center) @ directions
    total = jnp.sum(c)
    return jnp.sum(curvatures * c**2) / 2 + total**3 / 3 + total**4 / 4


def sensor(w):
    """Σ i w_i² in NumPy: it can be asked for values, and JAX cannot differentiate it."""
    w = np.asarray(w, float)
    return float(np.sum(np.arange(1, w.size + 1) * w**2))


def coarse_sensor(w, step):
    """Σ i w_i², rounded to a multiple of `step`: JAX finds the slope 0, as short differences do."""
    w = jnp.asarray(w)
    return step * jnp.round(jnp.arange(1, w.size + 1) @ w**2 / step)


FUNCTIONS = {
    "row": double_well_chain,
    "hills": hills,
    "sensor": sensor,
    "coarse_sensor": coarse_sensor,
}
