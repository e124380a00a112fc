"""Exercise: cross-entropy (5.2) from the logits of a batch, where the softmax itself rounds to zero too."""

import jax.numpy as jnp
import numpy as np

from optcourse.homework.exercise import Exercise, Property, close

CLASSES = 7  # and batches of one and of three: few shapes in all, for JAX compiles anew for each


def cross_entropy(logits, labels):
    """-ln p = ln Σ exp(y_j) - y_label     (5.2), its mean over the examples; the largest logit is subtracted first."""
    shifted = logits - jnp.max(logits, axis=1, keepdims=True)
    right = shifted[jnp.arange(len(labels)), labels]
    return jnp.mean(jnp.log(jnp.sum(jnp.exp(shifted), axis=1)) - right)


def batch(random, n=1) -> tuple[np.ndarray, np.ndarray]:
    """Logits (n, classes) and labels (n,)."""
    return 2 * random.normal(size=(n, CLASSES)), random.integers(CLASSES, size=n)


def behind(random, label, lead) -> tuple[np.ndarray, np.ndarray]:
    """One example; two of the other classes are in front of all others, level, and lead the right class by this."""
    logits = -lead * random.uniform(0.3, 0.7, size=CLASSES)
    others = np.delete(np.arange(CLASSES), label)
    logits[label], logits[random.choice(others, 2, replace=False)] = -lead, 0.0
    return logits[None] + random.uniform(-1, 1), np.array([label])


def anywhere_and_ahead(random):
    """One example; and one whose right class is well ahead, with a small loss."""
    logits, label = batch(random)
    logits[0, label] = logits.max() + random.uniform(4, 5)
    return [batch(random), (logits, label)]


def with_leads(random):
    """The probability of the right class rounds to zero; it is the first, the last, and one between."""
    leads = random.uniform(115, 140), random.uniform(200, 300), 10 ** random.uniform(4, 30)
    labels = 0, CLASSES - 1, int(random.integers(1, CLASSES - 1))
    return [behind(random, label, lead) for label, lead in zip(labels, leads)]


def with_offsets(random):
    """A batch, and the same with other large numbers added; eighths and powers of two, so that nothing rounds."""
    logits, labels = batch(random, n=3)
    logits = np.round(8 * logits) / 8
    offsets = random.permutation([1, -1, 0.5]) * 2.0 ** random.integers(10, 18, size=3)
    return [(logits, labels), (logits + offsets[:, None], labels)]


def in_parts(random):
    """Three batches of one example, and all in one."""
    parts = [batch(random) for _ in range(3)]
    return [*parts, tuple(np.concatenate(each) for each in zip(*parts))]


def near_and_far(random):
    """A batch in which one example is sure of a wrong class."""
    logits, labels = batch(random, n=3)
    row = random.integers(3)
    logits[row, np.arange(CLASSES) != (labels[row] + 1) % CLASSES] -= 150
    return [(logits, labels)]


def each_within_half_a_percent(calls, answers, expected):
    return np.allclose(answers, expected, rtol=0.005, atol=0)


def grows_as_it_should(calls, answers, expected):
    """In proportion to the answer at the smallest lead, so that no property but the first asks for the unit."""
    found, right = np.array(answers), np.array(expected)
    return bool(found[0] > 0) and np.allclose(found / found[0], right / right[0], rtol=1e-3)


def same(calls, answers, expected):
    return abs(answers[1] - answers[0]) <= 0.01 * abs(answers[0])


def is_the_mean(calls, answers, expected):
    return close(answers[-1], np.mean(answers[:-1]))


def same_direction(calls, answers, expected):
    lengths = np.linalg.norm(answers[0]) * np.linalg.norm(expected[0])
    return bool(np.sum(answers[0] * expected[0]) >= 0.999 * lengths > 0)


EXERCISE = Exercise(
    name="cross_entropy",
    points=2,
    solution=cross_entropy,
    properties=(
        Property(
            "one example",
            statement="of one example it is -ln p of the right class",
            hint="Take the logarithm of (5.1): ln Σ exp(y_j) minus the logit of the right class, along axis 1.",
            case=anywhere_and_ahead,
            holds=each_within_half_a_percent,
            cases=2,
        ),
        Property(
            "far behind",
            statement="far behind, it grows as the lead of the wrong classes does, without an end",
            hint="Beyond a lead of about 100 the probability rounds to zero: do not compute it. Its logarithm is "
            "harmless if you subtract the largest logit of the example before `exp`; clip nothing.",
            case=with_leads,
            holds=grows_as_it_should,
            cases=2,
        ),
        Property(
            "shift of the logits",
            statement="a number added to all logits of an example changes nothing, however large, another for "
            "each example",
            hint="Each example has a largest logit of its own: `logits.max(axis=1, keepdims=True)`.",
            case=with_offsets,
            holds=same,
            cases=2,
        ),
        Property(
            "mean",
            statement="of three examples in one batch it is the mean of the three",
            hint="Average over the examples; `logits[jnp.arange(n), labels]` has one entry for each.",
            case=in_parts,
            holds=is_the_mean,
            cases=2,
        ),
        Property(
            "differentiable",
            statement="JAX can differentiate it along the logits, far behind too",
            hint="Use `jnp`, not `np`, and no `float(...)`: then `jax.grad` sees through it. By (5.4) the gradient "
            "of an example far behind is as long as ever, so cut nothing off.",
            case=near_and_far,
            holds=same_direction,
            measure="gradient",
            cases=2,
        ),
    ),
    explanation="At a lead of 1000 it is 1000, and its gradient (5.4) still has its full length.",
)
