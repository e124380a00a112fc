"""Exercise: Lee's minimum ratio, the share of directions that curve up."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property

WITHIN, BEYOND = 0.8e-4, 1.25e-4  # of the largest: close to the limit of what counts as zero, on either side


def minimum_ratio(eigenvalues):
    """The share that is larger than a zero: than 1e-4 of the largest absolute value."""
    return np.mean(eigenvalues > 1e-4 * np.abs(eigenvalues).max())


def clear(random, more=4, fewer=2) -> np.ndarray:
    """Eigenvalues of both signs, all clear, more of one than of the other."""
    up, down = random.permutation([more, fewer])
    return random.permutation(np.concatenate([random.uniform(0.5, 2, up), -random.uniform(0.5, 2, down)]))


def of_many_lengths(random):
    return [(clear(random, *numbers),) for numbers in ((4, 2), (1, 0), (17, 8))]


def with_a_zero_more(random):
    """And nothing but zeros."""
    eigenvalues = clear(random)
    return [(eigenvalues,), (np.append(eigenvalues, 0.0),), (np.zeros(6),)]


def around_the_limit(random):
    """Beside eigenvalues of both signs, then of negative ones alone, one more: three times a zero, then beyond it."""
    both = clear(random)
    one_more = (0.0, WITHIN, -WITHIN, BEYOND, -BEYOND)
    first = both / np.abs(both).max(), np.array([-1, random.uniform(-0.9, -0.5)])
    return [(np.append(eigenvalues, each),) for eigenvalues in first for each in one_more]


def in_other_units(random):
    eigenvalues = clear(random)
    return [(eigenvalues * unit,) for unit in (1, 1e-9, 1e9)]


def same(calls, answers, expected):
    return all(abs(answer - answers[0]) < 1e-3 for answer in answers)


def shrinks(calls, answers, expected):
    """The first share by one eigenvalue more; the last one to nothing."""
    n = calls[0][0].size
    return abs(answers[1] - answers[0] * n / (n + 1)) < 1e-3 and answers[2] == 0


def agrees(calls, answers, expected):
    return all(abs(answer - right) < 1e-3 for answer, right in zip(answers, expected))


def same_limit(calls, answers, expected):
    return keeps_the_limit(answers[:5], calls[0][0].size) and keeps_the_limit(answers[5:], calls[5][0].size)


def keeps_the_limit(shares, n) -> bool:
    """Within the limit one share; beyond it that one again on one side, and one of n eigenvalues more or less on the
    other."""
    zero, *within, above, below = shares
    changes = sorted([abs(above - zero), abs(below - zero)])
    return np.allclose(within, zero, atol=1e-3) and np.allclose(changes, [0, 1 / n], atol=1e-3)


EXERCISE = Exercise(
    name="minimum_ratio",
    points=1,
    solution=minimum_ratio,
    properties=(
        Property(
            "share",
            statement="it is the share of the eigenvalues that are positive",
            hint="The mean of a condition is the share of places where it is True.",
            case=of_many_lengths,
            holds=agrees,
        ),
        Property(
            "zeros count below",
            statement="a zero is one of the directions, and none that curves up",
            hint="Zeros count in the number of all eigenvalues, and not among the positive ones. What if all are zero?",
            case=with_a_zero_more,
            holds=shrinks,
        ),
        Property(
            "size of a zero",
            statement="up to 1e-4 of the largest |eigenvalue| counts as zero, on either side, and no more than that",
            hint="Let positive mean: larger than 1e-4 times the largest |eigenvalue|.",
            case=around_the_limit,
            holds=same_limit,
        ),
        Property(
            "unit of the loss",
            statement="the unit of the loss does not matter",
            hint="Compare with the largest |eigenvalue|, not with a fixed number.",
            case=in_other_units,
            holds=same,
        ),
    ),
)
