"""Argument validation. Traced values are skipped; NaN is rejected unless a predicate allows it."""

from collections.abc import Callable

import jax
import numpy as np


def require(predicate: Callable, expected: str, **numbers):
    """Raise ValueError, naming the first number (or array) that does not satisfy `predicate`.

    predicate: array -> truth values, all of which must hold; expected: what to give, in words.
    """
    for name, value in numbers.items():
        if isinstance(value, jax.core.Tracer):
            continue
        satisfied = predicate(np.asarray(value))
        if not np.all(satisfied):
            raise ValueError(f"{name} = {value}: give {expected}")


def require_positive(**numbers):
    """Raise ValueError for a number that is not positive and finite."""
    is_positive = lambda x: (x > 0) & np.isfinite(x)
    require(is_positive, "a finite number > 0", **numbers)


def require_nonnegative(**numbers):
    """Raise ValueError for a number that is negative or not finite."""
    is_nonnegative = lambda x: (x >= 0) & np.isfinite(x)
    require(is_nonnegative, "a finite number >= 0", **numbers)
