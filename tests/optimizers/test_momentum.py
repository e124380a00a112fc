"""Momentum against optax, against the sum it unrolls to, and at its limits."""

import jax
import jax.numpy as jnp
import numpy as np
import optax
import pytest

from optcourse import landscapes
from optcourse.experiments.run import run
from optcourse.optimizers import from_optax, gradient_descent, momentum


@pytest.mark.parametrize("beta", [0.5, 0.9])
def test_it_is_optax_sgd_with_momentum_over_a_thousand_steps(beta, float64):
    landscape = landscapes.rosenbrock
    ours = run(momentum(2e-4, beta), landscape.loss, landscape.start, 1000)
    theirs = run(from_optax(optax.sgd(2e-4, momentum=beta)), landscape.loss, landscape.start, 1000)
    np.testing.assert_allclose(ours.path, theirs.path, rtol=1e-6)


def test_without_momentum_it_is_gradient_descent():
    landscape = landscapes.himmelblau
    ours = run(momentum(1e-2, beta=0.0), landscape.loss, landscape.start, 50)
    np.testing.assert_allclose(
        ours.path, run(gradient_descent(1e-2), landscape.loss, landscape.start, 50).path, rtol=1e-5
    )


def test_the_move_is_the_fading_sum_of_all_past_gradients(float64):
    loss, start, steps = landscapes.himmelblau.loss, jnp.array([1.0, 0.5]), 20
    trajectory = run(momentum(1e-2, 0.8), loss, start, steps, record=lambda w, state: (w, state.velocity))
    path, moves = trajectory.path
    gradients = jax.vmap(jax.grad(loss))(path)
    fading = 0.8 ** (steps - 1 - np.arange(steps))[:, None]
    np.testing.assert_allclose(moves[-1], -1e-2 * np.sum(fading * gradients[:-1], axis=0), rtol=1e-12)


def test_a_schedule_scales_the_gradient_and_not_the_move_before(float64):
    # one push at t = 0, then rate 0: the move can only fade by beta
    path = run(momentum(lambda t: jnp.where(t == 0, 0.1, 0.0), 0.5), lambda w: w, 0.0, 4).path
    np.testing.assert_allclose(path, -0.1 * np.array([0, 1, 1.5, 1.75, 1.875]), rtol=1e-14)


def test_beta_is_traced_like_the_learning_rate():
    traces = []

    @jax.jit
    def end(beta):
        traces.append(beta)
        return run(momentum(0.01, beta), landscapes.bowl.loss, jnp.ones(2), 5).end

    assert not jnp.array_equal(end(0.5), end(0.9))
    assert len(traces) == 1


@pytest.mark.parametrize("beta", [-0.1, 1, 1.5, float("nan")])
def test_a_beta_that_would_not_fade_is_named(beta):
    with pytest.raises(ValueError, match=f"beta = {beta}: give a finite number >= 0 and below 1"):
        momentum(0.1, beta)
