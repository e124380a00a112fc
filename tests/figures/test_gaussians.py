"""The pictures of Gaussians in lesson 06, by their artists."""

import numpy as np
import pytest

from optcourse import gaussians as mathematics
from optcourse.experiments.natural_gradient.gaussians import TARGET
from optcourse.figures import gaussians, style
from optcourse.fisher import gaussian_kl


def test_a_pair_shows_both_densities_and_both_divergences():
    _, ax = style.new()
    ax.set_xlim(-2, 3)
    gaussians.density_pair(ax, (0.0, 0.5), (1.0, 1.0))
    assert [max(line.get_ydata()) for line in ax.lines] == pytest.approx([0.798, 0.399], abs=1e-3)
    assert ax.get_title() == "KL(p‖q) = 0.818, KL(q‖p) = 2.81"
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["p: μ = 0, σ = 0.5", "q: μ = 1, σ = 1"]


def test_the_star_of_the_plane_stands_on_the_target():
    _, ax = style.new()
    np.testing.assert_array_equal(gaussians.plane(ax).lines[0].get_xydata()[0], TARGET)


def test_two_steps_draws_a_circle_a_region_and_an_arrow_to_the_edge_of_each():
    _, ax = style.new()
    circle, region = gaussians.steepest_steps(ax, "variance", (-1.5, 2.0), 0.4, 0.05)
    np.testing.assert_allclose(np.linalg.norm(circle.get_xydata() - [-1.5, 4.0], axis=1), 0.4, rtol=1e-6)
    means, variances = region.get_data()
    np.testing.assert_allclose(gaussian_kl(-1.5, 2.0, means, np.sqrt(variances)), 0.05, rtol=1e-3)
    for edge, arrow in zip((circle, region), ax.texts):
        assert np.min(np.linalg.norm(edge.get_xydata() - arrow.xy, axis=1)) < 0.03


def test_flows_that_coincide_lie_one_inside_the_other():
    _, ax = style.new()
    curve = np.column_stack([np.linspace(0, 1, 5), np.linspace(2, 1, 5)])
    lines = gaussians.flows(ax, {name: curve for name in mathematics.ALL})
    widths = [line.get_linewidth() for line in lines]
    assert widths == sorted(widths, reverse=True) and len(set(widths)) == 4
    assert len({(line.get_color(), line.get_linestyle()) for line in lines}) == 4
    assert style.OPTIMIZERS["gradient_descent"]["color"] not in {line.get_color() for line in lines}


def test_steps_needed_has_a_mark_for_each_start_in_the_row_of_its_coordinates():
    _, ax = style.new()
    steps = {name: [i + 1, 10] for i, name in enumerate(mathematics.ALL)}
    gaussians.steps_to_converge(ax, steps, steps)
    natural, euclidean = ax.lines
    np.testing.assert_array_equal(natural.get_xydata()[::2], [[1, 0], [2, 1], [3, 2], [4, 3]])
    assert (natural.get_marker(), euclidean.get_marker()) == ("o", "x")
    assert [tick.get_text() for tick in ax.get_yticklabels()] == list(mathematics.ALL)
