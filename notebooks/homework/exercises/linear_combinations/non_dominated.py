"""Exercise: which points of the plane of losses no other dominates (7.5)."""

import numpy as np
from optcourse.homework.exercise import Exercise, Property

POINTS = 6


def non_dominated(points):
    """(7.5), on n points (L₁, L₂)."""
    points = np.asarray(points)
    as_low = np.all(points[:, None] <= points[None], axis=-1)  # [i, j]: i is nowhere above j
    lower = np.any(points[:, None] < points[None], axis=-1)
    return ~np.any(as_low & lower, axis=0)


def front(random, power: float) -> np.ndarray:
    """Points of L₁^power + L₂^power = 1 in the order of L₁: convex below power 1, concave above."""
    first = np.linspace(0.05, 0.95, POINTS) + random.uniform(-0.03, 0.03, POINTS)
    return np.stack([first, (1 - first**power) ** (1 / power)], axis=1)


def convex(random):
    return front(random, 0.5)


def in_order(points) -> np.ndarray:
    return points[np.lexsort((points[:, 1], points[:, 0]))]


def one_best(random):
    """The first is below all others, which rise and fall."""
    others = np.stack([np.sort(random.uniform(0.3, 1, 5)), random.permutation(np.linspace(0.4, 0.9, 5))], axis=1)
    if not np.any(np.diff(others[:, 1]) < 0):
        others[:, 1] = others[::-1, 1]
    return [(np.concatenate([[[0.2, 0.2]], others]),)]


def with_ties(random):
    """A convex front; just before one of its points another as low in L₁, before one another as low in L₂."""
    points = convex(random)
    above, right = points[1] + [0, 4e-4], points[-2] + [4e-4, 0]
    return [(np.insert(points, [1, POINTS - 2], [above, right], axis=0),)]


def with_twins(random):
    points = convex(random)
    return [(in_order(np.concatenate([points, points[random.choice(POINTS, 2, replace=False)]])),)]


def concave(random):
    return [(front(random, 2.0),)]


def shuffled(random):
    """A convex front, and beside each of its points a worse one."""
    points = convex(random)
    points = np.concatenate([points, points + random.uniform(0.005, 0.01, points.shape)])
    while agrees_in_this_order(mixed := random.permutation(points)):
        pass
    return [(mixed,)]


def agrees_in_this_order(points) -> bool:
    return np.array_equal(one_look(points), non_dominated(points))


def agrees(calls, answers, expected):
    return np.array_equal(answers[0], expected[0])


def one_look(points):
    """Goes through the points as they come, and compares each with those before it and with the next."""
    points = np.asarray(points)
    return np.array([not any(dominates(q, p) for q in points[: i + 2]) for i, p in enumerate(points)])


def dominates(one, other):
    return np.all(one <= other) and np.any(one < other)


EXERCISE = Exercise(
    name="non_dominated",
    points=3,
    solution=non_dominated,
    properties=(
        Property(
            "any other",
            words="a point that any other beats in both losses is False, however far away the other is",
            hint="Compare each point with all others, not with its neighbors.",
            case=one_best,
            holds=agrees,
        ),
        Property(
            "equal in one loss",
            words="as low in one loss and higher in the other is dominated too",
            hint="(7.5) has <= in both, and < in one of them. Where did you ask for < in both?",
            case=with_ties,
            holds=agrees,
        ),
        Property(
            "equal points",
            words="two equal points do not dominate each other: both are kept",
            hint="Of two equal points neither is lower, and (7.5) needs one <. If you sort and scan, let equals pass.",
            case=with_twins,
            holds=agrees,
        ),
        Property(
            "concave front",
            words="on a concave front all points are kept",
            hint="No weighted sum is lowest there, and (7.5) has no weights in it.",
            case=concave,
            holds=agrees,
        ),
        Property(
            "order",
            words="the order of the points does not matter",
            hint="If you go through them only once, sort them first; mind ties.",
            case=shuffled,
            holds=agrees,
        ),
    ),
    explanation="Being non-dominated asks for no weights and no shape. A weighted sum finds a concave front's ends "
    "only.",
)
