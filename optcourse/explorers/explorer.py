"""The explorer: a matplotlib figure that follows the hand.

The author writes ordinary matplotlib: a Figure, the artists that move, and `update(**values)`, which computes, calls
`set_data` and returns a dictionary of numbers with a "status" in words. The engine renders the still part once, as a
PNG; while a control moves, only the moving artists travel, as pixels (see `marks`), and `explorer.js` paints them.

    browser -> kernel   {"move": id, "positions": {name: position}}     at most two under way, the newest wins
    kernel -> browser   frame: marks, status, goals, texts; and a new picture when a control redraws it

Three homes: live in a notebook, a still PNG where no widget runs, and kernel-free (`bake`, then `to_html`).
"""

import base64
import itertools
import pathlib
import sys
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import anywidget
import numpy as np
import traitlets
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from optcourse.explorers.controls import Point, Slider
from optcourse.explorers.marks import Marks
from optcourse.figures import style
from optcourse.figures.picture import png

HERE = pathlib.Path(__file__).parent
DPI = 100  # one figure pixel is one CSS pixel: a 7 inch figure is 700 pixels wide
MAX_FRAMES, MAX_BYTES = 4000, 20_000_000  # a larger table would not fit a notebook or a page


class Goal(NamedTuple):
    """Words for the learner, and a test of update's result."""

    words: str
    reached: Callable


def goal(words: str, reached: Callable) -> Goal:
    """A goal to reach: goal("reach loss 1e-6", lambda result: result["loss"] < 1e-6)."""
    return Goal(words, reached)


class Explorer(anywidget.AnyWidget):
    """A figure, what moves in it, and the controls that move it.

    figure: a matplotlib Figure (no pyplot), made in `style.house()`; controls: slider, choice, point; moving: the
    artists `update` changes. update(**values) -> dict with a "status" sentence. alt: what the picture shows, in a
    sentence, for those who cannot see it and for where no picture is shown.
    """

    _esm = HERE / "explorer.js"
    _css = HERE / "explorer.css"
    size = traitlets.List().tag(sync=True)
    alt = traitlets.Unicode().tag(sync=True)
    controls = traitlets.List().tag(sync=True)
    goals = traitlets.List().tag(sync=True)
    background = traitlets.Bytes().tag(sync=True)
    frame = traitlets.Dict().tag(sync=True)
    baked = traitlets.Dict().tag(sync=True)

    @style.house()
    def __init__(
        self,
        figure: Figure,
        update: Callable,
        controls: Sequence,
        moving: Sequence,
        alt: str,
        goals=(),
    ):
        super().__init__()
        if len(alt) < 20:
            raise ValueError(
                f"alt = {alt!r}: say in a sentence what the picture shows (20 characters at least)"
            )
        self._figure, self._update, self._moving, self._goals = (
            figure,
            update,
            list(moving),
            list(goals),
        )
        self._controls = {control.name: control for control in controls}
        if len(self._controls) < len(controls):
            raise ValueError(
                f"two controls share a name: {', '.join(control.name for control in controls)}"
            )
        self._ratio = 1.0
        figure.set_dpi(DPI)
        FigureCanvasAgg(figure)
        for artist in self._moving:
            artist.set_in_layout(False)
        self.result()
        figure.canvas.draw()  # settles the layout; from here on nothing may shift
        figure.set_layout_engine("none")
        self.alt, self.size = alt, [round(figure.bbox.width), round(figure.bbox.height)]
        self.controls = [control.describe() for control in controls]
        self.goals = [g.words for g in goals]
        self.frame = self._frame(self.start)
        self._redraw(self.frame["positions"])
        self.on_msg(self._receive)

    @property
    def start(self) -> dict:
        """Where the controls stand at first: {name: value}."""
        return {name: control.start for name, control in self._controls.items()}

    @style.house()
    def result(self, **values) -> dict:
        """The numbers `update` returns at these values (the others at their start), without a browser."""
        self._known(values)
        values = {**self.start, **{name: self._own(name, value) for name, value in values.items()}}
        self._background_for = None  # while `update` changes it, and wherever it stops
        result = self._update(**values)
        self._background_for = self._still(values)
        if not isinstance(result, dict) or not result.get("status"):
            raise TypeError(
                f"update returned {result!r}: it must return a dictionary with a sentence under 'status'"
            )
        return result

    def figure(self, **values) -> Figure:
        """The matplotlib figure at these values, moving artists included: to look at, test or save."""
        self.result(**values)
        return self._figure

    def png(self, **values) -> bytes:
        """The same figure as a PNG at 100 dpi."""
        self.figure(**values)
        return self._png()

    def extremes(self) -> list[dict]:
        """Each control at its minimum, start and maximum (a choice: every option), the others at their start."""
        return [
            {**self.start, name: value}
            for name, c in self._controls.items()
            for value in c.extremes()
        ]

    def goals_reached(self, **values) -> list[bool]:
        """Which goals these values reach."""
        result = self.result(**values)
        return [bool(g.reached(result)) for g in self._goals]

    @style.house()
    def bake(self, **counts) -> "Explorer":
        """Tabulate the frames on a grid of control positions, so that they play with no kernel; returns the explorer.

        counts: how many positions for a control (a point: per side); default 41 for sliders, 1 for points.
        """
        self._known(counts)
        axes = {}
        for name, control in self._controls.items():
            default = 1 if control.describe()["kind"] == "point" else 41
            axes[name] = control.table(counts.get(name, default))
        grid = list(itertools.product(*axes.values()))
        if len(grid) > MAX_FRAMES:
            raise ValueError(
                f"{len(grid)} frames to bake: lower the counts to at most {MAX_FRAMES} combinations"
            )
        frames, stills = [], {}  # a still picture is the same for many frames
        for positions in grid:
            values = self._values(dict(zip(axes, positions)))
            frames.append(self._frame(values))
            if still := tuple(self._still(values).values()):
                stills[still] = stills.get(still) or self._png(still=True)
                frames[-1]["background"] = list(stills).index(still)
        backgrounds = list(stills.values())
        size = sum(len(f["points"]) + sum(map(len, f["images"])) for f in frames) + sum(
            map(len, backgrounds)
        )
        if size > MAX_BYTES:
            raise ValueError(
                f"{size // 10**6} MB to bake: lower the counts to at most {MAX_BYTES // 10**6} MB"
            )
        self.baked = {"axes": axes, "frames": frames, "backgrounds": backgrounds}
        self.result()
        return self

    def to_html(self, path) -> pathlib.Path:
        """Write a self-contained page that plays the baked frames with no kernel (baking them first if need be)."""
        from optcourse.explorers.page import write_page

        return write_page(self if self.baked else self.bake(), pathlib.Path(path))

    def close(self):
        """Let go of the figure and the frames: the widget keeps its last picture, but no longer answers."""
        super().close()
        self._figure, self._update, self._moving, self._goals = None, _raise_closed, [], []
        self._controls = {}  # a point holds its Axes, and so the figure
        self.frame, self.baked, self.background = {}, {}, b""

    def _known(self, names) -> None:
        if unknown := set(names) - set(self._controls):
            raise TypeError(
                f"no control called {', '.join(sorted(unknown))}; there are {', '.join(self._controls)}"
            )

    def _own(self, name: str, value):
        """The control's own value where this differs by its type alone: 64 for np.int64(64), 0.1 for np.float32."""
        control = self._controls[name]
        if isinstance(value, str):
            return str(value)
        if not isinstance(control, Slider):
            return value
        own = control.value(control.position(value))
        return own if np.isclose(own, float(value), rtol=1e-6, atol=0) else value

    def _values(self, positions: dict) -> dict:
        """The values at these positions. A point is measured in axes that another control may have to redraw first."""
        points = [name for name in positions if isinstance(self._controls[name], Point)]
        values = {
            name: self._controls[name].value(positions[name])
            for name in positions
            if name not in points
        }
        values = {**self.start, **values}
        if points and self._still(values) != self._background_for:
            self.result(**values)
        return {**values, **{name: self._controls[name].value(positions[name]) for name in points}}

    def _still(self, values: dict) -> dict:
        """Of the values, those on which the still part of the picture depends."""
        return {name: value for name, value in values.items() if self._controls[name].redraws}

    @style.house()
    def _frame(self, values: dict) -> dict:
        """One frame for the browser: everything that changes when a control moves."""
        result = self.result(**values)
        marks = Marks(self._figure)
        for artist in sorted(self._moving, key=lambda artist: artist.get_zorder()):
            marks.add(artist)
        return {
            "positions": {
                name: self._controls[name].position(value) for name, value in values.items()
            },
            "texts": {name: self._controls[name].text(value) for name, value in values.items()},
            "status": result["status"],
            "reached": [bool(g.reached(result)) for g in self._goals],
            "marks": marks.list,
            "points": marks.points(),
            "images": marks.images,
        }

    @style.house()
    def _png(self, still=False, palette=True) -> bytes:
        """The figure as a PNG; `still`: without the artists that move, at the resolution the browser asked for."""
        with _hidden(self._moving if still else ()):
            return png(self._figure, DPI * (self._ratio if still else 1.0), palette)

    @style.house()
    def _receive(self, _widget, message: dict, _buffers) -> None:
        """A message from the browser: `hello` (a view with its pixel ratio) or `move` (controls at new positions)."""
        if "hello" in message and message["hello"] > self._ratio:
            self._ratio = min(float(message["hello"]), 3.0)
            self.result(
                **self._values(self._drawn)
            )  # someone may have asked for figure(...) meanwhile
            self._redraw(self._drawn)
        elif "move" in message:
            self._move(message["move"], message["positions"])

    def _move(self, identity, positions: dict) -> None:
        try:
            frame = self._frame(self._values(positions))
            same = self._still(frame["positions"]) == self._still(self._drawn)
            still = (
                None if same else self._png(still=True, palette=False)
            )  # in a drag speed matters, not size
        except Exception as error:  # whatever the author's code raises must not freeze the widget
            words = f"This setting failed: {type(error).__name__}: {error}"
            self.frame = {
                **self.frame,
                "id": identity,
                "positions": positions,
                "status": words,
                "failed": True,
            }
            return
        with self.hold_sync():  # a new picture and its marks travel together
            if still is not None:
                self._drawn, self.background = frame["positions"], still
            self.frame = {**frame, "id": identity}

    def _redraw(self, positions: dict) -> None:
        self._drawn = dict(positions)
        self.background = self._png(still=True)

    def _repr_mimebundle_(self, **kwargs):
        """The widget, and for wherever no widget runs the picture and its description."""
        _close_earlier_display(self)
        data, metadata = super()._repr_mimebundle_(**kwargs)
        self.result()
        data |= {"image/png": base64.b64encode(self._png()).decode(), "text/plain": self.alt}
        return data, {**metadata, "image/png": {"alt": self.alt, "width": self.size[0]}}


def _raise_closed(**values):
    raise RuntimeError("this explorer is closed: run its cell again")


_DISPLAYED = {}  # cell id -> (id of its last execution, explorers it shows)


def _close_earlier_display(explorer: Explorer) -> None:
    """Running a cell again closes what its last run showed: otherwise every run would leave a figure in memory."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    parent = shell.get_parent() if hasattr(shell, "get_parent") else {}
    cell = parent.get("metadata", {}).get("cellId")
    if cell is None:
        return
    execution = parent["header"]["msg_id"]
    last, shown = _DISPLAYED.get(cell, (None, []))
    if last != execution:
        for earlier in shown:
            if earlier is not explorer:
                earlier.close()
        shown = []
    _DISPLAYED[cell] = (execution, [*shown, explorer])


@contextmanager
def _hidden(artists):
    visible = [artist.get_visible() for artist in artists]
    for artist in artists:
        artist.set_visible(False)
    try:
        yield
    finally:
        for artist, was in zip(artists, visible):
            artist.set_visible(was)
