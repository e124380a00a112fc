"""The same comparison on MNIST and CIFAR-10, for those who have the files.

flooding_mnist, flooding_cifar10   the studies: a row for each weight decay, level and seed
image_problem                      of a seed: a tenth of the training images to choose by
measure                            one row

A multilayer perceptron on MNIST, a convolutional network on CIFAR-10; the paper has larger ones.
On two cores a row takes minutes on MNIST and hours on CIFAR-10; an interrupted run goes on.
"""

from functools import partial
from typing import NamedTuple

import jax
import numpy as np

from optcourse import flooding, losses, models, trees
from optcourse.experiments import data, table
from optcourse.experiments.flooding import problems
from optcourse.optimizers import momentum

LEVELS = [0.0, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2]
DECAYS = [0.0, 1e-4]
SEEDS = 3
SETTINGS = {
    "batch_size": 100,
    "epochs": 50,
    "learning_rate": 0.05,
    "beta": 0.9,
    "validation": 0.1,
}
CHUNK = 500  # images evaluated at once


class Images(NamedTuple):
    """Images of a training and a test file, and the network that learns them."""

    known: data.Data
    test: data.Data
    network: models.Model


def flooding_mnist(folder, settings=SETTINGS, tables=table.FOLDER) -> table.Table:
    """MNIST with and without flooding and weight decay, from its files (hours)."""
    known, test = (data.mnist(folder, train) for train in (True, False))
    pixels = known.inputs.shape[1]
    images = Images(known, test, models.mlp((pixels, 256, 10), jax.nn.relu, 2**0.5))
    return _fill("flooding_mnist", images, settings, tables)


def flooding_cifar10(folder, settings=SETTINGS, tables=table.FOLDER) -> table.Table:
    """CIFAR-10 with and without flooding and weight decay, from its files (days)."""
    known, test = (data.cifar10(folder, train, image=True) for train in (True, False))
    images = Images(known, test, models.cnn((3, 32, 64), 10))
    return _fill("flooding_cifar10", images, settings, tables)


def _fill(name, images, settings, tables):
    sizes = {"known": len(images.known.labels), "test": len(images.test.labels)}
    jobs = table.grid(decay=DECAYS, level=LEVELS, seed=range(SEEDS))
    row = partial(measure, images, settings)
    return table.fill(name, settings | sizes, jobs, row, tables)


def measure(images: Images, settings: dict, decay: float, level: float, seed: int) -> dict:
    """A table row: scores after the last epoch, and `stopped_`, at the best validation accuracy."""
    problem = image_problem(images, settings["validation"], seed)
    n, size = len(problem.train.labels), min(settings["batch_size"], len(problem.train.labels))
    plan = problems.Plan(size, settings["epochs"], n // size)
    descent = settings["learning_rate"], settings["beta"]
    curves = _train(images.network, plan, descent, decay, level, problem)
    best = int(np.argmax(curves.validation_accuracy))
    row = {name: each[-1] for name, each in curves._asdict().items()}
    return row | {f"stopped_{name}": each[best] for name, each in curves._asdict().items()}


def image_problem(images: Images, validation: float, seed: int) -> problems.Problem:
    """The images of a seed: that share of the training file is for validation."""
    split_key, w_key, key = jax.random.split(jax.random.key(seed), 3)
    n = len(images.known.labels)
    held_out = max(1, round(validation * n))
    train, chosen_by = data.split(images.known, n - held_out, split_key)
    return problems.Problem(train, chosen_by, images.test, images.network.init(w_key), key)


@partial(jax.jit, static_argnums=(0, 1))
def _train(network, plan, descent, decay, level, problem) -> problems.Scores:
    flooded = flooding.flood(problems.loss_of(network), level)
    loss = lambda w, batch: flooded(w, batch) + decay / 2 * trees.dot(w, w)
    evaluate = partial(_scores, network, problem)
    return problems.train(momentum(*descent), loss, problem, plan, evaluate)[0]


def _scores(network, problem, w) -> problems.Scores:
    """problems.scores, a few hundred images at a time."""

    def part(examples):
        of_one = lambda x: network.apply(w, x[None])[0]
        logits = jax.lax.map(of_one, examples.inputs, batch_size=CHUNK)
        labels = examples.labels
        return losses.cross_entropy(logits, labels), losses.accuracy(logits, labels)

    train_loss, _ = part(problem.train)
    validation_loss, validation_accuracy = part(problem.validation)
    test_loss, accuracy = part(problem.test)
    return problems.Scores(train_loss, validation_accuracy, validation_loss, accuracy, test_loss)
