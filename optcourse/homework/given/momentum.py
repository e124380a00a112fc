"""The slope that a ball rolls on."""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse.experiments.momentum import wells

WALL_START = 1.3  # just behind the top


def hill_slope(w, barrier, spring=0.0):
    """The slope of `wells.hill` at w: a number, which is quick, an array or a tracer.

    spring: how hard what has passed the top is thrown back, by spring (w - WALL_START)² more of
    the loss.
    """
    exp = jnp.exp if isinstance(w, jax.Array) else np.exp
    away = w - wells.CENTER
    bump = exp(-(away**2) / (2 * wells.WIDTH**2))
    hill = 0.1 * (w - wells.DEEP) - barrier * away / wells.WIDTH**2 * bump
    return hill + 2 * spring * (w > WALL_START) * (w - WALL_START)


FUNCTIONS = {
    "slope_of_a_hill": hill_slope,
}
