"""The canonical form, on notebooks made by hand: what it drops, what it renames, what it leaves alone."""

import copy
import json

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from optcourse.lessons.canonical import (
    WIDGET_STATE,
    WIDGET_VIEW,
    NotebookError,
    canonical,
    shows,
    text,
    unrepeatable_outputs,
)
from optcourse.lessons.writer import parse

A, B, C = (f"{letter * 32}" for letter in "abc")


def stream(words, name="stdout"):
    return new_output("stream", name=name, text=words)


def widget(name):
    return new_output("display_data", data={WIDGET_VIEW: {"model_id": name}, "text/plain": f"the widget {name}"})


def notebook_of(*outputs, state=None):
    cell = new_code_cell("f()", outputs=list(outputs), execution_count=7)
    metadata = {"widgets": {WIDGET_STATE: {"state": state or {}}}}
    return new_notebook(cells=[new_markdown_cell("# Title"), cell], metadata=metadata)


def state_of(notebook):
    return notebook.metadata.get("widgets", {}).get(WIDGET_STATE, {}).get("state", {})


def with_widgets():
    """B is shown first, then A; each leads to C, and D to nothing."""
    state = {
        C: {"state": {"text": f"a child, IPY_MODEL_{C}"}},
        A: {"state": {"layout": f"IPY_MODEL_{C}"}, "buffers": [{"path": ["y"]}, {"path": ["x"]}]},
        "d" * 32: {"state": {"layout": f"IPY_MODEL_{A}"}},
        B: {"state": {"children": [f"IPY_MODEL_{C}"]}},
    }
    return notebook_of(widget(B), widget(A), widget(B), state=state)


def test_the_form_is_a_fixed_point_and_leaves_its_argument_alone():
    for notebook in (with_widgets(), notebook_of(stream("a"), stream("b"))):
        original = copy.deepcopy(notebook)
        once = canonical(notebook)
        assert notebook == original
        assert canonical(once) == once
        assert text(canonical(parse(text(once), "path"))) == text(once)
        nbformat.validate(once)


def test_widget_ids_count_the_widgets_in_order_of_display():
    notebook = canonical(with_widgets())
    zero, one, two = (f"{number:032x}" for number in range(3))
    assert [output.data[WIDGET_VIEW]["model_id"] for output in notebook.cells[1].outputs] == [zero, one, zero]
    assert notebook.cells[1].outputs[1].data["text/plain"] == f"the widget {one}"
    assert state_of(notebook)[zero]["state"] == {"children": [f"IPY_MODEL_{two}"]}
    assert state_of(notebook)[two]["state"] == {"text": f"a child, IPY_MODEL_{two}"}
    assert [buffer["path"] for buffer in state_of(notebook)[one]["buffers"]] == [["x"], ["y"]]


def test_two_widgets_that_change_places_change_names_at_once():
    first = canonical(with_widgets())
    first.cells[1].outputs = [first.cells[1].outputs[i] for i in (1, 0)]
    swapped = canonical(first)
    assert [output.data[WIDGET_VIEW]["model_id"][-1] for output in swapped.cells[1].outputs] == ["0", "1"]
    assert "buffers" in state_of(swapped)["0" * 32], "A, now the first"


def test_widgets_that_no_output_leads_to_are_dropped():
    assert len(state_of(canonical(with_widgets()))) == 3
    assert "widgets" not in canonical(notebook_of(state={A: {"state": {}}})).metadata


def test_cell_ids_are_kept_where_valid_and_counted_elsewhere():
    notebook = new_notebook(cells=[new_markdown_cell(str(i)) for i in range(6)])
    for cell, name in zip(notebook.cells, ["kept-1", "kept-1", "not valid!", "cell-02", "x" * 65, None]):
        cell["id"] = name
    del notebook.cells[5]["id"]
    made = [cell.id for cell in canonical(parse(json.dumps(notebook), "path")).cells]
    assert made == ["kept-1", "cell-01", "cell-03", "cell-02", "cell-04", "cell-05"]


def test_pieces_of_a_stream_are_joined_and_other_outputs_keep_their_place():
    figure = new_output("display_data", data={"text/plain": "a figure"})
    made = canonical(notebook_of(stream("a"), stream("b"), figure, stream("c"), stream("d", "stderr"))).cells[1].outputs
    assert [output.get("text", "figure") for output in made] == ["ab", "figure", "c", "d"]


def test_what_one_editor_remembers_is_dropped_and_what_an_author_set_is_kept():
    notebook = notebook_of(new_output("execute_result", data={"text/plain": "1"}, execution_count=99))
    notebook.metadata |= {"language_info": {"name": "python", "version": "3.11.7"}, "toc": {"x": 1}, "title": "Kept"}
    notebook.metadata["kernelspec"] = {"name": "venv42", "display_name": "mine", "language": "python"}
    cell = notebook.cells[1]
    cell.metadata |= {"execution": {"busy": "10:31"}, "scrolled": True, "tags": ["hint"], "jupyter": {}}
    made = canonical(notebook)
    assert set(made.metadata) == {"kernelspec", "language_info", "title"}
    assert made.metadata.kernelspec.name == "python3" and "version" not in made.metadata.language_info
    assert made.cells[1].metadata == {"tags": ["hint"]}
    assert made.cells[1].outputs[0].execution_count == made.cells[1].execution_count == 7


SCRIPT = '<style>p {color: red}</style>\n<script type="application/json">{}</script>\n<script>alert("<p>")</script>\n'


def test_what_runs_in_the_page_is_dropped_until_its_cell_is_run_and_what_stands_is_kept():
    data = {"text/html": f"<p>Why?</p>\n{SCRIPT}<p>So.</p>\n{SCRIPT}", "image/png": "aaaa", "text/plain": "Why?"}
    explorer = new_output("display_data", data=data, metadata={"optcourse": "explorer"})
    table = new_output("display_data", data={"text/html": "<style>p {}</style><table></table>"})
    made = canonical(notebook_of(explorer, table)).cells[1].outputs
    assert made[0].data == {**data, "text/html": "<p>Why?</p>\n<p>So.</p>"}
    assert made[1] == table
    assert [shows(output) for output in made] == ["explorer", ""]


def test_of_a_picture_shown_twice_for_its_words_the_html_is_dropped_and_no_other_html():
    twice = {"image/png": "aaaa", "text/html": '<img src="data:image/png;base64,aaaa" alt="A line.">'}
    other = {"image/png": "aaaa", "text/html": '<img src="data:image/png;base64,bbbb" alt="A line.">'}
    made = canonical(notebook_of(*(new_output("display_data", data=data) for data in (twice, other)))).cells[1].outputs
    assert [output.data for output in made] == [{"image/png": "aaaa"}, other]


def test_the_text_has_sorted_keys_one_space_of_indent_and_a_newline_at_the_end():
    words = text(canonical(notebook_of(stream("e^λ\n"))))
    assert words.startswith('{\n "cells": [\n  {\n   "cell_type"') and words.endswith('"nbformat_minor": 5\n}\n')
    assert "e^λ" in words


def test_a_notebook_from_windows_has_the_same_text():
    notebook = notebook_of()
    notebook.cells[1].source = "x = 1\r\ny = 2\r\n\r\n"
    assert canonical(notebook).cells[1].source == "x = 1\ny = 2"


def test_a_state_that_json_cannot_hold_is_refused():
    notebook = canonical(notebook_of(widget(A), state={A: {"state": {"value": float("nan")}}}))
    with pytest.raises(NotebookError, match="NaN or infinity"):
        text(notebook)


def test_outputs_that_the_next_run_would_not_give_are_named():
    bundle = {"text/plain": "a word", "text/html": "<b>at 0x7f30d1c5a490</b>"}
    (address,) = unrepeatable_outputs(notebook_of(new_output("display_data", data=bundle)))
    assert "cell 2" in address and "0x7f30d1c5a490" in address
    (warning,) = unrepeatable_outputs(notebook_of(stream("UserWarning: beware\n", "stderr")))
    assert "stderr: 'UserWarning: beware'" in warning
    (bar,) = unrepeatable_outputs(notebook_of(stream("100%|###| 3/3 [00:02<00:00, 1.4it/s]")))
    assert "progress bar" in bar
    assert unrepeatable_outputs(notebook_of(stream("hex(255) = 0xff, 3/3 [0, 1] at 00:02"))) == []
