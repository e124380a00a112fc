"""The explorer of lesson 06 on digits: few steps, dear steps, and what other units do to gradient descent."""

import numpy as np
import pytest

from optcourse.experiments.natural_gradient import softmax, softmax_curves
from optcourse.explorers import natural_gradient

OTHER = "other units"
DESCENT, NATURAL = range(2)  # the rows of steps and ms


@pytest.fixture(scope="module")
def explorer():
    return natural_gradient.softmax_regression()


@pytest.mark.parametrize("features", natural_gradient.UNITS)
@pytest.mark.parametrize("size", natural_gradient.SIZES)
def test_natural_gradient_needs_a_handful_of_steps_where_descent_needs_hundreds(explorer, size, features):
    steps = explorer.result(size=size, features=features)["steps"]
    assert steps[NATURAL] <= 5  # measured 3, 3, 4, 5
    assert steps[DESCENT] > 200  # measured 255, 1765, 226, 3560


@pytest.mark.parametrize("size", natural_gradient.SIZES)
def test_in_other_units_gradient_descent_takes_many_times_its_steps_and_natural_gradient_one_more(explorer, size):
    pixels, other = (np.array(explorer.result(size=size, features=units)["steps"]) for units in natural_gradient.UNITS)
    assert other[DESCENT] > 5 * pixels[DESCENT] and other[NATURAL] <= pixels[NATURAL] + 1
    assert softmax_curves.UNITS[OTHER] == 1.0  # the lesson says: times 0.1 to 10


@pytest.mark.parametrize("features, units", natural_gradient.UNITS.items())
@pytest.mark.parametrize("size, P", natural_gradient.SIZES.items())
def test_gradient_descent_has_its_best_rate_in_any_units(explorer, size, P, features, units):
    steps = [softmax_curves.read_descent(P, units, rate)[0] for rate in softmax_curves.RATES]
    result = explorer.result(size=size, features=features)
    assert result["steps"][DESCENT] == min(steps)
    assert result["rate"] == pytest.approx(softmax_curves.RATES[np.argmin(steps)], rel=1e-5)


def test_natural_gradient_is_first_by_time_with_few_parameters_and_descent_with_many(explorer):
    small, large = (explorer.result(size=size)["ms"] for size in natural_gradient.SIZES)
    assert small[NATURAL] < small[DESCENT]  # measured 7.7 against 8.1 ms
    assert large[DESCENT] < large[NATURAL]  # measured 15.5 against 76 ms
    assert explorer.result(features=OTHER)["ms"][DESCENT] > 5 * small[NATURAL]  # measured 56 ms


def test_too_much_damping_makes_it_slow_and_too_little_of_it_diverge(explorer):
    assert "natural gradient is not there yet" in explorer.result(damping=1.0)["status"]
    assert "natural gradient diverges" in explorer.result(damping=1e-4)["status"]
    assert explorer.result(damping=1e-4)["steps"][NATURAL] == np.inf
    assert explorer.result(damping=1e-4)["natural"] == "never"


def test_each_goal_is_reached_and_only_there(explorer):
    assert explorer.goals_reached() == [False, False, False]
    assert explorer.goals_reached(size="650") == [True, False, False]
    assert explorer.goals_reached(size="170", features=OTHER) == [False, False, False]
    assert explorer.goals_reached(size="650", features=OTHER)[1]
    assert explorer.goals_reached(size="650", damping=0.01) == [True, False, True]
    assert not explorer.goals_reached(size="650", damping=1.0)[2]


def test_the_words_say_who_is_first_by_time(explorer):
    few = "Natural gradient is first: 3 steps, 7.75 ms; gradient descent 255, 8.13 ms."
    assert explorer.result()["status"] == few
    assert explorer.result(size="650")["status"].startswith("Gradient descent is first: 226 steps, ")


@pytest.mark.parametrize("features, units", natural_gradient.UNITS.items())
@pytest.mark.parametrize("size, P", natural_gradient.SIZES.items())
@pytest.mark.parametrize("damping", [softmax_curves.DAMPINGS[3], softmax_curves.DAMPINGS[8]])
def test_what_is_drawn_is_what_the_tables_say_to_a_hundredth_of_a_decade(explorer, size, P, features, units, damping):
    setting = {"damping": damping, "size": size, "features": features}
    rate = explorer.result(**setting)["rate"]
    descent, natural = (
        softmax_curves.read_descent(P, units, min(softmax_curves.RATES, key=lambda each: abs(each - rate))),
        softmax_curves.read_natural(P, units, 1.0, damping),
    )
    assert explorer.result(**setting)["steps"] == [descent[0], natural[0]]
    lines = explorer.figure(**setting).axes[0].lines[1:3]
    for line, (_, left) in zip(lines, (descent, natural)):
        table = np.log10(np.clip(left, natural_gradient.LOWEST, None))
        np.testing.assert_allclose(np.log10(line.get_ydata()), table, atol=0.0051)


def test_what_is_drawn_are_the_curves_and_their_arrivals(explorer):
    figure = explorer.figure()
    for ax in figure.axes:
        descent, natural = ax.lines[1:3]
        assert (
            len(descent.get_xdata()) == len(softmax_curves.EVAL_STEPS)
            and len(natural.get_xdata()) == softmax_curves.STEPS
        )
        for dot in ax.lines[3:5]:
            assert dot.get_ydata()[0] <= 1.1 * softmax.TOLERANCE
    by_steps, by_time = (ax.lines[2].get_xdata() for ax in figure.axes)
    step = softmax.read_step_times(170, "closed form")["natural_gradient"] / 1000
    np.testing.assert_allclose(by_time, step * by_steps)
    assert list(by_steps) == list(range(1, 13))


def test_no_setting_adds_an_artist(explorer):
    counts = {tuple(len(ax.lines) for ax in explorer.figure(**values).axes) for values in explorer.extremes()}
    assert len(counts) == 1
