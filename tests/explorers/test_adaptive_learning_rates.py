"""Lesson 04's explorers: the race, the learning-rate finder and the warm-up teach what the lesson says."""

import re

import numpy as np
import pytest

from optcourse.experiments.adaptive_learning_rates import warm_up as measured
from optcourse.explorers import adaptive_learning_rates as explore


def reaches(explorer, goal, **values):
    return explorer.goals_reached(**values)[goal]


@pytest.fixture(scope="module")
def race():
    return explore.race()


@pytest.fixture(scope="module")
def learning_rate_finder():
    return explore.learning_rate_finder()


@pytest.fixture(scope="module")
def warm_up():
    return explore.warm_up()


def test_along_the_axes_adagrad_wins_and_turned_it_loses_to_gradient_descent(race):
    straight, turned = race.result()["steps"], race.result(angle=45)["steps"]
    assert 20 * straight["adagrad"] < straight["gradient_descent"]
    assert turned["adagrad"] > turned["gradient_descent"] and turned["adagrad_rms"] > turned["gradient_descent"]
    assert abs(np.log(turned["momentum"] / straight["momentum"])) < 0.2


def test_one_degree_is_enough_to_slow_adagrad_down(race):
    assert race.result(angle=1)["steps"]["adagrad"] > 1.5 * race.result(angle=0)["steps"]["adagrad"]


def test_the_goals_of_the_race_can_be_reached(race):
    assert reaches(race, 0, angle=40) and not reaches(race, 0, angle=40, kappa=1.0)
    assert reaches(race, 1, angle=90) and not reaches(race, 1, angle=60)
    assert reaches(race, 2, kappa=1.0)
    assert not reaches(race, 2, kappa=1.0, start=np.array([1.0, 0.0]))  # Adagrad is as fast there


def test_the_race_is_drawn_up_to_step_t(race):
    trails = [line for line in race.figure(t=7).axes[0].lines if len(line.get_xdata()) == 8]
    assert len(trails) == len(explore.METHODS)
    assert all((line.get_xdata()[0], line.get_ydata()[0]) == (1.5, 1.0) for line in trails)
    alone = [line for line in race.figure(t=7, shown="adam").axes[0].lines if len(line.get_xdata()) == 8]
    assert len(alone) == 1


def test_the_status_of_the_race_names_the_steps_of_all_six(race):
    result = race.result(angle=45)
    assert f"gradient descent {result['steps']['gradient_descent']:.0f}," in result["status"]
    assert "rmsprop over 600" in result["status"]


def test_the_words_at_the_bars_of_the_race_end_inside_the_figure(race):
    figure = race.figure(angle=45, kappa=200.0)
    figure.canvas.draw()
    ends = [text.get_window_extent().x1 for text in figure.axes[1].texts]
    assert len(ends) == 6 and max(ends) < figure.bbox.width


def test_moving_the_race_compiles_nothing(race):
    race.result(angle=3)
    before = explore._race._cache_size()
    for values in ({"angle": 4}, {"kappa": 50.0}, {"start": np.array([0.5, -1.0])}):
        race.result(**values)
    assert explore._race._cache_size() == before == 1


def test_multiplying_the_loss_moves_the_best_rate_of_gradient_descent_and_not_of_adam(learning_rate_finder):
    one, hundred = (learning_rate_finder.result(unit=unit, t=100)["best"] for unit in (1.0, 100.0))
    assert one["gradient_descent"] / hundred["gradient_descent"] == pytest.approx(100, rel=0.01)
    for name in ("adagrad", "adagrad_rms", "rmsprop", "adam"):
        assert one[name] == hundred[name]


def test_the_digits_network_shows_the_same(learning_rate_finder):
    left = [
        learning_rate_finder.result(problem="digits network", unit=unit, t=50, learning_rate=0.1)["left"]
        for unit in (1.0, 10.0)
    ]
    assert left[0]["adam"] == pytest.approx(left[1]["adam"], rel=0.05)
    assert left[0]["gradient_descent"] > 2 * left[1]["gradient_descent"]


def test_the_finder_says_what_is_left_and_who_diverged(learning_rate_finder):
    status = learning_rate_finder.result(learning_rate=0.1, t=100)["status"]
    assert status.startswith("Left of the loss after 100 steps with η = 0.1: gradient descent diverged, ")
    assert "adagrad" in status and status.count("%") == 4


def test_a_loss_that_has_grown_is_not_given_in_percent(learning_rate_finder):
    assert re.search(
        r"adagrad rms \d+ times as much, rmsprop \d+ times", learning_rate_finder.result(learning_rate=10.0)["status"]
    )


def test_the_goals_of_the_finder_can_be_reached(learning_rate_finder):
    for rate in (0.03, 0.1, 0.3, 1.0):  # any rate in the gap between the two curves, at the first setting of t
        assert reaches(learning_rate_finder, 0, learning_rate=rate)
    assert not reaches(learning_rate_finder, 0, learning_rate=0.01)
    assert reaches(learning_rate_finder, 1, unit=0.01, t=50)
    assert not reaches(learning_rate_finder, 1, unit=1.0, t=50)


def test_the_curves_of_the_finder_are_the_runs(learning_rate_finder):
    result = learning_rate_finder.result(learning_rate=0.01, t=20)
    w, kappa = np.array([1.5, 1.0]), np.array([1.0, 100.0])
    left = np.sum(kappa * (w * (1 - 0.01 * kappa) ** 20) ** 2) / np.sum(kappa * w**2)
    assert result["left"]["gradient_descent"] == pytest.approx(left, rel=1e-3)


def test_a_warm_up_gains_at_a_rate_that_is_too_large_and_not_at_the_best(warm_up):
    best, large = warm_up.result(learning_rate=0.003, length=20), warm_up.result(learning_rate=0.05, length=20)
    assert abs(best["with"] - best["without"]) < 0.01 and large["with"] - large["without"] > 0.1
    assert reaches(warm_up, 0, learning_rate=0.05, length=20)
    assert reaches(warm_up, 0, learning_rate=0.05) and not reaches(warm_up, 0, learning_rate=0.01)
    assert reaches(warm_up, 1, learning_rate=0.05) and not reaches(warm_up, 1, learning_rate=0.05, length=0)
    assert reaches(warm_up, 2, learning_rate=0.005) and not reaches(warm_up, 2, learning_rate=0.02)


def test_the_plans_are_the_schedules_and_the_curves_those_of_the_table(warm_up):
    left, right = warm_up.figure(learning_rate=0.01, length=50).axes
    constant, ramp, rectified = (line.get_ydata() for line in left.lines)
    assert np.all(constant == 0.01) and ramp[0] == pytest.approx(0.01 / 51) and ramp[50] == pytest.approx(0.01)
    assert np.all(np.isnan(rectified[:5])) and 0.4 < rectified[-1] / 0.01 < 0.5
    median = right.lines[2 * measured.SEEDS + 1].get_ydata()
    np.testing.assert_array_equal(median, np.median(measured.read_loss_curves(0.01, 50), axis=0))
