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


def without_the_two(rate, old, new, curvature):
    k = rate * curvature / abs(1 - rate * curvature) * new / old
    return k / (1 + k) / curvature


def at_most_1_97(rate, old, new, curvature):
    return min(scaled_rate(rate, old, new, curvature), 1.97 / curvature)


def from_at_most_the_bottom(rate, old, new, curvature):
    return scaled_rate(min(rate, 1 / curvature), old, new, curvature)


def two_for_a_huge_batch(rate, old, new, curvature):
    return 2 / curvature if new >= 1000 * old else scaled_rate(rate, old, new, curvature)


ALONE = {
    "same spread": only_upward,
    "limit": at_most_to_the_bottom,
    "curvature": blind_to_the_curvature,
}
ALSO = (
    linear_up_to_the_limit,
    with_a_whole_number_of_times,
    linear,
    by_the_root,
    the_other_way_round,
    without_the_two,
    at_most_1_97,
    from_at_most_the_bottom,
    two_for_a_huge_batch,
)
