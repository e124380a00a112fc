"""The noise of a batch's gradient on digits: its variance by batch size, and its noise scale.

    batch_noise         the variance of a batch's gradient, measured: its table
    noise_scale         B_noise and the largest curvature while a network trains: its table
    read_batch_noise, read_noise_scale     what the two tables hold
    relative_noise      the variance at one w, divided by that of batches of one

The network and its digits are those of `digits`.
"""

from functools import lru_cache, partial

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import batches, curvature, trees
from optcourse.experiments import data, table
from optcourse.experiments.batches import digits

SIZES = (1, 4, 16, 64, 256)
NOISE_SETTINGS = {"network": digits.SIZES, "examples": digits.EXAMPLES, "draws": 100}
TRAINED_BY = {"learning_rate": 0.1, "batch_size": 16}
EPOCHS = (0, 1, 4, 16)
SCALE_SETTINGS = {"network": digits.SIZES, "examples": digits.EXAMPLES, **TRAINED_BY}


def batch_noise() -> table.Table:
    """The variance of a batch's gradient by batch size, over that of one example (seconds)."""
    jobs = table.grid(seed=range(digits.SEEDS), batch_size=SIZES)
    return table.fill("batch_noise", NOISE_SETTINGS, jobs, measure_noise)


def measure_noise(seed: int, batch_size: int) -> dict:
    """A table row: the mean ‖g_B - g‖² / tr Σ of an untrained network."""
    return {"variance": float(_relative_noises(seed)[SIZES.index(batch_size)])}


@lru_cache(maxsize=1)
def _relative_noises(seed):
    w, train, _, key = digits.digits_problem(seed)
    return relative_noise(w, train, key, jnp.array(SIZES), NOISE_SETTINGS["draws"])


@partial(jax.jit, static_argnames="draws")
def relative_noise(w, examples, key, batch_sizes, draws: int = 100):
    """(batch sizes,): mean ‖g_B - g‖² / tr Σ at one w, from the n gradients of the examples."""
    gradients = batches.per_example_gradients(digits.loss, w, examples)
    each = jax.vmap(lambda g: trees.flatten(g)[0])(gradients)
    deviation = each - jnp.mean(each, axis=0)
    keys = jax.random.split(key, draws)
    order = jax.vmap(lambda k: jax.random.permutation(k, len(deviation)))(keys)

    def squares(size):  # of all draws
        return jnp.sum(((order < size) / size @ deviation) ** 2, axis=1)  # (2.1)

    trace = jnp.mean(jnp.sum(deviation**2, axis=1))  # (2.2)
    return jnp.mean(jax.lax.map(squares, batch_sizes), axis=1) / trace


def read_batch_noise() -> np.ndarray:
    """(batch sizes, seeds) of the table `batch_noise`."""
    rows = table.read("batch_noise").by("batch_size").values()
    return np.array([mine.columns["variance"] for mine in rows])


# While it trains


def noise_scale() -> table.Table:
    """The noise scale and the largest curvature of a digits network as it trains (a minute)."""
    jobs = table.grid(seed=range(digits.SEEDS), epochs=EPOCHS)
    return table.fill("noise_scale", SCALE_SETTINGS, jobs, measure_scale)


def measure_scale(seed: int, epochs: int) -> dict:
    """A table row: training loss, B_noise and the largest curvature after so many epochs."""
    w, train = _trained(seed, epochs)
    found = _loss_and_scale(w, train)
    on_train = jax.jit(lambda w: digits.loss(w, train))
    return {**jax.tree.map(float, found), "sharpness": curvature.sharpness(on_train, w)}


def _trained(seed, epochs):
    w, train, _, key = digits.digits_problem(seed)
    rows = data.batches(key, jnp.arange(digits.EXAMPLES), TRAINED_BY["batch_size"], max(EPOCHS))
    updates = epochs * digits.EXAMPLES // TRAINED_BY["batch_size"]
    return digits.train_rows(TRAINED_BY["learning_rate"], w, train, rows, 0, updates), train


@jax.jit
def _loss_and_scale(w, train):
    noise = batches.gradient_noise(digits.loss, w, train)
    return {"loss": digits.loss(w, train), "scale": batches.gradient_noise_scale(noise)}


def read_noise_scale(column: str = "scale") -> dict[int, np.ndarray]:
    """{epochs: (seeds,)} of a column of the table `noise_scale`."""
    rows = table.read("noise_scale").by("epochs")
    return {epochs: mine.columns[column] for epochs, mine in rows.items()}
