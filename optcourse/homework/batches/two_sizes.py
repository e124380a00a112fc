"""Exercise: noise and signal from the gradient norms that two runs have logged, after McCandlish et al. (2018)."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property


def two_sizes(norms_small, small, norms_large, large):
    """(tr Σ, ‖g‖²) from E‖g_B‖² = ‖g‖² + tr Σ / B at two sizes B: two equations with two unknowns."""
    first, second = np.mean(np.square(norms_small)), np.mean(np.square(norms_large))
    trace = (first - second) / (1 / small - 1 / large)
    return trace, first - trace / small


def logged(random):
    """Norms whose mean squares are what (2.3) expects: for a trace and a gradient that are drawn."""
    square = random.uniform(0.5, 5)
    trace = square * random.uniform(20, 100)  # the noise scale
    small = int(random.choice([4, 8, 16]))
    large = small * int(random.choice([8, 16]))
    norms = []
    for size, rows in ((small, 6), (large, 5)):
        lengths = random.uniform(0.5, 1.5, rows)
        norms.append(lengths * np.sqrt((square + trace / size) / np.mean(lengths**2)))
    return [(norms[0], small, norms[1], large)]


def same(found, right) -> bool:
    return bool(abs(found - right) <= 1e-2 * abs(right))


# Plausible and wrong


def as_if_the_large_had_no_noise(norms_small, small, norms_large, large):
    trace, square = two_sizes(norms_small, small, norms_large, large)
    return trace * (1 - small / large), square


def the_large_as_the_signal(norms_small, small, norms_large, large):
    trace, _ = two_sizes(norms_small, small, norms_large, large)
    return trace, np.mean(np.square(norms_large))


def squares_of_the_means(norms_small, small, norms_large, large):
    return two_sizes(np.mean(norms_small), small, np.mean(norms_large), large)


def without_squares(norms_small, small, norms_large, large):
    return two_sizes(np.sqrt(norms_small), small, np.sqrt(norms_large), large)


def exchanged(norms_small, small, norms_large, large):
    return two_sizes(norms_small, small, norms_large, large)[::-1]


def length_for_its_square(norms_small, small, norms_large, large):
    trace, square = two_sizes(norms_small, small, norms_large, large)
    return trace, square**0.5


def all_of_it_noise(norms_small, small, norms_large, large):
    return small * np.mean(np.square(norms_small)), np.mean(np.square(norms_large))


def with_the_sign_of_the_sizes(norms_small, small, norms_large, large):
    trace, square = two_sizes(norms_small, small, norms_large, large)
    return -trace, square


EXERCISE = Exercise(
    name="two_sizes",
    points=2,
    solution=two_sizes,
    properties=(
        Property(
            words="the first number is tr Σ",
            hint="The mean squares differ by tr Σ (1/b - 1/B): the large batches are noisy too. Square, then average.",
            case=logged,
            holds=lambda calls, answers, expected: same(answers[0][0], expected[0][0]),
            mutant=as_if_the_large_had_no_noise,
        ),
        Property(
            words="the second number is the square of the length of g",
            hint="What is left of a mean square when tr Σ / B is taken away? Even a large batch has such a part.",
            case=logged,
            holds=lambda calls, answers, expected: same(answers[0][1], expected[0][1]),
            mutant=the_large_as_the_signal,
        ),
    ),
    because="At the noise scale the logged square is twice that of the true gradient. "
    "So a norm in a log says as much about the batch as about the loss.",
    mutants=(
        squares_of_the_means,
        without_squares,
        exchanged,
        length_for_its_square,
        all_of_it_noise,
        with_the_sign_of_the_sizes,
    ),
)
