"""Wrong answers to 04.long_run: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.adaptive_learning_rates.long_run import long_run


def averages(pattern, b1, repetitions):
    """m after each gradient of so many repetitions."""
    m, found = 0.0, []
    for g in np.asarray(pattern).tolist() * repetitions:
        m = b1 * m + (1 - b1) * g
        found.append(m)
    return np.array(found)


def last_period(pattern, b1):
    return averages(pattern, b1, 2000 // len(pattern))[-len(pattern) :]


def rms(pattern):
    return np.sqrt(np.mean(np.square(np.asarray(pattern))))


def uphill(pattern, b1):
    move, longest = long_run(pattern, b1)
    return -move, longest


def in_the_direction_of_the_mean(pattern, b1):
    """The longest step of those one way only."""
    along = last_period(pattern, b1) * np.sign(np.mean(pattern))
    return long_run(pattern, b1)[0], np.max(along) / rms(pattern)


def without_sigma(pattern, b1):
    return tuple(np.array(long_run(pattern, b1)) * rms(pattern))


def mean_size_for_sigma(pattern, b1):
    return tuple(np.array(long_run(pattern, b1)) * rms(pattern) / np.mean(np.abs(np.asarray(pattern))))


def mean_size_for_sigma_in_the_second(pattern, b1):
    return long_run(pattern, b1)[0], mean_size_for_sigma(pattern, b1)[1]


def standard_deviation(pattern, b1):
    with np.errstate(divide="ignore"):
        return tuple(np.array(long_run(pattern, b1)) * rms(pattern) / np.std(np.asarray(pattern)))


def the_way_of_the_majority(pattern, b1):
    move, longest = long_run(pattern, b1)
    return -np.sign(np.sum(np.sign(pattern))) * abs(move), longest


def the_largest_gradient(pattern, b1):
    return long_run(pattern, b1)[0], np.max(np.abs(pattern)) / rms(pattern)


def the_last_step(pattern, b1):
    return long_run(pattern, b1)[0], abs(last_period(pattern, b1)[-1]) / rms(pattern)


def of_the_signs(pattern, b1):
    return long_run(pattern, b1)[0], long_run(np.sign(pattern), b1)[1]


def at_the_usual_b1(pattern, b1):
    return long_run(pattern, 0.9)


def all_of_a_sign_in_a_row(pattern, b1):
    return long_run(pattern, b1)[0], long_run(np.sort(pattern), b1)[1]


def from_the_start(pattern, b1):
    """m begins at 0, and is larger at first than ever after."""
    return long_run(pattern, b1)[0], np.max(np.abs(averages(pattern, b1, 1000))) / rms(pattern)


def thirty_repetitions(pattern, b1):
    """m has not yet become periodic."""
    sizes = np.abs(averages(pattern, b1, 30)[-len(pattern) :])
    return long_run(pattern, b1)[0], np.max(sizes) / rms(pattern)


ALONE = {
    "mean move": uphill,
    "longest step": in_the_direction_of_the_mean,
    "unit of the loss": without_sigma,
    "root mean square": mean_size_for_sigma,
}
ALSO = (
    mean_size_for_sigma_in_the_second,
    standard_deviation,
    the_way_of_the_majority,
    the_largest_gradient,
    the_last_step,
    of_the_signs,
    at_the_usual_b1,
    all_of_a_sign_in_a_row,
    from_the_start,
    thirty_repetitions,
)
