"""What is measured on two weights: helpers by hand, and a part of the table `ravine_rotation` measured again."""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import landscapes, optimizers
from optcourse.experiments import table
from optcourse.experiments.adaptive_learning_rates import two_weights
from optcourse.experiments.run import first_below


@pytest.mark.parametrize("rate, steps", [(0.5, 4), (1.0, 1), (0.0, np.inf), (3.0, np.inf)])
def test_first_steps_counts_until_the_loss_is_low_and_a_divergence_counts_for_ever(rate, steps, float64):
    # w is multiplied by 1 - rate; 0.5⁴ is the first below 0.1
    found = two_weights.steps_to_target(
        optimizers.gradient_descent(rate), lambda w: w[0] ** 2 / 2, jnp.ones(1), 0.005, 3000
    )
    assert found == steps


def test_the_race_takes_the_rate_that_is_down_first_and_is_as_fast_as_a_run_with_it():
    surface, start = landscapes.quadratic(20.0, 0.3), jnp.array([1.5, 1.0])
    result = jax.jit(partial(two_weights.race, steps=150))(20.0, 0.3, start)
    sweep = jax.jit(lambda grid: two_weights.sweep_rates(surface.loss, start, grid, 150))
    for i, name in enumerate(two_weights.RACERS):
        grid = two_weights.rates(name, 20.0, 24)
        losses = surface.loss(start) * sweep(grid)[two_weights.METHODS.index(name)]
        steps = [float(first_below(row, two_weights.TARGET_LOSS)) for row in losses]
        best = int(np.argmin(steps)) if np.isfinite(min(steps)) else int(np.nanargmin(losses[:, -1]))
        assert result.steps[i] == min(steps)
        np.testing.assert_allclose(result.rate[i], grid[best], rtol=1e-5)
        np.testing.assert_allclose(result.path[i, 0], start)
        walked = [float(surface.loss(w)) for w in result.path[i, :40]]
        np.testing.assert_allclose(walked, losses[best, :40], rtol=0.05, atol=1e-6)


def test_the_rotation_is_read_by_racer_angle_and_start():
    steps = two_weights.read_rotation()
    assert list(steps) == list(two_weights.RACERS)
    assert all(counts.shape == (5, 5) for counts in steps.values())
    assert np.median(steps["adagrad"], axis=1)[[0, 1, 4]].tolist() == [5, 555, 34_322]


@pytest.mark.parametrize("method, kappa, edge", [("gradient_descent", 50.0, 2 / 50), ("momentum", 50.0, 3.8 / 50)])
def test_the_rates_of_methods_with_one_rate_end_just_below_where_they_diverge(method, kappa, edge):
    grid = two_weights.rates(method, kappa, 10)
    assert 0.98 * edge < grid[-1] < edge
    assert np.all(np.diff(grid) > 0) and len(grid) == 10


def test_the_sweep_holds_the_loss_of_every_method_at_every_rate():
    surface, start, grid = landscapes.quadratic(5.0), jnp.array([1.0, 1.0]), [0.01, 0.1]
    swept = jax.jit(lambda: two_weights.sweep_rates(surface.loss, start, grid, 20))()
    assert swept.shape == (len(two_weights.METHODS), 2, 21)
    for i, name in enumerate(two_weights.METHODS):
        for rate, row in zip(grid, swept[i]):
            w, state = start, optimizers.ALL[name](rate).init(start)
            for share in row[:4]:
                assert surface.loss(w) / surface.loss(start) == pytest.approx(float(share), rel=1e-4, abs=1e-7)
                w, state, _ = optimizers.ALL[name](rate).step(surface.loss, w, state)


@pytest.mark.parametrize("y, step", [([1, 0.5, 0.001, 0.2], 3), ([1, 0.001, 0.05], np.inf), ([1, 0.5, 0.3], np.inf)])
def test_a_burst_is_a_loud_step_after_a_quiet_one(y, step):
    assert two_weights.burst_step(np.array(y)) == step


@pytest.mark.parametrize("method, angle, seed", [("adagrad", 45, 1), ("adam", 5, 3)])
def test_a_turned_ravine_measured_again_gives_the_row_of_the_table(method, angle, seed):
    row = table.read("ravine_rotation").where(method=method, angle=angle, seed=seed).columns
    again = two_weights.best_steps(method, angle, seed)
    assert again["steps"] == pytest.approx(row["steps"].item(), rel=0.02)
    assert again["rate"] == pytest.approx(row["rate"].item(), rel=0.02)


def test_the_table_holds_every_job_and_no_best_rate_lies_at_an_end_of_its_grid():
    found = table.read("ravine_rotation")
    assert found.settings == two_weights.ROTATION_SETTINGS
    assert len(found.columns["steps"]) == 6 * 5 * 5 and np.all(np.isfinite(found.columns["steps"]))
    for name in ("adagrad", "adagrad_rms", "rmsprop", "adam"):
        best = found.where(method=name).columns["rate"]
        assert np.all((best > 1.1e-5) & (best < 3.9))


def test_a_rotation_changes_nothing_for_the_methods_that_have_one_rate():
    for name in two_weights.SHARED_RATE_METHODS:
        steps = table.read("ravine_rotation").where(method=name).columns["steps"].reshape(5, 5)
        np.testing.assert_allclose(steps, np.tile(steps[0], (5, 1)), rtol=1e-3)
