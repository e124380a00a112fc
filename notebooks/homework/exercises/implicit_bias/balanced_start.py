"""Exercise: balanced factors of a matrix, with two bugs to find."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property

MEASURE = "relative errors of the product and of the balance"
CLOSE = 0.01


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


def squares(random):
    """With depths 2, 3 and 7; and one with a singular value 0."""
    n = int(random.integers(2, 6))
    calls = [(matrix(random, n, n), depth) for depth in (2, 3, 7)]
    return [*calls, (without_a_column(random, 4, 4), 3)]


def without_a_column(random, rows: int, columns: int) -> np.ndarray:
    """One column is 0, and so is one singular value unless there are more columns than rows."""
    W = matrix(random, rows, columns)
    W[:, 1] = 0
    return W


def wide_and_tall(random):
    small, large = int(random.integers(2, 4)), int(random.integers(4, 7))
    matrices = matrix(random, small, large), matrix(random, large, small), without_a_column(random, 4, 3)
    return [(W, depth) for W in matrices for depth in (2, 3, 7)]


def has_product(calls, answers, expected):
    return all(product_error <= CLOSE for product_error, _ in answers)


def is_balanced(calls, answers, expected):
    return all(balance_error <= CLOSE for _, balance_error in answers)


def two_are_right(calls, answers, expected):
    """Of two factors both errors; of more the measure has seen the shapes, and squares tell the rest."""
    twos = [answer for call, answer in zip(calls, answers) if call[1] == 2]
    return has_product(calls, twos, expected) and is_balanced(calls, twos, expected)


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
            case=squares,
            holds=has_product,
            measure=MEASURE,
        ),
        Property(
            "balanced",
            statement="each factor is balanced with the next: W_{j+1}ᵀ W_{j+1} = W_j W_jᵀ",
            hint="All factors have the same singular values, and one's left singular vectors are the next one's right "
            "ones.",
            case=squares,
            holds=is_balanced,
            measure=MEASURE,
        ),
        Property(
            "shapes",
            statement="both hold for a wide and for a tall W, with as many units between as its smaller side",
            hint="In NumPy `root * Vt` scales the columns of Vt, and `root[:, None] * Vt` its rows: which of them "
            "belong to the singular values?",
            case=wide_and_tall,
            holds=two_are_right,
            measure=MEASURE,
        ),
    ),
    explanation="Gradient flow keeps the differences W_{j+1}ᵀ W_{j+1} - W_j W_jᵀ as they are. "
    "The law of the singular values needs them to be 0.",
)
