"""Wrong answers to 04.adam: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.adaptive_learning_rates.adam import adam


def corrected(k, b1, b2):
    """What m and v are divided by at step k."""
    return 1 - b1**k, 1 - b2**k


def outside(v, fill):
    """√v̂ + ε."""
    return np.sqrt(v / fill) + 1e-8


def _adam(gradients, learning_rate, b1, b2, fill=corrected, sigma=outside, square=np.square, keep=None):
    """Right, with parts that can be changed; keep(k, b2): the share of the past in v after k gradients."""
    m, v, moves = 0.0, 0.0, []
    for k, g in enumerate(np.asarray(gradients, float), start=1):
        share = keep(k, b2) if keep else b2
        m = b1 * m + (1 - b1) * g  # (4.4)
        v = share * v + (1 - share) * square(g)  # (4.3)
        of_m, of_v = fill(k, b1, b2)
        moves.append(-learning_rate * (m / of_m) / sigma(v, of_v))  # (4.5)
    return np.stack(moves)


def uphill(*arguments):
    return -adam(*arguments)


def corrected_late(*arguments):
    """The exponent begins at 2."""
    return _adam(*arguments, fill=lambda k, b1, b2: corrected(k + 1, b1, b2))


def exponent_from_zero(*arguments):
    with np.errstate(all="ignore"):
        return _adam(*arguments, fill=lambda k, b1, b2: corrected(k - 1, b1, b2))


def m_corrected_at_first(*arguments):
    """As if 1 - b1^k were 1 from step 30 on."""
    return _adam(*arguments, fill=lambda k, b1, b2: (1 - b1**k if k < 30 else 1, 1 - b2**k))


def begun_with_the_first(gradients, learning_rate, b1, b2):
    """m and v start at the first gradient and its square, and need no correction."""
    gradients = np.asarray(gradients)
    m, v, moves = gradients[0], gradients[0] ** 2, []
    for g in gradients:
        m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g**2
        moves.append(-learning_rate * m / (np.sqrt(v) + 1e-8))
    return np.stack(moves)


def usual_shares(gradients, learning_rate, b1, b2):
    return adam(gradients, learning_rate, 0.9, 0.999)


def usual_share_for_zero(gradients, learning_rate, b1, b2):
    return adam(gradients, learning_rate, b1 or 0.9, b2)


def shares_swapped(gradients, learning_rate, b1, b2):
    return adam(gradients, learning_rate, b2, b1)


def mean_of_all_squares(*arguments):
    return _adam(*arguments, fill=lambda k, b1, b2: (1 - b1**k, 1), keep=lambda k, b2: 1 - 1 / k)


def eps_in_the_root(*arguments):
    return _adam(*arguments, sigma=lambda v, fill: np.sqrt(v / fill + 1e-8))


def smaller_eps(*arguments):
    return _adam(*arguments, sigma=lambda v, fill: np.sqrt(v / fill) + 1e-12)


def eps_before_the_correction(*arguments):
    """ε added to √v: the form in which Adam's paper saves a division."""
    return _adam(*arguments, sigma=lambda v, fill: (np.sqrt(v) + 1e-8) / np.sqrt(fill))


def shared_by_all_weights(gradients, *rest):
    return _adam(gradients, *rest, square=lambda g: np.full_like(g, np.mean(g**2)))


def the_first_weight_alone(*arguments):
    moves = adam(*arguments)
    moves[:, 1:] = 0
    return moves


def rmsprop(gradients, learning_rate, b1, b2):
    return adam(gradients, learning_rate, 0.0, b2)


def sign_of_m(gradients, learning_rate, b1, b2):
    return learning_rate * np.sign(adam(gradients, learning_rate, b1, b2))


def against_the_gradient(*arguments):
    """The length of m with the sign of the last gradient."""
    return -np.abs(adam(*arguments)) * np.sign(arguments[0])


def never_longer_than_eta(gradients, learning_rate, b1, b2):
    return np.clip(adam(gradients, learning_rate, b1, b2), -learning_rate, learning_rate)


def variance(*arguments):
    """The mean is taken off: what v is often said to be."""
    g = np.asarray(arguments[0], float)
    moves, (_, learning_rate, b1, b2) = [], arguments
    m = v = np.zeros(g.shape[1])
    for k, each in enumerate(g, start=1):
        m, v = b1 * m + (1 - b1) * each, b2 * v + (1 - b2) * (each - m) ** 2
        moves.append(-learning_rate * m / (1 - b1**k) / (np.sqrt(v / (1 - b2**k)) + 1e-8))
    return np.stack(moves)


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
    exponent_from_zero,
    m_corrected_at_first,
    usual_shares,
    usual_share_for_zero,
    smaller_eps,
    eps_before_the_correction,
    the_first_weight_alone,
    rmsprop,
    sign_of_m,
    against_the_gradient,
    never_longer_than_eta,
    variance,
)
