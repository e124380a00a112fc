"""Wrong fillings of the blanks of lesson 08."""

import jax
import jax.numpy as jnp


def descend(first, second, w, pressure):
    return w - 0.02 * (jax.grad(first)(w) + pressure * jax.grad(second)(w))


def penalty_below_only(first, second, w, multiplier, epsilon):
    """The damping acts where L₂ is below ε, and not above."""
    h = second(w) - epsilon
    return descend(first, second, w, multiplier + 20.0 * jnp.minimum(0, h)), multiplier + 0.4 * h


def penalty_above_only(first, second, w, multiplier, epsilon):
    """The damping acts where L₂ is above ε, as for an inequality."""
    h = second(w) - epsilon
    return descend(first, second, w, multiplier + 20.0 * jnp.maximum(0, h)), multiplier + 0.4 * h


def late_h(first, second, w, multiplier, epsilon):
    """The multiplier uses the h of after the step."""
    w = descend(first, second, w, multiplier + 20.0 * (second(w) - epsilon))
    return w, multiplier + 0.4 * (second(w) - epsilon)


def no_damping(first, second, w, multiplier, epsilon):
    """The multiplier alone, BDMM."""
    h = second(w) - epsilon
    return descend(first, second, w, multiplier), multiplier + 0.4 * h


def downhill(first, second, w, multiplier, epsilon):
    """The multiplier goes down where it should climb."""
    h = second(w) - epsilon
    return descend(first, second, w, multiplier + 20.0 * h), multiplier - 0.4 * h


def whole_gradient(first, second, w, multiplier, epsilon):
    """The bracket is differentiated too, so c h counts twice."""
    h = second(w) - epsilon
    total = lambda v: first(v) + (multiplier + 20.0 * (second(v) - epsilon)) * (second(v) - epsilon)
    return w - 0.02 * jax.grad(total)(w), multiplier + 0.4 * h


def new_multiplier(first, second, w, multiplier, epsilon):
    """The multiplier moves first, and the step uses the new one."""
    h = second(w) - epsilon
    multiplier = multiplier + 0.4 * h
    return descend(first, second, w, multiplier + 20.0 * h), multiplier


ALONE = {"mdmm_step": {"above": penalty_below_only, "below": penalty_above_only, "multiplier": late_h}}
ALSO = {"mdmm_step": (no_damping, downhill, whole_gradient, new_multiplier)}
