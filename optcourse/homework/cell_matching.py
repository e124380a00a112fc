"""What a student's cells are to an exercise: by their source, as programs change ids and cells.

    function_name(check) -> "gradient"     the name that the exercise asks for
    definitions(cells, check)              the cells that give this name a meaning: indices
    calls_check(source, exercise)          whether the check of the exercise is called in it
    remove_call(source, exercise)          the source without that call; "" if nothing else is left
    manifest_id(cell, manifest)            its id in the manifest; "" if it is the student's own

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
    """The cells that define the function: by a `def`, else an assignment, else the solution's id.

    With a manifest, a cell just as it was handed out, such as a placeholder, counts only where
    nothing else does.
    """
    code = [index for index, cell in enumerate(cells) if cell.cell_type == "code"]
    given = {}
    if manifest:
        given = {index: manifest_id(cells[index], manifest, by_id=False) for index in code}
    own = [index for index in code if not given.get(index)]
    for pattern in _definition_patterns(check):
        found = [index for index in own if re.search(pattern, cells[index].source, re.M)]
        if found:
            return found
    solution = solution_id(check)
    return [index for index in code if solution in (given.get(index), cells[index].id)]


def _definition_patterns(check):
    """Patterns of the ways to define the function, the plainest first."""
    name = re.escape(function_name(check))
    return (
        rf"^(?:async +)?def {name}\b",
        rf"^\s+def {name}\b",
        rf"^(?:class {name}\b|{name} *(?::.*)?=[^=]|(?:from|import)\b.*\b{name}\b)",
    )


def solution_id(check: Cell) -> str:
    """The id of the solution cell that belongs to a check cell."""
    return f"{check.id.removesuffix('check')}solution"


def calls_check(source: str, exercise: str) -> bool:
    """Whether a line of the source is the call of the exercise's check."""
    return bool(_call_pattern(exercise).search(source))


def remove_call(source: str, exercise: str) -> str:
    """The source without the call; "" where what is left does nothing."""
    left = _call_pattern(exercise).sub("", source)
    return "" if is_trivial(left) else left.rstrip()


def only_calls_checks(source: str) -> bool:
    """Whether the source does nothing but call checks."""
    return is_trivial(_call_pattern(r"\d\d\.\w+").sub("", source))


def is_trivial(source: str) -> bool:
    """Whether the source holds nothing but comments, magics and imports of the course."""
    return all(TRIVIAL_LINE.fullmatch(line) for line in source.splitlines())


def manifest_id(cell: NotebookNode, manifest: Manifest, by_id: bool = True) -> str:
    """The cell's id in the manifest, by its source, else by its own id; "" if it has none."""
    digest = source_hash(cell.source)
    for each in manifest.cells:
        if each.hash == digest:
            return each.id
    known = by_id and any(each.id == cell.get("id") for each in manifest.cells)
    return cell.id if known else ""


def source_hash(source: str) -> str:
    """A hash of a source, by which a manifest recognizes it."""
    return hashlib.sha256(source.strip().encode()).hexdigest()[:16]


def _call_pattern(exercise):
    return re.compile(CALL.format(exercise=exercise), re.M)
