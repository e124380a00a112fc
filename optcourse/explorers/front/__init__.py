"""The browser's half of an explorer: ES modules that node tests one by one, joined for the page.

    frames      bytes, polylines, baked frames, panels on the page
    requests    asking a kernel, two requests at most under way
    computer    computing in the page what JAX was compiled to
    painting    marks on a canvas
    view        controls, status and goals; the hand

No build step: the files follow one another, without the lines that import. Names are unique.
"""

import pathlib

HERE = pathlib.Path(__file__).parent
PARTS = ("frames", "requests", "computer", "painting", "view")


def _without_imports(text: str) -> str:
    return "".join(line for line in text.splitlines(True) if not line.startswith("import "))


SCRIPT = "\n".join(
    _without_imports((HERE / f"{part}.mjs").read_text(encoding="utf-8")) for part in PARTS
)
STYLE = (HERE / "explorer.css").read_text(encoding="utf-8")
