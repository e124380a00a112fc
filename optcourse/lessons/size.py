"""What a lesson asks of its reader: how much there is of each thing, and how long it takes.

size(notebook) -> Size     words, lines of code, equations, figures, ...
minutes(size) -> float     how long a reader takes to get to the end
claimed_minutes(notebook)  what the lesson says of itself; None where it is silent
"""

import ast
import re
from typing import NamedTuple

from nbformat import NotebookNode

from optcourse.lessons.canonical import outputs, shows
from optcourse.lessons.reading import FENCE, MATH, code_cells, lines_of_code, syntax_tree

WORDS, LINES, EQUATION, FIGURE, BLANK = 60, 10, 2, 2, 30  # see `minutes`

BLANK_CALL = "attempt"  # the function that checks what a reader wrote
TAG = re.compile(r"\\tag\{([\d.]+)\}")
TIME = re.compile(r"^\*\*Time:\*\* (\d+) minutes", re.M)
PYTHON = re.compile(r" *(?:`{3,}|~{3,}) *py")
# what the source of a markdown cell has and its reader does not read as words
UNREAD = re.compile(r"<!--.*?-->|!\[[^\]]*\]\([^)]*\)|(?<=\])\([^)]*\)|<[^>]+>", re.S)


class Size(NamedTuple):
    """How much of each thing a notebook has.

    words: of markdown, folds and tables included, a formula in a line as one word; code, displayed
        formulas, comments, addresses, alternative texts and the words of outputs do not count.
    lines: of code, in cells and in blocks of Python between the words, without blanks and comments.
    equations: those with a number. figures: pictures, explorers among them.
    blanks: what the reader is to write.
    """

    words: int
    lines: int
    equations: int
    figures: int
    explorers: int
    questions: int
    blanks: int


def size(notebook: NotebookNode) -> Size:
    """How much of each thing the notebook has; figures and questions are those of its outputs."""
    prose = markdown(notebook)
    blocks = [block for block in FENCE.finditer(prose) if PYTHON.match(block[0])]
    code = [cell.source for _, cell in code_cells(notebook)]
    code += ["\n".join(block[0].splitlines()[1:-1]) for block in blocks]
    shown = [shows(output) for _, output in outputs(notebook)]
    pictures = sum("image/png" in output.get("data", {}) for _, output in outputs(notebook))
    return Size(
        words=_count_words(prose),
        lines=sum(map(lines_of_code, code)),
        equations=len(TAG.findall(prose)),
        figures=pictures + prose.count("!["),
        explorers=shown.count("explorer"),
        questions=shown.count("question"),
        blanks=len(blank_cells(notebook)),
    )


def minutes(size: Size) -> float:
    """How long a reader takes from the start to the end, in minutes.

    A minute for 60 words and for 10 lines of code; 2 for an equation and for a figure, explorers
    among them. 30 for a blank: 10 to write it, and 20 for all the rest that a lesson with a blank
    asks of the hands, which one without it did not.

    Fitted to what readers said they took, or the middle of what they said. In this order: one each
    of lessons 00 to 08, in their old form, and of a trial core of lesson 07; the two first of the
    core of lesson 09 (81 and 103), and three after it was mended (93, 83, 62); two each of its
    deeper notebooks, on one penalty (34, 32) and on a fair test (44, 43):

        lesson    00    01    02    03    04    05    06    07    08 trial    09 after   one  fair
        took      11    87    90   125   145    65   140   100    85    90    92    83    33    43
        rule      12    83    85   102   128    78   130   121    86    92    81    79    39    34
        off, %   +10    -6    -6   -18   -11   +21    -7   +21    +1    +2   -12    -5   +18   -22

    So it is off by up to a quarter. In a lesson all these things grow together, so that its minutes
    do not tell them apart; the deeper notebooks do, a little. With 100 words a minute, 3 for an
    equation and nothing for a figure, the fair test, all results and two equations, had 22.
    """
    reading = size.words / WORDS + size.lines / LINES + EQUATION * size.equations
    return reading + FIGURE * size.figures + BLANK * size.blanks


def claimed_minutes(notebook: NotebookNode) -> int | None:
    """The minutes of the line **Time:** 50 minutes; None where there is no such line."""
    match = TIME.search(markdown(notebook))
    return int(match[1]) if match else None


def markdown(notebook: NotebookNode) -> str:
    """The source of all markdown cells, one below the other."""
    return "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


def blank_cells(notebook: NotebookNode) -> list[tuple[int, NotebookNode]]:
    """The cells, with their numbers, in which a reader has something to write."""
    return [(number, cell) for number, cell in code_cells(notebook) if _calls_attempt(cell.source)]


def _calls_attempt(source):
    calls = [node for node in ast.walk(syntax_tree(source)) if isinstance(node, ast.Call)]
    return any(getattr(call.func, "id", "") == BLANK_CALL for call in calls)


def _count_words(prose):
    """Words with a letter or a digit in them."""
    prose = re.sub(r"\$\$.*?\$\$", " ", FENCE.sub("", prose), flags=re.S)
    pieces = UNREAD.sub(" ", MATH.sub(" formula ", prose)).split()
    return sum(bool(re.search(r"\w", piece)) for piece in pieces)
