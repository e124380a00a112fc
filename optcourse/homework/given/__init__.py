"""What an exercise may hand to a student's function, beside numbers and arrays: functions, by name.

    Given("himmelblau", angle=0.7)                  a landscape of the course, rotated
    Given("fisher_product", max_calls=20, seed=1)   one of FUNCTIONS; it can be called 20 times

Whoever knows the name and the settings can make the function, so a question travels as plain data.
Together with `measures` this is all that the process of a student's code needs: no exercise, and so
no solution.
"""

from collections.abc import Callable
from functools import cache

import jax
import jax.numpy as jnp

from optcourse import landscapes
from optcourse.homework.given import (
    batches,
    critical_points,
    cross_entropy_and_mse,
    flooding,
    infinite_width,
    linear_combinations,
    momentum,
    natural_gradient,
)
from optcourse.linalg import rotation

FUNCTIONS: dict[str, Callable] = {
    **critical_points.FUNCTIONS,
    **batches.FUNCTIONS,
    **momentum.FUNCTIONS,
    **cross_entropy_and_mse.FUNCTIONS,
    **natural_gradient.FUNCTIONS,
    **linear_combinations.FUNCTIONS,
    **flooding.FUNCTIONS,
    **infinite_width.FUNCTIONS,
}


class Given:
    """A function that either side can make from its name and settings; given(w) is its value.

    The names are those of the landscapes, with a setting `angle` (radians), and those of FUNCTIONS,
    of which some take more than w.
    max_calls: how often a student's function may call it for one answer; None: without limit.
    """

    def __init__(self, name: str, max_calls: int | None = None, **settings):
        if name not in FUNCTIONS and name not in landscapes.ALL:
            known = ", ".join([*FUNCTIONS, *landscapes.ALL])
            raise ValueError(f"no given function is called {name!r}: choose one of {known}")
        self.name = name
        self.max_calls = max_calls
        self.settings = settings

    def __call__(self, w, *more):
        if self.name in FUNCTIONS:
            return FUNCTIONS[self.name](w, *more, **self.settings)
        return rotated_landscape(self.name)(jnp.asarray(w), self.settings.get("angle", 0.0))

    def __repr__(self):
        angle = self.settings.get("angle")
        return f"{self.name} turned by {angle:.2g}" if angle else self.name

    def __eq__(self, other):
        return isinstance(other, Given) and vars(self) == vars(other)

    def __hash__(self):
        return hash((self.name, self.max_calls, repr(self.settings)))


@cache
def rotated_landscape(name: str) -> Callable:
    """The landscape as a function of w and the angle by which it is rotated, compiled once."""
    return jax.jit(lambda w, angle: landscapes.ALL[name].loss(rotation(angle) @ w))
