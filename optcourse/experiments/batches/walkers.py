"""Walkers on a loss with a sharp and a flat minimum, each with its own batches: which holds them?

256 examples, each with the toy U(x) shifted by s_i: normal, with mean 0 and standard deviation 0.3
exactly. The loss of a batch is the mean of its shifted copies, so each batch has a slope of its own
where the mean of all has none.

    walk                 the places of many walkers
    flat_well_fraction   of them, that ends in the flat well
    measured_std         how far they spread in the sharp one, before they leave it
    sharp_spread         so for five seeds, beside what (2.5) says
    sharp_minimum        its place, its curvature, and the noise there: what (2.5) asks for
    loss, slope          of all examples, or of a batch
    slope_variance       of one example's slope: the noise
"""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float, PRNGKeyArray

from optcourse.batches import SHIFT_STD, stationary_std, toy_gradient, toy_loss

EXAMPLES = 256
BARRIER = 0.9  # the top of the wall between the two wells
MAX_BATCH_SIZE, SEEDS = 64, 5  # the largest batch drawn


def shifts(key: PRNGKeyArray) -> Float[Array, " n"]:
    """Shifts s_i of 256 examples' losses U(x - s_i): normal, mean 0 and deviation 0.3 exactly."""
    s = jax.random.normal(key, (EXAMPLES,))
    return SHIFT_STD * (s - jnp.mean(s)) / jnp.std(s)


@jax.jit
def loss(x, shifts):
    """The mean over the given examples of U(x - s)     (2.9)"""
    return jnp.mean(toy_loss(jnp.asarray(x)[..., None] - shifts), axis=-1)  # (2.9)


@jax.jit
def slope(x, shifts):
    """The derivative of `loss`: the gradient of a batch with these shifts."""
    return jnp.mean(toy_gradient(jnp.asarray(x)[..., None] - shifts), axis=-1)


@jax.jit
def walk(learning_rate, shifts, rows, starts, batch_size) -> Float[Array, "t walkers"]:
    """Places before each step and after the last, from `starts` (walkers,).

    rows (steps, walkers, drawn): examples; each walker takes the first batch_size of its rows. All
    slopes are computed, those beyond weigh nothing: so one compilation serves every size.
    """
    weights = (jnp.arange(rows.shape[2]) < batch_size) / batch_size

    def step(x, rows):
        g = toy_gradient(x[:, None] - shifts[rows]) @ weights
        return x - learning_rate * g, x  # (1.3)

    end, path = jax.lax.scan(step, starts, rows)
    return jnp.concatenate([path, end[None]])


class Minimum(NamedTuple):
    """place w*; curvature λ of the mean loss there; noise_trace: tr Σ there, of one example."""

    place: Float[Array, ""]
    curvature: Float[Array, ""]
    noise_trace: Float[Array, ""]


@jax.jit
def slope_variance(x, shifts):
    """tr Σ at x: the variance of one example's slope     (2.2)"""
    return jnp.var(toy_gradient(jnp.asarray(x)[..., None] - shifts), axis=-1)  # (2.2)


def sharp_minimum(shifts) -> Minimum:
    """The sharp minimum of the mean loss: on a grid of 0.0005, near 0."""
    x = jnp.linspace(-0.3, 0.3, 1201)
    place = x[jnp.argmin(loss(x, shifts))]
    return Minimum(place, jax.grad(slope)(place, shifts), slope_variance(place, shifts))


def measured_std(path: Float[Array, "t walkers"]) -> Float[Array, ""]:
    """The standard deviation of all places left of the barrier: of walkers that have not left."""
    inside = path < BARRIER
    mean = jnp.mean(path, where=inside)
    return jnp.sqrt(jnp.mean((path - mean) ** 2, where=inside))


def draw_batches(key: PRNGKeyArray, steps: int, walkers: int, batch_size: int):
    """(steps, walkers, batch_size): the examples of every batch, drawn with replacement."""
    return jax.random.randint(key, (steps, walkers, batch_size), 0, EXAMPLES)


@partial(jax.jit, static_argnames=("steps", "walkers"))
def flat_well_fraction(
    learning_rate, batch_size, start, steps: int = 1500, walkers: int = 30
) -> Float[Array, " seeds"]:
    """The fraction of walkers right of the barrier after `steps`, for each of five seeds.

    start: of all of them; batch_size: at most 64.
    """

    def of_seed(seed):
        shift_key, row_key = jax.random.split(jax.random.key(seed))
        rows = draw_batches(row_key, steps, walkers, MAX_BATCH_SIZE)
        path = walk(learning_rate, shifts(shift_key), rows, jnp.full(walkers, start), batch_size)
        return jnp.mean(path[-1] > BARRIER)

    return jax.vmap(of_seed)(jnp.arange(SEEDS))


@partial(jax.jit, static_argnames=("steps", "walkers"))
def sharp_spread(learning_rate, batch_size, steps: int = 600, walkers: int = 30):
    """(measured, predicted), each (seeds,): the standard deviation of walkers in the sharp well.

    measured: over the last three quarters of `steps`, of walkers that start at its bottom; infinite
    where one has left it. predicted: by (2.5).
    """

    def of_seed(seed):
        shift_key, row_key = jax.random.split(jax.random.key(seed))
        s = shifts(shift_key)
        minimum = sharp_minimum(s)
        rows = draw_batches(row_key, steps, walkers, MAX_BATCH_SIZE)
        path = walk(learning_rate, s, rows, jnp.full(walkers, minimum.place), batch_size)
        measured = jnp.where(jnp.all(path < BARRIER), measured_std(path[steps // 4 :]), jnp.inf)
        curvature, noise_trace = minimum.curvature, minimum.noise_trace
        return measured, stationary_std(learning_rate, curvature, batch_size, noise_trace)

    return jax.lax.map(of_seed, jnp.arange(SEEDS))
