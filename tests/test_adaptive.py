"""Closed forms of lesson 04, each against a run or the definition."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import adaptive, landscapes, linalg
from optcourse.experiments.run import run
from optcourse.optimizers import adagrad_rms, adam, gradient_descent, rmsprop


def test_the_conditioning_is_what_a_step_with_that_scaling_has_to_cope_with(float64):
    R = linalg.rotation(0.3)
    H, d = R @ jnp.diag(jnp.array([1.0, 50.0])) @ R.T, jnp.array([2.0, 0.5])
    eigenvalues = np.linalg.eigvals(np.diag(1 / d) @ H)  # of D⁻¹ H itself, which is not symmetric
    assert adaptive.condition_number(H, d) == pytest.approx(max(eigenvalues) / min(eigenvalues))
    assert adaptive.condition_number(H) == pytest.approx(50)


def test_the_best_descent_in_scaled_coordinates_shrinks_by_that_conditioning(float64):
    H, d = jnp.array([[3.0, 1.0], [1.0, 40.0]]), jnp.array([3.0, 40.0])
    kappa = adaptive.condition_number(H, d)
    scale = 1 / jnp.sqrt(d)
    lowest, highest = jnp.linalg.eigvalsh(scale[:, None] * H * scale)
    scaled = lambda u: (scale * u) @ H @ (scale * u) / 2
    path = run(gradient_descent(2 / (lowest + highest)), scaled, jnp.array([1.0, 2.0]), 60).path
    sizes = np.linalg.norm(path, axis=1)
    np.testing.assert_allclose((sizes[60] / sizes[40]) ** (1 / 20), (kappa - 1) / (kappa + 1), rtol=1e-6)


@pytest.mark.parametrize("learning_rate", [0.01, 0.1])
def test_rmsprop_ends_in_the_limit_cycle(learning_rate, float64):
    curvatures = jnp.array([1.0, 20.0, 300.0])
    loss = run(rmsprop(learning_rate), lambda w: jnp.sum(curvatures * w**2) / 2, jnp.ones(3), 2000).loss
    np.testing.assert_allclose(loss[-20:], adaptive.limit_cycle_loss(learning_rate, curvatures), rtol=1e-3)


@pytest.mark.parametrize("learning_rate, kappa", [(0.2, 1000.0), (0.3, 1000.0), (0.4, 500.0)])
def test_the_mean_form_of_adagrad_turns_when_it_becomes_unstable(learning_rate, kappa, float64):
    loss, start = landscapes.quadratic(kappa).loss, jnp.array([100.0, 1.0])
    record = lambda w, state: (w[1], state.s[1])
    y, squares = map(np.asarray, run(adagrad_rms(learning_rate), loss, start, 3000, record=record).path)
    step = adaptive.steps_to_instability(learning_rate, kappa, squares[30])
    quiet = np.abs(y[30:])
    assert abs(30 + np.argmin(quiet) - step) <= 2


def test_moving_averages_are_those_of_adam(float64):
    gradients = jax.random.normal(jax.random.key(0), (50,))
    m, sigma = adaptive.moving_averages(gradients, 0.8, 0.95)
    moves = np.diff(run(adam(0.1, 0.8, 0.95, eps=0.0), lambda w, g: g * w, 0.0, 50, gradients).path)
    np.testing.assert_allclose(moves, -0.1 * m / sigma, rtol=1e-12)
    np.testing.assert_allclose(sigma[0], np.abs(gradients[0]), rtol=1e-12)


def test_moving_averages_of_numbers_too_large_to_square_are_those_of_adam_too():
    m, sigma = adaptive.moving_averages(jnp.array([1e25, -1e25]))
    np.testing.assert_allclose(m / sigma, [1, -0.1 / 1.9], rtol=1e-4)


@pytest.mark.parametrize("share", [0.0, 0.9, 0.999999, 0.9999999])
@pytest.mark.parametrize("kind", [int, float])
def test_the_average_of_a_constant_is_that_constant_in_float32_too(share, kind):
    for average in adaptive.moving_averages(jnp.full(3, 2, kind), share, share):
        np.testing.assert_allclose(average, 2, rtol=1e-6)


@pytest.mark.parametrize("jump", [0.01, 0.3, 5.0, 1000.0])
def test_the_steps_after_a_jump_are_those_of_adam_after_a_long_stretch(jump, float64):
    gradients = jnp.r_[jnp.ones(2000), jnp.full(400, jump)]
    path = run(adam(1.0, 0.9, 0.98, eps=0.0), lambda w, g: -g * w, 0.0, 2400, gradients).path
    n = np.arange(1, 401)
    lengths = adaptive.step_after_jump(jump, 0.9**n, 0.98**n)
    np.testing.assert_allclose(np.diff(path)[2000:], lengths, rtol=1e-10)


@pytest.mark.parametrize("jump", [0.001, 0.3, 5.0, 1000.0])
@pytest.mark.parametrize("tolerance", [0.1, 0.5])
def test_the_reaction_time_is_when_the_steps_of_rmsprop_come_within_the_tolerance(jump, tolerance, float64):
    time = float(adaptive.reaction_time(jump, 0.99, tolerance))
    for n, is_off in ((np.floor(time), True), (np.ceil(time), False)):
        length = adaptive.step_after_jump(jump, 0, 0.99**n)
        assert (abs(length - 1) > tolerance) == is_off
    assert adaptive.reaction_time(1.0, 0.99) == adaptive.reaction_time(1.05, 0.99) == 0  # never off
