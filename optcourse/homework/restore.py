"""A student's notebook as it is to be run: every check cell where it belongs, word by word as it was handed out.

    restored(notebook, manifest) -> Restored(notebook, notes)

What the student wrote stays. What could hide a wrong answer goes: tags that skip a cell or allow it to fail, stored
outputs, the name of another kernel. The student's file is not touched.
"""

import copy
from typing import NamedTuple

import nbformat
from nbformat import NotebookNode

from optcourse.homework.files import Manifest
from optcourse.lessons.canonical import canonical


class Restored(NamedTuple):
    """The notebook to run; notes: exercise -> what had happened to its check cell, one sentence."""

    notebook: NotebookNode
    notes: dict[str, str]


def restored(notebook: NotebookNode, manifest: Manifest) -> Restored:
    """The notebook with its check cells as in the manifest."""
    student = canonical(notebook)  # a copy, with ids that are unique and one kernel
    cells, notes = [_plain(cell) for cell in student.cells], {}
    for check in manifest.checks:
        here, place = _index(cells, check.id), _place(cells, check.id, manifest)
        if note := _note(cells, here, place, check.source):
            notes[check.exercise] = note
        cells.insert(place, nbformat.v4.new_code_cell(check.source, id=check.id))
        if here is not None:
            del cells[here + (place <= here)]
    student.cells = cells
    return Restored(student, notes)


def of_check(cell: NotebookNode, manifest: Manifest) -> str:
    """The exercise that a cell of a restored notebook checks; "" if it is another cell."""
    return next((check.exercise for check in manifest.checks if check.id == cell.id), "")


def _plain(cell):
    """The cell without tags and outputs."""
    cell = copy.deepcopy(cell)
    cell.metadata = nbformat.from_dict({})
    if cell.cell_type == "code":
        cell.outputs, cell.execution_count = [], None
    return cell


def _index(cells, name):
    return next((i for i, cell in enumerate(cells) if cell.id == name), None)


def _place(cells, check_id, manifest):
    """Where the check stands if that is after its solution; else before the next cell that was handed out, or last."""
    order = [cell.id for cell in manifest.cells]
    here, solution = _index(cells, check_id), _index(cells, check_id.removesuffix("check") + "solution")
    if here is not None and (solution is None or solution < here):
        return here
    later = [_index(cells, name) for name in order[order.index(check_id) + 1 :]]
    return next((i for i in later if i is not None and (solution is None or i > solution)), len(cells))


def _note(cells, here, place, source):
    if here is None:
        return "This check cell was deleted; it was put back."
    if cells[here].cell_type != "code" or cells[here].source.strip() != source.strip():
        return "This check cell was changed; the one that was handed out was run instead."
    return "" if place == here else "This check cell stood before its solution; it was run after it."
