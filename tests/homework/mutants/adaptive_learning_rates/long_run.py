"""Wrong answers to 04.long_run: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.adaptive_learning_rates.long_run import _long_run, long_run


def uphill(pattern, b1):
    move, longest = long_run(pattern, b1)
    return -move, longest


def the_largest_gradient(pattern, b1):
    return long_run(pattern, b1)[0], np.max(np.abs(pattern)) / np.sqrt(np.mean(np.square(pattern)))


def without_sigma(pattern, b1):
    return _long_run(np.asarray(pattern), b1, 1.0)


def mean_size_for_sigma(pattern, b1):
    return _long_run(np.asarray(pattern), b1, np.mean(np.abs(pattern)))


def standard_deviation(pattern, b1):
    return _long_run(np.asarray(pattern), b1, np.std(pattern))


def majority(pattern, b1):
    """As if every gradient had the same size."""
    return -np.mean(np.sign(pattern)), long_run(pattern, b1)[1]


def at_the_usual_b1(pattern, b1):
    return long_run(pattern, 0.9)


def as_if_alternating(pattern, b1):
    return long_run(pattern, b1)[0], (1 - b1) / (1 + b1)


def total_of_a_period(pattern, b1):
    move, longest = long_run(pattern, b1)
    return len(pattern) * move, longest


def after_one_period(pattern, b1):
    """m has not yet become periodic."""
    g = np.asarray(pattern, float)
    m = np.array([sum((1 - b1) * b1 ** (k - j) * g[j] for j in range(k + 1)) for k in range(len(g))])
    return long_run(pattern, b1)[0], np.max(np.abs(m)) / np.sqrt(np.mean(g**2))


ALONE = {
    "mean move": uphill,
    "longest step": the_largest_gradient,
    "unit of the loss": without_sigma,
    "root mean square": mean_size_for_sigma,
}
ALSO = (
    standard_deviation,
    majority,
    at_the_usual_b1,
    as_if_alternating,
    total_of_a_period,
    after_one_period,
)
