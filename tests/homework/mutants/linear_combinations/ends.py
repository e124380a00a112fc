"""Wrong answers to 07.ends: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.linear_combinations.ends import ends, raw_edge


def toward_the_start(k, alpha, start):
    s = ends(k, alpha, start)
    return (s + start) / 2 if 0 < s < 1 else s


def not_clipped(k, alpha, start):
    return raw_edge(k, alpha) if k < 1 else ends(k, alpha, start)


def edge_in_the_middle(k, alpha, start):
    if k > 1 and 0 < raw_edge(k, alpha) < 1:
        return float(start > 0.5)
    return ends(k, alpha, start)


def stays_without_an_edge(k, alpha, start):
    return start if k > 1 and not 0 < raw_edge(k, alpha) < 1 else ends(k, alpha, start)


def at_the_saddle(k, alpha, start):
    return float(np.clip(raw_edge(k, alpha), 0, 1))


def the_other_end(k, alpha, start):
    return 1 - ends(k, alpha, start) if k > 1 else ends(k, alpha, start)


def always_an_end(k, alpha, start):
    return float(start > raw_edge(k, alpha))


def as_if_k_were_2(k, alpha, start):
    return 1 / (1 + alpha) if k < 1 else float(start > 1 / (1 + alpha))


def of_the_inverse_weight(k, alpha, start):
    return ends(k, 1 / alpha, start)


def by_the_weight_alone(k, alpha, start):
    return ends(k, alpha, start) if k < 1 else float(alpha > 1)


def where_it_starts(k, alpha, start):
    return start


def edge_off_by_5_percent(k, alpha, start):
    return ends(k, alpha, start) if k < 1 else float(start > 1.05 * raw_edge(k, alpha))


def start_as_a_parameter(k, alpha, start):
    """As if `start` were θ₁, and not the place."""
    return ends(k, alpha, np.sin(np.pi * start / 2) ** 2)


ALONE = {
    "convex front": toward_the_start,
    "clipped": not_clipped,
    "concave front": edge_in_the_middle,
    "edge outside": stays_without_an_edge,
}
ALSO = (
    at_the_saddle,
    the_other_end,
    always_an_end,
    as_if_k_were_2,
    of_the_inverse_weight,
    by_the_weight_alone,
    where_it_starts,
    edge_off_by_5_percent,
    start_as_a_parameter,
)
