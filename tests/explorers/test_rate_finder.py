"""Lesson 04's finder of learning rates: a multiple of the loss moves gradient descent's best rate, and not Adam's."""

import numpy as np
import pytest

from optcourse import landscapes, linalg, optimizers
from optcourse.experiments.run import run
from optcourse.explorers import rate_finder as explore


def reaches(explorer, goal, **values):
    return explorer.goals_reached(**values)[goal]


@pytest.fixture(scope="module")
def finder():
    return explore.learning_rate_finder()


def points(finder, name, **values):
    finder.result(**values)
    return finder.computation.artists[name].get_xydata()


@pytest.mark.parametrize("problem", explore.PROBLEMS)
@pytest.mark.parametrize("unit", ["× 0.1", "× 10", "× 100"])
def test_the_best_rate_of_gradient_descent_moves_by_the_factor_and_that_of_adam_stays(finder, problem, unit):
    for t in (10, 100):
        ratios = finder.result(problem=problem, unit=unit, t=t)["ratios"]
        assert ratios[0] == pytest.approx(1 / explore.UNITS[unit], rel=1e-3) and ratios[1] == 1


def test_it_arrives_with_two_curves_of_gradient_descent_and_two_of_adam_that_coincide(finder):
    assert finder.frame["status"] == "The loss × 100: gradient descent's best rate × 0.01, Adam's × 1."
    before, after = (points(finder, f"adam {name}") for name in ("before", "curve"))
    np.testing.assert_allclose(before, after, rtol=0.05)
    before, after = (points(finder, f"gradient_descent {name}") for name in ("before", "curve"))
    np.testing.assert_allclose(after[:30, 1], before[16:46, 1], rtol=1e-3)  # two factors of ten further
    assert not np.allclose(before[:30, 1], after[:30, 1], rtol=0.3)


def test_a_curve_of_the_ravine_is_the_mean_of_runs_from_eight_starts(finder):
    loss = landscapes.quadratic(100.0, np.pi / 4).loss
    starts = explore.STARTS @ np.asarray(linalg.rotation(np.pi / 4)).T
    at, shares = 30, []
    for start in starts:
        losses = run(optimizers.adam(explore.RATES[at]), loss, start.astype(np.float32), 20).loss
        shares.append(losses[20] / losses[0])
    curve = points(finder, "adam curve", t=20)
    assert curve[at, 0] == pytest.approx(explore.RATES[at], rel=1e-5)
    assert curve[at, 1] == pytest.approx(np.mean(shares), rel=1e-2)


def test_of_the_digits_network_it_draws_the_table(finder):
    table, row = explore.rate_sweep.read_loss_shares(), explore.TIMES.tolist().index(20)
    setting = {"problem": "digits network", "unit": "× 10", "t": 20}
    cut = lambda shares: np.minimum(shares, 2 * explore.HIGHEST)
    # From 1e-5 on, the table begins at 1e-6; and ten times the loss is ten times the rate: eight rows each.
    curve = points(finder, "gradient_descent curve", **setting)[:, 1]
    np.testing.assert_allclose(curve[:57], cut(table.shared[0, 16:, row]), rtol=1e-5)
    adam = points(finder, "adam curve", **setting)[:, 1]
    np.testing.assert_allclose(adam[8:49], cut(table.own[3, :, row]), rtol=1e-5)
    assert np.all(np.isnan(adam[:8])) and np.all(np.isnan(adam[49:]))


def test_a_curve_that_diverges_leaves_the_picture_and_each_dot_is_at_the_lowest_place(finder):
    for name in ("gradient_descent", "adam"):
        curve, dot = (points(finder, f"{name} {each}", t=50)[:, 1] for each in ("curve", "dot"))
        assert np.all(np.isfinite(curve)) and curve[-1] > explore.HIGHEST and dot[0] == curve.min()


def test_nothing_shown_lies_below_the_picture(finder):
    for problem in explore.PROBLEMS:
        for name in explore.METHODS:
            assert np.nanmin(points(finder, f"{name} curve", problem=problem)) > explore.LOWEST


def test_the_titles_name_the_problem_the_step_and_the_best_rates(finder):
    finder.result(t=50, unit="× 1")
    words = [finder.computation.artists[f"adam {name}"].get_text() for name in ("title", "setting", "unit")]
    assert words == ["Adam: best η = 0.316", "ravine, κ = 100, turned by 45°, t = 50", "loss × 1"]
    assert finder.result(unit="× 1", t=100)["status"] == (
        "The loss as it is: gradient descent's best rate is 0.0178, Adam's 0.422."
    )
    assert finder.result(t=0)["kind"] == "begins"


def test_the_goals_of_the_finder_can_be_reached_by_the_factor_and_not_by_it(finder):
    assert reaches(finder, 0, unit="× 0.1") and reaches(finder, 0, unit="× 10", problem="digits network")
    assert not reaches(finder, 0, unit="× 1")
    assert reaches(finder, 1, problem=explore.PROBLEMS[1])
    assert not any(reaches(finder, 1, unit=unit) for unit in explore.UNITS)
