"""The slope that a ball rolls on."""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse.experiments.momentum import wells

BEHIND = 1.3  # a place just behind the top


def slope_of_a_hill(w, barrier, spring=0.0):
    """The slope of `wells.hill` at w: a number, an array or a tracer. Plain numbers are quick, for long loops.

    spring: how hard what has passed the top is thrown back, by spring (w - BEHIND)² more of the loss.
    """
    exp = jnp.exp if isinstance(w, jax.Array) else np.exp
    away = w - wells.CENTER
    hill = 0.1 * (w - wells.DEEP) - barrier * away / wells.WIDTH**2 * exp(
        -(away**2) / (2 * wells.WIDTH**2)
    )
    return hill + 2 * spring * (w > BEHIND) * (w - BEHIND)


FUNCTIONS = {
    "slope_of_a_hill": slope_of_a_hill,
}
