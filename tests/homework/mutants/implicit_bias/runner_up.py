"""Wrong answers to 10.runner_up: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.implicit_bias.runner_up import runner_up


def with_depth(name, applies, rule):
    """rule(ε, N, share) where applies(N); elsewhere the right answer."""

    def function(start, depth, share):
        return (rule if applies(depth) else runner_up)(start, depth, share)

    function.__name__ = name
    return function


def everywhere(name, rule):
    return with_depth(name, lambda depth: True, rule)


def general_formula_alone(start, depth, share):
    """Divides by zero for N = 2."""
    p = 2 / depth - 1
    return (start**p + share * (1 - start**p)) ** (1 / p)


def step_by_step(start, depth, share, most=10_000, dt=4e-4):
    """Follows both in steps, and gives up after many."""
    first = second = start
    for _ in range(most):
        if first >= 1:
            break
        grown = first + depth * first ** (2 - 2 / depth) * dt
        part = min(1.0, (1 - first) / (grown - first))
        second += part * share * depth * second ** (2 - 2 / depth) * dt
        first = grown
    return second


def interpolated(power):
    """w^power(N) changes at a constant speed."""

    def rule(start, depth, share):
        p = power(depth)
        return (start**p + share * (1 - start**p)) ** (1 / p)

    return rule


def as_three(start, depth, share):
    return runner_up(start, 3, share)


ALONE = {
    "one factor": with_depth("one_without_its_start", lambda depth: depth == 1, lambda start, depth, share: share),
    "two factors": general_formula_alone,
    "three factors": with_depth("three_step_by_step", lambda depth: depth == 3, step_by_step),
    "more factors": with_depth("at_most_three", lambda depth: depth > 3, as_three),
}
ALSO = (
    everywhere("all_step_by_step", step_by_step),
    everywhere("linear", lambda start, depth, share: start + share * (1 - start)),
    everywhere("exponential", lambda start, depth, share: start ** (1 - share)),
    everywhere("as_its_share", lambda start, depth, share: share),
    everywhere("at_the_start", lambda start, depth, share: start),
    everywhere("as_three_factors", as_three),
    everywhere("pulls_swapped", lambda start, depth, share: runner_up(start, depth, 1 - share)),
    everywhere("one_depth_less", lambda start, depth, share: runner_up(start, max(depth - 1, 1), share)),
    everywhere("one_depth_more", lambda start, depth, share: runner_up(start, depth + 1, share)),
    everywhere("by_its_factor", lambda start, depth, share: runner_up(start, depth, share) ** (1 / depth)),
    everywhere("start_of_a_factor", lambda start, depth, share: runner_up(start ** (1 / depth), depth, share)),
    with_depth("limit_of_tiny_starts", lambda N: N > 2, lambda start, N, share: start * (1 - share) ** (-N / (N - 2))),
    with_depth("speed_w_to_1_minus_1_over_N", lambda N: N > 1, interpolated(lambda N: 1 / N)),
    with_depth("speed_w_to_2_minus_1_over_N", lambda N: N > 1, interpolated(lambda N: 1 / N - 1)),
    with_depth("speed_w_squared", lambda N: N > 2, interpolated(lambda N: -1)),
    with_depth("share_outside", lambda N: N != 2, lambda start, N, share: start + share * (1 - start)),
    with_depth("share_of_a_power", lambda N: N != 2, lambda start, N, share: share ** (1 / (2 / N - 1))),
    with_depth("two_like_one", lambda N: N == 2, lambda start, N, share: start + share * (1 - start)),
    with_depth("two_without_its_share", lambda N: N == 2, lambda start, N, share: np.exp((1 - share) * start)),
    with_depth("two_with_the_share", lambda N: N == 2, lambda start, N, share: start**share),
    with_depth(
        "never_below_a_millionth", lambda N: N > 2, lambda start, N, share: runner_up(max(start, 1e-6), N, share)
    ),
)
