"""What the hand can move: sliders, choices and points.

A control translates between the browser's positions and the values that `update` receives:

    slider   position = index into its grid of values (linear, logarithmic, whole numbers, any)
    choice   position = index into its options
    point    position = [x, y] in figure pixels, from the top left; value = (x, y) of its Axes

The browser only ever sees positions and ready-made texts: it knows nothing of units.
"""

from collections.abc import Sequence
from typing import NamedTuple

import jax
import numpy as np
from matplotlib.axes import Axes

Strings = Sequence[str] | np.ndarray
Coordinates = Sequence | np.ndarray | jax.Array


class Slider(NamedTuple):
    """A slider of an explorer: `update` receives one of the numbers in `grid`; made by `slider`."""

    name: str
    grid: Sequence
    start: float
    label: str
    plays: bool
    redraws: bool

    def value(self, position):
        return self.grid[int(np.clip(position, 0, len(self.grid) - 1))]

    def position(self, value) -> int:
        return int(np.argmin(np.abs(np.asarray(self.grid) - value)))

    def text(self, value) -> str:
        value = np.asarray(value).item()
        if abs(value) < 1e-12 * np.min(np.abs(np.diff(self.grid))):
            value = 0  # a grid of floats passes 0 at 1e-17
        return (f"{value}" if isinstance(value, int) else f"{value:.4g}").replace("-", "−")

    def describe(self) -> dict:
        texts = [self.text(value) for value in self.grid]
        return {
            "kind": "slider",
            "name": self.name,
            "label": self.label,
            "texts": texts,
            "plays": self.plays,
            "start": self.position(self.start),
        }

    def extremes(self) -> list:
        return [self.grid[0], self.start, self.grid[-1]]

    def sample_positions(self, count) -> list[int]:
        """`count` positions over the grid, with both ends and the start; for 1, the start alone."""
        if count < 2:
            return [self.position(self.start)]
        spread = np.linspace(0, len(self.grid) - 1, count).round().astype(int)
        return sorted({*spread.tolist(), self.position(self.start)})


class Choice(NamedTuple):
    """A menu of an explorer: `update` receives one of the `options`; made by `choice`."""

    name: str
    options: Sequence[str]
    start: str
    label: str
    redraws: bool

    def value(self, position) -> str:
        return self.options[int(np.clip(position, 0, len(self.options) - 1))]

    def position(self, value) -> int:
        return list(self.options).index(value)

    def text(self, value) -> str:
        return value

    def describe(self) -> dict:
        return {
            "kind": "choice",
            "name": self.name,
            "label": self.label,
            "texts": list(self.options),
            "start": self.position(self.start),
        }

    def extremes(self) -> list:
        return list(self.options)

    def sample_positions(self, count) -> list[int]:
        """Every option; for 1, the start alone."""
        return [self.position(self.start)] if count < 2 else list(range(len(self.options)))


class Point(NamedTuple):
    """A point of an explorer to drag in its Axes: `update` receives its (x, y); made by `point`."""

    name: str
    axes: Axes
    start: np.ndarray
    label: str
    redraws: bool = False

    def value(self, position) -> np.ndarray:
        """Data coordinates, kept inside the Axes."""
        left, top, right, bottom = self.box()
        x, y = np.clip(np.asarray(position, float), (left, top), (right, bottom))
        inverse = self.axes.transData.inverted()
        return inverse.transform((x, self._height() - y))

    def position(self, value) -> list[float]:
        x, y = self.axes.transData.transform(np.asarray(value, float))
        return [round(float(x), 2), round(float(self._height() - y), 2)]

    def text(self, value) -> str:
        """(x, y); a coordinate less than a tenth of a pixel from 0 is 0."""
        x, y = value
        pixels = self.axes.transData.transform([(x, y), (0, y), (x, 0)])
        far = np.abs(pixels[0] - pixels[1:]).max(axis=1) >= 0.1
        words = (f"{coordinate if is_far else 0:.3g}" for coordinate, is_far in zip(value, far))
        return f"({', '.join(words)})".replace("-", "−")

    def describe(self) -> dict:
        x, y = self.position(self.start)
        left, top, right, bottom = self.box()
        if not (left - 1 <= x <= right + 1 and top - 1 <= y <= bottom + 1):
            limits = (*self.axes.get_xlim(), *self.axes.get_ylim())
            remedy = "choose x from {:g} to {:g} and y from {:g} to {:g}".format(*limits)
            where = f"point {self.name!r} starts at {self.start}, outside its axes"
            raise ValueError(f"{where}: {remedy}")
        return {
            "kind": "point",
            "name": self.name,
            "label": self.label,
            "box": self.box(),
            "start": [x, y],
        }

    def extremes(self) -> list:
        left, top, right, bottom = self.box()
        return [self.value((left, bottom)), self.start, self.value((right, top))]

    def sample_positions(self, count) -> list[list[float]]:
        """A count x count grid of pixels over the Axes, and the start."""
        positions = [self.position(self.start)]
        if count < 2:
            return positions
        left, top, right, bottom = self.box()
        for x in np.linspace(left, right, count):
            for y in np.linspace(top, bottom, count):
                positions.append([round(float(x), 2), round(float(y), 2)])
        return positions

    def box(self) -> list[float]:
        """The Axes in figure pixels: left, top, right, bottom."""
        x0, y0, x1, y1 = self.axes.bbox.extents
        return [round(float(v), 2) for v in (x0, self._height() - y1, x1, self._height() - y0)]

    def _height(self) -> float:
        return self.axes.get_figure(root=True).bbox.height


def slider(
    name: str, values, start, label: str | None = None, plays=False, redraws=False
) -> Slider:
    """A slider over at least two `values`: np.linspace(...), np.geomspace(...) or range(...).

    They may have any dtype, and `update` receives Python's own numbers. start: a number in their
    range; it joins the values if it is not among them. plays: it has a button that runs through
    the values. redraws: moving it changes the still part of the picture, so `still` receives it.
    """
    grid = np.asarray(values).tolist()  # one type throughout: [0, 0.5] becomes [0.0, 0.5]
    if len(grid) < 2 or not np.all(np.isfinite(grid)):
        raise ValueError(f"slider {name!r} has the values {grid}: give at least two finite numbers")
    start = _round_start(start, grid, np.asarray(values).dtype)
    if not min(grid) <= start <= max(grid):
        remedy = f"choose a value from {min(grid)} to {max(grid)}"
        raise ValueError(f"slider {name!r} starts at {start}: {remedy}")
    # One type throughout: a function compiled for floats should not meet an int.
    number = type(grid[0])
    start = number(start) if number(start) == start else start
    label = label or name.replace("_", " ")
    return Slider(name, _insert_start(grid, start), start, label, plays, redraws)


def _round_start(start, grid: list, dtype):
    """start as a Python number in the grid's precision; an end, if rounding puts it beyond one."""
    start = np.asarray(start).item()
    if isinstance(grid[0], float):
        start = np.asarray(start, dtype).item()
    inside = min(max(start, min(grid)), max(grid))
    return inside if abs(inside - start) <= 1e-6 * (max(grid) - min(grid)) else start


def _insert_start(grid: list, start) -> list:
    """The grid with exactly the start in it: `update` receives what the handle shows at first."""
    distances = np.abs(np.subtract(grid, start))
    nearest, next_nearest = np.argsort(distances, kind="stable")[:2]
    if distances[nearest] > 1e-6 * distances[next_nearest]:
        return sorted([*grid, start], reverse=grid[0] > grid[-1])
    return [*grid[:nearest], start, *grid[nearest + 1 :]]


def choice(
    name: str, options: Strings, start: str, label: str | None = None, redraws=False
) -> Choice:
    """A choice among named options. redraws: as for a slider."""
    if start not in options:
        known = ", ".join(map(repr, options))
        raise ValueError(f"choice {name!r} starts at {start!r}: choose one of {known}")
    return Choice(name, list(options), start, label or name.replace("_", " "), redraws)


def point(name: str, axes: Axes, start: Coordinates, label: str | None = None) -> Point:
    """A point to drag in `axes`, or to move by the arrow keys; `update` receives an array (2,)."""
    if not np.all(np.isfinite(start)):
        raise ValueError(f"point {name!r} starts at {start}: give two finite numbers")
    return Point(name, axes, np.array(start, float), label or name.replace("_", " "))
