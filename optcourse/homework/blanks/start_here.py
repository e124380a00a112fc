"""Lesson 00: the learning rate beyond which gradient descent diverges."""

from optcourse.homework.exercise import Exercise, Property


def largest_rate(curvature):
    """2 / λ."""
    return 2 / curvature


def some_curvature(random):
    """One call, with a curvature between 0.1 and 100."""
    return [(float(10 ** random.uniform(-1, 2)),)]


def share_left(factor, calls, answers):
    """|1 - η λ| for a rate of `factor` times the answer: what a step leaves of the distance."""
    ((curvature,),) = calls
    return abs(1 - factor * answers[0] * curvature)


BLANKS = {
    "largest_rate": Exercise(
        name="largest_rate",
        points=0,
        solution=largest_rate,
        properties=(
            Property(
                "below",
                statement="with a rate 1 % below it gradient descent converges",
                hint="A step multiplies w by 1 - η λ: its size must stay below 1.",
                case=some_curvature,
                holds=lambda calls, answers, expected: 0 < share_left(0.99, calls, answers) < 1,
            ),
            Property(
                "above",
                statement="with a rate 1 % above it gradient descent diverges",
                hint="A step multiplies w by 1 - η λ: where is that -1?",
                case=some_curvature,
                holds=lambda calls, answers, expected: share_left(1.01, calls, answers) > 1,
            ),
        ),
        explanation="The edge is 2 / λ: twice the curvature, half the rate.",
    ),
}
