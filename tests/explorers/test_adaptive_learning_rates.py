"""Lesson 04's explorers: the race and the warm-up teach what the lesson says."""

import numpy as np
import pytest

from optcourse.experiments.adaptive_learning_rates import warm_up as measured
from optcourse.explorers import adaptive_learning_rates as explore
from optcourse.figures import style


def reaches(explorer, goal, **values):
    return explorer.goals_reached(**values)[goal]


@pytest.fixture(scope="module")
def race():
    return explore.race()


@pytest.fixture(scope="module")
def warm_up():
    return explore.warm_up()


def test_along_the_axes_adagrad_wins_and_turned_it_loses_to_gradient_descent(race):
    straight, turned = race.result()["steps"], race.result(angle=45)["steps"]
    straight, turned = (dict(zip(explore.METHODS, steps)) for steps in (straight, turned))
    assert 20 * straight["adagrad"] < straight["gradient_descent"]
    assert turned["adagrad"] > 1.2 * turned["gradient_descent"] and turned["rmsprop"] == np.inf
    assert abs(np.log(turned["momentum"] / straight["momentum"])) < 0.1


def test_one_degree_is_enough_to_slow_adagrad_down(race):
    assert race.result(angle=1)["adagrad"] > 1.5 * race.result(angle=0)["adagrad"]


def test_the_goals_of_the_race_can_be_reached(race):
    assert reaches(race, 0, angle=40) and not reaches(race, 0, angle=40, kappa=1.0)
    assert reaches(race, 1, angle=90) and not reaches(race, 1, angle=60)
    assert reaches(race, 2, kappa=1.0)
    assert not reaches(race, 2, kappa=1.0, start=np.array([0.5, 0.0]))  # RMSProp is as fast there


def test_the_race_is_drawn_up_to_step_t(race):
    def trails(**values):
        lines = [line for line in race.figure(**values).axes[0].lines if len(line.get_xdata()) == explore.STEPS + 1]
        return [line for line in lines if np.isfinite(line.get_xdata()).sum() == 8]

    assert len(trails(t=7)) == len(explore.METHODS)
    assert all((line.get_xdata()[0], line.get_ydata()[0]) == (1.5, 1.0) for line in trails(t=7))
    assert [line.get_color() for line in trails(t=7, shown="Adam")] == [style.OPTIMIZERS["adam"]["color"]]


def test_the_status_of_the_race_says_who_is_first_and_what_gradient_descent_needs(race):
    assert race.result()["status"] == "First is RMSProp; gradient descent needs 298 steps."
    assert race.result(kappa=1.0)["status"] == "Gradient descent is the fastest (steps: 1)."
    result = race.result(angle=45)
    assert result["kind"] == "first" and result["first"] == "Adam"
    for result in (race.result(kappa=1.0, start=np.array([0.5, 0.0])), race.result(start=np.zeros(2))):
        assert result["kind"] in ("tie", "bottom")


def test_a_bar_says_its_steps_and_its_rate(race):
    def words(**values):
        texts = race.figure(**values).axes[1].texts
        return [text.get_text() for text in texts if text.get_visible()]

    straight, turned = words(), words(angle=45)
    assert [text.split()[0] for text in straight] == ["298", "80", "6", "5", "63"]
    assert straight[0] == "298   (η = 0.017)" and turned[3] == "over 600"


def test_the_words_at_the_bars_of_the_race_end_inside_the_figure(race):
    figure = race.figure(angle=45, kappa=200.0)
    figure.canvas.draw()
    for text in figure.axes[1].texts:
        text.set_visible(True)
    ends = [text.get_window_extent().x1 for text in figure.axes[1].texts]
    assert len(ends) == 10 and max(ends) < figure.bbox.width


def test_moving_the_race_compiles_nothing(race):
    race.result(angle=3)
    before = race.compute._cache_size()
    for values in ({"angle": 4}, {"kappa": 50.0}, {"start": np.array([0.5, -1.0])}):
        race.result(**values)
    assert race.compute._cache_size() == before == 1


def test_a_warm_up_gains_at_a_rate_that_is_too_large_and_not_at_the_best(warm_up):
    best, large = warm_up.result(learning_rate=0.003, length=20), warm_up.result(learning_rate=0.05, length=20)
    assert abs(best["gain"]) < 0.01 and large["gain"] > 0.1
    assert large["gain"] == pytest.approx(large["mean"][1] - large["mean"][0])
    assert reaches(warm_up, 0, learning_rate=0.05, length=20)
    assert reaches(warm_up, 0, learning_rate=0.05) and not reaches(warm_up, 0, learning_rate=0.01)
    assert reaches(warm_up, 1, learning_rate=0.05) and not reaches(warm_up, 1, learning_rate=0.05, length=0)
    assert reaches(warm_up, 2, learning_rate=0.005) and not reaches(warm_up, 2, learning_rate=0.02)


def test_the_status_of_the_warm_up_says_what_it_gains(warm_up):
    accuracies = {kind: measured.read_accuracies(kind).mean[-1] for kind in (0, 20, measured.RADAM)}
    gain, radam = accuracies[20] - accuracies[0], accuracies[measured.RADAM]
    status = warm_up.result(learning_rate=0.05, length=20)["status"]
    assert status == f"The warm-up gains {gain:.2f} of accuracy; RAdam has {radam:.2f}."
    kinds = [warm_up.result(learning_rate=0.003, length=length)["kind"] for length in (0, 20)]
    assert kinds == ["none", "same"]


def test_the_plans_are_the_schedules_and_the_curves_those_of_the_table(warm_up):
    left, right = warm_up.figure(learning_rate=0.01, length=50).axes
    constant, ramp, rectified = (line.get_ydata() for line in left.lines)
    np.testing.assert_allclose(constant, 0.01)
    assert ramp[0] == pytest.approx(0.01 / 51) and ramp[50] == pytest.approx(0.01)
    assert np.all(np.isnan(rectified[:5])) and 0.4 < rectified[-1] / 0.01 < 0.5
    curves = measured.read_loss_curves(0.01, 50)
    seeds, median = (line.get_ydata() for line in right.lines[2:4])
    np.testing.assert_allclose(median, np.median(curves, axis=0), rtol=1e-6)
    np.testing.assert_allclose(seeds.reshape(measured.SEEDS, -1)[:, :-1], curves, rtol=1e-6)
    assert np.all(np.isnan(seeds.reshape(measured.SEEDS, -1)[:, -1]))
