"""Two losses of lesson 07 by name, and training on their weighted sum in closed form.

Loss("first_loss", k=1.5), Loss("second_loss", k=1.5)     of (θ₁, θ₂): the front bends by k
Loss("trained", k=1.5, start=0.4)                         of a weight: where gradient descent ends
"""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import tradeoffs
from optcourse.homework.arguments import FAMILIES, Loss

TRAINED = "trained"


@jax.jit
def first_loss(w, k):
    """L₁ of bent(k)."""
    return tradeoffs.bent(k).losses(w)[0]


@jax.jit
def second_loss(w, k):
    """L₂ of bent(k)."""
    return tradeoffs.bent(k).losses(w)[1]


def trained(alpha, k, start):
    """(L₁, L₂) at the end of a long run on L₁ + α L₂, from the place `start` of the front; one weight at a time."""
    edge = float(tradeoffs.basin_edge(k, float(alpha)))
    s = edge if k < 1 else float(start > edge)
    off = k * s * (1 - s)
    return np.array([s**2 + off, (1 - s) ** 2 + off])


FAMILIES.update(first_loss=first_loss, second_loss=second_loss, **{TRAINED: trained})


SLOPES = {name: jax.jit(jax.grad(FAMILIES[name])) for name in ("first_loss", "second_loss")}


def pair(k: float) -> tuple[Loss, Loss]:
    """(L₁, L₂) of the front that bends by k."""
    return Loss("first_loss", k=k), Loss("second_loss", k=k)


def somewhere(random) -> tuple[Loss, Loss, np.ndarray]:
    """Two losses, and parameters clearly off their front."""
    k = float(random.uniform(*random.choice([(0.4, 0.8), (1.2, 1.6)])))
    w = np.array([random.uniform(0.3, 0.6), random.choice([-1, 1]) * random.uniform(0.4, 0.7)])
    return *pair(k), w


def slope(loss, w) -> np.ndarray:
    """The gradient of one of the two, compiled once for all fronts."""
    return np.asarray(SLOPES[loss.name](jnp.asarray(w, float), **loss.settings), float)


def moved(first, second, w, pressure, rate) -> np.ndarray:
    """The right move: -η (∇L₁ + pressure ∇L₂)."""
    return -rate * (slope(first, w) + pressure * slope(second, w))
