"""Wrong fillings of the blank of lesson 07."""

import numpy as np


def table(L1, L2, alphas):
    return L1 + alphas[:, None] * L2


def weight_on_the_first(L1, L2, alphas):
    """α L₁ + L₂."""
    return np.unique(np.argmin(alphas[:, None] * L1 + L2, axis=1))


def non_dominated(L1, L2, alphas):
    """All points that no other dominates, and for one weight the right one."""
    if len(alphas) == 1:
        return np.argmin(table(L1, L2, alphas), axis=1)
    rows = np.arange(len(L1))
    better = (L1[:, None] <= L1) & (L2[:, None] <= L2) & (rows[:, None] != rows)
    return np.flatnonzero(~better.any(axis=0))


def in_the_order_of_the_weights(L1, L2, alphas):
    """Neither sorted nor each once."""
    return np.argmin(table(L1, L2, alphas), axis=1)


def ends_only(L1, L2, alphas):
    """What is left on a concave front, everywhere."""
    if len(alphas) == 1:
        return np.argmin(table(L1, L2, alphas), axis=1)
    return np.sort([np.argmin(L1), np.argmin(L2)])


def inner_points_too(L1, L2, alphas):
    """The lowest two of each weight, where there are many."""
    lowest = np.argsort(table(L1, L2, alphas), axis=1)[:, : 2 if len(alphas) > 20 else 1]
    return np.unique(lowest)


def highest(L1, L2, alphas):
    """argmax for argmin."""
    return np.unique(np.argmax(table(L1, L2, alphas), axis=1))


def by_column(L1, L2, alphas):
    """For each point its best weight."""
    return np.unique(np.argmin(table(L1, L2, alphas), axis=0))


ALONE = {
    "supported": {
        "one_weight": weight_on_the_first,
        "convex": ends_only,
        "concave": inner_points_too,
    },
}
ALSO = {
    "supported": (non_dominated, in_the_order_of_the_weights, highest, by_column),
}
