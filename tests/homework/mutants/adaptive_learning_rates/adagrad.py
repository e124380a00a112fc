"""Wrong answers to 04.adagrad: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.adaptive_learning_rates.adagrad import EPS, adagrad


def _with_parts(gradients, learning_rate, size=np.square, before=0, mean=False, root=np.sqrt, eps=EPS):
    """Adagrad with one part of it changed."""
    g = np.asarray(gradients, float)
    s = np.cumsum(size(g), axis=0)
    s = np.concatenate([np.zeros((before, g.shape[1])), s])[: len(g)]
    if mean:
        s = s / np.arange(1, len(g) + 1)[:, None]
    return -learning_rate * g / (root(s) + eps)


def uphill(gradients, learning_rate):
    return -adagrad(gradients, learning_rate)


def root_mean_square(gradients, learning_rate):
    return _with_parts(gradients, learning_rate, mean=True)


def length_of_the_gradient(gradients, learning_rate):
    g = np.asarray(gradients)
    return -learning_rate * g / (np.sqrt(np.cumsum(np.sum(g**2, axis=1)))[:, None] + EPS)


def eps_in_the_root(gradients, learning_rate):
    return _with_parts(gradients, learning_rate, root=lambda s: np.sqrt(s + 1e-8))


def without_the_root(gradients, learning_rate):
    return _with_parts(gradients, learning_rate, root=lambda s: s)


def sum_of_sizes(gradients, learning_rate):
    return _with_parts(gradients, learning_rate, size=np.abs, root=lambda s: s)


def sum_up_to_the_last(gradients, learning_rate):
    return _with_parts(gradients, learning_rate, before=1, eps=1e-8)


def running_mean(gradients, learning_rate):
    """RMSProp with α = 0.9."""
    v, moves = 0.0, []
    for g in np.asarray(gradients):
        v = 0.9 * v + 0.1 * g**2
        moves.append(-learning_rate * g / (np.sqrt(v) + EPS))
    return np.stack(moves)


def without_eps(gradients, learning_rate):
    g = np.asarray(gradients)
    with np.errstate(invalid="ignore"):
        return -learning_rate * g / np.sqrt(np.cumsum(g**2, axis=0))


def always_at_one_tenth(gradients, learning_rate):
    return adagrad(gradients, 0.1)


def places(gradients, learning_rate):
    return np.cumsum(adagrad(gradients, learning_rate), axis=0)


ALONE = {
    "downhill": uphill,
    "root of the sum": root_mean_square,
    "each weight alone": length_of_the_gradient,
    "unit of the loss": eps_in_the_root,
}
ALSO = (
    without_the_root,
    sum_of_sizes,
    sum_up_to_the_last,
    running_mean,
    without_eps,
    always_at_one_tenth,
    places,
)
