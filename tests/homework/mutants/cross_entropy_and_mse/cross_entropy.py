"""Wrong answers to 05.cross_entropy: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp
import numpy as np

from exercises.cross_entropy_and_mse.cross_entropy import cross_entropy
from optcourse import losses


def likelihood(logits, labels):
    return -cross_entropy(logits, labels)


def in_bits(logits, labels):
    return cross_entropy(logits, labels) / np.log(2)


def naive(logits, labels):
    e = jnp.exp(logits)
    p = e / jnp.sum(e, axis=1, keepdims=True)
    return -jnp.mean(jnp.log(p[jnp.arange(labels.size), labels]))


def logarithm_of_the_softmax(logits, labels):
    return -jnp.mean(jnp.log(losses.softmax(logits)[jnp.arange(labels.size), labels]))


def clipped(logits, labels):
    p = losses.softmax(logits)[jnp.arange(labels.size), labels]
    return -jnp.mean(jnp.log(jnp.maximum(p, 1e-30)))


def largest_of_the_batch(logits, labels):
    shifted = logits - jnp.max(logits)
    return jnp.mean(jnp.log(jnp.sum(jnp.exp(shifted), axis=1)) - shifted[jnp.arange(labels.size), labels])


def added_up(logits, labels):
    return labels.size * cross_entropy(logits, labels)


def mean_over_entries(logits, labels):
    return cross_entropy(logits, labels) / logits.shape[1]


def every_pair(logits, labels):
    """logits[:, labels] has n² entries."""
    return jnp.mean(jax.nn.logsumexp(logits, axis=1) - logits[:, labels])


def in_numpy(logits, labels):
    shifted = np.asarray(logits, float)
    shifted = shifted - shifted.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(shifted)), np.asarray(labels)])


def wrong_axis(logits, labels):
    p = jax.nn.log_softmax(logits, axis=0)
    return -jnp.mean(p[jnp.arange(labels.size), labels])


def of_the_likeliest(logits, labels):
    return -jnp.mean(jnp.max(jax.nn.log_softmax(logits), axis=1))


def softmax_twice(logits, labels):
    return cross_entropy(losses.softmax(logits), labels)


ALONE = {
    "one example": in_bits,
    "far behind": logarithm_of_the_softmax,
    "shift of the logits": largest_of_the_batch,
    "mean": added_up,
    "differentiable": in_numpy,
}
ALSO = (likelihood, naive, clipped, mean_over_entries, every_pair, wrong_axis, of_the_likeliest, softmax_twice)
