"""The pictures of lesson 07, by their artists."""

import numpy as np

from optcourse import tradeoffs
from optcourse.figures import linear_combinations as draw
from optcourse.figures import style


def test_a_front_is_solid_where_convex_and_dotted_where_concave():
    _, ax = style.new()
    draw.front(ax, tradeoffs.mixed_front(1.5, 4.0))
    solid, dotted = (np.asarray(line.get_xydata()) for line in ax.lines)
    p = np.linspace(1e-3, 1 - 1e-3, 401)
    p = p * (1 - p)
    np.testing.assert_array_equal(np.isfinite(solid[:, 0]), p >= 0.1875)
    np.testing.assert_array_equal(np.isfinite(dotted[:, 0]), p < 0.1875)


def test_runs_go_from_circles_to_stars():
    _, ax = style.new()
    paths = np.random.default_rng(0).uniform(0, 1, (3, 5, 2))
    draw.runs(ax, paths)
    starts, stars = ax.lines[-2:]
    np.testing.assert_allclose(starts.get_xydata(), paths[:, 0])
    np.testing.assert_allclose(stars.get_xydata(), paths[:, -1])
    assert (starts.get_marker(), stars.get_marker()) == ("o", "*")


def test_totals_are_the_sums_and_carry_their_names():
    _, ax = style.new()
    draw.loss_sums(ax, {"convex": np.ones((4, 11, 2)), "concave": 2 * np.ones((4, 11, 2))}, 10)
    assert [set(line.get_ydata()) for line in ax.lines] == [{2.0}, {4.0}]
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["convex", "concave"]
    assert ax.get_xlim() == (0, 10)


def test_each_start_has_a_line_against_the_weight():
    _, ax = style.new()
    draw.final_loss_against_weight(ax, np.geomspace(0.2, 5, 4), np.random.default_rng(0).uniform(0, 1, (4, 3)))
    assert len(ax.lines) == 4 and len(ax.lines[-1].get_xdata()) == 12


def test_shares_have_their_law_as_dots():
    _, ax = style.new()
    alphas = np.geomspace(0.2, 5, 4)
    draw.basin_fractions(ax, alphas, {"concave": np.linspace(0, 1, 8).reshape(4, 2)}, {"concave": alphas / 5})
    line, dots = ax.lines
    assert line.get_label() == "concave" and list(dots.get_ydata()) == list(alphas / 5)


def test_everyday_fronts_have_dots_on_a_line_where_one_is_known():
    _, axes = style.new(2)
    dots, line = np.ones((3, 2)), np.zeros((9, 2))
    draw.example_fronts(axes, {"ridge": ("a", "b", dots, None), "bandit": ("c", "d", dots, line)})
    assert [len(ax.lines) for ax in axes] == [1, 2]
    assert [ax.get_title() for ax in axes] == ["ridge", "bandit"] and axes[1].get_xlabel() == "c"


def test_both_ways_of_an_autoencoder_are_drawn_beside_the_linear_code():
    _, ax = style.new()
    draw.rate_distortion(ax, {"constant": np.ones((7, 5, 2)), "annealed": np.ones((7, 5, 2))}, np.ones((9, 2)))
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["best linear code", "β constant", "β annealed"]


def test_what_comes_in_passing_has_two_curves():
    _, ax = style.new()
    draw.transients(ax, np.ones((201, 5)), np.zeros((201, 5)))
    assert len(ax.get_legend().get_texts()) == 2 and all(len(line.get_xdata()) == 101 for line in ax.lines)


def test_two_units_have_their_front_and_their_ends():
    _, axes = style.new(2)
    curve, ends = np.ones((9, 2)), np.zeros((4, 3, 2))
    draw.bump_fronts(axes, {"amplitude": curve, "location": curve}, {"amplitude": ends, "location": ends})
    assert all(len(ax.lines[1].get_xdata()) == 12 for ax in axes)
