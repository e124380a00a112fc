"""How far a learner is: notebooks run in a fresh kernel, their check cells as handed out.

    progress(path) -> Progress      points and reasons by exercise, or why it cannot be run
    table(results) -> str           for a terminal

A point is counted where a check left its receipt: stored outputs or changed checks earn none.
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

from optcourse.homework import catalog, cell_matching, files, restore
from optcourse.homework.files import NotebookError
from optcourse.homework.receipt import receipts
from optcourse.lessons.canonical import first_line

CELL_SECONDS, TOTAL_SECONDS = 60, 300  # for a cell, and for all
INTERRUPT_SECONDS = 20  # for a cell to end that is interrupted
RIGHT, WRONG, NOT_BEGUN = "✓", "✗", "○"
ENVIRONMENT = {"TQDM_DISABLE": "1", "JAX_PLATFORMS": "cpu"}
WIDTH, MAX_NOTES = 110, 3
TIMEOUT_NAME = "TooLong"  # the name of the error that stands for a time limit
FAILURE_PREFIX = "This does not hold yet: "
LOG = logging.getLogger(__name__)  # what nbclient says of timeouts stands in the table
LOG.addHandler(logging.NullHandler())


class Row(NamedTuple):
    """One exercise. mark: RIGHT, WRONG or NOT_BEGUN; points: its worth; reason: why it is wrong."""

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


def progress(path: Path, progress_bar: Callable = iter) -> Progress:
    """Run the notebook at `path`; progress_bar(cells) yields the cells, as tqdm does.

    Whatever is wrong with one file is the problem of that file.
    """
    try:
        return _run_homework(path, progress_bar)
    except NotebookError as error:
        return Progress(path.stem, problem=str(error), path=path)
    except Exception as error:
        problem = f"{path} cannot be run: {_error_text(type(error).__name__, str(error))}"
        return Progress(path.stem, problem=problem, path=path)


def table(results: list[Progress]) -> str:
    """A line for each homework and exercise with its points, and one for why it is wrong."""
    counts = Counter(each.name for each in results)
    lines = []
    for each in results:
        lines += [*_lines(each, several=counts[each.name] > 1), ""]
    return "\n".join([*lines, f"{RIGHT} right   {WRONG} not right yet   {NOT_BEGUN} not begun"])


def _lines(each, several):
    if each.problem:
        return [each.name, f"  {each.problem}"]
    named = each.path is None or each.path.name == f"{each.name}.ipynb"
    title = each.name if named and not several else str(each.path)
    earned = [row.points if row.mark == RIGHT else 0 for row in each.rows]
    total = sum(row.points for row in each.rows)
    lines = [] if title == each.name else [title]
    lines.append(f"{each.name:30} {sum(earned):2} of {total:2} points")
    for row, points in zip(each.rows, earned):
        lines.append(f"  {row.mark} {row.name:26} {points:2} of {row.points:2}")
        if row.reason:
            lines.append(f"      {_shorten(row.reason)}")
    lines += [f"  {_shorten(note)}" for note in each.notes]
    return lines


def _run_homework(path, progress_bar):
    notebook = files.read(path)
    name = files.identify(notebook, path)
    if not name:
        raise NotebookError(f"{path} is no homework of this course: name one that it handed out")
    manifest = files.manifest(name)
    notebook, notes = restore.restore_checks(notebook, manifest)
    _run(notebook, path, progress_bar)
    rows = []
    for index, check in _check_cells(notebook, manifest):
        rows.append(_row(notebook.cells, index, check, notes.get(check.exercise, "")))
    return Progress(
        name,
        tuple(rows),
        notes=_notes(notebook.cells, manifest),
        path=path,
    )


def _check_cells(notebook, manifest):
    """(place, check) of every check cell, in the order of the notebook."""
    known = {check.id: check for check in manifest.checks}
    cells = enumerate(notebook.cells)
    return [(index, known[cell.id]) for index, cell in cells if cell.id in known]


def _row(cells, index, check, note):
    name = check.exercise.split(".")[1]
    mark = _mark(cells[index])
    points = catalog.exercise(check.exercise).points
    if note == restore.NEWER and mark == WRONG:
        return Row(name, NOT_BEGUN, points, note)
    return Row(
        name,
        mark,
        points,
        _reason(cells, index, check) if mark == WRONG else "",
    )


def _mark(cell):
    """What a check cell's outputs say."""
    if receipts(cell.outputs):
        return RIGHT
    raised = [output.ename for output in cell.outputs if output.output_type == "error"]
    return NOT_BEGUN if raised == ["NotBegun"] else WRONG


def _reason(cells, index, check):
    """Why an exercise is wrong: the error of the cell that defines it, else its check's message."""
    defining = [i for i in cell_matching.definitions(cells, check) if i < index]
    stopped = [line for i in defining if (line := _error_line(cells[i]))]
    if stopped:
        return f"the cell that defines it stopped: {stopped[-1]}"
    errors = [output for output in cells[index].outputs if output.output_type == "error"]
    if not errors:
        return "its check did not run to its end"
    message = errors[-1].evalue
    lines = message.splitlines()
    claims = [i for i, line in enumerate(lines) if line.startswith(FAILURE_PREFIX)]
    if claims:
        claim, first = lines[claims[0] : claims[0] + 2]
        if first.endswith((".", "?")):  # a sentence says why there was no answer
            return first.strip()
        return f"does not hold yet: {claim.removeprefix(FAILURE_PREFIX)}"
    if errors[-1].ename == "NotRight":
        return first_line(message).removeprefix(f"{WRONG} ")
    return _error_line(cells[index])


def _error_line(cell):
    """What stopped a cell, in a line; "" if nothing did."""
    errors = [output for output in cell.get("outputs", []) if output.output_type == "error"]
    return _error_text(errors[-1].ename, errors[-1].evalue) if errors else ""


def _error_text(name, message):
    line = first_line(message)
    if name == TIMEOUT_NAME:
        return line
    return f"{name}: {line}" if line else name


def _notes(cells, manifest):
    """The student's own cells that failed: they cost nothing, and are worth knowing."""
    defining = {i for check in manifest.checks for i in cell_matching.definitions(cells, check)}
    notes = []
    for i, cell in enumerate(cells):
        error = _error_line(cell)
        if error and i not in defining and not cell_matching.manifest_id(cell, manifest):
            notes.append(f"cell {i + 1}, your own, stopped: {error}")
    return tuple(notes[:MAX_NOTES])


def _shorten(text):
    return textwrap.shorten(text, WIDTH, placeholder=" ...")


# Running


def _run(notebook, path, progress_bar):
    """Run every cell in place; cells may fail, and a kernel that dies is a NotebookError."""
    # without an error for the timeout, nbclient waits for the cell's own answer
    timeout_error = {"ename": TIMEOUT_NAME, "evalue": "", "traceback": []}
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=CELL_SECONDS,
        interrupt_on_timeout=True,
        error_on_timeout=timeout_error,
        iopub_timeout=INTERRUPT_SECONDS,
        raise_on_iopub_timeout=True,  # else a receipt that arrives late is dropped in silence
        allow_errors=True,
        store_widget_state=False,
        log=LOG,
        extra_arguments=["--log-level=ERROR"],
    )
    end = time.monotonic() + TOTAL_SECONDS
    with client.setup_kernel(cwd=str(path.resolve().parent), env=os.environ | ENVIRONMENT):
        for index, cell in enumerate(progress_bar(notebook.cells)):
            if time.monotonic() > end:
                problem = f"{path} ran for more than {TOTAL_SECONDS} s"
                raise NotebookError(f"{problem}: make its cells do less")
            try:
                _run_cell(client, cell, index)
            except (DeadKernelError, CellTimeoutError) as error:
                dead = isinstance(error, DeadKernelError)
                what = "stopped its kernel" if dead else "cannot be interrupted"
                problem = f"{path}: cell {index + 1} {what}"
                raise NotebookError(f"{problem}, so nothing below it was checked") from error


def _run_cell(client, cell, index):
    """Run one cell, and say so in its outputs where it had to be interrupted."""
    begun = time.monotonic()
    client.execute_cell(cell, index)
    if time.monotonic() - begun >= CELL_SECONDS and not receipts(cell.get("outputs", [])):
        message = f"it ran for more than {CELL_SECONDS} s"
        cell.outputs = [new_output("error", ename=TIMEOUT_NAME, evalue=message, traceback=[])]
