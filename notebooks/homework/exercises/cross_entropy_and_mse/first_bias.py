"""Exercise: the output bias from which a network should start, given how often each class occurs."""

import jax.numpy as jnp
import numpy as np

from optcourse.homework.exercise import Exercise, Property


def first_bias(labels, classes):
    """ln (count + 1): its softmax is the share of each class, counted once more than it occurs."""
    return jnp.log(jnp.bincount(labels, length=classes) + 1.0)


def shuffled(random, counts) -> np.ndarray:
    """Labels of which each class occurs this often."""
    return random.permutation(np.repeat(np.arange(len(counts)), counts))


def of_two_and_of_ten(random):
    """Two classes, one of them rare, and ten; all occur, none as often as another, so often that one more is little."""
    rare = random.integers(40, 90)
    two, ten = random.permutation([rare, 670 - rare]), 40 + 6 * random.permutation(10)
    return [(shuffled(random, two), 2), (shuffled(random, ten), 10)]


def with_missing_classes(random):
    """Of six classes the first, the last, or one between never occurs; and only one occurs, in as many labels."""
    counts = 2 * random.permutation([1, 2, 3, 4, 5])
    several = [np.insert(counts, missing, 0) for missing in (0, random.integers(1, 5), 5)]
    single = sum(counts) * np.eye(6, dtype=int)[random.integers(6)]
    return [(shuffled(random, each), 6) for each in (*several, single)]


def within_3_percent(calls, answers, expected):
    return all(np.allclose(*pair, rtol=0.03, atol=0) for pair in zip(answers, expected))


EXERCISE = Exercise(
    name="first_bias",
    points=1,
    solution=first_bias,
    properties=(
        Property(
            "shares",
            statement="the softmax of the bias gives each class its share of the labels",
            hint="Which y has softmax(y) = p? Take the logarithm of (5.1). "
            "A number added to all biases changes no share.",
            case=of_two_and_of_ten,
            holds=within_3_percent,
            measure="shares",
            cases=2,
        ),
        Property(
            "absent class",
            statement="a class that does not occur counts as one example, and is neither impossible nor left out",
            hint="Count every class once more than it occurs: add 1 to all the counts, before the logarithm. "
            "With `length=classes`, `jnp.bincount` counts those too that do not occur.",
            case=with_missing_classes,
            holds=within_3_percent,
            measure="shares",
            cases=2,
        ),
    ),
    explanation="If one example in a hundred is ill, a bias of 0 starts with a loss of ln 2 = 0.69, this one with "
    "0.06. The network need not spend its first steps on learning that illness is rare.",
)
