"""Lesson 08: one step of MDMM, of the weights and of the multiplier."""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.given import Given

RATE, MULTIPLIER_RATE, DAMPING = 0.02, 0.4, 20.0


def mdmm_step(first, second, w, multiplier, epsilon):
    """(w, λ) after w ← w - η (∇L₁ + (λ + c h) ∇L₂), λ ← λ + η_λ h."""
    h = second(w) - epsilon
    pressure = multiplier + DAMPING * h
    w = w - RATE * (jax.grad(first)(w) + pressure * jax.grad(second)(w))
    return w, multiplier + MULTIPLIER_RATE * h


def away(low, high):
    """One call with L₂ - ε between low and high."""

    def case(random):
        k = float(random.uniform(1.2, 1.8))
        first, second = Given("first_loss", k=k), Given("second_loss", k=k)
        w = np.array([random.uniform(0.3, 0.6), random.uniform(0.3, 0.6)])
        h = float(random.uniform(low, high))
        epsilon = float(second(jnp.asarray(w))) - h
        return [(first, second, w, float(random.uniform(0.5, 2)), epsilon)]

    return case


above, below = away(0.1, 0.3), away(-0.3, -0.1)


def both_sides(random):
    """Two calls, one with L₂ above ε and one with L₂ below."""
    return above(random) + below(random)


def moves_alike(calls, answers, expected):
    return close(answers[0][0] - calls[0][2], expected[0][0] - calls[0][2])


def climbs_alike(calls, answers, expected):
    triples = zip(calls, answers, expected)
    return all(close(answer[1] - call[3], right[1] - call[3]) for call, answer, right in triples)


BLANKS = {
    "mdmm_step": Exercise(
        name="mdmm_step",
        points=0,
        solution=mdmm_step,
        properties=(
            Property(
                "above",
                statement="where L₂ is above ε, w moves by -η (∇L₁ + (λ + c h) ∇L₂)",
                hint="The bracket λ + c h is a number: compute it first, from the λ that came in.",
                case=above,
                holds=moves_alike,
                cases=1,
            ),
            Property(
                "below",
                statement="where L₂ is below ε it does too, with h < 0",
                hint="We ask for L₂ = ε, not for less: h keeps its sign.",
                case=below,
                holds=moves_alike,
                cases=1,
            ),
            Property(
                "multiplier",
                statement="the multiplier changes by η_λ h, with h from before the step",
                hint="Compute h once, at the w that came in, and use it in both lines of (8.3).",
                case=both_sides,
                holds=climbs_alike,
                cases=1,
            ),
        ),
        explanation="Both lines use one h: the first is gradient descent with the weight λ + c h.",
    ),
}
