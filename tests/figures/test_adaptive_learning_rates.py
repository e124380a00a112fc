"""Lesson 04's figures, by their artists: lines are the data, bars their lengths, and names do not overlap."""

from itertools import pairwise

import numpy as np
import pytest

from optcourse.experiments.adaptive_learning_rates import digits, two_weights
from optcourse.figures import adaptive_learning_rates as draw
from optcourse.figures import digits_race, style


@pytest.mark.parametrize("kappa, degrees", [(1.0, 0), (100.0, 0), (100.0, 45), (30.0, 80)])
def test_the_level_lines_are_those_of_the_turned_ravine(kappa, degrees):
    surface = two_weights.landscapes.quadratic(kappa, np.deg2rad(degrees))
    lines = np.asarray(draw.level_lines(kappa, degrees)).reshape(len(draw.SEMI_AXES), -1, 2)
    assert np.all(np.isnan(lines[:, -1]))  # so that they part
    for line, reach in zip(lines, draw.SEMI_AXES):
        losses = [float(surface.loss(w)) for w in line[:-1:20]]
        np.testing.assert_allclose(losses, reach**2 / 2, rtol=2e-3)


def test_the_race_has_a_row_for_each_method_and_room_behind_the_last_step():
    _, ax = style.new()
    draw.race_axes(ax, ("momentum", "adam"), 600)
    assert [label.get_text() for label in ax.get_yticklabels()] == ["momentum", "adam"]
    assert ax.get_xlim()[1] > 10 * 600 and ax.get_ylim()[0] > ax.get_ylim()[1]  # the first is above


def draw_rotation(ax):
    draw.steps_against_angle(ax, two_weights.ROTATION_SETTINGS["angles"], two_weights.read_rotation())


def test_names_at_the_ends_of_lines_do_not_overlap():
    figure, ax = style.new(width=6.4, height=3.8)
    draw_rotation(ax)
    figure.canvas.draw()
    boxes = sorted((text.get_window_extent() for text in ax.texts), key=lambda box: box.y0)
    assert len(boxes) == 5
    assert all(below.y1 <= above.y0 + 3 for below, above in pairwise(boxes))
    assert all(box.x1 <= figure.bbox.width for box in boxes)


def test_names_at_the_ends_of_lines_stay_beside_their_lines():
    _, ax = style.new(width=6.4, height=3.8)
    draw_rotation(ax)
    ends = {line.get_color(): line.get_ydata()[-1] for line in ax.lines}
    height = np.log10(ax.get_ylim()[1] / ax.get_ylim()[0])
    away = [np.log10(text.get_position()[1] / ends[text.get_color()]) / height for text in ax.texts]
    assert len(away) == 5 and max(np.abs(away)) < 0.09  # measured 0.075; pushed up only, the highest is 0.15 away


def test_the_turned_ravine_is_drawn_with_the_medians_of_the_table():
    _, ax = style.new()
    draw_rotation(ax)
    adagrad = ax.lines[two_weights.RACERS.index("adagrad")].get_ydata()
    assert adagrad[[0, 1, -1]].tolist() == [5, 555, 34_322]


def test_scores_put_a_dot_for_each_seed_and_a_bar_at_the_mean():
    _, ax = style.new()
    found = digits.read_results("speed")
    digits_race.race_results(ax, found, "updates")
    dots, bars = ax.lines[::2], ax.lines[1::2]
    for result, dot, bar in zip(found.values(), dots, bars):
        np.testing.assert_array_equal(dot.get_xdata(), result.scores)
        assert bar.get_xdata()[0] == np.mean(result.scores)
    heights = np.array([dot.get_ydata() for dot in dots]) - np.arange(10)[:, None]
    assert np.allclose(heights, heights[0]) and len(set(heights[0])) == 5  # one for each seed
    assert len(dots) == len(ax.get_yticklabels()) == 10


def test_after_a_jump_the_band_is_where_steps_are_right_and_both_panels_have_the_same_steps():
    _, (left, right) = style.new(2)
    lines = draw.averages_after_jump(left, (0.5, 3e5))
    draw.steps_after_jump(right, (0.5, 3e5), 0.1)
    assert list(lines) == ["gradient", "m", "root of v"] and left.get_xlim() == right.get_xlim()
    band = right.patches[0].get_bbox()
    assert (band.y0, band.y1) == pytest.approx((0.9, 1.1))
