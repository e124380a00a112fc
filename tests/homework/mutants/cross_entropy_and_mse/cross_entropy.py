"""Wrong answers to 05.cross_entropy: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp
import numpy as np

from exercises.cross_entropy_and_mse.cross_entropy import cross_entropy
from optcourse import losses


def _each(logits, labels, less):
    """The loss of each example, by logits minus `less`."""
    shifted = logits - less
    return jnp.log(jnp.sum(jnp.exp(shifted), axis=1)) - shifted[jnp.arange(len(labels)), labels]


def _largest(logits):
    return jnp.max(logits, axis=1, keepdims=True)


def _probability(logits, labels):
    return losses.softmax(logits)[jnp.arange(len(labels)), labels]


def likelihood(logits, labels):
    return -cross_entropy(logits, labels)


def in_bits(logits, labels):
    return cross_entropy(logits, labels) / np.log(2)


def logarithm_of_the_softmax(logits, labels):
    return -jnp.mean(jnp.log(_probability(logits, labels)))


def clipped(logits, labels):
    return -jnp.mean(jnp.log(jnp.maximum(_probability(logits, labels), 1e-30)))


def nothing_where_it_is_infinite(logits, labels):
    return -jnp.mean(jnp.nan_to_num(jnp.log(_probability(logits, labels)), neginf=0))


def logits_cut_off(logits, labels):
    return cross_entropy(jnp.clip(logits, -1000, 1000), labels)


def lead_alone_far_behind(logits, labels):
    """Without the logarithm of the sum, where more than one class leads."""
    lead = _largest(logits)[:, 0] - logits[jnp.arange(len(labels)), labels]
    return jnp.mean(jnp.where(lead > 50, lead, _each(logits, labels, _largest(logits))))


def flat_far_behind(logits, labels):
    """The right value, and no gradient where the probability rounds to zero."""
    p, right = _probability(logits, labels), _each(logits, labels, _largest(logits))
    return jnp.mean(jnp.where(p > 1e-30, -jnp.log(jnp.maximum(p, 1e-30)), jax.lax.stop_gradient(right)))


def less_the_last_logit(logits, labels):
    return jnp.mean(_each(logits, labels, logits[:, -1:]))


def largest_of_the_batch(logits, labels):
    return jnp.mean(_each(logits, labels, jnp.max(logits)))


def of_the_first_and_the_last(logits, labels):
    return jnp.mean(_each(logits, labels, _largest(logits))[np.array([0, -1])])


def of_four_classes(logits, labels):
    return cross_entropy(jnp.where(jnp.arange(logits.shape[1]) < 4, logits, -1e30), labels)


def added_up(logits, labels):
    return labels.size * cross_entropy(logits, labels)


def mean_over_entries(logits, labels):
    return cross_entropy(logits, labels) / logits.shape[1]


def every_pair(logits, labels):
    """logits[:, labels] has n² entries."""
    shifted = logits - _largest(logits)
    return jnp.mean(jnp.log(jnp.sum(jnp.exp(shifted), axis=1)) - shifted[:, labels])


def in_numpy(logits, labels):
    shifted = np.asarray(logits, float)
    shifted = shifted - shifted.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(shifted)), np.asarray(labels)])


ALONE = {
    "one example": in_bits,
    "far behind": lead_alone_far_behind,
    "shift of the logits": largest_of_the_batch,
    "mean": added_up,
    "differentiable": in_numpy,
}
ALSO = (
    likelihood,
    logarithm_of_the_softmax,
    clipped,
    nothing_where_it_is_infinite,
    logits_cut_off,
    flat_far_behind,
    less_the_last_logit,
    of_the_first_and_the_last,
    of_four_classes,
    mean_over_entries,
    every_pair,
)
