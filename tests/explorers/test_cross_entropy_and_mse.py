"""The explorers of lesson 05: every control at both ends, and what each explorer shows."""

from itertools import product

import numpy as np
import pytest

from optcourse.experiments.cross_entropy_and_mse import by_digit, digits
from optcourse.explorers import cross_entropy_and_mse
from optcourse.figures.critical_points import LOSS_STYLES


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
    assert result["steps"] == [105, np.inf] and result["ratio"] == pytest.approx(5.507, rel=0.01)
    assert result["unit"] == " thousand"
    assert result["status"] == "Only cross-entropy gets there, at step 105; MSE is wrong after 500."


def test_a_start_that_is_right_already_and_a_single_step_are_said_in_plain_words(surfaces):
    assert "Right from the start, on both." in surfaces.result(start=np.array([9.0, -9.0]))["status"]
    assert "cross-entropy at step 1, MSE" in surfaces.result(learning_rate=10.0)["status"]


@pytest.mark.claim("G42", "holds if")
def test_adam_arrives_first_on_squared_error(surfaces):
    assert surfaces.result(method="adam")["steps"] == [72, 52]


def test_every_goal_of_the_surfaces_has_to_be_earned_and_can_be(surfaces):
    assert reaches(surfaces, 0, start=np.array([-8.0, 8.0])) and not reaches(surfaces, 0, start=np.array([-7.0, 7.0]))
    assert not reaches(surfaces, 0, start=np.array([9.55, -9.65]))  # right, and as flat
    assert reaches(surfaces, 1, start=np.array([-2.0, 2.0])) and not reaches(surfaces, 1, start=np.array([-1.0, 1.0]))
    assert reaches(surfaces, 2, method="adam")


def test_both_walks_begin_at_the_start_in_the_color_of_their_loss_whatever_the_method(surfaces):
    for method in cross_entropy_and_mse.METHODS:
        surfaces.result(start=np.array([-3.0, 4.0]), method=method)
        for name in cross_entropy_and_mse.NAMES:
            lines = [surfaces.computation.artists[f"{name} {what}"] for what in ("path", "p", "gradient")]
            np.testing.assert_allclose(lines[0].get_xydata()[0], [-3, 4])
            assert {line.get_color() for line in lines} == {LOSS_STYLES[name][1]}


def test_the_network_falls_off_a_cliff_between_two_biases_under_squared_error_only(bias):
    good, lost = bias.result(bias=10.0), bias.result(bias=12.5)
    assert good["ends"][1] > 0.95 and lost["ends"][1] < 0.2  # measured .998 and .092
    assert min(good["ends"][0], lost["ends"][0]) > 0.99
    assert good["status"].startswith("Both learn") and lost["status"].startswith("MSE fails")
    assert reaches(bias, 0, bias=10.0) and not reaches(bias, 0, bias=12.5) and not reaches(bias, 0, bias=5.0)
    assert not reaches(bias, 0, bias=10.0, step=0)


def test_adam_moves_the_cliff_and_does_not_remove_it(bias):
    ends = [bias.result(bias=b, optimizer="adam")["ends"][1] for b in (20.0, 25.0)]
    assert ends[0] > 0.8 > 0.2 > ends[1]  # measured .908 and .120
    assert not reaches(bias, 0, bias=10.0, optimizer="adam")
    assert reaches(bias, 1, bias=25.0, optimizer="adam") and not reaches(bias, 1, bias=25.0)
    assert not reaches(bias, 1, bias=20.0, optimizer="adam")
    assert not reaches(bias, 1, bias=25.0, optimizer="adam", step=0)


def test_at_first_sight_cross_entropy_reads_every_digit_and_squared_error_only_the_zeros(bias):
    result = bias.result()
    assert result["kind"] == "fails" and not any(result["goals"])
    high, low = (bars(bias, name) for name in digits.LOSSES)
    assert min(high) > 0.99 and low[0] == 1 and max(low[1:]) == 0


def test_a_network_that_is_not_trained_yet_is_the_same_for_both_losses(bias):
    result = bias.result(step=0)
    assert result["kind"] == "before" and bars(bias, "cross_entropy") == bars(bias, "mse")
    assert result["slopes"][0] > 1e6 * result["slopes"][1]


def test_bars_and_share_agree_with_the_table_of_all_seeds_in_the_end(bias):
    for optimizer, start, name in product(cross_entropy_and_mse.OPTIMIZERS, digits.BIASES, range(2)):
        code = cross_entropy_and_mse.OPTIMIZERS[optimizer]
        curve = digits.read_best_curve(code, f"bias {start:g}", list(digits.LOSSES)[name])
        share = bias.result(bias=start, optimizer=optimizer)["percent"][name]
        assert abs(share / 100 - np.median(curve.accuracy[:, -1])) <= 0.02  # other machines round otherwise


def test_the_dots_go_along_their_curves_with_the_step(bias):
    for step in by_digit.STEPS:
        result = bias.result(bias=10.0, step=step)
        for i, name in enumerate(digits.LOSSES):
            (dot,) = bias.computation.artists[f"{name} dot"].get_xydata()
            np.testing.assert_allclose(dot, [step, result["percent"][i] / 100], atol=1e-6)


def bars(explorer, name):
    """The heights of the ten bars."""
    return explorer.computation.artists[f"{name} bars"].get_xy()[1:40:4, 1].tolist()
