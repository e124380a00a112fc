"""Wrong answers to 03.motion: each property's own, which it alone catches, and others."""

import numpy as np


def rule(eta, beta, eigenvalue, root=np.sqrt, end=lambda beta: 2 * (1 + beta)):
    """Right, with parts that can be changed: √β, and where it ends."""
    product, s = eta * eigenvalue, root(beta)
    if not 0 < product < end(beta):
        return "diverges"
    if product < (1 - s) ** 2:
        return "creeps"
    return "swings" if product < (1 + s) ** 2 else "flips"


def with_beta_for_its_root(eta, beta, eigenvalue):
    if not 0 < eta * eigenvalue < 2 * (1 + beta):
        return "diverges"
    q = 1 - eta * eigenvalue
    if eta * eigenvalue > (1 + beta**0.5) ** 2:
        return "flips"
    return "swings" if q < 1 - (1 - beta) ** 2 and beta else "creeps" if q > 0 else "flips"


def without_an_end(eta, beta, eigenvalue):
    return rule(eta, beta, eigenvalue, end=lambda beta: np.inf)


def blind_to_the_sign(eta, beta, eigenvalue):
    return rule(eta, beta, abs(eigenvalue))


def by_the_rate_alone(eta, beta, eigenvalue):
    return rule(eta, beta, np.sign(eigenvalue))


def by_the_smaller_root(eta, beta, eigenvalue):
    roots = np.roots([1, -(1 + beta - eta * eigenvalue), beta])
    if np.abs(roots).max() >= 1:
        return "diverges"
    smaller = roots[np.argmin(np.abs(roots))]
    return "swings" if np.iscomplex(smaller) else "flips" if smaller.real < 0 else "creeps"


def end_of_gradient_descent(eta, beta, eigenvalue):
    return rule(eta, beta, eigenvalue, end=lambda beta: 2)


def end_too_far(eta, beta, eigenvalue):
    return rule(eta, beta, eigenvalue, end=lambda beta: 2.1 * (1 + beta))


def beta_as_its_root(eta, beta, eigenvalue):
    return rule(eta, beta, eigenvalue, root=lambda beta: beta)


def without_an_end_at_beta_zero(eta, beta, eigenvalue):
    if beta == 0:
        return "creeps" if eta * eigenvalue < 1 else "flips"
    return rule(eta, beta, eigenvalue)


def swinging_below_a_hundredth(eta, beta, eigenvalue):
    found = rule(eta, beta, eigenvalue)
    small = (1 + beta - eta * eigenvalue) ** 2 - 4 * beta < 0.01
    return "swings" if small and found != "diverges" else found


def complex_from_a_twentieth_on(eta, beta, eigenvalue):
    q = 1 + beta - eta * eigenvalue
    if (found := rule(eta, beta, eigenvalue)) != "swings" or (4 * beta - q**2) ** 0.5 / 2 > 0.05:
        return found
    return "creeps" if q > 0 else "flips"


def diverging_a_little_early(eta, beta, eigenvalue):
    roots = np.roots([1, -(1 + beta - eta * eigenvalue), beta])
    return "diverges" if np.abs(roots).max() >= 0.98 else rule(eta, beta, eigenvalue)


def blind_to_a_gentle_saddle(eta, beta, eigenvalue):
    return "diverges" if eigenvalue < -0.5 else rule(eta, beta, abs(eigenvalue))


def blind_beyond_a_negative_product_of_one(eta, beta, eigenvalue):
    return "diverges" if -1 < eta * eigenvalue < 0 else rule(eta, beta, abs(eigenvalue))


ALONE = {
    "kind of roots": with_beta_for_its_root,
    "limit": without_an_end,
    "negative curvature": blind_to_the_sign,
    "product alone": by_the_rate_alone,
    "no momentum": by_the_smaller_root,
}
ALSO = (
    end_of_gradient_descent,
    end_too_far,
    beta_as_its_root,
    without_an_end_at_beta_zero,
    swinging_below_a_hundredth,
    complex_from_a_twentieth_on,
    diverging_a_little_early,
    blind_to_a_gentle_saddle,
    blind_beyond_a_negative_product_of_one,
)
