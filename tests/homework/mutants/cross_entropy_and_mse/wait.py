"""Wrong answers to 05.wait: each property's own, which it alone catches, and others."""

import math

import numpy as np

from exercises.cross_entropy_and_mse.wait import RATE, counted, wait

END = -math.log(9)  # the lead where q = 0.9


def without_the_end(a, learning_rate):
    return max(0.0, (2 * a + math.sinh(2 * a)) / learning_rate)


def at_rate_one_tenth(a, learning_rate):
    return wait(a, RATE)


def nothing_once_right(a, learning_rate):
    return wait(a, learning_rate) if a > 0 else 0.0


def below_zero(a, learning_rate):
    return (2 * a + math.sinh(2 * a) - END - math.sinh(END)) / learning_rate


def its_size(a, learning_rate):
    return abs(below_zero(a, learning_rate))


def nothing_from_three_quarters_on(a, learning_rate):
    return wait(a, learning_rate) if a > -0.6 else 0.0


def no_further_than_20(a, learning_rate):
    return wait(min(a, 20), learning_rate)


def e_to_the_lead_far_behind(a, learning_rate):
    return wait(a, learning_rate) if a < 5 else math.exp(2 * a)


def at_small_rates_alone(a, learning_rate):
    return wait(a, min(learning_rate, 0.1))


def by_running(a, learning_rate):
    return counted(a, learning_rate)


def of_one_logit(a, learning_rate):
    """Only the logit of the right class moves: twice as long."""
    return 2 * wait(a, learning_rate)


def of_squared_error(a, learning_rate):
    """(5.9)"""
    time = lambda d: (math.exp(d) + 3 * d - 3 * math.exp(-d) - math.exp(-2 * d) / 2) / 8
    return max(0.0, (time(2 * a) - time(END)) / learning_rate)


def for_the_lead_a(a, learning_rate):
    return wait(a / 2, learning_rate)


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
    the_exponential_alone,
    nothing_once_right,
    nothing_from_three_quarters_on,
    its_size,
    no_further_than_20,
    e_to_the_lead_far_behind,
    at_small_rates_alone,
)
