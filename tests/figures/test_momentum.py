"""Lesson 03's figures, by their artists: lines are the data, words name them, and the map is the closed form."""

import numpy as np
import pytest
from matplotlib.colors import to_hex

from optcourse import quadratics
from optcourse.figures import momentum, style


def texts(ax):
    return [text.get_text() for text in ax.texts]


@pytest.mark.parametrize("kappa", [2.0, 50.0, 200.0])
@pytest.mark.parametrize("nesterov", [False, True])
def test_each_word_on_the_map_stands_where_it_is_true(kappa, nesterov):
    _, ax = style.new()
    momentum.phase_diagram(ax, (1 / kappa, 1.0), nesterov)
    motions = {"both creep": ("creeps", "creeps"), "both swing": ("swings", "swings"), "flips": ("creeps", "flips")}
    motions["steep swings,\nflat creeps"] = ("creeps", "swings")
    assert {"diverges", "both creep"} <= set(texts(ax))
    assert kappa == 2 or "steep swings,\nflat creeps" in texts(ax)
    for text in ax.texts:
        rate, beta = text.get_position()
        flat, steep = (quadratics.REGIMES[quadratics.regime(rate, beta, c, nesterov)] for c in (1 / kappa, 1.0))
        if text.get_text() == "diverges":
            assert "diverges" in (flat, steep)
        else:
            assert (flat, steep) == motions[text.get_text()]


def test_the_map_is_orange_exactly_where_it_diverges():
    _, ax = style.new()
    momentum.phase_diagram(ax, (1 / 50, 1.0))
    filled = ax.collections[0]  # contourf: it leaves out where there is no number
    for rate, beta in [(0.3, 0.5), (1.9, 0.1), (2.3, 0.1), (3.6, 0.9), (4.0, 0.9)]:
        covered = any(path.contains_point((rate, beta)) for path in filled.get_paths())
        assert covered == (quadratics.convergence_factor(rate, beta, 1.0) < 1), (rate, beta)


def test_the_lines_of_the_map_have_the_color_of_the_part_whose_motion_changes_there():
    _, ax = style.new()
    momentum.phase_diagram(ax, (1 / 50, 1.0))
    for look, curvature, beta in [(momentum.STEEP_STYLE, 1.0, 0.4), (momentum.FLAT_STYLE, 1 / 50, 0.8)]:
        rate = (1 - beta**0.5) ** 2 / curvature  # where the error begins to swing
        lines = [c for c in ax.collections if len(c.get_edgecolor())]
        mine = [c for c in lines if to_hex(c.get_edgecolor()[0]) == look["color"].lower()]
        corners = np.concatenate([path.vertices for c in mine for path in c.get_paths() if len(path.vertices)])
        assert np.hypot(np.log(corners[:, 0] / rate), corners[:, 1] - beta).min() < 0.05


def test_a_band_spans_the_seeds_and_its_line_is_their_median():
    _, ax = style.new()
    line = style.median_band(ax, np.array([1.0, 2.0]), np.array([[1.0, 5.0, 2.0], [4.0, 4.0, 10.0]]), color="k")
    assert list(line.get_ydata()) == [2, 4]
    heights = ax.collections[0].get_paths()[0].vertices[:, 1]
    assert (heights.min(), heights.max()) == (1, 10)


def test_the_law_of_kappa_names_every_method_at_its_own_line():
    _, ax = style.new()
    kappas = np.array([10.0, 100.0])
    names = ["gradient descent", "momentum, β = 0.9", "Nesterov's", "momentum"]
    steps = {name: np.full((2, 5), 10.0 * (i + 1)) for i, name in enumerate(names)}
    momentum.steps_against_kappa(ax, kappas, steps)
    assert texts(ax) == names
    assert [line.get_ydata()[0] for line in ax.lines] == [10, 20, 30, 40]
    assert len({line.get_linestyle() for line in ax.lines}) > 2 and len({line.get_color() for line in ax.lines}) == 4


def test_the_law_of_the_well_goes_through_the_first_dot_with_slope_one_half():
    _, ax = style.new()
    momentum.well_thresholds(ax, np.array([0.01, 0.04]), {-3.0: np.array([0.96, 0.91])})
    law, dots = ax.lines
    np.testing.assert_allclose(law.get_ydata(), [0.04, 0.08])
    np.testing.assert_allclose(dots.get_ydata(), [0.04, 0.09])
    assert ax.get_ylim()[0] > ax.get_ylim()[1] and texts(ax) == ["from −3"]


def test_oscillation_marks_the_cut_in_both_panels():
    _, axes = style.new(2)
    update = np.arange(0.0, 100.0, 20.0)
    momentum.oscillation(axes, update, np.ones((3, 5)), np.full((3, 5), 2.0), cut=60)
    for ax, height in zip(axes, (1, 2)):
        curve, cut = ax.lines
        assert list(curve.get_ydata()) == [height] * 5 and list(cut.get_xdata()) == [60, 60]
        assert texts(ax) == ["rate cut "] and ax.texts[0].xy[0] == 60


def test_the_loss_is_drawn_for_the_batch_size_that_was_asked_for():
    rows = {"batch_size": np.array([16, 16, 64]), "method": np.array(["momentum"] * 3)}
    rows |= {"effective_rate": np.array([0.1, 0.2, 0.1]), "loss": np.array([3.0, 2.0, 9.0])}
    _, ax = style.new()
    momentum.loss_against_effective_rate(ax, rows, 16, ["momentum"])
    assert list(ax.lines[0].get_xdata()) == [0.1, 0.2] and list(ax.lines[0].get_ydata()) == [3, 2]
    assert ax.lines[0].get_label() == "momentum"


def test_each_curve_of_sharpness_has_its_own_edge_in_its_own_color():
    rows = {"beta": np.array([0.0, 0.0, 0.9]), "step": np.array([0, 10, 10]), "sharpness": np.array([1.0, 2.0, 3.0])}
    _, ax = style.new()
    momentum.sharpness_at_the_edge(ax, rows, {0.0: 20.0, 0.9: 38.0})
    curve, edge, other, other_edge = ax.lines
    assert list(curve.get_ydata()) == [1, 2] and edge.get_ydata()[0] == 20 and other_edge.get_ydata()[0] == 38
    assert curve.get_color() == edge.get_color() != other.get_color()
