"""Wrong answers to 02.two_sizes: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.batches.two_sizes import two_sizes


def as_if_the_large_had_no_noise(norms_small, small, norms_large, large):
    trace, square = two_sizes(norms_small, small, norms_large, large)
    return trace * (1 - small / large), square


def the_large_as_the_signal(norms_small, small, norms_large, large):
    trace, _ = two_sizes(norms_small, small, norms_large, large)
    return trace, np.mean(np.square(norms_large))


def squares_of_the_means(norms_small, small, norms_large, large):
    return two_sizes(np.mean(norms_small), small, np.mean(norms_large), large)


def length_for_its_square(norms_small, small, norms_large, large):
    trace, square = two_sizes(norms_small, small, norms_large, large)
    return trace, np.abs(square) ** 0.5


def all_of_it_noise(norms_small, small, norms_large, large):
    return small * np.mean(np.square(norms_small)), np.mean(np.square(norms_large))


def signal_never_below_zero(norms_small, small, norms_large, large):
    trace, square = two_sizes(norms_small, small, norms_large, large)
    return trace, max(square, 0.0)


def noise_never_below_zero(norms_small, small, norms_large, large):
    trace, square = two_sizes(norms_small, small, norms_large, large)
    return abs(trace), square


def a_whole_number_of_times(norms_small, small, norms_large, large):
    return two_sizes(norms_small, small, norms_large, large // small * small)


def of_six_and_five(norms_small, small, norms_large, large):
    sums = np.sum(np.square(norms_small)), np.sum(np.square(norms_large))
    return two_sizes(np.sqrt(sums[0] / 6), small, np.sqrt(sums[1] / 5), large)


ALONE = {
    "noise": as_if_the_large_had_no_noise,
    "signal": the_large_as_the_signal,
}
ALSO = (
    squares_of_the_means,
    length_for_its_square,
    all_of_it_noise,
    signal_never_below_zero,
    noise_never_below_zero,
    a_whole_number_of_times,
    of_six_and_five,
)
