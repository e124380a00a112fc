"""Wrong answers to 04.adagrad: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.adaptive_learning_rates.adagrad import adagrad

EPS = 1e-12


def _with_parts(gradients, learning_rate, before=0, mean=False, inside=0.0, eps=EPS):
    """Adagrad with one part of it changed; before: how many sums come too late; inside: ε in the root."""
    g = np.asarray(gradients, float)
    s = np.cumsum(g**2, axis=0)
    s = np.concatenate([np.zeros((before, g.shape[1])), s])[: len(g)]
    if mean:
        s = s / np.arange(1, len(g) + 1)[:, None]
    return -learning_rate * g / (np.sqrt(s + inside) + eps)


def uphill(gradients, learning_rate):
    return -adagrad(gradients, learning_rate)


def root_mean_square(gradients, learning_rate):
    return _with_parts(gradients, learning_rate, mean=True)


def length_of_the_gradient(gradients, learning_rate):
    g = np.asarray(gradients)
    return -learning_rate * g / (np.sqrt(np.cumsum(np.sum(g**2, axis=1)))[:, None] + EPS)


def eps_in_the_root(gradients, learning_rate):
    return _with_parts(gradients, learning_rate, inside=1e-12)


def eps_too_large(gradients, learning_rate):
    return _with_parts(gradients, learning_rate, eps=1e-7)


def sum_up_to_the_last(gradients, learning_rate):
    return _with_parts(gradients, learning_rate, before=1, eps=1e-8)


def running_mean(gradients, learning_rate):
    """RMSProp with α = 0.9."""
    v, moves = 0.0, []
    for g in np.asarray(gradients):
        v = 0.9 * v + 0.1 * g**2
        moves.append(-learning_rate * g / (np.sqrt(v) + EPS))
    return np.stack(moves)


def the_last_six(gradients, learning_rate):
    squares = np.asarray(gradients, float) ** 2
    sums = np.cumsum(squares, axis=0)
    sums[6:] = sums[6:] - sums[:-6]
    return -learning_rate * np.asarray(gradients) / (np.sqrt(sums) + EPS)


def without_eps(gradients, learning_rate):
    with np.errstate(invalid="ignore"):
        return _with_parts(gradients, learning_rate, eps=0.0)


def places(gradients, learning_rate):
    return np.cumsum(adagrad(gradients, learning_rate), axis=0)


def the_first_weight_alone(gradients, learning_rate):
    moves = adagrad(gradients, learning_rate)
    moves[:, 1:] = 0
    return moves


def the_way_of_the_first_step(gradients, learning_rate):
    return -np.abs(adagrad(gradients, learning_rate)) * np.sign(gradients[0])


def asleep_for_ever(gradients, learning_rate):
    """Who has no gradient at first is left out."""
    return np.where(gradients[0] == 0, 0, adagrad(gradients, learning_rate))


def cut_off(gradients, learning_rate):
    return adagrad(np.clip(gradients, -3e4, 3e4), learning_rate)


ALONE = {
    "downhill": uphill,
    "root of the sum": root_mean_square,
    "each weight alone": length_of_the_gradient,
    "unit of the loss": eps_in_the_root,
}
ALSO = (
    eps_too_large,
    sum_up_to_the_last,
    running_mean,
    the_last_six,
    without_eps,
    places,
    the_first_weight_alone,
    the_way_of_the_first_step,
    asleep_for_ever,
    cut_off,
)
