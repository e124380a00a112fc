"""Lesson 10's corner: the sign of the start's determinant decides whether it runs away."""

import numpy as np
import pytest

from optcourse.experiments.implicit_bias import corner as measured
from optcourse.explorers import two_by_two as explore

ABOVE = [np.array(start) for start in ([1.2, 0.6], [-1.2, -0.6], [0.3, 0.2], [0.1, 2.0], [5.0, 0.05])]
BELOW = [np.array(start) for start in ([1.2, -0.8], [0.0, 0.0], [-2.0, 0.3], [0.3, 0.1], [3.0, -1.5])]


@pytest.fixture(scope="module")
def corner():
    return explore.two_by_two()


@pytest.mark.parametrize("depth", [2, 3, 4])
def test_it_runs_away_if_and_only_if_the_determinant_of_the_start_is_positive(corner, depth):
    for start in ABOVE:
        result = corner.result(start=start, depth=depth)
        assert result["status"].startswith("It runs away") and result["ends_above"]
        assert np.sign(result["corner"]) == np.sign(start[0])
        closed_form = 1 / np.sqrt(2 * result["loss"])
        assert result["nuclear_norm"] == pytest.approx(closed_form, rel=0.03)  # measured: at most 0.016
    for start in BELOW:
        result = corner.result(start=start, depth=depth)
        assert result["status"].startswith("It arrives") and not result["ends_above"]
        assert result["nuclear_norm"] < 4.5  # measured: at most 3.85


def test_one_factor_alone_crosses_and_leaves_the_corner_where_it_is(corner):
    for start in ABOVE:
        result = corner.result(start=start, depth=1)
        assert result["corner"] == pytest.approx(start[0]) and not result["ends_above"]
        assert "crosses det W = 0" in result["status"]


def test_every_path_gets_as_low_as_the_slider_asks(corner):
    x, y = np.meshgrid(np.linspace(*explore.PLANE[0], 7), np.linspace(*explore.PLANE[1], 6))
    for start in np.stack([x.ravel(), y.ravel()], axis=1):
        for depth in (1, 2, 3, 4):
            for loss in (0.03, explore.LAST):
                walk = explore.walk(start, depth, loss)
                assert 0.7 * loss < walk.loss <= loss, (start, depth)  # measured: 0.745


def test_the_path_ends_at_the_loss_and_the_wall_is_where_the_determinant_vanishes(corner):
    walk = explore.walk(ABOVE[0], 3, 0.1)
    path, curve, end, _ = map(np.asarray, walk.points)
    drawn = np.isfinite(path[:, 0])
    np.testing.assert_array_equal(path[drawn][-1], end)
    assert np.all(curve[drawn][:-1, 0] > 0.1) and not drawn.all()
    side = float(walk.entries[1])
    for wall in walk.walls:
        np.testing.assert_allclose(wall[:, 0] * wall[:, 1], side**2, rtol=1e-5)


def test_each_goal_is_reached_and_asks_for_what_it_says(corner):
    assert corner.goals_reached(start=ABOVE[0]) == [True, False, False]
    assert not corner.goals_reached(start=ABOVE[0], loss=explore.LOSSES[-10])[0]
    for depth in (2, 3, 4):
        assert corner.goals_reached(start=BELOW[1], depth=depth) == [False, True, False]
    assert not corner.goals_reached(start=BELOW[1], depth=2, loss=0.1)[1]
    assert corner.goals_reached(start=ABOVE[0], depth=1) == [False, False, True]
    assert corner.goals_reached(start=BELOW[0], depth=1) == [False, False, False]


def test_on_the_way_it_says_so_and_at_all_ends_together_numbers_stay_finite(corner):
    assert corner.result(start=ABOVE[0], loss=1.0)["status"].startswith("On its way from det W above 0: loss 0.82")
    for start in ([6.0, 2.2], [-6.0, 2.2], [-6.0, -2.2]):
        for depth in (1, 4):
            assert np.isfinite(corner.result(start=np.array(start), depth=depth)["nuclear_norm"])


def test_nothing_compiles_while_a_control_moves(corner):
    corner.result()
    before = corner.compute._cache_size()
    for values in corner.extremes():
        corner.result(**values)
    assert corner.compute._cache_size() == before


def test_the_corner_beyond_the_plane_is_named_at_its_edge(corner):
    for start, words in ((ABOVE[0], "22.4 →"), (ABOVE[1], "← −22.4")):
        figure = corner.figure(start=start)
        notes = [text for text in figure.axes[0].texts if "←" in text.get_text() or "→" in text.get_text()]
        assert [note.get_text() for note in notes if note.get_visible()] == [words]
    assert not any(t.get_visible() for t in corner.figure().axes[0].texts if "→" in t.get_text())


def test_the_start_has_the_side_that_the_wall_is_drawn_for():
    begin = explore.walk(np.array([0.5, 0.4]), 3, 10.0)  # a loss that it has already
    np.testing.assert_allclose(begin.entries, (0.5, measured.SIDE, 0.4), rtol=1e-5)


def test_blue_is_where_the_determinant_of_the_start_is_positive(corner):
    figure = corner.figure(start=BELOW[0], depth=2)
    plane, norms = figure.axes
    blue = [patch for patch in plane.patches if patch.get_linewidth() == 0]
    for starts, inside in ((ABOVE, True), (BELOW, False)):
        for start in starts:
            assert any(patch.get_path().contains_point(start) for patch in blue) is inside, start
            assert (start[0] * start[1] > measured.SIDE**2) is np.bool_(inside)
    assert norms.get_title() == "depth N = 2"
