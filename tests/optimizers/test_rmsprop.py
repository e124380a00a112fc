"""RMSProp against a loop in NumPy and in closed form: on a slope, and round the bottom of a bowl."""

from itertools import pairwise

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import landscapes
from optcourse.experiments.run import run
from optcourse.optimizers import rmsprop


@pytest.mark.parametrize("eps", [1e-8, 0.5])
def test_it_divides_by_the_root_of_the_running_mean_and_then_adds_eps(eps, float64):
    loss, start, v = landscapes.himmelblau.loss, jnp.array([1.0, 0.5]), np.zeros(2)
    path = run(rmsprop(0.01, 0.8, eps), loss, start, 30).path
    for here, there in pairwise(path):
        g = np.asarray(jax.grad(loss)(here))
        v = 0.8 * v + 0.2 * g**2
        np.testing.assert_allclose(there, here - 0.01 * g / (np.sqrt(v) + eps), rtol=1e-12)


def test_on_a_slope_its_first_steps_are_long_because_the_average_starts_at_zero(float64):
    moves = np.diff(run(rmsprop(0.1, 0.9, eps=0.0), lambda w: -7.0 * w, 0.0, 60).path)
    np.testing.assert_allclose(moves, 0.1 / np.sqrt(1 - 0.9 ** (np.arange(60) + 1)), rtol=1e-12)


def test_it_never_settles_but_jumps_half_a_learning_rate_to_either_side(float64):
    curvatures = jnp.array([1.0, 1000.0])
    path = run(rmsprop(0.01), lambda w: jnp.sum(curvatures * w**2) / 2, jnp.ones(2), 1000).path
    np.testing.assert_allclose(np.abs(path[-2:]), 0.005, rtol=1e-3)
    np.testing.assert_allclose(path[-1], -path[-2], rtol=1e-3)


@pytest.mark.parametrize("alpha", [-0.1, 1, float("nan")])
def test_an_alpha_that_would_not_forget_is_named(alpha):
    with pytest.raises(ValueError, match=f"alpha = {alpha}: give a finite number >= 0 and below 1"):
        rmsprop(0.1, alpha)
