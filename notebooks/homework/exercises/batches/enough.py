"""Exercise: the smallest batch whose gradient is no noisier than it may be, by (2.3)."""

import numpy as np
from optcourse.batches import variance
from optcourse.homework.exercise import Exercise, Property

MANY = 1_000_000  # rows, so that it hardly matters how many


def enough(share, n):
    """The smallest B with (n - B) / (B (n - 1)) <= share²: n / (1 + (n - 1) share²), rounded up."""
    return np.ceil(n / (1 + (n - 1) * share**2))


def noise(batch_size, n) -> float:
    """The noise of a batch in units of one row's: a standard deviation."""
    return float(variance(1.0, batch_size, n)) ** 0.5


def share_for(random, low, high) -> float:
    """A share for which the number of rows is clearly no whole number."""
    return float((random.integers(low, high) + random.uniform(0.3, 0.7)) ** -0.5)


def of_many(random):
    return [(share_for(random, 5, 300), MANY)]


def of_few(random):
    """Of so few rows that the batch is a good part of them."""
    wanted = int(random.integers(60, 200))
    return [(share_for(random, wanted, wanted + 1), int(wanted * random.uniform(1.5, 3)))]


EXERCISE = Exercise(
    name="enough",
    points=2,
    solution=enough,
    properties=(
        Property(
            "enough",
            words="with this batch, a whole number of rows, the noise is at most the share",
            hint="The share is of a length, and (2.3) is a square. Round up to a whole number of rows.",
            case=of_many,
            holds=lambda calls, answers, expected: answers[0] % 1 == 0 and noise(answers[0], MANY) <= calls[0][0],
        ),
        Property(
            "no row too many",
            words="with one row less it is more than that",
            hint="Round up to the next whole number, not further. (2.3) is a square, and the share is of a length.",
            case=of_many,
            holds=lambda calls, answers, expected: noise(max(answers[0] - 1, 1), MANY) > calls[0][0],
        ),
        Property(
            "few rows",
            words="of few rows a smaller batch is enough than of very many",
            hint="Drawn without putting back, the rows avoid each other: solve (2.3) for B with its second factor.",
            case=of_few,
            holds=lambda calls, answers, expected: abs(answers[0] - expected[0]) < 1.5,
        ),
    ),
    explanation="A tenth of the noise takes 100 rows of a million, and 91 of a thousand: "
    "it is the batch that counts, and hardly the data.",
)
