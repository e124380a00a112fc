"""Exercise: one step of MDMM under a budget, L₂ <= ε: neither the bracket nor the multiplier is ever below zero."""

from optcourse.homework.exercise import Exercise, Property, close

from exercises.tunable_tradeoffs.fronts import moved, somewhere


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


EXERCISE = Exercise(
    name="under_budget",
    points=3,
    solution=under_budget,
    properties=(
        Property(
            "over the budget",
            words="over the budget the parameters move by -η (∇L₁ + (λ + c h) ∇L₂)",
            hint="Write (8.9) as it stands, with the λ that came in. The bracket is a number: compute it first.",
            case=over,
            holds=moves_alike,
        ),
        Property(
            "a little under",
            words="a little under the budget they do too, with h < 0: then the damping takes from λ",
            hint="Cut off the whole bracket λ + c h at zero, not h, nor c h alone.",
            case=a_little_under,
            holds=moves_alike,
        ),
        Property(
            "far under",
            words="far under the budget only the first loss counts: nothing drives L₂ up",
            hint="Where λ + c h is negative, put 0 in its place.",
            case=far_under,
            holds=moves_alike,
        ),
        Property(
            "multiplier moves",
            words="the multiplier changes by η_λ h, up or down, with h from before the step",
            hint="Compute h once, at the point that the step leaves. This is (8.7), with the second of the settings.",
            case=lambda random: [*over(random), *a_little_under(random)],
            holds=climbs_alike,
        ),
        Property(
            "multiplier not negative",
            words="the multiplier is never below zero",
            hint="Under a budget λ is a price: there is none for what is not used up. Cut it off at zero too.",
            case=far_under_and_almost_free,
            holds=lambda calls, answers, expected: abs(float(answers[0][1])) < 1e-6,
        ),
    ),
    explanation="Where the budget does not bind, the multiplier ends at 0: the constraint is free, "
    "and the run is one of plain gradient descent.",
)
