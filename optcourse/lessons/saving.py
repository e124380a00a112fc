"""Keep in a notebook's file the widgets that it shows, when JupyterLab saves it.

JupyterLab writes the state of those widgets alone that a kernel answers for. So a notebook that is
opened again and not run, or run in part, would lose its other explorers and questions at its next
save. This extension of the Jupyter server brings them back from the file that is there; .jupyter/
switches it on.
"""

from pathlib import Path

import nbformat

from optcourse.lessons.canonical import WIDGET_STATE, displayed_state, widget_state


def _jupyter_server_extension_points():
    return [{"module": __name__}]


def _load_jupyter_server_extension(server):
    server.contents_manager.register_pre_save_hook(keep_widgets)


def keep_widgets(model, path, contents_manager, **_):
    """Before a save, add to the notebook in `model` what only the file at `path` still holds."""
    file = Path(contents_manager.root_dir, path.strip("/"))
    if model["type"] != "notebook" or file.suffix != ".ipynb" or not file.is_file():
        return
    new = nbformat.from_dict(model["content"])
    old = nbformat.v4.reads(file.read_text(encoding="utf-8"))
    current = widget_state(new)
    kept = displayed_state(new, {**widget_state(old), **current}) | current
    if kept:
        whole = {"state": kept, "version_major": 2, "version_minor": 0}
        model["content"]["metadata"].setdefault("widgets", {})[WIDGET_STATE] = whole
