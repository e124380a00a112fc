"""Exercise: cross-entropy (5.4) from the logits of a batch, where the softmax itself rounds to zero too."""

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


def doubles(calls, answers, expected):
    return abs(answers[1] - 2 * answers[0]) <= 0.01 * abs(answers[1]) and abs(answers[1]) > 1


def same(calls, answers, expected):
    return abs(answers[1] - answers[0]) <= 0.01 * abs(answers[0])


def is_the_mean(calls, answers, expected):
    return abs(answers[2] - (answers[0] + answers[1]) / 2) <= 0.01 * abs(answers[2])


EXERCISE = Exercise(
    name="cross_entropy",
    points=2,
    solution=cross_entropy,
    properties=(
        Property(
            "one example",
            words="of one example it is -ln p of the right class",
            hint="Take the logarithm of (5.1): ln Σ exp(y_j) minus the logit of the right class, along axis 1.",
            case=lambda random: [batch(random)],
            holds=lambda calls, answers, expected: close(*answers, *expected, 0.005),
        ),
        Property(
            "far behind",
            words="far behind, twice the lead of the wrong classes is twice the loss",
            hint="Beyond a lead of about 100 the probability rounds to zero: do not compute it. Its logarithm is "
            "harmless if you subtract the largest logit of the example before `exp`.",
            case=with_leads,
            holds=doubles,
        ),
        Property(
            "shift of the logits",
            words="a number added to all logits of an example changes nothing, however large, another for each example",
            hint="Each example has a largest logit of its own: `logits.max(axis=1, keepdims=True)`.",
            case=with_offsets,
            holds=same,
        ),
        Property(
            "mean",
            words="of two batches of the same size in one it is the mean of both",
            hint="Average over the examples; `logits[jnp.arange(n), labels]` has one entry for each.",
            case=in_parts,
            holds=is_the_mean,
        ),
        Property(
            "differentiable",
            words="JAX can differentiate it, along the logits",
            hint="Use `jnp`, not `np`, and no `float(...)`: then `jax.grad` sees through it.",
            case=lambda random: [batch(random, n=2)],
            holds=lambda calls, answers, expected: parallel(*answers, *expected),
            measure="gradient",
            cases=2,
        ),
    ),
    explanation="At a lead of 1000 it is 1000, and its gradient (5.6) still has its full length.",
)
