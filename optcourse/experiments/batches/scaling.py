"""The linear scaling rule on digits: k times the batch, k times the learning rate.

linear_scaling         training loss and test accuracy for every batch size and rate: its table
read_linear_scaling    what it holds
scaled_rate            the rate that belongs to a batch size by the rule
losses_by_rule         the loss by batch size: one rate, or that rate

The network and its batches are those of `digits`: 1024 examples, six sizes, five seeds.
"""

from functools import lru_cache

import jax.numpy as jnp
import numpy as np

from optcourse.experiments import data, table
from optcourse.experiments.batches import digits

BASE_SIZE, BASE_RATE = 16, 0.1  # the rate that is scaled, and the batches it is for
RATES = tuple(BASE_RATE * 2.0**k for k in range(-4, 7))
EPOCHS = (4, 16)  # after which a run is evaluated
SETTINGS = {
    "network": digits.SIZES,
    "examples": digits.EXAMPLES,
    "batch_sizes": list(digits.BATCH_SIZES),
    "rates": list(RATES),
    "epochs": list(EPOCHS),
}


def linear_scaling() -> table.Table:
    """Loss of a digits network after 4 and 16 epochs, six batch sizes, eleven rates (3 minutes)."""
    jobs = table.grid(
        batch_size=digits.BATCH_SIZES, rate=RATES, seed=range(digits.SEEDS), epochs=EPOCHS
    )
    return table.fill("linear_scaling", SETTINGS, jobs, measure)


def measure(batch_size: int, rate: float, seed: int, epochs: int) -> dict:
    """A table row: training loss, training accuracy and test accuracy after so many epochs."""
    return _evaluations(batch_size, rate, seed)[EPOCHS.index(epochs)]


@lru_cache(maxsize=1)
def _evaluations(batch_size, rate, seed) -> list[dict]:
    w, train, test, key = digits.digits_problem(seed)
    rows = data.batches(key, jnp.arange(digits.EXAMPLES), batch_size, max(EPOCHS))
    found, before = [], 0
    for epochs in EPOCHS:
        updates = epochs * digits.EXAMPLES // batch_size
        w = digits.train_rows(rate, w, train, rows, before, updates)
        values = digits.evaluate(w, train, test)
        found.append({name: float(value) for name, value in values.items()})
        before = updates
    return found


def scaled_rate(batch_size):
    """The rate that has the ratio of BASE_RATE to BASE_SIZE     (2.4)"""
    return BASE_RATE * np.asarray(batch_size) / BASE_SIZE  # (2.4)


def read_linear_scaling(column: str, epochs: int = 16) -> dict[tuple[int, float], np.ndarray]:
    """{(batch size, rate): (seeds,)} of one column of the table `linear_scaling`."""
    rows = table.read("linear_scaling").where(epochs=epochs)
    return {key: mine.columns[column] for key, mine in rows.by("batch_size", "rate").items()}


def losses_by_rule(epochs: int = 16) -> dict[str, np.ndarray]:
    """{rule: training losses (batch sizes, seeds)}: one rate for all, and in proportion to B."""
    found = read_linear_scaling("loss", epochs)
    rates = {
        f"η = {BASE_RATE:g} for all": lambda size: BASE_RATE,
        f"η = {BASE_RATE:g} · B / {BASE_SIZE}": lambda size: float(scaled_rate(size)),
    }
    losses = lambda rate: np.array([found[size, rate(size)] for size in digits.BATCH_SIZES])
    return {rule: losses(rate) for rule, rate in rates.items()}
