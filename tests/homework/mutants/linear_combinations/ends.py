"""Wrong answers to 07.ends: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.linear_combinations.ends import ends


def raw_edge(k, alpha):
    """(7.8) before it is clipped."""
    return (k - alpha * (2 - k)) / (2 * (k - 1) * (1 + alpha))


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


def always_an_end(k, alpha, start):
    return float(start > raw_edge(k, alpha))


def as_if_k_were_2(k, alpha, start):
    return 1 / (1 + alpha) if k < 1 else float(start > 1 / (1 + alpha))


def of_the_inverse_weight(k, alpha, start):
    return ends(k, 1 / alpha, start)


def edge_off_by_5_percent(k, alpha, start):
    return ends(k, alpha, start) if k < 1 else float(start > 1.05 * raw_edge(k, alpha))


def start_as_a_parameter(k, alpha, start):
    """As if `start` were θ₁, and not the place."""
    return ends(k, alpha, np.sin(np.pi * start / 2) ** 2)


def two_kinds(k, alpha, start, border):
    """Takes the front for convex up to another k than 1."""
    edge = raw_edge(k, alpha)
    return float(np.clip(edge, 0, 1)) if k < border else float(start > edge)


def convex_up_to_nine_tenths(k, alpha, start):
    return two_kinds(k, alpha, start, 0.9)


def convex_up_to_eleven_tenths(k, alpha, start):
    return two_kinds(k, alpha, start, 1.1)


ALONE = {
    "convex front": toward_the_start,
    "clipped": not_clipped,
    "concave front": edge_in_the_middle,
    "edge outside": stays_without_an_edge,
}
ALSO = (
    at_the_saddle,
    always_an_end,
    as_if_k_were_2,
    of_the_inverse_weight,
    edge_off_by_5_percent,
    start_as_a_parameter,
    convex_up_to_nine_tenths,
    convex_up_to_eleven_tenths,
)
