"""Where a figure is cut for a phone: every panel whole, with its labels, none twice."""

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from optcourse.explorers.panels import cut, panels
from optcourse.explorers.picture import Picture

REGION = (0.0, 0.0, 100.0, 80.0)


def test_boxes_side_by_side_are_cut_between_them():
    assert cut([(60.0, 5.0, 95.0, 75.0), (5.0, 5.0, 40.0, 75.0)], REGION) == [
        (0.0, 0.0, 50.0, 80.0),
        (50.0, 0.0, 100.0, 80.0),
    ]


def test_rows_come_first_then_the_columns_of_each():
    boxes = [(5.0, 5.0, 40.0, 30.0), (60.0, 5.0, 95.0, 30.0), (5.0, 50.0, 95.0, 75.0)]
    assert cut(boxes, REGION) == [(0.0, 0.0, 50.0, 40.0), (50.0, 0.0, 100.0, 40.0), (0.0, 40.0, 100.0, 80.0)]


def test_what_overlaps_stays_together_but_for_two_pixels():
    assert cut([(0.0, 0.0, 51.0, 80.0), (50.0, 0.0, 100.0, 80.0)], REGION) == [(0, 0, 50.5, 80), (50.5, 0, 100, 80)]
    assert cut([(0.0, 0.0, 55.0, 80.0), (50.0, 0.0, 100.0, 80.0)], REGION) == [REGION]


def test_nothing_in_it_is_one_part():
    assert cut([], REGION) == [REGION]


@pytest.fixture
def figure():
    """Two axes, the left one with a colorbar, and a title that moves above the right one."""
    made = Figure(figsize=(8, 3), layout="constrained")
    left, right = made.subplots(1, 2)
    made.colorbar(left.imshow(np.eye(3)), ax=left)
    right.set_ylabel("loss")
    title = right.set_title("depth 1")
    return made, title


def test_a_colorbar_stays_with_its_axes_and_labels_with_theirs(figure):
    made, title = figure
    size, parts = Picture(made, [title]).settle()
    renderer = made.canvas.get_renderer()
    assert size == [800, 300] and len(parts) == 2
    for ax, part in zip(made.axes, (0, 1, 0)):
        box = ax.get_tightbbox(renderer)
        assert parts[part][0] <= box.x0 + 1 and box.x1 - 1 <= parts[part][2]
    assert [parts[0][2], parts[1][2]] == [parts[1][0], 800]


def test_neither_measuring_nor_a_picture_without_it_moves_a_title(figure):
    made, title = figure
    picture = Picture(made, [title])
    picture.settle()
    before = title.get_position()
    panels(made)
    assert title.get_position() == before and 0.9 < before[1] < 1.3
    picture.png(moving=False)
    assert title.get_position() == before


def test_a_layout_settles_where_matplotlib_puts_it_and_stays():
    def labeled():
        figure = Figure(figsize=(3, 2), layout="constrained")
        return figure, figure.add_subplot(ylabel="two\nlines").plot([0, 1])[0]

    drawn, _ = labeled()
    FigureCanvasAgg(drawn).draw()
    figure, line = labeled()
    before = figure.axes[0].get_position().bounds
    picture = Picture(figure, [line])
    picture.settle()
    assert figure.axes[0].get_position().bounds == drawn.axes[0].get_position().bounds != before
    figure.axes[0].set_ylabel("three\nlines\nnow")
    picture.png()
    assert figure.axes[0].get_position().bounds == drawn.axes[0].get_position().bounds
