"""Moving artists as marks: what the browser paints over the still picture.

    path    polylines or polygons, stroked, filled or both  (lines, patches, polygons, arrows)
    stamps  one small shape repeated at many places         (markers)
    image   a block of RGBA pixels in a box                 (heat maps, basin maps)
    text    plain words at a place

Coordinates are figure pixels from the top left, packed as int16 in sixteenths of a pixel; a pair
of `BREAK`s ends a polyline. NaNs break lines; infinities and far-away points are clipped, so a
divergence leaves the picture. What the browser could not paint as matplotlib does is refused in a
sentence, never painted wrong.
"""

import numpy as np
from matplotlib.artist import Artist
from matplotlib.cbook import STEP_LOOKUP_MAP
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.image import AxesImage, NonUniformImage, PcolorImage
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch, Patch
from matplotlib.path import Path
from matplotlib.quiver import Barbs, Quiver
from matplotlib.text import Annotation, Text
from matplotlib.transforms import Bbox
from mpl_toolkits.mplot3d import proj3d
from mpl_toolkits.mplot3d.art3d import Line3D, Patch3D, Poly3DCollection, Text3D

SUBPIXELS = 16  # sixteenths of a pixel
BREAK = -32768  # ends a polyline
MARGIN = 40  # pixels kept around the picture, so that thick lines are not cut at its edge
MAX_PIXELS = 2000  # pixels: beyond, int16 sixteenths end


class Marks:
    """Collects the marks of one frame: `list` for JSON, `points()` and `images` as bytes."""

    def __init__(self, figure: Figure):
        self.list, self.images, self._chunks, self._count = [], [], [], 0
        self._width, self._height = figure.bbox.width, figure.bbox.height
        if max(self._width, self._height) > MAX_PIXELS:
            size, most = figure.get_size_inches(), f"{MAX_PIXELS / figure.dpi:g}"
            remedy = f"at most {most} x {most} inches"
            raise ValueError(f"figsize {size} is too large for an explorer: {remedy}")

    def points(self) -> bytes:
        """All coordinates, int16 pairs, little-endian."""
        return b"".join(self._chunks)

    def add(self, artist: Artist, run=False) -> None:
        """Add one matplotlib artist; an invisible one adds nothing. run: its marks are of a run."""
        if not artist.get_visible():
            return
        if artist.get_path_effects():
            remedy = "the browser cannot paint them; draw it without"
            raise ValueError(f"{artist} has path effects: {remedy}")
        for kind, translate in CONVERTERS:
            if isinstance(artist, kind) and not isinstance(artist, UNSUPPORTED):
                first = len(self.list)
                translate(self, artist)
                for mark in self.list[first:] if run else ():
                    mark["run"] = True
                return
        raise TypeError(
            f"a {type(artist).__name__} cannot move in an explorer: use a line, marker, polygon, "
            "axes.arrow, image or text, or draw it in `still` and give its control redraws=True"
        )

    def path(self, artist, path: Path, fill=None, **pen) -> None:
        """path: in display pixels, from the bottom left; pen: stroke, width, dash, join and cap."""
        span = self._pack(self._polylines(path, closed=fill is not None))
        clip = self._clip(artist)
        self.list.append({"kind": "path", "span": span, "fill": fill, **pen, "clip": clip})

    def stamps(self, line: Line2D, places: np.ndarray) -> None:
        marker = line._marker  # the public API gives only its name
        pixels = line.get_markersize() * _pixels_per_point(line)
        outline = marker.get_path().transformed(marker.get_transform().frozen().scale(pixels))
        shape = []
        for polygon in outline.to_polygons(closed_only=False):
            shape.append([(round(x, 2), round(-y, 2)) for x, y in polygon])
        fill = _css(line.get_markerfacecolor(), line)
        mark = {"kind": "stamps", "span": self._pack([places]), "shape": shape, "fill": fill}
        width = round(line.get_markeredgewidth() * _pixels_per_point(line), 2)
        pen = {
            "stroke": _css(line.get_markeredgecolor(), line),
            "width": width,
            "join": marker.get_joinstyle(),
        }
        self.list.append({**mark, **pen, "clip": self._clip(line)})

    def image(self, image: AxesImage) -> None:
        x0, x1, y0, y1 = image.get_extent()
        (left, bottom), (right, top) = image.get_transform().transform([(x0, y0), (x1, y1)])
        rgba = image.to_rgba(image.get_array(), alpha=image.get_alpha(), bytes=True)
        upright, mirrored = orientation(image)
        rgba = rgba[:: 1 if upright else -1, :: -1 if mirrored else 1]
        x, y = sorted((left, right)), sorted((self._height - top, self._height - bottom))
        box = [round(float(v), 2) for v in (x[0], y[0], x[1], y[1])]
        size = [rgba.shape[1], rgba.shape[0]]
        mark = {"kind": "image", "box": box, "size": size, "smooth": _smooth(image, box, size)}
        self.list.append({**mark, "image": len(self.images), "clip": self._clip(image)})
        self.images.append(np.ascontiguousarray(rgba).tobytes())

    def text(self, text: Text) -> None:
        words = text.get_text()
        if "$" in words:
            remedy = "the browser paints plain words; use symbols such as η"
            raise ValueError(f"moving text {words!r} holds a $: {remedy}")
        x, y = text.get_transform().transform(text.get_unitless_position())
        if not (words and np.all(np.isfinite((x, y)))):
            return
        box = text.get_bbox_patch()
        self.list.append(
            {
                "kind": "text",
                "at": [round(float(x), 1), round(float(self._height - y), 1)],
                "words": words,
                "fill": _css(text.get_color(), text),
                "size": round(text.get_fontsize() * _pixels_per_point(text), 1),
                "weight": "bold" if text.get_weight() in ("bold", 700) else "normal",
                "align": [text.get_horizontalalignment(), text.get_verticalalignment()],
                "angle": text.get_rotation(),
                "halo": _css(box.get_facecolor(), box) if box else None,
            }
        )

    def _polylines(self, path: Path, closed: bool) -> list[np.ndarray]:
        window = Bbox.from_extents(-MARGIN, -MARGIN, self._width + MARGIN, self._height + MARGIN)
        if closed:
            polygons = path.to_polygons(closed_only=True)
            clipped = [Path(p).clip_to_bbox(window, inside=True) for p in polygons]
            return [p for c in clipped for p in c.to_polygons(closed_only=True)]
        clean = path.cleaned(
            remove_nans=True, clip=window.extents, simplify=len(path) > 200, curves=False
        )
        drawn = clean.codes != Path.STOP
        vertices, codes = clean.vertices[drawn], clean.codes[drawn]
        starts = np.flatnonzero(codes == Path.MOVETO)
        return [p for p in np.split(vertices, starts[1:] if len(starts) else []) if len(p)]

    def _pack(self, polylines: list[np.ndarray]) -> list[int]:
        """Append polylines to the coordinates; return [first, last) in pairs."""
        first, chunks = self._count, []
        for vertices in polylines:
            pixels = np.asarray(vertices, float) * (1, -1) + (0, self._height)
            chunks += [np.clip(np.round(pixels * SUBPIXELS), -32767, 32767), np.full((1, 2), BREAK)]
        if chunks:
            packed = np.concatenate(chunks).astype("<i2")
            self._count += len(packed)
            self._chunks.append(packed.tobytes())
        return [first, self._count]

    def _clip(self, artist):
        box = artist.get_clip_box() if artist.get_clip_on() else None
        if box is None:
            return None
        x0, y0, x1, y1 = box.extents
        return [round(float(v), 1) for v in (x0, self._height - y1, x1, self._height - y0)]


def orientation(image: AxesImage) -> tuple[bool, bool]:
    """(its first row is the upper one, its columns go from right to left), on the screen."""
    x0, x1, y0, y1 = image.get_extent()
    (left, bottom), (right, top) = image.get_transform().transform([(x0, y0), (x1, y1)])
    return bool((image.origin == "upper") == (top > bottom)), bool(right < left)


def _line(marks: Marks, line: Line2D):
    data = _xy(line)
    if line.get_linestyle() not in NONE_NAMES and line.get_linewidth() > 0:
        steps = np.column_stack(STEP_LOOKUP_MAP[line.get_drawstyle()](*data.T))
        if line.is_dashed():
            join, cap = line.get_dash_joinstyle(), line.get_dash_capstyle()
        else:
            join, cap = line.get_solid_joinstyle(), line.get_solid_capstyle()
        pen = _pen(line, line.get_color(), line.get_linewidth(), line._dash_pattern[1], join, cap)
        marks.path(line, Path(line.get_transform().transform(steps)), **pen)
    if line.get_marker() not in NONE_NAMES:
        if not isinstance(every := line.get_markevery() or 1, int):
            remedy = "give a whole number"
            raise ValueError(f"markevery = {every!r} cannot move in an explorer: {remedy}")
        places = line.get_transform().transform(data)[::every]
        near = np.all(np.abs(np.nan_to_num(places, nan=np.inf)) < MAX_PIXELS, axis=1)
        marks.stamps(line, places[near])


def _xy(line: Line2D) -> np.ndarray:
    if not isinstance(line, Line3D):
        return line.get_xydata()
    x, y, _ = proj3d.proj_transform(*line.get_data_3d(), line.axes.get_proj())
    return np.ma.filled(np.ma.stack([x, y], axis=-1), np.nan)


def _patch(marks: Marks, patch: Patch):
    path = patch.get_path().transformed(patch.get_transform())
    dash = patch._dash_pattern[1]
    join, cap = patch.get_joinstyle(), patch.get_capstyle()
    pen = _pen(patch, patch.get_edgecolor(), patch.get_linewidth(), dash, join, cap)
    marks.path(patch, path, fill=_css(patch.get_facecolor()), **pen)


def _polygons(marks: Marks, collection: PolyCollection):
    collection.update_scalarmappable()
    faces, edges = collection.get_facecolor(), collection.get_edgecolor()
    widths, dashes = collection.get_linewidth(), collection.get_linestyle()
    for i, path in enumerate(collection.get_paths()):
        edge = edges[i % len(edges)] if len(edges) else "none"
        pen = _pen(collection, edge, widths[i % len(widths)], dashes[i % len(dashes)][1])
        fill = _css(faces[i % len(faces)]) if len(faces) else None
        marks.path(collection, path.transformed(collection.get_transform()), fill=fill, **pen)


NONE_NAMES = ("None", "none", " ", "", None)  # matplotlib's names for no line and no marker
IN_3D = (Text3D, Patch3D, Poly3DCollection)
UNSUPPORTED = (Annotation, FancyArrowPatch, Quiver, Barbs, NonUniformImage, PcolorImage, *IN_3D)
CONVERTERS = [
    (Line2D, _line),
    (Patch, _patch),
    (PolyCollection, _polygons),
    (AxesImage, Marks.image),
    (Text, Marks.text),
]


def _pen(artist: Artist, color, width, dash, join="round", cap="butt") -> dict:
    """How a path is stroked, in pixels and in the canvas's words."""
    pixel = _pixels_per_point(artist)
    alpha = artist if isinstance(artist, Line2D) else None  # the others keep it in their colors
    stroke = _css(color, alpha) if width > 0 else None
    dash = [round(float(length) * pixel, 2) for length in dash or ()]
    cap = "square" if cap == "projecting" else str(cap)
    return {
        "stroke": stroke,
        "width": round(float(width) * pixel, 2),
        "dash": dash,
        "join": str(join),
        "cap": cap,
    }


def _smooth(image: AxesImage, box, size) -> bool:
    """Whether matplotlib would blend pixels; "auto" does, unless magnified threefold or evenly."""
    kind = image.get_interpolation()
    if kind not in ("auto", "antialiased"):
        return kind not in ("nearest", "none")
    factors = [(box[2] - box[0]) / size[0], (box[3] - box[1]) / size[1]]
    return not all(factor > 3 or factor in (1, 2) for factor in factors)


def _pixels_per_point(artist: Artist) -> float:
    return artist.get_figure(root=True).dpi / 72


def _css(color, artist: Artist | None = None):
    """A color as CSS rgba(), with the artist's alpha; None if it is transparent."""
    alpha = artist.get_alpha() if artist is not None else None
    r, g, b, a = to_rgba(color, alpha) if alpha is not None else to_rgba(color)
    if a == 0:
        return None
    red, green, blue = (round(255 * channel) for channel in (r, g, b))
    return f"rgba({red},{green},{blue},{round(a, 3):g})"
