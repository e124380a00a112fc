"""The experiments of lesson 06 on the Fisher matrix: what they compute, written once more, and their errors."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import losses, trees
from optcourse.experiments import data
from optcourse.experiments.natural_gradient import fisher


def log_p(w, inputs):
    return losses.log_softmax(fisher.NETWORK.apply(w, inputs))


def test_the_inputs_are_digits_whose_pixels_are_means_of_four(float64):
    at = fisher.digits_problem(0)
    whole = data.digits(fisher.EXAMPLES, jax.random.split(jax.random.key(0))[0])
    np.testing.assert_allclose(at.inputs[:, 1], whole.inputs[:, [2, 3, 10, 11]].mean(axis=1), rtol=1e-14)
    np.testing.assert_array_equal(at.labels, whole.labels)
    assert trees.size(at.w) == 170


def test_every_weighting_sums_to_one_and_the_data_s_is_one_at_the_label(float64):
    at = fisher.digits_problem(0)
    for name in fisher.WEIGHTINGS:
        np.testing.assert_allclose(jnp.sum(fisher.class_weights(at, name), axis=1), 1, rtol=1e-13)
    assert np.all(np.asarray(fisher.class_weights(at, "data"))[np.arange(500), at.labels] == 1)
    np.testing.assert_allclose(fisher.class_weights(at, "model"), jnp.exp(log_p(at.w, at.inputs)), rtol=1e-12)


def test_a_ratio_is_the_mean_divergence_over_the_quadratic_of_that_weighting():
    size = 0.3
    found = fisher.kl_ratios(1, np.array([size]))
    with jax.enable_x64(True):
        at = fisher.digits_problem(1)
        vector, unflatten = trees.flatten(at.w)
        d = size * fisher.random_directions(1)[2]
        here, there = log_p(at.w, at.inputs), log_p(unflatten(vector + d), at.inputs)
        divergence = jnp.mean(jnp.sum(jnp.exp(here) * (here - there), axis=1))
        along = jax.jvp(lambda v: log_p(unflatten(v), at.inputs), (vector,), (d,))[1]  # s · d of every class
        for name in fisher.WEIGHTINGS:
            square = jnp.mean(jnp.sum(fisher.class_weights(at, name) * along**2, axis=1))
            np.testing.assert_allclose(found[name][2, 0], divergence / (square / 2), rtol=1e-9)


def test_the_path_of_the_mean_is_that_of_data_with_this_mean_and_variance():
    z = np.random.default_rng(0).normal(size=50)
    z = (z - z.mean()) / z.std() * 0.3**0.5
    theta = -20.0
    path = fisher.empirical_fisher_path(0.3, 30, rate=0.5)
    for expected in path:
        np.testing.assert_allclose(theta, expected, rtol=1e-9)
        scores = z - theta
        theta = theta + 0.5 * scores.mean() / np.mean(scores**2)


@pytest.mark.parametrize("rate", [1.0, 0.3])
def test_a_cycle_returns_after_two_steps_and_its_stability_is_the_slope_there(rate):
    for share in (0.05, 0.2, 0.26, 0.4, 0.49):
        variance = share * rate
        size, stable = fisher.limit_cycle(variance, rate)
        np.testing.assert_allclose(
            fisher.empirical_fisher_path(variance, 2, size, rate), [size, -size, size], rtol=1e-12
        )
        step = 1e-6
        slope = np.diff([fisher.empirical_fisher_path(variance, 1, size + e, rate)[-1] for e in (-step, step)]) / (
            2 * step
        )
        assert (abs(slope[0]) < 1) == stable
    assert fisher.limit_cycle(rate / 2, rate) is None


def test_bad_input_is_named_in_one_sentence(float64):
    with pytest.raises(ValueError, match="weighting = 'prior': choose one of 'model', 'data', 'uniform'"):
        fisher.class_weights(fisher.digits_problem(0), "prior")
    with pytest.raises(ValueError, match="variance = 0: give a finite number > 0"):
        fisher.empirical_fisher_path(0, 10)
    with pytest.raises(ValueError, match=r"q = 1\.5: give a probability, between 0 and 1"):
        fisher.bartlett_identities(0.3, 1.5)
