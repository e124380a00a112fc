"""Nesterov's method: the textbook form seen from the point ahead, and its recursion on a quadratic."""

import jax
import numpy as np
import pytest

from optcourse import landscapes
from optcourse.experiments.run import run
from optcourse.optimizers import gradient_descent, nesterov

START = np.array([1.0, 0.5])


def test_its_iterate_is_the_point_ahead_of_the_textbook_form(float64):
    gradient, y, m = jax.grad(landscapes.himmelblau.loss), np.asarray(START), np.zeros(2)
    for w in run(nesterov(0.01, 0.8), landscapes.himmelblau.loss, START, 40).path:
        np.testing.assert_allclose(w, y + 0.8 * m, rtol=1e-11)
        m = 0.8 * m - 0.01 * np.asarray(gradient(y + 0.8 * m))
        y = y + m


@pytest.mark.parametrize("curvature", [1.0, 10.0, 30.0])
def test_on_a_quadratic_it_looks_back_with_a_share_that_shrinks_with_the_curvature(curvature, float64):
    path = run(nesterov(0.05, 0.9), lambda w: curvature * w**2 / 2, 1.0, 30).path
    keep = 1 - 0.05 * curvature
    np.testing.assert_allclose(path[1], keep - 0.9 * 0.05 * curvature, rtol=1e-12)
    np.testing.assert_allclose(path[2:], keep * (1.9 * path[1:-1] - 0.9 * path[:-2]), rtol=1e-9, atol=1e-14)


def test_without_momentum_it_is_gradient_descent(float64):
    loss = landscapes.himmelblau.loss
    np.testing.assert_allclose(
        run(nesterov(0.01, 0.0), loss, START, 50).path, run(gradient_descent(0.01), loss, START, 50).path, rtol=1e-12
    )


@pytest.mark.parametrize("beta", [-0.1, 1, float("nan")])
def test_a_beta_that_would_not_fade_is_named(beta):
    with pytest.raises(ValueError, match=f"beta = {beta}: give a finite number >= 0 and below 1"):
        nesterov(0.1, beta)
