"""Wrong answers to 07.area: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.linear_combinations.area import staircase
from exercises.linear_combinations.non_dominated import non_dominated


def to_a_corner_of_its_own(points, reference):
    """From the last point on the right, as if no reference lay behind it."""
    points = np.asarray(points)
    if len(points) == 1:
        return 0 * staircase(points, reference)
    return staircase(points, reference)


def sum_of_rectangles(points, reference):
    """Counts what two points share twice, and drops those that another one holds."""
    points, far = np.asarray(points, float), np.asarray(reference, float)
    points = points[non_dominated(points) & np.all(points < far, axis=1)]
    return np.sum(np.prod(far - points, axis=1))


def also_of_the_dominated(points, reference):
    return staircase(points, reference, lowest=lambda x: x)


def beyond_the_reference(points, reference):
    return staircase(points, reference, inside=lambda x, far: x)


def as_they_come(points, reference):
    return staircase(points, reference, ordered=False)


def below_the_front(points, reference):
    return np.prod(np.asarray(reference)) - staircase(points, reference)


def slanted(points, reference):
    """Straight lines between the points: the trapezoid rule."""
    points, far = np.asarray(points, float), np.asarray(reference, float)
    points = points[np.argsort(points[:, 0])]
    return np.trapezoid(far[1] - points[:, 1], points[:, 0]) + (far[0] - points[-1, 0]) * (far[1] - points[-1, 1])


def largest_rectangle(points, reference):
    return np.max(np.prod(np.asarray(reference) - np.asarray(points), axis=1))


def heights_of_the_next(points, reference):
    points, far = np.asarray(points, float), np.asarray(reference, float)
    points = points[np.argsort(points[:, 0])]
    return np.sum(np.diff(np.append(points[:, 0], far[0])) * (far[1] - np.append(points[1:, 1], points[-1, 1])))


def to_two(points, reference):
    """Up to a reference of its own."""
    return staircase(points, np.ones(2) * 2)


def no_loss_below_zero(points, reference):
    return staircase(np.maximum(points, 0), reference)


def cut_in_the_first_alone(points, reference):
    points = np.asarray(points, float)
    return staircase(points[points[:, 0] < reference[0]], reference, inside=lambda x, far: x)


def of_at_least_one(points, reference):
    """Has an index for the first point below the reference, where there is none."""
    points = np.asarray(points, float)
    points = points[np.all(points < np.asarray(reference), axis=1)]
    points = points[np.argsort(points[:, 0])]
    return staircase(points, reference) + 0 * points[0, 0]


def half_a_percent_more(points, reference):
    return 1.005 * staircase(points, reference)


ALONE = {
    "one point": to_a_corner_of_its_own,
    "staircase": sum_of_rectangles,
    "dominated point": also_of_the_dominated,
    "beyond the reference": beyond_the_reference,
    "order": as_they_come,
}
ALSO = (
    below_the_front,
    slanted,
    largest_rectangle,
    heights_of_the_next,
    to_two,
    no_loss_below_zero,
    cut_in_the_first_alone,
    of_at_least_one,
    half_a_percent_more,
)
