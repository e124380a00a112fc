"""How far a learner is: counted by running, never by what a file says of itself."""

import re

import pytest
from nbformat.v4 import new_code_cell, new_output

from optcourse import __main__ as command_line
from optcourse.homework import build, catalog, files, restore, status
from optcourse.homework.check import total_points
from optcourse.homework.status import NOT_BEGUN, RIGHT, WRONG, Progress, Row

NAMES = [each.name for each in catalog.exercises("01")]


def marks(found):
    assert found.problem == ""
    return {row.name: row.mark for row in found.rows}


def test_each_exercise_is_right_wrong_or_not_begun(save):
    notebook = build.make_student_notebook("01")[0]
    notebook.cells = [cell for cell in notebook.cells if "digits" not in cell.source]
    solved = {cell.id: cell.source for cell in build.solution_notebook("01").cells}
    for cell in notebook.cells:
        if cell.id == "01-deeper-solution":
            cell.source = solved[cell.id]
        if cell.id == "01-minimum_ratio-solution":
            cell.source = "def minimum_ratio(eigenvalues):\n    return 1"
        if cell.id == "01-classify-check":
            cell.outputs = [new_output("stream", text="✓ classify")]
            cell.metadata.tags = ["raises-exception", "skip-execution"]
    path = save(notebook)
    before = path.read_bytes()
    seen = []
    found = status.progress(path, lambda cells: map(lambda cell: seen.append(1) or cell, cells))
    assert marks(found) == dict.fromkeys(NAMES, NOT_BEGUN) | {"minimum_ratio": WRONG, "deeper": RIGHT}
    told = {row.name: row.reason for row in found.rows if row.reason}
    assert list(told) == ["minimum_ratio"] and told["minimum_ratio"].startswith("does not hold yet: ")
    assert found.notes == (), "a cell of the course that waits for a solution is no fault of the student's"
    assert len(seen) == len(notebook.cells), "a progress bar sees every cell"
    assert path.read_bytes() == before


def test_an_exercise_that_is_newer_than_the_file_is_not_begun_and_one_that_was_deleted_is_wrong(
    right, save, monkeypatch
):
    """The points are those of the course."""
    monkeypatch.setattr(status, "_run", lambda notebook, path, drawn: None)
    deleted = status.progress(save(right))
    right.metadata.optcourse.version = "00000000"
    newer = status.progress(save(right))
    assert marks(deleted) == dict.fromkeys(NAMES, WRONG)
    assert marks(newer) == dict.fromkeys(NAMES, NOT_BEGUN) | {"deeper": WRONG}
    assert {row.reason for row in newer.rows if row.mark == NOT_BEGUN} == {restore.NEWER}
    words, points = status.table([newer]), total_points(catalog.exercises("01"))
    assert f" 0 of {points} points" in words and restore.NEWER in words


def test_a_kernel_that_dies_is_one_sentence(one_exercise, save):
    path = save(one_exercise("import os\nos._exit(0)"))
    found = status.progress(path)
    assert found.rows == () and "stopped its kernel, so nothing below it was checked" in found.problem


def test_cells_that_never_end_or_fail_are_stopped_and_the_others_count(right, save, monkeypatch):
    """Cells of the student's own, before and after; one that should define what is asked; and a check."""
    monkeypatch.setattr(status, "CELL_SECONDS", 8)
    right.cells.insert(0, new_code_cell("import time\nwhile True:\n    time.sleep(0.1)"))
    right.cells.append(new_code_cell("import math\nmath.missing"))
    right.cells.insert(1, new_code_cell("def gradient(loss, w)\n    return 1"))
    right.cells.insert(2, new_code_cell("def classify(*anything):\n    while True:\n        time.sleep(0.1)"))
    found = status.progress(save(right))
    assert marks(found)["deeper"] == RIGHT
    reasons = {row.name: row.reason for row in found.rows}
    assert reasons["gradient"].startswith("the cell that defines it stopped: SyntaxError: ")
    assert re.search(r"\d+ s\b", reasons["classify"]), "the reason is a limit of time"
    assert reasons["escape"] == "NameError: name 'escape' is not defined"
    first, last = found.notes
    assert first == "cell 1, your own, stopped: it ran for more than 8 s"
    assert last.endswith("your own, stopped: AttributeError: module 'math' has no attribute 'missing'")


def test_a_cell_that_cannot_be_interrupted_is_one_sentence(right, save, monkeypatch):
    monkeypatch.setattr(status, "CELL_SECONDS", 2)
    monkeypatch.setattr(status, "INTERRUPT_SECONDS", 1)
    stubborn = "while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass"
    right.cells.insert(0, new_code_cell(stubborn))
    found = status.progress(save(right))
    assert "cell 1 cannot be interrupted, so nothing below it was checked" in found.problem


def test_a_notebook_that_takes_too_long_is_one_sentence(right, save, monkeypatch):
    monkeypatch.setattr(status, "TOTAL_SECONDS", -1)
    assert "ran for more than -1 s" in status.progress(save(right)).problem


def test_a_file_that_is_no_homework_is_one_sentence(tmp_path, save):
    bad = tmp_path / "hw01_bad.ipynb"
    bad.write_text("{")
    other = save(build.nbformat.v4.new_notebook(), "lesson.ipynb")
    problems = [status.progress(path).problem for path in (bad, other, tmp_path, tmp_path / "none.ipynb")]
    words = ["is no notebook", "is no homework of this course", "is a folder", "there is no such file"]
    assert [expected in problem for expected, problem in zip(words, problems)] == [True] * 4
    assert all("\n" not in problem for problem in problems)


def broken(notebook, path):
    raise RuntimeError("something unforeseen\nin detail")


def test_what_is_wrong_with_one_file_is_the_problem_of_that_file(right, save, monkeypatch):
    monkeypatch.setattr(status.restore, "restore_checks", broken)
    assert status.progress(save(right)).problem.endswith("cannot be run: RuntimeError: something unforeseen")


def test_several_files_of_a_homework_stand_under_their_own_names(tmp_path):
    rows = (Row("first", WRONG, 2, "returned nothing: " + "x " * 100),)
    ada, ben, usual = (tmp_path / name for name in ("hw01 (1).ipynb", "hw02-ben.ipynb", "hw03_other.ipynb"))
    found = [Progress("hw01_topic", rows, path=ada), Progress("hw01_topic", rows, path=tmp_path / "hw01_topic.ipynb")]
    found += [Progress("hw02_topic", rows, path=ben), Progress("hw03_other", rows, notes=("a note",), path=usual)]
    words = status.table(found)
    lines = words.splitlines()
    headings = [(lines[i - 1], line.split()[0]) for i, line in enumerate(lines) if "points" in line]
    assert headings == [
        (str(ada), "hw01_topic"),
        (str(tmp_path / "hw01_topic.ipynb"), "hw01_topic"),
        (str(ben), "hw02_topic"),
        ("", "hw03_other"),
    ]
    assert "\n      returned nothing: x x" in words and "\n  a note\n" in words
    assert all(len(line) < 120 for line in words.splitlines() if str(tmp_path) not in line)


def test_the_table_adds_up_what_is_right():
    rows = (Row("first", RIGHT, 2), Row("second", WRONG, 3), Row("third", RIGHT, 1), Row("fourth", NOT_BEGUN, 4))
    words = status.table([Progress("hw01_topic", rows), Progress("hw02_other", problem="it is a folder")])
    assert [line.split() for line in words.splitlines() if line] == [
        ["hw01_topic", "3", "of", "10", "points"],
        ["✓", "first", "2", "of", "2"],
        ["✗", "second", "0", "of", "3"],
        ["✓", "third", "1", "of", "1"],
        ["○", "fourth", "0", "of", "4"],
        ["hw02_other"],
        ["it", "is", "a", "folder"],
        ["✓", "right", "✗", "not", "right", "yet", "○", "not", "begun"],
    ]


# --- The commands


def test_status_prints_the_table_of_all_homework_and_fails_where_one_cannot_be_run(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(files, "FOLDER", tmp_path)
    assert command_line.main(["homework", "status"]) == 2
    assert "there is no homework in" in capsys.readouterr().err
    (tmp_path / "hw01_bad.ipynb").write_text("{")
    assert command_line.main(["homework", "status"]) == 1
    assert "hw01_bad.ipynb is no notebook" in capsys.readouterr().out


def test_solve_says_where_the_solution_is(tmp_path, capsys):
    path = tmp_path / "solved.ipynb"
    assert command_line.main(["homework", "solve", "1", "-o", str(path)]) == 0
    assert capsys.readouterr().out == f"The solution is in {path}.\n" and path.exists()
    assert command_line.main(["homework", "solve", "77", "-o", str(path)]) == 2
    assert "there is no homework '77': choose one of 01" in capsys.readouterr().err
    assert command_line.main(["homework", "solve", "01", "-o", str(tmp_path)]) == 2
    assert "is a folder" in capsys.readouterr().err


def test_build_says_what_changed(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(catalog, "TOPICS", {"01": "critical_points"})
    monkeypatch.setattr(build, "build", lambda number: [tmp_path / "a.ipynb"])
    assert command_line.main(["homework", "build"]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'a.ipynb'}: written\n"
    monkeypatch.setattr(build, "build", lambda number: [])
    assert command_line.main(["homework", "build"]) == 0
    assert capsys.readouterr().out == "hw01_critical_points: as it was\n"


def test_an_action_is_needed(capsys):
    with pytest.raises(SystemExit):
        command_line.main(["homework"])
    assert "ACTION" in capsys.readouterr().err
