"""Lesson 02's figures, by their artists: lines are the data, and each is named."""

import jax
import numpy as np
import pytest

from optcourse.experiments.batches import walkers
from optcourse.experiments.batches.digits import BATCH_SIZES
from optcourse.figures import batches, style


def test_each_curve_of_the_loss_is_named_and_is_the_median_of_its_seeds():
    _, ax = style.new()
    values = np.linspace(1, 2, len(BATCH_SIZES))[:, None] + np.array([0.0, 0.1, 0.5])
    batches.loss_by_size(ax, {"one rate": values, "in proportion": values / 2})
    np.testing.assert_allclose(ax.lines[0].get_ydata(), values[:, 1])
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["one rate", "in proportion"]
    assert ax.lines[0].get_linestyle() != ax.lines[1].get_linestyle()


def test_each_seed_is_joined_from_its_small_to_its_large_batch():
    _, ax = style.new()
    small, large = np.array([[1.0, 2.0]]), np.array([[3.0, 5.0]])
    batches.paired_values(ax, small, large, ["case"], "λ")
    joined = [line.get_ydata().tolist() for line in ax.lines if line.get_linestyle() == "-"]
    assert joined == [[1, 3], [2, 5]]
    markers = {line.get_marker(): line.get_ydata().tolist() for line in ax.lines if line.get_marker() in ("o", "s")}
    assert markers == {"o": [1, 2], "s": [3, 5]}


def test_the_gap_of_a_shift_is_written_where_it_is_drawn():
    _, ax = style.new()
    batches.shifted_losses(ax, (40.0, 2.0), delta=0.3)
    assert [text.get_text() for text in ax.texts] == ["λ = 40: +1.8", "λ = 2: +0.09"]
    gaps = [line.get_ydata()[1] for line in ax.lines if line.get_color() == style.PURPLE]
    assert gaps == pytest.approx([1.8, 0.09])


def test_the_black_line_of_the_wells_is_the_mean_of_all_shifted_losses():
    _, ax = style.new()
    shifts = walkers.shifts(jax.random.key(0))
    batches.wells(ax, np.asarray(shifts), examples=shifts[:3])
    x, y = next(line for line in ax.lines if line.get_color() == style.BLACK).get_data()
    np.testing.assert_allclose(
        y[::50], [np.mean([walkers.loss(v, s[None]) for s in shifts]) for v in x[::50]], rtol=1e-4
    )
    assert len(ax.lines) == 4
