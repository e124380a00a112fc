"""Show a still figure in a notebook: a small PNG with alt text, and the same words where no picture is shown."""

import base64
import io

from matplotlib.figure import Figure
from PIL import Image

from optcourse.figures import style

COLORS = 256  # a palette makes a notebook's pictures three to four times smaller, and no one can tell by looking


@style.house()
def png(figure: Figure, dpi: float = 100, palette: bool = True) -> bytes:
    """The figure as a PNG without date or version: the same figure gives the same bytes, whoever's settings hold.

    palette: 256 colors, small but 0.1 s slower; without it every color is kept, for a picture that is soon replaced.
    """
    raw, packed = io.BytesIO(), io.BytesIO()
    figure.savefig(raw, dpi=dpi, format="png", metadata={"Software": None})
    if not palette:
        return raw.getvalue()
    # kmeans: without it the palette paints pale blue faintly pink
    few = dict(method=Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)
    Image.open(raw).convert("RGB").quantize(COLORS, **few).save(packed, "png", dpi=(dpi, dpi))
    return packed.getvalue()


class Picture:
    """What a cell displays: image/png with its alt text in the metadata, and the alt text as text/plain."""

    def __init__(self, figure: Figure, alt: str):
        if len(alt) < 20:
            raise ValueError(
                f"alt = {alt!r}: say in a sentence what the picture shows (20 characters at least)"
            )
        self.figure, self.alt = figure, alt

    def _repr_mimebundle_(self, **_):
        data = {"image/png": base64.b64encode(png(self.figure)).decode(), "text/plain": self.alt}
        return data, {"image/png": {"alt": self.alt}}


def show(figure: Figure, alt: str) -> Picture:
    """Make `figure` the output of a cell. alt: what it shows, in a sentence, numbers included."""
    return Picture(figure, alt)
