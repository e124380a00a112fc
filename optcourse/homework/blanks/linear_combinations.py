"""Lesson 07: the points of a front that are lowest for some weight of the sum."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property


def supported(L1, L2, alphas):
    """True for each point that has the lowest L₁ + α L₂     (7.1) for some of the weights."""
    sums = L1 + alphas[:, None] * L2
    found = np.zeros(len(L1), bool)
    found[np.argmin(sums, axis=1)] = True
    return found


def convex(random):
    """One call: 30 points of a convex front that is not symmetric, in any order, and 9 weights."""
    return [_call(random, (random.uniform(1.5, 2.0), random.uniform(2.2, 3.0)), 9)]


def concave(random):
    """One call: 30 points of a concave front, in any order, and 25 weights from 1/50 to 50."""
    return [_call(random, (random.uniform(0.5, 0.7), random.uniform(0.7, 0.9)), 25)]


def one_weight(random):
    """One call: a convex front, and a single weight, well above 1."""
    L1, L2, _ = _call(random, (1.6, 2.6), 9)
    return [(L1, L2, np.array([random.uniform(3.0, 6.0)]))]


def _call(random, powers, weights):
    """L₁ = sᵃ, L₂ = (1 - s)ᵇ: convex if both powers are above 1, concave if both are below."""
    s = np.linspace(0, 1, 30)
    random.shuffle(order := list(range(30)))
    alphas = np.geomspace(1 / 50, 50, weights)
    random.shuffle(shuffled := alphas.tolist())
    return s[order] ** powers[0], (1 - s[order]) ** powers[1], np.array(shuffled)


def same(calls, answers, expected):
    """Whether the same points are found."""
    return np.array_equal(np.asarray(answers[0]), expected[0])


BLANKS = {
    "supported": Exercise(
        name="supported",
        points=0,
        solution=supported,
        properties=(
            Property(
                "one_weight",
                statement="for one weight it is the point with the lowest S",
                hint="α multiplies L2, by (7.1).",
                case=one_weight,
                holds=same,
            ),
            Property(
                "convex",
                statement="on a convex front each weight may have a point of its own",
                hint="S has a row for each weight: find the lowest entry of each row.",
                case=convex,
                holds=same,
            ),
            Property(
                "concave",
                statement="on a concave front only its two ends are left",
                hint="Look for the lowest S, not for pairs that no other dominates.",
                case=concave,
                holds=same,
            ),
        ),
        explanation="A line that moves toward the corner touches last what lies above no segment.",
    ),
}
