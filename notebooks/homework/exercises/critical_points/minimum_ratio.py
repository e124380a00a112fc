"""Exercise: Lee's minimum ratio, the share of directions that curve up."""

import numpy as np
from optcourse.curvature import minimum_ratio
from optcourse.homework.exercise import Exercise, Property

WITHIN, BEYOND = 0.8e-4, 1.25e-4  # of the largest: close to the limit of what counts as zero, on either side


def clear(random) -> np.ndarray:
    """Eigenvalues of both signs, all clear, more of one than of the other."""
    up, down = random.permutation([4, 2])  # always 6: JAX compiles anew for each length
    return random.permutation(np.concatenate([random.uniform(0.5, 2, up), -random.uniform(0.5, 2, down)]))


def with_a_zero_more(random):
    eigenvalues = clear(random)
    return [(eigenvalues,), (np.append(eigenvalues, 0.0),)]


def around_the_limit(random):
    """Beside eigenvalues of both signs, then of negative ones alone, one more: three times a zero, then beyond it."""
    both = clear(random)
    one_more = (0.0, WITHIN, -WITHIN, BEYOND, -BEYOND)
    first = both / np.abs(both).max(), np.array([-1, random.uniform(-0.9, -0.5)])
    return [(np.append(eigenvalues, each),) for eigenvalues in first for each in one_more]


def in_other_units(random):
    eigenvalues = clear(random)
    return [(eigenvalues * unit,) for unit in (1, 1e-5, 1e5)]


def same(calls, answers, expected):
    return all(abs(answer - answers[0]) < 1e-3 for answer in answers)


def shrinks(calls, answers, expected):
    n = calls[0][0].size
    return abs(answers[1] - answers[0] * n / (n + 1)) < 1e-3


def same_limit(calls, answers, expected):
    """Within the limit one share; beyond it more on one side than on the other."""
    halves = answers[:5], answers[5:]
    return all(same(calls, half[:3], expected) and abs(half[3] - half[4]) > 1e-3 for half in halves)


EXERCISE = Exercise(
    name="minimum_ratio",
    points=1,
    solution=minimum_ratio,
    properties=(
        Property(
            "share",
            words="it is the share of the eigenvalues that are positive",
            hint="The mean of a condition is the share of places where it is True.",
            case=lambda random: [(clear(random),)],
            holds=lambda calls, answers, expected: abs(answers[0] - expected[0]) < 1e-3,
        ),
        Property(
            "zeros count below",
            words="a zero is one of the directions, and none that curves up",
            hint="Zeros count in the number of all eigenvalues, and not among the positive ones.",
            case=with_a_zero_more,
            holds=shrinks,
        ),
        Property(
            "size of a zero",
            words="up to 1e-4 of the largest |eigenvalue| counts as zero, on either side, and no more than that",
            hint="Let positive mean: larger than 1e-4 times the largest |eigenvalue|.",
            case=around_the_limit,
            holds=same_limit,
        ),
        Property(
            "unit of the loss",
            words="the unit of the loss does not matter",
            hint="Compare with the largest |eigenvalue|, not with a fixed number.",
            case=in_other_units,
            holds=same,
        ),
    ),
)
