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


def trained(edges, width=0.01, ends=(0.95, 0.05)) -> Given:
    return Given("training", edges=[float(each) for each in edges], width=width, ends=list(ends))


def alike(random):
    return [(trained([random.uniform(3, 17)] * SEEDS), 0.0, 20.0)]


def with_freaks(random):
    """Two of the seeds have an edge of their own, seed 0 among them; the last two differ a little from the third.

    Where the freaks fail early the others are not very good, where they fail late not very poor: a mean follows them.
    """
    middle, far = random.uniform(7, 13), random.choice([-1, 1]) * random.uniform(4, 5)
    edges = middle + np.array([far, 0, *random.permutation([far, 0.1, -0.1])])
    return [(trained(edges, ends=(0.75, 0.05) if far < 0 else (0.95, 0.25)), 0.0, 20.0)]


def gradual(random):
    """One half is not the middle between the best and the worst."""
    ends = [(0.75, 0.05), (0.95, 0.25)][random.integers(2)]
    return [(trained([random.uniform(6, 14)] * SEEDS, width=1.0, ends=ends), 0.0, 20.0)]


def far_away(random):
    """An edge close to where a seventh halving would cut, so that the middle after it is 1.5 away."""
    cut = 100 + random.integers(16, 112) * 400 / 2**7
    return [(trained([cut + random.uniform(-0.4, 0.4)] * SEEDS), 100.0, 500.0)]


def near_the_edge(calls, answers, expected):
    return abs(answers[0] - np.median(calls[0][0].settings["edges"])) <= WITHIN


EXERCISE = Exercise(
    name="edge",
    points=2,
    solution=edge,
    properties=(
        Property(
            "within 0.25",
            words="it is within 0.25 of the edge, wherever `low` and `high` are",
            hint="Train in the middle of the interval, keep the half in which the accuracy crosses 0.5, and go on "
            "until the interval is short: stop by its length, not after so many halvings.",
            case=far_away,
            holds=near_the_edge,
            cases=2,
        ),
        Property(
            "freaks",
            words="two freaks among the five seeds do not move it",
            hint="At each bias train with the seeds 0 to 4, and judge by the median accuracy. "
            "A mean follows the freaks.",
            case=with_freaks,
            holds=near_the_edge,
        ),
        Property(
            "one half",
            words="where the accuracy falls slowly, the edge is where it is one half",
            hint="Compare with 0.5 itself, not with the middle between the best and the worst accuracy. "
            "And the middle of an interval is within 0.25 of all of it once its length is 0.5.",
            case=gradual,
            holds=near_the_edge,
        ),
        Property(
            "trainings",
            words=f"it takes at most {MOST} trainings",
            hint="A grid of 80 biases would take 400 trainings. Each halving takes five, and is worth a factor of two.",
            case=alike,
            holds=lambda calls, answers, expected: answers[0] <= MOST,
            measure="trainings",
            cases=2,
        ),
    ),
    explanation="From 100 to 500 it takes 11 halvings, 55 trainings; a grid as fine takes 8000.",
)
