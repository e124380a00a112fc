"""Where a figure can be cut, so that on a phone its panels stand one below the other.

cut(boxes, region)      along empty rows first, then along empty columns, and so on in each part
panels(figure)          [left, top, right, bottom] of each part, in pixels from the top left
"""

from collections.abc import Sequence

import numpy as np
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

Box = tuple[float, float, float, float]
OVERLAP = 2.0  # pixels by which labels of neighbors may overlap


def panels(figure: Figure) -> list[list[float]]:
    """The parts of a figure that was drawn, row after row; together they cover it."""
    renderer, height = figure.canvas.get_renderer(), figure.bbox.height
    found = [_with_colorbars(ax, renderer) for ax in figure.axes if ax.get_visible()]
    found += [each.get_window_extent(renderer) for each in (*figure.texts, *figure.legends)]
    boxes = [(box.x0, height - box.y1, box.x1, height - box.y0) for box in found]
    parts = cut(boxes, (0.0, 0.0, float(figure.bbox.width), float(height)))
    return [[round(float(edge), 1) for edge in part] for part in parts]


def cut(boxes: Sequence[Box], region: Box) -> list[Box]:
    """The parts of the region between empty rows, each cut along its empty columns, and so on."""
    for first, last in ((1, 3), (0, 2)):
        edges = _empty(sorted((box[first], box[last]) for box in boxes))
        if edges:
            parts = [cut(*each) for each in _split(boxes, region, first, edges)]
            return [box for part in parts for box in part]
    return [region]


def _empty(spans) -> list[float]:
    """The middle of each gap between these spans."""
    found, end = [], spans[0][1] if spans else 0.0
    for begin, last in spans[1:]:
        if begin > end - OVERLAP:
            found.append((begin + end) / 2)
        end = max(end, last)
    return found


def _split(boxes, region: Box, axis: int, edges: Sequence[float]):
    """(boxes, region) of each part between the edges along an axis."""
    for low, high in zip((region[axis], *edges), (*edges, region[axis + 2])):
        part = list(region)
        part[axis], part[axis + 2] = low, high
        middle = [np.mean((box[axis], box[axis + 2])) for box in boxes]
        yield [box for box, at in zip(boxes, middle) if low <= at < high], tuple(part)


def _with_colorbars(ax, renderer):
    """The box of axes with all labels; a colorbar lies in the box of its axes, and they in its."""
    images = [ax._colorbar.mappable.axes] if hasattr(ax, "_colorbar") else []
    return Bbox.union([each.get_tightbbox(renderer) for each in (ax, *images)])
