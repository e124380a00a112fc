"""Weighted sums on the family of fronts: each sweep against the closed form it should meet."""

import jax
import numpy as np
import pytest

from optcourse import tradeoffs as exact
from optcourse.experiments.linear_combinations import fronts

KEYS = [jax.random.key(seed) for seed in range(5)]


def test_on_a_convex_front_every_start_ends_where_the_weight_says():
    for key in KEYS:
        alphas, ends = fronts.sweep_front("convex", key)
        expected = np.stack([(alphas / (1 + alphas)) ** 2, 1 / (1 + alphas) ** 2], axis=-1)
        assert np.max(np.abs(ends.losses - expected[:, None])) < 1e-3  # measured 7e-5


def test_a_concave_front_is_left_for_one_of_its_ends_as_the_basin_edge_says():
    for key in KEYS:
        alphas, ends = fronts.sweep_front("concave to the ends", key)
        assert np.all((ends.front_parameter < 0.02) | (ends.front_parameter > 0.98))
        begin = np.asarray(jax.vmap(fronts.PROBLEMS["concave to the ends"].front_parameter)(fronts.starts(key, 64)))
        right = begin > np.asarray(exact.basin_boundary(2.0, alphas))[:, None]
        assert np.mean(right == (ends.front_parameter > 0.5)) == 1
        counts = np.mean(ends.front_parameter > 0.98, axis=1)
        assert np.all(np.diff(counts) >= 0) and counts[-1] - counts[0] > 0.3


def test_a_weight_and_a_start_are_those_of_a_run_by_itself():
    alphas, ends = fronts.sweep_front("mixed", KEYS[0])
    begin = fronts.starts(KEYS[0], 64)
    loss = exact.weighted_sum(fronts.PROBLEMS["mixed"], alphas[7])
    np.testing.assert_allclose(fronts.descent_end(loss, begin[3]), ends.theta[7, 3], rtol=1e-4, atol=1e-5)


def test_a_change_of_the_weight_by_one_percent_jumps_where_the_front_is_not_convex():
    for key in KEYS[:2]:
        assert fronts.largest_jump("convex", key) < 0.01  # measured 0.003
        for kind in ("concave", "mixed", "concave chunk"):
            assert fronts.largest_jump(kind, key) > 0.5  # measured 0.72 to 1.0


def test_compromises_on_a_concave_front_come_in_passing():
    for key in KEYS:
        place = fronts.transients(key).front_parameter
        between = np.mean((place > 0.2) & (place < 0.8), axis=0)
        assert between[0] == 1 and between[20] < 0.35 and between[80] < 0.02
        assert np.all(np.diff(between[10:]) <= 0)


@pytest.mark.parametrize("kind", fronts.PROBLEMS)
def test_a_front_chosen_by_its_number_is_the_one_of_that_name(kind):
    chosen = jax.jit(lambda i: fronts.on_front(i, lambda problem, n: n * problem.front(5), 2.0))
    expected = 2 * fronts.PROBLEMS[kind].front(5)
    np.testing.assert_allclose(chosen(list(fronts.PROBLEMS).index(kind)), expected, atol=1e-6)
