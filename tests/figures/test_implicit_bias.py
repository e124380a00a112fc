"""Lesson 10's figures, by their artists: dots are the seeds, bands their range, names lie apart."""

import numpy as np
import pytest
from matplotlib.colors import to_hex

from optcourse.experiments.implicit_bias import completion
from optcourse.figures import implicit_bias as draw
from optcourse.figures import style


def names(ax):
    return {text.get_text(): text for text in ax.texts}


def test_entries_that_are_not_seen_are_gray():
    _, ax = style.new()
    image = draw.entries(ax, np.eye(2), np.array([[True, False], [True, True]]))
    pixels = image.to_rgba(image.get_array())
    assert to_hex(pixels[0, 1]) == draw.UNSEEN
    np.testing.assert_allclose(pixels[1, 0], 1, atol=0.01)  # 0, which was seen, is white
    assert (image.norm.vmin, image.norm.vmax) == (-1, 1)


def test_errors_are_medians_in_bands_and_each_line_has_its_name():
    _, ax = style.new()
    table = completion.read_completion("error")
    errors = {m: np.stack([table[n, m] for n in completion.ENTRIES]) for m in completion.METHODS}
    draw.completion_errors(ax, completion.ENTRIES, errors)
    for line, band, values in zip(ax.lines, ax.collections, errors.values(), strict=True):
        np.testing.assert_array_equal(line.get_ydata(), np.median(values, axis=1))
        heights = band.get_paths()[0].vertices[:, 1]
        assert (heights.min(), heights.max()) == (values.min(), values.max())
    expected = {draw.NAMES.get(method, method) for method in completion.METHODS}
    assert set(names(ax)) == expected and "three factors" in expected and ax.get_yscale() == "log"
    places = sorted(text.xy[1] for text in ax.texts)
    assert np.all(np.diff(places) > 0.07) and places[0] >= 0
    looks = {(to_hex(line.get_color()), str(line._dash_pattern)) for line in ax.lines}
    assert len(looks) == len(ax.lines)
    for line in ax.lines:
        assert to_hex(line.get_color()) in {to_hex(text.get_color()) for text in ax.texts}


@pytest.mark.parametrize(
    ("places", "moved"),
    [
        ({"a": 0.1, "b": 0.5}, {"a": 0.1, "b": 0.5}),
        ({"b": 0.5, "a": 0.45}, {"a": 0.425, "b": 0.525}),
        ({"a": 0.5, "b": 0.5, "c": 0.62}, {"a": 0.44, "b": 0.54, "c": 0.64}),
        ({"a": -0.3, "b": 0.05}, {"a": 0.0, "b": 0.1}),
    ],
)
def test_names_move_apart_in_their_order_and_not_below_the_axes(places, moved):
    assert draw.apart(places, 0.1) == pytest.approx(moved)
