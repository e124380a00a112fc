"""Exercise: noise and signal from the gradient norms that two runs have logged, after McCandlish et al. (2018)."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property


def two_sizes(norms_small, small, norms_large, large):
    """(tr Σ, ‖g‖²) from E‖g_B‖² = ‖g‖² + tr Σ / B at two sizes B: two equations with two unknowns."""
    first, second = np.mean(np.square(norms_small)), np.mean(np.square(norms_large))
    trace = (first - second) / (1 / small - 1 / large)
    return trace, first - trace / small


def logged(random, sign, lengths) -> tuple:
    """Norms whose mean squares are what (2.3) expects, for a trace and a ‖g‖² of this sign that are drawn."""
    trace, small = random.uniform(50, 200), int(random.choice([4, 8]))
    large = int(small * random.choice([2.5, 8, 15.5]))
    square = sign * random.uniform(0.2, 0.8) * trace / large
    norms = []
    for size, rows in zip((small, large), lengths):
        drawn = random.uniform(0.5, 1.5, rows)
        norms.append(drawn * np.sqrt((square + trace / size) / np.mean(drawn**2)))
    return norms[0], small, norms[1], large


def of_all_signs(random):
    """As they should be; with a ‖g‖² below 0, as from short logs; and with the trace below 0 instead."""
    first, below, (small, b, large, B) = (
        logged(random, sign, lengths) for sign, lengths in ((1, (6, 5)), (-1, (4, 9)), (1, (5, 6)))
    )
    return [first, below, (large, b, small, B)]


def all_same(numbers, right) -> bool:
    return bool(np.all(np.abs(np.subtract(numbers, right)) <= 1e-2 * np.abs(right)))


def same(place):
    """A judgment for `Property`: the numbers at this place of the answers."""
    return lambda calls, answers, expected: all_same([a[place] for a in answers], [e[place] for e in expected])


EXERCISE = Exercise(
    name="two_sizes",
    points=2,
    solution=two_sizes,
    properties=(
        Property(
            "noise",
            statement="the first number is tr Σ, below zero too",
            hint="The mean squares differ by tr Σ (1/b - 1/B): the large batches are noisy too. Square, then average.",
            case=of_all_signs,
            holds=same(0),
        ),
        Property(
            "signal",
            statement="the second number is the square of the length of g, below zero too",
            hint="What is left of a mean square when tr Σ / B is taken away? Even a large batch has such a part. "
            "Where it comes out below zero, leave it so.",
            case=of_all_signs,
            holds=same(1),
        ),
    ),
    explanation="At the noise scale the logged square is twice that of the true gradient. "
    "So a norm in a log says as much about the batch as about the loss.",
)
