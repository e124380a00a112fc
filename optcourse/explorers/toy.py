"""Lesson 02's toy with a sharp and a flat well, fast enough for a page: what depends on nothing is
computed once, and the mean of many examples' slopes is drawn from its normal law.

    walks                the places of 60 walkers, for a batch size and a learning rate
    sharp_minimum        its place, its curvature, and the noise there
    shifts, levels       the examples; the loss of all of them at many w
"""

from functools import cache

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import batches
from optcourse.experiments.batches import walkers

STEPS, WALKERS = 300, 60
DRAWN = 8  # the largest batch whose examples are drawn one by one; a larger one by a normal law
WINDOW = (-1.5, 4.5)
TABLED = np.linspace(-3, 6, 361, dtype=np.float32)  # places w of the slopes' tables


def walks(batch_size, learning_rate):
    """Places (steps + 1, walkers), as `walkers.walk`.

    The examples of a small batch are drawn. The mean of a larger one's slopes is normal, nearly:
    with the mean of all of them, and a B-th of their variance (2.3).
    """
    drawn = batch_size <= DRAWN
    mean, std = (jnp.asarray(table) for table in slopes())

    def step(x, random):
        own_shifts, normal = random
        add = lambda i, g: g + batches.toy_gradient(x - own_shifts[i])
        few = jax.lax.fori_loop(0, jnp.where(drawn, batch_size, 0), add, jnp.zeros(WALKERS))
        many = between(mean, x) + between(std, x) * normal / jnp.sqrt(batch_size)  # (2.3)
        g = jnp.where(drawn, few / batch_size, many)  # (2.1)
        return x - learning_rate * g, x  # (1.3)

    shift_key, normal_key = jax.random.split(jax.random.key(1))
    random = draw_shifts(shift_key), jax.random.normal(normal_key, (STEPS, WALKERS))
    end, path = jax.lax.scan(step, jnp.zeros(WALKERS), random)
    return jnp.concatenate([path, end[None]])


def draw_shifts(key):
    """(steps, DRAWN, walkers): of 256 examples, of which a word of 32 random bits names four."""
    words = jax.random.bits(key, (STEPS, DRAWN // 4, 1, WALKERS))
    rows = words >> jnp.array([[0], [8], [16], [24]], jnp.uint32) & 255
    return jnp.asarray(shifts())[rows].reshape(STEPS, DRAWN, WALKERS)


@cache
def shifts() -> np.ndarray:
    with jax.ensure_compile_time_eval():  # whoever asks first may be traced
        return np.asarray(walkers.shifts(jax.random.key(0)))


@cache
def sharp_minimum() -> walkers.Minimum:
    with jax.ensure_compile_time_eval():
        place, curvature, noise = map(float, walkers.sharp_minimum(shifts()))
        return walkers.Minimum(round(place, 2), round(curvature, 1), round(noise, 1))


@cache
def slopes() -> tuple[np.ndarray, np.ndarray]:
    """The mean and the standard deviation of all examples' slopes at each place of TABLED."""
    with jax.ensure_compile_time_eval():
        mean = np.asarray(walkers.slope(TABLED, shifts()))
        variance = np.asarray(walkers.slope_variance(TABLED, shifts()))
    return np.round(mean, 2), np.round(np.sqrt(variance), 2)


def between(table, x):
    """What stands in a table over TABLED at the places x."""
    position = (x - TABLED[0]) / (TABLED[1] - TABLED[0])
    return jax.scipy.ndimage.map_coordinates(table, [position], order=1, mode="nearest")


@cache
def levels() -> tuple[np.ndarray, np.ndarray]:
    """Many w, and the loss of all examples there."""
    with jax.ensure_compile_time_eval():
        w = np.linspace(*WINDOW, 301, dtype=np.float32)
        return w, np.asarray(walkers.loss(w, shifts()))


def heights(w):
    """The loss of all examples, between those of `levels`."""
    return jnp.interp(w, *map(jnp.asarray, levels()))
