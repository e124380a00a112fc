"""MGDA beside the quadratic program it solves, on the front, and where a gradient is zero."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import tradeoffs
from optcourse.experiments.run import run
from optcourse.optimizers import adam, gradient_descent, mgda


def towards(target):
    return lambda w: jnp.sum((w - jnp.asarray(target)) ** 2) / 2


@pytest.mark.parametrize("start", [(0.3, 0.4), (5.0, 1.0), (-3.0, 0.2), (0.5, -2.0)])
def test_its_step_is_the_shortest_mixture_of_the_two_gradients(start, float64):
    start = jnp.asarray(start)
    first, second = towards([0.0, 0.0]), towards([1.0, 0.0])
    w, _, info = mgda(gradient_descent(0.1), second).step(first, start, gradient_descent(0.1).init(start))
    g1, g2 = (np.asarray(jax.grad(loss)(start)) for loss in (first, second))
    mixtures = [share * g1 + (1 - share) * g2 for share in np.linspace(0, 1, 10_001)]
    shortest = min(mixtures, key=np.linalg.norm)
    np.testing.assert_allclose((start - w) / 0.1, shortest, atol=1e-3)
    assert info.loss == first(start)


def test_both_losses_fall_until_the_front_and_stay_there_wherever_it_was_met(float64):
    problem = tradeoffs.curved_front(1.5)
    first, second = (lambda theta: problem.losses(theta)[0]), (lambda theta: problem.losses(theta)[1])
    ends = []
    for place in (0.2, 0.4, 0.6, 0.8):
        found = run(mgda(gradient_descent(0.02), second), first, jnp.array([place, 0.7]), 400)
        falls = np.diff(jax.vmap(problem.losses)(found.path), axis=0)
        assert np.all(falls <= 1e-12)
        assert abs(found.end[1]) < 1e-3
        ends.append(float(problem.front_parameter(found.end)))
    assert np.all(np.diff(ends) > 0.1)  # it has no say in where


def test_the_unit_of_both_losses_changes_nothing():
    start = jnp.array([0.3, 0.4])

    def path(unit):
        first, second = (lambda w, a=a: unit * towards(a)(w) for a in ([0.0, 0.0], [1.0, 0.0]))
        return run(mgda(gradient_descent(0.1 / unit), second), first, start, 10).path

    paths = jax.vmap(path)(jnp.array([1.0, 1e-25, 1e-20, 1e20, 1e25]))
    np.testing.assert_allclose(paths, jnp.broadcast_to(paths[0], paths.shape), rtol=1e-5)


def test_where_both_gradients_agree_it_is_the_optimizer_inside(float64):
    loss, start = towards([1.0, 2.0]), jnp.array([0.3, -0.4])
    expected = run(adam(0.1), loss, start, 20).path
    np.testing.assert_allclose(run(mgda(adam(0.1), loss), loss, start, 20).path, expected, rtol=1e-12)
