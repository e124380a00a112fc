"""Exercise: which fault a colleague's loss has, found by asking it for values."""

import jax.numpy as jnp
import numpy as np
from optcourse.homework.exercise import Exercise, Property
from optcourse.homework.given import FAULTS, Given

LEAD = 200.0
HINTS = {
    "right": "However far behind the right class is, cross-entropy is the lead: try 200.",
    "softmax twice": "After a first softmax no logit is above 1 or below 0. What is the largest loss that is left?",
    "wrong axis": "With a single example, what are probabilities that add up to 1 over the examples?",
    "clipped": "Let the right class fall behind by 10, 20, 40, ...: where does the loss stop growing?",
    "squared error": "It has no logarithm in it, and it is never above 2. Is it 2 where the others are not?",
}


def diagnose(loss):
    """One question is enough: one example, two classes, and the right one behind by 200."""
    value = float(loss(jnp.array([[0.0, LEAD]]), jnp.array([0])))
    known = {LEAD: "right", float(np.log(1 + np.e)): "softmax twice", 0.0: "wrong axis", 2.0: "squared error"}
    return next((word for number, word in known.items() if abs(value - number) < 1e-3), "clipped")


def sent(random, fault: str) -> Given:
    """A colleague's loss with this fault; one that clips does so anywhere from 1e-15 to 1e-5."""
    return Given("colleague", fault=fault, lowest=float(10 ** random.uniform(-15, -5)))


def all_agree(calls, answers, expected):
    return answers == expected


def of(fault):
    return Property(
        fault,
        words=f"a loss that is {fault!r} is recognized" if fault != "right" else "a right loss is recognized as right",
        hint=HINTS[fault],
        case=lambda random: [(sent(random, fault),)],
        holds=all_agree,
        cases=4 if fault == "clipped" else 2,
    )


EXERCISE = Exercise(
    name="diagnose",
    points=2,
    solution=diagnose,
    properties=tuple(of(fault) for fault in FAULTS),
    explanation="One question can be enough: one example, two classes, the right one behind by 200. "
    "The answers are 200, ln(1 + e) = 1.31, 0, minus the logarithm of the clip, and 2.",
)
