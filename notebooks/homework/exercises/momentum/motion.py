"""Exercise: how momentum moves along one eigenvector: it creeps, swings, flips or diverges, from (3.6) and (3.7)."""

from optcourse import quadratics
from optcourse.homework.exercise import Exercise, Property


def motion(eta, beta, eigenvalue):
    """The package's own rule."""
    return quadratics.REGIMES[int(quadratics.regime(eta, beta, eigenvalue))]


def share(random) -> float:
    """A β for which no two limits lie close together."""
    return float(random.uniform(0.15, 0.7))


def limits(beta) -> tuple[float, float, float]:
    """Of η λ: where creeping, swinging and flipping end."""
    return (1 - beta**0.5) ** 2, (1 + beta**0.5) ** 2, 2 * (1 + beta)


def while_it_converges(random):
    """On either side of both limits of the swinging."""
    beta = share(random)
    creeping, swinging, flipping = limits(beta)
    products = (0.8 * creeping, 1.2 * creeping, 0.98 * swinging, (swinging + flipping) / 2)
    return [(product, beta, 1.0) for product in products]


def around_the_end(random):
    """Just inside the limit (3.7), just outside, and far outside."""
    beta = share(random)
    swinging, flipping = limits(beta)[1:]
    return [(product, beta, 1.0) for product in ((swinging + flipping) / 2, 1.02 * flipping, 3 * flipping)]


def beside_a_saddle(random):
    beta = share(random)
    return [(size * limits(beta)[0], beta, -1.0) for size in (0.1, 0.8, 1.2)]


def in_other_units(random):
    """One motion, with curvatures a hundred times smaller and larger at the same η λ."""
    eta, beta, _ = while_it_converges(random)[random.integers(4)]
    return [(eta / unit, beta, unit) for unit in (1.0, 0.01, 100.0)]


def without_momentum(random):
    return [(float(random.uniform(*ends)), 0.0, 1.0) for ends in ((0.1, 0.9), (1.1, 1.9))]


def agrees(calls, answers, expected):
    return answers == expected


def all_alike(calls, answers, expected):
    return len(set(answers)) == 1


def ends_there(calls, answers, expected):
    return all((a == "diverges") == (e == "diverges") for a, e in zip(answers, expected))


NAMES = "The words are creeps, swings, flips and diverges."

EXERCISE = Exercise(
    name="motion",
    points=3,
    solution=motion,
    properties=(
        Property(
            "kind of roots",
            words="complex roots swing; real ones creep if they are positive, and flip if they are negative",
            hint=f"The discriminant of (3.6) is (1 + β - η λ)² - 4 β. The limits hold the root of β. {NAMES}",
            case=while_it_converges,
            holds=agrees,
        ),
        Property(
            "limit",
            words="it diverges beyond the limit (3.7), and not before",
            hint="One |r| of 1 or more is enough; more momentum moves this limit outward.",
            case=around_the_end,
            holds=ends_there,
        ),
        Property(
            "negative curvature",
            words="along a negative curvature it diverges, however small the rate",
            hint="(3.7) has two sides. For λ < 0 one root is above 1: beside a saddle the ball rolls away.",
            case=beside_a_saddle,
            holds=agrees,
        ),
        Property(
            "product alone",
            words="only the product of rate and curvature counts",
            hint="In (3.6) η and λ occur as η λ and nowhere else.",
            case=in_other_units,
            holds=all_alike,
        ),
        Property(
            "no momentum",
            words="with β = 0 it is gradient descent: it creeps while η λ < 1, then flips",
            hint="Then one root is 0, which says nothing. Look at the root with the larger |r|.",
            case=without_momentum,
            holds=agrees,
        ),
    ),
    explanation="The limits meet where momentum is best: there the flattest direction is about to creep, and the "
    "steepest to flip.",
)
