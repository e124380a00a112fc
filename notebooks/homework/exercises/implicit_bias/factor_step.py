"""Exercise: a step of gradient descent on the factors of a matrix of which some entries are seen."""

from itertools import pairwise

import numpy as np

from optcourse.homework.exercise import Exercise, Property, close

SIZES = 3, 5, 2, 4, 6, 7  # sides of the factors: the same in every case, so that JAX compiles once


def factor_step(factors, observed, mask, rate):
    """(W_1, ..., W_N) after a step on L = ½ Σ (W_ij - b_ij)² over the seen entries, W = W_N ... W_1."""
    columns = mask.shape[1]
    G = np.where(mask, product(factors, columns) - observed, 0)
    stepped = []
    for j, factor in enumerate(factors):
        before, after = product(factors[:j], columns), product(factors[j + 1 :], factor.shape[0])
        stepped.append(factor - rate * after.T @ G @ before.T)
    return tuple(stepped)


def product(factors, size):
    """The first one is applied first; of none, the identity of that size."""
    W = np.eye(size)
    for factor in factors:
        W = factor @ W
    return W


def problem(random, sizes: tuple, rate: float) -> tuple:
    """Random factors with these sides; the entries of a matrix, each seen or 0; the rate."""
    factors = tuple(random.normal(size=(b, a)) / a**0.5 for a, b in pairwise(sizes))
    mask = draw_mask(random, sizes[-1], sizes[0])
    return factors, np.where(mask, random.normal(size=mask.shape), 0), mask, rate


def draw_mask(random, rows: int, columns: int) -> np.ndarray:
    """Not all entries are seen, but of each row and column some."""
    while True:
        mask = random.random((rows, columns)) < 0.6
        if mask.any(axis=0).all() and mask.any(axis=1).all() and not mask.all():
            return mask


def one_to_five_factors(random):
    """Of no two sides of one size; steps so short that it does not matter which factor is moved first."""
    return [problem(random, SIZES[: depth + 1], 1e-4) for depth in (1, 2, 3, 5)]


def long_steps(random):
    """On square factors: a transpose that is missing stops nothing here, so that the message is about a property."""
    return [problem(random, (3, 3, 3), float(random.uniform(0.3, 0.6)))]


def with_other_unseen_entries(random):
    """Zeros where nothing was seen; any numbers there; NaN there, and infinity."""
    factors, observed, mask, rate = problem(random, SIZES[:3], 1e-2)
    others = (0, 5 * random.normal(size=mask.shape), np.nan, np.inf)
    return [(factors, np.where(mask, observed, each), mask, rate) for each in others]


def moves(call, answer) -> list:
    """Of each factor, from where it was."""
    return [new - old for old, new in zip(call[0], answer)]


def right_moves(calls, answers, expected):
    for call, answer, right in zip(calls, answers, expected):
        pairs = zip(moves(call, answer), moves(call, right))
        if not all(close(*pair, tolerance=0.03) for pair in pairs):
            return False
    return True


def all_alike(calls, answers, expected):
    first, *others = map(moves, calls, answers)
    return all(close(*pair) for other in others for pair in zip(other, first))


EXERCISE = Exercise(
    name="factor_step",
    points=2,
    solution=factor_step,
    properties=(
        Property(
            "every factor",
            statement="a short step moves each of one, two, three or more factors along minus its gradient",
            hint="With G = W - b where seen, and 0 elsewhere, the loss changes by the sum of all G_ij dW_ij, and dW = "
            "A dW_j B. So the gradient by W_j is Aᵀ G Bᵀ: A is the product of all factors after W_j, which stand to "
            "the left of it, and B of all before it.",
            case=one_to_five_factors,
            holds=right_moves,
            cases=1,
        ),
        Property(
            "same place",
            statement="all gradients of a step, even a long one, are those at the factors from which it starts",
            hint="Compute all gradients first, then move all factors: with a factor that has moved already, the "
            "others' gradients are another place's.",
            case=long_steps,
            holds=right_moves,
            cases=2,
        ),
        Property(
            "unseen",
            statement="where nothing was seen `observed` may hold anything, even NaN or infinity, and nothing changes",
            hint="Zero times NaN is NaN, and so is zero times infinity. Choose with `np.where(mask, ..., 0)`; do not "
            "multiply by the mask, nor ask `observed` what was seen.",
            case=with_other_unseen_entries,
            holds=all_alike,
            cases=2,
        ),
    ),
    explanation="G is 0 at an unseen entry, but its products with the other factors are not: "
    "with two factors or more a step moves every entry of W.",
)
