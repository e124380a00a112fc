"""Wrong answers to 08.mdmm: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.tunable_tradeoffs.fronts import moved
from exercises.tunable_tradeoffs.mdmm import DAMPING, MULTIPLIER_RATE, RATE, _bracket, _run


def forgetful(first, second, w, epsilon, steps):
    return _run(first, second, w, epsilon, steps, climbed=lambda m, h: MULTIPLIER_RATE * h)


def through_the_bracket(first, second, w, epsilon, steps):
    return _run(first, second, w, epsilon, steps, held=False)


def never_below_zero(first, second, w, epsilon, steps):
    return _run(first, second, w, epsilon, steps, climbed=lambda m, h: max(0, m + MULTIPLIER_RATE * h))


def all_three(first, second, w, epsilon, steps):
    return _run(first, second, w, epsilon, steps, climbed=lambda m, h: max(0, MULTIPLIER_RATE * h), held=False)


def bracket_never_below_zero(first, second, w, epsilon, steps):
    return _run(first, second, w, epsilon, steps, bracket=lambda m, h: max(0, _bracket(m, h)))


def a_penalty(first, second, w, epsilon, steps):
    return _run(first, second, w, epsilon, steps, climbed=lambda m, h: m)


def falls_when_over(first, second, w, epsilon, steps):
    return _run(first, second, w, epsilon, steps, climbed=lambda m, h: m - MULTIPLIER_RATE * h)


def with_the_rate_of_the_parameters(first, second, w, epsilon, steps):
    return _run(first, second, w, epsilon, steps, climbed=lambda m, h: m + RATE * h)


def without_damping(first, second, w, epsilon, steps):
    return _run(first, second, w, epsilon, steps, bracket=lambda m, h: m)


def a_step_too_many(first, second, w, epsilon, steps):
    return _run(first, second, w, epsilon, steps + 1)


def a_step_too_few(first, second, w, epsilon, steps):
    return _run(first, second, w, epsilon, steps - 1)


def half_of_the_damping(first, second, w, epsilon, steps):
    return _run(first, second, w, epsilon, steps, bracket=lambda m, h: m + DAMPING / 2 * h)


def twice_the_damping(first, second, w, epsilon, steps):
    """Of (second - ε)² without the half."""
    return _run(first, second, w, epsilon, steps, bracket=lambda m, h: m + 2 * DAMPING * h)


def stops_when_near(first, second, w, epsilon, steps):
    for taken in range(int(steps) + 1):
        after, multiplier = _run(first, second, w, epsilon, taken)
        if abs(float(second(after)) - epsilon) < 0.01:
            break
    return after, multiplier


def with_the_new_multiplier(first, second, w, epsilon, steps):
    multiplier, w = 0.0, np.asarray(w, float)
    for _ in range(int(steps)):
        h = float(second(w)) - epsilon
        multiplier = multiplier + MULTIPLIER_RATE * h
        w = w + moved(first, second, w, _bracket(multiplier, h), RATE)
    return w, multiplier


def of_the_new_point(first, second, w, epsilon, steps):
    multiplier, w = 0.0, np.asarray(w, float)
    for _ in range(int(steps)):
        w = w + moved(first, second, w, _bracket(multiplier, float(second(w)) - epsilon), RATE)
        multiplier = multiplier + MULTIPLIER_RATE * (float(second(w)) - epsilon)
    return w, multiplier


def the_bracket(first, second, w, epsilon, steps):
    """Returns λ + c h in the place of λ."""
    w, multiplier = _run(first, second, w, epsilon, steps)
    return w, _bracket(multiplier, float(second(w)) - epsilon)


ALONE = {
    "multiplier adds up": forgetful,
    "damped step": through_the_bracket,
    "negative multiplier": never_below_zero,
    "all the steps": stops_when_near,
}
ALSO = (
    all_three,
    bracket_never_below_zero,
    a_penalty,
    falls_when_over,
    with_the_rate_of_the_parameters,
    without_damping,
    a_step_too_many,
    a_step_too_few,
    half_of_the_damping,
    twice_the_damping,
    with_the_new_multiplier,
    of_the_new_point,
    the_bracket,
)
