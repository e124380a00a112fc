"""Exercise: H v (1.6) without building H."""

import numpy as np
from optcourse.curvature import hessian_vector
from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.given import Given

from exercises.critical_points.gradient import somewhere_steep

SMALL, LARGE = 100, 200  # weights


def with_a_unit_vector(random) -> tuple:
    loss, w = somewhere_steep(random)
    angle = random.uniform(0, 2 * np.pi)
    return loss, w, np.array([np.cos(angle), np.sin(angle)])


def with_a_vector_and_its_triple(random):
    loss, w, v = with_a_unit_vector(random)
    return [(loss, w, v), (loss, w, 3 * v)]


def of_two_sizes(random):
    return [(Given("row"), random.normal(size=n), random.normal(size=n)) for n in (SMALL, LARGE)]


def triples(calls, answers, expected):
    return close(answers[1], 3 * answers[0], 0.02)


EXERCISE = Exercise(
    name="hessian_vector",
    points=2,
    solution=hessian_vector,
    properties=(
        Property(
            "change along v",
            words="it is how fast the gradient changes on the way along v",
            hint="Differentiate the gradient: `jax.jvp(f, (w,), (v,))` gives f(w) and the change of f along v.",
            case=lambda random: [with_a_unit_vector(random)],
            holds=lambda calls, answers, expected: close(*answers, *expected, 0.02),
        ),
        Property(
            "linear in v",
            words="a vector that is three times as long gives three times the answer",
            hint="The length of v counts: H (3 v) = 3 H v.",
            case=with_a_vector_and_its_triple,
            holds=triples,
        ),
        Property(
            "work",
            words="twice the weights are about twice the work, not four times",
            hint=f"With {SMALL} weights H has {SMALL**2} entries: neither make them all, nor go through it by columns. "
            "How the gradient changes along one v is a single number for each weight.",
            case=of_two_sizes,
            holds=lambda calls, answers, expected: answers[1] < 3 * answers[0],
            measure="operations",
            cases=1,
        ),
    ),
    explanation="In the lesson's networks one such product costs about two gradients, whatever their size.",
)
