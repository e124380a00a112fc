"""Exercise: where gradient descent on L₁ + α L₂ ends, for a front that bends by k, from the edge (7.8)."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property


def ends(k, alpha, start):
    """The place s: for k < 1 the clipped s* of (7.8), for k > 1 the end on the start's side of it."""
    edge = (k - alpha * (2 - k)) / (2 * (k - 1) * (1 + alpha))  # (7.8) before it is clipped
    return float(np.clip(edge, 0, 1)) if k < 1 else float(start > edge)


def weight_at(k: float, s: float) -> float:
    """The weight whose edge is s."""
    return (k - 2 * (k - 1) * s) / (2 - k + 2 * (k - 1) * s)


def off_the_middle(random) -> float:
    return float(random.uniform(*random.choice([(0.25, 0.4), (0.6, 0.75)])))


def convex_within(random):
    """From either half of the front; of two fronts one is almost straight."""
    calls = []
    for bends in ((0.2, 0.7), (0.91, 0.95)):
        k = float(random.uniform(*bends))
        alpha = weight_at(k, off_the_middle(random))
        calls += [(k, alpha, float(random.uniform(*half))) for half in ((0.1, 0.4), (0.6, 0.9))]
    return calls


def convex_beyond(random):
    """Weights so small or so large that one loss gets everything."""
    k, times = float(random.uniform(0.4, 0.8)), float(random.uniform(1.3, 3))
    start = float(random.uniform(0.2, 0.8))
    return [(k, alpha, start) for alpha in (k / (2 - k) / times, (2 - k) / k * times)]


def concave_beside_the_edge(random):
    """So close that an edge 5 % off is noticed; on a front almost straight, on a bent one, and on one bent most."""
    calls = []
    for k in (float(random.uniform(1.05, 1.08)), float(random.uniform(1.2, 1.7)), 2.0):
        s = off_the_middle(random)
        calls += [(k, weight_at(k, s), s + side * float(random.uniform(0.004, 0.01))) for side in (-1, 1)]
    return calls


def concave_beyond(random):
    """No edge between the ends: every start goes the same way."""
    k, times = float(random.uniform(1.2, 1.6)), float(random.uniform(1.3, 3))
    lightest, heaviest = weight_at(k, 1.0), weight_at(k, 0.0)
    return [(k, alpha, start) for alpha in (lightest / times, heaviest * times) for start in (0.1, 0.9)]


def agrees(calls, answers, expected):
    return all(abs(answer - right) <= 0.01 for answer, right in zip(answers, expected))


EXERCISE = Exercise(
    name="ends",
    points=2,
    solution=ends,
    properties=(
        Property(
            "convex front",
            statement="on a convex front it ends at the one stationary place, from every start",
            hint="Solve (7.5), or take (7.8): for k < 1 the same s* is where it ends.",
            case=convex_within,
            holds=agrees,
        ),
        Property(
            "clipped",
            statement="the place is never below 0 nor above 1: beyond, one loss gets everything",
            hint="The front ends at s = 0 and s = 1. `np.clip` keeps s* between them.",
            case=convex_beyond,
            holds=agrees,
        ),
        Property(
            "concave front",
            statement="on a concave front it ends at 0 from below s*, and at 1 from above it",
            hint="For k > 1 the stationary place is a saddle: an edge, and no end. Compare the start with it.",
            case=concave_beside_the_edge,
            holds=agrees,
        ),
        Property(
            "edge outside",
            statement="where s* lies beyond an end of the concave front, all starts go the same way",
            hint="Compare the start with s* before you clip it: which side are all starts on?",
            case=concave_beyond,
            holds=agrees,
        ),
    ),
    explanation="One formula and two meanings: for k < 1 it is where you end, for k > 1 where you never do.",
)
