"""Losses that a colleague sends, one right and four not: loss(logits, labels) -> one number.

FAULTS: the word for each. Loss("colleague", fault="clipped", lowest=1e-7) is one of them by name.
"""

import jax
import jax.numpy as jnp

from optcourse import losses
from optcourse.homework.arguments import FAMILIES, Loss


def right(logits, labels, lowest):
    """-ln p, from the logits."""
    return losses.cross_entropy(logits, labels)


def softmax_twice(logits, labels, lowest):
    """The network ends in a softmax, and the loss applies another."""
    return losses.cross_entropy(losses.softmax(logits), labels)


def wrong_axis(logits, labels, lowest):
    """Probabilities that add up to 1 over the examples, not over the classes."""
    return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(logits, axis=0), labels[:, None], axis=1))


def clipped(logits, labels, lowest):
    """Probabilities below `lowest` are raised to it, so that the logarithm is finite."""
    p = jnp.take_along_axis(losses.softmax(logits), labels[:, None], axis=-1)
    return -jnp.mean(jnp.log(jnp.maximum(p, lowest)))


def squared_error(logits, labels, lowest):
    """(5.3) under the name of cross-entropy."""
    return losses.softmax_mse(logits, labels)


FAULTS = {
    "right": right,
    "softmax twice": softmax_twice,
    "wrong axis": wrong_axis,
    "clipped": clipped,
    "squared error": squared_error,
}


def colleague(logits, labels, fault, lowest):
    """The loss with this fault. Logits and labels may be lists; ValueError unless they are a batch."""
    logits, labels = jnp.asarray(logits, float), jnp.asarray(labels)
    if logits.ndim != 2 or labels.shape != logits.shape[:1]:
        shapes = f"logits of shape {logits.shape} and labels of shape {labels.shape}"
        raise ValueError(f"{shapes}: ask for (n, classes) and (n,), one example a row, [[0.0, 1.0]] and [0] say")
    return FAULTS[fault](logits, labels, lowest)


FAMILIES["colleague"] = colleague


def sent(random, fault: str) -> Loss:
    """A loss with this fault; one that clips does so anywhere from 1e-15 to 1e-5."""
    return Loss("colleague", fault=fault, lowest=float(10 ** random.uniform(-15, -5)))
