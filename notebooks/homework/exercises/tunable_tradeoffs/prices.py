"""Exercise: a front from its multipliers alone: how the first loss falls, and where the front is concave."""

import numpy as np
from optcourse.homework.exercise import Exercise, Property, close

RUNS = 6


def prices(epsilons, multipliers, first):
    """(L₁ at every ε, whether each piece between two is concave): dL₁/dε = -λ, by the trapezoid rule."""
    epsilons, multipliers = np.asarray(epsilons, float), np.asarray(multipliers, float)
    falls = np.diff(epsilons) * (multipliers[1:] + multipliers[:-1]) / 2
    return first - np.concatenate([[0.0], np.cumsum(falls)]), np.diff(multipliers) > 0


def budgets(random) -> np.ndarray:
    """Ascending, at uneven distances."""
    return 0.1 + np.cumsum(random.uniform(0.03, 0.2, RUNS))


def straight(random):
    """Prices that change evenly, so that the mean of two neighbors is exact: once falling, once rising."""
    epsilons = budgets(random)
    shares = (epsilons - epsilons[0]) / (epsilons[-1] - epsilons[0])
    ends = [float(random.uniform(1.5, 2.5)), float(random.uniform(0.2, 0.5))]
    first = float(random.uniform(2, 3))
    return [(epsilons, a + (b - a) * shares, first) for a, b in (ends, ends[::-1])]


def mixed(random):
    """Falling and rising prices, in some order."""
    signs = random.permutation([1, 1, -1, -1, -1])
    steps = signs * random.uniform(0.1, 0.3, RUNS - 1)
    multipliers = 2 + np.concatenate([[0], np.cumsum(steps)])
    return [(budgets(random), multipliers, float(random.uniform(2, 3)))]


def falls_alike(calls, answers, expected):
    return all(close(np.diff(answer[0]), np.diff(right[0])) for answer, right in zip(answers, expected))


def begins_alike(calls, answers, expected):
    return close(answers[0][0][0], calls[0][2])


def bends_alike(calls, answers, expected):
    return np.array_equal(answers[0][1], expected[0][1])


EXERCISE = Exercise(
    name="prices",
    points=2,
    solution=prices,
    properties=(
        Property(
            "trapezoid",
            words="between two budgets the first loss falls by their distance times the mean of the two prices",
            hint="A small piece of the front is straight, with slope -λ (8.6). Over a longer one λ changes: "
            "take the mean of its ends, and add the pieces up.",
            case=lambda random: [*straight(random), *mixed(random)],
            holds=falls_alike,
        ),
        Property(
            "first loss",
            words="the first number is the loss that is given",
            hint="Start from `first`, and subtract: as many losses as there are budgets.",
            case=mixed,
            holds=begins_alike,
        ),
        Property(
            "concave pieces",
            words="a piece is concave where the price rises as the budget grows",
            hint="λ is minus the slope. Along a concave piece, does the front become steeper or flatter?",
            case=mixed,
            holds=bends_alike,
        ),
    ),
    explanation="On a convex front the second helping is worth less than the first. "
    "Where it is worth more, no fixed weight can stop you in between.",
)
