"""pytest --nbval-lax on homework: the plug-in beside what nbval alone would pass, in real kernels.

One run has what passes; one what does not, with an attack on every check, of which none gets through. test_restore has
the attacks one by one, without a kernel.
"""

import re
import subprocess
import sys
import types
from pathlib import Path
from typing import NamedTuple

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output
from nbval.plugin import IPyNbCell

from optcourse.homework import build, collector, files, restore

SAVED = Path(__file__).parent / "saved_0_1_0"
EXERCISES = ["gradient", "hessian_vector", "classify", "escape", "minimum_ratio", "deeper"]
OUTCOME = re.compile(r"^(PASSED|FAILED|ERROR|SKIPPED|XFAIL|XPASS) (?:(.*?)::)?([\w.]+(?: \d+)?)(?: - .*)?$", re.M)
FAILURE = re.compile(r"^_+ (\S+): [\w.]+(?: \d+)? _+$", re.M)
ENDS = re.compile(r"^=+ .* =+$", re.M)
WITHOUT_US = ("-p", "no:optcourse_homework")


def pytest_on(folder, *options):
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-rA", *options]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300)
    return done.returncode, done.stdout + done.stderr


class Ran(NamedTuple):
    """What became of a file: outcomes, by exercise or cell, and all that was said of it."""

    outcomes: dict
    said: str


def nbval(folder, *options):
    """(code, file -> Ran) for all files of a folder; pytest succeeds if and only if every exercise passed."""
    code, said = pytest_on(folder, "--nbval-lax", *options, ".")
    ran = {path.name: Ran({}, of_file(path.name, said)) for path in folder.glob("*.ipynb")}
    for outcome, file, name in OUTCOME.findall(said):
        ran[file].outcomes[name.split(".")[-1]] = outcome
    cells = [(name, outcome) for each in ran.values() for name, outcome in each.outcomes.items()]
    assert (code == 0) == all(outcome == "PASSED" for name, outcome in cells if not name.startswith("cell ")), said
    assert {outcome for name, outcome in cells if name.startswith("cell ")} <= {"PASSED", "XFAIL"}, said
    return code, ran


def of_file(name, said):
    """Its lines of the summary, and the messages of what failed in it."""
    _, *failures = FAILURE.split(said)
    messages = [ENDS.split(text)[0] for file, text in zip(failures[::2], failures[1::2]) if file == name]
    return "\n".join([*messages, *(line for line in said.splitlines() if f" {name}::" in line)])


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


@pytest.fixture(scope="module")
def failing(tmp_path_factory, one_exercise):
    """(folder, code, file -> Ran): attacked, untouched, with a cell that breaks a solution, and with hurt kernels."""
    folder = tmp_path_factory.mktemp("failing")
    write = lambda notebook, name: nbformat.write(notebook, folder / f"{name}.ipynb")
    write(attacked(build.make_student_notebook("01")[0]), "hw01_critical_points")
    write(build.make_student_notebook("01")[0], "untouched")
    stops = one_exercise("def deeper():\n    import os\n    os._exit(0)")
    stops.cells.append(new_code_cell("1 + 1"))
    write(stops, "stops")
    emptied = one_exercise("def deeper():\n    return 1, 0.0")
    emptied.cells.insert(0, new_code_cell("get_ipython().input_transformers_cleanup.append(lambda lines: ['1\\n'])"))
    write(emptied, "emptied")
    broken = files.read(SAVED / "hw08.json")
    place = next(index for index, each in enumerate(broken.cells) if each.id == "08-critical-check")
    broken.cells.insert(place, new_code_cell(SCRATCH.format("critical")))
    write(broken, "hw08_tunable_tradeoffs")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    code, ran = nbval(folder)
    assert {path: path.read_bytes() for path in folder.glob("*.ipynb")} == before
    return folder, code, ran


SCRATCH = "def {0}(*anything):\n    return 0\n\n\n1 / 0"


def test_no_attack_on_a_check_gets_through_that_nbval_alone_would_pass(failing):
    folder, code, ran = failing
    outcomes, said = ran["hw01_critical_points.ipynb"]
    assert code == 1 and {name: outcomes[name] for name in EXERCISES} == dict.fromkeys(EXERCISES, "FAILED"), said
    assert said.count("nothing to check yet. Put your own") >= 6
    assert "This check cell was deleted; it was put back." in said
    assert said.count("This check cell was changed; the one that was handed out was run instead.") >= 3
    alone, said = pytest_on(folder, "--nbval-lax", *WITHOUT_US, "hw01_critical_points.ipynb")
    assert alone == 0, said


def test_untouched_it_fails_with_one_readable_message_for_each_exercise(failing):
    outcomes, said = failing[2]["untouched.ipynb"]
    assert {name: outcomes[name] for name in EXERCISES} == dict.fromkeys(EXERCISES, "FAILED"), said
    for name in EXERCISES:
        assert f"○ {name}: nothing to check yet. Put your own lines in place of" in said
    assert "check.py" not in said and "\x1b" not in said, "neither code of the course nor colors"


def test_a_cell_that_breaks_a_solution_is_told_with_the_check_that_fails(failing):
    outcomes, said = failing[2]["hw08_tunable_tradeoffs.ipynb"]
    assert outcomes["critical"] == "FAILED" and outcomes["prices"] == "PASSED", said
    assert "The cell that defines it stopped: ZeroDivisionError" in said


def test_a_kernel_that_was_stopped_fails_every_check_at_once(failing):
    outcomes, said = failing[2]["stops.ipynb"]
    assert outcomes["deeper"] == "FAILED" and "the kernel died in this cell" in said
    assert "Not run: a cell above stopped the kernel." in said


def test_a_check_that_leaves_no_receipt_fails(failing):
    """Whatever kept it from running: here, every later cell is emptied inside the kernel."""
    outcomes, said = failing[2]["emptied.ipynb"]
    assert [outcomes[name] for name in EXERCISES] == ["FAILED"] * 6
    assert said.count("The check did not run to its end.\n") >= 6


@pytest.fixture(scope="module")
def passing(tmp_path_factory):
    """(code, file -> Ran): solved, and a file that was saved from version 0.1.0, of which a cell no longer runs."""
    folder = tmp_path_factory.mktemp("passing")
    notebook = build.solution_notebook("01")
    noise = "    import warnings\n    from matplotlib import pyplot\n    print('here')\n"
    noise += "    warnings.warn('careful')\n    pyplot.plot([1, 2])\n    display('shown')\n"
    for name in ("gradient", "minimum_ratio"):
        solution = cell(notebook, f"01-{name}-solution")
        solution.source = re.sub(r'(""".*"""\n)', lambda match: match[1] + noise, solution.source)
    check = cell(notebook, "01-deeper-check")
    check.outputs, check.execution_count = [new_output("stream", text="✗ deeper")], 12
    notebook.cells.append(new_code_cell("gradient = 'a name used again'"))
    nbformat.write(notebook, folder / "solved.ipynb")
    saved = files.read(SAVED / "hw08.json")
    saved.cells.insert(0, new_code_cell(SCRATCH.format("search")))
    nbformat.write(saved, folder / "hw08_tunable_tradeoffs.ipynb")
    return nbval(folder, "--nbval-cell-timeout=60")


def test_solved_it_passes_whatever_is_printed_drawn_warned_or_stored(passing):
    code, ran = passing
    outcomes, said = ran["solved.ipynb"]
    assert code == 0 and set(EXERCISES) < set(outcomes) and set(outcomes.values()) == {"PASSED"}, said


def test_a_cell_of_the_students_own_that_fails_is_told_and_fails_nothing(passing):
    code, ran = passing
    outcomes, said = ran["hw08_tunable_tradeoffs.ipynb"]
    checks = [each.id[3:-6] for each in files.read(SAVED / "hw08.json").cells if each.id.endswith("-check")]
    assert code == 0 and {name: outcomes[name] for name in checks} == dict.fromkeys(checks, "PASSED"), said
    assert list(outcomes.values()).count("XFAIL") >= 2
    assert "a cell that checks nothing stopped: ZeroDivisionError: division by zero" in said
    assert "No module named 'optcourse.experiments.tradeoffs'" in said  # it has moved since


def test_a_cell_that_never_ends_fails_and_the_checks_below_it_are_still_made(right, save):
    right.cells.insert(0, new_code_cell("import time\nwhile True:\n    time.sleep(0.1)"))
    cell(right, "01-deeper-check").outputs = [new_output("stream", text="something else")]
    cell(right, "01-deeper-check").execution_count = 1
    path = save(right)
    _, ran = nbval(path.parent, "--nbval", "--nbval-cell-timeout=8")
    outcomes, said = ran[path.name]
    assert outcomes["cell 1"] == "XFAIL" and "Timeout of 8 seconds exceeded" in said
    assert outcomes["deeper"] == "PASSED", said


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
