"""The text of a notebook's file as a notebook: whatever Jupyter opens, and no more.

    parsed(words) -> notebook      format 4, complete; ValueError where no notebook is in it, OtherFormat
                                   where one of another format is

Other programs leave out what they do not need (outputs, metadata, ids), or add what is theirs. What is missing is put
in; outputs that are not what they should be are dropped; half of a surrogate pair, which no file can hold, is replaced.
"""

import json
import re

import nbformat
from nbformat import NotebookNode

MINOR_VERSION = 4  # the last minor version in which a cell needs no id
SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
CELL_TYPES = {"code", "markdown", "raw"}


class UnsupportedFormat(ValueError):
    """A notebook of a format that is not read; the message names the format."""


def parse_notebook(words: str, oldest: int = 4) -> NotebookNode:
    """The notebook in the text of a file; what is older than format 4, down to `oldest`, is brought to it."""
    try:
        found = json.loads(
            words.removeprefix("\ufeff")
        )  # some editors put a mark of the byte order first
        if SURROGATE.search(words):
            found = json.loads(_replace_surrogates(json.dumps(found, ensure_ascii=False)))
        version = int(found["nbformat"])
        if not oldest <= version <= 4:
            raise UnsupportedFormat(f"notebook format {version}")
        if version < 4:
            found = nbformat.convert(nbformat.from_dict(found), 4)
        return _repair(nbformat.from_dict(_complete(found)))
    except (TypeError, KeyError, AttributeError, RecursionError, nbformat.ValidationError) as error:
        raise ValueError("no notebook") from error


def _replace_surrogates(words):
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _complete(found):
    """The notebook with all that the format asks for."""
    minor = found.get("nbformat_minor")
    return {
        "cells": [_cell(cell) for cell in found["cells"]],
        "metadata": _as_dict(found.get("metadata")),
        "nbformat": 4,
        "nbformat_minor": max(0, minor) if isinstance(minor, int) else MINOR_VERSION,
    }


def _cell(cell):
    """One cell; KeyError or TypeError where there is none."""
    kind, source = cell["cell_type"], _join_lines(cell["source"])
    if not isinstance(source, str):
        raise TypeError("a source is text")
    new = {"cell_type": kind if kind in CELL_TYPES else "raw", "source": source}
    new["metadata"] = _as_dict(cell.get("metadata"))
    if "id" in cell:
        new["id"] = str(cell["id"])
    if _as_dict(cell.get("attachments")) and kind != "code":
        new["attachments"] = cell["attachments"]
    if kind == "code":
        count, outputs = cell.get("execution_count"), cell.get("outputs")
        outputs = outputs if isinstance(outputs, list) else []
        new["execution_count"] = count if isinstance(count, int) and count >= 0 else None
        new["outputs"] = [_output(each) for each in outputs if isinstance(each, dict)]
    return new


def _output(output):
    """An output, its lines joined."""
    new = {key: _join_lines(value) if key == "text" else value for key, value in output.items()}
    if isinstance(new.get("data"), dict):
        new["data"] = {
            kind: value if "json" in kind else _join_lines(value)
            for kind, value in new["data"].items()
        }
        new.setdefault("metadata", {})
    return new


def _join_lines(lines):
    return "".join(lines) if isinstance(lines, list) else lines


def _as_dict(value):
    return value if isinstance(value, dict) else {}


def _repair(notebook):
    """The notebook if it obeys the format; else without what does not."""
    if not _is_valid(notebook):
        notebook.cells = [
            cell if _is_valid(_notebook(cell)) else _minimal_cell(cell) for cell in notebook.cells
        ]
        if not _is_valid(_notebook(metadata=notebook.metadata)):
            notebook.metadata = {
                key: value for key, value in notebook.metadata.items() if key == "optcourse"
            }
        notebook = nbformat.from_dict(notebook)
        _validate(notebook)
    return notebook


def _notebook(*cells, metadata=()):
    return nbformat.from_dict(
        {"cells": cells, "metadata": dict(metadata), "nbformat": 4, "nbformat_minor": MINOR_VERSION}
    )


def _minimal_cell(cell):
    """The cell's source and id, and no more."""
    bare = {key: cell[key] for key in ("cell_type", "source", "id") if key in cell} | {
        "metadata": {}
    }
    return bare | ({"outputs": [], "execution_count": None} if cell.cell_type == "code" else {})


def _is_valid(notebook):
    try:
        _validate(notebook)
    except nbformat.ValidationError:
        return False
    return True


def _validate(notebook):
    minor = min(
        notebook.nbformat_minor, MINOR_VERSION
    )  # from 5 on cells have ids, which others make up
    nbformat.validate(notebook, version=4, version_minor=minor, relax_add_props=True)
