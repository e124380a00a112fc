"""Losses that a colleague sends, one right and four not; and what a training reaches."""

import math

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import losses


def wrong_axis_cross_entropy(logits, labels, lowest):
    """Cross-entropy with the softmax over the examples instead of the classes."""
    log_p = jax.nn.log_softmax(logits, axis=0)
    return -jnp.mean(jnp.take_along_axis(log_p, labels[:, None], axis=1))


def clipped_cross_entropy(logits, labels, lowest):
    """Cross-entropy with probabilities clipped from below at `lowest`: the logarithm is finite."""
    p = jnp.take_along_axis(losses.softmax(logits), labels[:, None], axis=-1)
    return -jnp.mean(jnp.log(jnp.maximum(p, lowest)))


FAULTS = {
    "right": lambda logits, labels, lowest: losses.cross_entropy(logits, labels),
    "softmax twice": lambda logits, labels, lowest: losses.cross_entropy(
        losses.softmax(logits), labels
    ),
    "wrong axis": wrong_axis_cross_entropy,
    "clipped": clipped_cross_entropy,
    "squared error": lambda logits, labels, lowest: losses.softmax_mse(logits, labels),
}


def colleague_loss(logits, labels, fault, lowest):
    """The loss with this fault; logits and labels may be lists. ValueError unless a batch."""
    logits, labels = jnp.asarray(logits, float), jnp.asarray(labels)
    if logits.ndim != 2 or labels.shape != logits.shape[:1]:
        shapes = f"logits of shape {logits.shape} and labels of shape {labels.shape}"
        advice = "ask for (n, classes) and (n,), one example a row, [[0.0, 1.0]] and [0] say"
        raise ValueError(f"{shapes}: {advice}")
    return FAULTS[fault](logits, labels, lowest)


def accuracy(bias, seed, edges, slope, ends):
    """Final training accuracy: it falls from ends[0] to ends[1], and is one half at edges[seed].

    slope: of the bias, about the width over which it falls.
    """
    if np.ndim(seed) or seed not in range(len(edges)):
        limits = f"one seed at a time, from 0 to {len(edges) - 1}"
        raise ValueError(f"accuracy(bias, seed) takes {limits}: not {seed!r}")
    high, low = ends
    half = math.log((high - 0.5) / (0.5 - low))
    exponent = (float(bias) - edges[int(seed)]) / slope + half
    return low + (high - low) / (1 + math.exp(min(exponent, 700)))


FUNCTIONS = {
    "colleague": colleague_loss,
    "accuracy": accuracy,
}
