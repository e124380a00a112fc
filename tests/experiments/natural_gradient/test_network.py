"""A digits network, its Hessian and its Fisher matrix, and a race: the committed tables and a part of each anew."""

import numpy as np
import pytest

from optcourse import fisher
from optcourse.experiments import table
from optcourse.experiments.adaptive_learning_rates import second_moments
from optcourse.experiments.natural_gradient import network
from optcourse.experiments.run import first_below


def test_the_diagonal_of_the_fisher_matrix_is_that_of_second_moments():
    w, examples = second_moments.trained_network(0, 0)
    F = fisher.exact(second_moments.model, w, examples.inputs)
    np.testing.assert_allclose(np.diag(F), second_moments.diagonals(1, 0, 0).fisher, atol=1e-6)
    assert F.shape == (1810, 1810)


@pytest.mark.parametrize("trained, seed", [(0, 1), (30, 2)])
def test_likenesses_measured_again_give_the_row_of_the_table(trained, seed):
    kept = table.read("network_curvature").where(trained=trained, seed=seed).columns
    for column, again in network.compare_row(trained, seed).items():
        assert [again] == pytest.approx(kept[column], rel=0.02, abs=1e-3), column


def test_the_table_of_hessians_is_complete():
    rows = table.read("network_curvature").columns
    assert sorted(set(rows["trained"].tolist())) == list(network.CHECKPOINTS)
    assert len(rows["seed"]) == network.SEEDS * len(network.CHECKPOINTS)


def test_a_race_run_anew_takes_the_steps_of_the_table():
    problem = network.network_problem(0)
    assert problem.w.size == 442 and problem.inputs.shape == (500, 16)
    for method in ("adam", "levenberg marquardt"):
        kept = table.read("network_race").where(method=method, seed=0).columns
        reached = first_below(network.loss_curve(problem, method, kept["best"][0]), network.TARGET)
        assert abs(reached - kept["steps"][0]) <= 1  # in float32 the order of a sum may move a step


def test_a_column_through_training_has_a_row_for_each_number_of_steps():
    kept = table.read("network_curvature").where(trained=300, seed=2).columns["apart"]
    apart = network.read_column("apart")
    assert apart.shape == (6, 5) and apart[network.CHECKPOINTS.index(300), 2] == kept
