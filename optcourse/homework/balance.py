"""How far factors are from having a matrix as their product, and from being balanced.

balance_errors(function, W, depth)     of the factors that a student's function returns
"""

from itertools import pairwise

import numpy as np


def balance_errors(function, W, depth) -> tuple:
    """‖W_N ... W_1 - W‖ / ‖W‖, and the largest ‖W_{j+1}ᵀ W_{j+1} - W_j W_jᵀ‖ / ‖W_j W_jᵀ‖."""
    factors = function(W, depth)
    if factors is None:
        return None  # for which there is a message
    factors = _chain(factors, np.shape(W), depth)
    product = factors[0]
    for factor in factors[1:]:
        product = factor @ product
    pairs = [(b.T @ b, a @ a.T) for a, b in pairwise(factors)]
    imbalance = np.max([_relative_error(*pair) for pair in pairs])
    return _relative_error(product, np.asarray(W, float)), imbalance


def _chain(factors, shape, depth) -> list:
    """As arrays; ValueError where there are more or fewer, or one has another shape."""
    if len(factors) != depth:
        raise ValueError(f"there are {len(factors)} factors: return {depth}")
    units = min(shape)
    shapes = [(units, shape[1]), *[(units, units)] * (depth - 2), (shape[0], units)]
    factors = [np.asarray(factor, float) for factor in factors]
    for j, (factor, right) in enumerate(zip(factors, shapes), 1):
        if factor.shape != right:
            raise ValueError(f"W_{j} has the shape {factor.shape}: make it {right}")
    return factors


def _relative_error(found, right) -> float:
    """To four decimals, so that a message shows no errors of rounding."""
    return round(np.linalg.norm(found - right) / np.linalg.norm(right), 4)
