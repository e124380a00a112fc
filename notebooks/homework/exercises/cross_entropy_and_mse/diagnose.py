"""Exercise: which fault a colleague's loss has, found by asking it for values."""

import jax.numpy as jnp

from optcourse.homework.exercise import Exercise, Property
from optcourse.homework.given import Given
from optcourse.homework.given.cross_entropy_and_mse import FAULTS

HINTS = {
    "right": "However far behind the right class is, cross-entropy is the lead: try 200.",
    "softmax twice": "After a first softmax no logit is above 1 or below 0. What is the largest loss that is left?",
    "wrong axis": "With a single example, what are probabilities that add up to 1 over the examples?",
    "clipped": "Let the right class fall behind by 10, 20, 40, ...: where does the loss stop growing?",
    "squared error": "It has no logarithm in it, and it is never above 2. Is it 2 where the others are not?",
}


def diagnose(loss):
    """One question is enough: one example, two classes, and the right one behind by 200."""
    value = float(loss(jnp.array([[0.0, 200.0]]), jnp.array([0])))
    if value < 0.1:
        return "wrong axis"  # one example: every probability is 1
    if value < 1.5:
        return "softmax twice"  # ln(1 + e)
    if value < 2.1:
        return "squared error"
    return "right" if value > 199 else "clipped"


def sent(fault: str, lowest: float = 0.0) -> list:
    """The question about a colleague's loss with this fault; one that clips does so at `lowest`."""
    return [(Given("colleague", fault=fault, lowest=lowest),)]


def clipped(random):
    """From 1e-15 to 1e-5: close to both ends, and between."""
    exponents = random.uniform(-15, -14), random.uniform(-12, -8), random.uniform(-5.5, -5)
    return [question for exponent in exponents for question in sent("clipped", float(10**exponent))]


def all_agree(calls, answers, expected):
    return answers == expected


def of(fault):
    return Property(
        fault,
        statement=f"a loss that is {fault!r} is recognized"
        if fault != "right"
        else "a right loss is recognized as right",
        hint=HINTS[fault],
        case=clipped if fault == "clipped" else lambda random: sent(fault),
        holds=all_agree,
        cases=2 if fault == "clipped" else 1,
    )


EXERCISE = Exercise(
    name="diagnose",
    points=2,
    solution=diagnose,
    properties=tuple(of(fault) for fault in FAULTS),
    explanation="One question can be enough: one example, two classes, the right one behind by 200. "
    "The answers are 200, ln(1 + e) = 1.31, 0, minus the logarithm of the clip, and 2.",
)
