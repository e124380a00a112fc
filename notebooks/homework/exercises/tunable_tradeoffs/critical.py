"""Exercise: the multiplier of a point of a front, and the damping that makes it an attractor, from four derivatives."""

import numpy as np
from optcourse.homework.exercise import Exercise, Property, close


def critical(slopes, curvatures):
    """(λ, c*): λ = -L₁'/L₂', c* = max(0, -(L₁'' + λ L₂'') / L₂'²)."""
    multiplier = -slopes[0] / slopes[1]
    return multiplier, np.maximum(0, _signed(slopes, curvatures))


def _signed(slopes, curvatures):
    multiplier = -slopes[0] / slopes[1]
    return -(curvatures[0] + multiplier * curvatures[1]) / slopes[1] ** 2


def on_a_front(k: float, s: float) -> tuple[np.ndarray, np.ndarray]:
    """The derivatives by s of (L₁, L₂) on the front that bends by k."""
    bend = k * (1 - 2 * s)
    return np.array([2 * s + bend, -2 * (1 - s) + bend]), np.full(2, 2 - 2 * k)


def place(random) -> float:
    """Not in the middle, where the multiplier is 1."""
    return float(random.uniform(*random.choice([(0.15, 0.35), (0.65, 0.85)])))


def concave(random):
    return on_a_front(float(random.uniform(1.2, 1.7)), place(random))


def convex(random):
    return [on_a_front(float(random.uniform(0.3, 0.8)), place(random))]


def by_the_second_loss(random):
    """The front as L₁ of L₂, walked along either way."""
    multiplier, damping = random.uniform(0.3, 3), random.uniform(1, 4)
    return [(direction * np.array([-multiplier, 1.0]), np.array([-damping, 0.0])) for direction in (1, -1)]


def walked_otherwise(random):
    """One point of a concave front, and the same where s is a function of t: the chain rule, twice."""
    slopes, curvatures = concave(random)
    calls = [(slopes, curvatures)]
    for _ in range(2):
        speed, pull = random.choice([-1, 1]) * random.uniform(2, 4), random.uniform(1, 3)
        pull = -pull * np.sign(slopes[0])  # so that L₁'' stays negative
        calls.append((speed * slopes, speed**2 * curvatures + pull * slopes))
    return calls


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
            words="the first number is the multiplier of this point: minus the slope of the front",
            hint="(8.6), and dL₁/dL₂ = L₁' / L₂'.",
            case=lambda random: [concave(random)],
            holds=lambda calls, answers, expected: close(answers[0][0], expected[0][0]),
        ),
        Property(
            "second derivative",
            words="where L₁ is given as a function of L₂, the damping is minus its second derivative",
            hint="Then L₂' = 1 and L₂'' = 0, or L₂' = -1 on the way back. Put that into (8.10); no ½ is left.",
            case=by_the_second_loss,
            holds=right_damping,
        ),
        Property(
            "any parameterization",
            words="the same point needs the same damping, however one walks along the front",
            hint="H is the curvature of L₁ + λ L₂, with the λ of this point: both second derivatives. "
            "Divide by the square of L₂'.",
            case=walked_otherwise,
            holds=all_alike,
        ),
        Property(
            "convex front",
            words="on a convex front none is needed: 0, and nothing below it",
            hint="There H > 0, and the spiral turns inward by itself.",
            case=convex,
            holds=right_damping,
        ),
    ),
    explanation="So c* belongs to the front, -d²L₁/dL₂², and not to the network that reaches it. "
    "The other edge of (8.11) does not: 2 / (η g²) has the gradient in it.",
)
