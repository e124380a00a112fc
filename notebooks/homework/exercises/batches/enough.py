"""Exercise: the smallest batch whose gradient is no noisier than it may be: (2.3), no row twice."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property


def enough(share, n):
    """The smallest B with (n - B) / (B (n - 1)) <= share²: n / (1 + (n - 1) share²), rounded up."""
    return np.ceil(n / (1 + (n - 1) * share**2))


def squared_noise(batch_size, n) -> float:
    """The noise of a batch, no row twice, in units of one row's: (2.3) times (n - B) / (n - 1)."""
    return (n - batch_size) / (n - 1) / batch_size


def share_for(size, n) -> float:
    """The share for which a batch of this size is just enough; the size need not be a whole number."""
    return float(squared_noise(size, n) ** 0.5)


def of_few_and_many(random):
    """Of few rows, where the batch is a good part of them, and of very many, just beyond a whole number or just before
    the next; then where the noise is exactly the share: one row, all of them, all but one."""
    n, power = int(random.integers(8, 40)), int(random.choice([2, 4, 8]))
    few = [(n // 2 + 0.1, n), (n // 2 + 0.9, n)]
    many = [(random.integers(2, 300) + random.choice([0.1, 0.9]), 10_000), (9000.1, 1_000_000)]
    exactly = [(1.0, n), (0.0, n), (1 / power, power + 1)]
    return [*((share_for(size, n), n) for size, n in few + many), *exactly]


def is_enough(calls, answers, expected):
    return all(
        answer % 1 == 0 and answer >= 1 and squared_noise(answer, n) <= share**2 * (1 + 1e-9)
        for answer, (share, n) in zip(answers, calls)
    )


def one_less_is_not(calls, answers, expected):
    return all(
        answer <= 1 or squared_noise(answer - 1, n) > share**2 * (1 + 1e-9)
        for answer, (share, n) in zip(answers, calls)
    )


EXERCISE = Exercise(
    name="enough",
    points=2,
    solution=enough,
    properties=(
        Property(
            "enough",
            statement="with this batch, a whole number of rows, the noise is at most the share",
            hint="The share is of a length, and (2.3) is a square. Round up to a whole number of rows. "
            "If it is off for few rows only: the factor (n - B) / (n - 1) has n - 1 below.",
            case=of_few_and_many,
            holds=is_enough,
        ),
        Property(
            "no row too many",
            statement="with one row less it is more than that",
            hint="Drawn without putting back, the rows avoid each other, so of few rows a smaller batch is enough: "
            "solve (2.3), times (n - B) / (n - 1), for B. Round up, no further: exactly the share is small enough.",
            case=of_few_and_many,
            holds=one_less_is_not,
        ),
    ),
    explanation="A tenth of the noise takes 100 rows of a million, and 91 of a thousand: "
    "it is the batch that counts, and hardly the data.",
)
