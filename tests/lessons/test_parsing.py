"""Whatever Jupyter opens is read, and comes out complete."""

import json

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from optcourse.lessons.canonical import NotebookError, canonical, text
from optcourse.lessons.parsing import UnsupportedFormat, parse_notebook
from optcourse.lessons.writer import parse

SHOWN = new_output("display_data", {"text/plain": "a\nb", "application/json": {"lines": ["a", "b"]}})
WHOLE = new_notebook(cells=[new_markdown_cell("# A title"), new_code_cell("1 + 1\n2", outputs=[SHOWN])])


def whole():
    return json.loads(json.dumps(WHOLE))


def without(*keys):
    """The notebook whose cells lack these."""
    found = whole()
    found["cells"] = [{key: value for key, value in cell.items() if key not in keys} for cell in found["cells"]]
    return found


def in_lines():
    found = whole()
    for cell in found["cells"]:
        cell["source"] = cell["source"].splitlines(keepends=True)
    found["cells"][1]["outputs"][0]["data"]["text/plain"] = ["a\n", "b"]
    return found


def newer():
    return whole() | {"nbformat_minor": 12, "to_come": 1}


def strange():
    """A kind of cell that nobody knows, and numbers where words should be."""
    found = without("id")
    found["cells"].append({"cell_type": "sql", "source": "select 1", "metadata": {"tags": 3}})
    return found | {"metadata": {"kernelspec": 3}, "nbformat_minor": "five"}


MADE = {
    "whole": whole(),
    "no count": without("execution_count"),
    "no outputs": without("outputs", "execution_count"),
    "no metadata": without("metadata", "id"),
    "lines": in_lines(),
    "newer": newer(),
    "strange": strange(),
}


@pytest.mark.parametrize("found", MADE.values(), ids=MADE)
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "with a byte order mark"])
def test_a_notebook_is_read_and_can_be_written(found, mark):
    notebook = parse(mark + json.dumps(found), "small.ipynb")
    assert [cell.source for cell in notebook.cells[:2]] == ["# A title", "1 + 1\n2"]
    assert notebook.cells[1].outputs in ([], WHOLE.cells[1].outputs)
    assert json.loads(text(canonical(notebook)))["nbformat_minor"] == 5


def test_half_of_a_pair_is_replaced_and_a_whole_pair_is_kept():
    found = whole()
    found["cells"][0]["source"] = "\ud83d \ud83d\ude00"
    assert parse_notebook(json.dumps(found)).cells[0].source == "\ufffd \U0001f600"


@pytest.mark.parametrize(
    "words", ["", "null", "3", "{}", "[" * 10**5, '{"nbformat": 4}', '{"nbformat": 4, "cells": [1]}']
)
def test_what_is_no_notebook_is_one_error(words):
    with pytest.raises(ValueError):
        parse_notebook(words)
    with pytest.raises(NotebookError, match=r"small\.ipynb is damaged"):
        parse(words, "small.ipynb")


@pytest.mark.parametrize("version", [2, 3, 5])
def test_another_format_is_named(version):
    with pytest.raises(UnsupportedFormat, match=f"format {version}"):
        parse_notebook(json.dumps(whole() | {"nbformat": version}))
    with pytest.raises(NotebookError, match=f"format {version}, not 4"):
        parse(json.dumps(whole() | {"nbformat": version}), "small.ipynb")
