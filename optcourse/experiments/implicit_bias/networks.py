"""Networks on 200 digits: random labels, widths, and gradient descent without momentum or batches.

random_labels    a study: accuracy on random and on right labels, by regularizer and seed
network_widths   a study: test accuracy by the width of the hidden layers
plain_descent    a study: gradient descent on all examples at once
measure_labels, measure_width, measure_descent   one row
read_networks    a column of one of the first two tables, with one number a seed

The first two train with momentum on batches of 50, as in `poisoned`.
"""

from functools import cache, partial
from typing import NamedTuple

import jax
import jax.numpy as jnp

from optcourse import losses, models, trees
from optcourse.experiments import data, table
from optcourse.experiments.implicit_bias import poisoned
from optcourse.experiments.implicit_bias.poisoned import CLASSES, NETWORK
from optcourse.experiments.run import take_steps
from optcourse.optimizers import gradient_descent, momentum

SEEDS = 5


class Regularizer(NamedTuple):
    """What is added: λ in ½ λ ‖w‖², the share of the hidden units that is dropped, and others.

    gradient_noise: standard deviation of a Gaussian at each step. resampled: the share of labels
    that are drawn anew at each step.
    """

    decay: float = 0.0
    dropout: float = 0.0
    gradient_noise: float = 0.0
    resampled: float = 0.0


REGULARIZERS = {
    "none": Regularizer(),
    "decay 1e-4": Regularizer(decay=1e-4),
    "decay 1e-3": Regularizer(decay=1e-3),
    "decay 5e-3": Regularizer(decay=5e-3),
    "decay 2e-2": Regularizer(decay=2e-2),
    "decay 1e-1": Regularizer(decay=1e-1),
    "dropout 0.2": Regularizer(dropout=0.2),
    "dropout 0.5": Regularizer(dropout=0.5),
    "gradient noise": Regularizer(gradient_noise=0.01),
    "label noise": Regularizer(resampled=0.2),
}
SETTINGS = {key: value for key, value in poisoned.SETTINGS.items() if key != "loss"}


def random_labels() -> table.Table:
    """Fit of random and of right labels under ten regularizers, none among them (15 minutes)."""
    jobs = table.grid(labels=("random", "right"), regularizer=REGULARIZERS, seed=range(SEEDS))
    return table.fill("random_labels", SETTINGS, jobs, measure_labels)


def measure_labels(labels: str, regularizer: str, seed: int) -> dict:
    """{"train_accuracy", "loss", "test_accuracy"}; without dropout, and without the penalty."""
    known, _, test, w, key = poisoned.problem(0, seed)
    if labels == "random":
        other = poisoned.random_labels(jax.random.fold_in(key, 1), len(known.labels))
        known = known._replace(labels=other)
    w = _train_regularized(w, known, key, jnp.asarray(REGULARIZERS[regularizer]))
    return _scores(w, known, test)


@jax.jit
def _train_regularized(w, examples, key, strengths):
    """One program for all regularizers, whose strengths are traced."""
    decay, dropout, gradient_noise, resampled = strengths
    n, size, updates = len(examples.labels), SETTINGS["batch_size"], SETTINGS["updates"]
    rows = data.batches(key, jnp.arange(n), size, -(-updates // (n // size)))
    optimizer = momentum(SETTINGS["learning_rate"], SETTINGS["beta"])

    def loss(w, t):
        keys = jax.random.split(jax.random.fold_in(key, t), 4)
        batch = data.take(examples, rows[t])
        others = poisoned.random_labels(keys[0], size)
        is_other = jax.random.bernoulli(keys[1], resampled, (size,))
        labels = jnp.where(is_other, others, batch.labels)
        logits = _apply_with_dropout(w, batch.inputs, keys[2], dropout)
        noise = trees.dot(trees.normal_like(keys[3], w), w)
        penalty = decay * trees.dot(w, w) / 2 + gradient_noise * noise
        return losses.cross_entropy(logits, labels) + penalty

    def step(t, carry):
        w, state = carry
        w, state, _ = optimizer.step(lambda w: loss(w, t), w, state)
        return w, state

    return jax.lax.fori_loop(0, updates, step, (w, optimizer.init(w)))[0]


def _apply_with_dropout(w, inputs, key, share):
    """The network of `poisoned`; that share of its hidden units dropped, the rest scaled up."""
    h = inputs
    for layer, k in zip(w[:-1], jax.random.split(key, len(w) - 1)):
        kept = jax.random.bernoulli(k, 1 - share, (len(h), len(layer.bias)))
        h = jax.nn.relu(h @ layer.weight + layer.bias) * kept / (1 - share)
    return h @ w[-1].weight + w[-1].bias


WIDTHS = (4, 8, 16, 64, 256, 512)
WIDTH_SETTINGS = SETTINGS | {"network": [64, "width", "width", CLASSES]}


def network_widths() -> table.Table:
    """Test accuracy of networks of 4 to 512 units a layer, fitted to 200 digits (2 minutes)."""
    jobs = table.grid(width=WIDTHS, seed=range(SEEDS))
    return table.fill("network_widths", WIDTH_SETTINGS, jobs, measure_width)


def measure_width(width: int, seed: int) -> dict:
    """{"train_accuracy", "loss", "test_accuracy", "parameters"} of a network of that width."""
    known, _, test, _, key = poisoned.problem(0, seed)
    network = _network(width)
    w = poisoned.train(network, network.init(jax.random.fold_in(key, 2)), known, key)
    logits = network.apply(w, known.inputs)
    return {
        "train_accuracy": losses.accuracy(logits, known.labels),
        "loss": losses.cross_entropy(logits, known.labels),
        "test_accuracy": losses.accuracy(network.apply(w, test.inputs), test.labels),
        "parameters": trees.size(w),
    }


@cache
def _network(width) -> models.Model:
    return models.mlp((64, width, width, CLASSES), jax.nn.relu, gain=2**0.5)


DESCENT_SETTINGS = {key: SETTINGS[key] for key in ("network", "examples", "test")}
DESCENT_SETTINGS |= {"updates": 2000, "learning_rate": 0.1}


def plain_descent() -> table.Table:
    """Gradient descent on all of 200 digits, no momentum, nothing added (30 seconds)."""
    return table.fill(
        "plain_descent", DESCENT_SETTINGS, table.grid(seed=range(SEEDS)), measure_descent
    )


def measure_descent(seed: int) -> dict:
    """{"train_accuracy", "loss", "test_accuracy"} where gradient descent ends."""
    known, _, test, w, _ = poisoned.problem(0, seed)
    on_known = partial(poisoned.loss_of, examples=known)
    optimizer = gradient_descent(DESCENT_SETTINGS["learning_rate"])
    w = take_steps(optimizer, on_known, w, DESCENT_SETTINGS["updates"])
    return _scores(w, known, test)


def _scores(w, known, test) -> dict:
    return {
        "train_accuracy": losses.accuracy(NETWORK.apply(w, known.inputs), known.labels),
        "loss": poisoned.loss_of(w, known),
        "test_accuracy": losses.accuracy(NETWORK.apply(w, test.inputs), test.labels),
    }


@cache
def read_networks(name: str, column: str) -> dict:
    """{width: (seeds,)}, or of `random_labels` {(labels, regularizer): (seeds,)}."""
    rows = table.read(name)
    keys = ("width",) if "width" in rows.columns else ("labels", "regularizer")
    return {key: mine.columns[column] for key, mine in rows.by(*keys).items()}
