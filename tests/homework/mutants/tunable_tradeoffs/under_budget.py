"""Wrong answers to 08.under_budget: each property's own, which it alone catches, and others."""

import jax

from exercises.tunable_tradeoffs.fronts import slope
from exercises.tunable_tradeoffs.under_budget import _pressure, _step, floored


def changed(name, **parts):
    """The step with these parts changed, as a function of this name."""

    def function(first, second, w, multiplier, epsilon, settings):
        return _step(first, second, w, multiplier, epsilon, settings, **parts)

    function.__name__ = name
    return function


damping_only_below = changed("damping_only_below", pressure=lambda m, h, c: floored(m + c * min(0, h)))


no_damping_below = changed("no_damping_below", pressure=lambda m, h, c: (m + c * floored(h)) * (m + c * h > 0))


bracket_below_zero = changed("bracket_below_zero", pressure=lambda m, h, c: m + c * h)


multiplier_below_zero = changed("multiplier_below_zero", climbed=lambda m, h, rate: m + rate * h)


OTHERS = (
    changed("damping_only_above", pressure=lambda m, h, c: m + c * floored(h)),
    changed("multiplier_falls", climbed=lambda m, h, rate: floored(m - rate * h)),
    changed("multiplier_never_falls", climbed=lambda m, h, rate: m + rate * floored(h)),
    changed("multiplier_is_forgotten", climbed=lambda m, h, rate: floored(rate * h)),
    changed("multiplier_is_free_where_the_budget_is_met", climbed=lambda m, h, rate: m + rate * h if h > 0 else 0.0),
    changed(
        "sizes_in_place_of_floors", pressure=lambda m, h, c: abs(m + c * h), climbed=lambda m, h, r: abs(m + r * h)
    ),
    changed("damping_of_the_wrong_sign", pressure=lambda m, h, c: floored(m - c * h)),
    changed("damping_times_the_multiplier", pressure=lambda m, h, c: floored(c * m + h)),
    changed("half_of_the_damping", pressure=lambda m, h, c: floored(m + c / 2 * h)),
    changed("damping_of_the_square", pressure=lambda m, h, c: floored(m + c / 2 * h**2)),
    changed("without_damping", pressure=lambda m, h, c: m),
    changed("without_the_multiplier", pressure=lambda m, h, c: floored(c * h)),
    changed("both_floored_apart", pressure=lambda m, h, c: floored(m) + floored(c * h)),
)


def of_the_new_point(first, second, w, multiplier, epsilon, settings):
    after, _ = _step(first, second, w, multiplier, epsilon, settings)
    return after, floored(multiplier + settings[1] * float(second(after) - epsilon))


def with_the_new_multiplier(first, second, w, multiplier, epsilon, settings):
    _, later = _step(first, second, w, multiplier, epsilon, settings)
    return _step(first, second, w, later, epsilon, settings)[0], later


def keeps_the_bracket(first, second, w, multiplier, epsilon, settings):
    """λ ← [λ + c h]₊, as in the augmented Lagrangian's outer loop."""
    after, _ = _step(first, second, w, multiplier, epsilon, settings)
    return after, _pressure(multiplier, float(second(w) - epsilon), settings[2])


def through_the_bracket(first, second, w, multiplier, epsilon, settings):
    total = lambda v: first(v) + jax.numpy.maximum(0, multiplier + settings[2] * (second(v) - epsilon)) * second(v)  # noqa: E731
    later = _step(first, second, w, multiplier, epsilon, settings)[1]
    return w - settings[0] * jax.grad(total)(w), later


def damping_on_the_first_loss(first, second, w, multiplier, epsilon, settings):
    h = float(second(w) - epsilon)
    g = (1 + settings[2] * h) * slope(first, w) + multiplier * slope(second, w)
    return w - settings[0] * g, floored(multiplier + settings[1] * h)


def rates_in_each_others_place(first, second, w, multiplier, epsilon, settings):
    rate, multiplier_rate, damping = settings
    return _step(first, second, w, multiplier, epsilon, (multiplier_rate, rate, damping))


def without_the_budget(first, second, w, multiplier, epsilon, settings):
    return _step(first, second, w, multiplier, 0.0, settings)


def uphill(first, second, w, multiplier, epsilon, settings):
    after, later = _step(first, second, w, multiplier, epsilon, settings)
    return 2 * w - after, later


def always_the_same_rates(first, second, w, multiplier, epsilon, settings):
    return _step(first, second, w, multiplier, epsilon, (0.02, 0.4, settings[2]))


ALONE = {
    "over the budget": damping_only_below,
    "a little under": no_damping_below,
    "far under": bracket_below_zero,
    "multiplier moves": of_the_new_point,
    "multiplier not negative": multiplier_below_zero,
}
ALSO = (
    *OTHERS,
    with_the_new_multiplier,
    keeps_the_bracket,
    through_the_bracket,
    damping_on_the_first_loss,
    rates_in_each_others_place,
    without_the_budget,
    uphill,
    always_the_same_rates,
)
