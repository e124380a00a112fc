"""How wrong a Taylor model is: its error against the length of the step, over random directions.

    |L(w + r u) - model of order k| = O(r^(k+1)),   ‖u‖ = 1

so on log scales the errors of orders 0, 1 and 2 are lines of slope 1, 2 and 3.
"""

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Float

from optcourse import taylor, trees

ORDERS = (0, 1, 2)


def errors(loss, w, lengths, seeds: int = 5) -> Float[np.ndarray, "orders seeds lengths"]:
    """|loss - model| at w + r u, u a direction from each seed, r each length. In float64."""
    with jax.enable_x64(True):
        w, lengths = jnp.asarray(w, float), jnp.asarray(lengths, float)
        model = taylor.expand(loss, w)
        normals = [jax.random.normal(jax.random.key(seed), w.shape) for seed in range(seeds)]
        directions = jnp.stack([u / trees.norm(u) for u in normals])

        def error(u, r, order):
            return jnp.abs(loss(w + r * u) - model(w + r * u, order))

        over_lengths = jax.vmap(error, (None, 0, None))
        over_directions = jax.vmap(over_lengths, (0, None, None))
        return np.stack([over_directions(directions, lengths, order) for order in ORDERS])


def slopes(lengths, errors: Float[np.ndarray, "*n lengths"]) -> Float[np.ndarray, "*n"]:
    """The slope of log error against log length: the measured order of the error."""
    x = np.log(np.asarray(lengths)) - np.mean(np.log(lengths))
    return np.asarray(np.log(np.asarray(errors)) @ x / (x @ x))
