"""The explorer of Gaussians: natural steps change little with the coordinates, gradient descent much."""

import numpy as np
import pytest

from optcourse import gaussians, optimizers
from optcourse.experiments.natural_gradient import gaussians as measured
from optcourse.explorers import gaussians as explore
from optcourse.figures import style
from optcourse.fisher import gaussian_kl

START = (-1.5, 3.5)
COLORS = [style.OPTIMIZERS[name]["color"] for name in explore.METHODS]
FIRST = {  # steps from the first start at η = 1, of gradient descent and of natural gradient: measured
    "variance": [29, 2],
    "deviation": [18, 3],
    "precision": [np.inf, np.inf],
    "log-deviation": [np.inf, 6],
}
SMALL = float(explore.NATURAL_RATES[5])  # 0.1
REACHED = [
    {"coordinates": "precision", "natural_rate": float(explore.NATURAL_RATES[8])},
    {"coordinates": "precision", "start": np.array([-1.0, 4.5])},
    {"coordinates": "variance", "start": np.array([-1.0, 1.5]), "descent_rate": float(explore.DESCENT_RATES[20])},
]


@pytest.fixture(scope="module")
def two():
    return explore.two_geometries()


def seen(name, start=START, descent_rate=0.1, natural_rate=0.1):
    return explore.geometry_runs(gaussians.POWERS[name], np.array(start), descent_rate, natural_rate)


every = pytest.mark.parametrize("name", gaussians.ALL)


def lines_of(ax):
    return [next(line for line in ax.lines if line.get_color() == color) for color in COLORS]


@every
def test_both_walks_are_those_of_the_optimizers(name):
    runs, coordinates = seen(name), gaussians.ALL[name]
    _, loss = measured.named_problem(name)
    rules = optimizers.gradient_descent(0.1), gaussians.natural_gradient(coordinates, 0.1)
    for rule, path, losses in zip(rules, runs.paths, runs.losses):
        w = coordinates.from_mean_std(*START)
        state = rule.init(w)
        for t in range(4):
            np.testing.assert_allclose(path[t], coordinates.to_mean_std(w), rtol=1e-4)
            np.testing.assert_allclose(losses[t], gaussian_kl(*measured.TARGET, *path[t]), rtol=1e-3)
            w, state, _ = rule.step(loss, w, state)


@every
def test_from_the_first_start_they_take_as_many_steps_as_measured(two, name):
    assert two.result(coordinates=name)["arrived"] == FIRST[name]


@every
def test_small_natural_steps_arrive_at_the_same_step_whatever_the_coordinates(two, name):
    assert two.result(coordinates=name, natural_rate=SMALL)["arrived"][1] == 34  # measured in all four


def test_small_natural_walks_stay_when_coordinates_change_and_gradient_descent_does_not(two):
    paths = []
    for name in gaussians.ALL:
        plane = two.figure(coordinates=name, natural_rate=SMALL, descent_rate=SMALL).axes[0]
        paths.append([line.get_xydata() for line in lines_of(plane)])
    for i, (low, high) in enumerate(((1, 10), (0, 0.3))):  # measured: 7.9 and 0.13, in a plane 6 wide
        apart = [np.nanmax(np.linalg.norm(a[i] - b[i], axis=1)) for a in paths for b in paths]
        assert low < max(apart) < high, max(apart)


def test_every_ellipse_has_the_same_divergence_and_is_small_where_the_deviation_is(two):
    edges = [line.get_xydata() for line in two.figure().axes[0].lines if line.get_color() == style.GRAY]
    assert len(edges) == len(explore.GRID[0]) * len(explore.GRID[1])
    centers = np.stack(np.meshgrid(*explore.GRID), axis=-1).reshape(-1, 2)
    for edge, center in zip(edges, centers):
        np.testing.assert_allclose(gaussian_kl(*center, *edge.T), explore.ELLIPSE_KL, rtol=0.02)
        assert np.ptp(edge[:, 0]) / center[1] == pytest.approx(2 * np.sqrt(2 * explore.ELLIPSE_KL), rel=0.05)
        np.testing.assert_allclose(edge[0], edge[-1])  # closed


def test_the_axis_says_what_the_loss_is(two):
    chart = two.figure().axes[1]
    assert chart.get_ylabel() == "loss L(w) = KL(target ‖ w)"
    first = [line.get_ydata()[0] for line in lines_of(chart)]
    np.testing.assert_allclose(first, gaussian_kl(*measured.TARGET, -1.5, 1.5), rtol=1e-5)  # not the other way: 0.85


def test_curves_show_the_losses_and_end_where_a_step_leads_to_no_gaussian(two):
    for line in lines_of(two.figure(coordinates="precision").axes[1]):
        assert np.isfinite(line.get_ydata()).sum() == 1
    descent, natural = (line.get_ydata() for line in lines_of(two.figure().axes[1]))
    assert np.all(descent[:29] >= 1e-3) and np.all(descent[29:] < 1e-3)
    assert natural[1] > 1e-3 and np.all(natural[2:] == pytest.approx(explore.FLOOR, rel=1e-3))


def test_words_stand_at_the_curves_and_apart(two):
    for values in (*two.extremes(), *REACHED, {}):
        chart = two.figure(**values).axes[1]
        words = [text for text in chart.texts if text.get_color() in COLORS]
        assert [text.get_color() for text in words] == COLORS
        places = chart.transData.transform([text.get_position() for text in words])
        (low, left), (high, right) = chart.bbox.min[::-1], chart.bbox.max[::-1]
        assert np.all(places >= (left, low)) and np.all(places <= (0.55 * right + 0.45 * left, high)), values
        (x0, y0), (x1, y1) = places
        assert abs(y0 - y1) > 9 or abs(x0 - x1) > 150, values


def test_one_line_says_which_walk_arrives_and_when(two):
    said = lambda **values: two.result(**values)["status"]
    assert said() == "Natural gradient is first: 2 steps, gradient descent 29 steps."
    slow = "Natural gradient arrives: 2 steps; gradient descent is not there in 40."
    assert said(descent_rate=explore.DESCENT_RATES[0]) == slow
    slow = "Gradient descent arrives: 29 steps; natural gradient is not there in 40."
    assert said(natural_rate=explore.NATURAL_RATES[0]) == slow
    out = "Neither arrives: gradient descent leaves the Gaussians, natural gradient leaves the Gaussians."
    assert said(coordinates="precision") == out
    assert said(start=np.array([1.0, 2.0])) == "There already: the start is at the target."
    late = {"natural_rate": SMALL, "start": np.array([-1.0, 2.5])}
    assert said(**late, descent_rate=8.0).startswith("Gradient descent is first: 15 steps, natural gradient ")


def test_each_goal_is_reached_and_not_by_the_others_way(two):
    reached = [two.goals_reached(**values) for values in REACHED]
    assert reached == np.eye(3, dtype=bool).tolist()


def test_a_start_close_to_the_target_reaches_no_goal(two):
    assert not any(two.goals_reached(coordinates="precision", start=np.array([1.0, 1.9])))
    assert not any(two.goals_reached(coordinates="deviation", start=np.array([1.0, 1.9])))


@every
def test_no_goal_is_a_matter_of_pressing_home_or_end(two, name):
    for control, values in {"descent_rate": explore.DESCENT_RATES, "natural_rate": explore.NATURAL_RATES}.items():
        for value in (values[0], values[-1]):
            assert not any(two.goals_reached(coordinates=name, **{control: value})), (control, value)


def test_goals_say_how_far_they_are(two):
    arrives, few, descent = two.frame["goals"]
    now = "(now variance, 2 steps from L = 1.5)"
    assert now in arrives and now in few
    assert "(now 29 steps from L = 1.5)" in descent
    assert two.result(coordinates="precision")["steps"] == ["no Gaussian"] * 2


def test_a_start_beyond_the_plane_is_taken_at_its_edge(two):
    beyond, edge = (two.result(start=np.array([5.0, std]))["before"] for std in (0.1, 0.5))
    assert beyond == edge == pytest.approx(float(gaussian_kl(*measured.TARGET, 3.5, 0.5)), rel=1e-5)


def test_no_control_compiles_anything_while_it_moves(two):
    two.result()
    before = two.compute._cache_size()
    for values in two.extremes():
        two.result(**values)
    assert two.compute._cache_size() == before == 1
