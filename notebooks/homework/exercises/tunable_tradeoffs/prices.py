"""Exercise: a front from its multipliers alone: how the first loss falls, and where the front is concave."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property, close


def prices(epsilons, multipliers, first):
    """(L₁ at every ε, whether each piece between two is concave): dL₁/dε = -λ, by the trapezoid rule."""
    epsilons, multipliers = np.asarray(epsilons, float), np.asarray(multipliers, float)
    falls = np.diff(epsilons) * (multipliers[1:] + multipliers[:-1]) / 2
    return first - np.concatenate([[0.0], np.cumsum(falls)]), np.diff(multipliers) > 0


def budgets(random, n: int) -> np.ndarray:
    """Ascending, at uneven distances."""
    return 0.1 + np.cumsum(random.uniform(0.03, 0.2, n))


def loss(random) -> float:
    """Sometimes so small that the losses fall below zero: where zero is does not matter to a price."""
    return float(random.uniform(0.2, 3))


def straight(random):
    """Prices that change evenly, so that the mean of two neighbors is exact: two that fall, nine that rise.

    They end or begin below zero, where more budget costs.
    """
    ends = [float(random.uniform(1.5, 2.5)), float(random.uniform(-0.5, -0.2))]
    calls = []
    for n, (a, b) in ((2, ends), (9, ends[::-1])):
        epsilons = budgets(random, n)
        shares = (epsilons - epsilons[0]) / (epsilons[-1] - epsilons[0])
        calls.append((epsilons, a + (b - a) * shares, loss(random)))
    return calls


def mixed(random, n: int = 6) -> tuple:
    """Falling and rising prices, in some order; some changes are small."""
    signs = random.permutation(np.where(np.arange(n - 1) < 2, 1, -1))
    steps = signs * 10 ** random.uniform(-2.3, -0.5, n - 1)
    return budgets(random, n), 2 + np.concatenate([[0], np.cumsum(steps)]), loss(random)


def falls_alike(calls, answers, expected):
    return all(close(np.diff(answer[0]), np.diff(right[0])) for answer, right in zip(answers, expected))


def begins_alike(calls, answers, expected):
    return close(answers[0][0][0], calls[0][2])


def bends_alike(calls, answers, expected):
    return all(np.array_equal(answer[1], right[1]) for answer, right in zip(answers, expected))


EXERCISE = Exercise(
    name="prices",
    points=2,
    solution=prices,
    properties=(
        Property(
            "trapezoid",
            statement="between two budgets the first loss falls by their distance times the mean of the two prices",
            hint="A small piece of the front is straight, with slope -λ (8.2). Over a longer one λ changes: "
            "take the mean of its ends, and add the pieces up. Below zero a price stays one: there L₁ rises.",
            case=lambda random: [*straight(random), mixed(random)],
            holds=falls_alike,
        ),
        Property(
            "first loss",
            statement="the first number is the loss that is given",
            hint="Start from `first`, and subtract: as many losses as there are budgets.",
            case=lambda random: [mixed(random)],
            holds=begins_alike,
        ),
        Property(
            "concave pieces",
            statement="a piece is concave where the price rises as the budget grows, however little",
            hint="λ is minus the slope. Along a concave piece, does the front become steeper or flatter?",
            case=lambda random: [mixed(random), mixed(random, 9)],
            holds=bends_alike,
        ),
    ),
    explanation="On a convex front the second helping is worth less than the first. "
    "Where it is worth more, no fixed weight can stop you in between.",
)
