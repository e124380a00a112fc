"""What is handed out: made from one source, always the same, without the solutions; no one's work is overwritten."""

import ast
import os
import re
import shutil
from pathlib import Path

import nbformat
import pytest

from optcourse.experiments.cross_entropy_and_mse import digits
from optcourse.homework import build, catalog, files
from optcourse.homework.build import NotebookError
from optcourse.homework.check import PUBLIC_SEED
from optcourse.homework.exercise import examine
from optcourse.lessons import course, reading

ROOT = Path(__file__).resolve().parents[2]
NAME = "hw01_critical_points"
numbers = pytest.mark.parametrize("number", catalog.TOPICS)


@pytest.fixture
def folders(tmp_path):
    """(students' notebooks, manifests): empty."""
    made = tmp_path / "students", tmp_path / "manifests"
    for folder in made:
        folder.mkdir()
    return made


@pytest.fixture
def source(tmp_path, monkeypatch):
    """The source of homework 01 in a folder of its own: source(old, new) changes it."""
    monkeypatch.setattr(build, "SOURCES", tmp_path)
    path = shutil.copy(ROOT / "notebooks" / "homework" / "source" / f"{NAME}.py", tmp_path)

    def change(old, new):
        words = Path(path).read_text(encoding="utf-8")
        assert old in words
        Path(path).write_text(words.replace(old, new, 1), encoding="utf-8")

    return change


@numbers
def test_what_is_committed_is_what_the_source_gives(number, folders):
    """A learner who works in the committed notebook is no reason to fail; on CI nobody does."""
    name = catalog.homework_name(number)
    build.build(number, *folders)
    assert (folders[1] / f"{name}.json").read_bytes() == (files.MANIFESTS / f"{name}.json").read_bytes(), REMEDY
    if build.holds_student_work(files.FOLDER / f"{name}.ipynb", name) and os.environ.get("CI") != "true":
        pytest.skip("someone works in the notebook")
    assert (folders[0] / f"{name}.ipynb").read_bytes() == (files.FOLDER / f"{name}.ipynb").read_bytes(), REMEDY


REMEDY = "run: optcourse homework build"


def test_a_second_build_changes_nothing(folders):
    assert len(build.build("01", *folders)) == 2
    before = {path: path.read_bytes() for folder in folders for path in folder.iterdir()}
    assert build.build("01", *folders) == []
    assert {path: path.read_bytes() for folder in folders for path in folder.iterdir()} == before


@numbers
def test_the_student_gets_no_line_of_a_solution(number):
    student, solved = build.make_student_notebook(number)[0], build.solved(number)
    for given, full in zip(student.cells, solved.cells):
        if given.id.endswith("-solution"):
            new = set(full.source.splitlines()) - set(given.source.splitlines())
            assert new and "raise NotImplementedError(" in given.source
        else:
            assert given.source == full.source
    everything = nbformat.writes(student) + nbformat.writes(solved)
    assert "SOLUTION" not in everything and all(cell.get("outputs", []) == [] for cell in student.cells)


@numbers
def test_a_homework_reads_like_a_lesson(number):
    for notebook in (build.make_student_notebook(number)[0], build.solved(number)):
        assert [complaint for rule in reading.RULES for complaint in rule(notebook)] == []


@numbers
def test_the_text_names_the_points_and_every_equation_is_in_the_lesson(number):
    words = "\n".join(
        cell.source for cell in build.make_student_notebook(number)[0].cells if cell.cell_type == "markdown"
    )
    points = [int(found) for found in re.findall(r"^## .*\((\d) points?\)$", words, re.M)]
    assert points == [each.points for each in catalog.exercises(number)]
    assert f"**Points:** {sum(points)}." in words
    headings = [int(found) for found in re.findall(r"^## Exercise (\d+): .*\(\d points?\)$", words, re.M)]
    assert headings == [*range(1, len(points) + 1)], "the headings count Exercise 1, 2, 3, ..."
    lesson = "".join(path.read_text(encoding="utf-8") for path in course.lessons(ROOT / "notebooks")[number])
    tags = set(re.findall(r"\((\d+\.\d+)\)", words))
    assert tags and [tag for tag in tags if rf"\\tag{{{tag}}}" not in lesson] == []


WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@numbers
def test_what_the_notebook_and_the_readme_say_of_its_length_agrees(number):
    title = build.make_student_notebook(number)[0].cells[0].source
    count, minutes = WORDS[len(catalog.exercises(number))], re.search(r"^\*\*Time:\*\* (\d+) minutes\.", title, re.M)[1]
    assert re.findall(r"\bIn (\w+) exercises\b", title) == [count]
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    row = re.search(
        rf"^\| {number} \| \[.*\]\(notebooks/homework/{catalog.homework_name(number)}\.ipynb\): (.*?) \|", page, re.M
    )
    assert row and row[1] == f"{count} exercises, {minutes} minutes"


@numbers
def test_where_the_text_speaks_of_another_exercise_it_is_that_one(number):
    """What the cells after the last check use, and in which exercise a function of a library is needed."""
    cells, names = build.solved(number).cells, [each.name for each in catalog.exercises(number)]
    parts = re.split(r"^## (?=Exercise|All of it)", "\n".join(cell.source for cell in cells), flags=re.M)
    last = max(place for place, cell in enumerate(cells) if cell.id.endswith("-check"))
    used = names_in(cell for cell in cells[last:] if cell.cell_type == "code" and not cell.id.endswith("-check"))
    text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    for said in re.findall(r"works? when exercises? (.+?) do", text):
        first, *more = [int(each) for each in re.findall(r"\d+", said)]
        told = [*range(first, more[0] + 1)] if " to " in said else [first, *more]
        assert told == [names.index(name) + 1 for name in names if name in used]
    for line in re.findall(r"^\*\*You need\*\* .*exercise \d.*$", text, re.M):
        place = int(re.search(r"exercise (\d+)", line)[1])
        needed = re.findall(r"`(jax\.\w+)`", line)
        assert needed and [name for name in needed if f"{name}(" not in parts[place]] == []


def names_in(cells):
    """The names that the cells use and do not import."""
    nodes = [node for cell in cells for node in ast.walk(reading.syntax_tree(cell.source))]
    imported = {each.asname or each.name for node in nodes if isinstance(node, ast.ImportFrom) for each in node.names}
    return {node.id for node in nodes if isinstance(node, ast.Name)} - imported


@numbers
def test_every_cell_of_a_solved_homework_runs_and_its_functions_have_every_property(number, monkeypatch):
    """Those after the last check too, which nobody meets before all is solved. The checks have tests of their own.

    Where a cell trains on digits, fewer of them: what it finds is not looked at.
    """
    monkeypatch.setenv("MPLBACKEND", "agg")
    monkeypatch.setitem(digits.SETTINGS, "examples", 50)
    names = {}
    for cell in build.solved(number).cells:
        if cell.cell_type == "code" and not cell.id.endswith("-check"):
            exec(cell.source, names)
    for exercise in catalog.exercises(number):
        findings = examine(exercise, names[exercise.name], PUBLIC_SEED)
        assert [finding.counterexample for finding in findings if not finding.holds] == [], exercise.name


# --- A source that is not well made


@pytest.mark.parametrize(
    "old, new, words",
    [
        ('check("01.gradient", gradient)', "gradient", "a solution without its check"),
        ("### BEGIN SOLUTION: return the share", "### BEGIN", "a check without its solution before it"),
        ("### BEGIN SOLUTION: return the share", "### BEGIN SOLUTION", "not marked as it should be"),
        ('check("01.deeper"', 'check("02.deeper"', "a check without its solution"),
        ('check("01.deeper"', 'check("01.deep"', "the exercises are"),
    ],
)
def test_a_source_whose_checks_and_solutions_do_not_pair_is_refused(source, old, new, words, folders):
    source(old, new)
    with pytest.raises(NotebookError, match=words):
        build.build("01", *folders)
    assert [*folders[0].iterdir(), *folders[1].iterdir()] == []


def test_a_missing_source_is_a_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr(build, "SOURCES", tmp_path)
    with pytest.raises(NotebookError, match="is missing: run this in a complete copy"):
        build.make_student_notebook("01")


def test_the_version_changes_with_what_is_to_be_written_and_not_with_the_prose(source):
    version = build.make_student_notebook("01")[1].version
    source("# Take a sheet of paper.", "# Take two sheets of paper.")
    source("return 3, -2 / (3 * 3**0.5)", "return 3, -0.385")
    assert build.make_student_notebook("01")[1].version == version
    source("def deeper():", "def deeper(w):")
    assert build.make_student_notebook("01")[1].version != version


# --- What is there already


def test_work_is_never_overwritten(folders):
    build.build("01", *folders)
    path = folders[0] / f"{NAME}.ipynb"
    notebook = files.read(path)
    notebook.cells[-2].source = "mine = 1"
    nbformat.write(notebook, path)
    before = path.read_bytes()
    with pytest.raises(NotebookError, match="holds someone's work: move it away"):
        build.build("01", *folders)
    assert path.read_bytes() == before


def test_what_cannot_be_read_counts_as_work(folders):
    build.build("01", *folders)
    (folders[0] / f"{NAME}.ipynb").write_text("half of a notebook")
    with pytest.raises(NotebookError, match="holds someone's work"):
        build.build("01", *folders)


def test_an_untouched_notebook_follows_its_source(folders, source):
    build.build("01", *folders)
    source("# Take a sheet of paper.", "# Take two sheets of paper.")
    assert [path.suffix for path in build.build("01", *folders)] == [".ipynb", ".json"]
    assert "two sheets" in (folders[0] / f"{NAME}.ipynb").read_text()


def test_a_solution_replaces_an_older_solution_and_nothing_else(tmp_path, handed_out, save):
    path = build.solve("01", tmp_path / "solved.ipynb")
    assert files.identify(files.read(path), path) == NAME
    assert build.solve("01", path) == path
    mine = save(handed_out[0], "mine.ipynb")
    before = mine.read_bytes()
    with pytest.raises(NotebookError, match="exists and is no solution of the course"):
        build.solve("01", mine)
    assert mine.read_bytes() == before


@pytest.mark.parametrize("place, words", [("", "is a folder"), ("none/a.ipynb", "is in no folder")])
def test_a_solution_needs_a_place(tmp_path, place, words):
    with pytest.raises(NotebookError, match=words):
        build.solve("01", tmp_path / place)


def test_a_solution_without_a_place_goes_where_git_does_not_look(monkeypatch, tmp_path):
    assert "notebooks/homework/solutions/" in (ROOT / ".gitignore").read_text().splitlines()
    assert build.SOLUTIONS == ROOT / "notebooks" / "homework" / "solutions"
    monkeypatch.setattr(build, "SOLUTIONS", tmp_path / "solutions")
    assert build.solve("01") == tmp_path / "solutions" / f"{NAME}.ipynb"
