"""What the exercises on MDMM share: two losses of lesson 07, parameters off their front, and the right move."""

import inspect

import jax
import jax.numpy as jnp
import numpy as np
from optcourse.homework.given import FUNCTIONS, Given

SLOPES = {name: jax.jit(jax.grad(FUNCTIONS[name])) for name in ("first_loss", "second_loss")}


def pair(k: float) -> tuple[Given, Given]:
    """(L₁, L₂) of the front that bends by k."""
    return Given("first_loss", k=k), Given("second_loss", k=k)


def somewhere(random) -> tuple[Given, Given, np.ndarray]:
    """Two losses, and parameters clearly off their front."""
    k = float(random.uniform(*random.choice([(0.4, 0.8), (1.2, 1.6)])))
    w = np.array([random.uniform(0.3, 0.6), random.choice([-1, 1]) * random.uniform(0.4, 0.7)])
    return *pair(k), w


def slope(loss, w) -> np.ndarray:
    """The gradient of one of the two, compiled once for all fronts."""
    given = inspect.unwrap(loss)
    return np.asarray(SLOPES[given.name](jnp.asarray(w, float), **given.settings), float)


def moved(first, second, w, pressure, rate) -> np.ndarray:
    """The right move: -η (∇L₁ + pressure ∇L₂)."""
    return -rate * (slope(first, w) + pressure * slope(second, w))
