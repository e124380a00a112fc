"""Exercise: the gradient (1.2) from values of the loss alone, by central differences."""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import landscapes
from optcourse.homework.exercise import Exercise, Property, close, parallel
from optcourse.homework.given import Given
from optcourse.linalg import rotation

LANDSCAPES = ("himmelblau", "six_hump_camel", "lee", "monkey_saddle", "styblinski_tang")
WITH_MINIMA = ("himmelblau", "styblinski_tang")
H = 1e-2  # where a way is given; elsewhere each takes the default of its own
FAR, STEP = 0.5, 1.0  # a way, and what a coarse sensor rounds to: a short way finds 0, or far too much
ROUNDED = 0.3  # of the slopes there: rounding makes the right ones wrong by up to 8 %


def gradient(loss, w, h=1e-2):
    """(L(w + h e) - L(w - h e)) / 2h for each axis e."""
    return jnp.array([(loss(w + h * e) - loss(w - h * e)) / (2 * h) for e in jnp.eye(w.size)])


def somewhere_steep(random) -> tuple[Given, np.ndarray]:
    """A landscape, turned by chance, and a point of it where the slope is at least 1."""
    loss = Given(str(random.choice(LANDSCAPES)), angle=float(random.uniform(0, 6)))
    while True:
        w = random.uniform(-1.5, 1.5, 2)
        if np.linalg.norm(jax.grad(loss)(jnp.asarray(w))) > 1:
            return loss, w


def at_minima_and_beside(random):
    """Of landscapes turned by chance: there a step that is not taken back shows in the next slope."""
    calls = []
    for name in WITH_MINIMA:
        points = [point.w for point in landscapes.ALL[name].critical_points if point.kind == "minimum"]
        angle = float(random.uniform(0, 6))
        w = np.asarray(points[random.integers(len(points))] @ rotation(angle))
        calls += [(Given(name, angle=angle), w, H), (Given(name, angle=angle), w + 0.1, H)]
    return calls


def of_few_and_many_weights(random):
    """Away from where the slopes are zero."""
    return [(Given("row"), random.choice([-1, 1], n) * random.uniform(1.2, 2, n)) for n in (2, 1, 7)]


def of_sensors(random):
    """One in NumPy, and one that rounds, which has to be asked far from w."""
    w = random.uniform(4, 6, 2)
    return [(Given("sensor"), w), (Given("coarse_sensor", step=STEP), w, FAR)]


def off_by_one_factor(answers, expected, tolerance) -> bool:
    """Whether each answer is the right one times a factor, the same for all; what the factor is, others judge."""
    factor = np.sum(answers[0] * expected[0]) / np.sum(expected[0] ** 2)
    return factor != 0 and all(close(a, factor * e, tolerance) for a, e in zip(answers, expected))


def zero_at_minima(calls, answers, expected):
    """Beside what it is a short way from there."""
    return all(np.linalg.norm(answers[i]) <= 2e-3 * np.linalg.norm(expected[i + 1]) for i in (0, 2))


EXERCISE = Exercise(
    name="gradient",
    points=2,
    solution=gradient,
    properties=(
        Property(
            "direction",
            statement="it points where the loss rises fastest",
            hint="L(w + h e) - L(w - h e) is positive where the loss rises along e; e has a 1 at one place only.",
            case=lambda random: [somewhere_steep(random)],
            holds=lambda calls, answers, expected: parallel(*answers, *expected) and answers[0] @ expected[0] > 0,
        ),
        Property(
            "length",
            statement="it is as long as the slope is steep",
            hint="From w - h e to w + h e it is a way of 2h, not of h.",
            case=lambda random: [somewhere_steep(random)],
            holds=lambda calls, answers, expected: close(*(np.linalg.norm(a) for a in (*answers, *expected)), 0.02),
        ),
        Property(
            "zero at a minimum",
            statement="at a minimum it is zero, not merely small",
            hint="A difference from w to w + h e is off by half the curvature times h. Go to both sides of w, and as "
            "far as `h` says: further is off too, and a much shorter way drowns in the rounding of the loss.",
            case=at_minima_and_beside,
            holds=zero_at_minima,
            cases=3,
        ),
        Property(
            "any number of weights",
            statement="it has one number for each weight, and is as right for one weight as for many",
            hint="Loop over the weights: `jnp.eye(w.size)` holds one axis e in each row. "
            "How far it is from one place to the other has nothing to do with their number.",
            case=of_few_and_many_weights,
            holds=lambda calls, answers, expected: off_by_one_factor(answers, expected, 0.05),
            cases=2,
        ),
        Property(
            "values only",
            statement="it asks the loss for values only, as far from w as h says",
            hint="`coarse_sensor` rounds, so `jax.grad` finds the slope 0, and so does a short way: go as far as the "
            "argument `h`, whatever it is, and divide by that way.",
            case=of_sensors,
            holds=lambda calls, answers, expected: off_by_one_factor(answers, expected, ROUNDED),
            cases=2,
        ),
    ),
    explanation="To one side only, the error is half the curvature times h; to both sides, something times h squared.",
)
