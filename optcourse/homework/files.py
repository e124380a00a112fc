"""A homework as files: what the course handed out (the manifest), and a student's notebook.

    manifest(name) -> Manifest        the cells of the student's notebook, sources of its checks
    read(path) -> notebook            or NotebookError, one sentence for the student
    identify(notebook, path)          which homework it is, whatever was lost on the way; "" if none

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
    """A cell as handed out: its id, a hash of its source; of a check cell, exercise and source."""

    id: str
    hash: str
    exercise: str = ""
    source: str = ""


class Manifest(NamedTuple):
    """name: "hw01_critical_points"; version: changes with what is to be written and with checks."""

    name: str
    version: str
    cells: tuple[Cell, ...]

    @property
    def checks(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.exercise)


def homework_names(folder: Path = MANIFESTS) -> list[str]:
    """The names of every homework in this version of the course."""
    return sorted(path.stem for path in folder.glob("hw*.json"))


def manifest(name: str, folder: Path = MANIFESTS) -> Manifest:
    """The manifest of a homework; NotebookError where there is none, or a damaged one."""
    if name not in homework_names(folder):
        known = ", ".join(homework_names(folder)) or "none"
        course = f"this version of the course (it has {known})"
        raise NotebookError(f"there is no homework {name!r} in {course}: update it")
    try:
        found = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        cells = tuple(Cell(**cell) for cell in found["cells"])
        made = Manifest(found["name"], found["version"], cells)
        if made.name != name or not made.checks:
            raise ValueError
        return made
    except (ValueError, KeyError, TypeError) as error:
        damaged = f"the course's manifest of {name} is damaged"
        raise NotebookError(f"{damaged}: install the course again") from error


def read(path: Path | str) -> NotebookNode:
    """The notebook at `path`, as it is; NotebookError where there is none that can be read."""
    path = Path(path)
    try:
        raw = path.read_bytes()
        return parse_notebook(raw.decode(json.detect_encoding(raw)), min_version=3)
    except FileNotFoundError:
        raise NotebookError(f"{path}: there is no such file; check the name") from None
    except IsADirectoryError:
        raise NotebookError(f"{path} is a folder: name the notebook in it") from None
    except OSError as error:
        raise NotebookError(f"{path} cannot be read: {error.strerror}") from error
    except UnsupportedFormat as error:
        advice = "open it in JupyterLab, and save it"
        raise NotebookError(f"{path} has {error}, not 4: {advice}") from None
    except ValueError:
        problem = "is no notebook, or was cut off on its way"
        advice = f"save or send it again; {CHECKPOINT_HINT}"
        raise NotebookError(f"{path} {problem}: {advice}") from None


def identify(notebook: NotebookNode, path: Path | str) -> str:
    """The homework's name: from the metadata, else the file's name, else check cells; "" if none.

    NotebookError where the metadata names another homework than the file's name, one that this
    course does not have, or one of another version whose check cells the course no longer knows.
    """
    claimed = _course_metadata(notebook).get("homework", "")
    by_name = _name_by_number(_homework_number(Path(path).name))
    name = str(claimed) or by_name or _name_by_check_cells(notebook)
    if not name and "optcourse" in _code(notebook):
        name = _name_by_number(_loose_homework_number(Path(path).name))
    if not name:
        return ""
    if claimed and by_name and claimed != by_name:
        problem = f"{path} holds {claimed}, and its name says {by_name}"
        raise NotebookError(f"{problem}: rename it, or send the right file")
    _refuse_unknown_checks(
        notebook,
        path,
        manifest(name),
        homework_version(notebook),
    )
    return name


def homework_version(notebook: NotebookNode) -> str:
    """The version of the homework that the file was made from; "" where it does not say so."""
    return str(_course_metadata(notebook).get("version") or "")


def cell_id(cell: NotebookNode) -> str:
    """The cell's id; Colab keeps it in the metadata."""
    return str(cell.get("id") or cell.metadata.get("id") or "")


def looks_like_homework(path: Path) -> bool:
    """Whether a file looks like homework by its name or its folder alone."""
    return bool(_loose_homework_number(path.name)) or path.parent.name == "homework"


def unidentified_message(notebook: NotebookNode, path: Path) -> str:
    """What to say about a notebook among the homework that is not identified; "" else."""
    if not looks_like_homework(path) or "optcourse" not in _code(notebook):
        return ""
    advice = "copy your solutions into a notebook that the course handed out"
    return f"{path} does not say which homework it is: {advice}"


def _course_metadata(notebook):
    """What the notebook says of itself."""
    described = notebook.metadata.get("optcourse", {})
    return described if isinstance(described, dict) else {}


def _homework_number(file_name):
    found = re.match(r"hw(\d\d)_", file_name)
    return found[1] if found else ""


def _loose_homework_number(file_name):
    """The number in "Ada HW01 (1).ipynb" too: no evidence alone, as other courses have homework."""
    found = re.search(r"(?<![a-z0-9])hw[ _-]?(\d\d)(?!\d)", file_name, re.I)
    return found[1] if found else ""


def _name_by_number(number):
    names = [name for name in homework_names() if name.startswith(f"hw{number}_")]
    return names[0] if number and names else ""


def _name_by_check_cells(notebook):
    """A homework one of whose check cells is there: by its id, or by its source."""
    ids = {cell_id(cell) for cell in notebook.cells}
    for name in homework_names():
        if any(cell.id in ids for cell in manifest(name).checks):
            return name
    called = _called_checks(notebook)
    return _name_by_number(called[0][0]) if called else ""


def _called_checks(notebook):
    """(number, exercise) of every check that is called."""
    return CHECK_CALL.findall(_code(notebook))


def _code(notebook):
    return "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")


def _refuse_unknown_checks(notebook, path, made, version):
    """Refuse another version with a check that is gone; other changes do no harm."""
    number = made.name[2:4]
    known = {check.exercise for check in made.checks}
    called = [f"{number}.{exercise}" for at, exercise in _called_checks(notebook) if at == number]
    gone = [exercise for exercise in called if exercise not in known]
    if version and version != made.version and gone:
        versions = f"({version}, and the course now has {made.version})"
        advice = f"copy your solutions into the {made.name}.ipynb of the course"
        problem = f"{path} is another version of {made.name} {versions}"
        raise NotebookError(f"{problem}: {gone[0]} is not in it, so {advice}")
