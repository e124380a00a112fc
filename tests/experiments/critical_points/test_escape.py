"""Leaving Lee's saddle: how many steps, against which law, and what momentum and noise change."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import landscapes
from optcourse.experiments.critical_points import escape
from optcourse.experiments.run import first_below, run
from optcourse.optimizers import gradient_descent, momentum

OFFSETS = np.array([1e-2, 1e-4, 1e-6, 1e-8])
KEYS = jax.random.split(jax.random.key(0), 5)


@pytest.mark.parametrize("rate, beta", [(0.02, 0.0), (0.1, 0.0), (0.02, 0.9), (0.002, 0.9)])
def test_a_hundred_times_closer_costs_a_constant_number_of_steps_more(rate, beta):
    steps = escape.steps_to_escape(momentum(rate, beta), OFFSETS)
    expected = escape.extra_steps(rate, beta=beta)
    np.testing.assert_allclose(np.polyfit(np.arange(4), steps, 1)[0], expected, rtol=0.01)  # measured: within 0.3 %


def test_the_steps_are_those_of_the_ledger():
    np.testing.assert_array_equal(escape.steps_to_escape(gradient_descent(0.02), OFFSETS), [153, 270, 388, 505])
    np.testing.assert_array_equal(escape.steps_to_escape(momentum(0.02), OFFSETS), [35, 64, 93, 122])


def test_an_exact_saddle_holds_any_optimizer_for_ever_and_so_does_the_way_into_it():
    for optimizer in (gradient_descent(0.02), momentum(0.02)):
        assert escape.steps_to_escape(optimizer, [0.0]) == np.inf
        assert np.all(escape.steps_to_escape(optimizer, OFFSETS, direction=(1, -1), max_steps=5000) == np.inf)


def test_growth_is_the_largest_eigenvalue_of_one_linear_step():
    for rate, beta in [(0.02, 0.0), (0.02, 0.9), (0.3, 0.5)]:
        step = np.array([[1 + 2 * rate, beta], [2 * rate, beta]])  # of (w, m), where the gradient is -2 w
        np.testing.assert_allclose(escape.growth_factor(rate, beta), np.max(np.linalg.eigvals(step).real), rtol=1e-6)


def test_momentum_leaves_sooner_at_the_same_learning_rate_and_later_at_the_same_total_step():
    plain, pushed = (
        escape.steps_to_escape(gradient_descent(0.02), [1e-4]),
        escape.steps_to_escape(momentum(0.02, 0.9), [1e-4]),
    )
    assert pushed < plain / 4  # measured: 64 and 270
    assert pushed > 2 * escape.steps_to_escape(gradient_descent(0.2), [1e-4])  # η / (1 - β) = 0.2; measured: 31


@pytest.mark.parametrize("optimizer", [gradient_descent(0.02), momentum(0.02)], ids=["plain", "momentum"])
def test_minibatches_do_not_free_lees_saddle_and_change_nothing_beside_it(optimizer):
    at_saddle = jax.vmap(lambda key: escape.steps_with_minibatches(optimizer, key))(KEYS)
    assert np.all(at_saddle == np.inf)
    beside = jax.vmap(lambda key: escape.steps_with_minibatches(optimizer, key, offset=1e-4))(KEYS)
    np.testing.assert_allclose(beside, np.broadcast_to(escape.steps_to_escape(optimizer, [1e-4]), 5), atol=1)


@pytest.mark.parametrize("optimizer", [gradient_descent(0.02), momentum(0.02)], ids=["plain", "momentum"])
def test_examples_that_pull_apart_free_it_though_the_full_loss_is_the_same(optimizer):
    steps = jax.vmap(lambda key: escape.steps_with_minibatches(optimizer, key, tilt=0.01))(KEYS)
    assert np.all(np.isfinite(steps))
    whole = escape.steps_with_minibatches(optimizer, KEYS[0], tilt=0.01, batch_size=64)
    assert whole > np.max(steps)  # all 64 at once: only round-off is left of the pull


def steps_with_noise(key, noise):
    """Steps of gradient descent from w = 0 itself: adding c·w to the loss, c drawn anew, adds c to its gradient."""
    c = noise * jax.random.normal(key, (1000, 2))
    noisy = lambda w, c: landscapes.lee.loss(w) + c @ w
    path = run(gradient_descent(0.02), noisy, jnp.zeros(2), 1000, batches=c).path
    return first_below(jax.vmap(landscapes.lee.loss)(path), escape.TARGET)


def test_gaussian_noise_frees_it_and_a_hundred_times_less_noise_costs_as_much_as_a_hundred_times_closer():
    over_seeds = jax.vmap(steps_with_noise, (0, None))
    steps = [np.mean(over_seeds(KEYS, noise)) for noise in (1e-2, 1e-4, 1e-6)]
    np.testing.assert_allclose(np.diff(steps), escape.extra_steps(0.02), rtol=0.02)


def test_the_saddle_is_the_landscapes():
    assert np.linalg.norm(jax.grad(landscapes.lee.loss)(jnp.asarray(escape.SADDLE, float))) == 0
