"""Lesson 02: the noise of a batch's gradient, from the gradients of all examples."""

import jax.numpy as jnp

from optcourse.homework.exercise import Exercise, Property, close

WEIGHTS = 2  # a message shows all gradients


def batch_noise(gradients, batch_size):
    """E‖g_S - g‖² of batches whose examples are drawn independently: (2.2) and (2.3)."""
    n = len(gradients)
    deviations = gradients - jnp.mean(gradients, axis=0)
    trace = jnp.sum(deviations**2) / n  # (2.2)
    return trace / batch_size  # (2.3)


def gradients_of(random, n):
    """(n, WEIGHTS): gradients whose coordinates have other means and other spreads."""
    means, spreads = random.uniform(1, 3, (2, WEIGHTS))
    return means + spreads * random.normal(size=(n, WEIGHTS))


def single_examples(random):
    """One call, with batches of one."""
    return [(gradients_of(random, int(random.integers(4, 7))), 1)]


def few_of_many(random):
    """Two calls on the same 60 gradients: batches of one, and of two or three."""
    gradients = gradients_of(random, 60)
    return [(gradients, 1), (gradients, int(random.integers(2, 4)))]


def is_trace(calls, answers, expected):
    return close(answers[0], expected[0])


def falls_like_one_over_the_size(calls, answers, expected):
    """To 5 %: an answer for batches with no example twice is right, too."""
    return close(answers[1] / answers[0], 1 / calls[1][1], tolerance=0.05)


BLANKS = {
    "batch_noise": Exercise(
        name="batch_noise",
        points=0,
        solution=batch_noise,
        properties=(
            Property(
                "one example",
                statement="with batches of one it is tr Σ",
                hint="Add the squares of all coordinates of all g_i - g, and divide by n.",
                case=single_examples,
                holds=is_trace,
            ),
            Property(
                "small batches",
                statement="batches of B examples have 1 / B of the noise of one",
                hint="It is a squared distance: divide tr Σ by B itself.",
                case=few_of_many,
                holds=falls_like_one_over_the_size,
            ),
        ),
        explanation="Four times the batch, a quarter of the variance, half the distance.",
    ),
}
