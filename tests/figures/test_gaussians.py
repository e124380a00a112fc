"""The pictures of Gaussians in lesson 06, by their artists."""

import numpy as np

from optcourse import gaussians as mathematics
from optcourse.experiments.natural_gradient.gaussians import TARGET
from optcourse.figures import gaussians, style


def test_the_star_of_the_plane_stands_on_the_target():
    _, ax = style.new()
    np.testing.assert_array_equal(gaussians.plane(ax).lines[0].get_xydata()[0], TARGET)


def test_flows_that_coincide_lie_one_inside_the_other():
    _, ax = style.new()
    curve = np.column_stack([np.linspace(0, 1, 5), np.linspace(2, 1, 5)])
    lines = gaussians.flows(ax, {name: curve for name in mathematics.ALL})
    widths = [line.get_linewidth() for line in lines]
    assert widths == sorted(widths, reverse=True) and len(set(widths)) == 4
    assert len({(line.get_color(), line.get_linestyle()) for line in lines}) == 4
    assert style.OPTIMIZERS["gradient_descent"]["color"] not in {line.get_color() for line in lines}
