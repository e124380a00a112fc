"""Lesson 06: the natural direction of a model with a few outcomes, from its scores."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property, close


def natural_direction(p, scores, g):
    """F⁻¹ g, with F = Σ_z p_z s_z s_zᵀ     (6.3)."""
    F = scores.T @ (p[:, None] * scores)
    return np.linalg.solve(F, g)


def along_the_axes(random, p):
    """One call: scores a, -a along each of two axes, so that F is diagonal; p has four entries."""
    a, b = random.uniform(0.5, 2, 2) * [1, 2]
    scores = np.array([[a, 0], [-a, 0], [0, b], [0, -b]])
    return [(p, scores, some_gradient(random))]


def unequal(random):
    """One call with unequal probabilities, and a diagonal F."""
    p = random.uniform(0.05, 0.2)
    return along_the_axes(random, np.array([p, p, 0.5 - p, 0.5 - p]))


def equal(random):
    """One call with equal probabilities, and a diagonal F."""
    return along_the_axes(random, np.full(4, 0.25))


def oblique(random):
    """One call with equal probabilities, and an F with entries beside its diagonal."""
    a, b = random.uniform(1.5, 3), random.uniform(0.3, 0.8)
    scores = np.array([[a, a], [-a, -a], [b, -b], [-b, b]])
    return [(np.full(4, 0.25), scores, some_gradient(random))]


def some_gradient(random):
    """A gradient of length 1, away from both axes and both diagonals."""
    angle = random.uniform(0.1, 0.6)
    return np.array([np.cos(angle), -np.sin(angle)])


def same_direction(calls, answers, expected):
    """Whether the first answer points where the solution's does, whatever its length."""
    answer, right = (np.asarray(each[0], float) for each in (answers, expected))
    lengths = np.linalg.norm(answer), np.linalg.norm(right)
    return bool(lengths[0] > 0) and close(answer / lengths[0], right / lengths[1], 1e-3)


def same_length(calls, answers, expected):
    """Whether the first answer is as long as the solution's."""
    return close(np.linalg.norm(answers[0]), np.linalg.norm(expected[0]), 1e-3)


BLANKS = {
    "natural_direction": Exercise(
        name="natural_direction",
        points=0,
        solution=natural_direction,
        properties=(
            Property(
                "probabilities",
                statement="an outcome counts as often as the model expects it",
                hint="F is a mean under p: multiply each row of scores by its own p.",
                case=unequal,
                holds=same_direction,
            ),
            Property(
                "whole matrix",
                statement="F has entries beside its diagonal, and they count",
                hint="Solve F d = g with the whole matrix, jnp.linalg.solve(F, g).",
                case=oblique,
                holds=same_direction,
            ),
            Property(
                "length",
                statement="it is as long as F⁻¹ g",
                hint="The probabilities add up to 1 already: divide by nothing else.",
                case=equal,
                holds=same_length,
            ),
        ),
        explanation="Scores and probabilities are all it takes: no label, no units of yours.",
    ),
}
