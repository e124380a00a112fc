"""What numbers have to be. What is traced is not looked at, and NaN passes only where a function says so."""

from collections.abc import Callable

import jax
import numpy as np


def require(holds: Callable, wanted: str, **numbers):
    """ValueError that names the first of the numbers, or arrays of them, of which `holds` is not true throughout."""
    for name, value in numbers.items():
        if not isinstance(value, jax.core.Tracer) and not np.all(holds(np.asarray(value))):
            raise ValueError(f"{name} = {value}: give {wanted}")


def require_positive(**numbers):
    """ValueError for what is not > 0 and finite."""
    require(lambda x: (x > 0) & np.isfinite(x), "a finite number > 0", **numbers)


def require_nonnegative(**numbers):
    """ValueError for what is not >= 0 and finite."""
    require(lambda x: (x >= 0) & np.isfinite(x), "a finite number >= 0", **numbers)
