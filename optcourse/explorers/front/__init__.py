"""The browser's half of an explorer: ES modules that node tests one by one, joined for the page.

    frames      bytes, polylines, baked frames, panels on the page
    requests    asking a kernel, two requests at most under way
    computer    computing in the page what JAX was compiled to
    painting    marks on a canvas
    view        controls, status and goals; the hand

    SCRIPT      all of them, for a page; STYLE, its css; bare(text): a module as SCRIPT has it

No build step: the files follow one another, without imports, comments and indentation, which each
page would carry. Names are unique.
"""

import pathlib
import re

HERE = pathlib.Path(__file__).parent
PARTS = ("frames", "requests", "computer", "painting", "view")
UNREAD = re.compile(r"import |//|/\*\*|\* |\*/|$")  # of lines: by a browser


def bare(text: str) -> str:
    """JavaScript without imports, comments that have lines of their own, and indentation."""
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if not UNREAD.match(line))


SCRIPT = "\n".join(bare((HERE / f"{part}.mjs").read_text(encoding="utf-8")) for part in PARTS)
STYLE = (HERE / "explorer.css").read_text(encoding="utf-8")
