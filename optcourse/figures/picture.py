"""Show a still figure in a notebook: a small PNG, and the alt text where no picture is shown."""

import base64
import html
import io

from matplotlib.figure import Figure
from PIL import Image

from optcourse.figures import style

# A palette makes pictures three to four times smaller, and no one can tell by looking.
COLORS = 256


@style.house()
def png(figure: Figure, dpi: float = 100, palette: bool = True) -> bytes:
    """The figure as a PNG without date or version: the same figure gives the same bytes.

    palette: 256 colors, small but 0.1 s slower; without it, every color, for a passing picture.
    """
    raw = io.BytesIO()
    packed = io.BytesIO()
    figure.savefig(raw, dpi=dpi, format="png", metadata={"Software": None})
    if not palette:
        return raw.getvalue()
    image = Image.open(raw).convert("RGB")
    # kmeans: without it the palette paints pale blue faintly pink
    options = {"method": Image.Quantize.MAXCOVERAGE, "kmeans": 1, "dither": Image.Dither.NONE}
    image.quantize(COLORS, **options).save(packed, "png", dpi=(dpi, dpi))
    return packed.getvalue()


class Picture:
    """What a cell displays: image/png with alt text in its metadata, and as text/plain.

    JupyterLab reads no metadata, so there is an <img> with the alt text too, as text/html.
    """

    def __init__(self, figure: Figure, alt: str):
        if len(alt) < 20:
            wanted = "say in a sentence what the picture shows (20 characters at least)"
            raise ValueError(f"alt = {alt!r}: {wanted}")
        self.figure = figure
        self.alt = alt

    def _repr_mimebundle_(self, **_):
        image = base64.b64encode(png(self.figure)).decode()
        element = f'<img src="data:image/png;base64,{image}" alt="{html.escape(self.alt)}">'
        data = {"text/html": element, "image/png": image, "text/plain": self.alt}
        return data, {"image/png": {"alt": self.alt}}


def show(figure: Figure, alt: str) -> Picture:
    """Make `figure` the output of a cell. alt: what it shows, in a sentence, numbers included."""
    return Picture(figure, alt)
