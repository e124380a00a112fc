"""What the exercises on MDMM share: two losses of lesson 07, parameters off their front, and the right move."""

import inspect

import jax
import jax.numpy as jnp
import numpy as np

from optcourse.homework.given import Given
from optcourse.homework.given.linear_combinations import both_losses

SLOPES = jax.jit(jax.jacobian(both_losses))
CONVEX, CONCAVE = (0.4, 0.8), (1.2, 1.6)  # how far the fronts are bent


def somewhere(random, bends=(CONVEX, CONCAVE), off=(0.4, 0.7)) -> tuple[Given, Given, np.ndarray]:
    """Two losses, and parameters clearly off their front, on either side of it."""
    k = float(random.uniform(*random.choice(bends)))
    w = np.array([random.uniform(0.3, 0.6), random.choice([-1, 1]) * random.uniform(*off)])
    return Given("first_loss", k=k), Given("second_loss", k=k), w


def slopes(first, w) -> np.ndarray:
    """The gradients of both losses of this front, compiled once for all fronts."""
    k = inspect.unwrap(first).settings["k"]
    return np.asarray(SLOPES(jnp.asarray(w, float), k), float)


def moved(first, w, pressure, rate) -> np.ndarray:
    """The right move: -η (∇L₁ + pressure ∇L₂)."""
    of_the_first, of_the_second = slopes(first, w)
    return -rate * (of_the_first + pressure * of_the_second)
