"""Exercise: the hypervolume, the area between a set of points and a reference that is worse than all of them."""

import numpy as np
from optcourse.homework.exercise import Exercise, Property, close

EXACT = 1e-4  # single precision leaves less than 1e-5


def area(points, reference):
    """The staircase between the points and the reference."""
    return staircase(points, reference)


def steps(random) -> np.ndarray:
    """Four points, none dominated, in the order of L₁."""
    first, second = 0.2 + np.cumsum(random.uniform(0.15, 0.4, (2, 4)), axis=1)
    return np.stack([first, second[::-1]], axis=1)


def reference(random) -> np.ndarray:
    return random.uniform(2.5, 3.5, 2)


def of_one(random):
    """With both losses below 0, as logarithms may be."""
    return [(steps(random)[1:2] - random.uniform(1.5, 2.5, 2), reference(random))]


def of_steps(random):
    return [(steps(random), reference(random))]


def with_a_dominated(random):
    """A point above and right of one of them, which adds nothing."""
    points, far = steps(random), reference(random)
    more = np.insert(points, 2, points[1] + [1e-3, 0.7], axis=0)
    return [(points, far), (more, far)]


def with_some_beyond(random):
    """A first point whose second loss is beyond the reference, a last one whose first loss is; and these two alone."""
    points, far = steps(random), reference(random)
    above = [[points[0, 0] / 10, far[1] + random.uniform(0.5, 1)]]
    right = [[far[0] + random.uniform(0.5, 1), points[-1, 1] / 10]]
    sweeps = points, np.append(points, right, axis=0), np.append(above, points, axis=0), np.append(above, right, axis=0)
    return [(sweep, far) for sweep in sweeps]


def in_two_orders(random):
    points, far = steps(random), reference(random)
    return [(points, far), (points[[2, 0, 3, 1]], far)]


def right(calls, answers, expected):
    return close(answers[0], expected[0], EXACT)


def alike(calls, answers, expected):
    return bool(answers[0] > 0) and close(answers[1], answers[0], EXACT)


def adds_nothing(calls, answers, expected):
    *with_points, alone = answers
    return all(alike(calls, [with_points[0], each], expected) for each in with_points) and abs(alone) < EXACT


def staircase(points, reference, lowest=np.minimum.accumulate, inside=np.minimum, ordered=True):
    """Right, with parts that can be changed: the lowest so far, the cut at the reference, the order."""
    points, far = np.asarray(points, float), np.asarray(reference, float)
    points = points[np.argsort(points[:, 0])] if ordered else points
    left = inside(points[:, 0], far[0])
    heights = far[1] - inside(lowest(points[:, 1]), far[1])
    return np.sum(np.diff(np.append(left, far[0])) * heights)


EXERCISE = Exercise(
    name="area",
    points=2,
    solution=area,
    properties=(
        Property(
            "one point",
            words="a single point is worth the rectangle between it and the reference",
            hint="Its width goes from the point to the reference, and so does its height. A loss may be below 0.",
            case=of_one,
            holds=right,
        ),
        Property(
            "staircase",
            words="what several points share counts once: the area is a staircase",
            hint="In the order of L₁: each point reaches from its own L₁ to the next one's, the last to the reference.",
            case=of_steps,
            holds=right,
        ),
        Property(
            "dominated point",
            words="a dominated point adds nothing, and takes nothing away",
            hint="The height of a step belongs to the lowest L₂ so far: `np.minimum.accumulate`.",
            case=with_a_dominated,
            holds=alike,
        ),
        Property(
            "beyond the reference",
            words="nor does a point beyond the reference in either loss, and such points alone are worth 0",
            hint="Cut the losses off at the reference, or drop the points that are not below it in both.",
            case=with_some_beyond,
            holds=adds_nothing,
        ),
        Property(
            "order",
            words="the order of the points does not matter",
            hint="Sort them by their first loss.",
            case=in_two_orders,
            holds=alike,
        ),
    ),
    explanation="One number for a whole sweep: it grows only if some point becomes better, or a new one fills a gap.",
)
