"""Softmax, likelihood, cross-entropy and squared error: identities, and numbers that would overflow."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optcourse import losses

cheap = settings(deadline=None, max_examples=30, derandomize=True)
log_softmax = jax.jit(losses.log_softmax)
softmax = jax.jit(losses.softmax)
logits_of_three = st.lists(st.floats(-30, 30), min_size=3, max_size=3)


@cheap
@given(logits_of_three, st.floats(-100, 100))
def test_softmax_is_a_distribution_and_a_shift_of_all_logits_changes_nothing(z, shift):
    with jax.enable_x64(True):
        z = np.array(z)
        p = np.asarray(softmax(z))
        assert np.all(p > 0)
        np.testing.assert_allclose(np.sum(p), 1, rtol=1e-14)
        np.testing.assert_allclose(softmax(z + shift), p, rtol=1e-12)


@cheap
@given(logits_of_three)
def test_log_softmax_is_the_logarithm_of_softmax(z):
    with jax.enable_x64(True):
        z = np.array(z)
        np.testing.assert_allclose(log_softmax(z), np.log(softmax(z)), atol=1e-12)


@cheap
@given(st.floats(-30, 30), st.floats(-30, 30))
def test_softmax_over_two_classes_is_the_sigmoid_of_the_difference(a, b):
    with jax.enable_x64(True):
        np.testing.assert_allclose(softmax(np.array([a, b]))[0], 1 / (1 + np.exp(b - a)), rtol=1e-12)


def test_huge_logits_do_not_overflow_and_log_softmax_survives_where_softmax_is_zero():
    z = jnp.array([[1000.0, -1000.0]])
    np.testing.assert_array_equal(losses.softmax(z), [[1, 0]])
    np.testing.assert_array_equal(losses.log_softmax(z), [[0, -2000]])
    assert losses.cross_entropy(z, jnp.array([1])) == 2000


@pytest.mark.parametrize("loss", [losses.cross_entropy, losses.softmax_mse])
def test_a_class_that_is_impossible_changes_no_loss_of_the_others_and_no_slope(loss):
    z, labels = np.array([[0.3, 1.0, -np.inf], [0.2, -0.5, 0.1]]), jnp.array([1, 0])
    both = jax.jit(jax.value_and_grad(loss))
    never, hardly = (both(np.maximum(z, least), labels) for least in (-np.inf, -1000.0))
    jax.tree.map(lambda a, b: np.testing.assert_allclose(a, b, rtol=1e-6), never, hardly)


def test_cross_entropy_is_minus_the_mean_log_likelihood_and_minus_sum_target_log_p():
    z = jnp.array(np.random.default_rng(0).normal(size=(5, 4)))
    labels = jnp.array([0, 1, 2, 3, 0])
    cross_entropy = losses.cross_entropy(z, labels)
    np.testing.assert_allclose(cross_entropy, -jnp.mean(losses.log_likelihood(z, labels)), rtol=1e-6)
    targets = losses.one_hot(labels, 4)
    np.testing.assert_allclose(cross_entropy, -jnp.sum(targets * jnp.log(losses.softmax(z))) / 5, rtol=1e-6)


def test_equal_logits_cost_log_of_the_number_of_classes():
    np.testing.assert_allclose(losses.cross_entropy(jnp.zeros((3, 10)), jnp.array([0, 5, 9])), np.log(10), rtol=1e-6)


def test_the_gradient_of_cross_entropy_is_softmax_minus_target_over_n():
    z, labels = jnp.array(np.random.default_rng(1).normal(size=(5, 4))), jnp.array([0, 1, 2, 3, 0])
    gradient = jax.jit(jax.grad(losses.cross_entropy))(z, labels)
    np.testing.assert_allclose(gradient, (losses.softmax(z) - losses.one_hot(labels, 4)) / 5, atol=1e-7)


def test_one_hot_has_a_one_at_the_label():
    np.testing.assert_array_equal(losses.one_hot(jnp.array([2, 0]), 3), [[0, 0, 1], [1, 0, 0]])


LABELED = {
    "log_likelihood": losses.log_likelihood,
    "cross_entropy": losses.cross_entropy,
    "softmax_mse": losses.softmax_mse,
    "one_hot": lambda logits, labels: losses.one_hot(labels, 3),
}


@pytest.mark.parametrize("name", LABELED)
@pytest.mark.parametrize("wrong", [3, 7, -1, -3])
def test_a_label_that_is_no_class_is_named_and_not_a_number_where_it_is_traced(name, wrong):
    logits, labels = jnp.zeros((2, 3)), jnp.array([2, wrong])
    with pytest.raises(ValueError, match=f"label {wrong}: the labels of 3 classes are whole numbers from 0 to 2"):
        LABELED[name](logits, labels)
    traced = jax.jit(LABELED[name])(logits, labels)
    assert np.all(np.isnan(traced if jnp.ndim(traced) == 0 else traced[1]))
    assert jnp.ndim(traced) == 0 or np.all(np.isfinite(traced[0]))


def test_squared_error_is_summed_over_outputs_and_averaged_over_examples():
    outputs, targets = jnp.array([[1.0, 2.0], [0.0, 0.0]]), jnp.array([[0.0, 0.0], [3.0, 0.0]])
    assert losses.mse(outputs, targets) == (1 + 4 + 9) / 2


def test_accuracy_is_the_share_of_largest_outputs_at_the_label():
    z = jnp.array([[2.0, 1.0], [0.0, 1.0], [5.0, 1.0], [0.0, 3.0]])
    assert losses.accuracy(z, jnp.array([0, 1, 1, 1])) == 0.75


def test_labels_and_outputs_of_different_length_are_refused():
    with pytest.raises(TypeError, match="checking the parameters"):
        losses.cross_entropy(jnp.zeros((3, 2)), jnp.array([0, 1]))
    with pytest.raises(TypeError, match="checking the parameters"):
        losses.mse(jnp.zeros((3, 2)), jnp.zeros((3, 1)))


@pytest.mark.parametrize("name", ["log_likelihood", "cross_entropy", "softmax_mse", "accuracy"])
@pytest.mark.parametrize("shape", [(4, 1), (1, 4), (1,), (3,), ()])
def test_labels_that_are_not_one_a_row_are_refused_with_both_shapes_and_not_broadcast(name, shape, unchecked):
    for f in (getattr(losses, name), jax.jit(getattr(losses, name))):
        with pytest.raises(ValueError, match=r"labels \(.*\) for outputs \(4, 3\): give one a row, of shape \(4,\)"):
            f(jnp.zeros((4, 3)), jnp.zeros(shape, int))


@pytest.mark.parametrize("shape", [(4, 1), (3,), (1, 3), ()])
def test_targets_of_another_shape_than_the_outputs_are_refused_and_not_broadcast(shape, unchecked):
    with pytest.raises(ValueError, match=r"targets \(.*\) for outputs \(4, 3\): give both the same shape"):
        losses.mse(jnp.zeros((4, 3)), jnp.zeros(shape))


@pytest.mark.parametrize("name", LABELED)
@pytest.mark.parametrize("dtype, classes", [("uint8", 256), ("uint8", 300), ("int8", 128), ("int16", 40_000)])
def test_labels_may_be_of_a_dtype_in_which_the_number_of_classes_has_no_room(name, dtype, classes):
    labels = jnp.asarray(np.array([0, 100, 127], dtype))
    logits = jnp.asarray(np.tile(np.float32(3 * (np.arange(classes) == 100)), (3, 1)))
    f = {**LABELED, "one_hot": lambda logits, labels: losses.one_hot(labels, classes)}[name]
    traced, whole = jax.jit(f), jnp.asarray(np.array([0, 100, 127]))
    expected = traced(logits, whole)
    assert np.all(np.isfinite(expected))
    for found in (f(logits, labels), traced(logits, labels)):
        np.testing.assert_allclose(found, expected, rtol=1e-5)


def test_squared_error_after_the_softmax_compares_probabilities_with_the_one_hot_target():
    z = jnp.array([[0.0, 0.0], [1000.0, 0.0]])
    assert losses.softmax_mse(z, jnp.array([0, 0])) == 0.25  # ½² + ½², and 0
    assert losses.softmax_mse(z, jnp.array([0, 1])) == 1.25  # sure and wrong: 2, the most there is
