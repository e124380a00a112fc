"""Moving artists as marks: what the browser paints over the still picture.

    path    polylines or polygons, stroked, filled or both     (Line2D, Line3D, patches, filled polygons, arrows)
    stamps  one small shape repeated at many places            (markers)
    image   a block of RGBA pixels in a box                    (heat maps, basin maps)
    text    plain words at a place

Coordinates are figure pixels from the top left, packed as int16 in sixteenths of a pixel; a pair of `BREAK`s ends a
polyline. NaNs break lines, infinities and far-away points are clipped, so a divergence leaves the picture and not the range.
"""

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.image import AxesImage
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from mpl_toolkits.mplot3d import proj3d
from mpl_toolkits.mplot3d.art3d import Line3D

UNITS = 16  # sixteenths of a pixel
BREAK = -32768  # ends a polyline
MARGIN = 40  # pixels kept around the picture when clipping, so that thick lines are not cut at its edge


class Marks:
    """Collects the marks of one frame: `list` for JSON, `points()` and `images` as bytes."""

    def __init__(self, figure: Figure):
        self.list, self.images, self._chunks, self._count = [], [], [], 0
        self._width, self._height = figure.bbox.width, figure.bbox.height

    def points(self) -> bytes:
        """All coordinates, int16 pairs, little-endian."""
        return b"".join(self._chunks)

    def add(self, artist: Artist) -> None:
        """Add one matplotlib artist; an invisible one adds nothing."""
        if not artist.get_visible():
            return
        for kind, translate in TRANSLATIONS:
            if isinstance(artist, kind):
                return translate(self, artist)
        raise TypeError(
            f"a {type(artist).__name__} cannot move in an explorer: use a line, marker, polygon, arrow, image or text"
        )

    def path(self, artist, path: Path, fill=None, stroke=None, width=1.0, dash=()) -> None:
        """path: in matplotlib's display pixels, from the bottom left."""
        polygons = self._polylines(path, closed=fill is not None)
        span = self._pack(polygons)
        mark = {"kind": "path", "span": span, "fill": fill, "stroke": stroke, "width": round(width, 2)}
        self.list.append({**mark, "dash": list(dash), "clip": self._clip(artist)})

    def stamps(self, artist, line: Line2D, places: np.ndarray) -> None:
        marker = line._marker  # the public API gives only its name
        pixels = line.get_markersize() * _pixels_per_point(line)
        shape = marker.get_path().transformed(marker.get_transform().frozen().scale(pixels))
        shape = [[(round(x, 2), round(-y, 2)) for x, y in polygon] for polygon in shape.to_polygons(closed_only=False)]
        fill = _css(line.get_markerfacecolor(), line) if marker.is_filled() else None
        mark = {"kind": "stamps", "span": self._pack([places]), "shape": shape, "fill": fill}
        width = round(line.get_markeredgewidth() * _pixels_per_point(line), 2)
        edge = _css(line.get_markeredgecolor(), line)
        self.list.append({**mark, "stroke": edge, "width": width, "clip": self._clip(artist)})

    def image(self, image: AxesImage) -> None:
        x0, x1, y0, y1 = image.get_extent()
        (left, bottom), (right, top) = image.get_transform().transform([(x0, y0), (x1, y1)])
        rgba = image.to_rgba(image.get_array(), alpha=image.get_alpha(), bytes=True)
        rgba = rgba if image.origin == "upper" else rgba[::-1]
        box = [left, self._height - top, right, self._height - bottom]
        mark = {"kind": "image", "box": [round(float(v), 2) for v in box], "clip": self._clip(image)}
        rows, columns = rgba.shape[:2]
        smooth = image.get_interpolation() not in ("nearest", "none")
        self.list.append({**mark, "image": len(self.images), "size": [columns, rows], "smooth": smooth})
        self.images.append(np.ascontiguousarray(rgba).tobytes())

    def text(self, text: Text) -> None:
        words = text.get_text()
        if "$" in words:
            raise ValueError(f"moving text {words!r} holds a $: the browser paints plain words; use symbols such as η")
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
            clipped = [Path(p).clip_to_bbox(window, inside=True) for p in polygons if np.all(np.isfinite(p))]
            return [p for c in clipped for p in c.to_polygons(closed_only=True)]
        clean = path.cleaned(remove_nans=True, clip=window.extents, simplify=len(path) > 200, curves=False)
        drawn = clean.codes != Path.STOP
        vertices, codes = clean.vertices[drawn], clean.codes[drawn]
        starts = np.flatnonzero(codes == Path.MOVETO)
        return [p for p in np.split(vertices, starts[1:] if len(starts) else []) if len(p)]

    def _pack(self, polylines: list[np.ndarray]) -> list[int]:
        """Append polylines to the coordinates; return [first, last) in pairs."""
        first, chunks = self._count, []
        for vertices in polylines:
            pixels = np.asarray(vertices, float) * (1, -1) + (0, self._height)
            chunks += [np.clip(np.round(pixels * UNITS), -32767, 32767), np.full((1, 2), BREAK)]
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


def _line(marks: Marks, line: Line2D):
    vertices = line.get_transform().transform(_xy(line))
    if line.get_linestyle() not in ("None", "none", "", " ") and line.get_linewidth() > 0:
        pixel = _pixels_per_point(line)
        offset_dashes = line._dash_pattern[1]  # already scaled by the line width; no public accessor
        dash = [round(d * pixel, 2) for d in offset_dashes] if offset_dashes else ()
        stroke = _css(line.get_color(), line)
        marks.path(line, Path(vertices), stroke=stroke, width=line.get_linewidth() * pixel, dash=dash)
    if line.get_marker() not in ("None", "none", "", " ", None):
        inside = np.all(np.abs(np.nan_to_num(vertices, nan=np.inf)) < 2000, axis=1)
        marks.stamps(line, line, vertices[inside])


def _xy(line: Line2D) -> np.ndarray:
    if not isinstance(line, Line3D):
        return line.get_xydata()
    x, y, _ = proj3d.proj_transform(*line.get_data_3d(), line.axes.get_proj())
    return np.ma.filled(np.ma.stack([x, y], axis=-1), np.nan)


def _patch(marks: Marks, patch: Patch):
    path = patch.get_path().transformed(patch.get_transform())
    fill = _css(patch.get_facecolor()) if patch.get_fill() else None
    width = patch.get_linewidth() * _pixels_per_point(patch)
    marks.path(patch, path, fill=fill, stroke=_css(patch.get_edgecolor()) if width else None, width=width)


def _polygons(marks: Marks, collection: PolyCollection):
    edges, widths = collection.get_edgecolor(), collection.get_linewidth()
    edge = _css(edges[0]) if len(edges) else None
    for path in collection.get_paths():
        path = path.transformed(collection.get_transform())
        fill = _css(collection.get_facecolor()[0])
        marks.path(collection, path, fill=fill, stroke=edge, width=widths[0] * _pixels_per_point(collection))


TRANSLATIONS = [
    (Line2D, _line),
    (Patch, _patch),
    (PolyCollection, _polygons),
    (AxesImage, Marks.image),
    (Text, Marks.text),
]


def _pixels_per_point(artist: Artist) -> float:
    return artist.get_figure(root=True).dpi / 72


def _css(color, artist: Artist | None = None):
    """A color as CSS rgba(), with the artist's alpha; None if it is transparent."""
    alpha = artist.get_alpha() if artist is not None else None
    r, g, b, a = to_rgba(color, alpha) if alpha is not None else to_rgba(color)
    return None if a == 0 else f"rgba({round(255 * r)},{round(255 * g)},{round(255 * b)},{round(a, 3):g})"
