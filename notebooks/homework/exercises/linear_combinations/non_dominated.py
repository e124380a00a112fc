"""Exercise: which points of the plane of losses no other dominates (7.4)."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property

POINTS, MANY = 6, 20


def non_dominated(points):
    """(7.4), on n points (L₁, L₂)."""
    points = np.asarray(points)
    as_low = np.all(points[:, None] <= points[None], axis=-1)  # [i, j]: i is nowhere above j
    lower = np.any(points[:, None] < points[None], axis=-1)
    return ~np.any(as_low & lower, axis=0)


def front(random, power: float, n: int = POINTS) -> np.ndarray:
    """n points of L₁^power + L₂^power = 1 in the order of L₁: convex below power 1, concave above."""
    first = np.linspace(0.05, 0.95, n) + random.uniform(-0.2, 0.2, n) / n
    return np.stack([first, (1 - first**power) ** (1 / power)], axis=1)


def convex(random, n: int = POINTS):
    return front(random, 0.5, n)


def in_units(random, points) -> np.ndarray:
    """In units of which a loss may be far above 1, and, as a logarithm may, below 0."""
    return random.uniform(2, 6) * points - random.choice([0.0, random.uniform(2, 8)])


def in_order(points) -> np.ndarray:
    return points[np.lexsort((points[:, 1], points[:, 0]))]


def one_alone(random):
    return in_units(random, random.uniform(0, 1, (1, 2)))


def one_best(random):
    """The first is below all others, which rise and fall."""
    second = [0.9, *random.permutation(np.linspace(0.4, 0.8, 3)), 0.9]
    others = np.stack([np.sort(random.uniform(0.3, 1, 5)), second], axis=1)
    return in_units(random, np.concatenate([[[0.2, 0.2]], others]))


def far_above(random):
    """A long convex front and as many points beyond it, so that it takes more than a look at a few to beat them."""
    points = convex(random, MANY)
    return in_units(random, in_order(np.concatenate([points, points + random.uniform(0.05, 0.2, points.shape)])))


def with_worse_ones(random):
    return [(one_best(random),), (far_above(random),), (one_alone(random),)]


def with_ties(random):
    """A convex front; just before one of its points another as low in L₁, before one another as low in L₂."""
    points, tiny = convex(random), 2e-5
    one, other = np.sort(random.choice(POINTS, 2, replace=False))
    points = np.insert(points, [one, other], [points[one] + [0, tiny], points[other] + [tiny, 0]], axis=0)
    return [(in_units(random, points),)]


def with_equals(random):
    """In order: one worse point and a convex front; then once more that point, one of the front, and twice another."""
    points = convex(random)
    points = in_order(np.concatenate([points, points[1:2] + np.array([0.01, 0.3])]))
    worse = np.flatnonzero(~non_dominated(points))
    one, other = random.choice(np.flatnonzero(non_dominated(points)), 2, replace=False)
    return [(in_units(random, np.concatenate([points, points[[*worse, one, other, other]]])),)]


def concave(random):
    return [(in_units(random, front(random, 2.0)),)]


def shuffled(random):
    """A convex front, and beside each of its points a worse one: in any order, and the worse ones first."""
    points = convex(random)
    worse = points + random.uniform(0.005, 0.01, points.shape)
    anyhow, last = np.concatenate([points, worse]), np.concatenate([worse, points])
    return [(in_units(random, random.permutation(anyhow)),), (in_units(random, last),)]


def agrees(calls, answers, expected):
    return all(np.array_equal(*pair) for pair in zip(answers, expected))


EXERCISE = Exercise(
    name="non_dominated",
    points=3,
    solution=non_dominated,
    properties=(
        Property(
            "any other",
            statement="a point that any other beats in both losses is False, however far away the other is",
            hint="Compare each point with all others, not with its neighbors. A loss may be above 1, or below 0.",
            case=with_worse_ones,
            holds=agrees,
        ),
        Property(
            "equal in one loss",
            statement="as low in one loss and higher in the other is dominated too, be it by little",
            hint="(7.4) has <= in both, and < in one of them. Where did you ask for < in both?",
            case=with_ties,
            holds=agrees,
        ),
        Property(
            "equal points",
            statement="equal points do not dominate each other: one is kept if the others are",
            hint="Of equal points none is lower, and (7.4) needs one <. If you sort and scan, let equals of a kept "
            "point pass, and of no other.",
            case=with_equals,
            holds=agrees,
        ),
        Property(
            "concave front",
            statement="on a concave front all points are kept",
            hint="No weighted sum is lowest there, and (7.4) has no weights in it.",
            case=concave,
            holds=agrees,
        ),
        Property(
            "order",
            statement="the order of the points does not matter",
            hint="If you go through them only once, sort them first; mind ties.",
            case=shuffled,
            holds=agrees,
        ),
    ),
    explanation="Being non-dominated asks for no weights and no shape. A weighted sum finds a concave front's ends "
    "only.",
)
