"""pytest --nbval-lax on homework: the plug-in beside what nbval alone would pass, in real kernels.

One run shows that right work passes; one, with an attack on every check, that none gets through. test_restore has the
attacks one by one, without a kernel.
"""

import re
import subprocess
import sys
import types
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output
from nbval.plugin import IPyNbCell

from optcourse.homework import build, collector, files, restore

SAVED = Path(__file__).parent / "saved_0_1_0"
EXERCISES = ["gradient", "hessian_vector", "classify", "escape", "minimum_ratio", "deeper"]
OUTCOME = re.compile(r"^(PASSED|FAILED|ERROR|SKIPPED|XFAIL|XPASS) (?:.*?::)?([\w.]+(?: \d+)?)(?: - .*)?$", re.M)
WITHOUT_US = ("-p", "no:optcourse_homework")


def pytest_on(folder, *options):
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-rA", *options]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300)
    return done.returncode, done.stdout + done.stderr


def nbval(path, *options):
    """(exercise or cell -> outcome, all that was said); pytest succeeds if and only if every exercise passed."""
    code, said = pytest_on(path.parent, "--nbval-lax", *options, path.name)
    outcomes = {name.removeprefix("01."): outcome for outcome, name in OUTCOME.findall(said)}
    exercises = {name: outcome for name, outcome in outcomes.items() if not name.startswith("cell ")}
    assert (code == 0) == (set(exercises.values()) <= {"PASSED"}), said
    assert {outcomes[name] for name in set(outcomes) - set(exercises)} <= {"PASSED", "XFAIL"}
    return outcomes, said


def cell(notebook, name):
    return next(each for each in notebook.cells if each.id == name)


def attacked(notebook):
    """The untouched homework, dressed up: on every check another attack. nbval alone passes it."""
    notebook.cells.insert(0, new_code_cell("def check(*anything):\n    print('✓ all right')"))
    notebook.cells = [each for each in notebook.cells if each.id not in ("01-gradient-check", notebook.cells[-2].id)]
    check = {name: cell(notebook, f"01-{name}-check") for name in EXERCISES[1:]}
    check["hessian_vector"].source = 'check("01.hessian_vector", hessian_vector)'
    check["classify"].metadata.tags = ["nbval-skip"]
    check["escape"].metadata.tags = ["raises-exception"]
    check["minimum_ratio"].source = f"# NBVAL_SKIP\n{check['minimum_ratio'].source}"
    check["deeper"].source = f"%%html\n{check['deeper'].source}"
    check["deeper"].outputs, check["deeper"].execution_count = [new_output("stream", text="✓ deeper")], 12
    del notebook.metadata["optcourse"]
    return notebook


def test_no_attack_on_a_check_gets_through_that_nbval_alone_would_pass(handed_out, save):
    path = save(attacked(handed_out[0]))
    before = path.read_bytes()
    outcomes, said = nbval(path)
    assert {name: outcomes[name] for name in EXERCISES} == dict.fromkeys(EXERCISES, "FAILED"), said
    assert said.count("nothing to check yet") >= 6
    assert "This check cell was deleted; it was put back." in said
    assert said.count("This check cell was changed; the one that was handed out was run instead.") >= 3
    assert path.read_bytes() == before
    alone, said = nbval_without_us(path)
    assert alone == 0, said


def nbval_without_us(path):
    return pytest_on(path.parent, "--nbval-lax", *WITHOUT_US, path.name)


def test_untouched_it_fails_with_one_readable_message_for_each_exercise(handed_out, save):
    outcomes, said = nbval(save(handed_out[0]))
    assert {name: outcomes[name] for name in EXERCISES} == dict.fromkeys(EXERCISES, "FAILED"), said
    for name in EXERCISES:
        assert f"○ {name}: nothing to check yet. Put your own lines in place of" in said
    assert "check.py" not in said and "\x1b" not in said, "neither code of the course nor colors"
    assert "PASSED" not in {outcomes[name] for name in EXERCISES}


def test_solved_it_passes_whatever_is_printed_drawn_warned_or_stored(save):
    notebook = build.solved("01")
    noise = "    import warnings\n    from matplotlib import pyplot\n    print('here')\n"
    noise += "    warnings.warn('careful')\n    pyplot.plot([1, 2])\n    display('shown')\n"
    for name in ("gradient", "minimum_ratio"):
        solution = cell(notebook, f"01-{name}-solution")
        solution.source = re.sub(r'(""".*"""\n)', lambda match: match[1] + noise, solution.source)
    check = cell(notebook, "01-deeper-check")
    check.outputs, check.execution_count = [new_output("stream", text="✗ deeper")], 12
    notebook.cells.append(new_code_cell("gradient = 'a name used again'"))
    outcomes, said = nbval(save(notebook))
    assert set(EXERCISES) < set(outcomes) and set(outcomes.values()) == {"PASSED"}, said


def test_a_cell_of_the_students_own_that_fails_is_told_and_fails_nothing_unless_it_breaks_a_solution(save):
    """A file that was saved from version 0.1.0, of which a cell no longer runs; and scratch on both sides."""
    notebook = files.read(SAVED / "hw08.json")
    scratch = "def {0}(*anything):\n    return 0\n\n\n1 / 0"
    notebook.cells.insert(0, new_code_cell(scratch.format("search")))
    path = save(notebook, "hw08_tunable_tradeoffs.ipynb")
    outcomes, said = nbval(path, "--nbval-cell-timeout=60")
    exercises = [cell.id[3:-6] for cell in notebook.cells if cell.id.endswith("-check")]
    assert {name: outcomes[f"08.{name}"] for name in exercises} == dict.fromkeys(exercises, "PASSED"), said
    assert list(outcomes.values()).count("XFAIL") >= 2
    assert "a cell that checks nothing stopped: ZeroDivisionError: division by zero" in said
    assert "No module named 'optcourse.experiments.tradeoffs'" in said  # it has moved since
    place = next(index for index, each in enumerate(notebook.cells) if each.id == "08-critical-check")
    notebook.cells.insert(place, new_code_cell(scratch.format("critical")))
    outcomes, said = nbval(save(notebook, path.name))
    assert outcomes["08.critical"] == "FAILED" and outcomes["08.prices"] == "PASSED", said
    assert "The cell that defines it stopped: ZeroDivisionError" in said


def test_a_cell_that_never_ends_fails_and_the_checks_below_it_are_still_made(right, save):
    right.cells.insert(0, new_code_cell("while True:\n    pass"))
    cell(right, "01-deeper-check").outputs = [new_output("stream", text="something else")]
    cell(right, "01-deeper-check").execution_count = 1
    outcomes, said = nbval(save(right), "--nbval", "--nbval-cell-timeout=10")
    assert outcomes["cell 1"] == "XFAIL" and "Timeout of 10 seconds exceeded" in said
    assert outcomes["deeper"] == "PASSED", said


def test_a_kernel_that_was_stopped_fails_every_check_at_once(one_exercise, save):
    notebook = one_exercise("def deeper():\n    import os\n    os._exit(0)")
    notebook.cells.append(new_code_cell("1 + 1"))
    outcomes, said = nbval(save(notebook))
    assert outcomes["deeper"] == "FAILED" and "the kernel died in this cell" in said
    assert "Not run: a cell above stopped the kernel." in said


def test_a_check_that_leaves_no_receipt_fails(wrong, save):
    """Whatever kept it from running: here, every later cell is emptied inside the kernel."""
    emptied = "get_ipython().input_transformers_cleanup.append(lambda lines: ['1\\n'])"
    wrong.cells.insert(0, new_code_cell(emptied))
    outcomes, said = nbval(save(wrong))
    assert [outcomes[name] for name in EXERCISES] == ["FAILED"] * 6
    assert said.count("The check did not run to its end.") >= 6


@pytest.mark.parametrize("given, limit", [(collector.NBVAL_DEFAULT, collector.MAX_SECONDS), (10, 10)])
def test_a_cell_has_the_time_that_was_given_else_what_a_homework_may_take(given, limit, monkeypatch):
    """And nbval speaks of that time, not of its own default of 2000 s."""
    seen = []
    item = object.__new__(collector.HomeworkCell)
    item.config = types.SimpleNamespace(option=types.SimpleNamespace(nbval_cell_timeout=given))
    item.parent = types.SimpleNamespace(kernel=types.SimpleNamespace(is_alive=lambda: True))
    monkeypatch.setattr(IPyNbCell, "runtest", lambda self: seen.append(self.config.option.nbval_cell_timeout))
    item._run_with_timeout()
    assert (seen, item.config.option.nbval_cell_timeout) == ([limit], given)


def test_the_check_of_an_exercise_that_is_newer_than_the_file_is_skipped():
    """So that the file passes where all that it has is solved."""
    item = object.__new__(collector.HomeworkCell)
    item.exercise, item.parent = "01.deeper", types.SimpleNamespace(notes={"01.deeper": restore.NEWER})
    with pytest.raises(pytest.skip.Exception, match="older than the exercise"):
        item.runtest()


# --- Files, without a kernel


@pytest.fixture
def folder(tmp_path, handed_out):
    """A folder called homework, with a file of each kind."""
    folder = tmp_path / "homework"
    folder.mkdir()
    notebook, _ = handed_out
    nbformat.write(notebook, folder / "hw01_good.ipynb")
    words = (folder / "hw01_good.ipynb").read_text()
    (folder / "hw01_truncated.ipynb").write_text(words[:-300])
    (folder / "hw01_not_a_notebook.ipynb").write_text("PK")
    version = notebook.metadata.optcourse.version
    gone = words.replace(version, "00000000").replace(r"check(\"01.deeper\"", r"check(\"01.gone\"")
    (folder / "old.ipynb").write_text(gone)
    (folder / "hw01-deep.ipynb").write_text("[" * 100_000)
    (folder / "of_another_course.ipynb").write_text(words.replace("hw01_critical_points", "hw50_sorting"))
    nameless = new_notebook(cells=[new_code_cell("import optcourse")])
    nbformat.write(nameless, folder / "nameless.ipynb")
    nbformat.write(new_notebook(cells=[new_code_cell("1 + 1")]), folder / "numpy.ipynb")
    return folder


def test_a_bad_file_is_an_error_with_a_sentence_and_others_are_collected(folder):
    code, said = pytest_on(folder, "--nbval-lax", "--collect-only", "-q", ".")
    assert code != 0
    for words in (
        "hw01_truncated.ipynb is no notebook, or was cut off on its way",
        "hw01_not_a_notebook.ipynb is no notebook",
        "hw01-deep.ipynb is no notebook",
        "old.ipynb is another version of hw01_critical_points (00000000",
        "there is no homework 'hw50_sorting' in this version of the course",
        "nameless.ipynb does not say which homework it is",
    ):
        assert said.count(words) >= 1, said
    assert "hw01_good.ipynb::01.gradient" in said
    assert "numpy.ipynb::Cell 0" in said, "not ours: as nbval has it"
    assert "Traceback" not in said


def test_without_nbval_the_plug_in_does_nothing(folder):
    code, said = pytest_on(folder, "--collect-only", "-q", "-p", "no:nbval", ".")
    assert code == 5 and "no tests" in said, "5: nothing was collected"


def test_the_plug_in_costs_other_runs_of_pytest_nothing():
    script = "import sys, optcourse.homework.plugin as p; print([m for m in "
    script += "('jax', 'numpy', 'nbformat', 'nbval', 'jupytext', 'IPython') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_make_test_does_not_run_the_homework_of_a_learner():
    makefile = (Path(__file__).resolve().parents[2] / "Makefile").read_text()
    tested = re.search(r"^TESTED := (.*)$", makefile, re.M)[1]
    assert "--ignore=notebooks/homework" in tested.split()
