"""What the studies of flooding train: small networks on few examples, some labels of them wrong.

    problem(task, seed, wrong)   examples to train on, to choose by and to test on; first weights
    two_gaussians, two_spirals   points with two classes, drawn from a key
    loss_of, loss_and_accuracy   of a network on a batch, on examples
    train                        a network on the batches of a problem, evaluated now and then

TASKS: "digits", 8 x 8 pixels; "gaussians", ten coordinates of which each tells a little; "spirals",
in the plane. That share of the labels is wrong in training and in validation, as it would be in
life; test labels are right.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Key, PRNGKeyArray, PyTree

from optcourse import losses, models
from optcourse.experiments import data
from optcourse.experiments.run import train_and_evaluate

EXAMPLES, VALIDATION, TEST = 200, 100, 1000
SEEDS = 5
DIMENSIONS = 10  # of the Gaussians
SEPARATION = 2.5  # of their means, in standard deviations
TURNS, SPIRAL_NOISE = 1.0, 0.05


class Task(NamedTuple):
    """draw(key, n) -> Data of so many classes, and a network for it."""

    draw: Callable
    classes: int
    network: models.Model


class Plan(NamedTuple):
    """How long a training is: batches of this size, epochs, and updates between evaluations."""

    batch_size: int
    epochs: int
    eval_every: int


class Problem(NamedTuple):
    """Three parts of the data, the network's first weights, and a key for what else is random."""

    train: data.Data
    validation: data.Data
    test: data.Data
    w: PyTree
    key: Key[Array, ""]


def two_gaussians(key: PRNGKeyArray, n: int) -> data.Data:
    """n points of two round Gaussians in ten dimensions, 2.5 standard deviations apart."""
    label_key, noise_key = jax.random.split(key)
    labels = jax.random.bernoulli(label_key, shape=(n,)).astype(int)
    shift = SEPARATION / DIMENSIONS**0.5
    centers = shift * (labels[:, None] - 0.5)
    return data.Data(centers + jax.random.normal(noise_key, (n, DIMENSIONS)), labels)


def two_spirals(key: PRNGKeyArray, n: int) -> data.Data:
    """n points on two arms of one turn each, the second arm opposite the first, with noise."""
    label_key, place_key, noise_key = jax.random.split(key, 3)
    labels = jax.random.bernoulli(label_key, shape=(n,)).astype(int)
    radius = jnp.sqrt(jax.random.uniform(place_key, (n,)))
    angle = jnp.pi * (2 * TURNS * radius + labels)
    arms = radius * jnp.stack([jnp.cos(angle), jnp.sin(angle)])
    noise = SPIRAL_NOISE * jax.random.normal(noise_key, (n, 2))
    return data.Data(2 * (arms.T + noise), labels)


TASKS = {
    "digits": Task(lambda key, n: data.digits(n, key), 10, models.mlp((64, 32, 10))),
    "gaussians": Task(two_gaussians, 2, models.mlp((DIMENSIONS, 64, 64, 2))),
    "spirals": Task(two_spirals, 2, models.mlp((2, 64, 64, 2))),
}


@lru_cache(maxsize=64)
def problem(task: str, seed: int, wrong: float = 0.0) -> Problem:
    """The problem of a seed: 200 examples to train on, 100 to choose by and 1000 to test on.

    The share `wrong` of the labels of the first two is wrong. ValueError for a task that is none.
    """
    if task not in TASKS:
        raise ValueError(f"task = {task!r}: choose one of {', '.join(TASKS)}")
    draw, classes, network = TASKS[task]
    draw_key, label_key, w_key, key = jax.random.split(jax.random.key(seed), 4)
    known, test = data.split(draw(draw_key, EXAMPLES + VALIDATION + TEST), EXAMPLES + VALIDATION)
    train, validation = data.split(known, EXAMPLES)
    keys = jax.random.split(label_key)
    return Problem(
        with_wrong_labels(keys[0], train, wrong, classes),
        with_wrong_labels(keys[1], validation, wrong, classes),
        test,
        network.init(w_key),
        key,
    )


def with_wrong_labels(key, examples: data.Data, share: float, classes: int) -> data.Data:
    """The examples, that share of their labels replaced by another class."""
    labels = data.flip_labels(key, examples.labels, share, classes)
    return examples._replace(labels=labels)


def loss_of(network: models.Model) -> Callable:
    """loss(w, batch): the network's cross-entropy on a batch (inputs, labels)."""
    return lambda w, batch: losses.cross_entropy(network.apply(w, batch[0]), batch[1])


def loss_and_accuracy(network: models.Model, w, examples: data.Data) -> dict[str, Array]:
    """{"loss": cross-entropy, "accuracy": share of right answers} on the examples."""
    logits = network.apply(w, examples.inputs)
    return {
        "loss": losses.cross_entropy(logits, examples.labels),
        "accuracy": losses.accuracy(logits, examples.labels),
    }


def train(optimizer, loss: Callable, problem: Problem, plan: Plan, evaluate: Callable):
    """(evaluate(w) before each `eval_every`-th update and after the last, the last w).

    loss(w, batch), the batch with inputs and labels.
    """
    n = len(problem.train.labels)
    rows = data.batches(problem.key, jnp.arange(n), plan.batch_size, plan.epochs)
    on_rows = lambda w, rows: loss(w, data.take(problem.train, rows))
    return train_and_evaluate(optimizer, on_rows, problem.w, rows, plan.eval_every, evaluate)


@lru_cache(maxsize=4)
def stacked_problems(task: str, wrong: float) -> Problem:
    """The problems of all seeds as one, with a leading axis in each of its arrays."""
    return data.stack(problem(task, seed, wrong) for seed in range(SEEDS))


class Scores(NamedTuple):
    """Loss on the training data, and accuracy and loss in validation and in the test."""

    train_loss: Array
    validation_accuracy: Array
    validation_loss: Array
    accuracy: Array
    test_loss: Array


def scores(network: models.Model, problem: Problem, w) -> Scores:
    """The Scores of the weights w."""
    parts = problem.train, problem.validation, problem.test
    train, validation, test = (loss_and_accuracy(network, w, part) for part in parts)
    return Scores(
        train["loss"],
        validation["accuracy"],
        validation["loss"],
        test["accuracy"],
        test["loss"],
    )
