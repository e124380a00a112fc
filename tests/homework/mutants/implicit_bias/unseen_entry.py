"""Wrong answers to 10.unseen_entry: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.implicit_bias.unseen_entry import unseen_entry


def by_case(name, large=unseen_entry, small=unseen_entry, zero=unseen_entry):
    """Another rule where d² is above |bc|, below it, or d is 0."""

    def function(b, c, d):
        rule = zero if d == 0 else large if d * d > abs(b * c) else small
        return rule(b, c, d)

    function.__name__ = name
    return function


def rank_one(b, c, d):
    return b * c / d


def level(b, c, d):
    """Where the derivative is 0, be it on the right side of the kink or not."""
    return np.sign(b * c) * d


def nothing(b, c, d):
    return 0.0


def without_the_case_of_zero(b, c, d):
    return min(max(b * c / d, -abs(d)), abs(d))


def where_large(name, rule):
    """The right answer to either kind of corner, told apart by another rule."""

    def function(b, c, d):
        if d == 0:
            return 0.0
        return rank_one(b, c, d) if rule(abs(b), abs(c), abs(d)) else level(b, c, d)

    function.__name__ = name
    return function


def searched(b, c, d, reach=3, count=30_001, norm=None):
    """The best of a grid."""
    x = np.linspace(-reach, reach, count)
    return x[np.argmin((norm or squared_nuclear_norm)(x, b, c, d))]


def squared_nuclear_norm(x, b, c, d):
    return x**2 + b**2 + c**2 + d**2 + 2 * np.abs(x * d - b * c)


def searching(name, norm):
    """The least of another function, in the unit of the numbers."""

    def function(b, c, d):
        return searched(b, c, d, reach=20 * max(abs(b), abs(c), abs(d)), count=200_001, norm=norm)

    function.__name__ = name
    return function


ALONE = {
    "large corner": by_case("always_level", large=level),
    "small corner": by_case("always_rank_one", small=rank_one),
    "zeros": without_the_case_of_zero,
    "unit": searched,
}
ALSO = (
    by_case("nothing", nothing, nothing, nothing),
    by_case("rank_one_or_nothing", small=nothing),
    by_case("nothing_where_large", large=nothing),
    by_case("signs_lost", small=lambda b, c, d: abs(d)),
    by_case("sign_of_d", small=lambda b, c, d: d),
    by_case("sign_of_bc", small=lambda b, c, d: np.sign(b * c) * abs(d)),
    by_case("other_sign", small=lambda b, c, d: -level(b, c, d)),
    by_case("negative_rank_one", large=lambda b, c, d: -rank_one(b, c, d)),
    by_case("upside_down", large=lambda b, c, d: d / (b * c)),
    by_case("cases_swapped", large=level, small=rank_one),
    by_case("infinite_corner", zero=lambda b, c, d: np.inf),
    by_case("as_the_others", zero=lambda b, c, d: (b * c) ** 2),
    by_case("half_of_it", small=lambda b, c, d: level(b, c, d) / 2),
    by_case("root", small=lambda b, c, d: np.sign(level(b, c, d)) * abs(b * c) ** 0.5),
    where_large("above_the_larger_one", lambda b, c, d: d >= max(b, c)),
    where_large("above_the_smaller_one", lambda b, c, d: d >= min(b, c)),
    where_large("above_the_mean", lambda b, c, d: d >= (b + c) / 2),
    where_large("above_the_product", lambda b, c, d: d >= b * c),
    where_large("square_above_the_sum", lambda b, c, d: d * d >= b + c),
    where_large("square_above_both_squares", lambda b, c, d: d * d >= b * b + c * c),
    where_large("square_above_half_the_product", lambda b, c, d: d * d >= b * c / 2),
    where_large("square_above_twice_the_product", lambda b, c, d: d * d >= 2 * b * c),
    searching("of_the_determinant", lambda x, b, c, d: np.abs(x * d - b * c)),
    searching("of_the_entries", lambda x, b, c, d: x**2),
    searching("with_one_determinant", lambda x, b, c, d: x**2 + np.abs(x * d - b * c)),
    searching("without_the_absolute_value", lambda x, b, c, d: x**2 + 2 * (x * d - b * c)),
)
