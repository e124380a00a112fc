"""A student's notebook as it is to be run: every check cell where it belongs, word by word as it was handed out.

    restored(notebook, manifest) -> Restored(notebook, notes)

What the student wrote stays. What could hide a wrong answer goes: tags that skip a cell or allow it to fail, stored
outputs, the name of another kernel. The student's file is not touched.

An exercise of which a file of another version holds nothing, neither a solution nor a check, is NEWER than the file.
"""

import re
from typing import NamedTuple

import nbformat
from nbformat import NotebookNode

from optcourse.homework import belonging
from optcourse.homework.files import Cell, Manifest, cell_id, homework_version
from optcourse.lessons.canonical import KERNEL

NEWER = "This file has no such exercise: it is older than the exercise."


class Restored(NamedTuple):
    """The notebook to run; notes: exercise -> what had happened to its check cell, one sentence."""

    notebook: NotebookNode
    notes: dict[str, str]


class Place(NamedTuple):
    """Where a check is run: before the cell at this index; and whether its student had it elsewhere, or nowhere."""

    index: int
    moved: bool


def restored(notebook: NotebookNode, manifest: Manifest) -> Restored:
    """The notebook with its check cells as in the manifest."""
    cells, notes = [_bare_cell(cell) for cell in notebook.cells], {}
    newer = (
        _newer_exercises(cells, manifest)
        if homework_version(notebook) not in ("", manifest.version)
        else set()
    )
    for check in manifest.checks:
        place = _place(cells, check, manifest)
        if note := NEWER if check.exercise in newer else _note(cells, check, place):
            notes[check.exercise] = note
        cells = _insert_check(cells, check, place.index)
    _assign_ids(cells, manifest)
    return Restored(
        nbformat.from_dict(
            {"cells": cells, "metadata": KERNEL, "nbformat": 4, "nbformat_minor": 5}
        ),
        notes,
    )


def checked_exercise(cell: NotebookNode, manifest: Manifest) -> str:
    """The exercise that a cell of a restored notebook checks; "" if it is another cell."""
    return next((check.exercise for check in manifest.checks if check.id == cell.id), "")


def _bare_cell(cell):
    """The cell's kind, source and id: no tags, no outputs."""
    source = cell.source.replace("\r\n", "\n").replace("\r", "\n").rstrip()
    plain = {"cell_type": cell.cell_type, "id": cell_id(cell), "metadata": {}, "source": source}
    return nbformat.from_dict(plain | _empty_outputs(cell.cell_type))


def _empty_outputs(kind):
    return {"outputs": [], "execution_count": None} if kind == "code" else {}


def _place(cells, check, manifest):
    """Where the student has it if the function is defined above; else after the definition, before what comes next."""
    definitions = belonging.definitions(cells, check, manifest)
    places = [_place_at(cells, index, check) for index in _check_cells(cells, check)]
    good = [place for place in places if not definitions or definitions[0] < place]
    if good:
        return Place(good[0], moved=False)
    solution = belonging.solution_id(check)
    named = [index for index in definitions if cells[index].id == solution]
    start = [*definitions, *named][-1] if definitions else None
    return Place(_place_below(cells, check, manifest, start), moved=bool(places))


def _check_cells(cells, check):
    """The cells that call the check, or have its id: first the one with both, then the last one that does no more."""
    here = [i for i, cell in enumerate(cells) if cell.id == check.id or _calls_check(cell, check)]
    rank = lambda i: (
        _calls_check(cells[i], check),
        belonging.only_calls_checks(cells[i].source),
        cells[i].id == check.id,
        i,
    )
    return sorted(here, key=rank, reverse=True)


def _calls_check(cell, check):
    return cell.cell_type == "code" and belonging.calls_check(cell.source, check.exercise)


def _place_at(cells, index, check):
    """The place of the check in a cell: instead of it, or after what else it does."""
    more = _calls_check(cells[index], check) and not belonging.only_calls_checks(
        cells[index].source
    )
    defines = re.search(
        rf"^def {re.escape(belonging.function_name(check))}\b", cells[index].source, re.M
    )
    return index + 1 if more or defines else index


def _place_below(cells, check, manifest, start):
    """The first cell below `start` that was handed out below the check, else the end."""
    after = manifest.cells[manifest.cells.index(check) + 1 :]
    there = [belonging.manifest_id(cell, manifest) for cell in cells]
    for each in after:
        found = [index for index, name in enumerate(there) if name == each.id]
        if each.exercise:
            found += belonging.definitions(cells, each, manifest)
        below = [index for index in found if start is None or index > start]
        if below:
            return min(below)
    return len(cells)


def _insert_check(cells, check, place):
    """The cells with the check at its place, and called nowhere else."""
    made = []
    for index, cell in enumerate(cells):
        if index == place:
            made.append(_check_cell(check))
        source = (
            belonging.remove_call(cell.source, check.exercise)
            if _calls_check(cell, check)
            else cell.source
        )
        if source or not _calls_check(cell, check):
            made.append(nbformat.from_dict({**cell, "source": source}))
    return made if place < len(cells) else [*made, _check_cell(check)]


def _check_cell(check):
    return nbformat.v4.new_code_cell(check.source, id=check.id)


def _assign_ids(cells, manifest):
    """Ids that are unique, those of the checks for the checks alone."""
    checks, taken = {check.id: check.source for check in manifest.checks}, set()
    for number, cell in enumerate(cells):
        mine = cell.id not in checks or (
            cell.cell_type == "code" and checks[cell.id] == cell.source
        )
        if not mine or cell.id in taken or not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", cell.id):
            cell.id = next(
                name for i in range(len(cells) + 1) if (name := f"own-{number}-{i}") not in taken
            )
        taken.add(cell.id)


def _newer_exercises(cells, manifest):
    """The exercises of which a file of another version holds nothing; none where it holds nothing of any."""
    held = [
        c
        for c in manifest.checks
        if _check_cells(cells, c) or belonging.definitions(cells, c, manifest)
    ]
    return {check.exercise for check in manifest.checks if held and check not in held}


def _note(cells, check: Cell, place):
    here = _check_cells(cells, check)
    if not here:
        return "This check cell was deleted; it was put back."
    named = min((i for i in here if cells[i].id == check.id), default=here[0])
    if cells[named].cell_type != "code" or cells[named].source.strip() != check.source.strip():
        return "This check cell was changed; the one that was handed out was run instead."
    return "This check cell stood before its solution; it was run after it." if place.moved else ""
