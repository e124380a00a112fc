"""Lesson 10, deeper: what its own figures show."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from optcourse.experiments.implicit_bias.corner import Path
from optcourse.figures import implicit_bias_deeper as draw


@pytest.fixture
def ax():
    return Figure().subplots()


def test_each_name_has_a_row_of_dots_with_a_tick_at_their_mean(ax):
    values = {"none": np.array([0.9, 0.94]), "decay": np.array([0.1, 0.3])}
    middle, *lines = draw.rows(ax, values, "accuracy", "none").get_lines()
    np.testing.assert_allclose(middle.get_xdata(), 0.92)
    for y, (dots, tick, seeds) in enumerate(zip(lines[::2], lines[1::2], values.values(), strict=True)):
        np.testing.assert_array_equal(dots.get_xdata(), seeds)
        assert set(dots.get_ydata()) == {y} and dots.get_linestyle() == "None"
        assert np.allclose(tick.get_xdata(), np.mean(seeds))
    assert [label.get_text() for label in ax.get_yticklabels()] == list(values)
    assert ax.get_ylim()[0] > ax.get_ylim()[1]  # the first name on top


def test_good_and_bad_networks_differ_and_a_line_joins_those_of_one_seed(ax):
    sharpness = {"right": np.array([0.3, 0.4]), "wrong": np.array([0.1, 0.2])}
    accuracy = {"right": np.array([0.9, 0.95]), "wrong": np.array([0.5, 0.6])}
    *pairs, good, bad = draw.flatness(ax, sharpness, accuracy).get_lines()
    np.testing.assert_array_equal(good.get_xydata(), np.transpose([sharpness["right"], accuracy["right"]]))
    np.testing.assert_array_equal(bad.get_xydata(), np.transpose([sharpness["wrong"], accuracy["wrong"]]))
    assert [pair.get_xydata().tolist() for pair in pairs] == [[[0.3, 0.9], [0.1, 0.5]], [[0.4, 0.95], [0.2, 0.6]]]
    assert good.get_color() != bad.get_color() and good.get_marker() != bad.get_marker()
    assert [text.get_text() for text in ax.texts] == ["right", "wrong"]


def test_a_line_for_each_depth_falls_to_the_right_as_the_start_shrinks(ax):
    values = {(2, 1e-1): [1.0, 1.2], (2, 1e-3): [0.4, 0.6], (3, 1e-1): [0.9, 1.0]}
    nuclear, two, three = draw.scales(ax, values, "error", np.array([0.1, 0.2, 0.4])).get_lines()
    np.testing.assert_allclose(two.get_xydata(), [[1e-1, 1.1], [1e-3, 0.5]])
    np.testing.assert_allclose(three.get_xydata(), [[1e-1, 0.95]])
    assert set(nuclear.get_ydata()) == {0.2} and two.get_linestyle() != three.get_linestyle()
    assert ax.get_xlim()[0] > ax.get_xlim()[1] and ax.get_yscale() == "log"


def test_corners_are_drawn_without_their_sign_down_to_the_last_loss_over_the_bound(ax):
    loss = np.array([0.5, 0.02, 0.001])
    path = lambda size: Path(np.array([1, -size, size]), loss, loss, loss, loss)
    paths = {(2, "det > 0"): path(7), (3, "det > 0"): path(8), (3, "det < 0"): path(0.5)}
    two, three, stays, bound = draw.corners(ax, paths, 0.02).get_lines()
    assert [line.get_xydata().tolist() for line in (two, stays)] == [[[0.5, 1], [0.02, 7]], [[0.5, 1], [0.02, 0.5]]]
    assert three.get_color() == stays.get_color() != two.get_color()
    np.testing.assert_allclose(bound.get_xydata()[-1], (0.02, 0.8**2 / 0.2))
    assert [(text.get_text(), text.xy) for text in ax.texts] == [("det > 0", (0.02, 8)), ("det < 0", (0.02, 0.5))]
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["depth 2", "depth 3", "bound for det > 0"]


def test_a_corner_whose_path_steps_over_the_last_loss_is_drawn_to_the_edge(ax):
    loss = np.array([0.5, 0.04, 0.01, 0.001])
    path = Path(*[np.ones(4)] * 3, loss, loss)
    line, _ = draw.corners(ax, {(3, "det < 0"): path}, 0.02).get_lines()
    assert line.get_xdata().tolist() == [0.5, 0.04, 0.01]
    assert ax.get_xlim() == (1, 0.02)


def test_a_path_has_a_dot_at_its_least_error_and_levels_lie_across(ax):
    errors = {"gradient descent": np.array([3.0, 1.0, 2.0]), "Nesterov": np.array([3.0, 2.0, 2.5])}
    lines = draw.stopping(ax, errors, {"least squares": 2.7}).get_lines()
    assert [line.get_xydata().tolist() for line in (lines[1], lines[3])] == [[[1, 1.0]], [[1, 2.0]]]
    assert set(lines[4].get_ydata()) == {2.7}
    assert [text.get_text() for text in ax.texts] == ["gradient descent", "Nesterov", "least squares"]
    assert ax.get_xlim() == (0, 2)
