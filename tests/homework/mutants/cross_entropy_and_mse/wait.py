"""Wrong answers to 05.wait: each property's own, which it alone catches, and others."""

import math

import numpy as np

from exercises.cross_entropy_and_mse.wait import END, RATE, counted, wait


def without_the_end(a, learning_rate):
    return max(0.0, (2 * a + math.sinh(2 * a)) / learning_rate)


def at_rate_one_tenth(a, learning_rate):
    return wait(a, RATE)


def nothing_once_right(a, learning_rate):
    return wait(a, learning_rate) if a > 0 else 0.0


def below_zero(a, learning_rate):
    time = lambda d: d + math.sinh(d)  # noqa: E731
    return (time(2 * a) - time(END)) / learning_rate


def by_running(a, learning_rate):
    return counted(a, learning_rate)


def of_one_logit(a, learning_rate):
    """Only the logit of the right class moves: twice as long."""
    return 2 * wait(a, learning_rate)


def of_squared_error(a, learning_rate):
    """(5.11)"""
    time = lambda d: (math.exp(d) + 3 * d - 3 * math.exp(-d) - math.exp(-2 * d) / 2) / 8  # noqa: E731
    return max(0.0, (time(2 * a) - time(END)) / learning_rate)


def for_the_lead_a(a, learning_rate):
    return wait(a / 2, learning_rate)


def the_flow_time(a, learning_rate):
    return wait(a, 1.0)


def times_the_rate(a, learning_rate):
    return wait(a, 1.0) * learning_rate


def the_exponential_alone(a, learning_rate):
    return np.exp(2 * a) / 2 / learning_rate


ALONE = {
    "from behind": of_one_logit,
    "almost there": without_the_end,
    "learning rate": at_rate_one_tenth,
    "already there": below_zero,
    "long wait": by_running,
}
ALSO = (
    of_squared_error,
    for_the_lead_a,
    the_flow_time,
    times_the_rate,
    the_exponential_alone,
    nothing_once_right,
)
