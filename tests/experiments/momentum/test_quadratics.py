"""What momentum gains in steps: the counts of runs against the factors of the closed form."""

import jax
import numpy as np
import pytest

from optcourse import quadratics
from optcourse.experiments.momentum import quadratics as momentum
from optcourse.experiments.run import run
from optcourse.optimizers import gradient_descent

KEYS = jax.random.split(jax.random.key(1), 5)


@pytest.mark.parametrize("key", KEYS)
def test_the_spectrum_reaches_from_1_to_kappa_evenly_in_the_logarithm(key):
    curvatures = np.asarray(momentum.spectrum(key, 1000.0))
    assert (curvatures.min(), curvatures.max()) == (1, pytest.approx(1000)) and len(curvatures) == 20
    assert 4 < np.sum(curvatures < 1000**0.5) < 16


@pytest.mark.parametrize("method", ["gradient_descent", "nesterov"])
@pytest.mark.parametrize("kappa", [10.0, 300.0])
def test_the_steps_to_a_millionth_follow_from_the_factor(method, kappa):
    law = float(quadratics.steps_to_tolerance(momentum.best_parameters(method, kappa).convergence_factor))
    counts = momentum.steps_to_shrink(method, kappa, KEYS)
    # The start decides how much of the error lies along the slowest direction: one tenth of it costs ln 10 / 13.8 less.
    assert np.all((counts > 0.7 * law) & (counts < 1.3 * law))


def test_the_best_momentum_needs_a_little_more_than_its_factor_says_because_its_roots_are_double():
    for kappa in (100.0, 10_000.0):
        law = float(quadratics.steps_to_tolerance(momentum.best_parameters("momentum", kappa).convergence_factor))
        counts = momentum.steps_to_shrink("momentum", kappa, KEYS)
        assert np.all((counts > law) & (counts < 1.7 * law))  # measured: 1.2 to 1.4


def test_a_run_that_diverges_never_shrinks(monkeypatch):
    monkeypatch.setattr(momentum, "best_parameters", lambda *_: quadratics.BestTuning(3.0, 0.0, np.nan))
    assert np.all(momentum.steps_to_shrink("gradient_descent", 10.0, KEYS) == np.inf)


def test_a_given_beta_is_used_and_its_best_rate_with_it():
    numbers = momentum.best_parameters("momentum", 50.0, beta=0.9)
    assert numbers.beta == 0.9 and numbers.learning_rate == pytest.approx(3.8 / 51)


def test_beside_a_wall_there_is_a_saddle_and_the_walls_are_as_steep_as_said():
    H = jax.jit(jax.hessian(momentum.walled_saddle(50.0)))(np.zeros(2))
    np.testing.assert_allclose(H, [[50, 0], [0, -1]])
    assert momentum.walled_saddle(50.0)(np.array([0.0, 1.0])) == -0.25


def test_a_run_that_does_not_escape_in_time_counts_as_infinite():
    assert momentum.steps_to_escape(100.0, quadratics.best_gradient_descent(1.0, 100.0), max_steps=50) == np.inf


def test_the_kinked_loss_is_convex_continuous_and_smooth():
    w = np.linspace(-2, 4, 6001)
    loss, slope = np.asarray(momentum.lessard_loss(w)), np.asarray(jax.vmap(jax.grad(momentum.lessard_loss))(w))
    assert np.all(np.diff(slope) > 0)
    assert np.max(np.abs(np.diff(loss))) < 0.1 and np.max(np.diff(slope)) < 0.03  # no jump in either
    np.testing.assert_allclose(np.diff(loss) / np.diff(w), (slope[1:] + slope[:-1]) / 2, atol=0.02)
    assert momentum.lessard_loss(0.0) == 0 == loss.min()


def test_gradient_descent_at_the_limit_of_the_steepest_curvature_finds_the_bottom_of_the_kinked_loss():
    assert abs(run(gradient_descent(1.9 / 25), momentum.lessard_loss, 3.2, 2000).end) < 1e-6
