"""Walkers on a loss with a sharp and a flat minimum, each with its own batches: which minimum holds them?

256 examples, each with the toy U(x) shifted by s_i: normal, with mean 0 and standard deviation 0.3 exactly. The loss of
a batch is the mean of its shifted copies, so each batch has a slope of its own where the mean of all has none.

    walk        the places of many walkers
    in_flat     the share that ends in the flat well
    loss        the loss of all examples, or of a batch
"""

from functools import partial

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float, PRNGKeyArray

from optcourse.batches import SHIFT, toy, toy_slope

EXAMPLES = 256
BETWEEN = 0.9  # the top of the wall between the two wells


def shifts(key: PRNGKeyArray) -> Float[Array, " n"]:
    """What each example shifts the toy by: normal, with mean 0 and standard deviation 0.3 over the 256."""
    s = jax.random.normal(key, (EXAMPLES,))
    return SHIFT * (s - jnp.mean(s)) / jnp.std(s)


def loss(x, shifts):
    """The mean over the given examples of U(x - s)     (2.6)"""
    return jnp.mean(toy(jnp.asarray(x)[..., None] - shifts), axis=-1)  # (2.6)


def slope(x, shifts):
    """Its derivative: the gradient of a batch whose shifts are given."""
    return jnp.mean(toy_slope(jnp.asarray(x)[..., None] - shifts), axis=-1)


@partial(jax.jit, static_argnames=("batch_size", "steps"))
def walk(learning_rate, shifts, rows, starts, batch_size: int, steps: int) -> Float[Array, "t walkers"]:
    """Places before each step and after the last. rows (steps, walkers, at least batch_size): the examples drawn.

    Each walker has batches of its own; they all start at `starts` (walkers,).
    """
    drawn = rows[:steps, :, :batch_size]

    def step(x, rows):
        return x - learning_rate * slope(x, shifts[rows]), x  # (1.3) on a batch

    end, path = jax.lax.scan(step, starts, drawn)
    return jnp.concatenate([path, end[None]])


def draw(key: PRNGKeyArray, steps: int, walkers: int, batch_size: int):
    """Row numbers of the examples of every batch, drawn with putting back: (steps, walkers, batch_size)."""
    return jax.random.randint(key, (steps, walkers, batch_size), 0, EXAMPLES)


def in_flat(learning_rate, batch_size: int, start: float, seed: int, steps: int = 1500, walkers: int = 200):
    """The share of walkers right of the wall after `steps`, all started at `start`."""
    shift_key, row_key = jax.random.split(jax.random.key(seed))
    rows = draw(row_key, steps, walkers, batch_size)
    path = walk(learning_rate, shifts(shift_key), rows, jnp.full(walkers, start), batch_size, steps)
    return float(jnp.mean(path[-1] > BETWEEN))
