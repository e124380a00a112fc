"""Exercise: cross-entropy (5.4) from the logits of a batch, where the softmax itself rounds to zero too."""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import losses
from optcourse.homework.exercise import Exercise, Property, close, parallel

cross_entropy = losses.cross_entropy


def batch(random, n=1, classes=4, size=2.0) -> tuple[np.ndarray, np.ndarray]:
    """Logits (n, classes) of about this size, and labels (n,)."""
    return size * random.normal(size=(n, classes)), random.integers(classes, size=n)


def behind(random, lead) -> tuple[np.ndarray, np.ndarray]:
    """One example whose right class is behind by this lead, all others level."""
    label = random.integers(4, size=1)
    return lead * (np.arange(4) != label)[None].astype(float), label


def with_leads(random):
    """Leads at which the probability of the right class rounds to zero, and one twice as large."""
    state = random.integers(2**32)
    lead = random.uniform(200, 400)
    return [behind(np.random.default_rng(state), times * lead) for times in (1, 2)]


def with_offsets(random):
    """A batch, and the same with another large number added to all logits of each example."""
    logits, labels = batch(random, n=2)
    return [(logits, labels), (logits + 700 * np.array([[1], [-1]]), labels)]


def in_parts(random):
    """Two batches of one example and both in one. Few shapes in all: JAX compiles anew for each."""
    (first, a), (second, b) = batch(random), batch(random)
    return [(first, a), (second, b), (np.concatenate([first, second]), np.concatenate([a, b]))]


def gradient(function, logits, labels):
    """JAX's gradient of the student's function along the logits."""
    return jax.grad(lambda z: jnp.asarray(function(z, labels), float))(logits)


def doubles(calls, answers, expected):
    return abs(answers[1] - 2 * answers[0]) <= 0.01 * abs(answers[1]) and abs(answers[1]) > 1


def same(calls, answers, expected):
    return abs(answers[1] - answers[0]) <= 0.01 * abs(answers[0])


def is_the_mean(calls, answers, expected):
    return abs(answers[2] - (answers[0] + answers[1]) / 2) <= 0.01 * abs(answers[2])


# Plausible and wrong


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


EXERCISE = Exercise(
    name="cross_entropy",
    points=2,
    solution=cross_entropy,
    properties=(
        Property(
            words="of one example it is -ln p of the right class",
            hint="Take the logarithm of (5.1): ln Σ exp(y_j) minus the logit of the right class, along axis 1.",
            case=lambda random: [batch(random)],
            holds=lambda calls, answers, expected: close(*answers, *expected, 0.005),
            mutant=in_bits,
        ),
        Property(
            words="far behind, twice the lead of the wrong classes is twice the loss",
            hint="Beyond a lead of about 100 the probability rounds to zero: do not compute it. Its logarithm is "
            "harmless if you subtract the largest logit of the example before `exp`.",
            case=with_leads,
            holds=doubles,
            mutant=logarithm_of_the_softmax,
        ),
        Property(
            words="a number added to all logits of an example changes nothing, however large, another for each example",
            hint="Each example has a largest logit of its own: `logits.max(axis=1, keepdims=True)`.",
            case=with_offsets,
            holds=same,
            mutant=largest_of_the_batch,
        ),
        Property(
            words="of two batches of the same size in one it is the mean of both",
            hint="Average over the examples; `logits[jnp.arange(n), labels]` has one entry for each.",
            case=in_parts,
            holds=is_the_mean,
            mutant=added_up,
        ),
        Property(
            words="JAX can differentiate it, along the logits",
            hint="Use `jnp`, not `np`, and no `float(...)`: then `jax.grad` sees through it.",
            case=lambda random: [batch(random, n=2)],
            holds=lambda calls, answers, expected: parallel(*answers, *expected),
            mutant=in_numpy,
            measure=gradient,
            cases=2,
        ),
    ),
    because="At a lead of 1000 it is 1000, and its gradient (5.6) still has its full length.",
    mutants=(likelihood, naive, clipped, mean_over_entries, every_pair, wrong_axis, of_the_likeliest, softmax_twice),
)
