"""Wrong fillings of the blank of lesson 07."""

import numpy as np


def table(L1, L2, alphas):
    return L1 + alphas[:, None] * L2


def at(places, L1):
    found = np.zeros(len(L1), bool)
    found[places] = True
    return found


def weight_on_the_first(L1, L2, alphas):
    """α L₁ + L₂."""
    return at(np.argmin(alphas[:, None] * L1 + L2, axis=1), L1)


def non_dominated(L1, L2, alphas):
    """All points that no other dominates."""
    better = (L1[:, None] <= L1) & (L2[:, None] <= L2) & ~np.eye(len(L1), dtype=bool)
    return ~better.any(axis=0)


def ends_only(L1, L2, alphas):
    """What is left on a concave front, also where there are many weights on a convex one."""
    if len(alphas) == 1:
        return at(np.argmin(table(L1, L2, alphas), axis=1), L1)
    return at([np.argmin(L1), np.argmin(L2)], L1)


def inner_points_too(L1, L2, alphas):
    """The lowest two of each weight, where there are many."""
    lowest = np.argsort(table(L1, L2, alphas), axis=1)[:, : 2 if len(alphas) > 20 else 1]
    return at(lowest.ravel(), L1)


def highest(L1, L2, alphas):
    """argmax for argmin."""
    return at(np.argmax(table(L1, L2, alphas), axis=1), L1)


def nobody(L1, L2, alphas):
    return np.zeros(len(L1), bool)


def first_weight_only(L1, L2, alphas):
    """Forgets the other weights."""
    return at(np.argmin(L1 + alphas[0] * L2), L1)


ALONE = {
    "supported": {
        "one_weight": weight_on_the_first,
        "convex": ends_only,
        "concave": inner_points_too,
    },
}
ALSO = {
    "supported": (non_dominated, highest, nobody, first_weight_only),
}
