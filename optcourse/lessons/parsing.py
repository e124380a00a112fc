"""The text of a notebook's file as a notebook: whatever Jupyter opens, and no more.

    parse_notebook(text) -> notebook   format 4, complete; ValueError where no notebook is in it,
                                       UnsupportedFormat where it is of another format

Other programs leave out what they do not need (outputs, metadata, ids), or add what is theirs. What
is missing is put in; outputs that are not what they should be are dropped; half of a surrogate
pair, which no file can hold, is replaced.
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


def parse_notebook(text: str, min_version: int = 4) -> NotebookNode:
    """The notebook in the text of a file; formats from `min_version` on are converted to 4."""
    try:
        # some editors put a mark of the byte order first
        found = json.loads(text.removeprefix("\ufeff"))
        if SURROGATE.search(text):
            found = json.loads(_replace_surrogates(json.dumps(found, ensure_ascii=False)))
        version = int(found["nbformat"])
        if not min_version <= version <= 4:
            raise UnsupportedFormat(f"notebook format {version}")
        if version < 4:
            found = nbformat.convert(nbformat.from_dict(found), 4)
        return _repair(nbformat.from_dict(_complete(found)))
    except (TypeError, KeyError, AttributeError, RecursionError, nbformat.ValidationError) as error:
        raise ValueError("no notebook") from error


def _replace_surrogates(text):
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


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
    kind = cell["cell_type"]
    source = _join_lines(cell["source"])
    if not isinstance(source, str):
        raise TypeError("a source is text")
    new = {"cell_type": kind if kind in CELL_TYPES else "raw", "source": source}
    new["metadata"] = _as_dict(cell.get("metadata"))
    if "id" in cell:
        new["id"] = str(cell["id"])
    if _as_dict(cell.get("attachments")) and kind != "code":
        new["attachments"] = cell["attachments"]
    if kind == "code":
        count = cell.get("execution_count")
        outputs = cell.get("outputs")
        outputs = outputs if isinstance(outputs, list) else []
        new["execution_count"] = count if isinstance(count, int) and count >= 0 else None
        new["outputs"] = [_output(each) for each in outputs if isinstance(each, dict)]
    return new


def _output(output):
    """An output, its lines joined."""
    new = {key: _join_lines(value) if key == "text" else value for key, value in output.items()}
    if isinstance(new.get("data"), dict):
        data = new["data"].items()
        new["data"] = {key: x if "json" in key else _join_lines(x) for key, x in data}
        new.setdefault("metadata", {})
    return new


def _join_lines(lines):
    return "".join(lines) if isinstance(lines, list) else lines


def _as_dict(value):
    return value if isinstance(value, dict) else {}


def _repair(notebook):
    """The notebook if it obeys the format; else without what does not."""
    if not _is_valid(notebook):
        for i, cell in enumerate(notebook.cells):
            if not _is_valid(_notebook(cell)):
                notebook.cells[i] = _minimal_cell(cell)
        if not _is_valid(_notebook(metadata=notebook.metadata)):
            ours = [item for item in notebook.metadata.items() if item[0] == "optcourse"]
            notebook.metadata = dict(ours)
        notebook = nbformat.from_dict(notebook)
        _validate(notebook)
    return notebook


def _notebook(*cells, metadata=()):
    versions = {"nbformat": 4, "nbformat_minor": MINOR_VERSION}
    return nbformat.from_dict({"cells": cells, "metadata": dict(metadata), **versions})


def _minimal_cell(cell):
    """The cell's source and id, and no more."""
    bare = {key: cell[key] for key in ("cell_type", "source", "id") if key in cell}
    bare["metadata"] = {}
    if cell.cell_type == "code":
        bare |= {"outputs": [], "execution_count": None}
    return bare


def _is_valid(notebook):
    try:
        _validate(notebook)
    except nbformat.ValidationError:
        return False
    return True


def _validate(notebook):
    # from 5 on cells have ids, which others make up
    minor = min(notebook.nbformat_minor, MINOR_VERSION)
    nbformat.validate(
        notebook,
        version=4,
        version_minor=minor,
        relax_add_props=True,
    )
