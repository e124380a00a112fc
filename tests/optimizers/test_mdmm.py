"""MDMM where the answer is known: on a line, at the front's slope, beside scipy, and at the edge of its damping."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from scipy.optimize import minimize

from optcourse import tradeoffs
from optcourse.experiments.run import run
from optcourse.optimizers import adam, gradient_descent, mdmm, momentum

START = np.array([0.3, 0.4])


def bowl(w):
    return jnp.sum(jnp.array([1.0, 4.0]) * w**2) / 2


def line(w):
    return w[0] + w[1]


def test_two_steps_by_hand(float64):
    optimizer = mdmm(gradient_descent(0.1), line, 1.0, damping=3.0, multiplier_rate=0.5)
    w, multiplier, state = jnp.asarray(START), 0.0, optimizer.init(START)
    for _ in range(2):
        h = line(w) - 1.0
        expected = w - 0.1 * (jnp.array([1.0, 4.0]) * w + (multiplier + 3.0 * h) * jnp.ones(2))
        multiplier += 0.5 * h
        here = bowl(w)
        w, state, info = optimizer.step(bowl, w, state)
        assert info.loss == pytest.approx(float(here))
        np.testing.assert_allclose(w, expected, rtol=1e-12)
        np.testing.assert_allclose(state.multiplier, multiplier, rtol=1e-12)


# With 0.02 Adam, which divides by a v near 0 there, leaves its end again and again, and round-off says when.
@pytest.mark.parametrize(
    "base", [gradient_descent(0.05), momentum(0.01), adam(0.005)], ids=["descent", "momentum", "adam"]
)
def test_a_quadratic_on_a_line_ends_where_lagrange_says(base, float64):
    w = run(mdmm(base, line, 1.0, 5.0, 0.2), bowl, START, 4000, record=lambda w, state: state.multiplier)
    np.testing.assert_allclose(w.end, [0.8, 0.2], atol=1e-4)  # w = -λ (1, 1/4), and their sum is 1
    np.testing.assert_allclose(w.path[-1], -0.8, atol=1e-3)


@pytest.mark.parametrize("problem", [tradeoffs.convex_front(), tradeoffs.curved_front(1.5)], ids=["convex", "concave"])
def test_it_ends_on_the_front_and_its_multiplier_is_the_slope_there(problem, float64):
    first, second = (lambda theta: problem.losses(theta)[0]), (lambda theta: problem.losses(theta)[1])
    losses = jax.jit(lambda theta: (problem.losses(theta), jax.jacobian(problem.losses)(theta)))
    epsilons = np.array([0.2, 0.5, 0.8])

    @jax.jit
    @jax.vmap
    def ends(epsilon):
        """(losses at the end, multiplier), and what they should be."""
        s = tradeoffs.parameter_for_target(problem, epsilon)
        method = mdmm(gradient_descent(0.01), second, epsilon, 20.0, 0.2)
        found = run(method, first, START, 6000, record=lambda theta, state: state.multiplier)
        expected = problem.losses_at(s), tradeoffs.multiplier_at(problem, s)
        return (problem.losses(found.end), found.path[-1]), expected

    (reached, multipliers), (losses_there, slopes) = ends(epsilons)
    np.testing.assert_allclose(reached, losses_there, atol=1e-6)
    np.testing.assert_allclose(multipliers, slopes, rtol=1e-5)
    for epsilon, (lowest, _) in zip(epsilons, reached):
        for start in ([0.05, 0.0], [0.4, 0.2], [0.9, 0.0]):  # scipy's way to the same point: the best of three
            bound = {"type": "ineq", "fun": lambda theta, most=epsilon: most - float(losses(theta)[0][1])}
            of_first = lambda theta: tuple(np.asarray(each)[0] for each in losses(theta))
            oracle = minimize(of_first, start, jac=True, constraints=bound)
            assert lowest <= oracle.fun + 1e-5, epsilon


@pytest.mark.parametrize("inequality, end", [(True, [0.0, 0.0]), (False, [0.8, 0.2])])
def test_an_inequality_that_is_met_does_nothing_and_an_equality_pulls_back(inequality, end, float64):
    method = mdmm(gradient_descent(0.05), line, 1.0, 5.0, 0.2, inequality)
    found = run(method, bowl, START, 3000, record=lambda w, state: state.multiplier)
    np.testing.assert_allclose(found.end, end, atol=1e-6)
    assert np.all(found.path == 0) if inequality else found.path[-1] < -0.5


def test_an_inequality_that_is_violated_is_met_in_the_end_and_its_multiplier_is_never_negative(float64):
    upward = lambda w: -line(w)  # -w1 - w2 <= -1
    found = run(mdmm(gradient_descent(0.05), upward, -1.0, 5.0, 0.2, True), bowl, START, 3000, record=lambda w, s: s[1])
    np.testing.assert_allclose(found.end, [0.8, 0.2], atol=1e-6)
    assert np.min(found.path) >= 0 and found.path[-1] == pytest.approx(0.8, abs=1e-4)


def test_without_damping_it_circles_a_concave_front_for_ever(float64):
    problem = tradeoffs.curved_front(1.5)
    first, second = (lambda theta: problem.losses(theta)[0]), (lambda theta: problem.losses(theta)[1])
    basic = run(mdmm(gradient_descent(0.01), second, 0.5, 0.0, 0.2), first, jnp.array([0.5, 0.1]), 4000)
    heights = jax.vmap(second)(basic.path[2000:])
    assert np.ptp(heights) > 0.3


def test_the_numbers_that_steer_it_are_traced():
    traces = []

    @jax.jit
    def end(epsilon, damping, rate):
        traces.append(epsilon)
        return run(mdmm(gradient_descent(0.05), line, epsilon, damping, rate), bowl, START, 3).end

    ends = [end(*numbers) for numbers in ((1.0, 5.0, 0.2), (2.0, 5.0, 0.2), (1.0, 1.0, 0.2), (1.0, 5.0, 2.0))]
    assert len(traces) == 1 and len({tuple(np.asarray(each)) for each in ends}) == 4


@pytest.mark.parametrize("name", ["damping", "multiplier_rate"])
def test_a_negative_number_is_named(name):
    with pytest.raises(ValueError, match=f"{name} = -1: give a finite number >= 0"):
        mdmm(adam(0.1), line, 1.0, **{name: -1})


def test_an_epsilon_may_be_negative_and_has_to_be_a_number():
    mdmm(adam(0.1), line, -1.0)
    with pytest.raises(ValueError, match="epsilon = nan: give a finite number"):
        mdmm(adam(0.1), line, float("nan"))
