"""Exercise: H v (1.9) without building H."""

import jax
import numpy as np

from exercises.critical_points.gradient import somewhere_steep
from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.given import Given

SMALL, LARGE = 100, 200  # weights


def hessian_vector(loss, w, v):
    """The change of the gradient on the way along v     (1.9)."""
    return jax.jvp(jax.grad(loss), (w,), (v,))[1]


def unit_vector(random, n) -> np.ndarray:
    v = random.normal(size=n)
    return v / np.linalg.norm(v)


def of_any_size(random):
    """A landscape, then one weight and many, where no well of `row` is flat."""
    rows = [(Given("row"), random.uniform(1, 2, n), unit_vector(random, n)) for n in (1, SMALL)]
    return [(*somewhere_steep(random), unit_vector(random, 2)), *rows]


def longer_and_turned_around(random):
    loss, w = somewhere_steep(random)
    v = unit_vector(random, 2)
    return [(loss, w, v), (loss, w, 3 * v), (loss, w, -v)]


def of_two_sizes(random):
    return [(Given("row"), random.normal(size=n), random.normal(size=n)) for n in (SMALL, LARGE)]


def is_linear(calls, answers, expected):
    once, three_times, turned_around = answers
    return close(three_times, 3 * once, 0.02) and close(turned_around, -once, 0.02)


EXERCISE = Exercise(
    name="hessian_vector",
    points=2,
    solution=hessian_vector,
    properties=(
        Property(
            "change along v",
            statement="it is how fast the gradient changes on the way along v, one number for each weight",
            hint="Differentiate the gradient: `jax.jvp(f, (w,), (v,))` gives f(w) and the change of f along v.",
            case=of_any_size,
            holds=lambda calls, answers, expected: all(close(*pair, 0.02) for pair in zip(answers, expected)),
            cases=2,
        ),
        Property(
            "linear in v",
            statement="a vector three times as long gives three times the answer, and one turned around its negative",
            hint="The length of v counts: H (3 v) = 3 H v. "
            "If you take a difference of gradients, h ‖v‖ has to stay small: a smaller h, or go to both sides.",
            case=longer_and_turned_around,
            holds=is_linear,
            cases=2,
        ),
        Property(
            "work",
            statement="twice the weights are about twice the work, not four times",
            hint=f"With {SMALL} weights H has {SMALL**2} entries: neither make them all, nor go through it by columns. "
            "How the gradient changes along one v is a single number for each weight. "
            "The gradient of exercise 1 is too much work here: two losses for each weight.",
            case=of_two_sizes,
            holds=lambda calls, answers, expected: answers[1] < 3 * answers[0],
            measure="operations",
            cases=1,
        ),
    ),
    explanation="In the lesson's networks one such product costs about two gradients, whatever their size.",
)
