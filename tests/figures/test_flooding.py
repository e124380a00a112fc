"""Lesson 09's figures, by their artists: dots are the seeds, lines are the data, and slopes are fitted."""

import numpy as np
import pytest
from matplotlib.colors import to_hex

from optcourse.experiments.flooding import levels, paths
from optcourse.figures import flooding as draw
from optcourse.figures import style


def test_the_flooded_loss_folds_up_what_is_below_the_level():
    _, ax = style.new()
    draw.flooded_loss(ax, paths.line, 0.5)
    before, after, _ = ax.lines
    np.testing.assert_allclose(after.get_ydata(), 0.5 + np.abs(before.get_ydata() - 0.5), rtol=1e-6)
    words = {text.get_text().strip() for text in ax.texts}
    assert words == {"|L − b| + b", "L", "b"}
    assert ax.patches[0].get_xy()[:, 1].max() == pytest.approx(before.get_ydata().max())  # no water above the ground


def test_both_shores_lie_on_the_level():
    for shore in draw.shores(0.3, np.linspace(-1, 2, 7)):
        np.testing.assert_allclose([paths.ravine(w) for w in shore], 0.3, rtol=1e-5)


def test_a_training_is_drawn_as_median_and_range_of_its_seeds_and_each_level_has_its_own_look():
    _, axes = style.new(2)
    curves = levels.Curves(*(np.array([[1.0, 2.0], [3.0, 9.0], [2.0, 4.0]]) / scale for scale in (1, 1, 10)))
    draw.training(axes, [60, 600], {b: curves for b in (0.0, 0.1, 0.2, 0.4, 0.8, 1.0)})
    for ax, scale in zip(axes, (1, 10)):
        assert list(ax.lines[0].get_ydata()) == [2 / scale, 4 / scale]
        band = ax.collections[0].get_paths()[0].vertices[:, 1]
        assert (band.min(), band.max()) == (1 / scale, 9 / scale)
        looks = {(to_hex(line.get_color()), str(line._dash_pattern)) for line in ax.lines}
        assert len(looks) == len(ax.lines) == 6
    assert axes[1].lines[0].get_label() == "no flood" and axes[1].lines[0].get_color() == style.GRAY
    darkness = [sum(line.get_color()[:3]) for line in axes[0].lines[1:]]
    assert darkness == sorted(darkness, reverse=True)


def test_the_best_checkpoint_is_a_line_in_the_color_of_its_share():
    _, ax = style.new()
    values = {0.0: np.full((3, 5), 0.9), 0.2: np.full((3, 5), 0.7)}
    draw.final_by_level(ax, [0.0, 0.5, 1.0], values, "test accuracy", {0.0: np.full(5, 0.95), 0.2: np.full(5, 0.85)})
    for share, at, best in ((0, 0.9, 0.95), (2, 0.7, 0.85)):
        curve, line = ax.lines[share : share + 2]
        assert list(curve.get_ydata()) == [at] * 3 and list(line.get_ydata()) == [best, best]
        assert curve.get_color() == line.get_color()
    words = [text.get_text() for text in ax.get_legend().get_texts()]
    assert words == ["all labels right", "20 % wrong", "best checkpoint, no flood"]


def test_each_error_carries_the_slope_of_its_median():
    _, ax = style.new()
    rates = np.array([0.2, 0.1, 0.05])
    seeds = np.array([1.0, 2.0, 5.0])
    draw.orders(ax, rates, {"pair": rates[:, None] ** 2 * seeds, "rest": rates[:, None] ** 3 * seeds})
    assert [line.get_label() for line in ax.lines] == ["pair: slope 2.00", "rest: slope 3.00"]
    np.testing.assert_allclose(ax.lines[0].get_ydata(), 2 * rates**2)


def test_every_seed_has_a_dot_with_each_method_and_a_line_joins_them():
    _, ax = style.new()
    values = {"plain descent": np.array([[1.0, 2.0], [3.0, 4.0]]), "penalty": np.array([[6.0, 5.0], [7.0, 8.0]])}
    draw.seeds(ax, ["a", "b"], values, "test accuracy")
    joins = [line.get_ydata().tolist() for line in ax.lines if line.get_color() == style.LIGHT]
    assert joins == [[1, 6], [2, 5], [3, 7], [4, 8]]
    dots = [line for line in ax.lines if line.get_marker() in "os"]
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["plain descent", "penalty"]
    assert [(round(dot.get_xdata()[0]), dot.get_ydata().tolist()) for dot in dots] == [
        (0, [1, 2]),
        (0, [6, 5]),
        (1, [3, 4]),
        (1, [7, 8]),
    ]


def test_the_grid_pairs_each_cell_with_its_own_flood():
    _, ax = style.new()
    cells = {}
    for i, (decay, stopped) in enumerate([(0.0, False), (0.003, False), (0.0, True), (0.003, True)]):
        for flooded in (False, True):
            cells[decay, stopped, flooded] = {"accuracy": np.array([i + 0.5 * flooded])}
    draw.grid(ax, cells)
    joins = [line.get_ydata().tolist() for line in ax.lines if line.get_color() == style.LIGHT]
    assert joins == [[i, i + 0.5] for i in range(4)]
    names = [tick.get_text() for tick in ax.get_xticklabels()]
    assert names == [
        "last epoch\nno decay",
        "last epoch\ndecay 0.003",
        "best epoch\nno decay",
        "best epoch\ndecay 0.003",
    ]


def test_kin_are_rows_of_dots_beside_the_mean_of_the_reference():
    _, ax = style.new()
    draw.kin(ax, {"plain": np.array([0.7, 0.75, 0.95]), "sam": np.array([0.85, 0.86, 0.99])}, "plain")
    middle, *rows = ax.lines
    assert middle.get_xdata()[0] == pytest.approx(0.8)
    found = [row.get_xdata().tolist() for row in rows]
    assert found == [[0.7, 0.75, 0.95], [pytest.approx(0.8)], [0.85, 0.86, 0.99], [pytest.approx(0.9)]]
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["no flood", "SAM"]
    assert ax.get_ylim()[0] > ax.get_ylim()[1]  # from the top down


def test_a_method_has_one_name_and_one_color_in_all_figures_of_the_lesson():
    _, axes = style.new(2)
    draw.grid(axes[0], {(0.0, False, flooded): {"accuracy": np.ones(2)} for flooded in (False, True)})
    names = [text.get_text() for text in axes[0].get_legend().get_texts()]
    draw.kin(axes[1], {"plain": np.ones(2), "flooding": np.ones(2)}, "plain")
    assert [tick.get_text() for tick in axes[1].get_yticklabels()] == names == ["no flood", "flood"]
    colors = [to_hex(draw.METHODS[name]["color"]) for name in names]
    assert [to_hex(axes[1].lines[i].get_color()) for i in (1, 3)] == colors
    dots = [line for line in axes[0].lines if line.get_marker() in "oD"]
    assert [to_hex(line.get_color()) for line in dots] == colors
