"""The pictures of lesson 08, by their artists."""

import numpy as np
from matplotlib.colors import to_rgb

from optcourse.figures import style, tunable_tradeoffs


def test_each_method_has_a_line_of_its_own_look_and_mdmm_lies_on_top():
    _, ax = style.new()
    lines = tunable_tradeoffs.method_lines(ax)
    dashes = {str(look["linestyle"]) for look in tunable_tradeoffs.METHODS.values()}
    assert len({line.get_color() for line in lines}) == len(dashes) == len(tunable_tradeoffs.METHODS)
    alike = [to_rgb(tunable_tradeoffs.METHODS[name]["color"]) for name in ("BDMM", "hard constraint first")]
    assert np.linalg.norm(np.subtract(*alike)) > 0.5  # two oranges are 0.23 apart
    assert max(lines, key=lambda line: line.get_zorder()).get_label() == "MDMM"


def test_a_front_is_drawn_and_named():
    _, ax = style.new()
    points = np.array([[0, 1], [0.5, 0.7], [1, 0]])
    line = tunable_tradeoffs.front(tunable_tradeoffs.loss_plane(ax), points)
    np.testing.assert_array_equal(line.get_xydata(), points)
    assert ax.texts[0].get_text() == "front" and ax.get_xlabel() == "$L_1$"


def test_hit_rates_are_written_as_whole_percents_over_seeds():
    _, ax = style.new()
    shares = {"a": np.array([[0.5, 0.7], [1, 1]]), "b": np.array([[0, 0], [0.004, 0.004]])}
    tunable_tradeoffs.success_rates(ax, shares, ["convex", "concave to the ends"])
    assert [text.get_text() for text in ax.texts] == ["60 %", "100 %", "0 %", "0 %"]
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["a", "b"]
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["convex", "concave\nto the ends"]
    _, ax = style.new()
    tunable_tradeoffs.success_rates(ax, shares, ["convex", "concave"], ["0.02", "0.01"])
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["0.02", "0.01"]


def test_the_edges_of_damping_are_lines_with_their_numbers():
    _, ax = style.new()
    tunable_tradeoffs.damping_range(ax, np.array([1.0, 2.0]), np.array([0.5, 1e-6]), (1.5, 30.0))
    assert [line.get_xdata()[0] for line in ax.lines[1:]] == [1.5, 30.0]
    assert [text.get_text() for text in ax.texts] == ["least\n1.5", "most\n30"]


def test_settling_has_dots_for_what_was_measured_and_a_line_for_the_law():
    _, ax = style.new()
    steps, law = np.array([10.0, np.nan]), np.array([9.0, 99.0])
    tunable_tradeoffs.settling(ax, np.array([5.0, 50.0]), steps, law)
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["measured", "$(c - c^*) / η_λ$"]
    assert [line.get_marker() for line in ax.lines] == ["o", "None"]
    np.testing.assert_array_equal(ax.lines[1].get_ydata(), law)


def test_each_branch_is_a_line_with_its_number_of_directions():
    _, ax = style.new()
    tunable_tradeoffs.branches(ax, np.array([0.1, 0.2, 0.3]), np.array([3.0, 2.0, 4.0]), np.array([1.0, 1.0, 2.0]))
    assert [list(line.get_ydata()) for line in ax.lines] == [[3, 2], [4]]
    assert [text.get_text() for text in ax.texts] == ["1", "2"]


def test_met_budgets_are_written_in_the_cell_of_their_settings():
    _, ax = style.new()
    tunable_tradeoffs.budgets_met(ax, np.array([[8, 0], [7, 1]]), (3.0, 30.0), (0.3, 10.0))
    assert [text.get_text() for text in ax.texts] == ["8", "0", "7", "1"]
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["0.3", "10"]
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["3", "30"]


def test_what_is_spent_is_drawn_against_the_weight_for_each_seed():
    _, ax = style.new()
    tunable_tradeoffs.constraint_against_weight(ax, np.array([1.0, 2.0]), np.arange(6).reshape(2, 3))
    assert [list(line.get_ydata()) for line in ax.lines] == [[0, 3], [1, 4], [2, 5]]
    assert ax.get_xscale() == "log" and len({line.get_linestyle() for line in ax.lines}) == 3
    assert [line.get_color() for line in ax.lines] == [style.BLUE, style.GRAY, style.GRAY]
