"""The one form in which a notebook is committed: a diff shows what the author changed, no more.

    canonical(notebook) -> notebook           ids by order, no timings, no scripts, only displayed
                                              widgets
    text(notebook) -> str                     the file: keys sorted, one space of indent
    unrepeatable_outputs(notebook) -> [str]   outputs that the next run would not give again
    shows(output) -> str                      "explorer", "question" or "", by the output's own mark

canonical(canonical(n)) == canonical(n), and a committed file f obeys text(canonical(f)) == f.
"""

import copy
import json
import re

import nbformat
from nbformat import NotebookNode

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
WIDGET_STATE = "application/vnd.jupyter.widget-state+json"

KERNEL = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"},
}
# What an author or a reader put there on purpose; all else is one editor's memory of one sitting.
NOTEBOOK_METADATA = {"authors", "nbgrader", "optcourse", "title", "widgets"}
CELL_METADATA = {"deletable", "editable", "jupyter", "nbgrader", "optcourse", "slideshow", "tags"}
SCRIPT = re.compile(r"<(script|style)\b.*?</\1>\s*", re.DOTALL)


class NotebookError(Exception):
    """A notebook that cannot be read, run or written: one sentence for its author."""


def canonical(notebook: NotebookNode) -> NotebookNode:
    """The one form in which a notebook is committed; the argument stays as it is.

    Cell ids are kept, and made from the order of the cells where they are missing, repeated or
    malformed. Widget ids count the widgets in order of display. Widgets that no output leads to are
    dropped, and so is what would run in the page before its reader has run the cell.
    """
    notebook = copy.deepcopy(notebook)
    ids = _cell_ids(notebook.cells)
    cells = [_canonical_cell(cell, cell_id) for cell, cell_id in zip(notebook.cells, ids)]
    metadata = {}
    for key, value in notebook.metadata.items():
        if key in NOTEBOOK_METADATA and value:
            metadata[key] = value
    metadata |= KERNEL
    parts = {
        "cells": cells,
        "metadata": metadata,
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return _rename_widgets(_keep_displayed(nbformat.from_dict(parts)))


def text(notebook: NotebookNode) -> str:
    """The notebook as it stands in a file."""
    try:
        return nbformat.v4.writes(notebook, allow_nan=False) + "\n"
    except ValueError as error:
        problem = "an output or a widget's state holds NaN or infinity, which JSON cannot"
        raise NotebookError(problem) from error


def outputs(notebook: NotebookNode) -> list[tuple[int, NotebookNode]]:
    """Every output with the number of its cell, counted from 1 over all cells."""
    cells = enumerate(notebook.cells, start=1)
    return [(number, output) for number, cell in cells for output in cell.get("outputs", [])]


def unrepeatable_outputs(notebook: NotebookNode) -> list[str]:
    """One sentence for each output that the next run would not give again, or that has no place."""
    complaints = []
    for number, output in outputs(notebook):
        shown = _output_text(output)
        if address := re.search(r"\b0x[0-9a-fA-F]{8,}", shown):
            problem = f"shows the memory address {address[0]}, another one each time"
            complaints.append(f"cell {number} {problem}: print less")
        if bar := re.search(r"\d+/\d+ \[\d\d:\d\d<", shown):
            problem = f"shows a progress bar with its times ({bar[0]})"
            complaints.append(f"cell {number} {problem}: use plain `tqdm.tqdm`")
        elif output.get("name") == "stderr":
            problem = f"writes to stderr: {first_line(shown)!r}"
            complaints.append(f"cell {number} {problem}; mend what it warns of")
    return complaints


def _output_text(output):
    """All text in an output, in whatever format."""
    data = output.get("data", {})
    texts = [output.get("text", "")]
    for kind, value in data.items():
        if kind.startswith("text/") or kind == "image/svg+xml":
            texts.append(value)
    return "\n".join(texts)


def first_line(text: str) -> str:
    """The first line of a text, for a message; empty for an empty one."""
    return next(iter(text.strip().splitlines()), "")


# The canonical form of a cell


def _cell_ids(cells):
    """Each valid id where it stands first; `cell-00` by order elsewhere."""
    ids = []
    for cell in cells:
        name = cell.get("id")
        valid = re.fullmatch(r"[A-Za-z0-9_-]{1,64}", str(name))
        ids.append(name if valid and name not in ids else None)
    for i in range(len(ids)):
        if ids[i] is None:
            names = (f"cell-{number:02d}" for number in range(i, i + len(ids) + 1))
            ids[i] = next(name for name in names if name not in ids)
    return ids


def _canonical_cell(cell, cell_id):
    kept = {}
    for key, value in cell.metadata.items():
        if key in CELL_METADATA and value not in ([], {}, None):
            kept[key] = value
    source = cell.source.replace("\r\n", "\n").rstrip()
    new = {
        "cell_type": cell.cell_type,
        "id": cell_id,
        "metadata": kept,
        "source": source,
    }
    if cell.get("attachments"):
        new["attachments"] = cell.attachments
    if cell.cell_type == "code":
        new["execution_count"] = cell.get("execution_count")
        new["outputs"] = _merge_streams(cell.get("outputs", []), new["execution_count"])
    return new


def _merge_streams(outputs, count):
    """Neighboring pieces of one stream joined: where the kernel cut it is chance."""
    merged = []
    for output in outputs:
        output.pop("transient", None)
        _drop_scripts(output)
        _drop_copy(output)
        if output.output_type == "execute_result":
            output.execution_count = count
        if merged and output.output_type == "stream" and output.name == merged[-1].get("name"):
            merged[-1].text += output.text
        else:
            merged.append(output)
    return merged


def _drop_scripts(output):
    """Of HTML that runs keep what stands without its scripts and their style."""
    data = output.get("data", {})
    if "<script" in data.get("text/html", ""):
        data["text/html"] = SCRIPT.sub("", data["text/html"]).strip()


def _drop_copy(output):
    """HTML that is nothing but the bundle's own picture, there for its alt text."""
    data = output.get("data", {})
    copy_of_png = f'<img src="data:image/png;base64,{data.get("image/png")}" '
    if data.get("text/html", "").startswith(copy_of_png):
        del data["text/html"]


# Explorers and questions, some of them widgets


def shows(output: NotebookNode) -> str:
    """What of ours an output shows: "explorer" or "question"; "" for all else."""
    bundle = output.get("data", {})
    if WIDGET_VIEW in bundle:
        return "explorer" if "image/png" in bundle else "question"
    return output.get("metadata", {}).get("optcourse", "")


def _displayed_widgets(notebook):
    """The ids of the displayed widgets, in order and as often as they are displayed."""
    bundles = [output.get("data", {}) for _, output in outputs(notebook)]
    return [bundle[WIDGET_VIEW]["model_id"] for bundle in bundles if WIDGET_VIEW in bundle]


def widget_state(notebook: NotebookNode) -> dict:
    """The state of each widget that is stored, by the widget's id."""
    return notebook.metadata.get("widgets", {}).get(WIDGET_STATE, {}).get("state", {})


def displayed_state(notebook: NotebookNode, state: dict) -> dict:
    """The states of those widgets that a displayed widget leads to, in the order they are met."""
    kept = {}
    waiting = _displayed_widgets(notebook)
    while waiting:
        name = waiting.pop(0)
        if name in state and name not in kept:
            kept[name] = _sorted_buffers(state[name])
            waiting += re.findall(r"IPY_MODEL_(\w+)", json.dumps(kept[name], sort_keys=True))
    return kept


def _keep_displayed(notebook):
    """Drop the states of widgets that no output leads to."""
    kept = displayed_state(notebook, widget_state(notebook))
    notebook.metadata.pop("widgets", None)
    if kept:
        stored = {"state": kept, "version_major": 2, "version_minor": 0}
        notebook.metadata.widgets = {WIDGET_STATE: stored}
    return notebook


def _sorted_buffers(model):
    if "buffers" in model:
        model["buffers"] = sorted(model["buffers"], key=lambda buffer: json.dumps(buffer["path"]))
    return model


def _rename_widgets(notebook):
    """Number the widgets by order of display, wherever their 32 hexadecimal digits occur."""
    order = dict.fromkeys([*_displayed_widgets(notebook), *widget_state(notebook)])
    names = {name: f"{number:032x}" for number, name in enumerate(order)}
    new_name = lambda match: names.get(match[0], match[0])
    renamed = re.sub(r"[0-9a-f]{32}", new_name, json.dumps(notebook))
    return nbformat.from_dict(json.loads(renamed))
