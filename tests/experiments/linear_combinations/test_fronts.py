"""Weighted sums and constrained methods on the family of fronts: each sweep against the closed form it should meet."""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import tradeoffs as exact
from optcourse.experiments import table
from optcourse.experiments.linear_combinations import fronts
from optcourse.experiments.run import run
from optcourse.experiments.tunable_tradeoffs import methods, multipliers

KEYS = [jax.random.key(seed) for seed in range(5)]


def test_on_a_convex_front_every_start_ends_where_the_weight_says():
    for key in KEYS:
        alphas, ends = fronts.sweep_front("convex", key)
        expected = np.stack([(alphas / (1 + alphas)) ** 2, 1 / (1 + alphas) ** 2], axis=-1)
        assert np.max(np.abs(ends.losses - expected[:, None])) < 1e-3  # measured 7e-5


def test_a_concave_front_is_left_for_one_of_its_ends_as_the_basin_edge_says():
    for key in KEYS:
        alphas, ends = fronts.sweep_front("concave to the ends", key)
        assert np.all((ends.place < 0.02) | (ends.place > 0.98))
        begin = np.asarray(jax.vmap(fronts.PROBLEMS["concave to the ends"].place)(fronts.starts(key, 64)))
        right = begin > np.asarray(exact.basin_boundary(2.0, alphas))[:, None]
        assert np.mean(right == (ends.place > 0.5)) == 1
        counts = np.mean(ends.place > 0.98, axis=1)
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
        place = fronts.transients(key).place
        between = np.mean((place > 0.2) & (place < 0.8), axis=0)
        assert between[0] == 1 and between[20] < 0.35 and between[80] < 0.02
        assert np.all(np.diff(between[10:]) <= 0)


def test_a_hit_is_both_losses_near_the_wanted_point_and_a_broken_run_is_counted(monkeypatch):
    def wanted(problem, epsilon, start, rate):
        return problem.at(exact.parameter_for_target(problem, epsilon))

    def beside(problem, epsilon, start, rate):
        return wanted(problem, epsilon, start, rate) + jnp.array([0.0, 0.2])

    monkeypatch.setitem(methods.METHODS, "oracle", wanted)
    monkeypatch.setitem(methods.METHODS, "beside", beside)
    monkeypatch.setitem(methods.METHODS, "broken", lambda problem, epsilon, start, rate: start * jnp.nan)
    assert methods.success_row("oracle", 0.02, "concave", 0)["share"] == 1
    assert methods.success_row("beside", 0.02, "concave", 0)["share"] == 0
    assert methods.success_row("broken", 0.02, "concave", 0) == {"share": 0.0, "error": np.inf, "broken": 19 * 16}


@pytest.mark.parametrize(
    "method, rate, front",
    [
        ("MDMM", 0.02, "concave"),
        ("MDMM, 200 steps", 0.02, "concave"),
        ("BDMM", 0.02, "concave"),
        ("hard constraint first", 0.02, "concave"),
        ("weighted sum, exact weight", 0.02, "concave"),
        ("weighted sum, exact weight", 0.01, "mixed"),
        ("hard constraint first", 0.005, "concave to the ends"),
    ],
)
def test_the_table_of_hits_is_what_a_run_gives(method, rate, front):
    rows = table.read("hit_rates").columns
    row = (rows["method"] == method) & (rows["rate"] == rate) & (rows["front"] == front) & (rows["seed"] == 3)
    found = methods.success_row(method, rate, front, 3)
    assert abs(found["share"] - float(rows["share"][row][0])) < 0.02 and found["broken"] == rows["broken"][row][0]
    here = methods.FRONTS.index(front), 3
    assert methods.read_success_rates(method)[rate][here] == rows["share"][row][0]


@pytest.mark.parametrize("rate", methods.RATES)
def test_each_method_goes_as_far_at_any_rate(monkeypatch, rate):
    spent = []
    walked = lambda optimizer, loss, start, steps, **kept: spent.append(steps) or run(optimizer, loss, start, 1)
    monkeypatch.setattr(fronts, "run", walked)
    for method in methods.METHODS.values():
        method(fronts.PROBLEMS["concave"], 0.5, jnp.array([0.3, 0.1]), rate)
    np.testing.assert_allclose(np.multiply(spent, rate), [20.0] * 7 + [4.0] * 2)


def test_the_table_of_hits_is_not_kept_when_a_number_behind_it_changes(monkeypatch):
    assert len(methods.hit_rates().columns["share"]) == (7 * 3 + 2) * 4 * 5
    penalty = partial(methods.quadratic_penalty, strength=20.0)
    changes = [("TIME", 10.0), ("RUNS", 8), ("NEAR", 0.01), ("BEGIN", (0.1, 0.9)), ("TARGETS", np.array([0.5]))]
    changes += [("NUMBERS", {**fronts.FRONT_PARAMETERS, "mixed": (1.5, 3.0)})]
    changes += [("METHODS", {**methods.METHODS, "quadratic penalty": penalty})]
    for name, other in changes:
        with monkeypatch.context() as patch, pytest.raises(ValueError, match="delete it to start afresh"):
            patch.setattr(fronts, name, other)
            methods.hit_rates()


@pytest.mark.parametrize("k, epsilon", [(2.0, 0.5), (1.5, 0.25), (1.5, 0.75)])
def test_the_critical_damping_parts_those_that_leave_from_those_that_stay(k, epsilon, float64):
    problem = exact.curved_front(k)
    critical = exact.critical_damping(problem, exact.parameter_for_target(problem, epsilon))
    after = lambda c: multipliers.constraint_errors(k, epsilon, c, (0.002, 0.04), 20_000)[1]
    assert after(0.9 * critical) > 0.1  # measured 0.22 to 0.5
    assert after(1.1 * critical) < 1e-3  # measured 4e-8 to 7e-5
