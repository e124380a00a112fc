"""The Taylor model beside the loss, every rule of the second-derivative test, and the way out of a saddle."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optcourse import landscapes, taylor, trees

A = jnp.array([[2.0, 1.0, 0.0], [1.0, -3.0, 0.5], [0.0, 0.5, 1.0]])
B = jnp.array([1.0, -2.0, 0.5])


def quadratic(w):
    return 3 + B @ w + w @ A @ w / 2


def wavy(w):
    return jnp.sin(w[0] + 2 * w[1]) * jnp.exp(w[0] * w[1])


def test_the_expansion_holds_value_gradient_and_hessian():
    w = jnp.array([1.0, 0.0, -1.0])
    expansion = taylor.expand(quadratic, w)
    np.testing.assert_allclose(expansion.value, quadratic(w), rtol=1e-6)
    np.testing.assert_allclose(expansion.gradient, B + A @ w, rtol=1e-6)
    np.testing.assert_allclose(expansion.hessian, A, atol=1e-6)


@settings(deadline=None, max_examples=30, derandomize=True)
@given(*2 * [st.lists(st.floats(-10, 10), min_size=3, max_size=3)])
def test_the_second_order_model_of_a_quadratic_is_the_quadratic_everywhere(here, there):
    with jax.enable_x64(True):
        here, there = jnp.array(here), jnp.array(there)
        np.testing.assert_allclose(taylor.expand(quadratic, here)(there), quadratic(there), rtol=1e-10, atol=1e-10)


@pytest.mark.parametrize("order", [0, 1, 2])
def test_the_error_of_order_k_shrinks_with_the_power_k_plus_one_of_the_distance(order, float64):
    w, direction = jnp.array([0.3, -0.4]), jnp.array([0.6, 0.8])
    expansion = taylor.expand(wavy, w)
    distances = np.geomspace(1e-3, 1e-2, 5)
    errors = [abs(wavy(w + s * direction) - expansion(w + s * direction, order)) for s in distances]
    slope = np.polyfit(np.log(distances), np.log(errors), 1)[0]
    assert abs(slope - (order + 1)) < 0.03  # measured within 0.011


def test_at_its_own_point_the_model_of_any_order_is_the_loss():
    w = jnp.array([0.3, -0.4])
    expansion = taylor.expand(wavy, w)
    assert expansion(w, 0) == expansion(w, 1) == expansion(w, 2) == expansion.value


@pytest.mark.parametrize("order", [-1, 3])
def test_an_order_that_is_not_there_is_named(order):
    with pytest.raises(ValueError, match=f"order {order}: a Taylor model of order 0, 1 or 2 is available"):
        taylor.expand(wavy, jnp.zeros(2))(jnp.zeros(2), order)


def test_parameters_in_a_tree_are_expanded_like_their_flat_array():
    w = {"a": jnp.array([0.3]), "b": jnp.array(-0.4)}
    expansion = taylor.expand(lambda w: wavy(trees.flatten(w)[0]), w)
    flat = taylor.expand(wavy, jnp.array([0.3, -0.4]))
    np.testing.assert_allclose(expansion.hessian, flat.hessian, rtol=1e-6)
    v = {"a": jnp.array([0.5]), "b": jnp.array(0.1)}
    np.testing.assert_allclose(expansion(v), flat(jnp.array([0.5, 0.1])), rtol=1e-5)


@pytest.mark.parametrize(
    "eigenvalues, kind",
    [
        ([1, 2], "minimum"),
        ([-2, -1], "maximum"),
        ([-1, 2], "saddle"),
        ([-1, 0, 2], "saddle"),  # both signs: the zero changes nothing
        ([0, 2], "undecided"),
        ([-2, 0], "undecided"),
        ([0, 0], "undecided"),
        ([-1e-6, 2], "undecided"),  # a small negative one is a zero beside 2
        ([-1e-6, 1e-6], "saddle"),  # but not beside 1e-6
        ([1e-6, 2e-6], "minimum"),
        ([np.nan, 1], "not critical"),
        ([1, np.inf], "not critical"),
    ],
)
def test_the_kind_follows_from_the_signs_of_the_eigenvalues(eigenvalues, kind):
    assert taylor.second_derivative_test(0.0, np.array(eigenvalues, float)) == kind


@pytest.mark.parametrize("gradient_norm", [0.1, np.inf, np.nan])
def test_where_the_gradient_is_not_zero_there_is_no_kind(gradient_norm):
    assert taylor.second_derivative_test(gradient_norm, np.array([1.0, 2.0])) == "not critical"


def test_the_tolerances_are_the_callers():
    eigenvalues = np.array([1e-3, 1.0])
    assert taylor.second_derivative_test(0.0, eigenvalues) == "minimum"
    assert taylor.second_derivative_test(0.0, eigenvalues, zero_tolerance=1e-2) == "undecided"
    assert taylor.second_derivative_test(0.01, eigenvalues, gradient_tolerance=0.1) == "minimum"


@pytest.mark.parametrize(
    "loss, kind",
    [
        (lambda w: w[0] ** 2 + w[1] ** 2, "minimum"),
        (lambda w: -(w[0] ** 2) - w[1] ** 2, "maximum"),
        (lambda w: w[0] * w[1], "saddle"),
        (lambda w: w[0] ** 2 + w[1] ** 4, "undecided"),
        (lambda w: w[0] ** 3 - 3 * w[0] * w[1] ** 2, "undecided"),
        (lambda w: 0 * w[0], "undecided"),
        (lambda w: w[0] + w[1] ** 2, "not critical"),
        (lambda w: jnp.log(w[0] - 1), "not critical"),  # NaN
    ],
)
def test_classify_names_the_kind_of_the_origin(loss, kind):
    assert taylor.classify(loss, jnp.zeros(2)).kind == kind


def test_classify_returns_eigenpairs_in_ascending_order():
    found = taylor.classify(quadratic, -jnp.linalg.solve(A, B))
    assert found.kind == "saddle" and found.gradient_norm < 1e-5
    np.testing.assert_allclose(found.eigenvalues, np.linalg.eigvalsh(A), rtol=1e-5)
    np.testing.assert_allclose(A @ found.directions, found.directions * found.eigenvalues, atol=1e-5)


@pytest.mark.parametrize("function", [taylor.expand, taylor.classify, taylor.escape_direction])
def test_moving_the_point_does_not_compile_again(function):
    traces = []

    def loss(w):
        traces.append(w)
        return wavy(w)

    function(loss, jnp.zeros(2))
    first = len(traces)
    function(loss, jnp.ones(2))
    assert len(traces) == first


def test_the_escape_from_lees_saddle_is_along_the_diagonal():
    way_out = taylor.escape_direction(landscapes.lee.loss, jnp.zeros(2))
    assert way_out.eigenvalue == -2 and way_out.value == 1
    np.testing.assert_allclose(abs(way_out.direction), [0.5**0.5] * 2, rtol=1e-6)
    assert way_out.direction[0] * way_out.direction[1] > 0


def test_at_a_minimum_the_escape_has_the_smallest_eigenvalue_which_is_positive():
    assert taylor.escape_direction(lambda w: w[0] ** 2 + w[1] ** 2 / 2, jnp.zeros(2)).eigenvalue == 1


def test_the_predicted_escape_is_the_expansion_along_the_direction(float64):
    for point in landscapes.himmelblau.critical_points:
        expansion = taylor.expand(landscapes.himmelblau.loss, point.w)
        way_out = taylor.escape_direction(landscapes.himmelblau.loss, point.w)
        np.testing.assert_allclose(np.linalg.norm(way_out.direction), 1, rtol=1e-12)
        np.testing.assert_allclose(
            way_out.predict(0.1), expansion(point.w + 0.1 * way_out.direction), rtol=1e-6, atol=1e-9
        )


def test_a_step_along_the_escape_direction_lowers_the_loss_at_every_known_saddle():
    for landscape in landscapes.ALL.values():
        for point in landscape.critical_points:
            if taylor.classify(landscape.loss, point.w).kind == "saddle":
                way_out = taylor.escape_direction(landscape.loss, point.w)
                for sign in (1, -1):
                    assert landscape.loss(point.w + sign * 0.02 * way_out.direction) < landscape.loss(point.w)
