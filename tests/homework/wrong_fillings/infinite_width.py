"""Wrong fillings of the blank of lesson 11."""

import numpy as np


def climbs(K, k, u, f, y, rate):
    """y - u for the examples and u - y for the others: the sign is lost in one of them."""
    return u - rate * K @ (y - u), f - rate * k @ (u - y)


def moved_first(K, k, u, f, y, rate):
    """u moves, and the others follow the residual that is left."""
    u = u - rate * K @ (u - y)
    return u, f - rate * k @ (u - y)


def own_residual(K, k, u, f, y, rate):
    """The others are drawn to what the examples should be, as if they were the first of them."""
    n = len(u)
    return u - rate * K @ (u - y), f - rate * k @ (f[:n] - y)


def inverse(K, k, u, f, y, rate):
    """K⁻¹ for K: where it ends, in one step."""
    move = np.linalg.solve(K, u - y)
    return u - rate * move, f - rate * k @ move


def without_the_kernel(K, k, u, f, y, rate):
    """Each output moves to its own target: the examples do not touch each other."""
    residual = u - y
    return u - rate * residual, f - rate * k @ residual / len(u)


def forgot_the_targets(K, k, u, f, y, rate):
    """The outputs fall to zero."""
    return u - rate * K @ u, f - rate * k @ u


def without_the_rate(K, k, u, f, y, rate):
    """A step of 1, whatever the rate."""
    residual = u - y
    return u - K @ residual, f - k @ residual


ALONE = {"step_outputs": {"examples": climbs, "other inputs": moved_first}}
ALSO = {"step_outputs": (own_residual, inverse, without_the_kernel, forgot_the_targets, without_the_rate)}
