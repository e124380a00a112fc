"""SAM on a quadratic, at the ends of its radius, and what it reports."""

from itertools import pairwise

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import landscapes
from optcourse.experiments.run import run
from optcourse.optimizers import adam, gradient_descent, sam

CURVATURES = np.array([1.0, 10.0])
START = np.array([1.0, -0.5])


def bowl(w):
    return jnp.sum(CURVATURES * w**2) / 2


def test_on_a_quadratic_it_takes_the_gradient_a_radius_uphill(float64):
    path = run(sam(gradient_descent(0.05), 0.3), bowl, START, 20).path
    for here, there in pairwise(path):
        g = np.asarray(CURVATURES * here)
        uphill = here + 0.3 * g / np.linalg.norm(g)
        np.testing.assert_allclose(there, here - 0.05 * CURVATURES * uphill, rtol=1e-12)


def test_with_no_radius_it_is_the_optimizer_inside(float64):
    loss = landscapes.himmelblau.loss
    np.testing.assert_array_equal(run(sam(adam(0.1), 0.0), loss, START, 30).path, run(adam(0.1), loss, START, 30).path)


@pytest.mark.parametrize("size", [1e-30, 1e-20, 1.0, 1e20, 1e25])
def test_it_looks_a_radius_uphill_however_small_or_large_the_gradient(size):
    here = size * START
    g = CURVATURES * here
    path = run(sam(gradient_descent(0.01), 0.5), bowl, here, 1)
    uphill = here + 0.5 * g / np.linalg.norm(g)
    np.testing.assert_allclose(path.end, here - 0.01 * CURVATURES * uphill, rtol=1e-5)
    np.testing.assert_allclose(path.gradient_norm[0], np.linalg.norm(g), rtol=1e-6)


def test_it_may_wrap_itself_and_a_wrapped_state_is_the_state_inside():
    assert sam(adam(0.1)).init(START).t == 0
    end = run(sam(sam(gradient_descent(0.05))), bowl, START, 50).loss[-1]
    assert end < 0.1 * bowl(START)


def test_the_radius_is_traced():
    traces = []

    @jax.jit
    def end(radius):
        traces.append(radius)
        return run(sam(gradient_descent(0.01), radius), bowl, START, 3).end

    assert not jnp.array_equal(end(0.1), end(0.5))
    assert len(traces) == 1


def test_a_negative_radius_is_named():
    with pytest.raises(ValueError, match="radius = -1: give a finite number >= 0"):
        sam(adam(0.1), -1)
