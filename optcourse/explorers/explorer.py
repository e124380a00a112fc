"""The explorer: a matplotlib figure that follows the hand.

The author writes ordinary matplotlib: a Picture, which is a Figure, the artists that move, and
`still(...)`, which draws anew what a control redraws; and `update(**values)`, which computes,
calls `set_data` and returns a dictionary of numbers with a "status" in words. The still part is
rendered once, as a PNG; only the moving artists travel (`marks`), and `front` paints them.

    browser -> kernel   {"move": id, "positions": {name: position}}: at most two, the newest wins
    kernel -> browser   frame: marks, status, goals, texts; a new picture when a control redraws it

Three homes: live in a notebook, a still PNG where nothing runs, and kernel-free, as HTML that
carries itself (`page`): what computes in the page (`computed`), and what was baked.
"""

import base64
import itertools
import pathlib
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

import anywidget
import numpy as np
import traitlets
from matplotlib.figure import Figure

from optcourse.explorers import front
from optcourse.explorers.controls import Point, Slider
from optcourse.explorers.marks import Marks
from optcourse.explorers.page import fragment, write_page
from optcourse.explorers.picture import Picture
from optcourse.explorers.sentences import fill
from optcourse.figures import style

MAX_FRAMES, MAX_BYTES = 4000, 20_000_000  # a larger table would not fit a notebook or a page


class Goal(NamedTuple):
    """A sentence for the learner, its blanks filled by update's result, and a test of that."""

    text: str
    reached: Callable


def goal(text: str, reached: Callable) -> Goal:
    """A goal: goal("reach loss 1e-6 (now {loss:.1g})", lambda result: result["loss"] < 1e-6)."""
    return Goal(text, reached)


class Explorer(anywidget.AnyWidget):
    """A figure, what moves in it, and the controls that move it.

    picture: a Picture made in `style.house()`; controls: slider, choice, point. update(**values) ->
    dict with a "status" sentence: it moves the artists of the picture. alt: what the picture shows,
    in a sentence, for those who cannot see it and for where no picture is shown.
    """

    _esm, _css = front.SCRIPT, front.STYLE
    runs = ()  # artists that are drawn step by step on arrival, and left as a ghost by the next
    size, panels = traitlets.List().tag(sync=True), traitlets.List().tag(sync=True)
    alt = traitlets.Unicode().tag(sync=True)
    controls = traitlets.List().tag(sync=True)
    goals = traitlets.List().tag(sync=True)
    background = traitlets.Bytes().tag(sync=True)
    frame = traitlets.Dict().tag(sync=True)
    baked = traitlets.Dict().tag(sync=True)

    @style.house()
    def __init__(self, picture: Picture, update: Callable, controls: Sequence, alt: str, goals=()):
        super().__init__()
        if len(alt) < 20:
            wanted = "say in a sentence what the picture shows (20 characters at least)"
            raise ValueError(f"alt = {alt!r}: {wanted}")
        self._picture, self._update, self._goals, self._ratio = picture, update, list(goals), 1.0
        self._controls = {control.name: control for control in controls}
        if len(self._controls) < len(controls):
            names = ", ".join(control.name for control in controls)
            raise ValueError(f"two controls share a name: {names}")
        if picture.still is None and (redrawing := ", ".join(self._still_values(self._controls))):
            raise ValueError(f"give the picture a function `still`, which draws for: {redrawing}")
        self.result()
        self.size, self.panels = picture.settle()
        self.alt = alt
        self.controls = [control.describe() for control in controls]
        self.frame = self._frame(self.start)
        self.goals = self.frame["goals"]
        self._set_background(picture.png(moving=False))
        self.on_msg(self._receive)

    @property
    def start(self) -> dict:
        """Where the controls stand at first: {name: value}."""
        return {name: control.start for name, control in self._controls.items()}

    @style.house()
    def result(self, **values) -> dict:
        """Move the artists to these values (the others at their start): the numbers of `update`."""
        if self._picture is None:
            raise RuntimeError("this explorer is closed: run its cell again")
        self._check_names(values)
        given = {name: self._control_value(name, value) for name, value in values.items()}
        values = {**self.start, **given}
        self._picture.draw_still(self._still_values(values))
        result = self._update(**values)
        if not isinstance(result, dict) or not result.get("status"):
            wanted = "it must return a dictionary with a sentence under 'status'"
            raise TypeError(f"update returned {result!r}: {wanted}")
        return result

    def figure(self, **values) -> Figure:
        """The matplotlib figure at these values, moving artists included: to look at or save."""
        self.result(**values)
        return self._picture.figure

    def png(self, **values) -> bytes:
        """The same figure as a PNG at 100 dpi."""
        self.result(**values)
        return self._picture.png()

    def extremes(self) -> list[dict]:
        """Each control at its minimum, start and maximum (or every option), the others at start."""
        start, controls = self.start, self._controls.items()
        return [{**start, name: value} for name, c in controls for value in c.extremes()]

    def goals_reached(self, **values) -> list[bool]:
        """Which goals these values reach."""
        return self._reached(self.result(**values))

    @style.house()
    def bake(self, **counts) -> "Explorer":
        """Tabulate the frames on a grid of positions: they play with no kernel. Returns itself.

        counts: how many positions of a control (of a point: per side); by default 41 for a slider,
        all options of a choice, 1 for a point.
        """
        self._check_names(counts)
        axes = {}
        for name, control in self._controls.items():
            default = 1 if isinstance(control, Point) else 41
            axes[name] = control.sample_positions(counts.get(name, default))
        grid = list(itertools.product(*axes.values()))
        if len(grid) > MAX_FRAMES:
            remedy = f"lower the counts to at most {MAX_FRAMES} combinations"
            raise ValueError(f"{len(grid)} frames to bake: {remedy}")
        frames, backgrounds = [], {}  # a background is the same for many frames
        for positions in grid:
            values = self._values(dict(zip(axes, positions)))
            frames.append(self._frame(values))
            if key := tuple(self._still_values(values).values()):
                if key not in backgrounds:
                    backgrounds[key] = self._picture.png(self._ratio, moving=False)
                frames[-1]["background"] = list(backgrounds).index(key)
        size = sum(len(each) for each in backgrounds.values())
        size += sum(len(frame["points"]) + sum(map(len, frame["images"])) for frame in frames)
        if size > MAX_BYTES:
            remedy = f"lower the counts to at most {MAX_BYTES // 10**6} MB"
            raise ValueError(f"{size // 10**6} MB to bake: {remedy}")
        self.baked = {"axes": axes, "frames": frames, "backgrounds": list(backgrounds.values())}
        self.result()
        return self

    @property
    def program(self) -> dict:
        """What the page computes itself, of which a kernel's explorer has nothing (`computed`)."""
        return {}

    @property
    def carries_itself(self) -> bool:
        """Whether it needs no kernel: all that the controls reach is baked."""
        counts = {each["name"]: len(each.get("texts", ())) for each in self.controls}
        axes = self.baked.get("axes", {})
        return bool(axes) and all(len(axes[name]) == count for name, count in counts.items())

    def to_html(self, path) -> pathlib.Path:
        """Write a self-contained page: it computes, or plays the baked frames, with no kernel."""
        ready = self if self.baked or self.program else self.bake()
        return write_page(ready, pathlib.Path(path))

    def close(self):
        """Release figure and frames: the widget keeps its last picture, but no longer answers."""
        super().close()
        self._picture, self._update, self._goals = None, None, []
        self._controls = {}  # a point holds its Axes, and so the figure
        self.frame, self.baked, self.background = {}, {}, b""

    def _check_names(self, names) -> None:
        if unknown := set(names) - set(self._controls):
            known = ", ".join(self._controls)
            raise TypeError(f"no control called {', '.join(sorted(unknown))}; there are {known}")

    def _control_value(self, name: str, value):
        """The control's own value, if this differs by its type alone: 64 for np.int64(64)."""
        control = self._controls[name]
        if isinstance(value, str):
            return str(value)
        if not isinstance(control, Slider):
            return value
        own = control.value(control.position(value))
        return own if np.isclose(own, float(value), rtol=1e-6, atol=0) else value

    def _values(self, positions: dict) -> dict:
        """The values at these positions; a point is measured in axes that may be redrawn first."""
        controls = self._controls
        points = [name for name in positions if isinstance(controls[name], Point)]
        others = [name for name in positions if name not in points]
        values = {**self.start, **{name: controls[name].value(positions[name]) for name in others}}
        self._picture.draw_still(self._still_values(values))
        return {**values, **{name: controls[name].value(positions[name]) for name in points}}

    def _still_values(self, values: dict) -> dict:
        """The values of those controls that redraw: on these the still part depends."""
        return {name: values[name] for name, control in self._controls.items() if control.redraws}

    def _reached(self, result: dict) -> list[bool]:
        return [bool(each.reached(result)) for each in self._goals]

    @style.house()
    def _frame(self, values: dict) -> dict:
        """One frame for the browser: everything that changes when a control moves."""
        result = self.result(**values)
        marks = Marks(self._picture.figure)
        for artist in sorted(self._picture.moving, key=lambda artist: artist.get_zorder()):
            marks.add(artist, run=artist in self.runs)
        controls = [(name, self._controls[name], value) for name, value in values.items()]
        return {
            "positions": {name: control.position(value) for name, control, value in controls},
            "texts": {name: control.text(value) for name, control, value in controls},
            "status": result["status"],
            "reached": self._reached(result),
            "goals": [fill(each.text, result) for each in self._goals],
            "marks": marks.list,
            "points": marks.points(),
            "images": marks.images,
        }

    @style.house()
    def _receive(self, _widget, message: dict, _buffers) -> None:
        """From the browser: `hello` (a view, its pixel ratio) or `move` (controls' positions)."""
        if "hello" in message and message["hello"] > self._ratio:
            self._ratio = min(float(message["hello"]), 3.0)
            # Someone may have asked for figure(...) meanwhile.
            self._picture.draw_still(self._background_values)
            self._set_background(self._picture.png(self._ratio, moving=False))
        elif "move" in message:
            self._move(message["move"], message["positions"])

    def _move(self, identity, positions: dict) -> None:
        picture, background = self._picture, None
        try:
            frame = self._frame(self._values(positions))
            if picture.drawn_for != self._background_values:
                # In a drag speed matters, not size.
                background = picture.png(self._ratio, moving=False, palette=False)
        except Exception as error:  # whatever the author's code raises must not freeze the widget
            status = f"This setting failed: {type(error).__name__}: {error}"
            failed = {"id": identity, "positions": positions, "status": status, "failed": True}
            self.frame = {**self.frame, **failed}
            return
        with self.hold_sync():  # a new picture and its marks travel together
            if background is not None:
                self._set_background(background)
            self.frame = {**frame, "id": identity}

    def _set_background(self, background: bytes) -> None:
        """What the browser has from now on; drawn for other values than the figure, at times."""
        self._background_values, self.background = self._picture.drawn_for, background

    def _repr_mimebundle_(self, **kwargs):
        """Itself as HTML if it needs no kernel, else the widget; and the picture with its words."""
        _close_earlier_display(self)
        if self.carries_itself:
            data, metadata = {"text/html": fragment(self)}, {}
            anywidget.AnyWidget.close(self)  # the browser has all it needs
        else:
            data, metadata = super()._repr_mimebundle_(**kwargs)
        data |= {"image/png": base64.b64encode(self.png()).decode(), "text/plain": self.alt}
        about = {"image/png": {"alt": self.alt, "width": self.size[0]}, "optcourse": "explorer"}
        return data, {**metadata, **about}


_DISPLAYED = {}  # cell id -> (id of its last execution, explorers it shows)


def _close_earlier_display(explorer: Explorer) -> None:
    """Close what the last run of this cell showed: every run would leave a figure in memory."""
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
