"""The pictures of policies, by their artists."""

import numpy as np
import pytest

from optcourse.figures import policies, style


def test_an_arrow_points_along_its_action_as_far_as_it_is_likely():
    policy = np.full((24, 4), 0.0)
    policy[0] = [0.1, 0.5, 0.38, 0.02]  # up, right, down, left
    up, right, down, left = policies.arrows(policy)[:4]
    assert up[:, 1].min() == pytest.approx(-0.042) and right[:, 0].max() == pytest.approx(0.21)
    assert down[:, 1].max() == pytest.approx(0.42 * 0.38)
    assert np.ptp(left, axis=0) == pytest.approx([0, 0])  # too faint
    assert np.ptp(up[:, 0]) < np.ptp(down[:, 0]) < np.ptp(right[:, 1]) < 0.22  # a short one is slender too


def test_the_dead_cells_have_no_arrows_and_a_policy_can_be_moved():
    _, ax = style.new()
    polygons = policies.policy(policies.grid(ax), np.full((24, 4), 0.25))
    assert len(polygons) == 19 * 4
    before = polygons[0].get_xy().copy()
    policies.update_policy(polygons, np.tile([1.0, 0, 0, 0], (24, 1)))
    assert polygons[0].get_xy()[:, 1].min() == pytest.approx(-0.42) and not np.allclose(before, polygons[0].get_xy())


def test_the_grid_shows_start_goal_and_cliff():
    _, ax = style.new()
    policies.grid(ax)
    marks = [(line.get_marker(), line.get_xydata()[0].tolist()) for line in ax.lines]
    assert marks == [("*", [5, 3])]
    cliff = ax.patches[0]
    assert (cliff.get_x(), cliff.get_y(), cliff.get_width(), cliff.get_hatch()) == (0.5, 2.5, 4, "///")
    assert [text.get_text() for text in ax.texts] == ["cliff", "start"]
    assert ax.texts[1].get_position() == pytest.approx((0, 3.28))


def test_the_shares_over_step_sizes_are_drawn_for_both_kinds_of_logits():
    _, ax = style.new()
    columns = {
        "method": np.array(["PPO", "PPO", "PPO", "natural gradient"]),
        "logits": np.array(["as is", "as is", "rescaled", "as is"]),
        "step_size": np.array([0.1, 1.0, 0.1, 7.0]),
        "reached": np.array([50, 25, 10, 3]),
        "negative": np.array([0, 5, 20, 3]),
    }
    policies.success_against_step_size(ax, columns, "PPO")
    assert [line.get_ydata().tolist() for line in ax.lines] == [[0, 0.1], [1, 0.5], [0.4], [0.2]]
    assert [line.get_marker() for line in ax.lines] == ["o", "o", "x", "x"] and ax.get_xlabel() == "clip"


def test_one_legend_for_all_step_sizes_says_what_colors_and_marks_mean():
    figure, axes = style.new(2)
    columns = {"method": np.array(["PPO"]), "logits": np.array(["as is"]), "step_size": np.array([0.1])}
    columns |= {"reached": np.array([50]), "negative": np.array([0])}
    for ax in axes:
        policies.success_against_step_size(ax, columns, "PPO")
    (legend,) = figure.legends
    words = [text.get_text() for text in legend.get_texts()]
    assert words[:2] == ["color: got there", "gray: ended below zero"]
    assert words[2:] == ["dots: logits as they are", "crosses: logits rescaled"]
