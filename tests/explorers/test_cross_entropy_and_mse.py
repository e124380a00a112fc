"""The explorers of lesson 05: every control at both ends, and what each explorer shows."""

import numpy as np
import pytest

from optcourse.explorers import cross_entropy_and_mse
from optcourse.figures import style


@pytest.fixture(scope="module")
def surfaces():
    return cross_entropy_and_mse.surfaces()


@pytest.fixture(scope="module")
def bias():
    return cross_entropy_and_mse.bias()


def reaches(explorer, goal, **values):
    return explorer.goals_reached(**values)[goal]


@pytest.mark.claim("G42", "holds if")
def test_gradient_descent_leaves_one_surface_and_stands_still_on_the_other(surfaces):
    result = surfaces.result()
    assert result["steps"] == (105, np.inf) and result["ratio"] == pytest.approx(5507, rel=0.01)
    assert "right after 105 steps. MSE: p = 4.6e-05." in result["status"]


def test_a_start_that_is_right_already_and_a_single_step_are_said_in_plain_words(surfaces):
    assert "MSE: right from the start." in surfaces.result(start=np.array([9.0, -9.0]))["status"]
    assert "Cross-entropy: right after 1 step." in surfaces.result(learning_rate=10.0)["status"]


@pytest.mark.claim("G42", "holds if")
def test_adam_arrives_first_on_squared_error(surfaces):
    assert surfaces.result(method="adam")["steps"] == (72, 52)


def test_every_goal_of_the_surfaces_has_to_be_earned_and_can_be(surfaces):
    assert reaches(surfaces, 0, start=np.array([-8.0, 8.0])) and not reaches(surfaces, 0, start=np.array([-7.0, 7.0]))
    assert reaches(surfaces, 1, start=np.array([-2.0, 2.0])) and not reaches(surfaces, 1, start=np.array([-1.0, 1.0]))
    assert reaches(surfaces, 2, method="adam")


def test_both_walks_begin_at_the_start_and_have_the_look_of_their_optimizer(surfaces):
    figure = surfaces.figure(start=np.array([-3.0, 4.0]), method="adam")
    walks = [ax.lines[1] for ax in figure.axes if ax.get_xlabel().startswith("$y_1$ (right")]
    assert len(walks) == 2
    for walk in walks:
        np.testing.assert_allclose(walk.get_xydata()[0], [-3, 4])
        assert walk.get_color() == style.OPTIMIZERS["adam"]["color"]


def test_moving_the_learning_rate_compiles_nothing(surfaces):
    compiled = cross_entropy_and_mse._surface_runs._cache_size
    surfaces.result(learning_rate=0.02)
    before = compiled()
    surfaces.result(learning_rate=3.0)
    assert compiled() == before


def test_the_network_falls_off_a_cliff_between_two_biases_under_squared_error_only(bias):
    good, lost = bias.result(bias=10.0), bias.result(bias=12.5)
    assert good["mse"] > 0.95 and lost["mse"] < 0.2  # measured .998 and .092
    assert min(good["cross_entropy"], lost["cross_entropy"]) > 0.99
    assert reaches(bias, 1, bias=10.0) and not reaches(bias, 1, bias=12.5) and not reaches(bias, 1, bias=5.0)
    assert reaches(bias, 0, bias=20.0) and not reaches(bias, 0, bias=10.0)


def test_adam_moves_the_cliff_and_does_not_remove_it(bias):
    ends = [bias.result(bias=b, optimizer="adam")["mse"] for b in (20.0, 25.0)]
    assert ends[0] > 0.8 > 0.2 > ends[1]  # measured .908 and .120
    assert not reaches(bias, 1, bias=10.0, optimizer="adam")
