"""Figures, by their artists: what is drawn is the data, and what is shown has words."""

import io

import numpy as np
import pytest
from PIL import Image

from optcourse import landscapes
from optcourse.explorers import momentum
from optcourse.figures import critical_points, picture, style
from optcourse.figures import landscapes as draw


def test_contours_fill_the_window_and_put_equal_areas_between_levels():
    _, ax = style.new()
    draw.contours(ax, landscapes.rosenbrock)
    assert (ax.get_xlim(), ax.get_ylim()) == landscapes.rosenbrock.window
    _, _, L = draw.loss_grid(landscapes.rosenbrock)
    shares = np.histogram(L, draw.contour_levels(L))[0] / L.size
    assert shares.max() < 0.15  # of 17 bands; equal steps of height would put 0.6 into the lowest


@pytest.mark.parametrize("name", landscapes.ALL)
def test_every_landscape_can_be_drawn_flat_and_high(name):
    figure, flat = style.new()
    draw.contours(flat, landscapes.ALL[name])
    marks = draw.critical_points(flat, landscapes.ALL[name])
    assert [mark.get_xydata()[0].tolist() for mark in marks] == [
        p.w.tolist() for p in landscapes.ALL[name].critical_points
    ]
    high = figure.add_subplot(projection="3d")
    draw.surface(high, landscapes.ALL[name])
    assert high.collections and np.ptp(high.get_zlim()) > 0


def test_a_spectrum_shows_each_eigenvalue_once_in_order_and_by_sign():
    _, ax = style.new()
    values = np.array([2.0, -1.0, 0.0, 5.0])
    critical_points.spectrum(ax, values)
    positive, near, negative = ax.lines[:3]
    assert list(positive.get_ydata()) == [5, 2] and list(near.get_ydata()) == [0] and list(negative.get_ydata()) == [-1]
    assert list(positive.get_xdata()) == [1, 2] and list(negative.get_xdata()) == [4]
    assert [text.get_text() for text in ax.texts] == ["2 up", "1 near zero", "1 down"]


def test_each_point_is_a_dot_at_its_share_of_negative_eigenvalues():
    rows = {
        "loss_name": np.array(["mse", "mse", "cross_entropy"]),
        "loss": np.array([2.0, 0.5, 1.0]),
        "clearly_negative": np.array([60, 0, 20]),
    }
    _, ax = style.new()
    critical_points.negative_fractions(ax, rows, parameters=100)
    dots = {line.get_label(): line.get_xydata().tolist() for line in ax.lines}
    assert dots == {"cross-entropy": [[1, 0.2]], "MSE": [[2, 0.6], [0.5, 0]]}


def test_three_losses_share_a_model_that_is_flat_along_y_and_differ_in_the_signs_along_it():
    _, axes = style.new(3)
    critical_points.silent_directions(axes)
    ends = [(ax.lines[1].get_ydata()[0], ax.lines[1].get_ydata()[-1]) for ax in axes]
    assert ends == [(1, 1), (-1, -1), (-1, 1)]
    assert all(np.all(ax.lines[2].get_ydata() == 0) and np.all(ax.lines[0].get_ydata() >= 0) for ax in axes)


def test_a_slice_shows_changes_by_their_sign_and_root():
    _, ax = style.new()
    losses = np.array([[3.0, 2.0, 3.0], [2.25, 2.0, 2.25], [1.0, 2.0, 1.0]])
    critical_points.slice_of_loss(ax, losses, "a plane")
    shown = ax.images[0].get_array()
    np.testing.assert_allclose(shown, [[1, 0, 1], [0.5, 0, 0.5], [-1, 0, -1]])


def test_a_picture_is_a_png_with_its_words_and_the_same_bytes_each_time():
    figure, ax = style.new()
    ax.plot([0, 1], [0, 1])
    shown = picture.show(figure, 'A line, "straight", from the origin to (1, 1).')
    data, metadata = shown._repr_mimebundle_()
    assert metadata["image/png"]["alt"] == data["text/plain"] == 'A line, "straight", from the origin to (1, 1).'
    alt = 'alt="A line, &quot;straight&quot;, from the origin to (1, 1)."'
    assert data["text/html"] == f'<img src="data:image/png;base64,{data["image/png"]}" {alt}>'
    assert picture.png(figure) == picture.png(figure)


def test_the_palette_keeps_white_paper_the_faintest_contour_and_vivid_colors():
    figure, ax = style.new()
    draw.contours(ax, landscapes.lee)
    ax.plot([0, 1], [0, 1], color=style.VERMILION, linewidth=6)
    raw = io.BytesIO()
    figure.savefig(raw, dpi=100)
    before, after = (
        np.asarray(Image.open(file).convert("RGB")).astype(int) for file in (raw, io.BytesIO(picture.png(figure)))
    )
    assert (after[0, 0] == 255).all()
    assert np.abs(after - before).max() <= 12  # measured: 4 to 9 on the figures of lesson 01, of 255
    white = [np.mean((pixels == 255).all(axis=-1)) for pixels in (before, after)]
    assert abs(white[1] - white[0]) < 0.05


def test_the_palette_tints_no_patch_of_a_heat_map():
    figure = momentum.ravine().figure()
    raw, packed = (
        np.asarray(Image.open(io.BytesIO(picture.png(figure, palette=palette))).convert("RGB")).astype(float)
        for palette in (False, True)
    )
    rows, columns = (length // 20 for length in raw.shape[:2])
    patches = (packed - raw)[: 20 * rows, : 20 * columns].reshape(20, rows, 20, columns, 3).mean(axis=(1, 3))
    assert np.ptp(patches, axis=-1).max() < 4  # measured 2.1 of 255; 7.4, pink, without kmeans


def test_a_picture_without_words_is_refused():
    figure, _ = style.new()
    with pytest.raises(ValueError, match="say in a sentence"):
        picture.show(figure, "a plot")


def test_a_picture_of_any_size_can_be_made():
    for width in np.arange(2, 2.5, 0.05):
        figure, _ = style.new(width=width, height=1)
        pixels = Image.open(io.BytesIO(picture.png(figure, 50.0)))
        assert abs(pixels.width - 50 * width) <= 1


def test_clear_counts_of_eigenvalues_reach_the_lowest_point():
    """The picture must not lose the points whose share is zero below its edge."""
    rows = {"loss_name": np.array(["mse", "cross_entropy"]), "loss": np.array([1.0, 1.0])}
    rows |= {"clearly_negative": np.array([0, 0])}
    _, ax = style.new()
    critical_points.negative_fractions(ax, rows)
    assert ax.get_ylim()[0] < 0
