"""The pictures of digits in lesson 06, by their artists."""

import numpy as np

from optcourse.figures import natural_gradient, style


def test_both_methods_have_an_empty_line_of_their_own_look_in_each_panel():
    _, axes = style.new(2)
    lines = natural_gradient.loss_panels(axes, 0.001, 1000, (0.01, 100))
    assert [[line.get_label() for line in each] for each in lines] == [["gradient descent", "natural gradient"]] * 2
    assert len({(line.get_color(), str(line.get_linestyle())) for line in lines[0]}) == 2
    assert axes[1].get_xlim() == (0.01, 100) and axes[1].texts[0].get_text() == "close enough: 0.001"


def test_a_crossover_has_a_line_for_each_way_and_one_where_both_take_as_long():
    _, ax = style.new()
    natural_gradient.crossover(ax, [100, 650], {"a": np.ones((2, 3)), "b": np.array([[1, 2, 3], [4, 5, 6]])})
    assert [line.get_label() for line in ax.lines[:2]] == ["a", "b"]
    assert list(ax.lines[1].get_ydata()) == [2, 5] and list(ax.lines[2].get_ydata()) == [1, 1]


def test_hessian_and_fisher_are_drawn_a_line_a_seed_with_step_zero_on_the_axis():
    _, axes = style.new(2)
    rows = np.arange(1.0, 7).reshape(3, 2)
    natural_gradient.hessian_fisher_difference(axes, [0, 30, 300], rows, {"H": -rows, "F": 0 * rows})
    np.testing.assert_allclose(axes[0].lines[0].get_xdata(), [10, 30, 300])
    assert len(axes[0].lines) == 2 and len(axes[1].lines) == 4
    assert [text.get_text() for text in axes[1].get_legend().get_texts()] == ["H", "F"]
    assert [text.get_text() for text in axes[0].get_xticklabels()] == ["0", "30", "300"]
