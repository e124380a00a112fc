"""Exercise by hand: the saddle of a network with one more layer, L = (1 - w1 w2 w3)²."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property

SMALL = 0.1  # a step s: the terms after s³ are about s³ / 10 of it


def deeper():
    """(3, -2 / 3√3): at 0 the Hessian vanishes, and along u = (1, 1, 1)/√3 the loss is (1 - s³ / 3√3)²."""
    return 3, -2 / 27**0.5


def meets_the_loss(calls, answers, expected):
    """1 + c s³ against the true loss, where s is small."""
    true = (1 - (SMALL / 3**0.5) ** 3) ** 2 - 1
    return abs(answers[0][1] * SMALL**3 - true) <= 0.02 * abs(true)


EXERCISE = Exercise(
    name="deeper",
    points=2,
    solution=deeper,
    properties=(
        Property(
            "zeros of the Hessian",
            statement="the first number counts the zeros among the three eigenvalues of the Hessian at 0",
            hint="Differentiate (1 - w1 w2 w3)² twice, then put 0 for all weights. What is left?",
            case=lambda random: [()],
            holds=lambda calls, answers, expected: np.array_equal(answers[0][0], expected[0][0]),
            cases=1,
            show_expected=False,
        ),
        Property(
            "third order",
            statement="with the second number, 1 + c s³ is the loss a small step s along u",
            hint="u has length 1, so each weight is s / √3. Multiply the three, then expand the square.",
            case=lambda random: [()],
            holds=meets_the_loss,
            cases=1,
            show_expected=False,
        ),
    ),
    explanation="All zero: the model (1.1) sees nothing here. Exercise 3 says undecided, and exercise 4 has no way "
    "down. The third derivative knows one: along u, to one side. Near 0 the gradient is as small as the "
    "square of the distance, so a start ten times closer waits ten times as long. With two layers it "
    "waits 59 steps more.",
)
