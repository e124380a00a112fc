"""Marks against matplotlib's own pixels: the marks of a frame, painted again by matplotlib from what travels, must look
like the artist that was translated; and the coordinates must be the Axes's own transform, to a sixteenth of a pixel.
"""

import io
import re

import matplotlib
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.image import imread
from matplotlib.patches import Circle, Ellipse, FancyArrowPatch, PathPatch, Rectangle, Wedge
from matplotlib.path import Path
from matplotlib.patheffects import withStroke

from optcourse.explorers import front
from optcourse.explorers.marks import BREAK, SUBPIXELS, Marks

WIDTH, HEIGHT = 300, 200


def make_axes(xlim=(0, 10), ylim=(-1, 1), **options):
    figure = Figure(figsize=(WIDTH / 100, HEIGHT / 100), dpi=100)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.1, 0.1, 0.8, 0.8), **options)
    axes.set(xlim=xlim, ylim=ylim)
    axes.set_axis_off()
    return axes


@pytest.fixture
def axes():
    return make_axes()


def translate(*artists) -> Marks:
    marks = Marks(artists[0].get_figure())
    for artist in artists:
        marks.add(artist)
    return marks


def pairs(marks) -> np.ndarray:
    return np.frombuffer(marks.points(), "<i2").reshape(-1, 2)


def polylines(marks, mark) -> list[np.ndarray]:
    """As the browser reads them: pixels from the top left."""
    part = pairs(marks)[slice(*mark["span"])].astype(float)
    breaks = np.flatnonzero(part[:, 0] == BREAK)
    lines = [line[line[:, 0] != BREAK] / SUBPIXELS for line in np.split(part, breaks + 1)]
    return [line for line in lines if len(line)]


def transformed(axes, x, y) -> np.ndarray:
    """What matplotlib says: pixels from the top left."""
    return axes.transData.transform(np.column_stack([x, y])) * (1, -1) + (0, HEIGHT)


# --- A second painter, for the eye of a test: the marks, drawn by matplotlib in plain pixels


def color(css):
    r, g, b, a = map(float, re.findall(r"[\d.]+", css))
    return r / 255, g / 255, b / 255, a


def paint_path(canvas, marks, mark):
    lines = polylines(marks, mark)
    closed = [len(line) > 2 and np.array_equal(line[0], line[-1]) for line in lines]
    dash = (0, [length / mark["width"] for length in mark["dash"]]) if mark["dash"] else "-"
    patch = canvas.add(Path.make_compound_path(*[Path(line, closed=c) for line, c in zip(lines, closed)]), mark)
    patch.set(capstyle=mark["cap"].replace("square", "projecting"), linestyle=dash)


def paint_stamps(canvas, marks, mark):
    shape = Path.make_compound_path(*[Path(np.array(polygon)) for polygon in mark["shape"]])
    for x, y in np.concatenate(polylines(marks, mark) or [np.empty((0, 2))]):
        middle = np.round(x) + 0.5, np.round(y) + 0.5  # matplotlib stamps on the middle of pixels
        canvas.add(Path(shape.vertices + middle, shape.codes), mark)


def paint_image(canvas, marks, mark):
    left, top, right, bottom = mark["box"]
    columns, rows = mark["size"]
    rgba = np.frombuffer(marks.images[mark["image"]], np.uint8).reshape(rows, columns, 4)
    interpolation = "hanning" if mark["smooth"] else "nearest"
    image = canvas.axes.imshow(rgba, extent=(left, right, bottom, top), aspect="auto", interpolation=interpolation)
    canvas.axes.set(xlim=(0, WIDTH), ylim=(HEIGHT, 0))
    canvas.clip(image, mark)


class Canvas:
    def __init__(self):
        self.figure = Figure(figsize=(WIDTH / 100, HEIGHT / 100), dpi=100)
        self.axes = self.figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(HEIGHT, 0))
        self.axes.set_axis_off()

    def add(self, path, mark):
        fill, edge = (color(mark[key]) if mark[key] else "none" for key in ("fill", "stroke"))
        patch = PathPatch(path, fill=mark["fill"] is not None, fc=fill, ec=edge, joinstyle=mark["join"])
        patch.set_linewidth(mark["width"] * 0.72 if mark["stroke"] else 0)  # 0.72 points for a pixel at 100 dpi
        self.axes.add_patch(patch)
        return self.clip(patch, mark)

    def clip(self, artist, mark):
        if mark["clip"]:
            left, top, right, bottom = mark["clip"]
            box = Rectangle((left, top), right - left, bottom - top, transform=self.axes.transData)
            artist.set_clip_path(box)
        return artist


def painted(marks) -> np.ndarray:
    canvas = Canvas()
    for mark in marks.list:
        {"path": paint_path, "stamps": paint_stamps, "image": paint_image}[mark["kind"]](canvas, marks, mark)
    return pixels(canvas.figure)


def pixels(figure) -> np.ndarray:
    buffer = io.BytesIO()
    with matplotlib.rc_context({"path.snap": False}):  # snapping to whole pixels is matplotlib's, not the browser's
        figure.savefig(buffer, dpi=100, format="png")
    return imread(io.BytesIO(buffer.getvalue()))[..., :3]


def difference(one, other) -> float:
    """Mean absolute difference where either has ink, 0 to 1."""
    ink = (one.min(axis=-1) < 0.99) | (other.min(axis=-1) < 0.99)
    assert ink.sum() > 20, "nothing was drawn"
    return float(np.abs(one - other)[ink].mean())


X = np.linspace(0, 10, 60)
TRIANGLES = [[(1, 0), (2, 0.5), (3, 0)], [(5, 0), (6, 0.5), (7, 0)]]
ARTISTS = {
    "a line": lambda axes: axes.plot(X, np.sin(X), lw=3)[0],
    "a line that leaves its axes": lambda axes: axes.plot(X, 3 * np.sin(X), lw=3)[0],
    "a line outside the clip box": lambda axes: axes.plot(X, 1.2 * np.sin(X), lw=3, clip_on=False)[0],
    "a dashed line": lambda axes: axes.plot([0, 10], [-1, 1], "--", lw=3)[0],
    "a dash-dotted line": lambda axes: axes.plot(X, X / 20, "-.", lw=2)[0],
    "own dashes": lambda axes: axes.plot(X, X / 20, ls=(0, (5, 1, 1, 1)), lw=4)[0],
    "a transparent line": lambda axes: axes.plot(X, np.cos(X), lw=5, color="C3", alpha=0.4)[0],
    "a zigzag with corners": lambda axes: axes.plot(X[::4], np.tile([0.5, -0.5], 8)[:15], lw=8)[0],
    "round caps": lambda axes: axes.plot([2, 4], [0, 0], lw=12, solid_capstyle="round")[0],
    "steps after": lambda axes: axes.plot(X[::6], np.sin(X[::6]), lw=2, drawstyle="steps-post")[0],
    "gaps of NaN": lambda axes: axes.plot(X, np.where(np.sin(3 * X) > 0, X / 10, np.nan), lw=4)[0],
    "10 000 points": lambda axes: axes.plot(np.linspace(0, 10, 10_000), np.sin(np.linspace(0, 90, 10_000)))[0],
    "filled markers": lambda axes: axes.plot(X[::5], np.sin(X[::5]), "o", ms=9, mec="black", mew=2)[0],
    "hexagons": lambda axes: axes.plot(X[::5], np.sin(X[::5]), "h", ms=9, mec="black", mew=3)[0],
    "unfilled markers": lambda axes: axes.plot(X[::5], np.sin(X[::5]), "o", mfc="none", ms=9)[0],
    "rings": lambda axes: axes.plot(X[::5], np.sin(X[::5]), "o", fillstyle="none", ms=9)[0],
    "crosses": lambda axes: axes.plot(X[::5], np.sin(X[::5]), "x", ms=9, mew=2)[0],
    "stars, every third": lambda axes: axes.plot(X, np.sin(X), "*", ms=14, markevery=3)[0],
    "transparent markers": lambda axes: axes.plot(X[::9], np.sin(X[::9]), "D", ms=12, alpha=0.5)[0],
    "a filled polygon": lambda axes: axes.fill([1, 5, 9], [-0.5, 0.8, -0.5], alpha=0.5, ec="black", lw=3)[0],
    "a small transparent polygon": lambda axes: axes.fill([4, 4.5, 5], [0, 0.2, 0], alpha=0.5)[0],
    "a polygon across the edge": lambda axes: axes.fill([-5, 5, 15], [-3, 3, -3], alpha=0.5)[0],
    "a stroke beyond the edges": lambda axes: axes.fill([-9, 5, 25], [-3, 1, -3], lw=9, ec="k", clip_on=False)[0],
    "polygons colored by numbers": lambda axes: axes.add_collection(PolyCollection(TRIANGLES, array=[0, 1])),
    "polygons of several colors": lambda axes: axes.add_collection(PolyCollection(TRIANGLES, fc=["C1", "C2"])),
    "an unfilled rectangle": lambda axes: axes.add_patch(Rectangle((2, -0.5), 4, 1, fill=False, lw=4)),
    "an unfilled circle": lambda axes: axes.add_patch(Circle((5, 0), 0.7, fill=False, lw=3, ls="--")),
    "an ellipse": lambda axes: axes.add_patch(Ellipse((5, 0), 6, 1, angle=20, fc="C1", ec="C2", lw=2)),
    "a wedge": lambda axes: axes.add_patch(Wedge((5, 0), 0.9, 30, 300, width=0.5, fc="C1")),
    "a ring with its hole": lambda axes: axes.add_patch(Wedge((5, 0), 0.9, 0, 360, width=0.5, fc="C1")),
    "an arrow": lambda axes: axes.arrow(1, -0.5, 6, 1, width=0.05, length_includes_head=True, color="k"),
    "a band": lambda axes: axes.fill_between(X, np.sin(X) - 0.2, np.sin(X) + 0.2, alpha=0.3, color="C4"),
    "a band in parts": lambda axes: axes.fill_between(X, np.sin(X), where=np.sin(X) > 0, ec="black", lw=2, fc="none"),
    "an image, upper": lambda axes: axes.imshow(gradient(), aspect="auto", extent=(2, 8, -0.5, 0.5)),
    "an image, lower": lambda axes: axes.imshow(gradient(), aspect="auto", extent=(2, 8, -0.5, 0.5), origin="lower"),
    "a mirrored image": lambda axes: axes.imshow(gradient(), aspect="auto", extent=(8, 2, 0.5, -0.5)),
    "an image with holes": lambda axes: axes.imshow(gradient(hole=True), aspect="auto", extent=(2, 8, -0.5, 0.5)),
    "a transparent image": lambda axes: axes.imshow(gradient(), aspect="auto", extent=(2, 8, -0.5, 0.5), alpha=0.4),
    "an image across the edge": lambda axes: axes.imshow(gradient(), aspect="auto", extent=(-2, 4, 0, 2)),
    "an image of colors": lambda axes: axes.imshow(np.eye(3)[None], aspect="auto", extent=(2, 8, -0.5, 0.5)),
}


def gradient(hole=False):
    values = np.arange(35.0).reshape(5, 7)
    if hole:
        values[2, 3] = np.nan
    return values


@pytest.mark.parametrize("kind", ARTISTS)
def test_marks_painted_again_look_as_matplotlib_draws_the_artist(axes, kind):
    artist = ARTISTS[kind](axes)
    axes.set(xlim=(0, 10), ylim=(-1, 1))
    marks = translate(artist)
    # At worst 0.016, and 0.038 for markers, whose edges matplotlib moves to whole pixels; most faults give 0.1.
    most = 0.05 if any(mark["kind"] == "stamps" for mark in marks.list) else 0.02
    assert difference(painted(marks), pixels(axes.figure)) < most


# --- Coordinates


def test_both_halves_agree_on_units_and_breaks():
    script = front.SCRIPT
    assert f"const UNITS = {SUBPIXELS};" in script and f"const BREAK = {BREAK};" in script


def test_the_vertices_of_a_line_are_the_transform_of_its_data_to_a_sixteenth_of_a_pixel(axes):
    x = np.linspace(0, 10, 50)
    (line,) = axes.plot(x, np.sin(x))
    marks = translate(line)
    (vertices,) = polylines(marks, marks.list[0])
    assert np.abs(vertices - transformed(axes, x, np.sin(x))).max() <= 0.5 / SUBPIXELS + 1e-9


def test_axes_with_logarithmic_scales_are_transformed_too():
    axes = make_axes((1, 100), (1e-6, 1), xscale="log", yscale="log")
    (line,) = axes.plot([1, 10, 100], [1, 1e-3, 1e-6])
    marks = translate(line)
    (vertices,) = polylines(marks, marks.list[0])
    assert np.allclose(vertices, [[30, 20], [150, 100], [270, 180]], atol=1 / SUBPIXELS)


def test_a_zero_on_a_logarithmic_axis_breaks_the_line_and_does_not_crash():
    axes = make_axes((0, 4), (1e-3, 1), yscale="log")
    (line,) = axes.plot([0, 1, 2, 3, 4], [1, 1, 0, 1, 1])
    marks = translate(line)
    assert all(np.all(np.isfinite(part)) for part in polylines(marks, marks.list[0]))


def test_a_nan_breaks_a_line_in_two(axes):
    (line,) = axes.plot([0, 1, 2, 3, 4], [0, 0, np.nan, 0, 0])
    marks = translate(line)
    assert [len(part) for part in polylines(marks, marks.list[0])] == [2, 2]


@pytest.mark.parametrize("value", [np.inf, -np.inf, 1e30, -1e30, 1e300, np.nan])
@pytest.mark.parametrize("kind", ["-", "--", "o", "polygon", "band", "arrow", "text"])
def test_divergence_leaves_the_picture_and_not_the_range(axes, kind, value):
    x, y = [0, 2, 5, 8, 10], [0, 0.5, value, 0.5, 0]
    draw = {
        "polygon": lambda: axes.fill(x, y, lw=2)[0],
        "band": lambda: axes.fill_between(x, y),
        "arrow": lambda: axes.arrow(1, 0, 1, value),
        "text": lambda: axes.text(1, value, "here"),
    }
    with np.errstate(all="ignore"):
        marks = translate(draw.get(kind, lambda: axes.plot(x, y, kind)[0])())
    points = pairs(marks)
    assert np.all((points >= -32768) & (points <= 32767))
    kept = points[points[:, 0] != BREAK]
    assert np.all(np.abs(kept) <= (max(WIDTH, HEIGHT) + 60) * SUBPIXELS)  # 40 pixels of margin, and an arrow's width
    assert all(np.all(np.isfinite(mark.get("at", 0))) for mark in marks.list)


def test_a_line_to_a_far_away_point_keeps_its_direction(axes):
    (line,) = axes.plot([0, 1e9], [0, 1e9])
    axes.set(xlim=(0, 10), ylim=(0, 10))
    marks = translate(line)
    (vertices,) = polylines(marks, marks.list[0])
    start, slope = vertices[0], (vertices[-1] - vertices[0])[1] / (vertices[-1] - vertices[0])[0]
    assert np.allclose(start, (30, 180), atol=0.1) and abs(slope + 160 / 240) < 0.01


def test_a_figure_beyond_the_range_of_sixteenths_is_refused_with_the_remedy():
    figure = Figure(figsize=(21, 3), dpi=100)
    with pytest.raises(ValueError, match=r"figsize \[21\.\s+3\.\] is too large .* at most 20 x 20 inches"):
        Marks(figure)


def test_points_are_little_endian_pairs_that_all_spans_cover_in_order(axes):
    lines = axes.plot(X, np.sin(X), "-o") + axes.plot(X, np.cos(X), "--")
    marks = translate(*lines)
    assert [mark["kind"] for mark in marks.list] == ["path", "stamps", "path"]
    assert marks.list[0]["span"][0] == 0 and marks.list[-1]["span"][1] == len(pairs(marks))
    assert all(one["span"][1] == other["span"][0] for one, other in zip(marks.list, marks.list[1:]))


# --- What a mark says


def test_a_line_travels_with_its_pen(axes):
    style = {"dash_capstyle": "round", "dash_joinstyle": "miter", "clip_on": False}
    (line,) = axes.plot(X, X, "--", lw=7.2, color="#ff8000", alpha=0.5, **style)
    (mark,) = translate(line).list
    assert (mark["stroke"], mark["width"], mark["clip"]) == ("rgba(255,128,0,0.5)", 10, None)
    assert (mark["cap"], mark["join"]) == ("round", "miter")
    assert np.allclose(mark["dash"], [37, 16])  # matplotlib's 3.7 and 1.6 widths


def test_a_line_is_clipped_to_its_axes(axes):
    (mark,) = translate(*axes.plot(X, X)).list
    assert np.allclose(mark["clip"], [30, 20, 270, 180])


def test_an_invisible_artist_and_an_empty_line_paint_nothing(axes):
    (line,) = axes.plot(X, X, visible=False)
    (empty,) = axes.plot([], [], "-o")
    marks = translate(line, empty)
    assert pairs(marks)[:, 0].tolist() in ([], [BREAK]) and not any(polylines(marks, mark) for mark in marks.list)


def test_text_travels_with_place_color_halo_and_lines(axes):
    style = {"color": "C3", "ha": "center", "va": "top", "fontsize": 18, "weight": "bold"}
    text = axes.text(5, 0, "diverged\nat step 14", bbox={"fc": (1, 1, 1, 0.75), "ec": "none"}, **style)
    (mark,) = translate(text).list
    assert mark["words"] == "diverged\nat step 14" and mark["at"] == [150, 100]
    assert (mark["fill"], mark["halo"]) == ("rgba(214,39,40,1)", "rgba(255,255,255,0.75)")
    assert (mark["align"], mark["size"], mark["weight"]) == (["center", "top"], 25, "bold")


def test_text_in_axes_coordinates_and_of_the_figure_stands_where_matplotlib_puts_it(axes):
    inner = axes.text(0, 1, "corner", transform=axes.transAxes)
    outer = axes.figure.text(0.5, 0.5, "middle")
    assert [mark["at"] for mark in translate(inner, outer).list] == [[30, 20], [150, 100]]


def test_text_without_words_paints_nothing(axes):
    assert translate(axes.text(5, 0, "")).list == []


def test_a_blended_image_says_so_and_a_magnified_one_does_not(axes):
    extent = {"extent": (2, 8, -0.5, 0.5), "aspect": "auto"}
    smooth = {kind: translate(axes.imshow(gradient(), interpolation=kind, **extent)).list[0]["smooth"] for kind in
              ("nearest", "none", "bilinear", "bicubic", "auto")}  # fmt: skip
    assert smooth == {"nearest": False, "none": False, "bilinear": True, "bicubic": True, "auto": False}
    assert translate(axes.imshow(np.ones((60, 60)), **extent)).list[0]["smooth"]


# --- Three dimensions


def test_a_line_in_three_dimensions_falls_where_matplotlib_projects_it():
    axes = make_axes(projection="3d")
    angle = np.linspace(0, 12, 80)
    (line,) = axes.plot(np.cos(angle), np.sin(angle), angle / 12, lw=3)
    axes.view_init(35, 20)
    axes.figure.canvas.draw()
    marks = translate(line)
    assert difference(painted(marks), pixels(axes.figure)) < 0.05


def test_it_follows_when_the_view_tilts():
    axes = make_axes(projection="3d")
    (line,) = axes.plot([0, 1], [0, 1], [0, 1], lw=3)
    axes.figure.canvas.draw()
    before = translate(line)
    axes.view_init(80, 10)
    after = translate(line)
    assert before.points() != after.points()
    assert difference(painted(after), pixels(axes.figure)) < 0.05


# --- What cannot move says so, in one sentence


def surface():
    axes = make_axes(projection="3d")
    return axes.plot_surface(*np.meshgrid([0, 1], [0, 1]), np.eye(2))


REFUSED = {
    "PathCollection": lambda: make_axes().scatter([1], [0]),
    "LineCollection": lambda: make_axes().vlines([1], 0, 1),
    "QuadMesh": lambda: make_axes().pcolormesh(np.eye(3)),
    "QuadContourSet": lambda: make_axes().contour(np.eye(3)),
    "Quiver": lambda: make_axes().quiver([1], [0], [1], [1]),
    "Annotation": lambda: make_axes().annotate("here", (1, 0), (2, 0), arrowprops={}),
    "FancyArrowPatch": lambda: make_axes().add_patch(FancyArrowPatch((0, 0), (1, 1))),
    "Poly3DCollection": surface,
    "Text3D": lambda: make_axes(projection="3d").text(0, 0, 0, "here"),
    "Axes": lambda: make_axes(),
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_artist_the_browser_cannot_paint_is_refused_by_name_with_the_remedy(name):
    sentence = rf"^a {name} cannot move in an explorer: use a line, .* or draw it in `still` and .* redraws=True$"
    with pytest.raises(TypeError, match=sentence):
        translate(REFUSED[name]())


def test_mathematics_in_moving_text_is_refused_and_told_to_use_symbols(axes):
    with pytest.raises(ValueError, match=r"'\$v\$' holds a \$: the browser paints plain words; use symbols such as η"):
        translate(axes.text(1, 0, "$v$"))


def test_path_effects_and_fractional_marker_spacing_are_refused(axes):
    (line,) = axes.plot(X, X, path_effects=[withStroke(linewidth=3)])
    with pytest.raises(ValueError, match="path effects"):
        translate(line)
    (line,) = axes.plot(X, X, "o", markevery=0.1)
    with pytest.raises(ValueError, match=r"markevery = 0\.1 .* whole number"):
        translate(line)
