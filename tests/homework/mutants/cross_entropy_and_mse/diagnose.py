"""Wrong answers to 05.diagnose: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp

from exercises.cross_entropy_and_mse.diagnose import LEAD, diagnose
from optcourse import losses
from optcourse.homework.given import FAULTS


def mistaking(fault, for_word):
    """A function that has this word for that fault, and is right on all others."""

    def function(loss):
        word = diagnose(loss)
        return for_word if word == fault else word

    function.__name__ = f"{fault}_is_{for_word}".replace(" ", "_")
    return function


def clipped_only_near_1e_7(loss):
    word = diagnose(loss)
    at_lead_20 = float(loss(jnp.array([[0.0, 20.0]]), jnp.array([0])))
    return "right" if word == "clipped" and abs(at_lead_20 - 20) < 0.1 else word


def by_the_gradient_alone(loss):
    slope = jax.grad(lambda z: loss(z, jnp.array([0])))(jnp.array([[0.0, LEAD]]))
    return "right" if float(jnp.linalg.norm(slope)) > 1 else "clipped"


def by_moderate_logits(loss):
    """At logits of an ordinary size nothing is clipped."""
    logits, labels = jnp.array([[1.0, 2.0], [0.5, -1.0]]), jnp.array([0, 1])
    value = loss(logits, labels)
    return "right" if jnp.isclose(value, losses.cross_entropy(logits, labels)) else diagnose(loss)


ALONE = {fault: mistaking(fault, "right" if fault != "right" else "clipped") for fault in FAULTS}
ALSO = (clipped_only_near_1e_7, by_the_gradient_alone, by_moderate_logits)
