"""Lesson 11's figures, by their artists: lines are means, exponents are fitted, and κ₀ is a share of the circle."""

from itertools import pairwise

import numpy as np
import pytest
from matplotlib.patches import Wedge

from optcourse import kernels
from optcourse.experiments.infinite_width import limit
from optcourse.figures import infinite_width as draw
from optcourse.figures import style


def test_each_rate_carries_the_exponent_that_its_table_gives():
    _, ax = style.new()
    draw.rates(ax, {column: limit.read_limit(column) for column in draw.RATES})
    slopes = limit.read_slopes()
    words = {text.get_text().replace("−", "-") for text in ax.texts}
    assert words == {f"{draw.RATES[column][0]}\nexponent {slopes[column]:.2f}" for column in draw.RATES}
    for line, column in zip(ax.lines, draw.RATES, strict=True):
        np.testing.assert_allclose(line.get_ydata(), [seeds.mean() for seeds in limit.read_limit(column).values()])
    looks = {(str(line.get_color()), line.get_marker(), str(line._dash_pattern)) for line in ax.lines}
    assert len(looks) == len(draw.RATES)


def test_the_labels_of_the_rates_do_not_cover_each_other():
    for depth in limit.WIDTHS:
        figure, ax = style.new(width=6)
        draw.rates(ax, {column: limit.read_limit(column, depth) for column in draw.RATES})
        figure.canvas.draw()
        boxes = [text.get_window_extent() for text in ax.texts]
        heights = sorted((box.y0, box.y1) for box in boxes)
        assert all(lower[1] <= upper[0] + 1 for lower, upper in pairwise(heights))


def test_both_curves_are_those_of_a_network_with_one_hidden_layer():
    _, ax = style.new()
    draw.arc_cosine(ax)
    steps, relus = ax.lines
    angle = np.deg2rad(steps.get_xdata())
    x = 2**0.5 * np.stack([np.cos(angle), np.sin(angle)], axis=1)  # so that ‖x‖² / d = 1
    covariance, tangent = (np.asarray(each)[0] for each in kernels.dense_kernels(x, x, 1))
    np.testing.assert_allclose(relus.get_ydata(), covariance, atol=1e-3)
    np.testing.assert_allclose(np.cos(angle) * steps.get_ydata() + relus.get_ydata(), tangent, atol=1e-3)


@pytest.mark.parametrize("angle", [0.0, np.pi / 3, np.pi])
def test_the_sector_holds_the_weights_for_which_both_are_active(angle):
    _, ax = style.new()
    draw.half_planes(ax, angle)
    sector, *arcs = [patch for patch in ax.patches if isinstance(patch, Wedge)][:3]
    span = sector.theta2 - sector.theta1
    assert span == pytest.approx(180 - np.rad2deg(angle))
    assert [arc.theta2 - arc.theta1 for arc in arcs] == [180, 180]
    assert sector.theta1 == pytest.approx(max(arc.theta1 for arc in arcs))
    assert sector.theta2 == pytest.approx(min(arc.theta2 for arc in arcs))
    assert any(f"{span:.0f}° of 360°" in text.get_text() for text in ax.texts)


def test_an_angle_in_degrees_is_refused():
    _, ax = style.new()
    with pytest.raises(ValueError, match=r"angle = 60\.0: give radians"):
        draw.half_planes(ax, 60.0)


def test_the_error_lies_beside_that_of_the_kernel_and_its_change_in_a_panel_of_its_own():
    _, axes = style.new(2)
    columns = [{0.1: np.array([a, 3 * a]), 10.0: np.array([b, b])} for a, b in ((0.1, 0.6), (0.4, 0.004), (0.6, 0.6))]
    draw.lazy_rich(axes, *columns)
    (network, kernel), (change,) = axes[0].lines, axes[1].lines
    for line, middle in ((network, [0.2, 0.6]), (kernel, [1.2, 0.6]), (change, [0.8, 0.004])):
        np.testing.assert_allclose(line.get_ydata(), middle)
    assert {text.get_text() for text in axes[0].texts} == {"network", "regression with the first kernel"}
    assert axes[1].get_yscale() == "log" and axes[0].get_yscale() == "linear"
