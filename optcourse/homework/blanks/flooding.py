"""Lesson 09: the flooded loss |L - b| + b and its gradient."""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.given import Given

LANDSCAPES = ("lee", "himmelblau")  # their losses are positive
CASES = 2  # each differentiates anew what the reader wrote


def flooded(loss, level, w):
    """|L(w) - b| + b, and its gradient."""
    value, gradient = jax.value_and_grad(loss)(w)
    return jnp.abs(value - level) + level, jnp.sign(value - level) * gradient


def with_level(random, low, high):
    """One call: a loss, a level between low and high times the loss at a steep point, the point."""
    loss = Given(str(random.choice(LANDSCAPES)), angle=float(random.uniform(0, 6)))
    while True:
        w = random.uniform(-1.5, 1.5, 2)
        value, gradient = jax.value_and_grad(loss)(jnp.asarray(w))
        if np.linalg.norm(gradient) > 1 and value > 0.1:
            return loss, float(value) * float(random.uniform(low, high)), w


def above(random):
    """One call, with the loss above the level."""
    return [with_level(random, 0.2, 0.8)]


def below(random):
    """One call, with the loss below the level."""
    return [with_level(random, 1.2, 3.0)]


def both_sides(random):
    """Two calls, one above the level and one below."""
    return above(random) + below(random)


def same_values(calls, answers, expected):
    return all(close(answer[0], right[0]) for answer, right in zip(answers, expected))


def same_gradient(calls, answers, expected):
    return close(answers[0][1], expected[0][1])


BLANKS = {
    "flooded": Exercise(
        name="flooded",
        points=0,
        solution=flooded,
        properties=(
            Property(
                "value",
                statement="the flooded loss is as far above the level as the loss is away from it",
                hint="It is |L - b| + b: never below b, and L itself where L is above b.",
                case=both_sides,
                holds=same_values,
                cases=CASES,
            ),
            Property(
                "above the level",
                statement="above the level the gradient is that of the loss",
                hint="There |L - b| + b is L.",
                case=above,
                holds=same_gradient,
                cases=CASES,
            ),
            Property(
                "below the level",
                statement="below the level the gradient is that of the loss with its sign turned",
                hint="There |L - b| is b - L: differentiate that.",
                case=below,
                holds=same_gradient,
                cases=CASES,
            ),
        ),
        explanation="Above the level a step descends, below it the same step ascends.",
    ),
}
