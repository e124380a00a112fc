"""The skeletons of docs/skeletons: each runs, under the rules of the place for which it is written; and their lists."""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import jupytext
import numpy as np
import pytest

from optcourse.experiments import table
from optcourse.homework import build, catalog
from optcourse.homework.check import PUBLIC_SEED
from optcourse.homework.exercise import examine
from optcourse.lessons import form, reading, rules, writer

ROOT = Path(__file__).resolve().parent.parent
SKELETONS = ROOT / "docs" / "skeletons"
PLACES = {
    "optimizer": "optcourse/optimizers/signum.py",
    "experiment": "optcourse/experiments/momentum/ravine_steps.py",
    "explorer": "optcourse/explorers/parabola.py",
    "exercise": "notebooks/homework/exercises/momentum/remainder.py",
}


def load(path: Path):
    """The file as a module, which no other import finds."""
    spec = importlib.util.spec_from_file_location(f"loaded_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def skeleton(name: str):
    return load(SKELETONS / f"{name}.py")


@pytest.fixture(scope="module")
def architecture():
    return load(ROOT / "tests" / "test_architecture.py")


@pytest.mark.parametrize("name", PLACES)
def test_in_its_place_it_would_obey_the_rules_of_the_house(name, architecture):
    source = architecture.Source(PLACES[name], (SKELETONS / f"{name}.py").read_text(encoding="utf-8"))
    assert [complaint for rule in architecture.RULES for complaint in rule(source)] == []


# --- The optimizer

LISTED = f"""
import importlib.util

def pytest_collection():
    from optcourse import optimizers
    spec = importlib.util.spec_from_file_location("skeleton", {str(SKELETONS / "optimizer.py")!r})
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    optimizers.ALL["signum"] = module.signum
"""


def test_the_optimizer_obeys_every_law_once_it_is_listed(tmp_path):
    (tmp_path / "listed.py").write_text(LISTED, encoding="utf-8")
    search = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
    laws = ["tests/optimizers/test_laws.py", "-k", "signum"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "listed", *laws],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": search},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(re.search(r"(\d+) passed", done.stdout)[1]) >= 20


def test_the_optimizer_takes_steps_by_the_sign_of_its_average():
    optimizer, w = skeleton("optimizer").signum(0.25, beta=0.75), np.array([1.0, -1.0], np.float32)
    state = optimizer.init(w)
    moves = []
    for slope in ([1.0, 2.0], [-1.0, -8.0], [-1.0, 0.0]):
        next_w, state, _ = optimizer.step(lambda w, slope=slope: w @ np.float32(slope), w, state)
        moves.append((next_w - w).tolist())
        w = next_w
    # m = (1, 2) / 4; then (-1, -26) / 16; then (-7, -78) / 64
    assert moves == [[-0.25, -0.25], [0.25, 0.25], [0.25, 0.25]]


# --- The experiment


@pytest.fixture
def study(tmp_path, monkeypatch):
    """The skeleton, its table in a folder of its own."""
    fill, read = table.fill, table.read
    monkeypatch.setattr(table, "fill", lambda *given: fill(*given, tmp_path))
    monkeypatch.setattr(table, "read", lambda name, folder=tmp_path: read(name, folder))
    return skeleton("experiment")


def test_the_experiment_fills_a_table_that_is_kept_and_read(study, tmp_path, monkeypatch):
    filled = study.ravine_steps()
    assert [path.name for path in tmp_path.iterdir()] == ["ravine_steps.csv"]
    assert {len(column) for column in filled.columns.values()} == {9}
    assert list(filled.columns) == ["beta", "seed", "learning_rate", "steps"]
    assert study.measure(0.5, 1)["steps"] == filled.where(beta=0.5, seed=1).columns["steps"].item()
    monkeypatch.setattr(study, "measure", lambda **job: pytest.fail(f"{job} is measured again"))
    study.ravine_steps()
    medians = study.read_ravine_steps()
    # Without momentum each step leaves 99 / 101 of the distance.
    assert medians[0.0] == np.ceil(np.log(1e-6) / np.log(99 / 101))
    assert medians[0.5] < medians[0.9] < medians[0.0]


def test_the_experiment_says_what_it_measures(study):
    assert study.ravine_steps.__doc__.splitlines()[0].endswith("(seconds).")


# --- The explorer


def test_the_explorer_has_a_figure_a_result_and_a_goal_to_reach():
    explorer = skeleton("explorer").parabola()
    assert not any(explorer.goals_reached())
    for rate, diverges in ((0.05, False), (1.9, False), (2.1, True)):
        result = explorer.result(learning_rate=rate)
        assert (result["kind"] == "diverges") is diverges and result["status"].endswith(".")
        assert explorer.goals_reached(learning_rate=rate) == [diverges]
        np.testing.assert_allclose(result["end"], 1.5 * (1 - rate) ** 20, rtol=1e-4)
    (_, walk) = explorer.figure(learning_rate=1.0).axes[0].lines
    assert len(walk.get_xdata()) == 21
    assert explorer.png(learning_rate=0.05) != explorer.png(learning_rate=2.1)


# --- The exercise


def held(exercise, function, seed) -> dict:
    """{property: in how many cases it holds}."""
    findings = examine(exercise, function, seed)
    return {claim.name: finding.correct for claim, finding in zip(exercise.properties, findings)}


@pytest.mark.parametrize("seed", [PUBLIC_SEED, 20260])
def test_the_solution_has_every_property_and_each_mutant_loses_its_own_alone(seed, monkeypatch):
    place = "exercises.momentum.remainder"  # from where the mutants import the solution
    monkeypatch.setitem(sys.modules, place, skeleton("exercise"))
    exercise, mutants = sys.modules[place].EXERCISE, skeleton("mutants")
    all_hold = {claim.name: claim.cases for claim in exercise.properties}
    assert held(exercise, exercise.solution, seed) == all_hold
    assert set(mutants.ALONE) == set(all_hold)
    for name, mutant in mutants.ALONE.items():
        assert held(exercise, mutant, seed) == all_hold | {name: 0}
    for mutant in mutants.ALSO:
        assert held(exercise, mutant, seed) != all_hold


def test_the_exercise_is_named_after_its_function_and_speaks_in_sentences():
    exercise = skeleton("exercise").EXERCISE
    assert exercise.name == exercise.solution.__name__ == Path(PLACES["exercise"]).stem
    for claim in exercise.properties:
        assert not claim.statement.endswith(".") and claim.hint.endswith(".")


def test_the_text_of_the_homework_builds_with_its_exercise_and_holds_a_right_solution(tmp_path, monkeypatch):
    exercise = skeleton("exercise").EXERCISE
    monkeypatch.setattr(build, "SOURCES", tmp_path)
    monkeypatch.setattr(catalog, "TOPICS", {"12": "one_step_too_long"})
    monkeypatch.setattr(catalog, "exercises", lambda number: (exercise,))
    (tmp_path / "hw12_one_step_too_long.py").write_text((SKELETONS / "homework.py").read_text(encoding="utf-8"))
    student, manifest = build.make_student_notebook("12")
    assert [check.exercise for check in manifest.checks] == ["12.remainder"]
    placeholder = 'raise NotImplementedError("return the share of the distance that is left")'
    _, setup, text, to_write, _ = student.cells
    assert placeholder in to_write.source and "abs(" not in to_write.source
    assert f"({exercise.points} points)" in text.source
    assert [complaint for rule in reading.RULES for complaint in rule(student)] == []
    names = {}
    exec(f"{setup.source}\n{build.solution_notebook('12').cells[3].source}", names)
    assert all(finding.holds for finding in examine(exercise, names["remainder"], PUBLIC_SEED))


# --- The lesson


def test_the_lesson_runs_and_can_be_committed(tmp_path):
    path = tmp_path / "12_one_step_too_long.ipynb"
    jupytext.write(jupytext.read(SKELETONS / "lesson.py", fmt="py:percent"), path)
    assert writer.write(path)
    assert rules.complaints(path) == []
    assert form.form(path) == "core"
    glossary = load(ROOT / "tests" / "test_glossary.py")
    prose = "".join(cell.source + "\n\n" for cell in writer.read(path).cells if cell.cell_type == "markdown")
    assert len(glossary.literature_lines(prose)) == 2
    assert list(glossary.complaints(path.name, prose, glossary.glossary(glossary.page()))) == []


def test_the_deeper_notebook_keeps_its_rules_goes_on_counting_and_measures_what_it_says(capsys):
    core, deeper = (jupytext.read(SKELETONS / f"{name}.py", fmt="py:percent") for name in ("lesson", "deeper"))
    assert [complaint for rule in (*reading.RULES, *form.RULES["deeper"]) for complaint in rule(deeper)] == []
    assert form.equations_count_on("12", [core, deeper]) == []
    names = {}
    for cell in deeper.cells:
        if cell.cell_type == "code":
            exec(cell.source, names)
    assert capsys.readouterr().out == "114 steps; (12.6) says 115\n"


# --- The lists

PAGE = (SKELETONS / "README.md").read_text(encoding="utf-8")
YOURS = r"\b(NN|NAME|TOPIC)\b|hwNN|NN_|_TOPIC|_NAME"  # what the reader puts in place of a name


def test_each_list_has_eight_lines():
    lists = re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]
    assert len(lists) == 5
    for each in lists:
        assert re.findall(r"^(\d)\. ", each, re.MULTILINE) == list("12345678")


def test_every_skeleton_is_on_the_page_and_every_file_that_it_names_is_there():
    linked = set(re.findall(r"\]\((\w+\.py)\)", PAGE))
    assert linked == {path.name for path in SKELETONS.glob("*.py")}
    words = re.findall(r"`([^`\s]+)`", PAGE)
    paths = [word for word in words if re.search(r"/|\.\w+$", word) and not re.search(YOURS, word)]
    assert len(paths) > 20
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_list_that_the_page_names_is_in_its_file():
    named = re.findall(r"`([A-Z]+)` (?:of|in) `([\w/.]+\.py)`", PAGE)
    assert len(named) >= 5
    for name, path in named:
        file = path.replace("TOPIC", "momentum")
        assert re.search(rf"^{name}\b", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE), (name, path)
