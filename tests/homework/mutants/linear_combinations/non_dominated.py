"""Wrong answers to 07.non_dominated: each property's own, which it alone catches, and others."""

from itertools import pairwise

import numpy as np

from exercises.linear_combinations.non_dominated import in_order, non_dominated


def beside_its_neighbor(points):
    """Compares each point with the one before it, in the order of L₁."""
    points = np.asarray(points)
    order = np.lexsort((points[:, 1], points[:, 0]))
    kept = np.ones(len(points), bool)
    for before, this in pairwise(order):
        equal = np.array_equal(points[this], points[before])
        kept[this] = kept[before] if equal else points[this, 1] < points[before, 1]
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
    return np.any(sums <= sums.min(axis=0) + 1e-10, axis=1)


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


def an_equal_of_the_one_before(points):
    """Sorts and scans, and lets an equal of the point before pass, even where that one did not."""
    points = np.asarray(points)
    kept, lowest, before = np.zeros(len(points), bool), np.inf, None
    for i in np.lexsort((points[:, 1], points[:, 0])):
        kept[i] = points[i, 1] < lowest or np.array_equal(points[i], before)
        lowest, before = min(lowest, points[i, 1]), points[i]
    return kept


def equals(points):
    """How many points are equal to each, itself among them."""
    points = np.asarray(points)
    return np.sum(np.all(points[:, None] == points[None], axis=-1), axis=1)


def whatever_comes_twice(points):
    """Both are kept, be they dominated by a third."""
    return without_twins(points) | (equals(points) > 1)


def one_equal_at_most(points):
    """Allows for one equal point, and not for two."""
    points = np.asarray(points)
    as_low = np.sum(np.all(points[:, None] <= points[None], axis=-1), axis=0)
    return as_low <= 1 + (equals(points) == 2)


def equals_beside_each_other(points):
    """Passes over an equal point only where it is the next one as they come."""
    points = np.asarray(points)
    as_low = np.all(points[:, None] <= points[None], axis=-1)
    for i in range(len(points) - 1):
        if np.array_equal(points[i], points[i + 1]):
            as_low[i, i + 1] = as_low[i + 1, i] = False
    return ~np.any(as_low & ~np.eye(len(points), dtype=bool), axis=0)


def below_one(points):
    """Sorts and scans from a lowest loss of 1 on."""
    points = np.asarray(points)
    kept, lowest = [], 1.0
    for point in in_order(points):
        if point[1] < lowest:
            kept, lowest = [*kept, point], point[1]
    return np.array([any(np.array_equal(point, each) for each in kept) for point in points])


def by_ratios(points):
    points = np.asarray(points)
    ratios = points[:, None] / points[None]
    return ~np.any(np.all(ratios <= 1, axis=-1) & np.any(ratios < 1, axis=-1), axis=0)


def the_next_lower_sums(points):
    """Compares each with the four whose sums are the next lower."""
    points = np.asarray(points)
    order = np.argsort(points.sum(axis=1))
    rank = np.argsort(order)
    near = [points[order[max(0, place - 4) : place]] for place in rank]
    return np.array([not any(dominates(q, p) for q in others) for p, others in zip(points, near)])


def to_four_digits(points):
    return non_dominated(np.round(np.asarray(points), 4))


def upside_down(points):
    return non_dominated(-np.asarray(points))


def lowest_sum(points):
    sums = np.sum(np.asarray(points), axis=1)
    return sums <= sums.min() + 1e-6


def their_numbers(points):
    return np.flatnonzero(non_dominated(points))


ALONE = {
    "any other": beside_its_neighbor,
    "equal in one loss": only_if_lower_in_both,
    "equal points": without_twins,
    "concave front": lowest_for_some_weight,
    "order": one_look,
}
ALSO = (
    sorted_by_the_first_alone,
    an_equal_of_the_one_before,
    whatever_comes_twice,
    one_equal_at_most,
    equals_beside_each_other,
    below_one,
    by_ratios,
    the_next_lower_sums,
    to_four_digits,
    upside_down,
    lowest_sum,
    their_numbers,
)
