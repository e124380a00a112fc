"""Multipliers on known fronts: the edges of damping by trying, the time to settle, noise, and a penalty's bias."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import tradeoffs
from optcourse.experiments.run import run
from optcourse.experiments.tunable_tradeoffs import multipliers
from optcourse.figures import tunable_tradeoffs as draw


@pytest.mark.parametrize("k, epsilon, rates", [(1.5, 0.5, (0.02, 0.4)), (2.0, 0.75, (0.01, 0.2))])
def test_the_least_damping_found_by_trying_is_the_closed_form(k, epsilon, rates, float64):
    s = tradeoffs.parameter_for_target(tradeoffs.curved_front(k), epsilon)
    least, most = tradeoffs.stable_damping_range(tradeoffs.curved_front(k), s, *rates)
    assert multipliers.least_stable_damping(k, epsilon, rates) == pytest.approx(float(least), abs=0.01)
    beyond = [multipliers.constraint_errors(k, epsilon, factor * most, rates) for factor in (0.98, 1.02)]
    assert beyond[0][1] < 1e-6 < 0.01 < beyond[1][1]


@pytest.mark.parametrize("k, epsilon", [(2.0, 0.5), (1.5, 0.25), (1.5, 0.75)])
def test_the_critical_damping_parts_those_that_leave_from_those_that_stay(k, epsilon, float64):
    problem = tradeoffs.curved_front(k)
    critical = tradeoffs.critical_damping(problem, tradeoffs.parameter_for_target(problem, epsilon))
    after = lambda c: multipliers.constraint_errors(k, epsilon, c, (0.002, 0.04), 20_000)[1]
    assert after(0.9 * critical) > 0.1  # measured 0.22 to 0.5
    assert after(1.1 * critical) < 1e-3  # measured 4e-8 to 7e-5


def test_a_path_begins_where_it_is_told_and_ends_at_the_slope_of_the_front():
    problem = tradeoffs.curved_front(1.5)
    found = multipliers.mdmm_path(problem, 0.5, 20.0, jnp.array([0.3, 0.2, 2.0]))
    np.testing.assert_allclose(found.theta[0], [0.3, 0.2])
    s = tradeoffs.parameter_for_target(problem, 0.5)
    assert found.multiplier[0] == 2
    np.testing.assert_allclose(found.multiplier[-1], tradeoffs.multiplier_at(problem, s), rtol=1e-3)
    np.testing.assert_allclose(found.losses[-1], problem.losses_at(s), atol=1e-4)


SETTLING = [  # measured at most 2.7 % off: 22 steps for 21.4
    (1.5, 0.5, 10.0, (0.02, 0.4)),
    (1.5, 0.5, 20.0, (0.02, 0.4)),
    (1.5, 0.5, 30.0, (0.02, 0.4)),
    (1.5, 0.5, 20.0, (0.005, 0.1)),
    (1.5, 0.5, 10.0, (0.02, 0.02)),
    (1.5, 0.25, 20.0, (0.01, 0.2)),
    (1.5, 0.75, 20.0, (0.01, 0.2)),
    (2.0, 0.75, 40.0, (0.01, 0.2)),
    (0.5, 0.5, 20.0, (0.02, 0.4)),
]


@pytest.mark.parametrize("k, epsilon, damping, rates", SETTLING)
def test_the_multiplier_settles_in_damping_beyond_the_critical_over_its_rate(k, epsilon, damping, rates):
    measured, law = multipliers.settling_time(k, epsilon, damping, rates)
    assert measured == pytest.approx(float(law), rel=0.05)


def test_near_the_least_damping_it_swings_long_and_outside_the_edges_it_never_settles():
    measured = [multipliers.settling_time(1.5, 0.5, c)[0] for c in (1.7, 2.0, 5.0, 34.0, 38.0)]
    assert np.isnan(measured[0]) and np.isnan(measured[4])  # the edges are 1.83 and 36.0
    assert measured[1] > 100 > 90 > measured[3] > 70 > 20 > measured[2]  # measured 220, 82 and 12


@pytest.mark.parametrize("epsilon", [0.35, 0.4])
def test_what_hits_without_damping_on_a_concave_front_jumps_by_a_period_at_each_step(epsilon):
    path = multipliers.mdmm_path(tradeoffs.curved_front(1.5), epsilon, 0.0, jnp.array([0.2, 0.0, 0.0]), steps=1000)
    np.testing.assert_allclose(np.abs(np.diff(path.theta[-10:, 0])), 2, atol=1e-3)
    np.testing.assert_allclose(path.losses[-10:, 1], epsilon, atol=1e-3)
    assert np.min(np.asarray(path.multiplier)[-10:]) > 50  # measured 59; at rest it would be 0.6


def test_without_noise_both_methods_hold_the_constraint_and_one_of_them_chatters():
    seen = {name: multipliers.noisy_run(name, 0.0, jax.random.key(0)) for name in ("mdmm", "constraint_first")}
    tails = {name: np.asarray(second[1000:]) for name, second in seen.items()}
    assert np.ptp(tails["mdmm"]) < 1e-4 < 0.03 < np.ptp(tails["constraint_first"])
    np.testing.assert_allclose([tail.mean() for tail in tails.values()], 0.5, atol=0.01)


def test_chatter_shrinks_with_the_learning_rate():
    spans = [np.ptp(multipliers.chattering_range("concave", 0.5, rate)) for rate in (0.02, 0.01, 0.005)]
    np.testing.assert_allclose(np.divide(spans[:2], spans[1:]), 2, atol=0.4)


def test_racers_stand_in_the_order_in_which_they_are_drawn_and_run_under_their_names():
    problem, start = tradeoffs.curved_front(1.5), jnp.array([0.35, 0.4])
    racers, found = multipliers.race_methods(problem, 0.3), multipliers.race(problem, 0.3, start, 20)
    assert list(racers) == list(found) == list(draw.METHODS)
    for name in ("Chebyshev", "MDMM"):
        theta, losses = found[name]
        np.testing.assert_allclose(theta, run(*racers[name], start, 20).path)
        np.testing.assert_allclose(losses[-1], problem.losses(theta[-1]), rtol=1e-5)


def test_a_penalty_stops_short_by_its_multiplier_over_its_strength(float64):
    short, law = multipliers.penalty_errors(1.5, 0.5, jnp.array([10.0, 40.0, 160.0]))
    np.testing.assert_allclose(short, law, rtol=1e-4)
    assert np.all(np.diff(short) < 0) and short[0] > 0.05
