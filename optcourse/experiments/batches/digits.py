"""Digits, trained with batches of every size: what an update, an epoch and a second are worth.

    batch_size        loss and accuracy at the updates 1, 2, 4, ...: its table; read_column
    batch_time        microseconds an update takes on one machine, and an epoch: its table
    fitted_time       what an update costs, and what each example adds
    milliseconds_to   a training accuracy, from both tables

1024 examples and sizes that are powers of two: no row is ever left over, and epochs and updates
meet on one grid.
"""

from functools import lru_cache
from itertools import product

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import losses, models, trees
from optcourse.experiments import data, table
from optcourse.experiments.run import take_steps
from optcourse.experiments.timing import check_threads, fastest
from optcourse.optimizers import gradient_descent

SIZES = (64, 64, 64, 10)
NETWORK = models.mlp(SIZES, jax.nn.relu, 2**0.5)
EXAMPLES, SEEDS = 1024, 5
BATCH_SIZES = (1, 4, 16, 64, 256, 1024)
EPOCHS, UPDATES = 16, 2048  # each run is as long as the longer of the two
CURVE_SETTINGS = {
    "network": SIZES,
    "examples": EXAMPLES,
    "batch_sizes": list(BATCH_SIZES),
    "learning_rates": [0.02, 0.1, 0.5],
    "epochs": EPOCHS,
    "updates": UPDATES,
}
TIME_SETTINGS = {"network": SIZES, "examples": EXAMPLES, "repeats": 40}
TIMED_SIZES = tuple(2**k for k in range(11))


def loss(w, batch):
    """Cross-entropy of a batch of digits (inputs, labels)."""
    return losses.cross_entropy(NETWORK.apply(w, batch[0]), batch[1])


@lru_cache(maxsize=SEEDS)
def digits_problem(seed: int):
    """(w, training digits, the other digits, key for the batches) of a seed."""
    compiled = NETWORK._replace(init=jax.jit(NETWORK.init))  # rounds as when the table was made
    problem = data.digits_problem(seed, compiled, EXAMPLES)
    return problem.w, problem.train, problem.test, problem.keys[0]


# Training curves


def batch_size() -> table.Table:
    """Loss and accuracy of a digits network by batch size and learning rate (2 minutes)."""
    runs = product(CURVE_SETTINGS["learning_rates"], BATCH_SIZES, range(SEEDS))
    jobs = [
        {"learning_rate": rate, "batch_size": size, "seed": seed, "updates": updates}
        for rate, size, seed in runs
        for updates in eval_updates(size)
    ]
    return table.fill("batch_size", CURVE_SETTINGS, jobs, curve_row)


def eval_updates(batch_size: int) -> list[int]:
    """The updates after which a run is evaluated: powers of two, up to its last."""
    last = max(UPDATES, EPOCHS * EXAMPLES // batch_size)
    return [2**k for k in range(last.bit_length())]


def curve_row(learning_rate: float, batch_size: int, seed: int, updates: int) -> dict:
    """Training loss, training accuracy and test accuracy after so many updates."""
    return _curve(learning_rate, batch_size, seed)[eval_updates(batch_size).index(updates)]


@lru_cache(maxsize=1)
def _curve(learning_rate, batch_size, seed) -> list[dict]:
    w, train, test, key = digits_problem(seed)
    checkpoints = eval_updates(batch_size)
    epochs = max(1, checkpoints[-1] * batch_size // EXAMPLES)
    rows = data.batches(key, jnp.arange(EXAMPLES), batch_size, epochs)
    curve, before = [], 0
    for updates in checkpoints:
        w = train_rows(learning_rate, w, train, rows, before, updates)
        values = evaluate(w, train, test)
        curve.append({name: float(value) for name, value in values.items()})
        before = updates
    return curve


@jax.jit
def train_rows(learning_rate, w, examples, rows, start, stop):
    """w after the batches start, ..., stop - 1."""
    on_rows = lambda w, rows: loss(w, data.take(examples, rows))
    return take_steps(gradient_descent(learning_rate), on_rows, w, stop - start, rows, start)


@jax.jit
def evaluate(w, train, test):
    return {
        "loss": loss(w, train),
        "train": losses.accuracy(NETWORK.apply(w, train.inputs), train.labels),
        "test": losses.accuracy(NETWORK.apply(w, test.inputs), test.labels),
    }


def read_column(learning_rate, epochs=None, updates=None, column: str = "train") -> np.ndarray:
    """(batch sizes, seeds): a column of `batch_size` after so many epochs, or so many updates."""
    found = []
    rows = table.read("batch_size").where(learning_rate=learning_rate)
    for size, mine in rows.by("batch_size").items():
        when = updates or epochs * EXAMPLES // size
        found.append(mine.where(updates=when).columns[column])
    return np.array(found)


# Time


def batch_time() -> table.Table:
    """Microseconds an update takes by batch size, the fastest of 40 runs (a minute)."""
    check_threads()
    jobs = [{"batch_size": size} for size in TIMED_SIZES]
    return table.fill("batch_time", TIME_SETTINGS, jobs, update_time)


def update_time(batch_size: int) -> dict:
    """The least time of an update in microseconds: in one compiled loop, and called from Python.

    epoch, called_epoch: milliseconds for 1024 examples.
    """
    w, train, _, key = digits_problem(0)
    epochs = max(1, 128 * batch_size // EXAMPLES)
    rows = data.batches(key, jnp.arange(EXAMPLES), batch_size, epochs)
    batch = data.take(train, rows[0])
    loop = lambda: train_rows(0.1, w, train, rows, 0, len(rows))

    def calls():
        v = w
        for _ in range(100):
            v = _one_update(v, batch)
        return v

    looped = 1e6 * fastest(loop, TIME_SETTINGS["repeats"]) / len(rows)
    called = 1e6 * fastest(calls, TIME_SETTINGS["repeats"]) / 100
    epoch = 1e-3 * EXAMPLES / batch_size
    return {
        "update": looped,
        "epoch": epoch * looped,
        "called": called,
        "called_epoch": epoch * called,
    }


@jax.jit
def _one_update(w, batch):
    return trees.add_scaled(w, -0.1, jax.grad(loss)(w, batch))  # (1.3)


def fitted_time(column: str) -> np.ndarray:
    """(a, b) of a + b B, the microseconds of an update in this column of `batch_time`     (2.6)

    By least squares of the relative errors.
    """
    times = table.read("batch_time").columns
    sizes, measured = times["batch_size"], times[column]
    terms = np.stack([np.ones(len(sizes)), sizes], axis=1)  # (2.6)
    return np.linalg.lstsq(terms / measured[:, None], np.ones(len(sizes)))[0]


def milliseconds_to(accuracy: float) -> dict[int, float]:
    """{batch size: the fewest milliseconds to this training accuracy}, in one compiled loop.

    Of the median over five seeds, at the best rate of the table `batch_size`; infinite where none
    gets there.
    """
    times = table.read("batch_time").by("batch_size")
    found = dict.fromkeys(BATCH_SIZES, np.inf)
    for (size, _), rows in table.read("batch_size").by("batch_size", "learning_rate").items():
        update = times[size].columns["update"][0] / 1000
        for updates, mine in rows.by("updates").items():
            if np.median(mine.columns["train"]) >= accuracy:
                found[size] = min(found[size], updates * update)
    return {size: float(least) for size, least in found.items()}
