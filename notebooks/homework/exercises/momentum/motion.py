"""Exercise: how momentum moves along one eigenvector: it creeps, swings, flips or diverges, from (3.4) and (3.5)."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property


def motion(eta, beta, eigenvalue):
    """r² - (1 + β - η λ) r + β = 0     (3.4): the root with the larger |r| decides."""
    roots = np.roots([1, -(1 + beta - eta * eigenvalue), beta])
    largest = max(roots, key=abs)
    if abs(largest) >= 1:
        return "diverges"
    if largest.imag != 0:
        return "swings"
    return "creeps" if largest.real > 0 else "flips"


def shares(random) -> tuple[float, float]:
    """A moderate β, and one near 1, where creeping and flipping are narrow."""
    return float(random.uniform(0.1, 0.7)), float(random.uniform(0.9, 0.98))


def limits(beta) -> tuple[float, float, float]:
    """Of η λ: where creeping, swinging and flipping end."""
    return (1 - beta**0.5) ** 2, (1 + beta**0.5) ** 2, 2 * (1 + beta)


def converging(beta) -> tuple[float, ...]:
    """η λ on either side of both limits of the swinging, and far from them."""
    creeping, swinging, flipping = limits(beta)
    return 0.1 * creeping, 0.8 * creeping, 1.2 * creeping, 0.98 * swinging, (swinging + flipping) / 2


def while_it_converges(random):
    return [(product, beta, 1.0) for beta in shares(random) for product in converging(beta)]


def around_the_end(random):
    """Just inside the limit (3.5), just outside, and far outside; without momentum too."""
    calls = []
    for beta in (0.0, *shares(random)):
        _, swinging, flipping = limits(beta)
        calls += [(product, beta, 1.0) for product in ((swinging + flipping) / 2, 1.02 * flipping, 3 * flipping)]
    return calls


def beside_a_saddle(random):
    """Small and large η λ, gentle and sharp curvatures; without momentum too."""
    calls = []
    for beta in (0.0, *shares(random)):
        creeping = limits(beta)[0]
        sizes = {0.01: 1.2 * creeping, 1.0: 0.1 * creeping, 50.0: 1.5, 100.0: 20.0}
        calls += [(size / unit, beta, -unit) for unit, size in sizes.items()]
    return calls


def in_other_units(random):
    """One motion, with curvatures a hundred times smaller and larger at the same η λ."""
    calls = while_it_converges(random)
    eta, beta, _ = calls[random.integers(len(calls))]
    return [(eta / unit, beta, unit) for unit in (1.0, 0.01, 100.0)]


def without_momentum(random):
    products = (10 ** random.uniform(-3, -1), random.uniform(0.1, 0.9), random.uniform(1.1, 1.9), 1.98)
    return [(float(product), 0.0, 1.0) for product in products]


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
            statement="complex roots swing; real ones creep if they are positive, and flip if they are negative",
            hint="The discriminant of (3.4) is (1 + β - η λ)² - 4 β, and its sign decides, however small it is: for β "
            f"near 1 all that creeps has a small one. The limits hold the root of β. {NAMES}",
            case=while_it_converges,
            holds=agrees,
        ),
        Property(
            "limit",
            statement="it diverges beyond the limit (3.5), and not before, with and without momentum",
            hint="One |r| of 1 or more is enough; more momentum moves this limit outward.",
            case=around_the_end,
            holds=ends_there,
        ),
        Property(
            "negative curvature",
            statement="along a negative curvature it diverges, whatever the rate",
            hint="(3.5) has two sides. For λ < 0 one root is above 1: beside a saddle the ball rolls away.",
            case=beside_a_saddle,
            holds=agrees,
        ),
        Property(
            "product alone",
            statement="only the product of rate and curvature counts",
            hint="In (3.4) η and λ occur as η λ and nowhere else.",
            case=in_other_units,
            holds=all_alike,
        ),
        Property(
            "no momentum",
            statement="with β = 0 it is gradient descent: it creeps while η λ < 1, then flips until η λ = 2",
            hint="Then one root is 0, which says nothing. Look at the root with the larger |r|.",
            case=without_momentum,
            holds=agrees,
        ),
    ),
    explanation="The limits meet where momentum is best: there the flattest direction is about to creep, and the "
    "steepest to flip.",
)
