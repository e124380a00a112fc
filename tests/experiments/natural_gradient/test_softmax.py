"""Digits by softmax regression: the loss, its minimum, the directions that must agree, and the committed tables."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import curvature, fisher
from optcourse.experiments import table
from optcourse.experiments.natural_gradient import softmax
from optcourse.experiments.run import first_below


@pytest.fixture(scope="module", autouse=True)
def double_precision():
    with jax.enable_x64(True):
        yield


@pytest.fixture(scope="module")
def examples():
    return softmax.digits_data(3, 0)


def test_there_are_ten_weights_for_each_pixel_and_for_the_constant(examples):
    assert softmax.initial_weights(examples).size == softmax.parameter_count(3) == 100
    assert [softmax.image_side(softmax.parameter_count(side)) for side in softmax.SIDES] == list(softmax.SIDES)
    assert examples.inputs.shape == (500, 10) and np.all(np.asarray(examples.inputs)[:, -1] == 1)


def test_other_units_multiply_each_feature_by_a_number_of_its_own(examples):
    powers = np.log10(np.asarray(softmax.digits_data(3, 0, 1.0).inputs)[0] / np.asarray(examples.inputs)[0])
    assert np.all(np.abs(powers) <= 1) and len(set(powers)) == 10


def test_single_and_double_precision_see_the_same_problem():
    with jax.enable_x64(False):
        single = softmax.digits_data(3, 1, 1.0)
    double = softmax.digits_data(3, 1, 1.0)
    np.testing.assert_allclose(single.inputs, double.inputs, rtol=1e-5)
    np.testing.assert_array_equal(single.labels, double.labels)


def test_at_the_least_loss_the_gradient_is_zero_and_descent_comes_no_lower(examples):
    least = softmax.least_loss(examples)
    w = jnp.zeros((10, 10))
    for _ in range(12):
        g = jax.grad(softmax.loss)(w, examples)
        w = w - fisher.dense_direction(softmax.model, w, examples.inputs, g, softmax.DAMPING)
    assert float(softmax.loss(w, examples)) == pytest.approx(least, abs=1e-9)
    assert np.min(softmax.descent_losses(examples, 6.0, steps=400)) >= least - 1e-9
    np.testing.assert_allclose(jax.grad(softmax.loss)(w, examples), 0, atol=1e-9)


def test_the_largest_curvature_at_the_start_is_that_of_the_hessian(examples):
    H = curvature.hessian(lambda w: softmax.loss(w, examples), softmax.initial_weights(examples))
    assert softmax.largest_curvature(examples) == pytest.approx(np.linalg.eigvalsh(H)[-1])


def test_every_way_to_solve_gives_the_same_direction(examples):
    w = jax.random.normal(jax.random.key(0), (10, 10))
    g = jax.grad(softmax.loss)(w, examples)
    dense = fisher.dense_direction(softmax.model, w, examples.inputs, g, softmax.DAMPING)
    for direction in softmax.DIRECTIONS.values():
        np.testing.assert_allclose(direction(softmax.model, w, examples.inputs, g, softmax.DAMPING), dense, rtol=1e-6)


def test_steps_measured_anew_are_those_of_the_table(examples):
    rows = table.read("softmax_costs").columns
    assert sorted(set(rows["parameters"].tolist())) == [softmax.parameter_count(side) for side in softmax.SIDES]
    target = softmax.least_loss(examples) + softmax.TOLERANCE
    assert softmax.best_rate(examples, target)[1] == rows["descent"][0]
    assert first_below(softmax.natural_losses(examples), target) == rows["natural"][0]


def test_the_time_of_a_step_grows_with_the_parameters_and_more_so_where_a_matrix_is_solved():
    times = [[softmax.read_step_times(P, way) for P in (100, 650)] for way in softmax.DIRECTIONS]
    growth = [large["natural_gradient"] / small["natural_gradient"] for small, large in times]
    assert growth[1] > growth[0] > times[0][1]["gradient_descent"] / times[0][0]["gradient_descent"] > 1


def test_every_method_takes_time(examples):
    spent = softmax.processor_time(examples, 1.0, dict.fromkeys(softmax.METHODS, 2))
    assert set(spent) == set(softmax.METHODS) and min(spent.values()) > 0


def test_the_ratio_of_times_is_that_of_the_rows():
    rows, ratios = table.read("softmax_costs").columns, softmax.read_time_ratios("closed form")
    assert ratios.shape == (len(softmax.SIDES), softmax.SEEDS)
    assert ratios[1, 2] == rows["closed_form_ms"][7] / rows["gradient_descent_ms"][7]
