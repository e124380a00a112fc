"""Exercise: one step of MDMM under a budget, L₂ <= ε: neither the bracket nor the multiplier is ever below zero."""

from exercises.tunable_tradeoffs.fronts import moved, somewhere
from optcourse.homework.exercise import Exercise, Property, close


def under_budget(first, second, w, multiplier, epsilon, settings):
    """(w, λ) after w ← w - η (∇L₁ + [λ + c h]₊ ∇L₂), λ ← [λ + η_λ h]₊."""
    rate, multiplier_rate, damping = settings
    h = float(second(w)) - epsilon
    pressure = max(0.0, multiplier + damping * h)
    return w + moved(first, w, pressure, rate), max(0.0, multiplier + multiplier_rate * h)


def call(random, h: float, multiplier: float, damping: float) -> tuple:
    """A call at which L₂ is h above the budget."""
    first, second, w = somewhere(random)
    settings = float(random.uniform(0.01, 0.03)), float(random.uniform(0.3, 0.6)), damping
    return first, second, w, multiplier, float(second(w)) - h, settings


def price(random) -> float:
    """Small ones and large ones."""
    return float(10 ** random.uniform(-0.3, 1.5))


def over(random) -> tuple:
    return call(random, float(random.uniform(0.1, 0.2)), price(random), float(random.uniform(5, 10)))


def over_from_zero(random) -> tuple:
    """The first step of every run: the multiplier is still 0."""
    return call(random, float(random.uniform(0.1, 0.2)), 0.0, float(random.uniform(5, 10)))


def under(random, share: float) -> tuple:
    """The damping takes this share of the multiplier: 1 is where the bracket is zero."""
    h, multiplier = -float(random.uniform(0.1, 0.2)), price(random)
    return call(random, h, multiplier, share * multiplier / -h)


def a_little_under(random) -> tuple:
    """So little that the bracket is still positive."""
    return under(random, float(random.uniform(0.4, 0.6)))


def far_under(random) -> tuple:
    """So far that it is not, and one step leaves of the multiplier most."""
    return under(random, float(random.uniform(2, 3)))


def far_under_and_almost_free(random) -> list:
    """A multiplier that one step would carry below zero, and one that is zero already."""
    h, damping = -float(random.uniform(0.3, 0.5)), float(random.uniform(5, 10))
    return [call(random, h, multiplier, damping) for multiplier in (float(random.uniform(0.005, 0.02)), 0.0)]


def moves_alike(calls, answers, expected):
    triples = zip(calls, answers, expected)
    return all(close(answer[0] - call[2], right[0] - call[2]) for call, answer, right in triples)


def climbs_alike(calls, answers, expected):
    """Over the budget and under it."""
    triples = zip(calls, answers, expected)
    return all(close(answer[1] - call[3], right[1] - call[3]) for call, answer, right in triples)


EXERCISE = Exercise(
    name="under_budget",
    points=3,
    solution=under_budget,
    properties=(
        Property(
            "over the budget",
            statement="over the budget the parameters move by -η (∇L₁ + (λ + c h) ∇L₂), from λ = 0 too",
            hint="Write the first line of (8.3) as it stands, with the λ that came in. "
            "The bracket is a number: compute it first.",
            case=lambda random: [over(random), over_from_zero(random)],
            holds=moves_alike,
        ),
        Property(
            "a little under",
            statement="a little under the budget they do too, with h < 0: then the damping takes from λ",
            hint="Cut off the whole bracket λ + c h at zero, not h, nor c h alone.",
            case=lambda random: [a_little_under(random)],
            holds=moves_alike,
        ),
        Property(
            "far under",
            statement="far under the budget only the first loss counts: nothing drives L₂ up",
            hint="Where λ + c h is negative, put 0 in its place.",
            case=lambda random: [far_under(random)],
            holds=moves_alike,
        ),
        Property(
            "multiplier moves",
            statement="the multiplier changes by η_λ h, up or down, with h from before the step",
            hint="Compute h once, at the point that the step leaves. This is the second line of (8.3), "
            "with the second of the settings. "
            "It does not ask what became of the bracket.",
            case=lambda random: [each(random) for each in (over, over_from_zero, a_little_under, far_under)],
            holds=climbs_alike,
        ),
        Property(
            "multiplier not negative",
            statement="the multiplier is never below zero",
            hint="Under a budget λ is a price: there is none for what is not used up. Cut it off at zero too.",
            case=far_under_and_almost_free,
            holds=lambda calls, answers, expected: all(abs(float(answer[1])) < 1e-6 for answer in answers),
        ),
    ),
    explanation="Where the budget does not bind, the multiplier ends at 0: the constraint is free, "
    "and the run is one of plain gradient descent.",
)
