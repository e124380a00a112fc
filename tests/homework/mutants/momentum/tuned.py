"""Wrong answers to 03.tuned: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.momentum.tuned import error, root_of_beta, tuned
from optcourse import quadratics


def with_its_root_for_beta(lowest, highest, shrink):
    eta, beta, t = tuned(lowest, highest, shrink)
    return eta, beta**0.5, t


def with_the_rate_of_gradient_descent(lowest, highest, shrink):
    return 2 / (lowest + highest), *tuned(lowest, highest, shrink)[1:]


def by_the_factor_alone(lowest, highest, shrink):
    eta, beta, _ = tuned(lowest, highest, shrink)
    return eta, beta, np.ceil(np.log(shrink) / np.log(beta**0.5))


def one_step_less(lowest, highest, shrink):
    eta, beta, t = tuned(lowest, highest, shrink)
    return eta, beta, t - 1


def no_whole_number(lowest, highest, shrink):
    eta, beta, t = tuned(lowest, highest, shrink)
    return eta, beta, t - 0.3


def as_if_the_lowest_were_one(lowest, highest, shrink):
    return tuned(1.0, highest, shrink)


def nesterov(lowest, highest, shrink):
    eta, beta, factor = quadratics.best_nesterov(lowest, highest)
    return eta, beta, np.ceil(np.log(shrink) / np.log(factor))


def in_a_thousand_steps_at_most(lowest, highest, shrink):
    eta, beta, t = tuned(lowest, highest, shrink)
    return eta, beta, min(t, 1000)


def raised(lowest, highest, goes_on, first=0):
    """The best η and β, and the first t from `first` on at which goes_on(t, s) is over."""
    s, t = root_of_beta(lowest, highest), first
    while goes_on(t, s):
        t += 1
    return *tuned(lowest, highest, 1.0)[:2], t


def until_it_is_below(lowest, highest, shrink):
    return raised(lowest, highest, lambda t, s: error(t, s) >= shrink)


def from_one_step_on(lowest, highest, shrink):
    return raised(lowest, highest, lambda t, s: error(t, s) > shrink, first=1)


def without_the_one_in_the_bracket(lowest, highest, shrink):
    begins_right = 0 if shrink >= 1 else 1
    return raised(lowest, highest, lambda t, s: s**t * (1 + s) * t > shrink, first=begins_right)


ALONE = {
    "beta": with_its_root_for_beta,
    "learning rate": with_the_rate_of_gradient_descent,
    "steps": by_the_factor_alone,
}
ALSO = (
    one_step_less,
    no_whole_number,
    as_if_the_lowest_were_one,
    nesterov,
    in_a_thousand_steps_at_most,
    until_it_is_below,
    from_one_step_on,
    without_the_one_in_the_bracket,
)
