"""Lesson 05: the slopes of cross-entropy and of squared error along one logit."""

import jax

from optcourse.homework.exercise import Exercise, Property, close

CASES = 3


def slopes(z, t):
    """σ(z) - t, and 2 (p - t) p (1 - p) with p = σ(z)."""
    p = jax.nn.sigmoid(z)
    return p - t, 2 * (p - t) * p * (1 - p)


def unsure(random):
    """Two calls: the logit of neither sign is large, each target once."""
    return [(float(random.uniform(-3, 3)), target) for target in (0.0, 1.0)]


def same_cross_entropy(calls, answers, expected):
    return all(close(answer[0], right[0]) for answer, right in zip(answers, expected))


def same_squared_error(calls, answers, expected):
    return all(close(answer[1], right[1]) for answer, right in zip(answers, expected))


BLANKS = {
    "slopes": Exercise(
        name="slopes",
        points=0,
        solution=slopes,
        properties=(
            Property(
                "cross-entropy",
                statement="the slope of cross-entropy is the mistake",
                hint="It is (5.4) for one logit: p minus t, in this order, with p = σ(z).",
                case=unsure,
                holds=same_cross_entropy,
                cases=CASES,
            ),
            Property(
                "squared error",
                statement="the slope of squared error is that of (σ(z) - t)²",
                hint="Chain rule: the derivative of (p - t)² by p, times p (1 - p).",
                case=unsure,
                holds=same_squared_error,
                cases=CASES,
            ),
        ),
        explanation="The second slope has the factor p (1 - p), nearly 0 where the logit is large.",
    ),
}
