"""Wrong answers to 02.enough: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.batches.enough import enough


def rounded_down(share, n):
    return np.floor(n / (1 + (n - 1) * share**2))


def one_more(share, n):
    return enough(share, n) + 1


def with_putting_back(share, n):
    return np.ceil(share**-2)


def without_the_square(share, n):
    return np.ceil(n / (1 + (n - 1) * share))


def with_a_half(share, n):
    return n / (1 + (n - 1) * share**2)


def share_of_the_rows(share, n):
    return np.ceil(share * n)


def everything(share, n):
    return n


ALONE = {
    "enough": rounded_down,
    "no row too many": one_more,
    "few rows": with_putting_back,
}
ALSO = (without_the_square, with_a_half, share_of_the_rows, everything)
