"""How far a learner is: each notebook is run from start to end in a fresh kernel, its check cells as handed out.

    progress(path) -> Progress      points and reasons by exercise, or one sentence with what keeps it from being run
    table(rows) -> str              for a terminal

A point is counted where a check left its receipt, so neither stored outputs nor a changed check cell earn one.
An exercise that is newer than the file is not begun.
"""

import logging
import os
import textwrap
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat.v4 import new_output

from optcourse.homework import belonging, catalog, files, restore
from optcourse.homework.files import NotebookError
from optcourse.homework.receipt import receipts
from optcourse.lessons.canonical import first_line

CELL_SECONDS, TOTAL_SECONDS, INTERRUPT_SECONDS = (
    60,
    300,
    20,
)  # seconds: for a cell, for all, and for one to end that is interrupted
RIGHT, WRONG, NOT_BEGUN = "✓", "✗", "○"
ENVIRONMENT = {"TQDM_DISABLE": "1", "JAX_PLATFORMS": "cpu"}
WIDTH, MAX_NOTES = 110, 3
TIMEOUT_NAME = "TooLong"  # the name of the error that stands for a time limit
FAILURE_PREFIX = "This does not hold yet: "
LOG = logging.getLogger(
    __name__
)  # what nbclient says of cells that took too long is said in the table
LOG.addHandler(logging.NullHandler())


class Row(NamedTuple):
    """One exercise: its name, RIGHT, WRONG or NOT_BEGUN, the points that it is worth, and why it is not right."""

    name: str
    mark: str
    points: int
    reason: str = ""


class Progress(NamedTuple):
    """A homework, its rows, and notes on the student's own cells; or, without rows, the problem."""

    name: str
    rows: tuple[Row, ...] = ()
    problem: str = ""
    notes: tuple[str, ...] = ()
    path: Path | None = None


def progress(path: Path, drawn: Callable = iter) -> Progress:
    """Run the notebook at `path`; drawn(cells) yields the cells and may draw a bar, as tqdm does.

    Whatever is wrong with one file is the problem of that file.
    """
    try:
        return _run_homework(path, drawn)
    except NotebookError as error:
        return Progress(path.stem, problem=str(error), path=path)
    except Exception as error:
        words = f"{path} cannot be run: {_error_text(type(error).__name__, str(error))}"
        return Progress(path.stem, problem=words, path=path)


def table(found: list[Progress]) -> str:
    """A line for each exercise, one for why it is wrong, and one for the points of each homework."""
    often = Counter(each.name for each in found)
    lines = [line for each in found for line in [*_lines(each, often[each.name] > 1), ""]]
    return "\n".join([*lines, f"{RIGHT} right   {WRONG} not right yet   {NOT_BEGUN} not begun"])


def _lines(each, several):
    if each.problem:
        return [each.name, f"  {each.problem}"]
    named = each.path is None or each.path.name == f"{each.name}.ipynb"
    title = each.name if named and not several else str(each.path)
    mine = sum(row.points for row in each.rows if row.mark == RIGHT)
    lines = [] if title == each.name else [title]
    lines += [f"{each.name:30} {mine:2} of {sum(row.points for row in each.rows):2} points"]
    for row in each.rows:
        lines.append(
            f"  {row.mark} {row.name:26} {row.points if row.mark == RIGHT else 0:2} of {row.points:2}"
        )
        lines += [f"      {_shorten(row.reason)}"] if row.reason else []
    return [*lines, *(f"  {_shorten(note)}" for note in each.notes)]


def _run_homework(path, drawn):
    notebook = files.read(path)
    name = files.identify(notebook, path)
    if not name:
        raise NotebookError(f"{path} is no homework of this course: name one that it handed out")
    manifest = files.manifest(name)
    notebook, told = restore.restored(notebook, manifest)
    _run(notebook, path, drawn)
    checks = _check_cells(notebook, manifest)
    rows = tuple(
        _row(notebook.cells, index, check, told.get(check.exercise, "")) for index, check in checks
    )
    return Progress(name, rows, notes=_notes(notebook.cells, manifest), path=path)


def _check_cells(notebook, manifest):
    """(place, check) of every check cell, in the order of the notebook."""
    known = {check.id: check for check in manifest.checks}
    return [
        (index, known[cell.id]) for index, cell in enumerate(notebook.cells) if cell.id in known
    ]


def _row(cells, index, check, note):
    name, mark = check.exercise.split(".")[1], _mark(cells[index])
    points = catalog.exercise(check.exercise).points
    if note == restore.NEWER and mark == WRONG:
        return Row(name, NOT_BEGUN, points, note)
    return Row(name, mark, points, _reason(cells, index, check) if mark == WRONG else "")


def _mark(cell):
    """What a check cell's outputs say."""
    if receipts(cell.outputs):
        return RIGHT
    raised = [output.ename for output in cell.outputs if output.output_type == "error"]
    return NOT_BEGUN if raised == ["NotBegun"] else WRONG


def _reason(cells, index, check):
    """Why an exercise is wrong: what stopped the cell that defines it, else the words of its check."""
    defining = [i for i in belonging.definitions(cells, check) if i < index]
    stopped = next((words for i in reversed(defining) if (words := _error_line(cells[i]))), "")
    if stopped:
        return f"the cell that defines it stopped: {stopped}"
    errors = [output for output in cells[index].outputs if output.output_type == "error"]
    if not errors:
        return "its check did not run to its end"
    words = errors[-1].evalue
    told = [
        index for index, line in enumerate(words.splitlines()) if line.startswith(FAILURE_PREFIX)
    ]
    if told:
        claim, what = words.splitlines()[told[0] :][:2]
        stopped = what.endswith((".", "?"))  # a sentence says why there was no answer
        return (
            what.strip() if stopped else f"does not hold yet: {claim.removeprefix(FAILURE_PREFIX)}"
        )
    return (
        first_line(words).removeprefix(f"{WRONG} ")
        if errors[-1].ename == "NotRight"
        else _error_line(cells[index])
    )


def _error_line(cell):
    """What stopped a cell, in a line; "" if nothing did."""
    errors = [output for output in cell.get("outputs", []) if output.output_type == "error"]
    return _error_text(errors[-1].ename, errors[-1].evalue) if errors else ""


def _error_text(name, words):
    line = first_line(words)
    return line if name == TIMEOUT_NAME else f"{name}{': ' if line else ''}{line}"


def _notes(cells, manifest):
    """The student's own cells that failed: they cost nothing, and are worth knowing."""
    defining = {i for check in manifest.checks for i in belonging.definitions(cells, check)}
    own = [
        i
        for i in range(len(cells))
        if i not in defining and not belonging.manifest_id(cells[i], manifest)
    ]
    failed = [
        f"cell {i + 1}, your own, stopped: {words}" for i in own if (words := _error_line(cells[i]))
    ]
    return tuple(failed[:MAX_NOTES])


def _shorten(words):
    return textwrap.shorten(words, WIDTH, placeholder=" ...")


# Running


def _run(notebook, path, drawn):
    """Run every cell in place; a cell that fails is a cell that fails, and a kernel that dies is a NotebookError."""
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=CELL_SECONDS,
        interrupt_on_timeout=True,
        error_on_timeout={
            "ename": TIMEOUT_NAME,
            "evalue": "",
            "traceback": [],
        },  # else it waits for the cell's own answer
        iopub_timeout=INTERRUPT_SECONDS,
        raise_on_iopub_timeout=True,  # else a receipt that arrives late is dropped in silence
        allow_errors=True,
        store_widget_state=False,
        log=LOG,
        extra_arguments=["--log-level=ERROR"],
    )
    end = time.monotonic() + TOTAL_SECONDS
    with client.setup_kernel(cwd=str(path.resolve().parent), env=os.environ | ENVIRONMENT):
        for index, cell in enumerate(drawn(notebook.cells)):
            if time.monotonic() > end:
                raise NotebookError(
                    f"{path} ran for more than {TOTAL_SECONDS} s: make its cells do less"
                )
            try:
                _run_cell(client, cell, index)
            except (DeadKernelError, CellTimeoutError) as error:
                what = (
                    "stopped its kernel"
                    if isinstance(error, DeadKernelError)
                    else "cannot be interrupted"
                )
                raise NotebookError(
                    f"{path}: cell {index + 1} {what}, so nothing below it was checked"
                ) from error


def _run_cell(client, cell, index):
    """Run one cell, and say so in its outputs where it had to be interrupted."""
    begun = time.monotonic()
    client.execute_cell(cell, index)
    if time.monotonic() - begun >= CELL_SECONDS and not receipts(cell.get("outputs", [])):
        words = f"it ran for more than {CELL_SECONDS} s"
        cell.outputs = [new_output("error", ename=TIMEOUT_NAME, evalue=words, traceback=[])]
