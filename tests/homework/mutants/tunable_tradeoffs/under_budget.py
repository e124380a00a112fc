"""Wrong answers to 08.under_budget: each property's own, which it alone catches, and others."""

import jax
import jax.numpy as jnp

from exercises.tunable_tradeoffs.fronts import moved
from exercises.tunable_tradeoffs.under_budget import under_budget


def floored(x):
    return max(0.0, x)


def right_pressure(multiplier, h, damping):
    return floored(multiplier + damping * h)


def right_climb(multiplier, h, rate, damping):
    return floored(multiplier + rate * h)


def changed(name, pressure=right_pressure, climbed=right_climb):
    """The step with one or the other part changed: the number before ∇L₂, and what becomes of the multiplier."""

    def function(first, second, w, multiplier, epsilon, settings):
        rate, multiplier_rate, damping = settings
        h = float(second(w)) - epsilon
        w = w + moved(first, w, pressure(multiplier, h, damping), rate)
        return w, climbed(multiplier, h, multiplier_rate, damping)

    function.__name__ = name
    return function


damping_only_below = changed("damping_only_below", pressure=lambda m, h, c: floored(m + c * min(0, h)))


no_damping_below = changed("no_damping_below", pressure=lambda m, h, c: (m + c * floored(h)) * (m + c * h > 0))


bracket_below_zero = changed("bracket_below_zero", pressure=lambda m, h, c: m + c * h)


multiplier_below_zero = changed("multiplier_below_zero", climbed=lambda m, h, rate, c: m + rate * h)


def of_the_new_point(first, second, w, multiplier, epsilon, settings):
    after, _ = under_budget(first, second, w, multiplier, epsilon, settings)
    return after, floored(multiplier + settings[1] * (float(second(after)) - epsilon))


PARTS = (
    changed("damping_only_above", pressure=lambda m, h, c: m + c * floored(h)),
    changed("without_the_multiplier", pressure=lambda m, h, c: floored(c * h)),
    changed("multiplier_never_falls", climbed=lambda m, h, rate, c: m + rate * floored(h)),
    changed("multiplier_is_forgotten", climbed=lambda m, h, rate, c: floored(rate * h)),
    changed("multiplier_of_at_most_5", climbed=lambda m, h, rate, c: min(5, floored(m + rate * h))),
    changed("0_where_the_budget_is_met", climbed=lambda m, h, rate, c: m + rate * h if h > 0 else 0.0),
    changed(
        "0_where_the_bracket_is_cut", climbed=lambda m, h, rate, c: floored(m + rate * h) if m + c * h > 0 else 0.0
    ),
    changed("kept_where_the_bracket_is_cut", climbed=lambda m, h, rate, c: floored(m + rate * h * (m + c * h > 0))),
    changed("the_bracket_is_kept", climbed=lambda m, h, rate, c: floored(m + c * h)),
)


def with_the_new_multiplier(first, second, w, multiplier, epsilon, settings):
    _, later = under_budget(first, second, w, multiplier, epsilon, settings)
    return under_budget(first, second, w, later, epsilon, settings)[0], later


def no_constraint_while_the_multiplier_is_0(first, second, w, multiplier, epsilon, settings):
    if multiplier > 0:
        return under_budget(first, second, w, multiplier, epsilon, settings)
    return w + moved(first, w, 0.0, settings[0]), 0.0


def through_the_bracket(first, second, w, multiplier, epsilon, settings):
    def total(v):
        return first(v) + jnp.maximum(0, multiplier + settings[2] * (second(v) - epsilon)) * second(v)

    later = under_budget(first, second, w, multiplier, epsilon, settings)[1]
    return w - settings[0] * jax.grad(total)(w), later


def rates_in_each_others_place(first, second, w, multiplier, epsilon, settings):
    rate, multiplier_rate, damping = settings
    return under_budget(first, second, w, multiplier, epsilon, (multiplier_rate, rate, damping))


def always_the_same_rates(first, second, w, multiplier, epsilon, settings):
    return under_budget(first, second, w, multiplier, epsilon, (0.02, 0.4, settings[2]))


ALONE = {
    "over the budget": damping_only_below,
    "a little under": no_damping_below,
    "far under": bracket_below_zero,
    "multiplier moves": of_the_new_point,
    "multiplier not negative": multiplier_below_zero,
}
ALSO = (
    *PARTS,
    with_the_new_multiplier,
    no_constraint_while_the_multiplier_is_0,
    through_the_bracket,
    rates_in_each_others_place,
    always_the_same_rates,
)
