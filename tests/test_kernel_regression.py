"""What a kernel learns: the solution, the way there by flow and by steps, and that a linearized network goes it."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from jax.scipy.linalg import expm

from optcourse import kernels, models, trees
from optcourse.kernel_regression import gradient_descent, gradient_flow, regression

N, M = 5, 3
MLP = models.mlp((4, 6, 1))


def problem(outputs=()):
    """(k, K, y, start): a positive definite kernel of eight points, targets, and outputs before training."""
    rng = np.random.default_rng(0)
    root = rng.normal(size=(N + M, N + M))
    everything = root @ root.T / 8
    y, u, f = (rng.normal(size=(n, *outputs)) for n in (N, N, M))
    return jnp.asarray(everything[N:, :N]), jnp.asarray(everything[:N, :N]), jnp.asarray(y), (u, f)


@pytest.mark.parametrize("outputs", [(), (2,)])
def test_regression_solves_for_the_examples(outputs, float64):
    k, K, y, _ = problem(outputs)
    np.testing.assert_allclose(regression(K, K, y), y, atol=1e-10)
    expected = k @ np.linalg.solve(K + 0.3 * np.eye(N), y)
    np.testing.assert_allclose(regression(k, K, y, 0.3), expected, atol=1e-12)


@pytest.mark.parametrize("outputs", [(), (2,)])
def test_the_flow_is_that_of_least_squares_and_ends_in_regression(outputs, float64):
    k, K, y, (u, f) = problem(outputs)
    path = gradient_flow(k, K, y, [0.0, 0.7, 1e9], (u, f))
    np.testing.assert_allclose(path.train[0], u, atol=1e-14)
    np.testing.assert_allclose(path.test[0], f, atol=1e-14)
    # all eight points obey one linear differential equation: its matrix exponential is the oracle
    generator = -np.block([[K, np.zeros((N, M))], [k, np.zeros((M, M))]])
    change = expm(0.7 * generator) @ np.concatenate([u - y, f])
    np.testing.assert_allclose(path.train[1], y + change[:N], atol=1e-11)
    np.testing.assert_allclose(path.test[1], change[N:], atol=1e-11)
    np.testing.assert_allclose(path.test[2], f + regression(k, K, y - u), atol=1e-7)
    at_zero = gradient_flow(k, K, y, [0.7])
    np.testing.assert_allclose(at_zero.test, gradient_flow(k, K, y, [0.7], (0 * u, 0 * f)).test, atol=1e-14)


def test_a_direction_that_the_kernel_does_not_see_stays(float64):
    K = jnp.diag(jnp.array([2.0, 0.0]))
    path = gradient_flow(jnp.array([[1.0, 1.0]]), K, jnp.array([1.0, 1.0]), [3.0])
    np.testing.assert_allclose(path.train[0], [1 - np.exp(-6), 0], atol=1e-14)
    np.testing.assert_allclose(path.test[0, 0], (1 - np.exp(-6)) / 2 + 3, atol=1e-14)


def test_steps_are_those_of_a_linearized_network_from_its_start(float64):
    rng = np.random.default_rng(1)
    x, others, y = rng.normal(size=(N, 4)), rng.normal(size=(M, 4)), rng.normal(size=N)
    network = lambda w, x: MLP.apply(w, x)[:, 0]
    w = start = jax.tree.map(lambda leaf: jnp.asarray(leaf, float) + 0.2, MLP.init(jax.random.key(0)))
    linear = kernels.linearize(network, start)
    slope = jax.jit(jax.grad(lambda w: jnp.sum((linear(w, x) - y) ** 2) / 2))
    train, test = [], []
    for _ in range(8):
        train, test = [*train, linear(w, x)], [*test, linear(w, others)]
        w = trees.add_scaled(w, -0.05, slope(w))
    K, k = (kernels.empirical_ntk(network, start, inputs, x) for inputs in (x, others))
    u, f = train[0], test[0]
    path = gradient_descent(k, K, y - u, 0.05, 7)
    np.testing.assert_allclose(u + path.train, train, atol=1e-12)
    np.testing.assert_allclose(f + path.test, test, atol=1e-12)


def test_short_steps_follow_the_flow_and_too_long_ones_diverge(float64):
    k, K, y, _ = problem()
    steps = gradient_descent(k, K, y, 1e-4, 10_000)
    flow = gradient_flow(k, K, y, [1.0])
    np.testing.assert_allclose(steps.test[-1], flow.test[0], atol=1e-3)
    limit = 2 / float(np.linalg.eigvalsh(K)[-1])
    error = lambda rate: np.linalg.norm(gradient_descent(k, K, y, rate, 300).train[-1] - y)
    assert error(0.99 * limit) < np.linalg.norm(y) < error(1.05 * limit)


def test_bad_input_is_named(float64):
    k, K, y, _ = problem()
    with pytest.raises(ValueError, match=r"ridge = -0\.1: give a finite number >= 0"):
        regression(k, K, y, -0.1)
    assert np.all(np.isnan(regression(k, -K, y)))
