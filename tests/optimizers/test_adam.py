"""Adam and AdamW in closed form, and where they differ from one another."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import landscapes
from optcourse.experiments.run import run
from optcourse.optimizers import adam, adamw

START = np.array([1.0, 0.5])


@pytest.mark.parametrize("make", [adam, lambda rate: adamw(rate, weight_decay=0.0)], ids=["adam", "adamw"])
@pytest.mark.parametrize("unit", [1e-3, 1.0, 1e3])
def test_its_first_step_is_the_learning_rate_times_the_sign_whatever_the_unit_of_the_loss(make, unit, float64):
    loss = lambda w: unit * landscapes.himmelblau.loss(w)
    path = run(make(0.1), loss, START, 1).path
    np.testing.assert_allclose(path[1] - path[0], -0.1 * jnp.sign(jax.grad(loss)(START)), rtol=1e-6)


def test_on_a_slope_every_step_is_the_learning_rate(float64):
    moves = np.diff(run(adam(0.1), lambda w: -7.0 * w, 0.0, 500).path)
    np.testing.assert_allclose(moves, 0.1, rtol=1e-6)


def test_where_the_gradient_alternates_the_step_shrinks_to_one_nineteenth(float64):
    signs = (-1.0) ** jnp.arange(400)
    moves = np.diff(run(adam(0.1), lambda w, sign: sign * w, 0.0, 400, signs).path)
    np.testing.assert_allclose(np.abs(moves[-1]), 0.1 * (1 - 0.9) / (1 + 0.9), rtol=1e-6)


def test_eps_is_added_after_the_root(float64):
    moves = np.diff(run(adam(0.1, eps=0.5), lambda w: -0.25 * w, 0.0, 20).path)
    np.testing.assert_allclose(moves, 0.1 * 0.25 / (0.25 + 0.5), rtol=1e-12)


def test_a_gradient_too_small_for_half_precision_to_square_still_moves_the_weight():
    w = jnp.ones((), jnp.float16)
    optimizer = adam(0.1)
    after, _, _ = optimizer.step(lambda w: 1e-4 * w, w, optimizer.init(w))
    assert after == jnp.float16(0.9)
    resting, _, _ = optimizer.step(lambda w: 0.0 * w, w, optimizer.init(w))
    assert resting == w


def test_a_gradient_that_is_infinite_is_not_taken_for_a_large_one():
    first = lambda slope: run(adam(0.1), lambda w: slope * w, 0.0, 1).end
    moves = jax.vmap(first)(jnp.array([3e38, -3e38, jnp.inf, jnp.nan]))
    np.testing.assert_allclose(moves, [-0.1, 0.1, np.nan, np.nan], rtol=1e-5)


def test_the_decay_of_adamw_shrinks_every_weight_by_the_same_share(float64):
    rate = lambda t: 0.1 / (t + 1)
    path = run(adamw(rate, weight_decay=0.5), lambda w: 0.0 * jnp.sum(w), START, 4).path
    shares = np.cumprod([1, *(1 - 0.5 * rate(np.arange(4)))])
    np.testing.assert_allclose(path, shares[:, None] * START, rtol=1e-12)


def test_a_penalty_decays_a_weight_with_large_gradients_less_and_adamw_does_not(float64):
    # a gradient that changes sign at every step: 100 for the first weight, 1 for the second
    slopes = jnp.array([100.0, 1.0]) * (-1.0) ** jnp.arange(2000)[:, None]
    pull = lambda w, slope: jnp.sum(slope * w)
    penalized = lambda w, slope: pull(w, slope) + 0.1 * jnp.sum(w**2) / 2
    start = jnp.ones(2)
    by_penalty = run(adam(0.01), penalized, start, 2000, slopes).end
    apart = run(adamw(0.01, weight_decay=0.1), pull, start, 2000, slopes).end
    assert by_penalty[0] > 0.9 and by_penalty[1] < 0.2
    np.testing.assert_allclose(apart, np.exp(-0.01 * 0.1 * 2000), rtol=0.05)


def test_rare_large_gradients_mislead_adam(float64):
    # Reddi et al. (2018): every third slope is 3, the others -1; on average the loss falls to the left
    slopes = jnp.tile(jnp.array([3.0, -1.0, -1.0]), 500)
    assert run(adam(0.001, b1=0.0, b2=0.1), lambda w, slope: slope * w, 0.0, 1500, slopes).end > 0.1


@pytest.mark.parametrize(
    "make, setting, value",
    [(adam, "b1", 1), (adam, "b2", -0.1), (adam, "eps", -1), (adamw, "weight_decay", -0.1), (adam, "b2", 2)],
)
def test_a_setting_that_makes_no_sense_is_named(make, setting, value):
    with pytest.raises(ValueError, match=f"{setting} = {value}: give a finite number >= 0"):
        make(0.1, **{setting: value})
