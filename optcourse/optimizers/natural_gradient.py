"""Natural gradient: steepest descent in the distance between predictions (Amari, 1998)."""

import jax.numpy as jnp

from optcourse import fisher, trees
from optcourse.optimizers.base import Optimizer, as_schedule, gradient_and_info, require_in_range


def natural_gradient(
    learning_rate,
    model,
    inputs,
    damping,
    direction=fisher.natural_direction,
) -> Optimizer:
    """Precondition the gradient by the damped inverse Fisher matrix F of the model.

    w <- w - η (F + λ I)⁻¹ g     (6.5)

    model(w, inputs) -> logits (n, classes); F is its Fisher matrix over these inputs, at each step
    anew, and needs no labels. damping: λ >= 0, a number.
    direction(model, w, inputs, g, λ) -> (F + λ I)⁻¹ g: by conjugate gradients; for a few hundred
    parameters `fisher.dense_direction` is faster.
    """
    rate = as_schedule(learning_rate)
    require_in_range(damping=damping)
    inputs = jnp.asarray(inputs)

    def init(w):
        return jnp.zeros((), int)

    def step(loss, w, t):
        g, info = gradient_and_info(loss, w)
        d = direction(model, w, inputs, g, damping)  # (6.7)
        w = trees.add_scaled(w, -rate(t), d)  # (6.5)
        return w, t + 1, info

    return Optimizer(init, step)
