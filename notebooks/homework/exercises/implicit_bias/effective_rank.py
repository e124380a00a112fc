"""Exercise: the effective rank of a matrix, exp of the entropy of its singular values."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property, close


def effective_rank(W):
    """exp(-Σ p_r log p_r), p_r = σ_r / Σ σ, where 0 log 0 = 0."""
    sigma = np.linalg.svd(W, compute_uv=False)
    p = sigma / sigma.sum()
    p = p[p > 0]
    return np.exp(-np.sum(p * np.log(p)))


def singular_values(random, count: int) -> np.ndarray:
    """Some of them large, others small."""
    return 10 ** np.linspace(0, -random.uniform(0.8, 1.5), count) * random.uniform(0.9, 1.1, count)


def orthogonal(random, n: int) -> np.ndarray:
    return np.linalg.qr(random.normal(size=(n, n)))[0]


def symmetric(random, sigma) -> np.ndarray:
    """With eigenvalues of both signs."""
    U = orthogonal(random, len(sigma))
    return (U * sigma * random.choice([-1, 1], len(sigma))) @ U.T


def projections(random):
    """On 1 direction, on several, and on all: on axes, so that the other singular values are 0 and no less."""
    n = int(random.integers(4, 8))
    ranks = 1, int(random.integers(2, n)), n
    kept = [random.permutation(n) < rank for rank in ranks]
    return [(np.diag(np.asarray(each, float)),) for each in kept]


def unequal(random):
    """A few, and then twice a large one with many that are small or tiny, but count together."""
    few = singular_values(random, int(random.integers(2, 7)))
    small, tiny = (10 ** random.uniform(*ends, 60) for ends in ((-3.6, -3.2), (-4.4, -4.1)))
    return [(symmetric(random, sigma),) for sigma in (few, np.array([1, *small]), np.array([1, *tiny]))]


def in_other_units(random):
    """A matrix, and the same so much smaller and larger."""
    W = symmetric(random, singular_values(random, 4))
    return [(W,), (W * 10 ** random.uniform(-9, -8),), (W * 10 ** random.uniform(5, 6),)]


def turned(random):
    """Singular values on the diagonal, and between two rotations: wide, tall and square."""
    calls = []
    for rows, columns in ((3, 5), (6, 4), (4, 4)):
        S = np.zeros((rows, columns))
        np.fill_diagonal(S, singular_values(random, min(rows, columns)))
        calls += [(S,), (orthogonal(random, rows) @ S @ orthogonal(random, columns),)]
    return calls


def right(calls, answers, expected):
    return all(close(*pair) for pair in zip(answers, expected))


def all_alike(calls, answers, expected):
    return all(close(answer, answers[0]) for answer in answers[1:])


def pairs_alike(calls, answers, expected):
    return all(close(*pair) for pair in zip(answers[1::2], answers[::2]))


EXERCISE = Exercise(
    name="effective_rank",
    points=2,
    solution=effective_rank,
    properties=(
        Property(
            "projection",
            statement="of a projection on k directions it is k",
            hint="Its singular values are k ones, and zeros. What does your function do with p = 0? "
            "p log p goes to 0 with p, but in floating point 0 times log 0 is NaN.",
            case=projections,
            holds=right,
        ),
        Property(
            "unequal",
            statement="of unequal singular values, even tiny ones, it is exp of the entropy of their shares",
            hint="The shares are σ over the sum of σ, neither squared nor over the largest. "
            "exp belongs to the natural logarithm, a power of 2 to that with base 2. Leave none out.",
            case=unequal,
            holds=right,
        ),
        Property(
            "unit",
            statement="all entries times one number leave it as it is",
            hint="The shares have no unit. A small number that guards a logarithm, or that tells which singular values "
            "count as zero, has to be compared with shares.",
            case=in_other_units,
            holds=all_alike,
        ),
        Property(
            "rotations",
            statement="rotating rows and columns leaves it as it is, square or not",
            hint="Take singular values: neither eigenvalues nor the lengths of columns. "
            "`np.linalg.svd(W, compute_uv=False)` returns them alone.",
            case=turned,
            holds=pairs_alike,
            cases=2,
        ),
    ),
    explanation="It counts what matters: five singular values of 1 and ninety-five of 0.0001 make little more than 5, "
    "where the rank is 100.",
)
