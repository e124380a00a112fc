"""Show a still figure in a notebook: a PNG with alt text, and the same words where no picture is shown."""

import base64
import io

from matplotlib.figure import Figure


class Picture:
    """What a cell displays: image/png with its alt text in the metadata, and the alt text as text/plain."""

    def __init__(self, figure: Figure, alt: str):
        if len(alt) < 20:
            raise ValueError(f"alt = {alt!r}: say in a sentence what the picture shows (20 characters at least)")
        self.figure, self.alt = figure, alt

    def png(self) -> bytes:
        """The figure at 100 dpi, without a date or a version, so that the same figure gives the same bytes."""
        buffer = io.BytesIO()
        self.figure.savefig(buffer, dpi=100, format="png", metadata={"Software": None})
        return buffer.getvalue()

    def _repr_mimebundle_(self, **_):
        data = {"image/png": base64.b64encode(self.png()).decode(), "text/plain": self.alt}
        return data, {"image/png": {"alt": self.alt}}


def show(figure: Figure, alt: str) -> Picture:
    """Make `figure` the output of a cell. alt: what it shows, in a sentence, numbers included."""
    return Picture(figure, alt)
