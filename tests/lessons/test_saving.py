"""What JupyterLab saves keeps the widgets that its notebook shows; tried on the server's own contents manager."""

import copy
import json
from types import SimpleNamespace

import nbformat
import pytest
from jupyter_server.services.contents.largefilemanager import LargeFileManager

from optcourse.lessons import saving
from optcourse.lessons.canonical import WIDGET_STATE, WIDGET_VIEW, widget_state

KEPT = {"picture": {"state": {"layout": "IPY_MODEL_box"}}, "box": {"state": {"width": 3}}}


def notebook(shown=("picture",), state=None):
    """One cell that shows widgets, and the state that JupyterLab writes of them."""
    data = [{WIDGET_VIEW: {"model_id": name}, "text/plain": name} for name in shown]
    outputs = [nbformat.v4.new_output("display_data", data=bundle) for bundle in data]
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("show()", outputs=outputs)])
    if state is not None:
        made.metadata.widgets = {WIDGET_STATE: {"state": copy.deepcopy(state), "version_major": 2, "version_minor": 0}}
    return made


@pytest.fixture
def contents(tmp_path):
    """The contents manager of a Jupyter server in which the extension is switched on."""
    manager = LargeFileManager(root_dir=str(tmp_path))
    for point in saving._jupyter_server_extension_points():
        assert point["module"] == saving.__name__
    saving._load_jupyter_server_extension(SimpleNamespace(contents_manager=manager))
    return manager


def save(contents, content, path="/lesson.ipynb"):
    """Save as JupyterLab does, and read the states of the file."""
    contents.save({"type": "notebook", "format": "json", "content": json.loads(json.dumps(content))}, path)
    return widget_state(nbformat.read(f"{contents.root_dir}{path}", as_version=4))


@pytest.mark.parametrize("state", [{}, None], ids=["no widget is alive", "nothing is said of widgets"])
def test_what_is_opened_and_saved_without_a_run_keeps_its_widgets(contents, state):
    assert save(contents, notebook(state=KEPT)) == KEPT
    for _ in range(2):
        assert save(contents, notebook(state=state)) == KEPT


def test_after_a_run_in_part_the_new_and_the_old_are_kept_and_what_nobody_shows_goes(contents):
    save(contents, notebook(shown=["picture", "question"], state={**KEPT, "question": {"state": {}}}))
    new = {"fresh": {"state": {"answer": 1}}}
    assert save(contents, notebook(shown=["picture", "fresh"], state=new)) == {**KEPT, **new}


def test_what_a_kernel_answers_for_is_kept_as_it_is_now(contents):
    save(contents, notebook(state=KEPT))
    now = {**KEPT, "box": {"state": {"width": 5}}, "unseen": {"state": {}}}
    assert save(contents, notebook(state=now)) == now


def test_outputs_that_are_cleared_take_their_widgets_with_them(contents):
    save(contents, notebook(state=KEPT))
    assert save(contents, notebook(shown=[], state={})) == {}


@pytest.mark.parametrize("before", [None, "no JSON", '{"nbformat": 3}'], ids=["absent", "damaged", "of an old format"])
def test_whatever_file_was_there_the_notebook_is_saved(contents, tmp_path, before):
    if before is not None:
        (tmp_path / "lesson.ipynb").write_text(before)
    assert save(contents, notebook(state=KEPT)) == KEPT


def test_a_file_that_is_no_notebook_is_left_alone(contents, tmp_path):
    for _ in range(2):
        contents.save({"type": "file", "format": "text", "content": "1 + 1"}, "/a.py")
    assert (tmp_path / "a.py").read_text() == "1 + 1"
