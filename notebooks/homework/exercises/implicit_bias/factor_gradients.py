"""Exercise: the gradient of the loss on the seen entries by each of three factors."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property, close


def factor_gradients(W1, W2, W3, observed, mask):
    """The gradients of L = ½ Σ (W_ij - b_ij)² over the seen entries, W = W3 W2 W1, by W1, W2 and W3."""
    residual = np.where(mask, W3 @ W2 @ W1 - observed, 0)
    return (W3 @ W2).T @ residual, W3.T @ residual @ W1.T, residual @ (W2 @ W1).T


def problem(random) -> tuple:
    """Three factors of a matrix that is not square, and its entries, each seen or 0."""
    rows, units, columns = random.permutation([2, 3, 4, 5, 6])[:3]
    shapes = (units, columns), (units, units), (rows, units)
    mask = random.random((rows, columns)) < 0.6
    mask[0, 0], mask[-1, -1] = True, False
    observed = np.where(mask, random.normal(size=mask.shape), 0)
    return *(random.normal(size=shape) for shape in shapes), observed, mask


def with_other_unseen_entries(random) -> list:
    """Zeros where nothing was seen; any numbers there; NaN there."""
    *factors, observed, mask = problem(random)
    others = (0, 5 * random.normal(size=mask.shape), np.nan)
    return [(*factors, np.where(mask, observed, each), mask) for each in others]


def all_alike(calls, answers, expected):
    return all(close(*pair) for other in answers[1:] for pair in zip(other, answers[0]))


def by_factor(place: int, name: str, statement: str, hint: str) -> Property:
    """The property that one of the three gradients is right."""

    def holds(calls, answers, expected):
        return close(answers[0][place], expected[0][place])

    return Property(name, statement=statement, hint=hint, case=lambda random: [problem(random)], holds=holds)


BY_HAND = "With R = W - b where seen, and 0 elsewhere, the loss changes by the sum of all R_ij dW_ij."

EXERCISE = Exercise(
    name="factor_gradients",
    points=2,
    solution=factor_gradients,
    properties=(
        by_factor(
            0,
            "first factor",
            "the first value is the gradient by W1",
            hint=f"{BY_HAND} A change of W1 makes dW = W3 W2 dW1. What stands to the left of dW1 goes to the left "
            "of R, transposed as a whole.",
        ),
        by_factor(
            1,
            "middle factor",
            "the second value is the gradient by W2, as W2 lies",
            hint=f"{BY_HAND} A change of W2 makes dW = W3 dW2 W1. What stands on a side of dW2 goes to the same side "
            "of R, transposed.",
        ),
        by_factor(
            2,
            "last factor",
            "the third value is the gradient by W3",
            hint=f"{BY_HAND} A change of W3 makes dW = dW3 W2 W1. What stands to the right of dW3 goes to the right "
            "of R, transposed as a whole.",
        ),
        Property(
            "unseen",
            statement="where nothing was seen `observed` may hold anything, even NaN, and nothing changes",
            hint="Zero times NaN is NaN. Choose by `where(mask, ..., 0)`, and do not multiply by the mask.",
            case=with_other_unseen_entries,
            holds=all_alike,
        ),
    ),
    explanation="R is 0 at an unseen entry, but its products with the other factors are not: "
    "a step on the factors moves every entry of W.",
)
