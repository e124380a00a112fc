"""Wrong answers to 07.non_dominated: each property's own, which it alone catches, and others."""

from itertools import pairwise

import numpy as np

from exercises.linear_combinations.non_dominated import non_dominated, one_look


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


ALONE = {
    "any other": beside_its_neighbor,
    "equal in one loss": only_if_lower_in_both,
    "equal points": without_twins,
    "concave front": lowest_for_some_weight,
    "order": one_look,
}
ALSO = (
    the_dominated,
    upside_down,
    lowest_sum,
    lower_in_one,
    all_of_them,
    their_numbers,
    sorted_by_the_first_alone,
    sorted_by_the_second_alone,
    within_a_thousandth,
)
