"""Weighted sums that are minimized every day: each front against its closed form, or against the slope -1/λ."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse.experiments.linear_combinations import regularization

KEYS = [jax.random.key(seed) for seed in range(5)]
WEIGHTS = jnp.geomspace(1e-3, 1, 13)


def secants(points):
    """The slope from each point of a front to the next."""
    points = np.asarray(points, float)
    return np.diff(points[:, 1]) / np.diff(points[:, 0])


def lie_between(slopes, weights, slack=1e-3):
    """The secant from one weight's point to the next has a slope between -1/λ of both: the front is convex."""
    steep, flat = -1 / np.asarray(weights[:-1]), -1 / np.asarray(weights[1:])
    return np.all((slopes > steep * (1 + slack)) & (slopes < flat * (1 - slack)))


def test_the_front_of_ridge_has_the_slope_minus_one_over_lambda_everywhere(float64):
    for key in KEYS:
        x, y = regularization.parity_data(key)
        points, velocity = jax.jvp(regularization.ridge, (WEIGHTS, x, y), (jnp.ones_like(WEIGHTS), 0 * x, 0 * y))
        np.testing.assert_allclose(velocity[:, 1] / velocity[:, 0] * WEIGHTS, -1, rtol=1e-8)
        assert np.all(np.diff(secants(points)) > 0) and lie_between(secants(points), WEIGHTS)


def test_ridge_minimizes_its_sum(float64):
    x, y = regularization.parity_data(KEYS[0])
    objective = lambda w: jnp.mean((x @ w - y) ** 2) + 0.1 * w @ w
    w = jnp.linalg.lstsq(
        jnp.concatenate([x / 500**0.5, 0.1**0.5 * jnp.eye(64)]), jnp.append(y / 500**0.5, jnp.zeros(64))
    )[0]
    first, second = regularization.ridge(jnp.array([0.1]), x, y)[0]
    assert first + 0.1 * second == pytest.approx(float(objective(w)), rel=1e-10)


def test_the_front_of_the_lasso_is_convex_too_and_agrees_with_another_solver(float64):
    from sklearn.linear_model import Lasso

    weights = jnp.geomspace(3e-3, 0.3, 9)
    for key in KEYS:
        x, y = (np.asarray(part) for part in regularization.parity_data(key))
        points = np.asarray(regularization.lasso(weights, x, y))
        assert np.all(np.diff(secants(points)) > 0) and lie_between(secants(points), weights, slack=0)
        other = Lasso(alpha=0.05 / 2, fit_intercept=False, tol=1e-10, max_iter=100_000).fit(x, y).coef_
        expected = [np.mean((x @ other - y) ** 2), np.abs(other).sum()]
        np.testing.assert_allclose(regularization.lasso(jnp.array([0.05]), x, y)[0], expected, rtol=1e-5)


def test_a_linear_autoencoder_reaches_every_point_of_the_best_code_there_is():
    betas, variances = jnp.geomspace(0.05, 1, 7), regularization.digit_variances()
    for key in KEYS:
        error = np.abs(
            regularization.linear_vae(betas, variances, key) - regularization.water_filling(betas, variances)
        )
        assert np.max(error) < 0.05, error  # nats; measured .001 to .018 of the 6 that the front spans


def test_water_filling_of_one_variance_is_the_rate_distortion_function(float64):
    betas = jnp.geomspace(0.1, 2, 9)
    distortion, rate = regularization.water_filling(betas, jnp.array([2.0])).T
    np.testing.assert_allclose(2 * distortion, 2 * np.exp(-2 * rate), rtol=1e-12)  # σ² exp(-2 R)
    several = regularization.water_filling(jnp.geomspace(0.1, 0.6, 9), jnp.array([0.7, 0.5, 0.2]))
    assert lie_between(secants(several), jnp.geomspace(0.1, 0.6, 9))


def test_a_policy_reaches_every_balance_of_reward_and_entropy():
    alphas = jnp.geomspace(0.05, 2, 9)
    for key in KEYS:
        rewards = regularization.rewards(key)
        expected = regularization.soft_policy(alphas, rewards)
        error = np.abs(regularization.bandit(alphas, rewards, jax.random.fold_in(key, 1)) - expected)
        assert np.max(error) < 0.01, error  # measured 2e-3 to 4e-3
        assert np.all(np.diff(secants(expected)) > 0) and lie_between(secants(expected), alphas, slack=0)


def test_an_arm_that_is_never_pulled_adds_nothing_to_the_slope_of_reward_and_entropy():
    of = jax.jit(
        jax.jacobian(lambda theta: regularization.policy_losses(jax.nn.softmax(theta), jnp.array([0.2, 0.9, 0.5])))
    )
    np.testing.assert_allclose(of(jnp.array([0.1, 0.4, -200.0])), of(jnp.array([0.1, 0.4, -80.0])), atol=1e-12)


@pytest.mark.parametrize("rate, steps", [(0.1, 100), (0.01, 1000), (0.3, 50)])
def test_two_players_spiral_out_by_a_law_while_their_losses_add_up_to_nothing(rate, steps):
    path = regularization.bilinear_game(rate, steps)
    radii = np.linalg.norm(path, axis=1)
    np.testing.assert_allclose(radii, (1 + rate**2) ** (np.arange(steps + 1) / 2), rtol=1e-4)
