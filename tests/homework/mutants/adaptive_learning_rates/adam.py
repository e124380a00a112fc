"""Wrong answers to 04.adam: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.adaptive_learning_rates.adam import _adam, adam


def uphill(*arguments):
    return -adam(*arguments)


def uncorrected(*arguments):
    return _adam(*arguments, corrected=False)


def corrected_late(*arguments):
    """The exponent begins at 2."""
    return _adam(*arguments, late=1)


def begun_with_the_first(gradients, learning_rate, b1, b2):
    """m and v start at the first gradient and its square, and need no correction."""
    m, v, moves = gradients[0], gradients[0] ** 2, []
    for g in np.asarray(gradients):
        m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g**2
        moves.append(-learning_rate * m / (np.sqrt(v) + 1e-8))
    return np.stack(moves)


def always_at_one_tenth(gradients, learning_rate, b1, b2):
    return adam(gradients, 0.1, b1, b2)


def shares_swapped(gradients, learning_rate, b1, b2):
    return adam(gradients, learning_rate, b2, b1)


def mean_of_all_squares(*arguments):
    return _adam(*arguments, keep=lambda k, b2: 1 - 1 / k)


def without_the_root(*arguments):
    return _adam(*arguments, root=lambda v: v)


def eps_in_the_root(*arguments):
    return _adam(*arguments, root=lambda v: np.sqrt(v + 1e-8))


def shared_by_all_weights(gradients, *rest):
    return _adam(gradients, *rest, square=lambda g: np.full_like(g, np.mean(g**2)))


def rmsprop(gradients, learning_rate, b1, b2):
    return adam(gradients, learning_rate, 0.0, b2)


def sign_of_the_mean(gradients, learning_rate, b1, b2):
    return learning_rate * np.sign(adam(gradients, learning_rate, b1, b2))


def usual_shares(gradients, learning_rate, b1, b2):
    return adam(gradients, learning_rate, 0.9, 0.999)


def of_the_step_before(*arguments):
    with np.errstate(all="ignore"):
        return _adam(*arguments, own=1)


def exponent_from_zero(*arguments):
    with np.errstate(all="ignore"):
        return _adam(*arguments, late=-1)


def variance(*arguments):
    """The mean is taken off: what v is often said to be."""
    g = np.asarray(arguments[0], float)
    moves, (_, learning_rate, b1, b2) = [], arguments
    m = v = np.zeros(g.shape[1])
    for k, each in enumerate(g, start=1):
        m, v = b1 * m + (1 - b1) * each, b2 * v + (1 - b2) * (each - m) ** 2
        moves.append(-learning_rate * m / (1 - b1**k) / (np.sqrt(v / (1 - b2**k)) + 1e-8))
    return np.stack(moves)


def places(*arguments):
    return np.cumsum(adam(*arguments), axis=0)


ALONE = {
    "downhill": uphill,
    "constant gradient": corrected_late,
    "back to zero": begun_with_the_first,
    "alternating signs": shares_swapped,
    "unit of the loss": eps_in_the_root,
    "forgetting": mean_of_all_squares,
    "each weight alone": shared_by_all_weights,
}
ALSO = (
    uncorrected,
    always_at_one_tenth,
    without_the_root,
    rmsprop,
    sign_of_the_mean,
    usual_shares,
    of_the_step_before,
    exponent_from_zero,
    variance,
    places,
)
