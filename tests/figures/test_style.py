"""The colors and dash patterns of the optimizers: each has its own, and nobody can take one for another."""

from itertools import combinations

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from optcourse import optimizers
from optcourse.figures import style

LEAST_DISTANCE = 10  # measured 10.8, of nesterov and natural_gradient, which no figure shows together; 2.3 is just seen


def lab(color) -> np.ndarray:
    """L*, a*, b* of CIELAB (1976), white being 100, 0, 0: equal distances look about equally far."""
    c = np.array(to_rgb(color))
    linear = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    share = to_xyz @ linear / to_xyz.sum(axis=1)
    x, y, z = np.where(share > (6 / 29) ** 3, np.cbrt(share), share / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def too_close(colors: dict) -> list[str]:
    return [
        f"{one} and {other} have nearly one color: choose another"
        for one, other in combinations(colors, 2)
        if np.linalg.norm(lab(colors[one]) - lab(colors[other])) < LEAST_DISTANCE
    ]


def test_every_optimizer_has_a_color_and_a_line_of_its_own():
    everybody = {*optimizers.ALL, *optimizers.WRAPPERS, "natural_gradient"}
    assert set(style.OPTIMIZERS) == everybody, (
        "OPTIMIZERS of optcourse/figures/style.py has a look for each, and no more"
    )
    lines = [str(look["linestyle"]) for look in style.OPTIMIZERS.values()]
    assert len(set(lines)) == len(lines), "two optimizers have one dash pattern"


def test_no_two_optimizers_have_nearly_one_color():
    assert too_close({name: look["color"] for name, look in style.OPTIMIZERS.items()}) == []


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
