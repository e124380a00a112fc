"""Wrong answers to 08.prices: each property's own, which it alone catches, and others."""

import numpy as np
from scipy.interpolate import CubicSpline

from exercises.tunable_tradeoffs.prices import prices


def of_the_first_of_two(epsilons, multipliers, first):
    falls = np.diff(epsilons) * np.asarray(multipliers)[:-1]
    return first - np.concatenate([[0.0], np.cumsum(falls)]), np.diff(multipliers) > 0


def of_the_second_of_two(epsilons, multipliers, first):
    falls = np.diff(epsilons) * np.asarray(multipliers)[1:]
    return first - np.concatenate([[0.0], np.cumsum(falls)]), np.diff(multipliers) > 0


def from_zero(epsilons, multipliers, first):
    return prices(epsilons, multipliers, 0.0)[0], prices(epsilons, multipliers, first)[1]


def convex_for_concave(epsilons, multipliers, first):
    losses, concave = prices(epsilons, multipliers, first)
    return losses, ~concave


def rises(epsilons, multipliers, first):
    losses, concave = prices(epsilons, multipliers, first)
    return 2 * first - losses, concave


def evenly_spaced(epsilons, multipliers, first):
    even = np.linspace(epsilons[0], epsilons[-1], len(epsilons))
    return prices(even, multipliers, first)


def without_the_distances(epsilons, multipliers, first):
    return prices(np.arange(len(epsilons)), multipliers, first)


def at_the_first_price(epsilons, multipliers, first):
    losses = first - np.asarray(multipliers)[0] * (np.asarray(epsilons) - epsilons[0])
    return losses, prices(epsilons, multipliers, first)[1]


def each_from_the_first(epsilons, multipliers, first):
    losses = first - np.asarray(multipliers) * (np.asarray(epsilons) - epsilons[0])
    return losses, prices(epsilons, multipliers, first)[1]


def by_a_spline(epsilons, multipliers, first):
    """Finer than the mean of two prices, and not what was asked for."""
    price = CubicSpline(epsilons, multipliers)
    losses = [first - price.integrate(epsilons[0], epsilon) for epsilon in epsilons]
    return np.array(losses, float), np.diff(multipliers) > 0


def off_the_convex_hull(epsilons, multipliers, first):
    """Calls concave what a line between two other points undercuts: some convex pieces too."""
    losses, _ = prices(epsilons, multipliers, first)
    slopes = np.diff(losses) / np.diff(epsilons)
    undercut = [
        any((losses[j] - losses[i]) / (epsilons[j] - epsilons[i]) < slopes[i] - 1e-9 for j in range(i + 1, len(losses)))
        for i in range(len(slopes))
    ]
    return losses, np.array(undercut)


def by_relative_changes(epsilons, multipliers, first):
    return prices(np.log(epsilons), multipliers, first)


def all_convex(epsilons, multipliers, first):
    losses, concave = prices(epsilons, multipliers, first)
    return losses, np.zeros_like(concave)


ALONE = {
    "trapezoid": of_the_first_of_two,
    "first loss": from_zero,
    "concave pieces": convex_for_concave,
}
ALSO = (
    of_the_second_of_two,
    rises,
    evenly_spaced,
    without_the_distances,
    at_the_first_price,
    each_from_the_first,
    by_relative_changes,
    by_a_spline,
    off_the_convex_hull,
    all_convex,
)
