"""Wrong answers to 08.prices: each property's own, which it alone catches, and others."""

import numpy as np
from scipy.interpolate import CubicSpline

from exercises.tunable_tradeoffs.prices import prices


def of_the_first_of_two(epsilons, multipliers, first):
    falls = np.diff(epsilons) * np.asarray(multipliers)[:-1]
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


def each_from_the_first(epsilons, multipliers, first):
    losses = first - np.asarray(multipliers) * (np.asarray(epsilons) - epsilons[0])
    return losses, prices(epsilons, multipliers, first)[1]


def by_a_spline(epsilons, multipliers, first):
    """Finer than the mean of two prices, and not what was asked for."""
    price = CubicSpline(epsilons, multipliers)
    losses = [first - price.integrate(epsilons[0], epsilon) for epsilon in epsilons]
    return np.array(losses, float), np.diff(multipliers) > 0


def never_a_price_below_zero(epsilons, multipliers, first):
    return prices(epsilons, np.maximum(multipliers, 0), first)


def five_pieces(epsilons, multipliers, first):
    losses = [first]
    for i in range(5):
        losses.append(losses[-1] - (epsilons[i + 1] - epsilons[i]) * (multipliers[i] + multipliers[i + 1]) / 2)
    return np.array(losses), np.diff(multipliers) > 0


def off_the_convex_hull(epsilons, multipliers, first):
    """Calls concave what a line between two other points undercuts: some convex pieces too."""
    losses, _ = prices(epsilons, multipliers, first)
    slopes = np.diff(losses) / np.diff(epsilons)
    undercut = [
        any((losses[j] - losses[i]) / (epsilons[j] - epsilons[i]) < slopes[i] - 1e-9 for j in range(i + 1, len(losses)))
        for i in range(len(slopes))
    ]
    return losses, np.array(undercut)


def concave_from_a_rise_of_2_percent(epsilons, multipliers, first):
    losses, _ = prices(epsilons, multipliers, first)
    return losses, np.diff(multipliers) > 0.02 * np.asarray(multipliers)[:-1]


ALONE = {
    "trapezoid": of_the_first_of_two,
    "first loss": from_zero,
    "concave pieces": convex_for_concave,
}
ALSO = (
    rises,
    evenly_spaced,
    each_from_the_first,
    by_a_spline,
    never_a_price_below_zero,
    five_pieces,
    off_the_convex_hull,
    concave_from_a_rise_of_2_percent,
)
