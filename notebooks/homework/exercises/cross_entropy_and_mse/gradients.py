"""Exercise: both gradients (5.6) and (5.7) by hand, for a batch, for any target, and without the matrix J."""

import jax.numpy as jnp
import numpy as np
from optcourse.homework.exercise import Exercise, Property, close, parallel

FEW, MANY = 50, 100  # classes


def gradients(p, target):
    """(p - ŷ) / n and 2 p ∘ (e - Σ p e) / n with e = p - ŷ: J e without J."""
    e = (p - target) / len(p)  # (5.6)
    return e, 2 * p * (e - jnp.sum(p * e, axis=1, keepdims=True))  # (5.7)


def probabilities(random, n, classes) -> np.ndarray:
    e = np.exp(random.normal(size=(n, classes)))
    return e / e.sum(axis=1, keepdims=True)


def example(random, n=1, classes=3):
    """Probabilities and one-hot targets."""
    return probabilities(random, n, classes), np.eye(classes)[random.integers(classes, size=n)]


def twice_over(random):
    """A batch of two, and the same with every example twice."""
    p, target = example(random, n=2)
    return [(p, target), (np.tile(p, (2, 1)), np.tile(target, (2, 1)))]


def of_soft_targets(random):
    return [(probabilities(random, 1, 6), probabilities(random, 1, 6))]


def of_two_sizes(random):
    return [example(random, classes=classes) for classes in (FEW, MANY)]


def sure_and_wrong(random):
    """Probabilities that have rounded to 1 for a wrong class and 0 for the others."""
    label = random.integers(3, size=1)
    return [(np.eye(3)[(label + random.integers(1, 3)) % 3], np.eye(3)[label])]


def first_agrees(calls, answers, expected):
    return all(close(answer[0], right[0]) for answer, right in zip(answers, expected))


def second_agrees(calls, answers, expected):
    return all(close(answer[1], right[1]) for answer, right in zip(answers, expected))


def both_parallel(calls, answers, expected):
    return all(parallel(*pair) for pair in zip(answers[0], expected[0]))


def one_is_left(calls, answers, expected):
    """The first is as long as it should be, the second is zero."""
    lengths = np.linalg.norm(answers[0], axis=(1, 2))
    return close(lengths, np.array([np.linalg.norm(expected[0][0]), 0]))


def halves(calls, answers, expected):
    """Each of the doubled batch's examples counts half as much."""
    return all(close(double, np.tile(once, (2, 1)) / 2) for once, double in zip(*answers))


EXERCISE = Exercise(
    name="gradients",
    points=3,
    solution=gradients,
    properties=(
        Property(
            "first",
            words="the first is the mistake, and points where cross-entropy rises",
            hint="This is (5.6): p minus the target, in this order, over the number of examples; here it is one.",
            case=lambda random: [example(random)],
            holds=first_agrees,
        ),
        Property(
            "second",
            words="the second is the mistake after the derivatives of the softmax",
            hint="Put your line beside (5.7), factor by factor. In each row, J e is p times (e minus the mean of e "
            "under p).",
            case=lambda random: [example(random)],
            holds=second_agrees,
        ),
        Property(
            "mean",
            words="every example twice in the batch, each counts half as much",
            hint="The loss is a mean over the n examples, so each row of its gradient has a factor 1/n. "
            "Sums over classes go along axis 1, with `keepdims=True`.",
            case=twice_over,
            holds=halves,
        ),
        Property(
            "soft targets",
            words="the target may be any probabilities, not one-hot alone",
            hint="(5.6) and (5.7) hold for any ŷ that adds up to 1. Use the target as it comes.",
            case=of_soft_targets,
            holds=both_parallel,
        ),
        Property(
            "exactly 0 and 1",
            words="sure and wrong, p exactly 0 and 1: the first has its full length, the second is zero",
            hint="Divide by no probability: here one is 0. Multiply out on paper what -ŷ / p becomes after the "
            "derivatives of the softmax; it is p - ŷ.",
            case=sure_and_wrong,
            holds=one_is_left,
            cases=2,
        ),
        Property(
            "work",
            words="twice the classes are about twice the work, not four times",
            hint=f"With {FEW} classes J has {FEW**2} entries for each example. Write out row i of J e on paper: "
            "p_i e_i - p_i Σ_j p_j e_j. One sum serves all i.",
            case=of_two_sizes,
            holds=lambda calls, answers, expected: answers[1] < 3 * answers[0],
            measure="operations",
            cases=1,
        ),
    ),
    explanation="A language model chooses among 100,000 words: J would have ten billion entries for each of them. "
    "Where p is nearly one-hot, e equals its mean under p wherever p is not small, and the second gradient vanishes.",
)
