"""Wrong answers to 03.least_beta: each property's own, which it alone catches, and others."""

from functools import partial

import numpy as np

from exercises.momentum.least_beta import at_one_rate, gets_over, least_beta


def a_little_less(slope, start, top, eta):
    return 1 - 1.2 * (1 - least_beta(slope, start, top, eta))


def a_little_more(slope, start, top, eta):
    return 1 - 0.8 * (1 - least_beta(slope, start, top, eta))


def always_at_one_rate(slope, start, top, eta):
    return least_beta(slope, start, top, 0.05)


def of_the_first_ball(slope, start, top, eta):
    return least_beta(*at_one_rate(np.random.default_rng([1, 0]))[0][:3], eta)


def halved(enough, low=0.0, high=1.0):
    """The smallest β that is enough, by halving."""
    while high - low > 0.001:
        middle = (low + high) / 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return (low + high) / 2


def with_a_hundred_steps(slope, start, top, eta):
    return halved(lambda beta: gets_over(slope, start, top, eta, beta, most=100))


def with_the_averaged_move(slope, start, top, eta):
    return halved(lambda beta: gets_over(slope, start, top, (1 - beta) * eta, beta, most=500))


def where_it_is_usually(slope, start, top, eta):
    return halved(partial(gets_over, slope, start, top, eta), 0.85, 0.96)


def in_the_upper_half(slope, start, top, eta):
    return halved(partial(gets_over, slope, start, top, eta), 0.5)


def by_the_law_from_one_rate(slope, start, top, eta):
    return 1 - (1 - least_beta(slope, start, top, 0.05)) * (eta / 0.05) ** 0.5


def by_where_it_is_in_the_end(slope, start, top, eta):
    """Not over if it comes back over the top."""

    def stays_over(beta):
        w, m = start, 0.0
        for _ in range(300):
            m = beta * m - eta * slope(w)
            w = w + m
        return w > top

    return halved(stays_over)


ALONE = {
    "enough": a_little_less,
    "least": a_little_more,
    "friction": always_at_one_rate,
}
ALSO = (
    of_the_first_ball,
    with_a_hundred_steps,
    with_the_averaged_move,
    where_it_is_usually,
    in_the_upper_half,
    by_the_law_from_one_rate,
    by_where_it_is_in_the_end,
)
