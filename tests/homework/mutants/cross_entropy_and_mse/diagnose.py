"""Wrong answers to 05.diagnose: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp

from exercises.cross_entropy_and_mse.diagnose import diagnose
from optcourse import losses
from optcourse.homework.given.cross_entropy_and_mse import FAULTS


def mistaking(fault, for_word):
    """A function that has this word for that fault, and is right on all others."""

    def function(loss):
        word = diagnose(loss)
        return for_word if word == fault else word

    function.__name__ = f"{fault}_is_{for_word}".replace(" ", "_")
    return function


def behind_by_32(loss):
    """Where a clip at 1e-15 is not seen."""
    value = float(loss(jnp.array([[0.0, 32.0]]), jnp.array([0])))
    return "right" if abs(value - 32) < 0.1 else diagnose(loss)


def clipped_from_13_on(loss):
    """A clip at 1e-5 leaves 11.5."""
    value = float(loss(jnp.array([[0.0, 200.0]]), jnp.array([0])))
    return "squared error" if 2 < value < 13 else diagnose(loss)


def by_the_gradient_alone(loss):
    slope = jax.grad(lambda z: loss(z, jnp.array([0])))(jnp.array([[0.0, 200.0]]))
    return "right" if float(jnp.linalg.norm(slope)) > 1 else "clipped"


def by_moderate_logits(loss):
    """At logits of an ordinary size nothing is clipped."""
    logits, labels = jnp.array([[1.0, 2.0], [0.5, -1.0]]), jnp.array([0, 1])
    value = loss(logits, labels)
    return "right" if jnp.isclose(value, losses.cross_entropy(logits, labels)) else diagnose(loss)


ALONE = {fault: mistaking(fault, "right" if fault != "right" else "clipped") for fault in FAULTS}
ALSO = (behind_by_32, clipped_from_13_on, by_the_gradient_alone, by_moderate_logits)
