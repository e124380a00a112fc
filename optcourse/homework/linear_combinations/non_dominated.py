"""Exercise: which points of the plane of losses no other dominates (7.5)."""

from itertools import pairwise

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


# Plausible and wrong


def beside_its_neighbor(points):
    """Compares each point with the one before it, in the order of L₁."""
    points = np.asarray(points)
    order = np.lexsort((points[:, 1], points[:, 0]))
    kept = np.ones(len(points), bool)
    for before, this in pairwise(order):
        kept[this] = points[this, 1] < points[before, 1] or np.array_equal(points[this], points[before])
    return kept


def only_if_lower_in_both(points):
    points = np.asarray(points)
    return ~np.any(np.all(points[:, None] < points[None], axis=-1), axis=0)


def without_twins(points):
    points = np.asarray(points)
    as_low = np.all(points[:, None] <= points[None], axis=-1) & ~np.eye(len(points), dtype=bool)
    return ~np.any(as_low, axis=0)


def lowest_for_some_weight(points):
    points = np.asarray(points)
    angles = np.linspace(0, np.pi / 2, 5001)[1:-1]
    sums = points @ np.stack([np.cos(angles), np.sin(angles)])
    return np.any(sums <= sums.min(axis=0) + 1e-7, axis=1)


def one_look(points):
    """Goes through the points as they come, and compares each with those before it and with the next."""
    points = np.asarray(points)
    return np.array([not any(dominates(q, p) for q in points[: i + 2]) for i, p in enumerate(points)])


def dominates(one, other):
    return np.all(one <= other) and np.any(one < other)


def sorted_by_the_first_alone(points):
    """Lets the worse of two points with one L₁ pass, if it comes first."""
    points, kept, lowest = np.asarray(points), [], np.inf
    for point in points[np.argsort(points[:, 0], kind="stable")]:
        if point[1] < lowest or np.array_equal(point, kept[-1]):
            kept.append(point)
            lowest = point[1]
    return np.array([any(np.array_equal(point, each) for each in kept) for point in points])


def sorted_by_the_second_alone(points):
    return sorted_by_the_first_alone(np.asarray(points)[:, ::-1])


def within_a_thousandth(points):
    """Takes nearly equal for equal."""
    points = np.asarray(points)
    as_low = np.all(points[:, None] <= points[None] + 1e-3, axis=-1)
    lower = np.any(points[:, None] < points[None] - 1e-3, axis=-1)
    return ~np.any(as_low & lower, axis=0)


def the_dominated(points):
    return ~non_dominated(points)


def upside_down(points):
    return non_dominated(-np.asarray(points))


def lowest_sum(points):
    sums = np.sum(np.asarray(points), axis=1)
    return sums <= sums.min() + 1e-6


def lower_in_one(points):
    points = np.asarray(points)
    return ~np.any(np.any(points[:, None] < points[None], axis=-1), axis=0)


def all_of_them(points):
    return np.ones(len(points), bool)


def their_numbers(points):
    return np.flatnonzero(non_dominated(points))


EXERCISE = Exercise(
    name="non_dominated",
    points=3,
    solution=non_dominated,
    properties=(
        Property(
            words="a point that any other beats in both losses is False, however far away the other is",
            hint="Compare each point with all others, not with its neighbors.",
            case=one_best,
            holds=agrees,
            mutant=beside_its_neighbor,
        ),
        Property(
            words="as low in one loss and higher in the other is dominated too",
            hint="(7.5) has <= in both, and < in one of them. Where did you ask for < in both?",
            case=with_ties,
            holds=agrees,
            mutant=only_if_lower_in_both,
        ),
        Property(
            words="two equal points do not dominate each other: both are kept",
            hint="Of two equal points neither is lower, and (7.5) needs one <. If you sort and scan, let equals pass.",
            case=with_twins,
            holds=agrees,
            mutant=without_twins,
        ),
        Property(
            words="on a concave front all points are kept",
            hint="No weighted sum is lowest there, and (7.5) has no weights in it.",
            case=concave,
            holds=agrees,
            mutant=lowest_for_some_weight,
        ),
        Property(
            words="the order of the points does not matter",
            hint="If you go through them only once, sort them first; mind ties.",
            case=shuffled,
            holds=agrees,
            mutant=one_look,
        ),
    ),
    because="Being non-dominated asks for no weights and no shape. A weighted sum finds a concave front's ends only.",
    mutants=(
        the_dominated,
        upside_down,
        lowest_sum,
        lower_in_one,
        all_of_them,
        their_numbers,
        sorted_by_the_first_alone,
        sorted_by_the_second_alone,
        within_a_thousandth,
    ),
)
