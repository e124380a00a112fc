"""The course's notebooks: the core of each lesson, and the deeper notebooks that lead on from it.

    notebooks(folder) -> [path]         all of them: 00, 01, ..., then those of folder/deeper
    lessons(folder) -> {number: paths}  of each lesson its core, then its deeper notebooks
    is_deeper(path) -> bool             whether it lies in a folder of deeper notebooks

Whatever reads, writes, checks or opens the course's notebooks takes them from here.
"""

import re
from pathlib import Path

DEEPER = "deeper"  # the folder, beside the cores


def notebooks(folder: Path | str) -> list[Path]:
    """Every notebook of the course in `folder`, the cores first; homework is none of them."""
    folder = Path(folder)
    return sorted(folder.glob("*.ipynb")) + sorted((folder / DEEPER).glob("*.ipynb"))


def lessons(folder: Path | str) -> dict[str, list[Path]]:
    """Number, such as "09", to the notebooks of that lesson: NN_topic.ipynb, the core first.

    A lesson is there when its core is: deeper notebooks without one are left out.
    """
    found = {}
    for path in notebooks(folder):
        number = lesson_number(path)
        if number and not is_deeper(path):
            found[number] = [path]
        elif number in found:
            found[number].append(path)
    return found


def lesson_number(path: Path | str) -> str:
    """The number of the lesson that NN_topic.ipynb belongs to; "" for other names."""
    match = re.match(r"\d\d(?=_)", Path(path).name)
    return match[0] if match else ""


def is_deeper(path: Path | str) -> bool:
    """Whether the notebook at `path` is a deeper one."""
    return Path(path).absolute().parent.name == DEEPER
