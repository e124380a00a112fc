"""Wrong answers to 04.adamw: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.adaptive_learning_rates.adamw import _adamw, adamw


def corrections_written_back(*arguments):
    return _adamw(*arguments, written_back=True)


def eps_in_the_root(*arguments):
    return _adamw(*arguments, inside=True)


def penalty_in_the_gradient(*arguments):
    return _adamw(*arguments, penalty=True)


def all_three_bugs(*arguments):
    return _adamw(*arguments, penalty=True, written_back=True, inside=True)


def decay_without_the_rate(*arguments):
    return _adamw(*arguments, rate_free=True)


def decay_of_the_first_weights(*arguments):
    return _adamw(*arguments, of_first=True)


def without_decay(w, gradients, learning_rate, weight_decay):
    return adamw(w, gradients, learning_rate, 0.0)


def decay_at_the_end(w, gradients, learning_rate, weight_decay):
    return (1 - learning_rate * weight_decay) * adamw(w, gradients, learning_rate, 0.0)


def exponent_from_zero(*arguments):
    return adamw(*arguments) * np.nan


def always_at_one_tenth(w, gradients, learning_rate, weight_decay):
    return adamw(w, gradients, 0.1, weight_decay)


def the_move_alone(w, *rest):
    return adamw(w, *rest) - w


ALONE = {
    "constant gradient": corrections_written_back,
    "tiny gradient": eps_in_the_root,
    "decoupled decay": penalty_in_the_gradient,
}
ALSO = (
    all_three_bugs,
    decay_without_the_rate,
    decay_of_the_first_weights,
    without_decay,
    decay_at_the_end,
    exponent_from_zero,
    always_at_one_tenth,
    the_move_alone,
)
