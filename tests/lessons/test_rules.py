"""The rules of a committed lesson: a good lesson passes them all, and each planted fault is told in one sentence."""

import base64
import struct
import zlib

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from optcourse.lessons import reading, rules
from optcourse.lessons.canonical import WIDGET_STATE, WIDGET_VIEW, canonical, text
from optcourse.lessons.rules import complaints

SECTIONS = ("Question", "Predict", "Play", "Mathematics", "Code", "Evidence", "Network", "Limits", "Check")  # any nine
ALT = "The loss falls along one axis and rises along the other."
PROSE = """
A *saddle* is flat, yet it is no minimum.
> **Note.** Its Hessian $H$ has eigenvalues of both signs, e.g. Lee's network, by Dauphin et al. Then $v$. has none.

| Kind. Sign | Both. Here |
- Dauphin, Y. Identifying saddles. A list is free.
> - And so it is. In a quotation.

$$L(w). Here + ½ vᵀHv \\tag{1.1}$$

![The loss over two weights](saddle.png)

```text
# No heading. Two sentences in a fence. And no skip.
```
"""
STATE = {"0" * 32: {"model_name": "AnyModel", "state": {"value": 1}}}


def png(dots_per_inch=100.0, width=640):
    """A white picture as matplotlib writes it; without dots_per_inch it does not tell its inches."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    per_meter = round((dots_per_inch or 0) / 0.0254)
    density = chunk(b"pHYs", struct.pack(">IIB", per_meter, per_meter, 1)) if dots_per_inch else b""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, 1, 8, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0" + b"\xff" * width))
    return base64.b64encode(b"\x89PNG\r\n\x1a\n" + header + density + pixels + chunk(b"IEND", b"")).decode()


def figure(picture=None, alt=ALT):
    metadata = {"image/png": {"alt": alt}} if alt else {}
    data = {"image/png": picture or png(), "text/plain": "<Figure size 640x480>"}
    return new_output("display_data", data=data, metadata=metadata)


def widget(words=ALT, picture=None):
    data = {WIDGET_VIEW: {"model_id": "0" * 32}, "text/plain": words} | ({"image/png": picture} if picture else {})
    return new_output("display_data", data=data)


def question():
    return new_output("display_data", data={"text/html": "<p>Why?</p>"}, metadata={"optcourse": "question"})


def in_the_page(output):
    output.metadata["optcourse"] = "explorer"
    return output


def good_lesson():
    """Title; then for each section prose and one code cell. Cells 1, 2; then 3, 4; and so on."""
    notebook = new_notebook(metadata={"widgets": {WIDGET_STATE: {"state": STATE}}})
    for count, section in enumerate(SECTIONS, start=1):
        title = "# Critical points\n\n" if count == 1 else ""
        notebook.cells.append(new_markdown_cell(f"{title}## {section}\n{PROSE}"))
        code = f"from optcourse import taylor  # {count}" if count == 1 else "# Drag it.\nx = 1\n\ny = 2\nz = 3\nx + y"
        notebook.cells.append(new_code_cell(code, execution_count=count))
    notebook.cells[3].outputs = [figure()]
    notebook.cells[5].outputs = [widget(picture=png())]
    return notebook


@pytest.fixture
def complain(tmp_path):
    """complain(notebook): the complaints about it once it is a canonical file."""

    def complain(notebook, name="00_start_here.ipynb"):
        path = tmp_path / name
        path.write_text(text(canonical(notebook)), encoding="utf-8")
        return complaints(path)

    return complain


def test_a_good_lesson_has_no_complaints(complain):
    assert complain(good_lesson()) == []


def output_of(*new):
    return lambda notebook: notebook.cells[7].update(outputs=list(new))


def source_of(index, change):
    return lambda notebook: notebook.cells[index].update(source=change(notebook.cells[index].source))


def counts(*new):
    def plant(notebook):
        for cell, count in zip(notebook.cells[1::2], new):
            cell.execution_count = count

    return plant


def without_state(notebook):
    notebook.metadata.widgets[WIDGET_STATE].state = {}


def long_cells(notebook):
    for cell in notebook.cells[3:12:2]:
        cell.source = "\n".join(f"x{i} = {i}" for i in range(6))


FUNCTION = "def gradient(w):\n" + "    w = w + 1\n" * 10
FAULTS = {
    "a figure not shown": (
        source_of(7, lambda source: source.replace("x = 1", "show(1)")),
        "cell 8 calls show and shows no picture: make it the last line",
    ),
    "an output was printed at an address": (
        output_of(new_output("stream", text="<f at 0x7f30d1c5a490>")),
        "cell 8 shows the memory address",
    ),
    "a warning was printed": (output_of(new_output("stream", name="stderr", text="beware")), "cell 8 writes to stderr"),
    "a cell was not run": (counts(1, 2, 3, 4, None), "not run once each, in order"),
    "cells were run out of order": (counts(1, 2, 4, 3), "not run once each, in order"),
    "a code cell is empty": (source_of(7, lambda source: "\n"), "cell 8 is an empty code cell"),
    "a cell fails": (
        output_of(new_output("error", ename="ValueError", evalue="no", traceback=[])),
        "cell 8 ends in ValueError: no",
    ),
    "a figure has no alt text": (output_of(figure(alt="")), "cell 8 shows a picture without alt text"),
    "a figure has a word for alt text": (output_of(figure(alt="spectrum")), "cell 8 shows a picture without alt text"),
    "an explorer prints as an object": (
        output_of(widget(words="Explorer(value=1, w=[0, 1], other='saddle')", picture=png())),
        "cell 8 shows a picture without alt text",
    ),
    "a markdown image has no alt text": (
        source_of(6, lambda source: source.replace("The loss over two weights", " ")),
        "cell 7 has a markdown image without alt text",
    ),
    "an image tag has no alt text": (
        source_of(6, lambda source: source + '\n<img src="saddle.png" alt="">'),
        "cell 7 has a markdown image without alt text",
    ),
    "a widget's state is not stored": (without_state, "cell 6 shows a widget whose state is not in the file"),
    "a widget shows nothing without a kernel": (
        output_of(widget(words="a demo")),
        "cell 8 shows a widget that is nothing",
    ),
    "an explorer that computes in the page leans on an earlier cell": (
        lambda notebook: notebook.cells[7].update(source="taylor(w)", outputs=[in_the_page(figure())]),
        "the explorer of cell 8 takes `taylor`, `w` from another cell",
    ),
    "an explorer leans on an earlier cell": (
        source_of(5, lambda source: source.replace("x + y", "taylor, x + max(y, w)")),
        "the explorer of cell 6 takes `taylor`, `w` from another cell",
    ),
    "a question leans on more than the set-up": (
        lambda notebook: notebook.cells[7].update(source="taylor(w)", outputs=[question()]),
        "the question of cell 8 takes `w` from another cell",
    ),
    "a PNG is too fine": (output_of(figure(png(dots_per_inch=144))), "cell 8 shows a PNG of 144 dots per inch"),
    "a PNG without inches is too wide": (
        output_of(figure(png(dots_per_inch=None, width=1001))),
        "cell 8 shows a PNG 1001 pixels wide",
    ),
    "a PNG is none": (output_of(figure("bm9uZQ==")), "cell 8 shows a PNG that is none"),
    "the file is large": (output_of(new_output("stream", text="x" * 1_000_000)), "the file has 1.01 MB"),
    "there are two titles": (source_of(2, lambda source: source.replace("## P", "# P\n## P")), "2 headings of level 1"),
    "there is no title": (
        source_of(0, lambda source: source.replace("# Critical points", "")),
        ("0 headings of level 1", "'Question' goes from level 0 to level 2"),
    ),
    "a heading skips a level": (
        source_of(2, lambda source: source + "\n#### Deep"),
        "cell 3: heading 'Deep' goes from level 2 to level 4",
    ),
    "the first cell is a set-up": (source_of(1, lambda source: source + "\nimport jax"), "cell 2 sets up in 2 lines"),
    "a later cell is a set-up": (
        source_of(7, lambda source: "import jax\n# and\nimport numpy as np\n"),
        "cell 8 sets up in 2 lines",
    ),
    "a cell is long": (source_of(7, lambda source: "x = [\n" + "\n" * 24 + "]"), "cell 8 has 26 lines of code"),
    "most cells are long": (long_cells, "the median code cell has 6 lines"),
    "a cell holds a library": (
        source_of(7, lambda source: "%time 1 + 1\n" + FUNCTION + "    w = 0\n    return w"),
        "cell 8: `gradient` has 13 lines",
    ),
    "a directive is used": (
        source_of(6, lambda source: source + "\n```{note}\nBeware.\n```"),
        "cell 7 uses MyST ('```{')",
    ),
    "a colon fence is used": (source_of(6, lambda source: source + "\n:::{note}\nBeware.\n:::"), "cell 7 uses MyST"),
    "a role is used": (source_of(6, lambda source: source + "\nSee {eq}`taylor`."), "cell 7 uses MyST"),
    "two sentences share a line": (
        lambda notebook: source_of(2, lambda source: source + "\nIt is flat. It is no minimum." * 2)(notebook),
        "2 lines hold two sentences, first in cell 3: 'It is flat. It is no minimum.'",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told(complain, fault):
    plant, sentences = FAULTS[fault]
    notebook = good_lesson()
    plant(notebook)
    told = complain(notebook)
    expected = [sentences] if isinstance(sentences, str) else list(sentences)
    assert len(told) == len(expected), told
    assert all(sentence in complaint for sentence, complaint in zip(expected, told)), told


def test_every_rule_has_a_fault_that_only_it_tells():
    for rule in (*rules.RULES, *reading.RULES):
        assert rule(good_lesson()) == []
        assert any(rule(planted(fault)) for fault in FAULTS), f"no fault for {rule.__name__}"


def planted(fault):
    notebook = good_lesson()
    FAULTS[fault][0](notebook)
    return canonical(notebook)


def test_a_file_that_the_writer_would_change_is_told(complain, tmp_path):
    complain(good_lesson())
    path = tmp_path / "00_start_here.ipynb"
    path.write_text(path.read_text().replace('"3.11', "").replace('\n "nbformat": 4', '\n  "nbformat": 4'))
    assert complaints(path) == ["the file is not in its canonical form: run `make notebooks`"]
    path.write_text("{")
    assert len(complaints(path)) == 1 and "damaged" in complaints(path)[0]
