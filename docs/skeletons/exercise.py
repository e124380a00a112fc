"""Exercise: what one step of gradient descent leaves of the distance, on a quadratic loss."""

from optcourse.homework.exercise import Exercise, Property, close


# The solution: the plainest function of all. The name of the file, and of the exercise, is its own.
def remainder(learning_rate, curvature):
    """|1 - η λ|: the distance from the minimum after a step, as a share of the one before."""
    return abs(1 - learning_rate * curvature)


# A case is a list of calls, each a tuple of arguments, drawn anew in every case and for every seed.
# `holds` judges them: answers[i] is a finite array of the shape of expected[i], the solution's. For
# answers that are whole numbers see exercises/batches/enough.py.
def short_steps(random):
    """One call, with 0.1 < η λ < 0.9: a step that stops before the minimum."""
    product, curvature = random.uniform(0.1, 0.9), 10 ** random.uniform(-1, 2)
    return [(product / curvature, curvature)]


def both_sides(random):
    """Two calls, η λ = 1 - s and 1 + s: as far before the minimum as beyond it."""
    share, curvature = random.uniform(0.1, 0.9), 10 ** random.uniform(-1, 2)
    return [((1 - share) / curvature, curvature), ((1 + share) / curvature, curvature)]


EXERCISE = Exercise(
    name="remainder",
    points=2,
    solution=remainder,
    properties=(
        # A student reads of the first that fails "This does not hold yet: ...", which the statement
        # completes; then a call, what it gave, and what was expected; then the hint, in sentences.
        Property(
            "short steps",
            statement="a step that stops before the minimum leaves 1 - η λ of the distance",
            hint="The gradient is λ times the distance. The loss shrinks by another factor.",
            case=short_steps,
            holds=lambda calls, answers, expected: close(answers[0], expected[0]),
        ),
        # What is true of every right answer, better than the right number.
        Property(
            "both sides",
            statement="steps that end as far before the minimum as beyond it leave one distance",
            hint="A distance has no sign.",
            case=both_sides,
            holds=lambda calls, answers, expected: close(answers[0], answers[1]),
        ),
    ),
    # What a student reads when all is right.
    explanation="It is below 1 if and only if 0 < η < 2 / λ.",
)
