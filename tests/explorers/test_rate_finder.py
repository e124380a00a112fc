"""Lesson 04's finder of learning rates: the unit of the loss moves the best rate of some, and not of others."""

import numpy as np
import pytest

from optcourse.explorers import rate_finder as explore


def reaches(explorer, goal, **values):
    return explorer.goals_reached(**values)[goal]


@pytest.fixture(scope="module")
def finder():
    return explore.learning_rate_finder()


def by_method(numbers):
    return dict(zip(explore.METHODS, numbers))


def test_multiplying_the_loss_moves_the_best_rate_of_gradient_descent_and_not_of_adam(finder):
    one, hundred = (by_method(finder.result(unit=unit, t=100)["best"]) for unit in (1.0, 100.0))
    assert one["gradient_descent"] / hundred["gradient_descent"] == pytest.approx(100, rel=0.01)
    for name in ("adagrad", "adagrad_rms", "rmsprop", "adam"):
        assert one[name] == hundred[name]


def test_the_digits_network_shows_the_same(finder):
    setting = {"problem": "digits network", "t": 50, "learning_rate": 0.1}
    one, ten = (by_method(finder.result(unit=unit, **setting)["left"]) for unit in (1.0, 10.0))
    assert one["adam"] == pytest.approx(ten["adam"], rel=0.05)
    assert one["gradient_descent"] > 2 * ten["gradient_descent"]


def test_of_the_digits_network_it_draws_the_table(finder):
    shares = explore.rate_sweep.read_loss_shares()
    curves = finder.figure(problem="digits network", unit=10.0, t=20).axes[0].lines
    look = {curve.get_label(): curve.get_ydata() for curve in curves}
    at, window = explore.FINDER_TIMES.tolist().index(20), (explore.LOWEST, 2 * explore.HIGHEST)
    # Ten times the loss is ten times the rate: eight rows on.
    shared = shares.shared[1, explore.rate_sweep.BEYOND + 8 :][: len(explore.RATES), at]
    np.testing.assert_allclose(look["momentum"], np.clip(shared, *window), rtol=1e-5)
    np.testing.assert_allclose(look["adam"], np.clip(shares.own[3, :, at], *window), rtol=1e-5)


def test_the_finder_says_what_gradient_descent_and_adam_have_left(finder):
    result = finder.result(learning_rate=0.1, t=100)
    assert result["status"] == f"Gradient descent has diverged; Adam has {result['adam']:.1g} of the loss left."
    slow = finder.result(learning_rate=0.01, t=100)
    assert slow["status"].startswith("Gradient descent has 0.003 of the loss left, Adam no less: ")
    assert finder.result(problem="digits network")["status"].startswith("Adam has ")
    assert finder.result(t=0)["kind"] == "begins"


def test_a_curve_that_diverges_leaves_the_picture_and_its_dot_stays_at_the_lowest_place(finder):
    ax = finder.figure(t=100).axes[0]
    lines = {line.get_label(): line for line in ax.lines}
    heights = lines["gradient descent"].get_ydata()
    assert heights[-1] > ax.get_ylim()[1] and np.all(np.isfinite(heights))
    dots = [line for line in ax.lines if line.get_marker() == "o"]
    assert len(dots) == 6 and dots[0].get_ydata()[0] == heights.min()


def test_the_goals_of_the_finder_can_be_reached(finder):
    for rate in (0.03, 0.1, 0.3, 1.0):  # any rate in the gap between the two curves, at the first setting of t
        assert reaches(finder, 0, learning_rate=rate)
    assert not reaches(finder, 0, learning_rate=0.01)
    assert reaches(finder, 1, unit=0.01, t=50)
    assert not reaches(finder, 1, unit=1.0, t=50)


def test_the_curves_of_the_finder_are_the_runs(finder):
    result = finder.result(learning_rate=0.01, t=20)
    w, kappa = np.array([1.5, 1.0]), np.array([1.0, 100.0])
    left = np.sum(kappa * (w * (1 - 0.01 * kappa) ** 20) ** 2) / np.sum(kappa * w**2)
    assert result["descent"] == pytest.approx(left, rel=1e-3)
