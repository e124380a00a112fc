"""The one form in which a notebook is committed: a diff shows what the author changed and nothing else.

    canonical(notebook) -> notebook     ids by order, no timings, no editor's memory, only displayed widgets
    text(notebook) -> str               the file: keys sorted, one space of indent, a newline at the end
    unrepeatable(notebook) -> [str]     what no form can mend: outputs that the next run would not give again

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
# What an author or a reader put there on purpose; everything else is what one editor remembers of one sitting.
NOTEBOOK_METADATA = {"authors", "nbgrader", "optcourse", "title", "widgets"}
CELL_METADATA = {"deletable", "editable", "jupyter", "nbgrader", "optcourse", "slideshow", "tags"}


class NotebookError(Exception):
    """A notebook that cannot be read, run or written; the message is one sentence for the author."""


def canonical(notebook: NotebookNode) -> NotebookNode:
    """The one form in which a notebook is committed; the argument stays as it is.

    Cell ids are kept, and made from the order of the cells where they are missing, repeated or malformed.
    Widget ids count the widgets in order of display. Widgets that no output leads to are dropped.
    """
    notebook = copy.deepcopy(notebook)
    cells = [
        _canonical_cell(cell, cell_id)
        for cell, cell_id in zip(notebook.cells, _cell_ids(notebook.cells))
    ]
    metadata = {
        key: value for key, value in notebook.metadata.items() if key in NOTEBOOK_METADATA and value
    } | KERNEL
    notebook = nbformat.from_dict(
        {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    )
    return _rename_widgets(_keep_displayed(notebook))


def text(notebook: NotebookNode) -> str:
    """The notebook as it stands in a file."""
    try:
        return nbformat.v4.writes(notebook, allow_nan=False) + "\n"
    except ValueError as error:
        raise NotebookError(
            "an output or a widget's state holds NaN or infinity, which JSON cannot"
        ) from error


def outputs(notebook: NotebookNode) -> list[tuple[int, NotebookNode]]:
    """Every output with the number of its cell, counted from 1 over all cells."""
    cells = enumerate(notebook.cells, start=1)
    return [(number, output) for number, cell in cells for output in cell.get("outputs", [])]


def unrepeatable_outputs(notebook: NotebookNode) -> list[str]:
    """One sentence for each output that the next run would not give again, or that a lesson should not have."""
    complaints = []
    for number, output in outputs(notebook):
        shown = _output_text(output)
        if address := re.search(r"\b0x[0-9a-fA-F]{8,}", shown):
            complaints.append(
                f"cell {number} shows the memory address {address[0]}, another one each time: print less"
            )
        if bar := re.search(r"\d+/\d+ \[\d\d:\d\d<", shown):
            complaints.append(
                f"cell {number} shows a progress bar with its times ({bar[0]}): use plain `tqdm.tqdm`"
            )
        elif output.get("name") == "stderr":
            complaints.append(
                f"cell {number} writes to stderr: {first_line(shown)!r}; mend what it warns of"
            )
    return complaints


def _output_text(output):
    """All that the output says in words, in whatever format."""
    data = output.get("data", {})
    texts = [
        value for kind, value in data.items() if kind.startswith("text/") or kind == "image/svg+xml"
    ]
    return "\n".join([output.get("text", ""), *texts])


def first_line(words: str) -> str:
    """The first line of a text, for a message; empty for an empty one."""
    return next(iter(words.strip().splitlines()), "")


# The canonical form of a cell


def _cell_ids(cells):
    """Each valid id where it stands first; `cell-00` by order elsewhere."""
    ids = [cell.get("id") for cell in cells]
    valid = [
        re.fullmatch(r"[A-Za-z0-9_-]{1,64}", str(name)) and name not in ids[:i]
        for i, name in enumerate(ids)
    ]
    ids = [name if good else None for name, good in zip(ids, valid)]
    for i in range(len(ids)):
        if ids[i] is None:
            names = (f"cell-{number:02d}" for number in range(i, i + len(ids) + 1))
            ids[i] = next(name for name in names if name not in ids)
    return ids


def _canonical_cell(cell, cell_id):
    kept = {
        key: value
        for key, value in cell.metadata.items()
        if key in CELL_METADATA and value not in ([], {}, None)
    }
    source = cell.source.replace("\r\n", "\n").rstrip()
    new = {"cell_type": cell.cell_type, "id": cell_id, "metadata": kept, "source": source}
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
        if output.output_type == "execute_result":
            output.execution_count = count
        if merged and output.output_type == "stream" and output.name == merged[-1].get("name"):
            merged[-1].text += output.text
        else:
            merged.append(output)
    return merged


# Widgets


def _displayed_widgets(notebook):
    """The ids of the displayed widgets, in order and as often as they are displayed."""
    bundles = [output.get("data", {}) for _, output in outputs(notebook)]
    return [bundle[WIDGET_VIEW]["model_id"] for bundle in bundles if WIDGET_VIEW in bundle]


def widget_state(notebook: NotebookNode) -> dict:
    """The state of each widget that is stored, by the widget's id."""
    return notebook.metadata.get("widgets", {}).get(WIDGET_STATE, {}).get("state", {})


def displayed_state(notebook: NotebookNode, state: dict) -> dict:
    """Of the widgets' states, those that a displayed widget leads to, in the order in which they are met."""
    kept, waiting = {}, _displayed_widgets(notebook)
    while waiting:
        name = waiting.pop(0)
        if name in state and name not in kept:
            kept[name] = _sorted_buffers(state[name])
            waiting += re.findall(r"IPY_MODEL_(\w+)", json.dumps(kept[name], sort_keys=True))
    return kept


def _keep_displayed(notebook):
    """Without the states of widgets that no output leads to."""
    kept = displayed_state(notebook, widget_state(notebook))
    notebook.metadata.pop("widgets", None)
    if kept:
        notebook.metadata.widgets = {
            WIDGET_STATE: {"state": kept, "version_major": 2, "version_minor": 0}
        }
    return notebook


def _sorted_buffers(model):
    if "buffers" in model:
        model["buffers"] = sorted(model["buffers"], key=lambda buffer: json.dumps(buffer["path"]))
    return model


def _rename_widgets(notebook):
    """Number the widgets by order of display, wherever their 32 hexadecimal digits occur."""
    order = dict.fromkeys([*_displayed_widgets(notebook), *widget_state(notebook)])
    names = {name: f"{number:032x}" for number, name in enumerate(order)}
    words = re.sub(
        r"[0-9a-f]{32}", lambda match: names.get(match[0], match[0]), json.dumps(notebook)
    )
    return nbformat.from_dict(json.loads(words))
