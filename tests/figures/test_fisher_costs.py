"""Lesson 06's figure of costs, by its artists: a line through medians for each matrix, a dot for each size."""

import numpy as np

from optcourse.figures import fisher_costs, style


def test_the_lines_go_through_the_medians_and_each_size_has_its_dot():
    _, ax = style.new()
    exact = {1: np.array([2.0, 3.0, 7.0]), 10: np.array([0.5, 0.6, 0.9])}
    fisher_costs.cost_ratios(ax, {"sampled": {c: 2 * values for c, values in exact.items()}, "exact": exact})
    lines = {line.get_linestyle(): line.get_ydata() for line in ax.lines if line.get_linewidth() == 2}
    np.testing.assert_allclose(lines["-"], [3, 0.6])
    np.testing.assert_allclose(lines["--"], [6, 1.2])
    dots = [line.get_ydata() for line in ax.lines if line.get_alpha() == 0.5]
    np.testing.assert_allclose(dots[-2:], [exact[1], exact[10]])
    assert {text.get_text() for text in ax.texts} == {"equal", "exact", "one drawn label"}
