"""Wrong answers to 10.small_start: each property's own, which it alone catches, and others."""

import math

from exercises.implicit_bias.small_start import small_start, wait


def time_from(depth, start):
    """The right time from any start."""
    return -math.log(start) / 2 if depth == 2 else wait(depth, start)


def with_start(name, rule, applies=lambda depth: True):
    """rule(N, share, limit) for the start where applies(N), and the time from there."""

    def function(depth, share, limit):
        start = rule(depth, share, limit) if applies(depth) else small_start(depth, share, limit)[0]
        return start, time_from(depth, start)

    function.__name__ = name
    return function


def with_time(name, rule, applies=lambda depth: True):
    """The right start, and rule(N, start) for the time where applies(N)."""

    def function(depth, share, limit):
        start, time = small_start(depth, share, limit)
        return start, rule(depth, start) if applies(depth) else time

    function.__name__ = name
    return function


def not_clipped(depth, share, limit):
    return (limit - share) / (1 - share)


def general_formula_alone(depth, share, limit):
    """Divides by zero for N = 2."""
    p = 2 / depth - 1
    power = max((limit**p - share) / (1 - share), 0)
    return power ** (1 / p), (1 - power) / (2 - depth)


def as_three(depth, share, limit):
    return small_start(3, share, limit)[0]


def as_two(depth, share, limit):
    return small_start(2, share, limit)[0]


def runner_up(depth, share, start):
    """The lesson's race, forward."""
    if depth == 2:
        return start ** (1 - share)
    p = 2 / depth - 1
    return (start**p + share * (1 - start**p)) ** (1 / p)


def of_a_power(power):
    """Where w^power(N) would have a constant speed."""

    def rule(depth, share, limit):
        p = power(depth)
        return max((limit**p - share) / (1 - share), 0) ** (1 / p)

    return rule


def bisected(depth, share, limit):
    """A start between 0 and 1, to a millionth."""
    low, high = 0.0, 1.0
    while high - low > 1e-6:
        middle = (low + high) / 2
        low, high = (middle, high) if runner_up(depth, share, middle) < limit else (low, middle)
    return (low + high) / 2


def swapped(depth, share, limit):
    start, time = small_start(depth, share, limit)
    return time, start


def many(depth):
    return depth > 2


ALONE = {
    "one factor": with_start("not_clipped", not_clipped, lambda depth: depth == 1),
    "two factors": general_formula_alone,
    "more factors": with_start("at_most_three", as_three, many),
    "time": with_time("time_by_logarithms", lambda depth, start: -math.log(start) / 2, many),
}
ALSO = (
    swapped,
    with_start("bisected", bisected),
    with_start("the_race_forward", runner_up),
    with_start("the_limit", lambda depth, share, limit: limit),
    with_start("limit_times_share", lambda depth, share, limit: limit * share),
    with_start("limit_over_share", lambda depth, share, limit: limit / share),
    with_start("power_of_the_share", lambda depth, share, limit: limit ** (1 / share), lambda depth: depth == 2),
    with_start("power_1_minus_share", lambda depth, share, limit: limit ** (1 - share), lambda depth: depth == 2),
    with_start("twice_the_power", lambda depth, share, limit: limit ** (2 / (1 - share)), lambda depth: depth == 2),
    with_start("half_pull_always", lambda depth, share, limit: small_start(depth, 0.5, limit)[0]),
    with_start("pulls_swapped", lambda depth, share, limit: small_start(depth, 1 - share, limit)[0]),
    with_start("one_less", lambda depth, share, limit: small_start(max(depth - 1, 1), share, limit)[0]),
    with_start("one_more", lambda depth, share, limit: small_start(depth + 1, share, limit)[0]),
    with_start("as_two_factors", as_two, many),
    with_start("a_factor_of_it", lambda depth, share, limit: small_start(depth, share, limit)[0] ** (1 / depth)),
    with_start("never_below_a_thousandth", lambda *call: max(small_start(*call)[0], 1e-3), many),
    with_start("limit_of_tiny_ones", lambda N, share, limit: limit * (1 - share) ** (N / (N - 2)), many),
    with_start("power_1_over_N", of_a_power(lambda N: 1 / N), many),
    with_start("power_1_over_N_minus_1", of_a_power(lambda N: 1 / N - 1), many),
    with_start("power_minus_1", of_a_power(lambda N: -1), many),
    with_time("time_of_one_factor", lambda depth, start: 1 - start),
    with_time("without_the_two", lambda depth, start: -math.log(start), lambda depth: depth == 2),
    with_time("in_decades", lambda depth, start: -math.log10(start) / 2, lambda depth: depth == 2),
    with_time("negative", lambda depth, start: -time_from(depth, start), many),
    with_time("over_N", lambda depth, start: (start ** (2 / depth - 1) - 1) / depth, many),
    with_time("without_N", lambda depth, start: start ** (2 / depth - 1) - 1, many),
    with_time("from_infinity", lambda depth, start: start ** (2 / depth - 1) / (depth - 2), many),
    with_time("way_over_the_first_speed", lambda N, start: (1 - start) / (N * start ** (2 - 2 / N)), many),
    with_time("zero_at_no_start", lambda depth, start: 0.0 if start == 0 else 1 - start, lambda depth: depth == 1),
    with_time("of_the_second", lambda depth, start: 2 * time_from(depth, start), many),
)
