"""Wrong answers to 07.area: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.linear_combinations.area import area
from exercises.linear_combinations.non_dominated import non_dominated


def staircase(points, reference, lowest=np.minimum.accumulate, inside=np.minimum, ordered=True):
    """Right, with parts that can be changed: the lowest so far, the cut at the reference, the order."""
    points, far = np.asarray(points, float), np.asarray(reference, float)
    points = points[np.argsort(points[:, 0])] if ordered else points
    left = inside(points[:, 0], far[0])
    heights = far[1] - inside(lowest(points[:, 1]), far[1])
    return np.sum(np.diff(np.append(left, far[0])) * heights)


def below(points, reference):
    """The points below the reference in both losses, in order."""
    points = np.asarray(points, float)
    points = points[np.all(points < np.asarray(reference), axis=1)]
    return points[np.lexsort((points[:, 1], points[:, 0]))]


def as_they_are(heights):
    return heights


def also_of_the_dominated(points, reference):
    """Gives each of the points a step of its own."""
    return staircase(points, reference, lowest=as_they_are)


def to_a_corner_of_its_own(points, reference):
    """From the last point on the right, as if no reference lay behind it."""
    return 0.0 if len(points) == 1 else area(points, reference)


def sum_of_rectangles(points, reference):
    """Counts what two points share twice, and drops those that another one holds."""
    points = np.unique(below(points, reference), axis=0)
    return np.sum(np.prod(np.asarray(reference) - points[non_dominated(points)], axis=1))


def beyond_the_reference(points, reference):
    return staircase(points, reference, inside=lambda losses, far: losses)


def as_they_come(points, reference):
    return staircase(points, reference, ordered=False)


def lower_than_the_one_before(points, reference):
    """Drops a point that is higher than the one before, not than the lowest so far."""
    points = below(points, reference)
    return also_of_the_dominated(points[np.diff(points[:, 1], prepend=np.inf) < 0], reference)


def without_the_first_dominated(points, reference):
    points = below(points, reference)
    higher = np.flatnonzero(np.diff(points[:, 1]) >= 0)
    return also_of_the_dominated(np.delete(points, higher[:1] + 1, axis=0), reference)


def beyond_in_both(points, reference):
    """A point is inside where the product of its two sides is above 0."""
    points, far = np.asarray(points, float), np.asarray(reference, float)
    return staircase(points[np.prod(far - points, axis=1) > 0], far, inside=lambda losses, far: losses)


def without_both_equals(points, reference):
    """Takes equal points to dominate each other."""
    points = below(points, reference)
    as_low = np.all(points[:, None] <= points[None], axis=-1) & ~np.eye(len(points), dtype=bool)
    return also_of_the_dominated(points[~np.any(as_low, axis=0)], reference)


def with_ties(points, reference):
    """Takes points that are equal in one loss for not dominated."""
    points = below(points, reference)
    return also_of_the_dominated(points[~np.any(np.all(points[:, None] < points[None], axis=-1), axis=0)], reference)


def below_the_front(points, reference):
    return np.prod(np.asarray(reference)) - area(points, reference)


def slanted(points, reference):
    """Straight lines between the points: the trapezoid rule."""
    points, far = np.asarray(points, float), np.asarray(reference, float)
    points = points[np.argsort(points[:, 0])]
    return np.trapezoid(far[1] - points[:, 1], points[:, 0]) + (far[0] - points[-1, 0]) * (far[1] - points[-1, 1])


def largest_rectangle(points, reference):
    return np.max(np.prod(np.asarray(reference) - np.asarray(points), axis=1))


def no_steps_below_zero(points, reference):
    """Cuts losses off at 0, unless there is one point alone."""
    return area(points if len(points) == 1 else np.maximum(points, 0), reference)


def no_reference_below_zero(points, reference):
    return area(points, [reference[0], max(reference[1], 0)])


def cut_in_the_first_alone(points, reference):
    points = np.asarray(points, float)
    return staircase(points[points[:, 0] < reference[0]], reference, inside=lambda losses, far: losses)


def of_at_least_one(points, reference):
    """Has an index for the first point below the reference, where there is none."""
    return area(points, reference) + 0 * below(points, reference)[0, 0]


ALONE = {
    "one point": to_a_corner_of_its_own,
    "staircase": sum_of_rectangles,
    "dominated point": also_of_the_dominated,
    "beyond the reference": beyond_the_reference,
    "order": as_they_come,
}
ALSO = (
    lower_than_the_one_before,
    without_the_first_dominated,
    beyond_in_both,
    without_both_equals,
    with_ties,
    below_the_front,
    slanted,
    largest_rectangle,
    no_steps_below_zero,
    no_reference_below_zero,
    cut_in_the_first_alone,
    of_at_least_one,
)
