"""The experiments on Gaussians: against plain loops, closed forms, and curves whose distance is known."""

import jax
import numpy as np
import pytest

from optcourse.experiments.natural_gradient import gaussians as measured
from optcourse.fisher import gaussian_kl


def test_the_divergence_of_a_step_is_that_of_the_two_gaussians_it_joins():
    moved = measured.step_divergences((0.3, 1.0, 3.0))
    for std, variance, precision in zip((0.3, 1.0, 3.0), moved["variance"], moved["precision"]):
        assert variance == pytest.approx(float(gaussian_kl(0.0, std, 0.0, np.sqrt(std**2 + 0.1))), rel=0.01)
        assert precision == pytest.approx(float(gaussian_kl(0.0, std, 0.0, (std**-2 + 0.1) ** -0.5)), rel=0.01)
    np.testing.assert_allclose(moved["log-deviation"], moved["log-deviation"][0], rtol=1e-4)


@pytest.mark.parametrize("natural", [True, False])
def test_steps_to_fit_counts_what_a_plain_loop_counts(natural, float64):
    coordinates, loss = measured.named_problem("deviation")
    counted = measured.steps_to_fit("deviation", natural, [0.3])[0]
    gradient = jax.jit(jax.grad(loss))
    for w, count in zip(measured.starts(coordinates)[:2], counted):
        steps = 0
        while loss(w) >= measured.TOLERANCE:
            g = gradient(w)
            w, steps = w - 0.3 * (np.linalg.inv(coordinates.fisher(w)) @ g if natural else g), steps + 1
        assert steps == count


def test_a_run_that_leaves_the_family_never_arrives():
    assert np.max(measured.steps_to_fit("precision", True, [1.0])) == np.inf


def test_curves_start_at_the_starts_and_the_natural_ones_end_near_the_target():
    curves = measured.flow_curves("precision", True, time=12.0, steps=2000)
    np.testing.assert_allclose(curves[:, 0], measured.STARTS, rtol=1e-12)
    np.testing.assert_allclose(curves[:, -1], np.tile(measured.TARGET, (5, 1)), atol=1e-4)
