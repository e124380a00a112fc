"""Newton's method: one step on a quadratic, what damping does, and where it climbs."""

from itertools import pairwise

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import landscapes
from optcourse.experiments.run import run
from optcourse.optimizers import newton

A = np.array([[3.0, 1.0], [1.0, 200.0]])
START = np.array([2.0, -1.0])


def bowl(w):
    return w @ A @ w / 2


def test_one_step_solves_a_quadratic_however_ill_conditioned(float64):
    np.testing.assert_allclose(run(newton(1.0), bowl, START, 1).end, 0, atol=1e-12)


def test_a_smaller_rate_takes_that_share_of_the_way(float64):
    path = run(newton(0.25), bowl, START, 10).path
    np.testing.assert_allclose(path, 0.75 ** np.arange(11)[:, None] * START, rtol=1e-10)


def test_damping_adds_to_every_curvature(float64):
    path = run(newton(1.0, damping=2.0), bowl, START, 5).path
    matrix = np.eye(2) - np.linalg.inv(A + 2 * np.eye(2)) @ A
    for here, there in pairwise(path):
        np.testing.assert_allclose(there, matrix @ here, rtol=1e-9)


def test_with_much_damping_it_is_gradient_descent_with_a_small_rate(float64):
    end = run(newton(1.0, damping=1e8), bowl, START, 1).end
    np.testing.assert_allclose(end - START, -jax.grad(bowl)(START) / 1e8, rtol=1e-5)


def test_without_damping_it_walks_into_a_saddle_and_with_enough_of_it_away(float64):
    saddle = lambda w: w[0] ** 2 - w[1] ** 2
    start = jnp.array([1.0, 0.1])
    np.testing.assert_allclose(run(newton(1.0), saddle, start, 1).end, 0, atol=1e-12)
    assert run(newton(1.0, damping=4.0), saddle, start, 5).end[1] > 1


def test_it_doubles_the_correct_digits_near_a_minimum(float64):
    landscape = landscapes.himmelblau
    norms = run(newton(1.0), landscape.loss, jnp.array([3.3, 2.3]), 5).gradient_norm
    assert norms[0] > 1
    assert np.all(norms[2:5] < norms[1:4] ** 1.5)
    assert norms[5] < 1e-10


def test_parameters_may_be_a_tree(float64):
    w = {"a": jnp.ones((2, 2)), "b": jnp.ones(())}
    loss = lambda w: jnp.sum((w["a"] - 2.0) ** 2) + (w["b"] + w["a"][0, 0]) ** 2
    end = run(newton(1.0), loss, w, 1).end
    np.testing.assert_allclose(end["a"], 2.0, rtol=1e-12)
    np.testing.assert_allclose(end["b"], -2.0, rtol=1e-12)


def test_a_negative_damping_is_named():
    with pytest.raises(ValueError, match="damping = -1: give a finite number >= 0"):
        newton(1.0, damping=-1)
