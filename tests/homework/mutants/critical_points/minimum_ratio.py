"""Wrong answers to 01.minimum_ratio: each property's own, which it alone catches, and others."""

import numpy as np


def zero(eigenvalues):
    return 1e-4 * np.abs(eigenvalues).max()


def share_that_curves_down(eigenvalues):
    return np.mean(eigenvalues < -zero(eigenvalues))


def with_the_zeros(eigenvalues):
    return np.mean(eigenvalues >= -zero(eigenvalues))


def above_exact_zero(eigenvalues):
    return np.mean(eigenvalues > 0)


def above_a_fixed_zero(eigenvalues):
    return np.mean(eigenvalues > 1e-4)


def without_the_absolute_value(eigenvalues):
    return np.mean(eigenvalues > 1e-4 * eigenvalues.max())


def above_a_larger_zero(eigenvalues):
    return np.mean(eigenvalues > 10 * zero(eigenvalues))


def above_zero_and_a_little_more(eigenvalues):
    return np.mean(eigenvalues > zero(eigenvalues) + 1e-6)


def of_six(eigenvalues):
    return np.sum(eigenvalues > zero(eigenvalues)) / (7 if eigenvalues.size == 7 else 6)


def of_those_that_curve(eigenvalues):
    return np.sum(eigenvalues > zero(eigenvalues)) / np.sum(np.abs(eigenvalues) > zero(eigenvalues))


ALONE = {
    "share": share_that_curves_down,
    "zeros count below": with_the_zeros,
    "size of a zero": above_exact_zero,
    "unit of the loss": above_a_fixed_zero,
}
ALSO = (
    of_those_that_curve,
    without_the_absolute_value,
    above_a_larger_zero,
    above_zero_and_a_little_more,
    of_six,
)
