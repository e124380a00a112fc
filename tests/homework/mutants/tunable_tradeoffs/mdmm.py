"""Wrong answers to 08.mdmm: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.tunable_tradeoffs.fronts import moved
from exercises.tunable_tradeoffs.mdmm import DAMPING, MULTIPLIER_RATE, RATE, mdmm


def right_climb(multiplier, h):
    return multiplier + MULTIPLIER_RATE * h


def right_bracket(multiplier, h):
    return multiplier + DAMPING * h


def never(h, step):
    return False


def changed(name, climbed=right_climb, bracket=right_bracket, through=0.0, stops=never):
    """The run with parts changed: the multiplier, the bracket, what the product rule adds to it, an early end."""

    def function(first, second, w, epsilon, steps):
        multiplier, w = 0.0, np.asarray(w, float)
        for _ in range(steps):
            h = float(second(w)) - epsilon
            step = moved(first, w, bracket(multiplier, h) + through * (h + epsilon), RATE)
            multiplier, w = climbed(multiplier, h), w + step
            if stops(h, step):
                break
        return w, multiplier

    function.__name__ = name
    return function


forgetful = changed("forgetful", climbed=lambda m, h: MULTIPLIER_RATE * h)


through_the_bracket = changed("through_the_bracket", through=DAMPING)


never_below_zero = changed("never_below_zero", climbed=lambda m, h: max(0, m + MULTIPLIER_RATE * h))


stops_when_near = changed("stops_when_near", stops=lambda h, step: abs(h) < 0.01)


PARTS = (
    changed("all_three_bugs", climbed=lambda m, h: max(0, MULTIPLIER_RATE * h), through=DAMPING),
    changed("bracket_never_below_zero", bracket=lambda m, h: max(0, right_bracket(m, h))),
    changed("without_the_multiplier", bracket=lambda m, h: DAMPING * h),
    changed("between_1_and_minus_1", climbed=lambda m, h: np.clip(right_climb(m, h), -1, 1)),
    changed("not_far_below_zero", climbed=lambda m, h: max(right_climb(m, h), -0.1)),
    changed("below_zero_in_the_first_step_only", climbed=lambda m, h: right_climb(m, h) if m == 0 else max(0, m + h)),
    changed("stops_when_near_later", stops=lambda h, step: 0 < abs(h) < 0.01),
    changed("stops_at_rest", stops=lambda h, step: np.linalg.norm(step) < 1e-3),
)


def of_the_last_two(first, second, w, epsilon, steps):
    """The multiplier is η_λ times the sum of the last two h, not of all of them."""
    multiplier, last, w = 0.0, 0.0, np.asarray(w, float)
    for _ in range(steps):
        h = float(second(w)) - epsilon
        w = w + moved(first, w, right_bracket(multiplier, h), RATE)
        multiplier, last = MULTIPLIER_RATE * (h + last), h
    return w, multiplier


def one_step_at_least(first, second, w, epsilon, steps):
    return mdmm(first, second, w, epsilon, max(1, steps))


def with_the_new_multiplier(first, second, w, epsilon, steps):
    multiplier, w = 0.0, np.asarray(w, float)
    for _ in range(steps):
        h = float(second(w)) - epsilon
        multiplier = right_climb(multiplier, h)
        w = w + moved(first, w, right_bracket(multiplier, h), RATE)
    return w, multiplier


def of_the_new_point(first, second, w, epsilon, steps):
    multiplier, w = 0.0, np.asarray(w, float)
    for _ in range(steps):
        w = w + moved(first, w, right_bracket(multiplier, float(second(w)) - epsilon), RATE)
        multiplier = right_climb(multiplier, float(second(w)) - epsilon)
    return w, multiplier


def the_bracket(first, second, w, epsilon, steps):
    """Returns λ + c h in the place of λ."""
    w, multiplier = mdmm(first, second, w, epsilon, steps)
    return w, right_bracket(multiplier, float(second(w)) - epsilon)


ALONE = {
    "multiplier adds up": forgetful,
    "damped step": through_the_bracket,
    "negative multiplier": never_below_zero,
    "all the steps": stops_when_near,
}
ALSO = (
    *PARTS,
    of_the_last_two,
    one_step_at_least,
    with_the_new_multiplier,
    of_the_new_point,
    the_bracket,
)
