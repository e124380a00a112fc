"""What a student's cells are to an exercise, by what they say: programs drop ids, renumber them, split and merge cells.

    function_of(check) -> "gradient"       the name that the exercise asks for
    definitions(cells, check)              the cells that give this name a meaning: indices
    calls(source, exercise)                whether the check of the exercise is called in it
    without_call(source, exercise)         the source without that call; "" if nothing else was in it
    handed_out(cell, manifest)             the id of the cell of the manifest that this one is; "" if it is a student's

A cell is a notebook's cell; `check` is a check cell of the manifest.
"""

import hashlib
import re

from nbformat import NotebookNode

from optcourse.homework.files import Cell, Manifest

ARGUMENT = re.compile(r"^check\(\"\d\d\.\w+\", *(\w+)", re.M)
CALL = r"""^check\(\s*["']{exercise}["']\s*,\s*\w+\s*,?\s*\)[ \t;]*(?:#.*)?$\n?"""
# What may stand in a check cell and does nothing of its own: comments, magics, the import.
TRIVIAL_LINE = re.compile(
    r"\s*(?:#.*|[%!].*|from optcourse\.homework\.check import check\s*|import optcourse.*)?"
)


def function_name(check: Cell) -> str:
    """The name of the function that a check cell examines."""
    return ARGUMENT.search(check.source)[1]


def definitions(
    cells: list[NotebookNode], check: Cell, manifest: Manifest | None = None
) -> list[int]:
    """The cells that define the function: those with a `def`, else with an assignment, else with the solution's id.

    With a manifest, a cell just as it was handed out, such as a placeholder, counts only where nothing else does.
    """
    code = [index for index, cell in enumerate(cells) if cell.cell_type == "code"]
    given = (
        {index: manifest_id(cells[index], manifest, by_id=False) for index in code}
        if manifest
        else {}
    )
    mine = [index for index in code if not given.get(index)]
    found = (
        [index for index in mine if re.search(way, cells[index].source, re.M)]
        for way in _definition_patterns(check)
    )
    solution = solution_id(check)
    named = [index for index in code if solution in (given.get(index), cells[index].id)]
    return next(filter(None, found), named)


def _definition_patterns(check):
    """How a function comes to be: the plainest way first."""
    name = re.escape(function_name(check))
    return (
        rf"^(?:async +)?def {name}\b",
        rf"^\s+def {name}\b",
        rf"^(?:class {name}\b|{name} *(?::.*)?=[^=]|(?:from|import)\b.*\b{name}\b)",
    )


def solution_id(check: Cell) -> str:
    return f"{check.id.removesuffix('check')}solution"


def calls_check(source: str, exercise: str) -> bool:
    """Whether a line of the source is the call of the exercise's check."""
    return bool(_call_pattern(exercise).search(source))


def remove_call(source: str, exercise: str) -> str:
    """The source without the call; "" where what is left does nothing."""
    left = _call_pattern(exercise).sub("", source)
    return "" if is_trivial(left) else left.rstrip()


def only_calls_checks(source: str) -> bool:
    """Whether nothing but checks is called."""
    return is_trivial(_call_pattern(r"\d\d\.\w+").sub("", source))


def is_trivial(source: str) -> bool:
    return all(TRIVIAL_LINE.fullmatch(line) for line in source.splitlines())


def manifest_id(cell: NotebookNode, manifest: Manifest, by_id: bool = True) -> str:
    """The id in the manifest, by the cell's words or, where those were changed, by its id."""
    digest, ids = source_hash(cell.source), {each.id for each in manifest.cells}
    found = next((each.id for each in manifest.cells if each.hash == digest), "")
    return found or (cell.id if by_id and cell.get("id") in ids else "")


def source_hash(source: str) -> str:
    """By which a manifest knows a source."""
    return hashlib.sha256(source.strip().encode()).hexdigest()[:16]


def _call_pattern(exercise):
    return re.compile(CALL.format(exercise=exercise), re.M)
