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

NEWEST = 4  # the last minor version in which a cell needs no id
HALF = re.compile(r"\\u[dD][89a-fA-F]")
KINDS = {"code", "markdown", "raw"}


class OtherFormat(ValueError):
    """A notebook of a format that is not read; the message names the format."""


def parsed(words: str, oldest: int = 4) -> NotebookNode:
    """The notebook in the text of a file; what is older than format 4, down to `oldest`, is brought to it."""
    try:
        found = json.loads(words.removeprefix("\ufeff"))  # some editors put a mark of the byte order first
        if HALF.search(words):
            found = json.loads(_without_halves(json.dumps(found, ensure_ascii=False)))
        version = int(found["nbformat"])
        if not oldest <= version <= 4:
            raise OtherFormat(f"notebook format {version}")
        if version < 4:
            found = nbformat.convert(nbformat.from_dict(found), 4)
        return _valid(nbformat.from_dict(_completed(found)))
    except (TypeError, KeyError, AttributeError, RecursionError, nbformat.ValidationError) as error:
        raise ValueError("no notebook") from error


def _without_halves(words):
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _completed(found):
    """The notebook with all that the format asks for."""
    minor = found.get("nbformat_minor")
    return {
        "cells": [_cell(cell) for cell in found["cells"]],
        "metadata": _dictionary(found.get("metadata")),
        "nbformat": 4,
        "nbformat_minor": max(0, minor) if isinstance(minor, int) else NEWEST,
    }


def _cell(cell):
    """One cell; KeyError or TypeError where there is none."""
    kind, source = cell["cell_type"], _joined(cell["source"])
    if not isinstance(source, str):
        raise TypeError("a source is text")
    new = {"cell_type": kind if kind in KINDS else "raw", "source": source}
    new["metadata"] = _dictionary(cell.get("metadata"))
    if "id" in cell:
        new["id"] = str(cell["id"])
    if _dictionary(cell.get("attachments")) and kind != "code":
        new["attachments"] = cell["attachments"]
    if kind == "code":
        count, outputs = cell.get("execution_count"), cell.get("outputs")
        outputs = outputs if isinstance(outputs, list) else []
        new["execution_count"] = count if isinstance(count, int) and count >= 0 else None
        new["outputs"] = [_output(each) for each in outputs if isinstance(each, dict)]
    return new


def _output(output):
    """An output, its lines joined."""
    new = {key: _joined(value) if key == "text" else value for key, value in output.items()}
    if isinstance(new.get("data"), dict):
        new["data"] = {kind: value if "json" in kind else _joined(value) for kind, value in new["data"].items()}
        new.setdefault("metadata", {})
    return new


def _joined(lines):
    return "".join(lines) if isinstance(lines, list) else lines


def _dictionary(value):
    return value if isinstance(value, dict) else {}


def _valid(notebook):
    """The notebook if it obeys the format; else without what does not."""
    if not _obeys(notebook):
        notebook.cells = [cell if _obeys(_notebook(cell)) else _bare(cell) for cell in notebook.cells]
        if not _obeys(_notebook(metadata=notebook.metadata)):
            notebook.metadata = {key: value for key, value in notebook.metadata.items() if key == "optcourse"}
        notebook = nbformat.from_dict(notebook)
        _validate(notebook)
    return notebook


def _notebook(*cells, metadata=()):
    return nbformat.from_dict({"cells": cells, "metadata": dict(metadata), "nbformat": 4, "nbformat_minor": NEWEST})


def _bare(cell):
    """The cell's source and id, and no more."""
    bare = {key: cell[key] for key in ("cell_type", "source", "id") if key in cell} | {"metadata": {}}
    return bare | ({"outputs": [], "execution_count": None} if cell.cell_type == "code" else {})


def _obeys(notebook):
    try:
        _validate(notebook)
    except nbformat.ValidationError:
        return False
    return True


def _validate(notebook):
    minor = min(notebook.nbformat_minor, NEWEST)  # from 5 on cells have ids, which others make up
    nbformat.validate(notebook, version=4, version_minor=minor, relax_add_props=True)
