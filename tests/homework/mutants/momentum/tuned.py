"""Wrong answers to 03.tuned: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.momentum.tuned import tuned
from optcourse import quadratics


def with_its_root_for_beta(lowest, highest, shrink):
    eta, beta, t = tuned(lowest, highest, shrink)
    return eta, beta**0.5, t


def with_the_rate_of_gradient_descent(lowest, highest, shrink):
    return 2 / (lowest + highest), *tuned(lowest, highest, shrink)[1:]


def by_the_factor_alone(lowest, highest, shrink):
    eta, beta, _ = tuned(lowest, highest, shrink)
    return eta, beta, np.ceil(np.log(shrink) / np.log(beta**0.5))


def one_step_more(lowest, highest, shrink):
    eta, beta, t = tuned(lowest, highest, shrink)
    return eta, beta, t + 1


def one_step_less(lowest, highest, shrink):
    eta, beta, t = tuned(lowest, highest, shrink)
    return eta, beta, t - 1


def no_whole_number(lowest, highest, shrink):
    eta, beta, t = tuned(lowest, highest, shrink)
    return eta, beta, t - 0.3


def by_beta_as_the_factor(lowest, highest, shrink):
    eta, beta, _ = tuned(lowest, highest, shrink)
    return eta, beta, np.ceil(np.log(shrink) / np.log(beta))


def as_if_the_lowest_were_one(lowest, highest, shrink):
    return tuned(1.0, highest, shrink)


def without_the_root_of_eta(lowest, highest, shrink):
    eta, beta, t = tuned(lowest, highest, shrink)
    return eta**0.5, beta, t


def gradient_descent(lowest, highest, shrink):
    eta, _, factor = quadratics.best_gradient_descent(lowest, highest)
    return eta, 0.0, np.ceil(np.log(shrink) / np.log(factor))


def nesterov(lowest, highest, shrink):
    eta, beta, factor = quadratics.best_nesterov(lowest, highest)
    return eta, beta, np.ceil(np.log(shrink) / np.log(factor))


def the_usual_beta(lowest, highest, shrink):
    eta, _, t = tuned(lowest, highest, shrink)
    return eta, 0.9, t


def to_a_millionth(lowest, highest, shrink):
    return tuned(lowest, highest, 1e-6)


ALONE = {
    "beta": with_its_root_for_beta,
    "learning rate": with_the_rate_of_gradient_descent,
    "steps": by_the_factor_alone,
}
ALSO = (
    one_step_more,
    one_step_less,
    no_whole_number,
    by_beta_as_the_factor,
    as_if_the_lowest_were_one,
    without_the_root_of_eta,
    gradient_descent,
    nesterov,
    the_usual_beta,
    to_a_millionth,
)
