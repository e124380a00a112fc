"""MGDA: any optimizer, in the one direction that lowers two losses at once (Désidéri, 2012)."""

from collections.abc import Callable

import jax
import jax.numpy as jnp

from optcourse import trees
from optcourse.optimizers.base import Optimizer, gradient_and_info


def mgda(base: Optimizer, other_loss: Callable) -> Optimizer:
    """Let `base` descend along the shortest mixture of the two gradients; at rest wherever they oppose each other.

    γ = (g₂ - g₁)ᵀ g₂ / ‖g₁ - g₂‖², clipped to [0, 1]     (8.2)     the mixture γ g₁ + (1 - γ) g₂ of least norm
    w <- the step of base for the loss γ L₁ + (1 - γ) L₂, γ held fixed

    L₁ is the loss that `step` is given, and what `info` describes. There is no number to set: it ends on the front,
    near where it came down to it.
    """

    def step(loss, w, state):
        g1, info = gradient_and_info(loss, w)
        u1, u2 = trees.split_scale((g1, jax.grad(other_loss)(w)))[1]
        apart = trees.add_scaled(u2, -1, u1)
        square = trees.dot(apart, apart)
        gamma = jnp.where(
            square > 0, jnp.clip(trees.dot(apart, u2) / jnp.where(square > 0, square, 1), 0, 1), 1
        )
        w, state, _ = base.step(
            lambda v: gamma * loss(v) + (1 - gamma) * other_loss(v), w, state
        )  # (8.2)
        return w, state, info

    return Optimizer(base.init, step)
