"""Files that are not what they should be: one clear sentence each, and never a wrong homework."""

import json
import os

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from optcourse.homework import files
from optcourse.lessons.canonical import NotebookError

NAME = "hw01_critical_points"


def sentence(action, *arguments):
    with pytest.raises(NotebookError) as error:
        action(*arguments)
    assert "\n" not in str(error.value)
    return str(error.value)


def test_a_truncated_notebook(handed_out, save):
    path = save(handed_out[0])
    path.write_text(path.read_text()[:-200])
    assert "is no notebook, or was cut off on its way" in sentence(files.read, path)


@pytest.mark.parametrize("words", ["", "%PDF-1.4", "[1, 2]", '{"cells": 3}', '{"nbformat": 4, "cells": [{}]}', "null"])
def test_what_is_no_notebook(words, tmp_path):
    path = tmp_path / f"{NAME}.ipynb"
    path.write_text(words)
    assert "is no notebook" in sentence(files.read, path)


def test_what_is_no_text(tmp_path):
    path = tmp_path / f"{NAME}.ipynb"
    path.write_bytes(b"\xff\xfe\x00PK")
    assert "is no notebook" in sentence(files.read, path)


def test_a_folder_and_a_missing_file(tmp_path):
    assert "is a folder: name the notebook in it" in sentence(files.read, tmp_path)
    assert "there is no such file" in sentence(files.read, tmp_path / "none.ipynb")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(handed_out, save):
    path = save(handed_out[0])
    path.chmod(0)
    assert "cannot be read: Permission denied" in sentence(files.read, path)


def of_windows(words):
    return "\ufeff".encode() + words.encode()


def of_older_windows(words):
    return words.encode("utf-16")


def half_a_character(words):
    return words.replace("def deeper", r"# \ud83d\ndef deeper").encode()


def odd_parts(words):
    """What the format does not allow, and Jupyter shows nevertheless."""
    found = json.loads(words)
    for cell in found["cells"]:
        cell["metadata"] = {"tags": "none", "collapsed": 3}
        if cell["cell_type"] == "code":
            cell |= {"outputs": [3, {}, {"output_type": "stream"}], "execution_count": "*"}
    found["cells"][0]["cell_type"] = "heading"
    found["metadata"] |= {"kernelspec": 3, "language_info": [], "title": 3}
    return json.dumps(found).encode()


@pytest.mark.parametrize("program", [of_windows, of_older_windows, half_a_character, odd_parts])
def test_what_jupyter_opens_is_read(program, handed_out, save):
    path = save(handed_out[0])
    sources = [cell.source for cell in handed_out[0].cells]
    path.write_bytes(program(path.read_text(encoding="utf-8")))
    notebook = files.read(path)
    same = [cell.source == source for cell, source in zip(notebook.cells, sources, strict=True)]
    assert same.count(False) == (program is half_a_character) and files.identify(notebook, "mine.ipynb") == NAME
    nbformat.writes(notebook).encode()


@pytest.mark.parametrize("version, said", [(5, "has notebook format 5"), (2, "has notebook format 2"), ("x", "is no")])
def test_another_format_is_said(version, said, tmp_path):
    path = tmp_path / f"{NAME}.ipynb"
    path.write_text(json.dumps({"nbformat": version, "cells": []}))
    assert said in sentence(files.read, path)


@pytest.mark.parametrize("words", ["[" * 100_000, '{"nbformat": 4, "cells": ' + "[" * 500 + "]" * 500 + "}"])
def test_what_is_nested_beyond_reason_is_no_notebook(words, tmp_path):
    (tmp_path / "deep.ipynb").write_text(words)
    assert "is no notebook" in sentence(files.read, tmp_path / "deep.ipynb")


@pytest.mark.parametrize("minor", [0, 2, 4])
def test_an_older_format_is_read_too(minor, handed_out, save):
    notebook = handed_out[0]
    path = save(notebook)
    old = json.loads(path.read_text())
    old["nbformat_minor"] = minor
    for cell in old["cells"]:
        del cell["id"]
    path.write_text(json.dumps(old))
    assert files.identify(files.read(path), path) == NAME


# --- Which homework it is


def test_a_homework_is_known_by_its_metadata_whatever_the_name(handed_out):
    assert files.identify(handed_out[0], "mine.ipynb") == NAME
    assert files.identify(handed_out[0], "hw01_ada.ipynb") == NAME


def test_without_metadata_it_is_known_by_its_name_its_check_cells_or_their_words(handed_out):
    notebook = handed_out[0]
    del notebook.metadata["optcourse"]
    assert files.identify(notebook, "mine.ipynb") == NAME
    assert files.identify(new_notebook(), "hw01_ada.ipynb") == NAME
    retyped = new_notebook(cells=[new_code_cell('check("01.gradient", gradient)')])
    assert files.identify(retyped, "mine.ipynb") == NAME


@pytest.mark.parametrize("name", ["lesson.ipynb", "hw99_other.ipynb", "hw1.ipynb"])
def test_another_notebook_is_none(name):
    assert files.identify(new_notebook(cells=[new_code_cell("check(1)")]), name) == ""


@pytest.mark.parametrize("metadata", [3, "hw", [], {"homework": ""}, {"lesson": "01"}])
def test_strange_metadata_are_none(metadata):
    assert files.identify(new_notebook(metadata={"optcourse": metadata}), "mine.ipynb") == ""


def test_a_homework_that_the_course_does_not_have(handed_out):
    handed_out[0].metadata.optcourse.homework = "hw77_sorting"
    words = sentence(files.identify, handed_out[0], "mine.ipynb")
    known = ", ".join(files.homework_names())
    assert words == f"there is no homework 'hw77_sorting' in this version of the course (it has {known}): update it"


def test_another_version_is_read_as_long_as_the_course_knows_its_checks(handed_out):
    notebook, manifest = handed_out
    notebook.metadata.optcourse.version = "00000000"
    assert files.identify(notebook, f"{NAME}.ipynb") == NAME
    notebook.cells.append(new_code_cell('check("01.gone", gone)'))
    words = sentence(files.identify, notebook, f"{NAME}.ipynb")
    assert f"another version of {NAME} (00000000, and the course now has {manifest.version}): 01.gone is not" in words
    notebook.metadata.optcourse.version = manifest.version
    assert files.identify(notebook, f"{NAME}.ipynb") == NAME, "of this version, it is a slip of the student's own"


@pytest.mark.parametrize("name", ["hw01.ipynb", "HW01 (1).ipynb", "hw01-ada.ipynb", "Ada_12_hw01_critical.ipynb"])
def test_a_file_that_was_renamed_is_known_if_it_uses_the_course(name):
    assert files.identify(new_notebook(cells=[new_code_cell("import optcourse")]), name) == NAME
    assert files.identify(new_notebook(cells=[new_code_cell("import numpy")]), name) == "", "of another course"


def test_the_homework_of_another_number(handed_out, monkeypatch):
    monkeypatch.setattr(files, "homework_names", lambda *_: [NAME, "hw02_batches"])
    words = sentence(files.identify, handed_out[0], "hw02_batches.ipynb")
    assert f"holds {NAME}, and its name says hw02_batches" in words


def test_a_notebook_of_the_course_among_the_homework_that_says_nothing_is_told(tmp_path):
    path = tmp_path / "homework" / "ada.ipynb"
    nameless = new_notebook(cells=[new_code_cell("import optcourse")])
    assert "does not say which homework it is" in files.unidentified_message(nameless, path)
    assert files.unidentified_message(nameless, tmp_path / "ada.ipynb") == "", "elsewhere it is nobody's business"
    assert files.unidentified_message(new_notebook(cells=[new_code_cell("import numpy")]), path) == "", (
        "of another course"
    )


# --- The manifest


def renamed(manifest):
    return manifest | {"name": "hw01_other"}


def emptied(manifest):
    return manifest | {"cells": [{"id": "cell-00", "hash": "0"}]}


def cut(manifest):
    return {"name": NAME}


@pytest.mark.parametrize("damage", [renamed, emptied, cut])
def test_a_damaged_manifest_is_a_sentence_and_never_one_without_checks(damage, tmp_path):
    made = json.loads((files.MANIFESTS / f"{NAME}.json").read_text(encoding="utf-8"))
    (tmp_path / f"{NAME}.json").write_text(json.dumps(damage(made)))
    assert "manifest of hw01_critical_points is damaged" in sentence(files.manifest, NAME, tmp_path)


def test_saved_by_another_program_it_is_the_same_notebook(handed_out, save):
    path = save(handed_out[0])
    assert files.read(path).cells == nbformat.read(path, as_version=4).cells
