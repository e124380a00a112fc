"""A homework as files: what the course handed out (the manifest), and a student's notebook, read with care.

    manifest(name) -> Manifest        which cells the student's notebook has, in order, and its check cells word by word
    read(path) -> notebook            or NotebookError, one sentence for the student
    recognized(notebook, path)        which homework it is, whatever was lost on the way; "" if none

Nothing here imports JAX: pytest asks these questions before it runs anything.
"""

import json
import re
from pathlib import Path
from typing import NamedTuple

from nbformat import NotebookNode

from optcourse.lessons.canonical import NotebookError
from optcourse.lessons.parsing import UnsupportedFormat, parse_notebook

FOLDER = Path(__file__).resolve().parents[2] / "notebooks" / "homework"
MANIFESTS = Path(__file__).parent / "manifests"
CHECKPOINT_HINT = "JupyterLab keeps a copy in .ipynb_checkpoints beside it"
CHECK_CALL = re.compile(r"^check\(\"(\d\d)\.(\w+)\"", re.M)


class Cell(NamedTuple):
    """A cell as it was handed out: its id and a hash of its source; of a check cell, its exercise and source too."""

    id: str
    hash: str
    exercise: str = ""
    source: str = ""


class Manifest(NamedTuple):
    """name: "hw01_critical_points"; version: changes with what a student has to write, or with a check cell."""

    name: str
    version: str
    cells: tuple[Cell, ...]

    @property
    def checks(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.exercise)


def homework_names(folder: Path = MANIFESTS) -> list[str]:
    """Every homework of this version of the course."""
    return sorted(path.stem for path in folder.glob("hw*.json"))


def manifest(name: str, folder: Path = MANIFESTS) -> Manifest:
    """The manifest of a homework; NotebookError where the course has no such homework, or a damaged one."""
    if name not in homework_names(folder):
        known = ", ".join(homework_names(folder)) or "none"
        raise NotebookError(
            f"there is no homework {name!r} in this version of the course (it has {known}): update it"
        )
    try:
        found = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        made = Manifest(
            found["name"], found["version"], tuple(Cell(**cell) for cell in found["cells"])
        )
        if made.name != name or not made.checks:
            raise ValueError
        return made
    except (ValueError, KeyError, TypeError) as error:
        raise NotebookError(
            f"the course's manifest of {name} is damaged: install the course again"
        ) from error


def read(path: Path | str) -> NotebookNode:
    """The notebook at `path`, as it is; NotebookError with one sentence where there is none that can be read."""
    path = Path(path)
    try:
        raw = path.read_bytes()
        return parse_notebook(raw.decode(json.detect_encoding(raw)), oldest=3)
    except FileNotFoundError:
        raise NotebookError(f"{path}: there is no such file; check the name") from None
    except IsADirectoryError:
        raise NotebookError(f"{path} is a folder: name the notebook in it") from None
    except OSError as error:
        raise NotebookError(f"{path} cannot be read: {error.strerror}") from error
    except UnsupportedFormat as error:
        raise NotebookError(
            f"{path} has {error}, not 4: open it in JupyterLab, and save it"
        ) from None
    except ValueError:
        raise NotebookError(
            f"{path} is no notebook, or was cut off on its way: save or send it again; {CHECKPOINT_HINT}"
        ) from None


def identify(notebook: NotebookNode, path: Path | str) -> str:
    """The name of the homework: from the metadata, else the file's name, else its check cells; "" if it is none.

    NotebookError where the notebook says of itself that it is another homework than its file's name says, one that
    this course does not have, or one of another version whose check cells the course no longer knows.
    """
    claimed, by_name = (
        _course_metadata(notebook).get("homework", ""),
        _name_by_number(_homework_number(Path(path).name)),
    )
    name = str(claimed) or by_name or _name_by_check_cells(notebook)
    if not name and "optcourse" in _code(notebook):
        name = _name_by_number(_loose_homework_number(Path(path).name))
    if not name:
        return ""
    if claimed and by_name and claimed != by_name:
        raise NotebookError(
            f"{path} holds {claimed}, and its name says {by_name}: rename it, or send the right file"
        )
    _refuse_unknown_checks(notebook, path, manifest(name), homework_version(notebook))
    return name


def homework_version(notebook: NotebookNode) -> str:
    """The version of the homework that the file was made from; "" where it does not say so."""
    return str(_course_metadata(notebook).get("version") or "")


def cell_id(cell: NotebookNode) -> str:
    """The cell's id; Colab keeps it in the metadata."""
    return str(cell.get("id") or cell.metadata.get("id") or "")


def looks_like_homework(path: Path) -> bool:
    """By its place alone."""
    return bool(_loose_homework_number(path.name)) or path.parent.name == "homework"


def unidentified_message(notebook: NotebookNode, path: Path) -> str:
    """What to say about a notebook that uses the course, lies with the homework, and is none that is known; "" else."""
    if not looks_like_homework(path) or "optcourse" not in _code(notebook):
        return ""
    return f"{path} does not say which homework it is: copy your solutions into a notebook that the course handed out"


def _course_metadata(notebook):
    """What the notebook says of itself."""
    described = notebook.metadata.get("optcourse", {})
    return described if isinstance(described, dict) else {}


def _homework_number(file_name):
    found = re.match(r"hw(\d\d)_", file_name)
    return found[1] if found else ""


def _loose_homework_number(file_name):
    """The number in "Ada HW01 (1).ipynb" too: alone it is no evidence, as other courses have homework."""
    found = re.search(r"(?<![a-z0-9])hw[ _-]?(\d\d)(?!\d)", file_name, re.I)
    return found[1] if found else ""


def _name_by_number(number):
    return next(
        (name for name in homework_names() if number and name.startswith(f"hw{number}_")), ""
    )


def _name_by_check_cells(notebook):
    """A homework one of whose check cells is there: by its id, or by its words."""
    ids = {cell_id(cell) for cell in notebook.cells}
    for name in homework_names():
        if any(cell.id in ids for cell in manifest(name).checks):
            return name
    words = _called_checks(notebook)
    return _name_by_number(words[0][0]) if words else ""


def _called_checks(notebook):
    """(number, exercise) of every check that is called."""
    return CHECK_CALL.findall(_code(notebook))


def _code(notebook):
    return "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")


def _refuse_unknown_checks(notebook, path, made, version):
    """Other text and other placeholders do no harm; of an older version, a check that is gone does."""
    number, known = made.name[2:4], {check.exercise for check in made.checks}
    gone = [f"{number}.{exercise}" for at, exercise in _called_checks(notebook) if at == number]
    gone = [exercise for exercise in gone if exercise not in known]
    if version and version != made.version and gone:
        raise NotebookError(
            f"{path} is another version of {made.name} ({version}, and the course now has {made.version}): "
            f"{gone[0]} is not in it, so copy your solutions into the {made.name}.ipynb of the course"
        )
