"""The colors and dash patterns of the optimizers: each has its own, and nobody can take one for another."""

from itertools import combinations

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from matplotlib.lines import Line2D

from optcourse import optimizers
from optcourse.figures import style
from optcourse.figures.tunable_tradeoffs import METHODS

# Distances in CIELAB, of which 2.3 is just seen. Measured 15.6, of nesterov and mdmm; in deuteranopia 13.3, of these.
LEAST_DISTANCE, LEAST_IN_DEUTERANOPIA = 15, 13
# Nearer in deuteranopia, at 6.3, 6.8, 9.9 and 10.8; no figure shows both of a pair.
APART = {
    ("adagrad_rms", "lion"),
    ("sam", "mdmm"),
    ("lion", "constraint_first"),
    ("adagrad_rms", "constraint_first"),
}
ALL_CONES = np.eye(3)
# What an eye without M cones makes of linear red, green and blue: Machado, Oliveira and Fernandes (2009), severity 1.
DEUTERANOPIA = [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]]


def lab(color, eye=ALL_CONES) -> np.ndarray:
    """L*, a*, b* of CIELAB (1976), white being 100, 0, 0: equal distances look about equally far."""
    c = np.array(to_rgb(color))
    linear = np.clip(eye @ np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4), 0, 1)
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    share = to_xyz @ linear / to_xyz.sum(axis=1)
    x, y, z = np.where(share > (6 / 29) ** 3, np.cbrt(share), share / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def too_close(colors: dict, least=LEAST_DISTANCE, eye=ALL_CONES) -> list[str]:
    return [
        f"{one} and {other} have nearly one color: choose another"
        for one, other in combinations(colors, 2)
        if np.linalg.norm(lab(colors[one], eye) - lab(colors[other], eye)) < least
    ]


def test_every_optimizer_has_a_color_and_a_line_of_its_own():
    everybody = {*optimizers.ALL, *optimizers.WRAPPERS, "natural_gradient"}
    assert set(style.OPTIMIZERS) == everybody, (
        "OPTIMIZERS of optcourse/figures/style.py has a look for each, and no more"
    )
    lines = [str(look["linestyle"]) for look in style.OPTIMIZERS.values()]
    assert len(set(lines)) == len(lines), "two optimizers have one dash pattern"


COLORS = {name: look["color"] for name, look in style.OPTIMIZERS.items()}


def test_no_two_optimizers_have_nearly_one_color():
    assert too_close(COLORS) == []


def test_nor_for_a_reader_who_does_not_tell_red_from_green():
    pairs = set(combinations(COLORS, 2))
    assert pairs > APART
    near = [too_close({a: COLORS[a], b: COLORS[b]}, LEAST_IN_DEUTERANOPIA, DEUTERANOPIA) for a, b in pairs - APART]
    assert [message for messages in near for message in messages] == []


def test_in_lesson_08_no_two_methods_have_nearly_one_color_or_one_line_for_either_reader():
    colors = {name: look["color"] for name, look in METHODS.items()}
    # measured 38 of the penalty and the constraint; in deuteranopia 19 of Chebyshev and MDMM
    assert too_close(colors, 35) == too_close(colors, 18, DEUTERANOPIA) == []
    lines = {name: Line2D([], [], **look)._unscaled_dash_pattern[1] for name, look in METHODS.items()}
    assert len(set(map(str, lines.values()))) == len(METHODS)
    assert [name for name, dashes in lines.items() if dashes and max(dashes[::2]) <= 1] == ["Chebyshev"], "dotted"


def test_a_green_and_a_red_that_deuteranopia_makes_one_are_found():
    colors = {"a": "#7a7a00", "b": "#bb5533"}
    assert too_close(colors) == []
    assert len(too_close(colors, LEAST_IN_DEUTERANOPIA, DEUTERANOPIA)) == 1


def test_a_color_that_only_its_name_tells_from_another_is_found():
    assert too_close({"a": style.BLUE, "b": "#0073B3", "c": style.GREEN}) == [
        "a and b have nearly one color: choose another"
    ]


@pytest.mark.parametrize(
    "color, expected",
    [
        ("#ffffff", (100, 0, 0)),
        ("#000000", (0, 0, 0)),
        ("#ff0000", (53.2, 80.1, 67.2)),
        ("#0000ff", (32.3, 79.2, -107.9)),
    ],
)
def test_cielab_of_known_colors(color, expected):
    np.testing.assert_allclose(lab(color), expected, atol=0.1)
