"""Both forms of Adagrad against a loop in NumPy, against each other, and where the gradient is constant."""

from itertools import pairwise

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import landscapes
from optcourse.experiments.run import run
from optcourse.optimizers import adagrad, adagrad_rms, schedules

FORMS = {adagrad: np.sum, adagrad_rms: np.mean}
both = pytest.mark.parametrize("make", FORMS, ids=lambda make: make.__name__)


def falling(w):
    return -w  # its gradient is -1 everywhere


@both
@pytest.mark.parametrize("eps", [1e-8, 0.5])
def test_it_divides_by_the_root_of_all_squared_gradients_and_then_adds_eps(make, eps, float64):
    loss, start = landscapes.himmelblau.loss, jnp.array([1.0, 0.5])
    path = run(make(0.1, eps), loss, start, 30).path
    gradients = []
    for here, there in pairwise(path):
        gradients.append(jax.grad(loss)(here))
        size = np.sqrt(FORMS[make](np.square(gradients), axis=0))
        np.testing.assert_allclose(there, here - 0.1 * gradients[-1] / (size + eps), rtol=1e-12)


def test_on_a_slope_the_sum_form_slows_down_and_the_mean_form_does_not(float64):
    moves = lambda make: np.diff(run(make(0.1, eps=0.0), falling, 0.0, 100).path)
    np.testing.assert_allclose(moves(adagrad), 0.1 / np.sqrt(np.arange(100) + 1), rtol=1e-12)
    np.testing.assert_allclose(moves(adagrad_rms), 0.1, rtol=1e-12)


def test_the_mean_form_with_a_rate_that_falls_like_one_over_root_t_is_the_published_one(float64):
    landscape = landscapes.himmelblau
    mean = run(adagrad_rms(schedules.inverse_sqrt(0.3), eps=0.0), landscape.loss, landscape.start, 200).path
    total = run(adagrad(0.3, eps=0.0), landscape.loss, landscape.start, 200).path
    np.testing.assert_allclose(mean, total, rtol=1e-10)


@both
def test_the_unit_of_the_loss_does_not_matter(make, float64):
    loss, start = landscapes.himmelblau.loss, jnp.array([1.0, 0.5])
    scaled = run(make(0.1, eps=0.0), lambda w: 1000 * loss(w), start, 50).path
    np.testing.assert_allclose(scaled, run(make(0.1, eps=0.0), loss, start, 50).path, rtol=1e-10)


@both
@pytest.mark.parametrize("eps", [-1e-8, float("nan")])
def test_an_eps_that_is_none_is_named(make, eps):
    with pytest.raises(ValueError, match=f"eps = {eps}: give a finite number >= 0"):
        make(0.1, eps)
