"""The writer: same lesson, same bytes; whatever fails leaves the file as it was and says why in one sentence.

What is here runs real kernels on notebooks of a few cells; test_canonical has what needs none.
"""

import json
import os

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from optcourse.lessons.canonical import WIDGET_STATE, WIDGET_VIEW, NotebookError, canonical, text
from optcourse.lessons.writer import read, write

WIDGET = """
import anywidget, ipywidgets, traitlets
class Demo(anywidget.AnyWidget):
    _esm = "export default {render() {}}"
    curve = traitlets.Bytes(b"12").tag(sync=True)
    parts = traitlets.Dict().tag(sync=True)
    def __repr__(self):
        return "a demonstration"
never_shown = Demo()
"""


@pytest.fixture
def make(tmp_path):
    """make(*sources): a notebook file with these code cells."""

    def make(*sources):
        path = tmp_path / "small.ipynb"
        cells = [new_markdown_cell("# A title"), *map(new_code_cell, sources)]
        path.write_text(nbformat.writes(new_notebook(cells=cells)), encoding="utf-8")
        return path

    return make


def outputs(path):
    return [output for cell in read(path).cells for output in cell.get("outputs", [])]


def assert_refused(path, *said):
    """write raises one line that names the notebook and says all of `said`; the folder is as it was."""
    before = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    with pytest.raises(NotebookError) as refusal:
        write(path, timeout=20)
    message = str(refusal.value)
    assert "\n" not in message and str(path) in message
    assert [words for words in said if words not in message.replace(str(path), "")] == []  # a path may say anything
    assert {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()} == before


def test_a_notebook_with_widgets_and_figures_run_twice_gives_the_same_bytes(make):
    path = make(
        WIDGET,
        "first = Demo(parts={'b': b'1', 'a': b'2'})\nfirst.curve = b'345'",
        "ipywidgets.VBox([first, ipywidgets.Button()])",
        "print('before'); display(Demo()); print('after')",
        "import matplotlib.pyplot as plt\nplt.plot([1, 2]);",
        "from tqdm import tqdm\nsum(tqdm(range(3)))",
        "{'saddle', 'minimum', 'maximum'}, hash('a word')",
    )
    assert write(path) is True
    once = path.read_bytes()
    assert write(path) is False
    assert path.read_bytes() == once

    notebook = read(path)
    assert text(canonical(notebook)) == once.decode()
    assert [cell.get("execution_count") for cell in notebook.cells] == [None, *range(1, 8)]
    assert [output.get("name") for output in outputs(path)] == [None, "stdout", None, "stdout", None, None, None]
    state = notebook.metadata.widgets[WIDGET_STATE]["state"]
    demos = [model for model in state.values() if model["model_name"] == "AnyModel"]
    assert len(demos) == 2, "the one that was never shown is not stored"
    buffers = max((demo["buffers"] for demo in demos), key=len)
    assert [buffer["path"] for buffer in buffers] == [["curve"], ["parts", "a"], ["parts", "b"]]
    assert buffers[0]["data"] == "MzQ1", "the state is the last one, 345 in base 64"
    shown = [output.data[WIDGET_VIEW]["model_id"] for output in outputs(path) if WIDGET_VIEW in output.get("data", {})]
    assert shown == ["0" * 32, "0" * 31 + "1"] and set(shown) <= set(state)


def test_the_kernel_is_fresh_and_works_in_the_folder_of_the_notebook(make, tmp_path):
    (tmp_path / "data.txt").write_text("near the notebook")
    path = make("open('data.txt').read()", "'leftover' in globals()", "leftover = 1")
    write(path)
    write(path)
    assert [output.data["text/plain"] for output in outputs(path)] == ["'near the notebook'", "False"]


def test_an_earlier_run_leaves_no_trace(make):
    path = make("1 + 1", "'skipped'")
    notebook = read(path)
    notebook.metadata.widgets = {WIDGET_STATE: {"state": {"a" * 32: {"state": {}}}}}
    for cell in notebook.cells[1:]:
        cell.execution_count = 40
        cell.outputs = [nbformat.v4.new_output("error", ename="OldError", evalue="", traceback=[])]
    notebook.cells[2].metadata.tags = ["skip-execution"]
    path.write_text(text(notebook))
    write(path)
    assert [output.data for output in outputs(path)] == [{"text/plain": "2"}]
    assert [cell.get("execution_count") for cell in read(path).cells] == [None, 1, None]
    assert "widgets" not in read(path).metadata


def test_progress_sees_every_cell_and_the_file_keeps_its_permissions(make):
    path = make("1", "2")
    os.chmod(path, 0o640)
    seen = []
    write(path, progress_bar=lambda cells: (seen.append(cell.cell_type) or cell for cell in cells))
    assert seen == ["markdown", "code", "code"]
    assert path.stat().st_mode & 0o777 == 0o640


def test_an_error_names_notebook_cell_and_exception(make):
    path = make("x = 1", "print('so far')\nraise ValueError('the rate is 3:\\nuse 1')", "x = 2")
    assert_refused(path, "cell 3", "ValueError: the rate is 3:")


def test_a_cell_that_announces_its_error_is_refused_too(make):
    path = make("1 / 0")
    notebook = read(path)
    notebook.cells[1].metadata.tags = ["raises-exception"]
    path.write_text(text(notebook))
    assert_refused(path, "cell 2", "ZeroDivisionError")


def test_a_cell_that_takes_too_long_is_named(make):
    path = make("import time\ntime.sleep(60)")
    with pytest.raises(NotebookError, match=r"cell 2 .* for more than 1 s"):
        write(path, timeout=1)


def test_a_kernel_that_dies_is_reported(make):
    assert_refused(make("import os\nos._exit(1)"), "cell 2", "the kernel died")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("object()", "memory address 0x"),
        ("from IPython.display import HTML\nHTML(f'<b>{object()}</b>')", "memory address 0x"),
        ("import warnings\nwarnings.warn('a rate of 3 diverges')", "stderr"),
        ("from tqdm.notebook import tqdm\nfor _ in tqdm(range(2)): pass", "progress bar"),
        ("import ipywidgets\nipywidgets.FloatText(value=float('nan'))", "stderr"),
    ],
)
def test_what_cannot_be_the_same_next_time_is_refused(make, source, said):
    assert_refused(make(source), said)


def test_a_file_saved_while_it_runs_is_not_overwritten(make):
    path = make("from pathlib import Path\nPath('small.ipynb').write_text('typed in the meantime')")
    with pytest.raises(NotebookError, match="saved by another program while it ran"):
        write(path)
    assert path.read_text() == "typed in the meantime"


def test_a_file_that_cannot_be_replaced_stays_whole(make, monkeypatch):
    def full(source, target):
        raise OSError(28, "No space left on device")

    path = make("1")
    monkeypatch.setattr(os, "replace", full)
    assert_refused(path, "No space left on device")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda words: words[: len(words) // 2], "damaged"),
        (lambda words: "", "damaged"),
        (lambda words: "[1, 2]", "damaged"),
        (lambda words: words.replace('"cells"', '"shells"'), "damaged"),
        (lambda words: words.replace('"source"', '"sauce"'), "damaged"),
        (lambda words: words.replace('"nbformat": 4', '"nbformat": 3'), "format 3"),
    ],
)
def test_a_damaged_file_gives_one_sentence(make, damage, said):
    path = make("1")
    path.write_text(damage(path.read_text()))
    assert_refused(path, said)


def test_a_file_of_the_first_version_of_the_format_is_read_and_written_as_ours(make):
    """As Colab saves it: format 4.0, and no ids."""
    path = make("1")
    old = json.loads(path.read_text()) | {"nbformat_minor": 0}
    for cell in old["cells"]:
        cell.pop("id", None)
    path.write_text(json.dumps(old))
    assert write(path)
    assert json.loads(path.read_text())["nbformat_minor"] == 5


def test_a_file_that_is_not_there_or_not_text_gives_one_sentence(tmp_path):
    with pytest.raises(NotebookError, match="no such notebook"):
        write(tmp_path / "absent.ipynb")
    with pytest.raises(NotebookError, match="cannot be read"):
        write(tmp_path)
    (tmp_path / "picture.ipynb").write_bytes(b"\x89PNG\xff")
    assert_refused(tmp_path / "picture.ipynb", "not text")
