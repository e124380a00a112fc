"""What the studies of width learn: a wave along one direction of a sphere, by squared loss.

wave(seed)              twenty points to train on and a hundred to test on
squared_loss            ½ Σ (u - y)² of a network
stable_rate             1 / λ_max of a kernel, half of what gradient descent survives
root_mean_square        of differences
"""

from functools import lru_cache
from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float, Key, PRNGKeyArray

EXAMPLES, TEST, DIMENSIONS = 20, 100, 10
SEEDS = 5


class Problem(NamedTuple):
    """Inputs to train on and their targets, others to test on, and a key for the network."""

    x: Float[Array, "n d"]
    y: Float[Array, " n"]
    others: Float[Array, "m d"]
    key: Key[Array, ""]


@lru_cache(maxsize=16)
def wave(seed: int) -> Problem:
    """y = sin(2 x·u) for a unit vector u, at points x on the sphere of radius √10."""
    x_key, u_key, key = jax.random.split(jax.random.key(seed), 3)
    points = sphere(x_key, EXAMPLES + TEST, DIMENSIONS)
    u = sphere(u_key, 1, DIMENSIONS)[0] / DIMENSIONS**0.5
    x, others = points[:EXAMPLES], points[EXAMPLES:]
    return Problem(x, jnp.sin(2 * x @ u), others, key)


def sphere(key: PRNGKeyArray, n: int, d: int) -> Float[Array, "n d"]:
    """n points drawn uniformly from the sphere of radius √d: of the length of Gaussian ones."""
    z = jax.random.normal(key, (n, d))
    return d**0.5 * z / jnp.linalg.norm(z, axis=1, keepdims=True)


def squared_loss(f, x, y):
    """loss(w) = ½ Σ (f(w, x) - y)²."""
    return lambda w: jnp.sum((f(w, x) - y) ** 2) / 2


def stable_rate(K: Float[Array, "n n"]) -> Float[Array, ""]:
    """1 / λ_max(K): a learning rate at which no direction overshoots."""
    return 1 / jnp.linalg.eigvalsh(K)[-1]


def root_mean_square(differences) -> Array:
    """√ of the mean square along the last axis."""
    return jnp.sqrt(jnp.mean(differences**2, axis=-1))
