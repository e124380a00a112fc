"""Exercise: an experiment that finds, with few trainings, the bias at which training begins to fail."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property
from optcourse.homework.given import Given

SEEDS, MOST, WITHIN = 5, 60, 0.25


def edge(accuracy, low, high):
    """Halve the interval while it is wider than 0.25, by the median accuracy of five seeds."""
    while high - low > WITHIN:
        middle = (low + high) / 2
        learns = np.median([accuracy(middle, seed) for seed in range(SEEDS)]) > 0.5
        low, high = (middle, high) if learns else (low, middle)
    return (low + high) / 2


def question(edges, low, width, slope=0.01, ends=(0.95, 0.05)) -> tuple:
    """An accuracy that falls at edges[seed], asked between `low` and `low + width`; the 61st training is refused."""
    edges = [float(each) for each in edges]
    return Given("accuracy", max_calls=MOST, edges=edges, slope=slope, ends=list(ends)), float(low), float(low + width)


def near_a_cut(random, width):
    """An edge where a seventh halving would cut: the middle after seven, or more, is half an interval away."""
    low = random.uniform(-100, 100)
    edge = low + random.integers(16, 112) * width / 2**7 + random.uniform(-0.02, 0.02)
    return question([edge] * SEEDS, low, width)


def of_two_widths(random):
    """Ten halvings are too few for the first, seven for the second."""
    return [near_a_cut(random, random.uniform(*ends)) for ends in ((620, 800), (90, 100))]


def with_freaks(random):
    """Two of the seeds have an edge of their own, and four pairs of seeds are freaks in turn.

    Among any three seeds two are freaks in one of the questions. The other seeds differ a little. Where the freaks
    fail early the others are not very good, where they fail late not very poor: a mean follows them.
    """
    a, b, c, d, e = random.permutation(SEEDS)
    return [freaks(random, pair) for pair in ([a, b], [c, d], [d, e], [c, e])]


def freaks(random, pair):
    low, far = random.uniform(-30, 30), random.choice([-1, 1]) * random.uniform(4, 5)
    edges = low + random.uniform(7, 13) + random.permutation([-0.1, -0.05, 0, 0.05, 0.1])
    edges[pair] += far
    return question(edges, low, 20, ends=(0.7, 0.05) if far < 0 else (0.95, 0.3))


def gradual(random):
    """One half is not the middle between the best and the worst, which are poor or good."""
    low = random.uniform(-30, 30)
    edges = [low + random.uniform(6, 14)] * SEEDS
    return [question(edges, low, 20, slope=1.0, ends=ends) for ends in ((0.75, 0.05), (0.95, 0.25))]


def wide(random):
    low = random.uniform(-500, 0)
    width = random.uniform(900, 1000)
    return [question([low + random.uniform(0.1, 0.9) * width] * SEEDS, low, width)]


def near_the_edge(calls, answers, expected):
    edges = [np.median(call[0].settings["edges"]) for call in calls]
    return bool(np.all(np.abs(np.array(answers) - edges) <= WITHIN))


EXERCISE = Exercise(
    name="edge",
    points=2,
    solution=edge,
    properties=(
        Property(
            "within 0.25",
            statement="it is within 0.25 of the edge, wherever `low` and `high` are",
            hint="Train in the middle of the interval, keep the half in which the accuracy crosses 0.5, and go on "
            "until the interval is short: stop by its length, not after so many halvings.",
            case=of_two_widths,
            holds=near_the_edge,
            cases=2,
        ),
        Property(
            "freaks",
            statement="two freaks among the five seeds do not move it",
            hint="At each bias train with the seeds 0 to 4, and judge by the median accuracy. "
            "A mean follows the freaks.",
            case=with_freaks,
            holds=near_the_edge,
            cases=2,
        ),
        Property(
            "one half",
            statement="where the accuracy falls slowly, the edge is where it is one half",
            hint="Compare with 0.5 itself, not with the middle between the best and the worst accuracy. "
            "And the middle of an interval is within 0.25 of all of it once its length is 0.5.",
            case=gradual,
            holds=near_the_edge,
            cases=2,
        ),
        Property(
            "trainings",
            statement=f"it takes at most {MOST} trainings, even where `low` and `high` are 1000 apart",
            hint="A grid of 80 biases would take 400 trainings. Each halving takes five, and is worth "
            "a factor of two: twelve make 1000 less than 0.25.",
            case=wide,
            holds=lambda calls, answers, expected: answers[0] <= MOST,
            measure="trainings",
            cases=2,
        ),
    ),
    explanation="From 0 to 1000 it takes 12 halvings, 60 trainings; a grid as fine takes 20,000.",
)
