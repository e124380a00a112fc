"""From one source the student's notebook, the solution, and the manifest of what was handed out.

    notebooks/homework/source/hw01_critical_points.py     py:percent; a solution is marked:

        ### BEGIN SOLUTION: return the share of positive numbers
        return jnp.mean(eigenvalues > 0)
        ### END SOLUTION

    becomes raise NotImplementedError("return the share of positive numbers")

The cell that checks it calls check("01.minimum_ratio", minimum_ratio). The same source gives the
same bytes.
"""

import hashlib
import json
import re
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from optcourse.homework import catalog, files
from optcourse.homework.cell_matching import source_hash
from optcourse.homework.files import CHECK_CALL, Cell, Manifest, NotebookError
from optcourse.lessons.canonical import canonical, text
from optcourse.lessons.replace import write_atomically

SOURCES = files.FOLDER / "source"
SOLUTIONS = files.FOLDER / "solutions"  # ignored by git: a solution is made when it is wanted
SOLUTION_BLOCK = re.compile(r"^( *)### BEGIN SOLUTION: (.+)\n(?:.*\n)*?\1### END SOLUTION *$", re.M)
SOLUTION_MARK = re.compile(r"^ *### (?:BEGIN|END) SOLUTION.*\n?", re.M)
LOCKED = {"deletable": False, "editable": False}  # in JupyterLab, against accidents


def build(
    number: str, folder: Path = files.FOLDER, manifests: Path = files.MANIFESTS
) -> list[Path]:
    """Write the student's notebook and the manifest: the files that changed.

    NotebookError where a student's work would be lost.
    """
    name = catalog.homework_name(number)
    notebook, made = make_student_notebook(number)
    path = folder / f"{name}.ipynb"
    if holds_student_work(path, name, manifests):
        raise NotebookError(f"{path} holds someone's work: move it away, then build again")
    wanted = {path: text(notebook), manifests / f"{name}.json": _json(made)}
    changed = []
    for path, content in wanted.items():
        if not path.is_file() or path.read_text("utf-8") != content:
            write_atomically(path, content)
            changed.append(path)
    return changed


def solve(number: str, path: Path | None = None) -> Path:
    """Write the notebook with its solutions: the path. It replaces only an older solution."""
    name = catalog.homework_name(number)
    if path is None:
        path = SOLUTIONS / f"{name}.ipynb"
        _make_folder(path.parent)
    if path.is_dir() or not path.parent.is_dir():
        what = "a folder" if path.is_dir() else "in no folder"
        raise NotebookError(f"{path} is {what}: name a notebook to write")
    if path.exists() and not _is_solution(path):
        raise NotebookError(f"{path} exists and is no solution of the course: choose another name")
    write_atomically(path, text(solution_notebook(number)))
    return path


def _make_folder(folder):
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        advice = "with -o FILE, choose a place of your own"
        raise NotebookError(f"{folder} cannot be made: {error.strerror}; {advice}") from error


def make_student_notebook(number: str) -> tuple[NotebookNode, Manifest]:
    """(the student's notebook, its manifest), made from the source."""
    notebook = _read_source(number)
    for cell in notebook.cells:
        cell.source = SOLUTION_BLOCK.sub(_placeholder, cell.source)
    cells = tuple(_manifest_cell(cell) for cell in notebook.cells)
    to_write = [cell.source for cell in notebook.cells if cell.id.endswith(("-solution", "-check"))]
    version = hashlib.sha256("\n".join(to_write).encode()).hexdigest()[:8]
    made = Manifest(catalog.homework_name(number), version, cells)
    notebook.metadata["optcourse"] = {"homework": made.name, "version": made.version}
    return notebook, made


def solution_notebook(number: str) -> NotebookNode:
    """The notebook of a homework with every solution in it."""
    notebook, _ = make_student_notebook(number)
    for cell, full in zip(notebook.cells, _read_source(number).cells):
        cell.source = SOLUTION_MARK.sub("", full.source).rstrip()
    notebook.metadata["optcourse"]["solution"] = True
    return notebook


def holds_student_work(path: Path, name: str, manifests: Path = files.MANIFESTS) -> bool:
    """Whether the file holds code that was not handed out; what cannot be read counts as work."""
    if not path.exists() or name not in files.homework_names(manifests):
        return path.exists()
    known = {cell.hash for cell in files.manifest(name, manifests).cells}
    try:
        code = [cell.source for cell in files.read(path).cells if cell.cell_type == "code"]
    except NotebookError:
        return True
    return any(source_hash(source) not in known for source in code)


def _read_source(number):
    """The source as a canonical notebook, its solution and check cells named.

    NotebookError where they do not pair.
    """
    import jupytext  # here, so that all else works without it

    path = SOURCES / f"{catalog.homework_name(number)}.py"
    if not path.exists():
        raise NotebookError(f"{path} is missing: run this in a complete copy of the course")
    notebook = jupytext.read(path, fmt="py:percent")
    checked = []  # exercises whose check was met
    waiting = None  # the solution cell whose check was not met yet
    for cell in notebook.cells:
        cell.id = ""  # canonical counts those without a name of their own
        if "### BEGIN SOLUTION" in cell.source:
            if waiting is not None or not SOLUTION_BLOCK.search(cell.source):
                problem = "a solution without its check, or not marked as it should be"
                raise NotebookError(f"{path}: {problem}: {_last_line(cell)}")
            waiting = cell
        elif call := CHECK_CALL.search(cell.source):
            if waiting is None or call[1] != number:
                problem = "a check without its solution before it"
                raise NotebookError(f"{path}: {problem}: {_last_line(cell)}")
            checked.append(call[2])
            waiting.id = f"{number}-{call[2]}-solution"
            cell.id = f"{number}-{call[2]}-check"
            cell.metadata.update(LOCKED)
            waiting = None
    expected = [each.name for each in catalog.exercises(number)]
    if checked != expected:
        both = f"{path} checks {checked}, and the exercises are {expected}"
        raise NotebookError(f"{both}: bring them into agreement")
    return canonical(nbformat.from_dict(notebook))


def _placeholder(block):
    task = json.dumps(block[2].strip(), ensure_ascii=False)
    return f"{block[1]}raise NotImplementedError({task})"


def _manifest_cell(cell):
    call = CHECK_CALL.search(cell.source) if cell.id.endswith("-check") else None
    if call is None:
        return Cell(cell.id, source_hash(cell.source))
    return Cell(
        cell.id,
        source_hash(cell.source),
        f"{call[1]}.{call[2]}",
        cell.source,
    )


def _last_line(cell):
    return cell.source.strip().splitlines()[-1]


def _json(made: Manifest) -> str:
    cells = [{key: value for key, value in cell._asdict().items() if value} for cell in made.cells]
    return json.dumps({**made._asdict(), "cells": cells}, indent=1, ensure_ascii=False) + "\n"


def _is_solution(path):
    try:
        return files.read(path).metadata.get("optcourse", {}).get("solution") is True
    except NotebookError:
        return False
