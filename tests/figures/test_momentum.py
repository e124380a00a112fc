"""Lesson 03's figures, by their artists: lines are the data, and words name them."""

import numpy as np

from optcourse.figures import momentum, style


def texts(ax):
    return [text.get_text() for text in ax.texts]


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


def test_a_cycle_is_drawn_on_the_slope_and_step_by_step():
    _, axes = style.new(2)
    w, paths = np.linspace(-3, 3, 7), {"momentum": np.array([3.0, 1, -1, 0.5, -2]), "nesterov": np.zeros(5)}
    momentum.endless_cycle(axes, w, 2 * w, paths)
    slope, _, last, _ = axes[0].lines
    np.testing.assert_allclose(slope.get_ydata(), 2 * w)
    np.testing.assert_allclose(last.get_xydata(), [[-1, -2], [0.5, 1], [-2, -4]])
    assert [line.get_label() for line in axes[1].lines] == ["momentum", "Nesterov's"]
    assert list(axes[1].lines[0].get_ydata()) == [3, 1, -1, 0.5, -2]


def test_jumps_stand_on_the_walls_and_each_loss_has_its_name():
    _, axes = style.new(2)
    y = np.linspace(-1, 1, 5)
    momentum.bouncing(axes, y, 1 + y**2, np.array([-1.0, 1.0]), {0.0: np.full(4, 2.0), 0.9: np.full(4, 3.0)})
    np.testing.assert_allclose(axes[0].lines[1].get_xydata(), [[-1, 2], [1, 2]])
    assert texts(axes[1]) == ["β = 0", "β = 0.9"]
    assert [line.get_ydata()[0] for line in axes[1].lines] == [2, 3, 1]  # and the bottom


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
