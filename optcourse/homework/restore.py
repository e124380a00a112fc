"""A student's notebook as it is to be run: every check cell where it belongs, as handed out.

    restore_checks(notebook, manifest) -> Restored(notebook, notes)

What the student wrote stays. What could hide a wrong answer goes: tags that skip a cell or allow it
to fail, stored outputs, the name of another kernel. The student's file is not touched.

An exercise of which a file of another version holds nothing, neither a solution nor a check, is
NEWER than the file.
"""

import re
from typing import NamedTuple

import nbformat
from nbformat import NotebookNode

from optcourse.homework import cell_matching
from optcourse.homework.files import Cell, Manifest, cell_id, homework_version
from optcourse.lessons.canonical import KERNEL

NEWER = "This file has no such exercise: it is older than the exercise."


class Restored(NamedTuple):
    """The notebook to run; notes: exercise -> what had happened to its check cell, one sentence."""

    notebook: NotebookNode
    notes: dict[str, str]


class Place(NamedTuple):
    """A check is run before the cell at `index`; moved: whether the student had it elsewhere."""

    index: int
    moved: bool


def restore_checks(notebook: NotebookNode, manifest: Manifest) -> Restored:
    """The notebook with its check cells as in the manifest."""
    cells = [_bare_cell(cell) for cell in notebook.cells]
    notes = {}
    newer = set()
    if homework_version(notebook) not in ("", manifest.version):
        newer = _newer_exercises(cells, manifest)
    for check in manifest.checks:
        place = _place(cells, check, manifest)
        note = NEWER if check.exercise in newer else _note(cells, check, place)
        if note:
            notes[check.exercise] = note
        cells = _insert_check(cells, check, place.index)
    _assign_ids(cells, manifest)
    made = {
        "cells": cells,
        "metadata": KERNEL,
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return Restored(nbformat.from_dict(made), notes)


def checked_exercise(cell: NotebookNode, manifest: Manifest) -> str:
    """The exercise that a cell of a restored notebook checks; "" if it is another cell."""
    return next((check.exercise for check in manifest.checks if check.id == cell.id), "")


def _bare_cell(cell):
    """The cell's kind, source and id: no tags, no outputs."""
    source = cell.source.replace("\r\n", "\n").replace("\r", "\n").rstrip()
    plain = {
        "cell_type": cell.cell_type,
        "id": cell_id(cell),
        "metadata": {},
        "source": source,
    }
    return nbformat.from_dict(plain | _empty_outputs(cell.cell_type))


def _empty_outputs(kind):
    return {"outputs": [], "execution_count": None} if kind == "code" else {}


def _place(cells, check, manifest):
    """Where the student has it, if below the definition; else below that, before what is next."""
    definitions = cell_matching.definitions(cells, check, manifest)
    places = [_place_at(cells, index, check) for index in _check_cells(cells, check)]
    good = [place for place in places if not definitions or definitions[0] < place]
    if good:
        return Place(good[0], moved=False)
    solution = cell_matching.solution_id(check)
    named = [index for index in definitions if cells[index].id == solution]
    start = [*definitions, *named][-1] if definitions else None
    return Place(_place_below(cells, check, manifest, start), moved=bool(places))


def _check_cells(cells, check):
    """The cells that call the check, or have its id: the best first, the last of equal ones."""

    def rank(i):
        calls = _calls_check(cells[i], check)
        no_more = cell_matching.only_calls_checks(cells[i].source)
        return calls, no_more, cells[i].id == check.id, i

    here = [i for i, cell in enumerate(cells) if cell.id == check.id or _calls_check(cell, check)]
    return sorted(here, key=rank, reverse=True)


def _calls_check(cell, check):
    return cell.cell_type == "code" and cell_matching.calls_check(cell.source, check.exercise)


def _place_at(cells, index, check):
    """The place of the check in a cell: instead of it, or after what else it does."""
    source = cells[index].source
    more = _calls_check(cells[index], check) and not cell_matching.only_calls_checks(source)
    name = re.escape(cell_matching.function_name(check))
    defines = re.search(rf"^def {name}\b", source, re.M)
    return index + 1 if more or defines else index


def _place_below(cells, check, manifest, start):
    """The first cell below `start` that was handed out below the check, else the end."""
    after = manifest.cells[manifest.cells.index(check) + 1 :]
    there = [cell_matching.manifest_id(cell, manifest) for cell in cells]
    for each in after:
        found = [index for index, name in enumerate(there) if name == each.id]
        if each.exercise:
            found += cell_matching.definitions(cells, each, manifest)
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
        if not _calls_check(cell, check):
            made.append(nbformat.from_dict(cell))
        elif left := cell_matching.remove_call(cell.source, check.exercise):
            made.append(nbformat.from_dict({**cell, "source": left}))
    return made if place < len(cells) else [*made, _check_cell(check)]


def _check_cell(check):
    return nbformat.v4.new_code_cell(check.source, id=check.id)


def _assign_ids(cells, manifest):
    """Ids that are unique, those of the checks for the checks alone."""
    checks = {check.id: check.source for check in manifest.checks}
    taken = set()
    for number, cell in enumerate(cells):
        is_check = cell.cell_type == "code" and checks.get(cell.id) == cell.source
        good = is_check or cell.id not in checks
        if not good or cell.id in taken or not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", cell.id):
            names = (f"own-{number}-{i}" for i in range(len(cells) + 1))
            cell.id = next(name for name in names if name not in taken)
        taken.add(cell.id)


def _newer_exercises(cells, manifest):
    """The exercises of which the cells hold nothing; none where they hold nothing of any."""
    missing = set()
    for check in manifest.checks:
        if not _check_cells(cells, check) and not cell_matching.definitions(cells, check, manifest):
            missing.add(check.exercise)
    return missing if len(missing) < len(manifest.checks) else set()


def _note(cells, check: Cell, place):
    here = _check_cells(cells, check)
    if not here:
        return "This check cell was deleted; it was put back."
    cell = cells[min((i for i in here if cells[i].id == check.id), default=here[0])]
    if cell.cell_type != "code" or cell.source.strip() != check.source.strip():
        return "This check cell was changed; the one that was handed out was run instead."
    return "This check cell stood before its solution; it was run after it." if place.moved else ""
