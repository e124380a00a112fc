"""The experiments on Gaussians: against plain loops, closed forms, and curves whose distance is known."""

import jax
import numpy as np
import pytest

from optcourse import gaussians
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
    for w, count in zip(measured.starts("deviation")[:2], counted):
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


def test_curves_lie_apart_by_the_distance_of_sets_and_a_part_of_a_curve_by_nothing():
    t = np.linspace(0, 1, 50)
    straight, lifted = np.column_stack([t, 0 * t]), np.column_stack([t, 0 * t + 0.3])
    assert measured.curve_distance(straight, lifted) == pytest.approx(0.3)
    assert measured.curve_distance(straight, straight[:20]) == pytest.approx(0)
    assert measured.curve_distance(straight**2, straight[5:40]) == pytest.approx(
        0, abs=1e-15
    )  # other speeds, one shorter


def test_the_distance_to_the_flow_is_at_least_that_of_the_means_whose_walks_are_known():
    rate, steps = 0.1, np.arange(21)
    gap = np.max(np.abs((1 - rate) ** steps - np.exp(-rate * steps)))
    for (mean, _), found in zip(measured.STARTS, measured.distance_to_flow("variance", [rate])[0]):
        assert abs(mean - 1) * gap <= found < 3 * abs(mean - 1) * gap + 0.05


def test_affine_coordinates_are_drawn_anew_for_each_key():
    plain, first = measured.affine_losses("deviation", jax.random.key(0), steps=3)
    again, second = measured.affine_losses("deviation", jax.random.key(1), steps=3)
    np.testing.assert_array_equal(plain, again)
    assert plain.shape == first.shape == (5, 4) and np.any(first != second)
    assert set(gaussians.ALL) == {"variance", "deviation", "precision", "log-deviation"}
