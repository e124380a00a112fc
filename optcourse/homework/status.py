"""How far a learner is: each notebook is run from start to end in a fresh kernel, its check cells as handed out.

    progress(path) -> Progress      points by exercise, or one sentence with what keeps it from being run
    table(rows) -> str              for a terminal

A point is counted where a check left its receipt, so neither stored outputs nor a changed check cell earn one.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError

from optcourse.homework import catalog, files, restore
from optcourse.homework.files import NotebookError
from optcourse.homework.receipt import receipts

LONGEST_CELL, LONGEST = 60, 300  # seconds
RIGHT, WRONG, NOT_BEGUN = "✓", "✗", "○"
ENVIRONMENT = {"TQDM_DISABLE": "1", "JAX_PLATFORMS": "cpu"}


class Row(NamedTuple):
    """One exercise: its name, RIGHT, WRONG or NOT_BEGUN, and the points that it is worth."""

    name: str
    mark: str
    points: int


class Progress(NamedTuple):
    """A homework, its rows; or, without rows, the problem."""

    name: str
    rows: tuple[Row, ...] = ()
    problem: str = ""


def progress(path: Path, drawn: Callable = iter) -> Progress:
    """Run the notebook at `path`; drawn(cells) yields the cells and may draw a bar, as tqdm does."""
    try:
        notebook = files.read(path)
        name = files.recognized(notebook, path)
        if not name:
            raise NotebookError(f"{path} is no homework of this course: name one that it handed out")
        manifest = files.manifest(name)
        notebook = restore.restored(notebook, manifest).notebook
        _run(notebook, path, drawn)
    except NotebookError as error:
        return Progress(path.stem, problem=str(error))
    marks = {exercise: _mark(cell) for cell in notebook.cells if (exercise := restore.of_check(cell, manifest))}
    rows = [Row(address.split(".")[1], mark, catalog.exercise(address).points) for address, mark in marks.items()]
    return Progress(name, tuple(rows))


def table(found: list[Progress]) -> str:
    """A line for each exercise, and one for the points of each homework."""
    lines = []
    for each in found:
        if each.problem:
            lines += [each.name, f"  {each.problem}", ""]
            continue
        mine = sum(row.points for row in each.rows if row.mark == RIGHT)
        lines.append(f"{each.name:30} {mine:2} of {sum(row.points for row in each.rows):2} points")
        for row in each.rows:
            lines.append(f"  {row.mark} {row.name:26} {row.points if row.mark == RIGHT else 0:2} of {row.points:2}")
        lines.append("")
    return "\n".join([*lines, f"{RIGHT} right   {WRONG} not right yet   {NOT_BEGUN} not begun"])


def _mark(cell):
    """What a check cell's outputs say."""
    if receipts(cell.outputs):
        return RIGHT
    raised = [output.ename for output in cell.outputs if output.output_type == "error"]
    return NOT_BEGUN if raised == ["NotBegun"] else WRONG


def _run(notebook, path, drawn):
    """Run every cell in place; a cell that fails is a cell that fails, and a kernel that dies is a NotebookError."""
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=LONGEST_CELL,
        interrupt_on_timeout=True,
        allow_errors=True,
        store_widget_state=False,
        extra_arguments=["--log-level=ERROR"],
    )
    end = time.monotonic() + LONGEST
    with client.setup_kernel(cwd=str(path.resolve().parent), env=os.environ | ENVIRONMENT):
        for index, cell in enumerate(drawn(notebook.cells)):
            if time.monotonic() > end:
                raise NotebookError(f"{path} ran for more than {LONGEST} s: make its cells do less")
            try:
                client.execute_cell(cell, index)
            except (DeadKernelError, CellTimeoutError) as error:
                what = "stopped its kernel" if isinstance(error, DeadKernelError) else f"ran beyond {LONGEST_CELL} s"
                raise NotebookError(f"{path}: cell {index + 1} {what}, so nothing below it was checked") from error
