"""What curvature costs, by operations: counted by the compiler, so the same on every machine. Never by time."""

from functools import cache

import jax.numpy as jnp
import numpy as np
import pytest

from optcourse.experiments import table
from optcourse.experiments.critical_points import costs
from optcourse.experiments.critical_points.digits import saved_critical_point

count = cache(costs.flops)


@pytest.mark.parametrize("parameters", costs.NETWORKS)
def test_a_product_costs_about_two_gradients_and_the_hessian_about_a_product_for_each_parameter(parameters):
    counted = count(parameters)
    in_gradients = {name: flops / counted["gradient"] for name, flops in counted.items()}
    # measured at 124, 1210, 4810 parameters: product and gradient 2.3, 1.8, 1.7; linearized before 1.7, 1.2, 1.2;
    # the whole Hessian 1.7 p, 1.25 p, 1.25 p
    assert 1 < in_gradients["product"] < in_gradients["hessian_vector"] < 3
    assert parameters < in_gradients["hessian"] < 2 * parameters


@pytest.mark.claim("G9", "holds if")
@pytest.mark.parametrize("loss_name", ["cross_entropy", "mse"])
@pytest.mark.parametrize("height", ["high", "middle"])
def test_a_way_down_from_a_saddle_takes_far_fewer_products_than_there_are_parameters(loss_name, height):
    problem = saved_critical_point(loss_name, height)
    for seed in range(5):
        half = costs.products_to_escape(problem.loss, problem.w, seed=seed)
        nearly_all = costs.products_to_escape(problem.loss, problem.w, fraction=0.99, seed=seed)
        assert 2 <= half < 25 and half < nearly_all < 60  # measured: 3 to 19, and 10 to 39; of 124


@pytest.mark.claim("G9", "holds if")
def test_low_down_a_way_down_is_nearly_as_dear_as_the_whole_hessian():
    problem = saved_critical_point("mse", "low")
    assert costs.products_to_escape(problem.loss, problem.w) > 80  # measured: 103 of 124; λ_min is 2e-7 of λ_max


def test_products_are_counted_on_a_bowl_and_on_a_saddle_of_three_weights():
    curvatures = jnp.array([-1.0, 2.0, 5.0])
    saddle, bowl = (lambda w, c=c: c @ w**2 / 2 for c in (curvatures, jnp.abs(curvatures)))
    assert costs.products_to_escape(saddle, jnp.zeros(3), fraction=0.9999) == 3  # all of it takes as many as weights
    assert costs.products_to_escape(bowl, jnp.zeros(3)) == np.inf


def test_an_unknown_size_is_refused():
    with pytest.raises(ValueError, match="parameters = 7: choose one of 124, 1210, 4810"):
        costs.flops(7)


def test_each_operation_computes_what_its_name_says():
    ready = {name: function(*arguments) for name, (function, arguments) in costs.operations((8, 6, 10)).items()}
    H, v = np.asarray(ready["hessian"]), np.ones(124)
    np.testing.assert_allclose(ready["hessian_vector"], H @ v, atol=1e-5)
    np.testing.assert_allclose(ready["product"], H @ v, atol=1e-5)
    assert ready["gradient"].shape == (124,) and ready["eigenvectors"][0].shape == (124,)


def test_the_committed_costs_were_counted_by_this_code():
    rows = table.read("hessian_cost")
    for parameters in (124, 1210):
        for operation, flops in count(parameters).items():
            counted = rows.where(parameters=parameters, operation=operation).columns["flops"].item()
            assert counted == pytest.approx(flops, rel=0.2)  # compilers count a little differently
    assert np.all(rows.columns["milliseconds"] > 0)
