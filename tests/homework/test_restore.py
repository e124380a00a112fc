"""What a student may have done to a check cell, by intention or not; and that what is run is always the course's."""

import copy
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell

from optcourse.homework import build, catalog, files, restore

SAVED = Path(__file__).parent / "saved_0_1_0"
SOLUTION, CHECK = "01-gradient-solution", "01-gradient-check"


def cell(notebook, name):
    return next(each for each in notebook.cells if each.id == name)


def drop(notebook, name):
    notebook.cells = [each for each in notebook.cells if each.id != name]


def move(notebook, name, place):
    notebook.cells.insert(place, notebook.cells.pop(notebook.cells.index(cell(notebook, name))))


def edit(notebook):
    cell(notebook, CHECK).source = "print('✓')"


def mute(notebook):
    cell(notebook, CHECK).source = "%%script false\n" + cell(notebook, CHECK).source


def comment(notebook):
    cell(notebook, CHECK).source = "# NBVAL_SKIP\n" + cell(notebook, CHECK).source


def tag(notebook):
    for each in notebook.cells:
        each.metadata["tags"] = ["nbval-skip", "raises-exception", "nbval-ignore-output", "skip-execution"]


def make_text(notebook):
    index = notebook.cells.index(cell(notebook, CHECK))
    notebook.cells[index] = new_markdown_cell(cell(notebook, CHECK).source, id=CHECK)


def store_outputs(notebook):
    cell(notebook, CHECK).outputs = [nbformat.v4.new_output("stream", text="✓ gradient")]
    cell(notebook, CHECK).execution_count = 3


def rename_kernel(notebook):
    notebook.metadata.kernelspec = {"name": "bash", "display_name": "bash", "language": "bash"}


def repeat_id(notebook):
    notebook.cells.insert(0, new_code_cell("pass", id=CHECK))


def drop_both(notebook):
    drop(notebook, CHECK)
    drop(notebook, SOLUTION)


def move_before(notebook):
    move(notebook, CHECK, 0)


def drop_check(notebook):
    drop(notebook, CHECK)


DEEDS = {
    drop_check: "deleted",
    drop_both: "deleted",
    edit: "changed",
    mute: "changed",
    comment: "changed",
    make_text: "changed",
    move_before: "stood before",
    repeat_id: "changed",
    tag: "",
    store_outputs: "",
    rename_kernel: "",
}


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
def test_whatever_was_done_to_it_the_check_is_run_as_handed_out_after_its_solution(deed, handed_out):
    notebook, manifest = handed_out
    before = copy.deepcopy(notebook)
    deed(notebook)
    student = copy.deepcopy(notebook)
    restored, notes = restore.restore_checks(notebook, manifest)
    assert notebook == student, "the student's own is left alone"
    names = [each.id for each in restored.cells]
    assert names.count(CHECK) == 1 and (SOLUTION not in names or names.index(SOLUTION) < names.index(CHECK))
    assert names.index(CHECK) < names.index("01-hessian_vector-solution"), "before the next exercise"
    run = cell(restored, CHECK)
    assert (run.cell_type, run.source) == ("code", cell(before, CHECK).source)
    assert [each.metadata for each in restored.cells] == [{}] * len(names)
    assert all(each.outputs == [] and each.execution_count is None for each in restored.cells if "outputs" in each)
    assert restored.metadata.kernelspec["name"] == "python3"
    assert DEEDS[deed] in notes.get("01.gradient", "") and bool(DEEDS[deed]) == ("01.gradient" in notes)
    assert set(notes) <= {"01.gradient"}


def test_of_a_file_of_another_version_what_it_has_nothing_of_is_newer_and_what_was_deleted_is_missing(handed_out):
    notebook, manifest = handed_out
    notebook.metadata.optcourse.version = "00000000"
    drop_check(notebook)
    assert "deleted" in restore.restore_checks(notebook, manifest).notes["01.gradient"], "its solution is there"
    drop(notebook, SOLUTION)
    assert restore.restore_checks(notebook, manifest).notes == {"01.gradient": restore.NEWER}
    notebook.cells.append(new_code_cell("def gradient(loss, w):\n    return w"))
    assert "deleted" in restore.restore_checks(notebook, manifest).notes["01.gradient"], "a solution is there"
    notebook.cells = []
    notes = restore.restore_checks(notebook, manifest).notes
    assert len(notes) == len(manifest.checks) and restore.NEWER not in notes.values(), "an empty file does not pass"


@pytest.mark.parametrize("described", [{}, {"version": None}, "01"], ids=str)
def test_of_a_file_that_does_not_say_its_version_what_is_not_there_was_deleted(described, handed_out):
    notebook, manifest = handed_out
    notebook.metadata["optcourse"] = described
    drop_both(notebook)
    assert "deleted" in restore.restore_checks(notebook, manifest).notes["01.gradient"]


def test_an_untouched_notebook_is_run_as_it_is(handed_out):
    notebook, manifest = handed_out
    restored, notes = restore.restore_checks(notebook, manifest)
    assert [each.source for each in restored.cells] == [each.source for each in notebook.cells] and notes == {}


def test_cells_of_the_student_stay_where_they_are(handed_out):
    """A helper between solution and check is run before the check, whether the check was there or had to come back."""
    notebook, manifest = handed_out
    place = notebook.cells.index(cell(notebook, SOLUTION)) + 1
    notebook.cells.insert(place, new_code_cell("h = 1", id="helper"))
    notebook.cells.append(new_code_cell("h = 2", id="last"))
    for deed in (lambda notebook: None, edit, drop_check):
        deed(notebook)
        names = [each.id for each in restore.restore_checks(notebook, manifest).notebook.cells]
        assert names.index(SOLUTION) + 1 == names.index("helper") == names.index(CHECK) - 1
        assert names[-1] == "last"


def test_of_an_empty_notebook_every_check_comes_back_in_order(handed_out):
    _, manifest = handed_out
    restored = restore.restore_checks(nbformat.v4.new_notebook(), manifest).notebook
    assert [restore.checked_exercise(each, manifest) for each in restored.cells] == [
        each.exercise for each in manifest.checks
    ]


def test_only_checks_are_taken_for_checks(handed_out):
    notebook, manifest = handed_out
    found = {each.id: restore.checked_exercise(each, manifest) for each in notebook.cells}
    assert found[CHECK] == "01.gradient" and sum(bool(exercise) for exercise in found.values()) == len(manifest.checks)


def test_a_solved_notebook_is_left_as_it_is(handed_out):
    solved = build.solution_notebook("01")
    restored, notes = restore.restore_checks(solved, handed_out[1])
    assert [each.source for each in restored.cells] == [each.source for each in solved.cells] and notes == {}


# --- A file of another version


@pytest.mark.parametrize("saved", sorted(SAVED.glob("hw*.json")), ids=lambda saved: saved.stem[2:])
def test_a_file_that_was_saved_from_version_0_1_0_keeps_its_marks(saved, monkeypatch, tmp_path):
    """Whatever else the course changes: all other cells, their ids and the version are changed here."""
    path = tmp_path / "mine.ipynb"
    path.write_bytes(saved.read_bytes())
    made = files.manifest(catalog.homework_name(saved.stem[2:]))
    cells = [each if each.exercise else each._replace(hash="0" * 16) for each in made.cells]
    cells = [each._replace(id=f"new-{each.id}") if each.id.startswith("cell-") else each for each in cells]
    changed = made._replace(version="00000000", cells=tuple(cells))
    monkeypatch.setattr(files, "manifest", lambda name: changed)
    notebook = files.read(path)
    assert files.identify(notebook, path) == made.name
    checks = {each.id: each.source for each in notebook.cells if each.id.endswith("-check")}
    assert checks.items() <= {each.id: each.source for each in made.checks}.items(), "a check cell never changes"
    restored, notes = restore.restore_checks(notebook, changed)
    later = {each.id: each.exercise for each in made.checks if each.id not in checks}  # exercises that came since
    kept = [each.id for each in restored.cells if each.id not in later]
    assert kept == [each.id for each in notebook.cells]
    assert notes == dict.fromkeys(later.values(), restore.NEWER)


@pytest.mark.parametrize("number", catalog.TOPICS)
def test_in_every_homework_checks_that_stood_first_are_run_after_their_solutions(number):
    solved, made = build.solution_notebook(number), build.make_student_notebook(number)[1]
    order = [each.id for each in solved.cells]
    solved.cells.sort(key=lambda cell: not cell.id.endswith("-check"))
    restored, notes = restore.restore_checks(solved, made)
    assert [each.id for each in restored.cells] == order
    assert set(notes) == {check.exercise for check in made.checks}
