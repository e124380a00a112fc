"""The figures of lesson 04's deeper notebooks, by their artists: lines and dots are the data."""

import numpy as np

from optcourse.experiments.adaptive_learning_rates import second_moments, warm_up
from optcourse.figures import adaptive_learning_rates_deeper as draw
from optcourse.figures import style


def test_mistakes_are_drawn_with_two_standard_errors_of_their_mean():
    _, ax = style.new()
    found = warm_up.read_accuracies(warm_up.RADAM)
    draw.mistakes_against_rate(ax, {"RAdam": found})
    np.testing.assert_allclose(ax.lines[0].get_ydata(), 1 - found.mean)
    ((bottom, top), *_) = ax.collections[0].get_segments()
    error = np.std(found.accuracies[0], ddof=1) / 10  # of a hundred seeds
    np.testing.assert_allclose(top[1] - bottom[1], 4 * error)


def test_every_round_is_a_line_over_the_values_of_the_start():
    _, ax = style.new()
    rounds = np.array([[0.001, 0.1, 1.0], [0.0034, 0.34, 0.7]])
    draw.singular_values(ax, rounds)
    np.testing.assert_array_equal([line.get_ydata() for line in ax.lines], rounds)
    np.testing.assert_array_equal([line.get_xdata() for line in ax.lines], [rounds[0]] * 2)
    assert [text.get_text() for text in ax.texts] == ["at the start", "after 1 round"]


def test_weights_without_gradients_are_left_out_of_the_logarithmic_cloud():
    _, ax = style.new()
    found = second_moments.Diagonals(*(np.array([0.0, 1e-3, 1e-2]), np.zeros(3), np.array([0.0, 1e-2, 1e-1])))
    draw.second_moment_against_fisher(ax, found)
    np.testing.assert_array_equal(ax.lines[0].get_data(), [[1e-2, 1e-1], [1e-3, 1e-2]])


def test_running_means_lie_over_the_squares_and_are_named():
    _, ax = style.new()
    squares = np.array([1.0, 0.5, 0.1])
    draw.running_means(ax, squares, {"short": squares / 2, "long": squares / 3})
    np.testing.assert_array_equal([line.get_ydata() for line in ax.lines], [squares, squares / 2, squares / 3])
    assert [text.get_text() for text in ax.texts] == ["short", "long"]


def test_bursts_are_drawn_above_a_floor_beside_the_step_that_was_foretold():
    _, ax = style.new()
    draw.bursts(ax, {"adagrad_rms": np.array([[1.0, -0.1, 1e-9]]), "adagrad": np.full((1, 3), 1e-3)}, unstable=2)
    np.testing.assert_allclose(ax.lines[0].get_ydata(), [1, 0.1, 1e-5])
    assert ax.lines[2].get_xdata() == [2, 2]
    assert {text.get_text() for text in ax.get_legend().get_texts()} == {"root of the mean", "root of the sum"}
