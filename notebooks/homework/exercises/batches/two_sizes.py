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


EXERCISE = Exercise(
    name="two_sizes",
    points=2,
    solution=two_sizes,
    properties=(
        Property(
            "noise",
            words="the first number is tr Σ",
            hint="The mean squares differ by tr Σ (1/b - 1/B): the large batches are noisy too. Square, then average.",
            case=logged,
            holds=lambda calls, answers, expected: same(answers[0][0], expected[0][0]),
        ),
        Property(
            "signal",
            words="the second number is the square of the length of g",
            hint="What is left of a mean square when tr Σ / B is taken away? Even a large batch has such a part.",
            case=logged,
            holds=lambda calls, answers, expected: same(answers[0][1], expected[0][1]),
        ),
    ),
    explanation="At the noise scale the logged square is twice that of the true gradient. "
    "So a norm in a log says as much about the batch as about the loss.",
)
