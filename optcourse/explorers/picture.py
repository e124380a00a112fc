"""The picture of an explorer: a figure, the artists that move in it, and what stands still."""

from collections.abc import Callable, Sequence
from contextlib import contextmanager

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from optcourse.explorers.panels import panels
from optcourse.figures import style
from optcourse.figures.picture import png

DPI = 100  # one figure pixel is one CSS pixel: a 7 inch figure is 700 pixels wide


class Picture:
    """A matplotlib Figure (no pyplot), the artists that `update` moves, and the still part.

    still(**values): draws into the axes what depends on the controls that redraw, whose values it
    receives by name. It is called when one of them has changed and only then, and what it drew
    before is removed first. Without such a control the figure stays as it was made.
    """

    def __init__(self, figure: Figure, moving: Sequence, still: Callable | None = None):
        self.figure, self.moving, self.still = figure, list(moving), still
        self.drawn_for = None  # {control that redraws: value}, as the still part stands now
        self._drawn = []  # the artists of the still part
        self._axes = figure.axes
        figure.set_dpi(DPI)
        FigureCanvasAgg(figure)
        for artist in self.moving:
            artist.set_in_layout(False)

    @style.house()
    def draw_still(self, values: dict) -> None:
        """Draw the still part anew for the values of the controls that redraw, if they changed."""
        if values == self.drawn_for:
            return
        self.drawn_for = None  # wherever `still` may stop
        for artist in self._drawn:
            artist.remove()
        others = set(self._artists())
        try:
            if self.still is not None:
                self.still(**values)
        finally:
            self._drawn = [artist for artist in self._artists() if artist not in others]
        self.drawn_for = values

    @style.house()
    def settle(self) -> tuple[list[int], list[list[float]]]:
        """Settle the layout, after which nothing shifts: [width, height] in pixels, and panels."""
        self.figure.draw_without_rendering()
        self.figure.set_layout_engine(None)  # "none" would draw twice whenever a PNG is asked for
        size = [round(self.figure.bbox.width), round(self.figure.bbox.height)]
        return size, panels(self.figure)

    @style.house()
    def png(self, ratio=1.0, moving=True, palette=True) -> bytes:
        """The figure as a PNG of `ratio` times its pixels, with or without what moves."""
        with _hidden([] if moving else self.moving):
            return png(self.figure, DPI * ratio, palette)

    def _artists(self) -> list:
        owners = [self.figure, *self._axes]
        return [artist for owner in owners for artist in owner.get_children()]


@contextmanager
def _hidden(artists):
    visible = [artist.get_visible() for artist in artists]
    places = {each: each.get_position() for each in artists if isinstance(each, Text)}
    for artist in artists:
        artist.set_visible(False)
    try:
        yield
    finally:
        for artist, was in zip(artists, visible):
            artist.set_visible(was)
        for text, place in places.items():  # a title that is not seen is put far above its axes
            text.set_position(place)
