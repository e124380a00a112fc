"""Exercise: the best learning rate and β for a range of curvatures (3.8), and how many steps they will take (3.10)."""

from optcourse import quadratics
from optcourse.homework.exercise import Exercise, Property

SHRINKS = (1e-2, 1e-4, 1e-6)


def tuned(lowest, highest, shrink):
    """(η, β) of (3.8), and the first t after which (3.10) is at most `shrink`."""
    eta, beta, s = map(float, quadratics.best_momentum(lowest, highest))
    t = 0
    while s**t * (1 + (1 + s) * t) > shrink:  # (3.10)
        t += 1
    return eta, beta, t


def curvatures(random) -> tuple[float, float]:
    """(λ_min, λ_max), in any unit."""
    lowest = 10 ** random.uniform(-2, 2)
    return float(lowest), float(lowest * 10 ** random.uniform(1.5, 3))


def of_a_range(random):
    return [(*curvatures(random), float(random.choice(SHRINKS)))]


def of_two_shrinks(random):
    """Of curvatures for which no rounding moves the counts: not even a run in single precision."""
    while True:
        ends = curvatures(random)
        calls = [(*ends, SHRINKS[0]), (*ends, SHRINKS[2])]
        if all(tuned(*ends, 0.98 * shrink)[2] == tuned(*ends, 1.02 * shrink)[2] for *_, shrink in calls):
            return calls


def same(found, right) -> bool:
    return bool(abs(found - right) <= 1e-2 * abs(right))


def counts(calls, answers, expected):
    """The counts are the same whole numbers."""
    return all(a[2] == e[2] for a, e in zip(answers, expected))


EXERCISE = Exercise(
    name="tuned",
    points=2,
    solution=tuned,
    properties=(
        Property(
            "beta",
            words="β is the one that suits the condition number",
            hint="(3.8) gives the root of β, from the root of κ. Square it.",
            case=of_a_range,
            holds=lambda calls, answers, expected: same(1 - answers[0][1], 1 - expected[0][1]),
        ),
        Property(
            "learning rate",
            words="the learning rate is the best for that β",
            hint="(3.8) gives the root of η, from the roots of both curvatures. Square it.",
            case=of_a_range,
            holds=lambda calls, answers, expected: same(answers[0][0], expected[0][0]),
        ),
        Property(
            "steps",
            words="the steps are those until the steepest direction has shrunk",
            hint="Its error is (3.10), with s = √β. Raise t from 0, one by one, until it is at most `shrink`: that t.",
            case=of_two_shrinks,
            holds=counts,
        ),
    ),
    explanation="The factor alone promises fewer steps: for κ = 1000, 219 to a millionth, and it takes 321.",
)
