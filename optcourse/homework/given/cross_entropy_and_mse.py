"""Losses that a colleague sends, one right and four not; and what a training reaches."""

import math

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import losses


def wrong_axis(logits, labels, lowest):
    """Probabilities that add up to 1 over the examples, not over the classes."""
    return -jnp.mean(
        jnp.take_along_axis(jax.nn.log_softmax(logits, axis=0), labels[:, None], axis=1)
    )


def clipped(logits, labels, lowest):
    """Probabilities below `lowest` are raised to it, so that the logarithm is finite."""
    p = jnp.take_along_axis(losses.softmax(logits), labels[:, None], axis=-1)
    return -jnp.mean(jnp.log(jnp.maximum(p, lowest)))


FAULTS = {
    "right": lambda logits, labels, lowest: losses.cross_entropy(logits, labels),
    "softmax twice": lambda logits, labels, lowest: losses.cross_entropy(
        losses.softmax(logits), labels
    ),
    "wrong axis": wrong_axis,
    "clipped": clipped,
    "squared error": lambda logits, labels, lowest: losses.softmax_mse(logits, labels),
}


def colleague(logits, labels, fault, lowest):
    """The loss with this fault. Logits and labels may be lists; ValueError unless they are a batch."""
    logits, labels = jnp.asarray(logits, float), jnp.asarray(labels)
    if logits.ndim != 2 or labels.shape != logits.shape[:1]:
        shapes = f"logits of shape {logits.shape} and labels of shape {labels.shape}"
        raise ValueError(
            f"{shapes}: ask for (n, classes) and (n,), one example a row, [[0.0, 1.0]] and [0] say"
        )
    return FAULTS[fault](logits, labels, lowest)


def accuracy(bias, seed, edges, slope, ends):
    """What a training reaches: it falls from ends[0] to ends[1] over about `slope`, and is one half at edges[seed]."""
    if np.ndim(seed) or seed not in range(len(edges)):
        raise ValueError(
            f"accuracy(bias, seed) takes one seed at a time, from 0 to {len(edges) - 1}: not {seed!r}"
        )
    high, low = ends
    half = math.log((high - 0.5) / (0.5 - low))
    return low + (high - low) / (
        1 + math.exp(min((float(bias) - edges[int(seed)]) / slope + half, 700))
    )


FUNCTIONS = {
    "colleague": colleague,
    "accuracy": accuracy,
}
