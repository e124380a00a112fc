"""The visual language of the course: the same color, line and marker for the same thing in every lesson.

start     a white circle        minimum   a star        saddle   a cross        maximum   a triangle
an optimizer has its color AND its dash pattern: color never speaks alone (palette: Okabe and Ito, 2008)
"""

from contextlib import contextmanager

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.style import context

BLACK, GRAY, LIGHT = "#1a1a1a", "#6b7680", "#c3ccd4"
BLUE, VERMILION, GREEN, ORANGE, SKY, PURPLE = (
    "#0072B2",
    "#D55E00",
    "#009E73",
    "#E69F00",
    "#56B4E9",
    "#AA4499",
)

OPTIMIZERS = {
    "gradient_descent": {"color": BLUE, "linestyle": "-"},
    "momentum": {"color": VERMILION, "linestyle": "--"},
    "nesterov": {"color": GREEN, "linestyle": "-."},
    "adagrad": {"color": ORANGE, "linestyle": ":"},
    "adagrad_rms": {"color": "#8a5a00", "linestyle": (0, (1, 3))},
    "rmsprop": {"color": SKY, "linestyle": (0, (6, 1))},
    "adam": {"color": PURPLE, "linestyle": (0, (5, 1, 1, 1, 1, 1))},
    "adamw": {"color": "#661166", "linestyle": (0, (12, 2, 2, 2))},
    "amsgrad": {"color": "#CC6677", "linestyle": (0, (2, 1))},
    "radam": {"color": "#117733", "linestyle": (0, (3, 3))},
    "lion": {"color": "#7a7a00", "linestyle": (0, (8, 2, 3, 2))},
    "muon": {"color": "#332288", "linestyle": (0, (10, 2, 1, 2, 1, 2))},
    "newton": {"color": BLACK, "linestyle": (0, (1, 1))},
    "natural_gradient": {"color": "#00A86B", "linestyle": (0, (6, 1.5))},
    "sam": {"color": GRAY, "linestyle": (0, (4, 2, 1, 2, 1, 2, 1, 2))},
    "mdmm": {"color": "#009988", "linestyle": (0, (14, 2))},
    "mgda": {"color": "#EE6677", "linestyle": (0, (5, 2, 1, 2))},
    "constraint_first": {"color": "#BB5533", "linestyle": (0, (1, 2))},
}
UP, DOWN = BLUE, VERMILION  # directions in which the loss curves up, and down

START = {
    "marker": "o",
    "markerfacecolor": "white",
    "markeredgecolor": BLACK,
    "markeredgewidth": 1.5,
    "markersize": 9,
}
KINDS = {
    "minimum": {
        "marker": "*",
        "markerfacecolor": ORANGE,
        "markeredgecolor": BLACK,
        "markersize": 13,
    },
    "saddle": {
        "marker": "X",
        "markerfacecolor": "white",
        "markeredgecolor": BLACK,
        "markersize": 9,
    },
    "maximum": {
        "marker": "^",
        "markerfacecolor": "white",
        "markeredgecolor": BLACK,
        "markersize": 9,
    },
    "flat": {"marker": "s", "markerfacecolor": "white", "markeredgecolor": BLACK, "markersize": 7},
}
HEIGHT = LinearSegmentedColormap.from_list(
    "height", ["#9cc3e4", "#e3edf5", "#ffffff"]
)  # low ground is blue
CHANGE = LinearSegmentedColormap.from_list(
    "change", ["#0b4f8a", "#7fb2dc", "#ffffff", "#f2b27a", "#a8480a"]
)
TEXT_HALO = {"boxstyle": "square,pad=0.1", "facecolor": "white", "edgecolor": "none", "alpha": 0.8}


_in_house = False  # within `house`: to enter again costs nothing


@contextmanager
def house():
    """matplotlib as it comes, whatever the reader's matplotlibrc or style says: `with house():`, or above a function.

    An artist reads the settings when it is made and again when it is drawn, so both happen in here.
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

    plot, text, annotate = house()(Axes.plot), house()(Axes.text), house()(Axes.annotate)
    legend, set_title = house()(Axes.legend), house()(Axes.set_title)


@house()
def new(columns: int = 1, width=7.0, height=3.4, **options):
    """(figure, axes): a figure of `width` x `height` inches with `columns` panels side by side, laid out tightly."""
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots(1, columns, subplot_kw={"axes_class": Panel}, **options)
    for ax in figure.axes:
        plain(ax)
    return figure, axes


@house()
def plain(ax: Axes) -> Axes:
    """Drop the ink that says nothing: the upper and right border, heavy ticks."""
    if hasattr(ax, "get_zlim"):
        return ax
    ax.spines[["top", "right"]].set_visible(False)
    ax.tick_params(color=GRAY, labelcolor=BLACK, labelsize=9)
    return ax


@house()
def label_line(line, words: str, at: float = 1.0, **options):
    """Write `words` on a line instead of in a legend, at the share `at` of its points, in its color."""
    x, y = line.get_data()
    i = min(int(at * len(x)), len(x) - 1)
    text = {
        "xytext": (4, 0),
        "va": "center",
        "fontsize": 9,
        "color": line.get_color(),
        "bbox": TEXT_HALO,
    } | options
    return line.axes.annotate(words, (x[i], y[i]), textcoords="offset points", **text)
