"""Weighted sums and constrained methods on the family of fronts: each sweep against the closed form it should meet."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import tradeoffs as exact
from optcourse.experiments import multipliers, table, tradeoffs

KEYS = [jax.random.key(seed) for seed in range(5)]


def test_on_a_convex_front_every_start_ends_where_the_weight_says():
    for key in KEYS:
        alphas, ends = tradeoffs.sweep("convex", key)
        expected = np.stack([(alphas / (1 + alphas)) ** 2, 1 / (1 + alphas) ** 2], axis=-1)
        assert np.max(np.abs(ends.losses - expected[:, None])) < 1e-3  # measured 7e-5


def test_a_concave_front_is_left_for_one_of_its_ends_as_the_basin_edge_says():
    for key in KEYS:
        alphas, ends = tradeoffs.sweep("concave to the ends", key)
        assert np.all((ends.place < 0.02) | (ends.place > 0.98))
        begin = np.asarray(jax.vmap(tradeoffs.PROBLEMS["concave to the ends"].place)(tradeoffs.starts(key, 64)))
        right = begin > np.asarray(exact.basin_edge(2.0, alphas))[:, None]
        assert np.mean(right == (ends.place > 0.5)) == 1
        counts = np.mean(ends.place > 0.98, axis=1)
        assert np.all(np.diff(counts) >= 0) and counts[-1] - counts[0] > 0.3


def test_a_weight_and_a_start_are_those_of_a_run_by_itself():
    alphas, ends = tradeoffs.sweep("mixed", KEYS[0])
    begin = tradeoffs.starts(KEYS[0], 64)
    loss = exact.weighted_sum(tradeoffs.PROBLEMS["mixed"], alphas[7])
    np.testing.assert_allclose(tradeoffs.descent(loss, begin[3]), ends.theta[7, 3], rtol=1e-4, atol=1e-5)


def test_a_change_of_the_weight_by_one_percent_jumps_where_the_front_is_not_convex():
    for key in KEYS[:2]:
        assert tradeoffs.largest_jump("convex", key) < 0.01  # measured 0.003
        for kind in ("concave", "mixed", "concave chunk"):
            assert tradeoffs.largest_jump(kind, key) > 0.5  # measured 0.72 to 1.0


def test_compromises_on_a_concave_front_come_in_passing():
    for key in KEYS:
        place = tradeoffs.in_passing(key).place
        between = np.mean((place > 0.2) & (place < 0.8), axis=0)
        assert between[0] == 1 and between[20] < 0.35 and between[80] < 0.02
        assert np.all(np.diff(between[10:]) <= 0)


def test_a_hit_is_both_losses_near_the_wanted_point_and_a_broken_run_is_counted(monkeypatch):
    def wanted(problem, epsilon, start):
        return problem.at(exact.place_for(problem, epsilon))

    def beside(problem, epsilon, start):
        return wanted(problem, epsilon, start) + jnp.array([0.0, 0.2])

    monkeypatch.setitem(tradeoffs.METHODS, "oracle", wanted)
    monkeypatch.setitem(tradeoffs.METHODS, "beside", beside)
    monkeypatch.setitem(tradeoffs.METHODS, "broken", lambda problem, epsilon, start: start * jnp.nan)
    assert tradeoffs.hits("oracle", "concave", 0)["share"] == 1
    assert tradeoffs.hits("beside", "concave", 0)["share"] == 0
    assert tradeoffs.hits("broken", "concave", 0) == {"share": 0.0, "error": np.inf, "broken": 19 * 16}


@pytest.mark.parametrize("method, front", [("MDMM, 200 steps", "concave"), ("weighted sum, exact weight", "mixed")])
def test_the_table_of_hits_is_what_a_run_gives(method, front):
    rows = table.read("hit_rates").columns
    row = (rows["method"] == method) & (rows["front"] == front) & (rows["seed"] == 3)
    found = tradeoffs.hits(method, front, 3)
    assert abs(found["share"] - float(rows["share"][row][0])) < 0.02 and found["broken"] == rows["broken"][row][0]


@pytest.mark.parametrize("k, epsilon", [(2.0, 0.5), (1.5, 0.25), (1.5, 0.75)])
def test_the_critical_damping_parts_those_that_leave_from_those_that_stay(k, epsilon, float64):
    problem = exact.bent(k)
    critical = exact.critical_damping(problem, exact.place_for(problem, epsilon))
    after = lambda c: multipliers.distances(k, epsilon, c, (0.002, 0.04), 20_000)[1]  # noqa: E731
    assert after(0.9 * critical) > 0.1  # measured 0.22 to 0.5
    assert after(1.1 * critical) < 1e-3  # measured 4e-8 to 7e-5
