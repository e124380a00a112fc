"""Wrong answers to 02.scaled_rate: each property's own, which it alone catches, and others."""

from exercises.batches.scaled_rate import scaled_rate


def linear_up_to_the_limit(rate, old, new, curvature):
    return min(rate * new / old, 1.999 / curvature)


def at_most_to_the_bottom(rate, old, new, curvature):
    return min(scaled_rate(rate, old, new, curvature), 1 / curvature)


def with_a_whole_number_of_times(rate, old, new, curvature):
    return scaled_rate(rate, 1, max(new // old, 1), curvature)


def only_upward(rate, old, new, curvature):
    return scaled_rate(rate, old, new, curvature) if new > old else linear(rate, old, new, curvature)


def blind_to_the_curvature(rate, old, new, curvature):
    return scaled_rate(rate, old, new, 1.0)


def linear(rate, old, new, curvature):
    return rate * new / old


def by_the_root(rate, old, new, curvature):
    return rate * (new / old) ** 0.5


def the_other_way_round(rate, old, new, curvature):
    return scaled_rate(rate, new, old, curvature)


def unchanged(rate, old, new, curvature):
    return rate


def without_the_two(rate, old, new, curvature):
    k = rate * curvature / (1 - rate * curvature) * new / old
    return k / (1 + k) / curvature


def the_factor(rate, old, new, curvature):
    return scaled_rate(rate, old, new, curvature) / rate


ALONE = {
    "same spread": linear_up_to_the_limit,
    "limit": at_most_to_the_bottom,
    "curvature": blind_to_the_curvature,
}
ALSO = (
    with_a_whole_number_of_times,
    only_upward,
    linear,
    by_the_root,
    the_other_way_round,
    unchanged,
    without_the_two,
    the_factor,
)
