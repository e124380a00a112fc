"""What a page needs to compute and paint an explorer: its module, and all that Python knows of it.

    controls   how a position becomes the numbers that `compute` takes
    scenes     one for each still picture: every artist's marks without its points, and its axes
    the rest   sentences, words and goals: templates for the facts; names of rows of results

The page multiplies positions and data by what stands here; it knows nothing of matplotlib.
"""

import base64
import itertools
from contextlib import contextmanager

import numpy as np
from matplotlib.colors import LogNorm, Normalize
from matplotlib.image import AxesImage
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from matplotlib.text import Text

from optcourse.explorers import front
from optcourse.explorers.controls import Choice, Point, Slider
from optcourse.explorers.marks import Marks, orientation
from optcourse.explorers.picture import Picture

SCALES = ("linear", "log")
MAX_SCENES = 12  # still pictures that travel with a page

Artist = Line2D | Polygon | Text | AxesImage


def page_program(computation, controls, picture: Picture, module: str, frame) -> dict:
    """The program of a page. module: the text of its ES module; frame: the shapes of a Frame."""
    artists = computation.artists
    return {
        "module": front.bare(module),
        "controls": [_page_control(control) for control in controls],
        "redraws": [control.name for control in controls if control.redraws],
        "scenes": [_scene(computation, controls) for _ in each_scene(controls, picture)],
        "artists": [name for name in artists if name in frame.points],
        "words": dict(computation.words),
        "names": {name: list(words) for name, words in computation.names.items()},
        "facts": sorted(frame.facts),
        "sentences": list(computation.sentences.values()),
        "goals": list(computation.goals),
    }


def each_scene(controls, picture: Picture):
    """Draw the still part for each combination of the controls that redraw, one after the other."""
    redrawing = [control for control in controls if control.redraws]
    values = [c.options if isinstance(c, Choice) else c.grid for c in redrawing]
    combinations = list(itertools.product(*values))
    if len(combinations) > MAX_SCENES:
        names = ", ".join(control.name for control in redrawing)
        raise ValueError(
            f"{len(combinations)} still pictures for {names}: at most {MAX_SCENES} travel with a "
            "page; let artists move instead"
        )
    before = picture.drawn_for
    for combination in combinations:
        picture.draw_still({c.name: value for c, value in zip(redrawing, combination)})
        yield combination
    if before is not None:
        picture.draw_still(before)


def _page_control(control: Slider | Choice | Point) -> dict:
    if isinstance(control, Slider):
        return {"name": control.name, "grid": [float(value) for value in control.grid]}
    if isinstance(control, Choice):
        return {"name": control.name, "grid": list(range(len(control.options)))}
    return {"name": control.name}


def _scene(computation, controls) -> dict:
    """How all is painted over the still picture that stands now, in the order of its depth."""
    artists = computation.artists
    order = sorted(artists, key=lambda name: artists[name].get_zorder())
    points = [control for control in controls if isinstance(control, Point)]
    run = lambda name: {"run": True} if name in computation.runs else {}
    return {
        "points": {control.name: _axes(control.axes) for control in points},
        "painted": [{"artist": name, **run(name), **_look(artists[name])} for name in order],
    }


def _look(artist: Artist) -> dict:
    """The marks of an artist without its points, and the axes that turn data into pixels."""
    marks = Marks(artist.get_figure(root=True))
    with _shown(artist):
        marks.add(artist)
    if isinstance(artist, AxesImage):
        return {"marks": marks.list, "colors": _colors(artist)}
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


def _colors(image: AxesImage) -> dict:
    """The colors of an image's numbers from low to high, then those of under, over and bad."""
    if type(image.norm) not in (Normalize, LogNorm):
        kind = type(image.norm).__name__
        raise ValueError(f"an image's norm is a {kind}: an explorer's page has Normalize, LogNorm")
    within, beyond = np.arange(image.cmap.N), [-1.0, 2.0, np.nan]
    look = {"alpha": image.get_alpha(), "bytes": True}
    table = np.vstack([image.cmap(numbers, **look) for numbers in (within, beyond)])
    upright, mirrored = orientation(image)
    return {
        "table": base64.b64encode(table.tobytes()).decode(),
        "low": float(image.norm.vmin),
        "high": float(image.norm.vmax),
        "log": isinstance(image.norm, LogNorm),
        "upright": upright,
        "mirrored": mirrored,
    }


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
        axes[name] = {"at": _short(at), "per": _short(per), "log": scale == "log"}
    return axes


def _short(number) -> float:
    """Nine digits: a page has such numbers by the hundred."""
    return float(f"{number:.9g}")
