"""The explorers of lesson 02: what is counted decides which batch leads, and noise decides which well holds."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import batches as maths
from optcourse.experiments.batches import walkers as measured
from optcourse.explorers import batches, toy, walkers


@pytest.fixture(scope="module")
def curves():
    return batches.curves()


@pytest.fixture(scope="module")
def wells():
    return walkers.wells()


@pytest.fixture(scope="module")
def batch_resampling():
    return walkers.batch_resampling()


@pytest.mark.claim("G15", "holds if")
def test_batches_of_4_reach_95_percent_in_fewer_epochs_and_more_updates_than_256(curves):
    for axis, small_is_first in (("epochs", True), ("updates", False)):
        small, large = (curves.result(batch_size=B, axis=axis)["first"] for B in (4, 256))
        assert (small < large) == small_is_first


def test_each_goal_of_the_curves_can_be_reached(curves):
    assert curves.goals_reached(batch_size=4, axis="epochs")[0]
    assert curves.goals_reached(batch_size=1024, learning_rate=0.5, axis="updates")[1]
    assert curves.goals_reached(batch_size=16, axis="seconds")[2]


@pytest.mark.claim("G18", "holds if")
def test_a_large_rate_empties_the_sharp_well_with_small_batches_only(wells):
    shares = [wells.result(batch_size=B, learning_rate=0.06)["share"] for B in (4, 64)]
    assert shares[0] > 0.9 and shares[1] == 0
    assert wells.result(batch_size=4, learning_rate=0.02)["share"] == 0


def test_the_curvature_that_the_words_use_is_that_of_the_loss(wells):
    shifts, h = toy.shifts(), 0.01
    x = np.linspace(-0.3, 0.3, 601)
    lowest = x[np.argmin(measured.loss(x, shifts))]
    slopes = measured.slope(np.array([lowest - h, lowest + h]), shifts)
    assert toy.sharp_minimum().curvature == pytest.approx(
        float(slopes[1] - slopes[0]) / (2 * h), rel=0.01
    )  # measured 29.8
    below, above = (wells.result(learning_rate=rate) for rate in (0.065, 0.0675))
    assert below["spread"] < np.inf and below["steepness"] < 2
    assert above["spread"] == np.inf and "It bounces: η λ = 2.01" in above["status"]


def test_each_goal_of_the_wells_can_be_reached(wells):
    assert wells.goals_reached(batch_size=4, learning_rate=0.06) == [True, False, False]
    assert wells.goals_reached(batch_size=64, learning_rate=0.09) == [False, True, False]
    assert wells.goals_reached(batch_size=1, learning_rate=0.005) == [False, False, True]


def test_at_first_the_wells_show_something_and_no_goal_is_reached(wells):
    assert 0.1 < wells.result()["share"] < 0.9 and not any(wells.goals_reached())


def test_the_histogram_counts_all_walkers():
    heights = walkers._histogram_outline(np.linspace(-1, 4, toy.WALKERS))[1:-1:2, 1]
    assert heights.sum() == toy.WALKERS


def test_the_walkers_draw_all_examples_evenly_and_walk_as_the_experiments_do():
    key, shifts = jax.random.split(jax.random.key(1))[0], toy.shifts()
    drawn = np.asarray(toy.draw_shifts(key))
    assert len(np.unique(drawn)) == len(np.unique(shifts))
    assert np.mean(drawn) == pytest.approx(0, abs=0.003) and np.std(drawn) == pytest.approx(0.3, abs=0.003)
    order = np.argsort(shifts)
    rows = np.moveaxis(order[np.searchsorted(shifts[order], drawn)], 1, 2)
    theirs = measured.walk(0.05, shifts, rows, jnp.zeros(toy.WALKERS), 4)
    np.testing.assert_allclose(toy.walks(4, 0.05)[:40], theirs[:40], atol=1e-3)


@pytest.mark.parametrize("rate, share", [(0.04, 0), (0.08, 0.36), (0.09, 1)])
def test_by_the_normal_law_batches_of_64_spread_and_leave_as_those_that_are_drawn(rate, share):
    rows = measured.draw_batches(jax.random.key(5), toy.STEPS, toy.WALKERS, 64)
    ours, theirs = toy.walks(64, rate), measured.walk(rate, toy.shifts(), rows, jnp.zeros(toy.WALKERS), 64)
    shares = [float(jnp.mean(path[-1] > measured.BARRIER)) for path in (ours, theirs)]
    assert shares == pytest.approx([share] * 2, abs=0.2)  # measured: .37 and .36 at 0.08, of 240 walkers
    assert measured.measured_std(ours[50:]) == pytest.approx(float(measured.measured_std(theirs[50:])), rel=0.06)


def test_the_tables_of_slopes_are_those_of_all_examples():
    x = np.linspace(-1.4, 4.4, 50)
    mean, std = (toy.between(jnp.asarray(table), x) for table in toy.slopes())
    np.testing.assert_allclose(mean, measured.slope(x, toy.shifts()), atol=0.15)
    np.testing.assert_allclose(std, np.sqrt(measured.slope_variance(x, toy.shifts())), atol=0.3)


@pytest.mark.parametrize("batch_size, rate", [(1, 0.005), (4, 0.03), (16, 0.04), (64, 0.02), (64, 0.05)])
def test_the_band_is_as_wide_as_the_bracket(wells, batch_size, rate):
    result = wells.result(batch_size=batch_size, learning_rate=rate, step=200)
    assert result["measured"] == pytest.approx(result["spread"], rel=0.06)  # measured: within 4 %
    _, curvature, noise = measured.sharp_minimum(toy.shifts())
    predicted = maths.stationary_std(rate, curvature, batch_size, noise)
    assert result["spread"] == pytest.approx(float(predicted), rel=3e-3)


def test_near_2_the_formula_says_too_much(wells):
    result = wells.result(batch_size=64, learning_rate=0.06, step=200)
    assert result["steepness"] < walkers.CHAOS and result["measured"] < 0.95 * result["spread"]


@pytest.mark.claim("G16", "holds if")
def test_one_batch_holds_the_walker_and_changing_batches_do_not(batch_resampling):
    same, new, whole = (batch_resampling.result(batches_are=kind, step=walkers.ONE_STEPS) for kind in walkers.KINDS)
    assert same["slope"] == 0 and abs(same["full"]) > 1
    assert new["place"] > 2 and whole["full"] == 0
    assert batch_resampling.goals_reached(batches_are=walkers.KINDS[1], step=120)[0]
    assert batch_resampling.goals_reached(batches_are=walkers.KINDS[0], step=60)[1]
