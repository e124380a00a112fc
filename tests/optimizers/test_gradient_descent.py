"""Gradient descent against its closed form on a quadratic, and against optax."""

import jax.numpy as jnp
import numpy as np
import optax
import pytest

from optcourse import landscapes
from optcourse.experiments.run import run
from optcourse.optimizers import from_optax, gradient_descent


@pytest.mark.parametrize("learning_rate", [0.01, 0.19, 0.3])  # slow, bouncing, diverging: 2 / λ_max = 0.2
def test_on_a_quadratic_each_coordinate_is_multiplied_by_one_minus_rate_times_curvature(learning_rate, float64):
    curvatures, start = jnp.array([1.0, 10.0]), jnp.array([1.0, -2.0])
    path = run(gradient_descent(learning_rate), lambda w: jnp.sum(curvatures * w**2) / 2, start, 50).path
    t = np.arange(51)[:, None]
    np.testing.assert_allclose(path, (1 - learning_rate * curvatures) ** t * start, rtol=1e-11)


def test_a_schedule_gives_each_step_its_own_rate(float64):
    rates = jnp.array([0.5, 0.1, 0.2, 0.05])
    path = run(gradient_descent(lambda t: rates[t]), lambda w: w**2 / 2, 1.0, 4).path
    np.testing.assert_allclose(path, np.cumprod([1, *(1 - np.asarray(rates))]), rtol=1e-14)


def test_it_is_optax_sgd_step_by_step(float64):
    landscape = landscapes.rosenbrock
    ours = run(gradient_descent(1e-3), landscape.loss, landscape.start, 300)
    theirs = run(from_optax(optax.sgd(1e-3)), landscape.loss, landscape.start, 300)
    np.testing.assert_allclose(ours.path, theirs.path, rtol=1e-12)


def test_its_state_is_the_step_counter():
    optimizer = gradient_descent(0.1)
    state = optimizer.init(jnp.ones(2))
    assert state == 0
    assert optimizer.step(jnp.sum, jnp.ones(2), state)[1] == 1
