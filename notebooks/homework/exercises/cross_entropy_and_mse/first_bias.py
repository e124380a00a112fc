"""Exercise: the output bias from which a network should start, given how often each class occurs."""

import jax.numpy as jnp
import numpy as np
from optcourse.homework.exercise import Exercise, Property


def first_bias(labels, classes):
    """ln (count + 1): its softmax is the share of each class, counted once more than it occurs."""
    return jnp.log(jnp.bincount(labels, length=classes) + 1.0)


def uneven(random, classes, n) -> np.ndarray:
    """Labels of which all occur, none as often as another, and the last one most often."""
    shares = np.array([*random.permutation(np.arange(1.0, classes)), classes])
    return random.choice(classes, size=n, p=shares / shares.sum())


def of_many(random):
    return [(uneven(random, 5, 1000), 5)]


def with_missing_classes(random):
    """Of six classes the last one or two never occur; the others do."""
    here = random.choice([4, 5])
    return [(random.permutation(np.concatenate([np.arange(here), random.integers(here, size=20)])), 6)]


def shares(bias) -> np.ndarray:
    e = np.exp(bias - bias.max())
    return e / e.sum()


def same_shares(calls, answers, expected):
    """Every probability within 3 %; a number added to all biases changes none."""
    return np.allclose(shares(answers[0]), shares(expected[0]), rtol=0.03)


def same_shares_of_the_missing(calls, answers, expected):
    """The same for the classes that do not occur."""
    missing = np.bincount(calls[0][0], minlength=6) == 0
    return np.allclose(shares(answers[0])[missing], shares(expected[0])[missing], rtol=0.03)


EXERCISE = Exercise(
    name="first_bias",
    points=1,
    solution=first_bias,
    properties=(
        Property(
            "shares",
            words="the softmax of the bias gives each class its share of the labels",
            hint="Which y has softmax(y) = p? Take the logarithm of (5.1). "
            "`jnp.bincount(labels, length=classes)` counts. A number added to all biases changes nothing.",
            case=of_many,
            holds=same_shares,
        ),
        Property(
            "absent class",
            words="a class that does not occur counts as one example, and is neither impossible nor left out",
            hint="Count every class once more than it occurs: add 1 to all the counts, before the logarithm.",
            case=with_missing_classes,
            holds=same_shares_of_the_missing,
        ),
    ),
    explanation="If one example in a hundred is ill, a bias of 0 starts with a loss of ln 2 = 0.69, this one with "
    "0.06. The network need not spend its first steps on learning that illness is rare.",
)
