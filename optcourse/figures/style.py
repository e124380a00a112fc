"""The visual language of the course: in every lesson a thing has the same color, line and marker.

start     a white circle        minimum   a star        saddle   a cross        maximum   a triangle
an optimizer has its color AND its dash pattern: color never speaks alone
any other curve has a dash pattern too, and a named color that no optimizer in its figure has
the palette is that of Okabe and Ito (2008)
"""

from collections.abc import Mapping
from contextlib import contextmanager

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.style import context

Arrays = Mapping[str, np.ndarray]  # by name: of a method, a column, a label

BLACK, GRAY, LIGHT = "#1a1a1a", "#6b7680", "#c3ccd4"
BLUE = "#0072B2"
VERMILION = "#D55E00"
GREEN = "#009E73"
ORANGE = "#E69F00"
SKY = "#56B4E9"
PURPLE = "#AA4499"

OPTIMIZERS = {
    "gradient_descent": {"color": BLUE, "linestyle": "-"},
    "momentum": {"color": VERMILION, "linestyle": "--"},
    "nesterov": {"color": GREEN, "linestyle": "-."},
    "adagrad": {"color": ORANGE, "linestyle": ":"},
    "adagrad_rms": {"color": "#8a5a00", "linestyle": (0, (1, 3))},
    "rmsprop": {"color": SKY, "linestyle": (0, (6, 1))},
    "adam": {"color": PURPLE, "linestyle": (0, (5, 1, 1, 1, 1, 1))},
    "adamw": {"color": "#661166", "linestyle": (0, (12, 2, 2, 2))},
    "radam": {"color": "#117733", "linestyle": (0, (3, 3))},
    "lion": {"color": "#7a7a00", "linestyle": (0, (8, 2, 3, 2))},
    "muon": {"color": "#332288", "linestyle": (0, (10, 2, 1, 2, 1, 2))},
    "newton": {"color": BLACK, "linestyle": (0, (1, 1))},
    "natural_gradient": {"color": "#005943", "linestyle": (0, (6, 1.5))},
    "sam": {"color": GRAY, "linestyle": (0, (4, 2, 1, 2, 1, 2, 1, 2))},
    "mdmm": {"color": "#009988", "linestyle": (0, (14, 2))},
    "mgda": {"color": "#EE6677", "linestyle": (0, (5, 2, 1, 2))},
    "constraint_first": {"color": "#BB5533", "linestyle": (0, (3, 1, 1, 1))},
}
_PROPER_NAMES = {
    "nesterov": "Nesterov",
    "adagrad": "Adagrad",
    "adagrad_rms": "Adagrad with the mean",
    "rmsprop": "RMSProp",
    "adam": "Adam",
    "adamw": "AdamW",
    "radam": "RAdam",
    "lion": "Lion",
    "muon": "Muon",
}
POSITIVE_CURVATURE, NEGATIVE_CURVATURE = (
    BLUE,
    VERMILION,
)  # directions in which the loss curves up, and down

_WHITE = {"markerfacecolor": "white", "markeredgecolor": BLACK}
START = {"marker": "o", **_WHITE, "markeredgewidth": 1.5, "markersize": 9}
KINDS = {
    "minimum": {"marker": "*", **_WHITE, "markerfacecolor": ORANGE, "markersize": 13},
    "saddle": {"marker": "X", **_WHITE, "markersize": 9},
    "maximum": {"marker": "^", **_WHITE, "markersize": 9},
    "flat": {"marker": "s", **_WHITE, "markersize": 7},
}
# low ground is blue
HEIGHT_COLORMAP = LinearSegmentedColormap.from_list("height", ["#9cc3e4", "#e3edf5", "#ffffff"])
CHANGE_COLORMAP = LinearSegmentedColormap.from_list(
    "change", ["#0b4f8a", "#7fb2dc", "#ffffff", "#f2b27a", "#a8480a"]
)
TEXT_HALO = {"boxstyle": "square,pad=0.1", "facecolor": "white", "edgecolor": "none", "alpha": 0.8}

_in_house = False  # within `house`: to enter again costs nothing


@contextmanager
def house():
    """matplotlib's own settings, whatever the reader's matplotlibrc says.

    Use it as `with house():` or as a decorator. An artist reads the settings when it is made and
    again when it is drawn, so both happen in here.
    """
    global _in_house
    if _in_house:
        yield
        return
    _in_house = True
    try:
        with context("default"):
            yield
    finally:
        _in_house = False


class Panel(Axes):
    """Axes that keep the house style in what the cell of a lesson adds by itself."""

    plot = house()(Axes.plot)
    text = house()(Axes.text)
    annotate = house()(Axes.annotate)
    legend = house()(Axes.legend)
    set_title = house()(Axes.set_title)


@house()
def new(columns: int = 1, width=7.0, height=3.4, **options):
    """(figure, axes): `columns` panels side by side, `width` x `height` inches in all."""
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots(1, columns, subplot_kw={"axes_class": Panel}, **options)
    for ax in figure.axes:
        despine(ax)
    return figure, axes


@house()
def despine(ax: Axes) -> Axes:
    """Drop the ink that says nothing: the upper and right border, heavy ticks."""
    if hasattr(ax, "get_zlim"):
        return ax
    ax.spines[["top", "right"]].set_visible(False)
    ax.tick_params(color=GRAY, labelcolor=BLACK, labelsize=9)
    return ax


@house()
def median_band(ax: Axes, x, values: np.ndarray, **look):
    """The median over the seeds of `values` (points, seeds), in a band of their range: the line."""
    return _band(ax, x, np.median(values, axis=-1), values, look)


@house()
def mean_band(ax: Axes, x, values: np.ndarray, **look):
    """The mean over the seeds of `values` (points, seeds), in a band of their range: the line."""
    return _band(ax, x, np.mean(values, axis=-1), values, look)


def _band(ax, x, middle, values, look):
    low, high = np.min(values, axis=-1), np.max(values, axis=-1)
    ax.fill_between(x, low, high, color=look["color"], alpha=0.2, linewidth=0)
    (line,) = ax.plot(x, middle, **look)
    return line


def written(method: str) -> str:
    """The name of an optimizer as sentences have it: "gradient descent", "RMSProp"."""
    return _PROPER_NAMES.get(method, method.replace("_", " "))


@house()
def log_ticks(axis, values, labels=None) -> None:
    """Ticks at these values alone, labeled with plain numbers: axis is the x or y axis of Axes."""
    axis.set_ticks(values, labels=labels or [f"{value:g}" for value in values])
    axis.axes.minorticks_off()


@house()
def label_line(line, label: str, at: float = 1.0, **options):
    """Label a line at the fraction `at` of its points, in its color, instead of in a legend.

    The line has its points already: one that an explorer moves is labeled by a text that moves too.
    """
    x, y = line.get_data()
    i = min(int(at * len(x)), len(x) - 1)
    text = {"xytext": (4, 0), "va": "center", "fontsize": 9, "bbox": TEXT_HALO}
    text |= {"color": line.get_color(), **options}
    return line.axes.annotate(label, (x[i], y[i]), textcoords="offset points", **text)
