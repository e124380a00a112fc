"""Wrong fillings of the blank of lesson 03."""

import numpy as np


def right_rate(beta, lowest, highest):
    return 2 * (1 + beta) / (lowest + highest)


def larger_root(eta, beta, curvature):
    return np.abs(np.roots([1, -(1 + beta - eta * curvature), beta])).max()


def rate_of_gradient_descent(beta, lowest, highest):
    """2 / (λ_min + λ_max): right without momentum. What is left is computed with the right rate."""
    return 2 / (lowest + highest), larger_root(right_rate(beta, lowest, highest), beta, lowest)


def real_part(beta, lowest, highest):
    """Half the sum of the roots where they are complex."""
    eta = right_rate(beta, lowest, highest)
    return eta, np.roots([1, -(1 + beta - eta * lowest), beta]).real.max()


def always_swings(beta, lowest, highest):
    """√β, also where the flattest direction creeps."""
    return right_rate(beta, lowest, highest), beta**0.5


def largest_stable_rate(beta, lowest, highest):
    """The limit (3.5) itself."""
    eta = 2 * (1 + beta) / highest
    return eta, larger_root(eta, beta, lowest)


def no_square_root(beta, lowest, highest):
    """β for √β."""
    return right_rate(beta, lowest, highest), beta


def smaller_root(beta, lowest, highest):
    """The root that is forgotten in the long run."""
    eta = right_rate(beta, lowest, highest)
    return eta, np.abs(np.roots([1, -(1 + beta - eta * lowest), beta])).min()


def without_momentum(beta, lowest, highest):
    """The best gradient descent."""
    kappa = highest / lowest
    return 2 / (lowest + highest), (kappa - 1) / (kappa + 1)


def best_of_all(beta, lowest, highest):
    """(3.6), which asks for its own β."""
    root = (highest / lowest) ** 0.5
    return 4 / (lowest**0.5 + highest**0.5) ** 2, (root - 1) / (root + 1)


ALONE = {
    "fixed_beta": {
        "rate": rate_of_gradient_descent,
        "swings": real_part,
        "creeps": always_swings,
    },
}
ALSO = {
    "fixed_beta": (largest_stable_rate, no_square_root, smaller_root, without_momentum, best_of_all),
}
