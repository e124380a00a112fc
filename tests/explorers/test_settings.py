"""Whatever matplotlib's settings are, an explorer and a lesson's figure are drawn as they come, mark upon mark."""

import io
from contextlib import contextmanager

import matplotlib
import numpy as np
import pytest
from matplotlib import style as styles
from matplotlib.figure import Figure

from optcourse.explorers import saddles
from optcourse.explorers.controls import slider
from optcourse.explorers.explorer import Explorer
from optcourse.explorers.picture import Picture
from optcourse.figures import critical_points, picture, style

READERS = {
    "dark and cut to the ink": [
        "dark_background",
        {"savefig.bbox": "tight", "savefig.dpi": 300, "savefig.facecolor": "pink", "savefig.transparent": True},
    ],
    "LaTeX that is not there": ["grayscale", {"text.usetex": True, "font.family": "serif", "mathtext.fontset": "cm"}],
    "large and drawn by hand": [
        {"path.sketch": (3, 100, 2), "font.size": 30, "figure.dpi": 300, "figure.autolayout": True},
        {"figure.figsize": (2, 2), "image.origin": "lower", "image.interpolation": "bicubic", "lines.linewidth": 9},
        {"axes.spines.left": False, "axes.grid": True, "axes.xmargin": 0.3, "axes.unicode_minus": False},
        {"path.simplify": False, "path.snap": False, "lines.antialiased": False, "xtick.direction": "in"},
        {"axes3d.grid": False, "legend.frameon": True, "hatch.linewidth": 5, "contour.linewidth": 4},
    ],
}


@contextmanager
def settings_of(reader: str):
    with styles.context(READERS[reader]):
        yield


@style.house()
def small() -> Explorer:
    """An image and a line with dots, whose slider redraws the axes too."""
    figure = Figure(figsize=(5, 2), layout="constrained")
    left, right = figure.subplots(1, 2)
    image = left.imshow(np.zeros((3, 3)), vmin=0, vmax=1)
    (line,) = right.plot([], [], "o-")

    def still(top):
        right.set(xlim=(0, 1), ylim=(-1, 1) if top == 1 else (0, 1.2 * top), xlabel="$x_1$")
        right.axhline(top / 2, color="black")

    def update(top):
        image.set_data(np.arange(9).reshape(3, 3) / 9 * top)
        line.set_data(np.linspace(0, 1, 500), np.linspace(-1, 1, 500) ** 2)
        return {"status": "here."}

    controls = [slider("top", [1, 1000], 1, redraws=True)]
    return Explorer(
        Picture(figure, [image, line], still), update, controls, "An image, and beside it a parabola with dots."
    )


def seen(make, **positions) -> list:
    """All that an explorer shows: at its start, and after a control moved."""
    explorer = make()
    shown = [explorer.frame, explorer.background, explorer._picture.png(palette=False)]
    explorer._receive(None, {"move": "view:1", "positions": {**explorer.frame["positions"], **positions}}, [])
    return [*shown, explorer.frame, explorer.background, explorer.size]


def lesson_figure() -> bytes:
    """As a cell of a lesson makes one: the figure, functions of `figures`, and their words."""
    figure, (left, right) = style.new(2, width=8.4, height=2.9)
    critical_points.spectrum(left, np.array([2.0, -1.0, 0.0, 5.0]))
    style.label_line(left.lines[0], "up")
    critical_points.slice_of_loss(right, np.linspace(-1, 1, 9).reshape(3, 3), "a slice")
    left.plot([1, 4], [0, 5], label="a line of the cell's own")
    left.annotate("from here", (2, 2), xytext=(3, 3), arrowprops={"arrowstyle": "->"})
    left.legend()
    right.text(0.5, 0.5, "words of the cell's own")
    right.set(title="words", xlabel="$x$")
    return picture.png(figure, palette=False)


MADE = {
    "a small explorer": lambda: seen(small, top=1),
    "an explorer of lesson 01": lambda: seen(saddles.escape, saddle=1),
    "a figure of a lesson": lesson_figure,
}


@pytest.fixture(scope="module")
def plain():
    return {what: make() for what, make in MADE.items()}


@pytest.mark.parametrize("what", MADE)
@pytest.mark.parametrize("reader", READERS)
def test_it_is_the_same_under_the_settings_of_a_reader(what, reader, plain):
    with settings_of(reader):
        before = matplotlib.rcParams.copy()
        assert MADE[what]() == plain[what]
        assert {name for name, value in before.items() if matplotlib.rcParams[name] != value} <= {"backend"}


def test_a_figure_that_a_lecturer_saves_by_herself_is_as_readable_under_her_dark_settings():
    saved = []
    for settings in ("default", "dark_background"):
        file = io.BytesIO()
        with styles.context(settings):
            small().figure(top=1000).savefig(file, dpi=100)
        saved.append(file.getvalue())
    assert saved[0] == saved[1]
