"""Networks with one and the same loss on 200 digits, some of them fitted to wrong labels as well.

poisoned_digits   a study: test accuracy and sharpness at equal loss, by extra examples and seed
poisoned_starts   a study: the right labels alone, from weights that had fitted wrong ones too
measure, measure_start   one row
train             a network on some examples, with momentum on batches
scale_to_loss     the last layer times a number, so that the loss is what was asked for
read_poisoned     a column of one of these tables with one number a seed

The extra examples have random labels, and are left out of the loss that is compared. The number
before the last layer changes no answer of the network, only how sure it is.
"""

from functools import cache, partial

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Integer, PyTree

from optcourse import curvature, losses, models
from optcourse.experiments import data, table
from optcourse.experiments.run import take_steps
from optcourse.optimizers import momentum

EXAMPLES, TEST = 200, 797
EXTRA = (0, 200, 400, 800)
SEEDS = 5
CLASSES = 10
NETWORK = models.mlp((64, 256, 256, CLASSES), jax.nn.relu, gain=2**0.5)
SETTINGS = {
    "network": [64, 256, 256, CLASSES],
    "examples": EXAMPLES,
    "test": TEST,
    "seeds": SEEDS,
    "updates": 3000,
    "batch_size": 50,
    "learning_rate": 0.05,
    "beta": 0.9,
    "loss": 1e-3,
}


def poisoned_digits() -> table.Table:
    """Test accuracy of networks with equal loss, some fitted to random labels too (3 minutes)."""
    jobs = table.grid(extra=EXTRA, seed=range(SEEDS))
    return table.fill("poisoned_digits", SETTINGS, jobs, measure)


def measure(extra: int, seed: int) -> dict:
    """A table row. scale: of the last layer; loss, sharpness: with it, on the 200 right labels."""
    known, spoiled, test, w, key = problem(extra, seed)
    trained = train(NETWORK, w, join(known, spoiled), key)
    trained_loss = loss_of(trained, known)
    scale = scale_to_loss(trained, known, SETTINGS["loss"])
    w = scale_last_layer(trained, scale)
    on_extra = losses.accuracy(NETWORK.apply(w, spoiled.inputs), spoiled.labels)
    row = {"extra_accuracy": on_extra, "trained_loss": trained_loss, "scale": scale}
    return row | _scores(w, known, test)


def poisoned_starts() -> table.Table:
    """Training on right labels from weights that had fitted random ones too (4 minutes)."""
    jobs = table.grid(extra=EXTRA, seed=range(SEEDS))
    return table.fill("poisoned_starts", SETTINGS, jobs, measure_start)


def measure_start(extra: int, seed: int) -> dict:
    """A table row: after a first training as in `measure`, a second one without the extra examples.

    With no extra examples the second only goes on with the first. loss, sharpness, and the rest as
    in `measure`.
    """
    known, spoiled, test, w, key = problem(extra, seed)
    first_key, second_key = jax.random.split(key)
    w = train(NETWORK, w, join(known, spoiled), first_key)
    w = train(NETWORK, w, known, second_key)
    w = scale_last_layer(w, scale_to_loss(w, known, SETTINGS["loss"]))
    return _scores(w, known, test)


def _scores(w, known, test) -> dict:
    on_known = partial(loss_of, examples=known)
    answers = NETWORK.apply(w, known.inputs)
    return {
        "test_accuracy": losses.accuracy(NETWORK.apply(w, test.inputs), test.labels),
        "train_accuracy": losses.accuracy(answers, known.labels),
        "loss": on_known(w),
        "sharpness": curvature.sharpness(on_known, w),
    }


def problem(extra: int, seed: int) -> tuple[data.Data, data.Data, data.Data, PyTree, jax.Array]:
    """(200 digits, `extra` others with random labels, 797 to test on, first weights, a key)."""
    digit_key, label_key, w_key, key = jax.random.split(jax.random.key(seed), 4)
    everything = data.digits(key=digit_key)
    known, others = data.split(everything, EXAMPLES)
    inputs = others.inputs[:extra]
    spoiled = data.Data(inputs, random_labels(label_key, extra))
    test = data.Data(others.inputs[-TEST:], others.labels[-TEST:])
    return known, spoiled, test, NETWORK.init(w_key), key


def join(*parts: data.Data) -> data.Data:
    """The examples of all parts."""
    return data.Data(*map(jnp.concatenate, zip(*parts)))


def random_labels(key, n: int) -> Integer[jax.Array, " n"]:
    """n labels that know nothing of their inputs."""
    return jax.random.randint(key, (n,), 0, CLASSES)


def loss_of(w, examples) -> jax.Array:
    """The cross-entropy on the examples."""
    return losses.cross_entropy(NETWORK.apply(w, examples.inputs), examples.labels)


@partial(jax.jit, static_argnums=0)
def train(network: models.Model, w, examples: data.Data, key) -> PyTree:
    """The weights after 3000 updates of momentum on batches of 50."""
    n, size, updates = len(examples.labels), SETTINGS["batch_size"], SETTINGS["updates"]
    epochs = -(-updates // (n // size))
    rows = data.batches(key, jnp.arange(n), size, epochs)
    optimizer = momentum(SETTINGS["learning_rate"], SETTINGS["beta"])

    def loss(w, rows):
        batch = data.take(examples, rows)
        return losses.cross_entropy(network.apply(w, batch.inputs), batch.labels)

    return take_steps(optimizer, loss, w, updates, rows)


def scale_last_layer(w, scale) -> PyTree:
    """The weights with the last layer times that number."""
    last = jax.tree.map(lambda a: scale * a, w[-1])
    return [*w[:-1], last]


@jax.jit
def scale_to_loss(w, examples: data.Data, loss) -> jax.Array:
    """The number that brings the loss to that value, by bisection of its logarithm, -5 to 5.

    Where all answers are right the loss falls in it; elsewhere there may be none.
    """

    def halve(_, bounds):
        low, high = bounds
        middle = (low + high) / 2
        above = loss_of(scale_last_layer(w, jnp.exp(middle)), examples) > loss
        return jnp.where(above, middle, low), jnp.where(above, high, middle)

    low, high = jax.lax.fori_loop(0, 40, halve, (-5.0, 5.0))
    return jnp.exp((low + high) / 2)


@cache
def read_poisoned(column: str, name: str = "poisoned_digits") -> dict[int, np.ndarray]:
    """{extra examples: (seeds,)} of one column of the table of that name."""
    groups = table.read(name).by("extra")
    return {extra: rows.columns[column] for extra, rows in groups.items()}
