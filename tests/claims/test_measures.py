"""What the claims of lesson 04 measure with: the line through ten points, and the lengths of steps, by hand."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

import regression_line
import step_lengths


def test_the_regression_has_its_minimum_where_it_says(float64):
    problem = regression_line.regression(jax.random.key(3))
    assert np.linalg.norm(jax.grad(problem.loss)(problem.minimizer)) < 1e-9 * problem.curvatures[1]
    np.testing.assert_allclose(np.linalg.eigvalsh(jax.hessian(problem.loss)(problem.minimizer)), problem.curvatures)


@pytest.mark.parametrize("lengths, steps", [([1, 1, 0.1, 0.6, 1], 1), ([1, 1, 0.9, 0.3], np.inf), ([1, 1, 1], 0)])
def test_recovery_counts_the_short_steps_after_the_change(lengths, steps):
    assert step_lengths.recovery_time(np.array(lengths, float), 2) == steps


def test_a_changing_alpha_is_rmsprop_with_that_alpha_at_every_step(float64):
    sizes = np.array([1.0, 2.0, 0.5, 3.0])
    alphas = np.array([0.9, 0.5, 0.2, 0.8])
    make = lambda rate: step_lengths.rmsprop_with_alpha_schedule(rate, lambda t: jnp.asarray(alphas)[t])
    v, expected = 0.0, []
    for size, alpha in zip(sizes, alphas):
        v = alpha * v + (1 - alpha) * size**2
        expected.append(size / np.sqrt(v))
    np.testing.assert_allclose(step_lengths.step_lengths(sizes, {"x": make})["x"], expected, rtol=1e-6)
