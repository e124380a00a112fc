"""The pictures of lesson 05, by their artists."""

import numpy as np

from optcourse.experiments.cross_entropy_and_mse import digits
from optcourse.figures import cross_entropy_and_mse, style


def test_contours_of_a_loss_are_equally_far_apart_in_height():
    _, ax = style.new()
    cross_entropy_and_mse.contours(ax, "mse")
    lines = ax.collections[-1].levels
    np.testing.assert_allclose(np.diff(lines), lines[0], rtol=1e-6)
    assert lines[-1] <= 2.0001


def test_the_waits_are_drawn_with_their_law_on_a_log_scale():
    _, ax = style.new()
    a = np.array([2.0, 3.0])
    cross_entropy_and_mse.steps_against_start(ax, a, {"mse": np.array([176, 620])}, {"mse": np.array([175.6, 619.2])})
    law, runs = ax.lines
    assert list(law.get_ydata()) == [175.6, 619.2] and list(runs.get_ydata()) == [176, 620]
    assert ax.get_yscale() == "log" and ax.texts[0].get_text() == "MSE"


def test_gradients_are_drawn_for_both_losses_from_right_to_wrong():
    _, ax = style.new()
    cross_entropy_and_mse.gradients_against_start(ax, np.array([-5.0, 0.0, 5.0]))
    ce, mse = (line.get_ydata() for line in ax.lines[:2])
    assert ce[2] > 1 > ce[0] and mse[1] > 100 * mse[2] > 100 * mse[0]


def test_the_band_of_accuracies_spans_the_seeds():
    accuracy = np.linspace(0, 0.9, len(digits.EVAL_STEPS)) + np.array([[0.0], [0.1]])
    band = cross_entropy_and_mse.band_outline(digits.Curve(0.5, accuracy, np.zeros(2)))
    assert band[:, 1].min() == 0 and band[:, 1].max() == 1
    assert set(band[:, 0]) == set(digits.EVAL_STEPS)


def test_the_accuracies_of_both_losses_have_their_names_and_rates():
    _, ax = style.new()
    curve = digits.Curve(0.5, np.ones((2, len(digits.EVAL_STEPS))), np.ones(2))
    cross_entropy_and_mse.accuracy_curves(ax, {"cross_entropy": curve, "mse": curve._replace(rate=2.0)})
    assert [text.get_text() for text in ax.texts] == ["cross-entropy, η = 0.5", "MSE, η = 2"]
    assert len(ax.patches) == 2


def test_a_surface_is_drawn_from_zero_to_its_top():
    figure, _ = style.new()
    high = figure.add_subplot(projection="3d")
    cross_entropy_and_mse.surface(high, "cross_entropy")
    assert high.get_zlim()[0] <= 0 and 20 <= high.get_zlim()[1] < 22 and high.collections
