"""Natural gradient with the adaptive damping of Levenberg (1944) and Marquardt (1963)."""

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float

from optcourse import fisher, trees
from optcourse.optimizers.base import Optimizer, gradient_and_info, require_in_range

SHRINK, GROW = 1 / 3, 2.0
MIN_DAMPING, MAX_DAMPING = 1e-12, 1e12


def levenberg_marquardt(model, inputs, damping, direction=fisher.natural_direction) -> Optimizer:
    """Natural gradient descent, damped less where the quadratic model of the loss was right.

    d = (F + λ I)⁻¹ g                         (6.7)
    ρ = (L(w) - L(w - d)) / (gᵀd - ½ dᵀF d)   the fall of the loss over its prediction
    λ <- λ / 3 if ρ > 3/4,  2 λ if ρ < 1/4;  w <- w - d only if the loss falls

    model(w, inputs) -> logits (n, classes), and direction(model, w, inputs, g, λ) -> d, as for
    `natural_gradient`. damping: the first λ, in [1e-12, 1e12), where it stays. λ is the state. It
    rests where d is too short to change w in its precision: more damping could not help there.
    """
    require_in_range(damping=damping, lower=MIN_DAMPING, upper=MAX_DAMPING)
    inputs = jnp.asarray(inputs)

    def init(w) -> Float[Array, ""]:
        return jnp.asarray(damping, jnp.result_type(float))

    def step(loss, w, damping):
        g, info = gradient_and_info(loss, w)
        d = direction(model, w, inputs, g, damping)
        Fd = fisher.vector_product(model, w, inputs, d)
        predicted_decrease = trees.dot(g, d) - trees.dot(d, Fd) / 2
        new = trees.add_scaled(w, -1.0, d)
        decrease = info.loss - loss(new)
        positive = jnp.where(predicted_decrease > 0, predicted_decrease, 1.0)
        ratio = decrease / positive
        moved = trees.norm(trees.add_scaled(new, -1.0, w)) != 0
        damping = jnp.where(moved, _adapted(damping, ratio), damping)
        accept = lambda a, b: jnp.where(decrease > 0, b, a)
        w = jax.tree.map(accept, w, new)
        return w, damping, info

    return Optimizer(init, step)


def _adapted(damping, ratio):
    # a NaN is not >= 0.25: it grows the damping
    factor = jnp.where(ratio >= 0.25, 1.0, GROW)
    factor = jnp.where(ratio > 0.75, SHRINK, factor)
    return jnp.clip(damping * factor, MIN_DAMPING, MAX_DAMPING)
