"""A digits network, its Hessian and its Fisher matrix, and a race: the committed tables and a part of each anew."""

import numpy as np
import pytest

from optcourse import fisher
from optcourse.experiments import table
from optcourse.experiments.adaptive_learning_rates import second_moments
from optcourse.experiments.natural_gradient import network


def test_the_diagonal_of_the_fisher_matrix_is_that_of_second_moments():
    w, examples = second_moments.trained_network(0, 0)
    F = fisher.exact(second_moments.model, w, examples.inputs)
    np.testing.assert_allclose(np.diag(F), second_moments.diagonals(1, 0, 0).fisher, atol=1e-6)
    assert F.shape == (1810, 1810)


@pytest.mark.parametrize("trained, seed", [(0, 1), (30, 2)])
def test_likenesses_measured_again_give_the_row_of_the_table(trained, seed):
    rows = table.read("network_curvature").columns
    (here,) = np.flatnonzero((rows["trained"] == trained) & (rows["seed"] == seed))
    for column, again in network.compare_row(trained, seed).items():
        assert again == pytest.approx(rows[column][here], rel=0.02, abs=1e-3), column


def test_the_table_of_hessians_is_complete():
    rows = table.read("network_curvature").columns
    assert sorted(set(rows["trained"].tolist())) == list(network.CHECKPOINTS)
    assert len(rows["seed"]) == network.SEEDS * len(network.CHECKPOINTS)


@pytest.mark.parametrize("power", [0.0, -2.0])
def test_the_noise_of_a_line_has_the_variance_that_it_is_said_to_have(power):
    assert network.noise_curvature_correlation(power) == pytest.approx(1.0 if power == 0 else -1.0)


def test_a_race_run_anew_takes_the_steps_of_the_table():
    rows = table.read("network_race").columns
    problem = network.network_problem(0)
    assert problem.w.size == 442 and problem.inputs.shape == (500, 16)
    for method in ("adam", "levenberg marquardt"):
        mine = (rows["method"] == method) & (rows["seed"] == 0)
        path = np.asarray(network.loss_curve(problem, method, rows["best"][mine][0]))
        reached = int(np.argmax(path <= network.TARGET))
        assert abs(reached - rows["steps"][mine][0]) <= 1  # in float32 the order of a sum may move a step


def test_a_column_through_training_has_a_row_for_each_number_of_steps():
    rows = table.read("network_curvature").columns
    apart = network.read_column("apart")
    mine = (rows["trained"] == 300) & (rows["seed"] == 2)
    assert apart.shape == (6, 5) and apart[network.CHECKPOINTS.index(300), 2] == rows["apart"][mine][0]
