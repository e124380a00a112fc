"""Digits, trained with batches of every size: what an update, an epoch and a second of each are worth.

    batch_size      the curves: loss and accuracy at the updates 1, 2, 4, 8, ...; five seeds, three learning rates
    batch_time      microseconds an update takes on one machine, and an epoch of 1024 examples
    noise_by_size   the measured variance of a batch's gradient, beside the formula
    noise_scales    the batch size at which noise equals the gradient, while a network trains

1024 examples and sizes that are powers of two: no row is ever left over, and epochs and updates meet on one grid.
"""

from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import product

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import batches, losses, models, trees
from optcourse.experiments import data, table
from optcourse.experiments.timing import check_threads, count_flops, time_interleaved
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
    return _draw_problem(data.digits(), jax.random.key(seed))


@jax.jit
def _draw_problem(digits, key):
    digit_key, init_key, order_key = jax.random.split(key, 3)
    train, test = data.split(digits, EXAMPLES, digit_key)
    return NETWORK.init(init_key), train, test, order_key


def digits_problems():
    """(w, training digits, keys) of all seeds: each array has a leading axis of seeds."""
    w, train, _, keys = jax.tree.map(
        lambda *parts: jnp.stack(parts), *(digits_problem(seed) for seed in range(SEEDS))
    )
    return w, train, keys


# Training curves


def batch_size() -> table.Table:
    """Loss and accuracy of a digits network by batch size and learning rate, at updates 1, 2, 4, ... (2 minutes)."""
    jobs = [
        {"learning_rate": rate, "batch_size": size, "seed": seed, "updates": updates}
        for rate, size, seed in product(CURVE_SETTINGS["learning_rates"], BATCH_SIZES, range(SEEDS))
        for updates in eval_updates(size)
    ]
    return table.fill("batch_size", CURVE_SETTINGS, jobs, curve_row)


def eval_updates(batch_size: int) -> list[int]:
    """The updates after which a run is looked at: powers of two, up to its last."""
    last = max(UPDATES, EPOCHS * EXAMPLES // batch_size)
    return [2**k for k in range(last.bit_length())]


def curve_row(learning_rate: float, batch_size: int, seed: int, updates: int) -> dict:
    """Training loss, training accuracy and test accuracy after so many updates."""
    return _curve(learning_rate, batch_size, seed)[eval_updates(batch_size).index(updates)]


@lru_cache(maxsize=1)
def _curve(learning_rate, batch_size, seed) -> list[dict]:
    w, train, test, key = digits_problem(seed)
    shown = eval_updates(batch_size)
    epochs = max(1, shown[-1] * batch_size // EXAMPLES)
    rows = data.batches(key, jnp.arange(EXAMPLES), batch_size, epochs)
    found, before = [], 0
    for updates in shown:
        w = _train(learning_rate, w, train, rows, before, updates)
        found.append({name: float(value) for name, value in _evaluate(w, train, test).items()})
        before = updates
    return found


@jax.jit
def _train(learning_rate, w, examples, rows, start, stop):
    """w after the batches start, ..., stop - 1; both are traced, so that one compilation serves every piece."""
    optimizer = gradient_descent(learning_rate)

    def update(t, carry):
        w, state, _ = optimizer.step(lambda w: loss(w, data.take(examples, rows[t])), *carry)
        return w, state

    return jax.lax.fori_loop(start, stop, update, (w, optimizer.init(w)))[0]


@jax.jit
def _evaluate(w, train, test):
    return {
        "loss": loss(w, train),
        "train": losses.accuracy(NETWORK.apply(w, train.inputs), train.labels),
        "test": losses.accuracy(NETWORK.apply(w, test.inputs), test.labels),
    }


def read_column(learning_rate, epochs=None, updates=None, column: str = "train") -> np.ndarray:
    """(batch sizes, seeds): a column of the table after so many epochs, or after so many updates."""
    rows = table.read("batch_size").columns
    found = []
    for size in BATCH_SIZES:
        when = updates or epochs * EXAMPLES // size
        mine = (
            (rows["learning_rate"] == learning_rate)
            & (rows["batch_size"] == size)
            & (rows["updates"] == when)
        )
        found.append(rows[column][mine])
    return np.array(found)


# Time


def batch_time() -> table.Table:
    """Microseconds an update takes by batch size, the fastest of 40 runs, on the machine that runs it (a minute)."""
    check_threads()
    jobs = [{"batch_size": size} for size in TIMED_SIZES]
    return table.fill("batch_time", TIME_SETTINGS, jobs, update_time)


def update_time(batch_size: int) -> dict:
    """Least time of an update in microseconds: in one compiled loop, and called one by one, as training loops do.

    epoch, called_epoch: milliseconds for 1024 examples.
    """
    w, train, _, key = digits_problem(0)
    rows = data.batches(key, jnp.arange(EXAMPLES), batch_size, max(1, 128 * batch_size // EXAMPLES))
    looped = _fastest_update(lambda: _train(0.1, w, train, rows, 0, len(rows)), len(rows))
    batch = data.take(train, rows[0])

    def call():
        v = w
        for _ in range(100):
            v = _one_update(v, batch)
        return v

    called = _fastest_update(call, 100)
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


def _fastest_update(work, updates) -> float:
    """Microseconds an update of the fastest of 40 runs, compiled before: what else the machine does can only add."""
    return 1e6 * time_interleaved({"work": work}, TIME_SETTINGS["repeats"])["work"].min() / updates


def flops_per_update(batch_size: int) -> float:
    """Floating-point operations of one update, as the compiler counts them."""
    w, train, _, _ = digits_problem(0)
    batch = data.take(train, jnp.arange(batch_size))
    return count_flops(jax.grad(loss), w, batch)


# Noise


def noise_by_batch_size(batch_sizes: Sequence[int], draws: int = 100) -> np.ndarray:
    """(batch sizes, seeds): the mean of ‖g_B - g‖² / tr Σ over `draws` batches, drawn without putting back."""
    w, train, keys = digits_problems()
    one = lambda problem: relative_noise(*problem, jnp.asarray(batch_sizes), draws)
    return np.asarray(jax.lax.map(one, (w, train, keys))).T


@partial(jax.jit, static_argnames="draws")
def relative_noise(w, examples, key, batch_sizes, draws: int = 100):
    """(batch sizes,): the same at one w. A batch's gradient is the mean of its examples', whose n are computed once."""
    each = jax.vmap(lambda g: trees.flatten(g)[0])(batches.per_example_gradients(loss, w, examples))
    apart = each - jnp.mean(each, axis=0)
    order = jax.vmap(lambda k: jax.random.permutation(k, len(apart)))(jax.random.split(key, draws))
    squares = lambda size: jnp.sum(
        ((order < size) / size @ apart) ** 2, axis=1
    )  # (2.1), for all draws
    return jnp.mean(jax.lax.map(squares, batch_sizes), axis=1) / jnp.mean(
        jnp.sum(apart**2, axis=1)
    )  # (2.2)


def noise_scales(
    learning_rate=0.1, batch_size: int = 16, epochs=(0, 1, 4, 16)
) -> dict[str, np.ndarray]:
    """Training loss and B_noise of every seed after so many epochs of training: {"loss", "scale": (epochs, seeds)}."""
    w, train, keys = digits_problems()
    rows = jax.vmap(lambda key: data.batches(key, jnp.arange(EXAMPLES), batch_size, max(epochs)))(
        keys
    )
    found, before = [], 0
    for epoch in epochs:
        stop = epoch * EXAMPLES // batch_size
        w = _train_all(learning_rate, w, train, rows, before, stop)
        found.append(_noise_scales(w, train))
        before = stop
    return {name: np.array([values[name] for values in found]) for name in ("loss", "scale")}


_train_all = jax.jit(jax.vmap(_train, in_axes=(None, 0, 0, 0, None, None)))


@jax.jit
def _noise_scales(w, train):
    scale = lambda problem: batches.gradient_noise_scale(batches.gradient_noise(loss, *problem))
    return {"loss": jax.vmap(loss)(w, train), "scale": jax.lax.map(scale, (w, train))}
