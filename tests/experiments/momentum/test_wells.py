"""The ball and the well: the hill is the one described, energy only falls, and one friction decides."""

import jax
import numpy as np
import pytest

from optcourse.experiments.momentum import wells
from optcourse.experiments.run import run
from optcourse.optimizers import momentum


def test_the_hill_has_a_small_well_a_wall_and_a_deep_well():
    w = np.linspace(-4, 8, 12001)
    slope = np.asarray(jax.vmap(jax.grad(wells.hill))(w))
    turns = w[1:][np.sign(slope[1:]) != np.sign(slope[:-1])]
    np.testing.assert_allclose(turns, [0.442, 1.141, 4.0], atol=2e-3)
    assert wells.hill(0.442) == pytest.approx(0.690, abs=1e-3) and wells.hill(4.0) < 1e-6


@pytest.mark.parametrize("barrier", [0.4, 0.6, 0.8])
def test_the_top_is_where_the_slope_is_zero_and_the_curvature_negative(barrier):
    slope, curvature = jax.jit(jax.grad(wells.hill)), jax.jit(jax.grad(jax.grad(wells.hill)))
    edge = wells.barrier_top(barrier)
    assert abs(slope(edge, barrier)) < 1e-5 and curvature(edge, barrier) < -1
    assert 1 < edge < 1.2


def test_a_fate_is_what_becomes_of_the_ball_when_it_is_rolled():
    settings = {(0.05, 0.9): "never over", (0.05, 0.95): "over and stays", (0.1, 0.985): "over and back"}
    edge = float(wells.barrier_top())
    for (rate, beta), outcome in settings.items():
        assert wells.OUTCOMES[wells.outcomes(rate, beta)] == outcome
        w, _ = wells.roll_ball(rate, beta, steps=2000).path
        seen = (bool(np.any(w > edge)), bool(w[-1] > edge))
        assert seen == {"never over": (0, 0), "over and stays": (1, 1), "over and back": (1, 0)}[outcome]


def test_a_ball_that_flew_away_or_has_not_settled_is_still_rolling():
    assert wells.OUTCOMES[wells.outcomes(25.0, 0.9)] == "still rolling"  # beyond 2 (1 + β) / λ: it diverges
    assert wells.OUTCOMES[wells.outcomes(0.05, 0.95, steps=10)] == "still rolling"


def test_a_ball_that_creeps_into_the_deep_well_has_got_over_too():
    rate, beta, start, barrier = 0.01, 0.9286, -4.0, 0.25
    w, _ = wells.roll_ball(rate, beta, start, 2000, barrier).path
    assert wells.barrier_top(barrier) < w[-1] <= w.max() < wells.DEEP  # it never sees the other side of the well
    assert wells.OUTCOMES[wells.outcomes(rate, beta, start, barrier)] == "over and stays"


def test_fates_are_broadcast_over_rates_betas_and_starts():
    outcomes = wells.outcomes(np.array([[0.01], [0.05]]), np.array([0.0, 0.9, 0.95]))
    assert outcomes.shape == (2, 3)
    np.testing.assert_array_equal(outcomes[1], [wells.outcomes(0.05, beta) for beta in (0.0, 0.9, 0.95)])


def test_balls_that_are_stopped_once_they_have_settled_have_the_same_outcomes():
    rates, betas = np.geomspace(0.01, 0.5, 9), np.array([0.0, 0.6, 0.9, 0.95, 0.97, 0.98])
    quick = [wells.outcome_map(rates, betas, start) for start in (-4.0, -3.0, -2.0)]
    exact = [wells.outcomes(rates, betas[:, None], start) for start in (-4.0, -3.0, -2.0)]
    np.testing.assert_array_equal(quick, exact)
    assert len(np.unique(quick)) == 3


@pytest.mark.parametrize("rate", [0.001, 0.01, 0.05])
def test_the_energy_begins_as_height_and_never_rises(rate, float64):
    w, m = map(np.asarray, wells.roll_ball(rate, 0.95, steps=3000).path)
    energy = np.asarray(wells.energy(w, m, rate))
    assert energy[0] == wells.hill(wells.START)
    assert np.all(np.diff(energy) < 1e-12) and energy[-1] < 0.3 * energy[0]


def test_with_large_steps_and_little_friction_the_energy_does_rise_at_times(float64):
    w, m = map(np.asarray, wells.roll_ball(0.2, 0.95).path)
    assert np.max(np.diff(wells.energy(w, m, 0.2))) > 0.1  # measured 0.29: the equation holds for small steps


def test_for_small_steps_friction_takes_the_energy_that_the_equation_says(float64):
    rate, beta = 1e-6, 0.9995
    w, m = map(np.asarray, wells.roll_ball(rate, beta, steps=6000).path)
    energy, speed = np.asarray(wells.energy(w, m, rate)), m / np.sqrt(rate)
    lost = np.sum(float(wells.friction(rate, beta)) * speed**2) * np.sqrt(rate)  # the integral of γ v² over time
    assert energy[0] - energy[-1] == pytest.approx(float(lost), rel=1e-3)
    assert lost > 0.5 * energy[0]


def test_the_critical_beta_separates_the_balls_that_get_over_from_those_that_do_not():
    for rate in (0.01, 0.1):
        beta = wells.critical_beta(rate)
        below, above = (wells.outcomes(rate, beta + shift) for shift in (-1e-3, 1e-3))
        assert (wells.OUTCOMES[below], wells.OUTCOMES[above]) == ("never over", "over and stays")


def test_where_the_start_is_too_low_no_beta_gets_over():
    assert wells.hill(-0.5) > wells.hill(wells.barrier_top()) > wells.hill(0.0)
    assert wells.critical_beta(0.01, start=0.0) == 1
    assert wells.critical_beta(0.01, start=-0.6) < 1


def test_the_ball_is_the_packages_momentum():
    path = run(momentum(0.05, 0.9), wells.hill, wells.START, 50).path
    np.testing.assert_array_equal(wells.roll_ball(0.05, 0.9, steps=50).path[0], path)
