"""Lesson 11, deeper: what its own figures show."""

import numpy as np
from matplotlib.figure import Figure

from optcourse.figures import infinite_width_deeper as draw


def test_the_offset_0_lies_in_the_square_and_the_axes_count_pixels():
    middle = np.zeros((15, 15))
    middle[7, 7] = 2.0
    moved = np.zeros((15, 15))
    moved[8, 9] = 1.0  # one down, two to the right
    axes = Figure().subplots(1, 2)
    draw.offset_maps(axes, {"itself": middle, "moved": moved})
    for ax, values, at in zip(axes, (middle, moved), ((0, 0), (2, 1))):
        image, (square,) = ax.images[0], ax.lines
        left, right, bottom, top = image.get_extent()
        row, column = np.unravel_index(np.argmax(values), values.shape)
        step = (right - left) / 15
        assert (left + (column + 0.5) * step, top + (row + 0.5) * step) == at and bottom > top
        assert np.abs(square.get_xydata()).max() == 0.5
        assert image.get_clim() == (0, 2)  # one scale for all, or nothing can be compared
    assert [ax.get_title() for ax in axes] == ["itself\nmiddle 2.000, sum 2.000", "moved\nmiddle 0.000, sum 1.000"]


def test_each_seed_has_a_dot_beside_those_of_the_other_kernel_at_its_depth():
    accuracies = {
        "cntk_pooled": {1: np.array([0.6, 0.7]), 2: np.array([0.8, 0.6])},
        "cnn_gp_pooled": {1: np.array([0.5, 0.7]), 2: np.array([0.7, 0.6])},
    }
    network = np.array([0.5, 0.6])
    ax = draw.by_depth(Figure().subplots(), accuracies, network)
    dots = [line for line in ax.lines if line.get_linestyle() == "None"]
    found = [line.get_ydata().tolist() for line in dots]
    assert found == [*(row.tolist() for each in accuracies.values() for row in each.values()), [0.5, 0.6]]
    assert [round(line.get_xdata()[0]) for line in dots] == [1, 2, 1, 2, 3]
    assert len({line.get_xdata()[0] for line in dots}) == 5
    means = [line.get_ydata().tolist() for line in ax.lines if line.get_label() in ("CNTK", "CNN-GP")]
    np.testing.assert_allclose(means, [[0.65, 0.7], [0.6, 0.65]])
    pairs = [line.get_ydata() for line in ax.lines if line.get_label().startswith("_") and len(line.get_xdata()) == 2]
    assert [0.6, 0.5] in [list(pair) for pair in pairs] and [0.8, 0.7] in [list(pair) for pair in pairs]
    assert [text.get_text() for text in ax.get_xticklabels()] == ["1 layer", "2 layers", "network,\n2 layers"]


def test_dots_are_measured_moves_and_lines_the_expected_ones():
    found = {1: {64: np.array([0.2, 0.1])}, 2: {32: np.array([0.1, 0.08])}}
    expected = {1: {64: np.array([0.14, 0.16])}, 2: {32: np.array([0.09, 0.11])}}
    ax = draw.moves(Figure().subplots(), expected, found)
    lines = [line for line in ax.lines if line.get_linestyle() != "None"]
    np.testing.assert_allclose([line.get_ydata()[0] for line in lines], [0.15, 0.1])
    dots = [line.get_xydata().tolist() for line in ax.lines if line.get_linestyle() == "None"]
    assert dots == [[[64, 0.2], [64, 0.1]], [[32, 0.1], [32, 0.08]]]
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["1 hidden layer", "2 hidden layers"]
