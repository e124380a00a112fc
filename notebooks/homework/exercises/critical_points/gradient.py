"""Exercise: the gradient (1.2) from values of the loss alone, by central differences."""

import jax
import jax.numpy as jnp
import numpy as np
from optcourse import landscapes
from optcourse.homework.exercise import Exercise, Property, close, parallel
from optcourse.homework.given import Given

LANDSCAPES = ("himmelblau", "six_hump_camel", "lee", "monkey_saddle", "styblinski_tang")
WITH_MINIMA = ("himmelblau", "styblinski_tang")


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


def at_and_beside_a_minimum(random):
    name = str(random.choice(WITH_MINIMA))
    points = [point.w for point in landscapes.ALL[name].critical_points if point.kind == "minimum"]
    w = points[random.integers(len(points))]
    return [(Given(name), w), (Given(name), w + 0.1)]


def of_many_weights(random):
    return [(Given("row"), random.uniform(-2, 2, random.choice([1, 3, 7])))]


def of_a_sensor(random):
    return [(Given("sensor"), random.uniform(1, 2, 2))]


EXERCISE = Exercise(
    name="gradient",
    points=2,
    solution=gradient,
    properties=(
        Property(
            "direction",
            words="it points where the loss rises fastest",
            hint="L(w + h e) - L(w - h e) is positive where the loss rises along e; e has a 1 at one place only.",
            case=lambda random: [somewhere_steep(random)],
            holds=lambda calls, answers, expected: parallel(*answers, *expected) and answers[0] @ expected[0] > 0,
        ),
        Property(
            "length",
            words="it is as long as the slope is steep",
            hint="From w - h e to w + h e it is a way of 2h, not of h.",
            case=lambda random: [somewhere_steep(random)],
            holds=lambda calls, answers, expected: close(*(np.linalg.norm(a) for a in (*answers, *expected)), 0.02),
        ),
        Property(
            "zero at a minimum",
            words="at a minimum it is zero, not merely small",
            hint="A difference from w to w + h e is off by half the curvature times h. Go to both sides of w.",
            case=at_and_beside_a_minimum,
            holds=lambda calls, answers, expected: np.linalg.norm(answers[0]) <= 2e-3 * np.linalg.norm(expected[1]),
        ),
        Property(
            "any number of weights",
            words="it has one number for each weight, however many there are",
            hint="Loop over the weights: `jnp.eye(w.size)` holds one axis e in each row.",
            case=of_many_weights,
            holds=lambda calls, answers, expected: parallel(*answers, *expected),
        ),
        Property(
            "values only",
            words="it asks the loss for values only",
            hint="This loss runs in NumPy: `jax.grad`, `jax.vmap` and `jax.jit` cannot see into it. "
            "Call `loss(...)` on plain arrays, in a loop.",
            case=of_a_sensor,
            holds=lambda calls, answers, expected: parallel(*answers, *expected),
            cases=2,
        ),
    ),
    explanation="To one side only, the error is half the curvature times h; to both sides, something times h squared.",
)
