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

import nbformat
from nbformat import NotebookNode

from optcourse.lessons.canonical import NotebookError

FOLDER = Path(__file__).resolve().parents[2] / "notebooks" / "homework"
MANIFESTS = Path(__file__).parent / "manifests"
COPY = "JupyterLab keeps a copy in .ipynb_checkpoints beside it"
CALL = re.compile(r"^check\(\"(\d\d)\.(\w+)\"", re.M)


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


def names(folder: Path = MANIFESTS) -> list[str]:
    """Every homework of this version of the course."""
    return sorted(path.stem for path in folder.glob("hw*.json"))


def manifest(name: str, folder: Path = MANIFESTS) -> Manifest:
    """The manifest of a homework; NotebookError where the course has no such homework, or a damaged one."""
    if name not in names(folder):
        known = ", ".join(names(folder)) or "none"
        raise NotebookError(f"there is no homework {name!r} in this version of the course (it has {known}): update it")
    try:
        found = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        made = Manifest(found["name"], found["version"], tuple(Cell(**cell) for cell in found["cells"]))
        if made.name != name or not made.checks:
            raise ValueError
        return made
    except (ValueError, KeyError, TypeError) as error:
        raise NotebookError(f"the course's manifest of {name} is damaged: install the course again") from error


def read(path: Path | str) -> NotebookNode:
    """The notebook at `path`, as it is; NotebookError with one sentence where there is none that can be read."""
    path = Path(path)
    try:
        notebook = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
        minor = min(notebook.nbformat_minor, 4)  # from 5 on cells have ids, which `restored` mends; Colab writes 0
        nbformat.validate(notebook, version=4, version_minor=minor, relax_add_props=True)
        return notebook
    except FileNotFoundError:
        raise NotebookError(f"{path}: there is no such file; check the name") from None
    except IsADirectoryError:
        raise NotebookError(f"{path} is a folder: name the notebook in it") from None
    except OSError as error:
        raise NotebookError(f"{path} cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, AttributeError, nbformat.ValidationError):
        raise NotebookError(
            f"{path} is no notebook, or was cut off on its way: save or send it again; {COPY}"
        ) from None


def recognized(notebook: NotebookNode, path: Path | str) -> str:
    """The name of the homework: from the metadata, else the file's name, else its check cells; "" if it is none.

    NotebookError where the notebook says of itself that it is another homework than its file's name says, one that
    this course does not have, or an older version.
    """
    described = notebook.metadata.get("optcourse", {})
    described = described if isinstance(described, dict) else {}
    claimed, by_name = described.get("homework", ""), _by_number(_number_in(Path(path).name))
    name = str(claimed) or by_name or _by_check_cells(notebook)
    if not name:
        return ""
    if claimed and by_name and claimed != by_name:
        raise NotebookError(f"{path} holds {claimed}, and its name says {by_name}: rename it, or send the right file")
    version, current = described.get("version", ""), manifest(name).version
    if version and version != current:
        raise NotebookError(
            f"{path} is another version of {name} ({version}, and the course now has {current}): "
            f"copy your solutions into the {name}.ipynb of the course"
        )
    return name


def looks_like_homework(path: Path) -> bool:
    """By its place alone."""
    return bool(_number_in(path.name)) or path.parent.name == "homework"


def unnamed(notebook: NotebookNode, path: Path) -> str:
    """What to say about a notebook that uses the course, lies with the homework, and is none that is known; "" else."""
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    if not looks_like_homework(path) or "optcourse" not in code:
        return ""
    return f"{path} does not say which homework it is: copy your solutions into a notebook that the course handed out"


def _number_in(file_name):
    found = re.match(r"hw(\d\d)_", file_name)
    return found[1] if found else ""


def _by_number(number):
    return next((name for name in names() if number and name.startswith(f"hw{number}_")), "")


def _by_check_cells(notebook):
    """A homework one of whose check cells is there: by its id, or by its words."""
    ids = {cell.get("id") for cell in notebook.cells}
    words = CALL.findall("\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code"))
    for name in names():
        if any(cell.id in ids for cell in manifest(name).checks):
            return name
    return _by_number(words[0][0]) if words else ""
