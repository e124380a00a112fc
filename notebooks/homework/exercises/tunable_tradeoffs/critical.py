"""Exercise: the multiplier of a point of a front, and the damping that makes it an attractor, from four derivatives."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property, close


def critical(slopes, curvatures):
    """(λ, c*): λ = -L₁'/L₂', c* = max(0, -(L₁'' + λ L₂'') / L₂'²)."""
    multiplier = -slopes[0] / slopes[1]
    H = curvatures[0] + multiplier * curvatures[1]
    return multiplier, np.maximum(0, -H / slopes[1] ** 2)


def on_a_front(k: float, s: float, units) -> tuple[np.ndarray, np.ndarray]:
    """The derivatives by s of (L₁, L₂), each in its unit, on the front that bends by k."""
    bend = k * (1 - 2 * s)
    return units * np.array([2 * s + bend, -2 * (1 - s) + bend]), units * (2 - 2 * k)


def place(random) -> float:
    """Not in the middle, where the multiplier is 1."""
    return float(random.uniform(*random.choice([(0.15, 0.35), (0.65, 0.85)])))


def concave(random):
    return on_a_front(float(random.uniform(1.2, 1.7)), place(random), 10 ** random.uniform(-0.7, 0.7, 2))


def convex(random):
    return on_a_front(float(random.uniform(0.3, 0.8)), place(random), 10 ** random.uniform(-0.7, 0.7, 2))


def walked_otherwise(random, point, turned: int):
    """The same point where s is a function of t: the chain rule, twice. The loss `turned` curves the other way by t."""
    slopes, curvatures = point
    speed, share = random.choice([-1, 1]) * random.uniform(2, 4), random.uniform(1.5, 3)
    pull = -share * speed**2 * curvatures[turned] / slopes[turned]
    return speed * slopes, speed**2 * curvatures + pull * slopes


def either_way(random):
    """A point of a concave front, and of a convex one that is walked otherwise."""
    return [concave(random), walked_otherwise(random, convex(random), int(random.integers(2)))]


def by_the_second_loss(random):
    """A front as L₁ of L₂, and a ten times deeper one, walked the other way."""
    multiplier, damping = random.uniform(0.3, 3), random.uniform(1, 4)
    pairs = ((1, damping), (-1, 10 * damping))
    return [(direction * np.array([-multiplier, 1.0]), np.array([-c, 0.0])) for direction, c in pairs]


def walked_three_ways(random, point):
    return [point, *(walked_otherwise(random, point, turned) for turned in (0, 1))]


def right_multipliers(calls, answers, expected):
    return all(close(answer[0], right[0]) for answer, right in zip(answers, expected))


def right_damping(calls, answers, expected):
    return all(close(answer[1], right[1]) for answer, right in zip(answers, expected))


def all_alike(calls, answers, expected):
    return bool(answers[0][1] > 0) and all(close(answer[1], answers[0][1]) for answer in answers)


EXERCISE = Exercise(
    name="critical",
    points=2,
    solution=critical,
    properties=(
        Property(
            "multiplier",
            statement="the first number is the multiplier of this point, on any front: minus the front's slope",
            hint="(8.2), and dL₁/dL₂ = L₁' / L₂'. Both derivatives change sign if you walk the other way. "
            "A convex front has a multiplier too; it is the damping that it does not need.",
            case=either_way,
            holds=right_multipliers,
        ),
        Property(
            "second derivative",
            statement="where L₁ is given as a function of L₂, the damping is minus its second derivative",
            hint="Then L₂' = 1 and L₂'' = 0, or L₂' = -1 on the way back. Put that into (8.4); no ½ is left.",
            case=by_the_second_loss,
            holds=right_damping,
        ),
        Property(
            "any parameterization",
            statement="the same point needs the same damping, however one walks along the front",
            hint="H is the curvature of L₁ + λ L₂, with the λ of this point: both second derivatives, "
            "whatever the sign of each. Divide by the square of L₂'.",
            case=lambda random: walked_three_ways(random, concave(random)),
            holds=all_alike,
        ),
        Property(
            "convex front",
            statement="on a convex front none is needed: 0, and nothing below it",
            hint="There H > 0, even if one of L₁'' and L₂'' is not, and the spiral turns inward by itself.",
            case=lambda random: walked_three_ways(random, convex(random)),
            holds=right_damping,
        ),
    ),
    explanation="So c* belongs to the front, -d²L₁/dL₂², and not to the network that reaches it. "
    "The most damping, (8.6) of the notebook on settings, does: 2 / (η g²) has the gradient in it.",
)
