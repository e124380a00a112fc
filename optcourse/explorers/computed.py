"""Explorers that compute in the page: one pure JAX function, and nothing asked of a kernel.

    compute(**values) -> Frame       sliders as numbers, points (2,), choices as their indices

Python calls it for `result`, `figure` and tests; the page calls what `optcourse.javascript` made of
it, compiled/NAME.mjs, which travels with the package, so that no reader ever compiles. A test
compiles it anew and compares. Without that file, the explorer asks the kernel as others do.

A sentence is a template, "below 1e-6 at step {step:.0f}", whose blanks are facts, and so is a text
that moves: both languages fill it in, and agree on what .0f, .3g and .2f mean.
"""

import string
from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from matplotlib.text import Text

from optcourse import optimizers
from optcourse.experiments.run import Trajectory, run
from optcourse.explorers.artists import set_points
from optcourse.explorers.controls import Choice, Point, Slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.marks import Marks
from optcourse.explorers.picture import Picture
from optcourse.figures import style
from optcourse.javascript import compile_function

COMPILED = Path(__file__).parent / "compiled"
SCALES = ("linear", "log")
# Those whose compiled modules travel with the package.
EXPLORERS = (
    "start_here.descent",
    "saddles.escape_time",
    "flooding.level",
    "two_by_two.two_by_two",
)


class Frame(NamedTuple):
    """What a setting of the controls computes.

    points: for each artist that moves, its points in data coordinates, (n, 2), n always the same; a
    row with a not-a-number parts a line, and hides a text; a text without points stays in its
    place; sentence: the index of the status among the sentences;
    facts: the numbers for their blanks; goals: for each goal whether it is reached.
    """

    points: Mapping
    sentence: jax.Array
    facts: Mapping
    goals: Sequence


class Computation(NamedTuple):
    """How an explorer computes, and what becomes of it.

    name: that of its compiled module, one for each function and each setting that is fixed in it;
    artists: lines, polygons and texts by name; sentences: {kind: template}; goals: what they say;
    words: {name: template} of each text.
    """

    name: str
    compute: Callable
    artists: Mapping[str, Line2D | Polygon | Text]
    sentences: Mapping[str, str]
    goals: Sequence[str]
    words: Mapping[str, str] = {}


class _Minus(string.Formatter):
    """A number below 0 with a minus sign, as the page writes it."""

    def format_field(self, value, spec):
        text = format(value, spec)
        return f"−{text[1:]}" if text.startswith("-") else text


def fill(template: str, facts: Mapping) -> str:
    """The template, its blanks {name:spec} or {name[row]:spec} filled in."""
    return _Minus().vformat(template, (), facts)


@style.house()
def computed_explorer(figure, computation: Computation, controls: Sequence, alt: str) -> Explorer:
    """An explorer of this figure that moves these artists, in the page and in Python alike.

    `result` has the facts, the kind of the sentence, and the goals as booleans.
    """
    compute, artists = jax.jit(computation.compute), computation.artists
    kinds = list(computation.sentences)

    def update(**values):
        frame = compute(**_numbers(controls, values))
        facts = {name: np.asarray(fact).tolist() for name, fact in frame.facts.items()}
        for name, points in frame.points.items():
            _move(artists[name], np.asarray(points))
        for name, template in computation.words.items():
            artists[name].set_text(fill(template, facts))
        kind = kinds[int(frame.sentence)]
        status = fill(computation.sentences[kind], facts)
        return {"status": status, "kind": kind, **facts, "goals": list(map(bool, frame.goals))}

    goals = [
        goal(text, lambda result, i=i: result["goals"][i])
        for i, text in enumerate(computation.goals)
    ]
    explorer = Explorer(Picture(figure, list(artists.values())), update, controls, alt, goals)
    explorer.computation, explorer.compute = (computation, controls), compute
    explorer.program = _program(computation, controls)
    return explorer


def run_chosen(methods: Sequence[str], method, learning_rate, loss, w, steps: int) -> Trajectory:
    """A run of the optimizer whose index among the methods is `method`, a number that is traced."""
    runs = [lambda rate, w, m=m: run(optimizers.ALL[m](rate), loss, w, steps) for m in methods]
    return jax.lax.switch(method, runs, learning_rate, w)


def points_of_chosen(methods: Sequence[str], method, **points) -> dict:
    """For each of `method_lines` its points, if it is the chosen one's; else no place at all."""
    found = {}
    for i, name in enumerate(methods):
        shown = lambda rows, i=i: jnp.where(i == method, rows, jnp.nan)
        found |= {f"{name} {each}": shown(rows) for each, rows in points.items()}
    return found


def compile_computation(computation: Computation, controls: Sequence) -> str:
    """The text of compiled/NAME.mjs: compute(...) takes the controls' numbers in their order."""
    names = [control.name for control in controls]
    start = _start(controls)

    def flat(*values):
        frame = computation.compute(**dict(zip(names, values)))
        points = [frame.points[name] for name in computation.artists if name in frame.points]
        facts = [frame.facts[name] for name in sorted(frame.facts)]
        return *points, frame.sentence, *facts, jnp.stack(frame.goals)

    title = f"{computation.name}: what its Python computes, compiled. Do not edit."
    return compile_function(flat, *(start[name] for name in names), title=title)


def compiled_explorers() -> dict[str, str]:
    """{file: text} of all that compiled/ holds, compiled now."""
    texts = {}
    for name in EXPLORERS:
        module, function = name.split(".")
        explorer = getattr(import_module(f"optcourse.explorers.{module}"), function)()
        computation, controls = explorer.computation
        texts[f"{computation.name}.mjs"] = compile_computation(computation, controls)
    return texts


def _start(controls) -> dict:
    return _numbers(controls, {control.name: control.start for control in controls})


def _numbers(controls, values: dict) -> dict:
    """The values as JAX takes them: an option becomes its index."""
    find = {control.name: control for control in controls}
    as_number = lambda control, value: (
        np.int32(control.position(value)) if isinstance(control, Choice) else _number(value)
    )
    return {name: as_number(find[name], value) for name, value in values.items()}


def _move(artist: Line2D | Polygon | Text, points) -> None:
    if isinstance(artist, Polygon):
        artist.set_xy(points)
    elif isinstance(artist, Text):
        artist.set_visible(bool(np.all(np.isfinite(points))))
        artist.set_position(points[0])
    else:
        set_points(artist, points)


def _number(value):
    return np.int32(value) if isinstance(value, int) else np.asarray(value, np.float32)


def _program(computation: Computation, controls) -> dict:
    """All that the page needs to compute and paint; empty where nothing is compiled."""
    path = COMPILED / f"{computation.name}.mjs"
    if not path.exists():
        return {}
    start = _start(controls)
    frame = jax.eval_shape(computation.compute, **start)
    artists = computation.artists
    order = sorted(artists, key=lambda name: artists[name].get_zorder())
    return {
        "module": path.read_text(encoding="utf-8"),
        "controls": [_page_control(control) for control in controls],
        "artists": [name for name in artists if name in frame.points],
        "painted": [{"artist": name, **_looks(artists[name])} for name in order],
        "words": dict(computation.words),
        "facts": sorted(frame.facts),
        "sentences": list(computation.sentences.values()),
    }


def _page_control(control: Slider | Choice | Point) -> dict:
    """How a position becomes numbers."""
    if isinstance(control, Slider):
        return {"name": control.name, "grid": [float(value) for value in control.grid]}
    if isinstance(control, Choice):
        return {"name": control.name, "grid": list(range(len(control.options)))}
    return {"name": control.name, "axes": _axes(control.axes)}


def _looks(artist: Line2D | Polygon | Text) -> dict:
    """The marks of an artist without its points, and the axes that turn data into pixels."""
    marks = Marks(artist.get_figure(root=True))
    with _shown(artist):
        marks.add(artist)
    return {"marks": [{**mark, "span": None} for mark in marks.list], "axes": _axes(artist.axes)}


@contextmanager
def _shown(artist):
    """A text that says nothing now would have no mark."""
    if not isinstance(artist, Text):
        yield
        return
    visible, words, place = artist.get_visible(), artist.get_text(), artist.get_position()
    artist.set(visible=True, text="x", position=np.nan_to_num(place))
    yield
    artist.set(visible=visible, text=words, position=place)


def _axes(ax) -> dict:
    """Pixels from the top left = at + per * scale(data), for x and for y."""
    height, axes = ax.get_figure(root=True).bbox.height, {}
    for i, (name, scale) in enumerate((("x", ax.get_xscale()), ("y", ax.get_yscale()))):
        if scale not in SCALES:
            raise ValueError(f"the {name} axis is {scale}: an explorer's page has {SCALES}")
        units = np.array([[1.0, 1.0], [10.0, 10.0]])
        low, high = ax.transData.transform(units)[:, i]
        if name == "y":
            low, high = height - low, height - high
        per = (high - low) / (1 if scale == "log" else 9)
        at = low if scale == "log" else low - per
        axes[name] = {"at": float(at), "per": float(per), "log": scale == "log"}
    return axes


def write_compiled() -> None:
    """Write compiled/ anew: each module of `compiled_explorers`, and no other."""
    texts = compiled_explorers()
    for path in COMPILED.glob("*.mjs"):
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        (COMPILED / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_compiled()
