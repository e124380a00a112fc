"""MGDA: any optimizer, in the one direction that lowers two losses at once (Désidéri, 2012)."""

import jax
import jax.numpy as jnp

from optcourse import trees
from optcourse.optimizers.base import Loss, Optimizer, gradient_and_info


def mgda(base: Optimizer, other_loss: Loss) -> Optimizer:
    """Let `base` descend along the shortest mixture γ g₁ + (1 - γ) g₂ of the two gradients.

    γ = (g₂ - g₁)ᵀ g₂ / ‖g₁ - g₂‖², clipped to [0, 1]
    w <- the step of base for the loss γ L₁ + (1 - γ) L₂, γ held fixed

    It rests wherever the gradients oppose each other. L₁ is the loss that `step` is given, and that
    `info` describes. There is no number to set: it ends on the front, near where it first meets it.
    """

    def step(loss, w, state):
        g1, info = gradient_and_info(loss, w)
        g2 = jax.grad(other_loss)(w)
        _, (u1, u2) = trees.split_scale((g1, g2))
        difference = trees.add_scaled(u2, -1, u1)
        square = trees.dot(difference, difference)
        differ = square > 0
        gamma = trees.dot(difference, u2) / jnp.where(differ, square, 1)
        gamma = jnp.where(differ, jnp.clip(gamma, 0, 1), 1)
        mixture = lambda v: gamma * loss(v) + (1 - gamma) * other_loss(v)
        w, state, _ = base.step(mixture, w, state)
        return w, state, info

    return Optimizer(base.init, step)
