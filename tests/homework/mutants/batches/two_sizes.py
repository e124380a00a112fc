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


def without_squares(norms_small, small, norms_large, large):
    return two_sizes(np.sqrt(norms_small), small, np.sqrt(norms_large), large)


def exchanged(norms_small, small, norms_large, large):
    return two_sizes(norms_small, small, norms_large, large)[::-1]


def length_for_its_square(norms_small, small, norms_large, large):
    trace, square = two_sizes(norms_small, small, norms_large, large)
    return trace, square**0.5


def all_of_it_noise(norms_small, small, norms_large, large):
    return small * np.mean(np.square(norms_small)), np.mean(np.square(norms_large))


def with_the_sign_of_the_sizes(norms_small, small, norms_large, large):
    trace, square = two_sizes(norms_small, small, norms_large, large)
    return -trace, square


ALONE = {
    "noise": as_if_the_large_had_no_noise,
    "signal": the_large_as_the_signal,
}
ALSO = (
    squares_of_the_means,
    without_squares,
    exchanged,
    length_for_its_square,
    all_of_it_noise,
    with_the_sign_of_the_sizes,
)
