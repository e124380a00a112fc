"""Exercise: the hypervolume, the area between a set of points and a reference that is worse than all of them."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property, close

EXACT = 1e-4  # single precision leaves less than 1e-5


def area(points, reference):
    """In the order of L₁: each width times how far the lowest L₂ so far is below the reference."""
    points, far = np.asarray(points, float), np.asarray(reference, float)
    points = points[np.argsort(points[:, 0])]
    left = np.minimum(points[:, 0], far[0])
    lowest = np.minimum.accumulate(np.minimum(points[:, 1], far[1]))
    return np.sum(np.diff(np.append(left, far[0])) * (far[1] - lowest))


def steps(random, n: int = 4) -> np.ndarray:
    """n points, none dominated, in the order of L₁."""
    first, second = 0.2 + np.cumsum(random.uniform(0.6, 1.6, (2, n)), axis=1) / n
    return np.stack([first, second[::-1]], axis=1)


def reference(random) -> np.ndarray:
    return random.uniform(2.5, 3.5, 2)


def of_one(random):
    """With both losses below 0, as logarithms may be; and below a reference that is below 0 too."""
    point, far = steps(random, 1) - random.uniform(2, 4, 2), reference(random)
    return [(point, far), (point - 4, far - 4)]


def of_steps(random):
    """Two points and many, in any unit, about 0 and below it."""
    calls = []
    for n, shift in ((2, 0.0), (4, 1.0), (7, 4.0)):
        unit = 10 ** random.uniform(-2, 2)
        calls.append((unit * (steps(random, n) - shift), unit * (reference(random) - shift)))
    return calls


def with_worse_ones(random):
    """Three of four steps: above and right of one of them two in a row, the second lower; equals and ties of others."""
    points, far = steps(random), reference(random)
    two = np.insert(points, [2, 2, 2], points[1] + [[1e-3, 0.3], [2e-3, 0.7], [3e-3, 0.5]], axis=0)
    equals = np.insert(points, [0, 2, 3], points[[0, 2, 3]], axis=0)
    ties = np.insert(points, [0, 2, 4], points[[0, 1, 3]] + [[0, 0.2], [0, 0.3], [0.1, 0]], axis=0)
    return [(points, far), *((more, far) for more in (two, equals, ties))]


def with_some_beyond(random):
    """Points whose first loss is beyond the reference, whose second is, and both; and these alone."""
    points, far = steps(random), reference(random)
    above = [points[0, 0] / 10, far[1] + random.uniform(0.5, 1)]
    right = [far[0] + random.uniform(0.5, 1), points[-1, 1] / 10]
    both = far + random.uniform(0.5, 1, 2)
    sweeps = points, [*points, right], [above, *points], [*points, both], [above, right, both], [both]
    return [(np.array(sweep), far) for sweep in sweeps]


def in_any_order(random):
    points, far = steps(random), reference(random)
    return [(points, far), (points[[2, 0, 3, 1]], far), (points[::-1], far)]


def right(calls, answers, expected):
    return all(close(*pair, EXACT) for pair in zip(answers, expected))


def alike(calls, answers, expected):
    return bool(answers[0] > 0) and all(close(each, answers[0], EXACT) for each in answers[1:])


def adds_nothing(calls, answers, expected):
    return alike(calls, answers[:-2], expected) and max(map(abs, answers[-2:])) < EXACT


EXERCISE = Exercise(
    name="area",
    points=2,
    solution=area,
    properties=(
        Property(
            "one point",
            statement="a single point is worth the rectangle between it and the reference",
            hint="Its width goes from the point to the reference, and so does its height. A loss may be below 0.",
            case=of_one,
            holds=right,
        ),
        Property(
            "staircase",
            statement="what several points share counts once: the area is a staircase",
            hint="In the order of L₁: each point reaches from its own L₁ to the next one's, the last to the reference.",
            case=of_steps,
            holds=right,
        ),
        Property(
            "dominated point",
            statement="points that are dominated, or equal to another, add nothing and take nothing away",
            hint="The height of a step belongs to the lowest L₂ so far: `np.minimum.accumulate`. Of equal points one "
            "remains.",
            case=with_worse_ones,
            holds=alike,
        ),
        Property(
            "beyond the reference",
            statement="nor does a point beyond the reference in either loss or in both, and such points alone "
            "are worth 0",
            hint="Cut the losses off at the reference, or drop the points that are not below it in both.",
            case=with_some_beyond,
            holds=adds_nothing,
        ),
        Property(
            "order",
            statement="the order of the points does not matter",
            hint="Sort them by their first loss.",
            case=in_any_order,
            holds=alike,
        ),
    ),
    explanation="One number for a whole sweep: it grows only if some point becomes better, or a new one fills a gap.",
)
