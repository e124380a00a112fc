"""Natural gradient: the gradient measured by how much the model's predictions move (Amari, 1998)."""

import jax.numpy as jnp

from optcourse import fisher, trees
from optcourse.optimizers.base import Optimizer, as_schedule, gradient_and_info, require_in_range


def natural_gradient(
    learning_rate, model, inputs, damping, direction=fisher.natural_direction
) -> Optimizer:
    """Go down where the loss falls most for the change in what the model says.

    w <- w - η (F + λ I)⁻¹ g     (6.9)

    model(w, inputs) -> logits (n, classes); F is its Fisher matrix over these inputs, at each step anew, and needs no
    labels. damping: λ >= 0, a number.
    direction(model, w, inputs, g, λ) -> (F + λ I)⁻¹ g: by conjugate gradients; `fisher` has others for few parameters
    (dense_direction) or few examples (kernel_direction).
    """
    rate = as_schedule(learning_rate)
    require_in_range(damping=damping)
    inputs = jnp.asarray(inputs)

    def init(w):
        return jnp.zeros((), int)

    def step(loss, w, t):
        g, info = gradient_and_info(loss, w)
        d = direction(model, w, inputs, g, damping)  # (6.14)
        return trees.add_scaled(w, -rate(t), d), t + 1, info  # (6.9)

    return Optimizer(init, step)
