"""Exercise: one step of MDMM under a budget, L₂ <= ε: neither the bracket nor the multiplier is ever below zero."""

import jax

from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.tunable_tradeoffs.fronts import moved, slope, somewhere


def under_budget(first, second, w, multiplier, epsilon, settings):
    """(w, λ) after θ ← θ - η (∇L₁ + [λ + c h]₊ ∇L₂), λ ← [λ + η_λ h]₊."""
    return _step(first, second, w, multiplier, epsilon, settings)


def floored(x):
    return max(0.0, x)


def _pressure(multiplier, h, damping):
    return floored(multiplier + damping * h)


def _climbed(multiplier, h, rate):
    return floored(multiplier + rate * h)


def _step(first, second, w, multiplier, epsilon, settings, pressure=_pressure, climbed=_climbed):
    """Right, with parts that can be changed: the number before ∇L₂, and what becomes of the multiplier."""
    rate, multiplier_rate, damping = settings
    h = float(second(w) - epsilon)
    weight = pressure(multiplier, h, damping)
    w = w + moved(first, second, w, weight, rate)
    return w, climbed(multiplier, h, multiplier_rate)


def call(random, h: float, multiplier: float, damping: float) -> tuple:
    """A call at which L₂ is h above the budget."""
    first, second, w = somewhere(random)
    settings = float(random.uniform(0.01, 0.03)), float(random.uniform(0.3, 0.6)), damping
    return first, second, w, multiplier, float(second(w)) - h, settings


def numbers(random) -> tuple[float, float]:
    """(multiplier, damping)."""
    return float(random.uniform(1, 2)), float(random.uniform(5, 10))


def over(random):
    multiplier, damping = numbers(random)
    return [call(random, float(random.uniform(0.1, 0.2)), multiplier, damping)]


def a_little_under(random):
    """So little that the bracket is still positive."""
    multiplier, damping = numbers(random)
    return [call(random, -float(random.uniform(0.4, 0.6)) * multiplier / damping, multiplier, damping)]


def far_under(random):
    multiplier, damping = numbers(random)
    return [call(random, -float(random.uniform(2, 3)) * multiplier / damping, multiplier, damping)]


def far_under_and_almost_free(random):
    """A multiplier that one step would carry below zero."""
    return [call(random, -float(random.uniform(0.3, 0.5)), float(random.uniform(0.005, 0.02)), numbers(random)[1])]


def moves_alike(calls, answers, expected):
    start = calls[0][2]
    return close(answers[0][0] - start, expected[0][0] - start)


def climbs_alike(calls, answers, expected):
    """Over the budget and under it."""
    changes = [(a[1] - c[3], e[1] - c[3]) for c, a, e in zip(calls, answers, expected)]
    return all(close(came, right) for came, right in changes)


# Plausible and wrong


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


EXERCISE = Exercise(
    name="under_budget",
    points=3,
    solution=under_budget,
    properties=(
        Property(
            words="over the budget the parameters move by -η (∇L₁ + (λ + c h) ∇L₂)",
            hint="Write (8.9) as it stands, with the λ that came in. The bracket is a number: compute it first.",
            case=over,
            holds=moves_alike,
            mutant=damping_only_below,
        ),
        Property(
            words="a little under the budget they do too, with h < 0: then the damping takes from λ",
            hint="Cut off the whole bracket λ + c h at zero, not h, nor c h alone.",
            case=a_little_under,
            holds=moves_alike,
            mutant=no_damping_below,
        ),
        Property(
            words="far under the budget only the first loss counts: nothing drives L₂ up",
            hint="Where λ + c h is negative, put 0 in its place.",
            case=far_under,
            holds=moves_alike,
            mutant=bracket_below_zero,
        ),
        Property(
            words="the multiplier changes by η_λ h, up or down, with h from before the step",
            hint="Compute h once, at the point that the step leaves. This is (8.7), with the second of the settings.",
            case=lambda random: [*over(random), *a_little_under(random)],
            holds=climbs_alike,
            mutant=of_the_new_point,
        ),
        Property(
            words="the multiplier is never below zero",
            hint="Under a budget λ is a price: there is none for what is not used up. Cut it off at zero too.",
            case=far_under_and_almost_free,
            holds=lambda calls, answers, expected: abs(float(answers[0][1])) < 1e-6,
            mutant=multiplier_below_zero,
        ),
    ),
    because="Where the budget does not bind, the multiplier ends at 0: the constraint is free, "
    "and the run is one of plain gradient descent.",
    mutants=(
        *OTHERS,
        with_the_new_multiplier,
        keeps_the_bracket,
        through_the_bracket,
        damping_on_the_first_loss,
        rates_in_each_others_place,
        without_the_budget,
        uphill,
        always_the_same_rates,
    ),
)
