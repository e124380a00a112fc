"""Exercise: balanced factors of a matrix, with two bugs to find."""

from itertools import pairwise

import numpy as np

from optcourse.homework.exercise import Exercise, Property, close


def balanced_start(W, depth):
    """(W_1, ..., W_N) with W = U Σ Vᵀ: Σ^(1/N) Vᵀ first, then Σ^(1/N), U Σ^(1/N) last; N >= 2."""
    U, sigma, Vt = np.linalg.svd(W, full_matrices=False)
    root = sigma ** (1 / depth)
    between = [np.diag(root) for _ in range(depth - 2)]
    return root[:, None] * Vt, *between, U * root


def matrix(random, rows: int, columns: int) -> np.ndarray:
    """Of a size between 1e-4 and 1: a start is small."""
    W = random.normal(size=(rows, columns))
    return 10 ** random.uniform(-4, 0) * W / np.linalg.norm(W)


def any_shape(random):
    """Square, wide and tall."""
    n, small, large = (int(random.integers(*ends)) for ends in ((2, 6), (2, 4), (4, 7)))
    shapes = (n, n), (small, large), (large, small)
    return [(matrix(random, *shape), int(depth)) for shape, depth in zip(shapes, 2 + random.permutation(3))]


def product(factors) -> np.ndarray:
    W = factors[0]
    for factor in factors[1:]:
        W = factor @ W
    return W


def has_product(calls, answers, expected):
    return all(close(product(answer), call[0]) for call, answer in zip(calls, answers))


def is_balanced(calls, answers, expected):
    """W_{j+1}ᵀ W_{j+1} = W_j W_jᵀ for each j."""
    return all(close(b.T @ b, a @ a.T) for answer in answers for a, b in pairwise(answer))


EXERCISE = Exercise(
    name="balanced_start",
    points=2,
    solution=balanced_start,
    properties=(
        Property(
            "product",
            statement="W_N ... W_1 is W, however many factors",
            hint="Each singular value of W is the product of one from each of the N factors. "
            "Which power of it must each have? He tried two factors.",
            case=any_shape,
            holds=has_product,
            show_expected=False,
        ),
        Property(
            "balanced",
            statement="each factor is balanced with the next: W_{j+1}ᵀ W_{j+1} = W_j W_jᵀ",
            hint="All factors have the same singular values, and one's left singular vectors are the next one's right "
            "ones. In NumPy `root * Vt` scales the columns of Vt, and `root[:, None] * Vt` its rows.",
            case=any_shape,
            holds=is_balanced,
            show_expected=False,
        ),
    ),
    explanation="Gradient flow keeps the differences W_{j+1}ᵀ W_{j+1} - W_j W_jᵀ as they are. "
    "The law of the singular values needs them to be 0.",
)
