"""The form of a lesson: a core of one thread, and deeper notebooks with the rest.

    form(path) -> str                        "map", "core", "deeper"; "" for no lesson
    RULES[form] -> rules                     what a notebook of that form must satisfy, beside
                                             `rules` and `reading`
    equations_count_on(number, notebooks)    complaints on a lesson's core and deeper notebooks

Each rule takes a notebook and returns complaints, one sentence each, with the number and the limit.
"""

import itertools
import math
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from nbformat import NotebookNode

from optcourse.lessons import claims, course, reading
from optcourse.lessons.canonical import shows
from optcourse.lessons.size import TAG, blank_cells, claimed_minutes, markdown, minutes, size

MAP = "00"  # it leads to the lessons, and is none

SECTIONS = (
    "The question",
    "Predict",
    "Play",
    "The mathematics",
    "The code",
    "Your turn",
    "Evidence",
    "In a real network",
    "What to remember",
    "What is often said and is not so",
    "Check yourself",
    "Deeper",
)
# Where they do not fit, or where a sentence is enough.
OPTIONAL = ("The code", "In a real network", "What is often said and is not so", "Deeper")


class Budget(NamedTuple):
    """The most that a notebook may have, and the minutes that it may claim."""

    words: int
    lines: int
    minutes: tuple[int, int]
    equations: int | None = None
    figures: int | None = None
    explorers: tuple[int, int] | None = None


CORE = Budget(1500, 80, (45, 75), equations=7, figures=7, explorers=(2, 3))
DEEPER = Budget(1100, 60, (0, 45))
WITHOUT_A_STOP = 50  # minutes that a core may take in one sitting
CLAIM = 1.2  # the most that the minutes claimed and those of the rule may differ, a factor
LINES_BEFORE_PLAY = 5

STOP = re.compile(r"^> \*\*A good place to stop\b", re.M)
OPEN = "not begun"  # what a blank says while it is open


def form(path: Path | str) -> str:
    """Which form the notebook at `path` has, by its place and its number; "" for no lesson."""
    number = course.lesson_number(path)
    if not number:
        return ""
    if course.is_deeper(path):
        return "deeper"
    return "map" if number == MAP else "core"


# Rules of a core


def has_the_sections(notebook: NotebookNode) -> list[str]:
    """The sections of a core, in order; some only where they fit."""
    return reading.compare_sections(notebook, SECTIONS, OPTIONAL)


def keeps_the_budget(notebook: NotebookNode) -> list[str]:
    """At most 1,500 words, 80 lines of code, 7 numbered equations and 7 figures."""
    return _excess(notebook, CORE, "move what the thread does not need to a deeper notebook")


def has_explorers(notebook: NotebookNode) -> list[str]:
    """Two or three of the figures are explorers."""
    least, most = CORE.explorers
    count = size(notebook).explorers
    if least <= count <= most:
        return []
    return [f"there are {count} explorers: have {least} or {most}"]


def is_soon_at_play(notebook: NotebookNode) -> list[str]:
    """At most five lines of words between the heading Play and the explorer."""
    before = itertools.takewhile(lambda cell: not _shows_an_explorer(cell), notebook.cells)
    words = "".join(f"\n{cell.source}\n" for cell in before if cell.cell_type == "markdown")
    after = re.sub(r"<!--.*?-->", "", words, flags=re.S).partition("\n## Play")[2]
    lines = sum(bool(line.strip()) for line in after.splitlines()[1:])
    if lines <= LINES_BEFORE_PLAY:
        return []
    problem = f"there are {lines} lines between Play and its explorer"
    return [f"{problem}: {LINES_BEFORE_PLAY} at most, the rest after it"]


def claims_true_minutes(notebook: NotebookNode) -> list[str]:
    """It claims 45 to 75 minutes, within a factor of 1.2 of the rule; above 50 it has a stop."""
    complaints = _claim(notebook, CORE)
    claimed = claimed_minutes(notebook) or 0
    if claimed > WITHOUT_A_STOP and not STOP.search(markdown(notebook)):
        problem = f"it claims {claimed} minutes without a place to stop"
        remedy = "mark one by a line `> **A good place to stop.**`"
        complaints.append(f"{problem} ({WITHOUT_A_STOP} at most): {remedy}")
    return complaints


def names_no_claims(notebook: NotebookNode) -> list[str]:
    """No code of the ledger in words or comments, and not its table: deeper notebooks have them."""
    codes = re.compile(rf"\b(?:{'|'.join(claims.read().rows)})\b")
    remedy = "say it in plain words, and leave the code to a deeper notebook"
    complaints = []
    for number, cell in enumerate(notebook.cells, start=1):
        is_code = cell.cell_type == "code"
        text = reading.MATH.sub("", cell.source)
        words = "\n".join(re.findall(r"#.*$|claims\.show", text, re.M)) if is_code else text
        if match := codes.search(words) or re.search(r"claims\.show", words):
            complaints.append(f"cell {number} names {match[0]} of the ledger: {remedy}")
    return complaints


def has_one_open_blank(notebook: NotebookNode) -> list[str]:
    """One cell is the reader's to write: it is open, says so, and a hint and a solution unfold."""
    cells = blank_cells(notebook)
    if len(cells) != 1:
        return [f"there are {len(cells)} cells with a blank (calls of `attempt`): have one"]
    complaints = []
    ((number, cell),) = cells
    shown = [output.get("data", {}).get("text/plain", "") for output in cell.outputs]
    if OPEN not in "".join(shown):
        problem = f"cell {number} has a blank and does not say {OPEN!r}"
        complaints.append(f"{problem}: leave the body at `...`, and run `make notebooks`")
    for fold in ("Hint", "Solution"):
        if f"<details><summary>{fold}</summary>" not in markdown(notebook):
            remedy = f"<details><summary>{fold}</summary>...</details>"
            complaints.append(f"no {fold.lower()} unfolds below the blank: write {remedy}")
    return complaints


# Rules of a deeper notebook


def has_a_question(notebook: NotebookNode) -> list[str]:
    """A deeper notebook has a question of its own."""
    return reading.compare_sections(notebook, ("The question",))


def keeps_the_deeper_budget(notebook: NotebookNode) -> list[str]:
    """At most 1,100 words and 60 lines of code."""
    return _excess(notebook, DEEPER, "cut, or open another deeper notebook")


def claims_true_deeper_minutes(notebook: NotebookNode) -> list[str]:
    """It claims at most 45 minutes, within a factor of 1.2 of the rule."""
    return _claim(notebook, DEEPER)


# A lesson as a whole


def equations_count_on(number: str, notebooks: list[NotebookNode]) -> list[str]:
    """Lesson 09 has the equations (9.1), (9.2), ...; its deeper notebooks go on where it stops.

    notebooks: the core, then the others, which may go on in any order.
    """
    core, *others = [TAG.findall(markdown(each)) for each in notebooks]
    others.sort(key=lambda tags: [int(part) for tag in tags[:1] for part in tag.split(".")])
    for count, tag in enumerate(itertools.chain(core, *others), start=1):
        expected = f"{int(number)}.{count}"
        if tag != expected:
            problem = f"equation ({tag}) stands where ({expected}) comes next"
            return [f"{problem}: count from 1 in the core, and go on in the deeper notebooks"]
    return []


RULES: dict[str, tuple[Callable, ...]] = {
    "": (),
    "map": (),
    "core": (
        has_the_sections,
        keeps_the_budget,
        has_explorers,
        is_soon_at_play,
        claims_true_minutes,
        names_no_claims,
        has_one_open_blank,
    ),
    "deeper": (has_a_question, keeps_the_deeper_budget, claims_true_deeper_minutes),
}


def _shows_an_explorer(cell):
    return any(shows(output) == "explorer" for output in cell.get("outputs", []))


def _excess(notebook, budget, remedy):
    """A complaint for each thing of which there is more than the budget has."""
    names = {
        "words": "words of prose",
        "lines": "lines of code",
        "equations": "numbered equations",
        "figures": "figures",
    }
    counts = size(notebook)
    complaints = []
    for field, name in names.items():
        count, most = getattr(counts, field), getattr(budget, field)
        if most is not None and count > most:
            complaints.append(f"there are {count:,} {name}: {most:,} at most; {remedy}")
    return complaints


def _claim(notebook, budget):
    """Complaints about the minutes that a notebook claims, by its budget and by the rule."""
    claimed, needed = claimed_minutes(notebook), minutes(size(notebook))
    if claimed is None:
        return ["it does not say how long it takes: write **Time:** 50 minutes."]
    least, most = budget.minutes
    complaints = []
    if not least <= claimed <= most:
        complaints.append(f"it claims {claimed} minutes: stay between {least} and {most}")
    lowest, highest = math.ceil(needed / CLAIM), math.floor(needed * CLAIM)
    if not lowest <= claimed <= highest:
        problem = f"it claims {claimed} minutes, and by the rule it takes {needed:.0f}"
        complaints.append(f"{problem}: claim {lowest} to {highest}, or cut")
    return complaints
