"""Wrong answers to 02.enough: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.batches.enough import enough


def rounded_down(share, n):
    return np.floor(n / (1 + (n - 1) * share**2))


def one_more(share, n):
    return enough(share, n) + 1


def with_putting_back(share, n):
    return np.ceil(share**-2) if share else n


def as_if_n_were_n_minus_1(share, n):
    return np.ceil(n / (1 + n * share**2))


def less_than_the_share(share, n):
    return np.floor(n / (1 + (n - 1) * share**2)) + 1


def corrected_and_rounded_twice(share, n):
    first = np.ceil(share**-2) if share else np.inf
    return np.ceil(first / (1 + first / n)) if share else n


def rounded_down_if_few(share, n):
    return enough(share, n) if n > 1000 else rounded_down(share, n)


def up_to_310(share, n):
    return min(enough(share, n), 310)


def without_the_square(share, n):
    return np.ceil(n / (1 + (n - 1) * share))


def with_a_half(share, n):
    return n / (1 + (n - 1) * share**2)


ALONE = {
    "enough": rounded_down,
    "no row too many": one_more,
}
ALSO = (
    with_putting_back,
    as_if_n_were_n_minus_1,
    less_than_the_share,
    corrected_and_rounded_twice,
    rounded_down_if_few,
    up_to_310,
    without_the_square,
    with_a_half,
)
