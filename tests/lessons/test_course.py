"""Which notebooks the course has: cores and deeper ones, by lesson."""

import ast
from pathlib import Path

import pytest

from optcourse.lessons import course

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path):
    """Two cores and what belongs to one of them; a deeper notebook without a core; notes; homework; a checkpoint."""
    names = ["02_second", "01_first", "notes", "deeper/01_further", "deeper/01_far", "deeper/03_alone"]
    names += ["homework/hw01_first", ".ipynb_checkpoints/01_first", "deeper/.ipynb_checkpoints/01_far"]
    for name in names:
        path = tmp_path / f"{name}.ipynb"
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return tmp_path


def names(paths, folder):
    return [path.relative_to(folder).with_suffix("").as_posix() for path in paths]


def test_the_notebooks_are_the_cores_then_the_deeper_ones(folder):
    cores = ["01_first", "02_second", "notes"]
    assert names(course.notebooks(folder), folder) == [*cores, "deeper/01_far", "deeper/01_further", "deeper/03_alone"]
    assert course.notebooks(folder / "none") == []


def test_a_lesson_is_its_core_and_the_deeper_notebooks_of_its_number(folder):
    found = {number: names(paths, folder) for number, paths in course.lessons(str(folder)).items()}
    assert found == {"01": ["01_first", "deeper/01_far", "deeper/01_further"], "02": ["02_second"]}


def test_a_deeper_notebook_is_known_by_its_folder(folder, monkeypatch):
    assert [course.is_deeper(path) for path in course.notebooks(folder)] == [False] * 3 + [True] * 3
    monkeypatch.chdir(folder / "deeper")
    assert course.is_deeper("01_far.ipynb")


def test_nobody_lists_the_notebooks_for_themselves():
    """A second list would forget the deeper ones."""
    own = {Path(course.__file__), Path(__file__)}
    files = {*ROOT.glob("optcourse/**/*.py"), *ROOT.glob("tests/**/*.py")} - own - {*ROOT.glob("tests/homework/*.py")}
    assert len(files) > 200
    lists = [path.relative_to(ROOT).as_posix() for path in sorted(files) if lists_notebooks(path.read_text("utf-8"))]
    assert lists == []


def lists_notebooks(text):
    """Whether the code holds a pattern of notebooks, homework aside."""
    if "*.ipynb" not in text:
        return False
    constants = [node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant)]
    patterns = [each for each in constants if isinstance(each, str) and each.endswith("*.ipynb")]
    return any(not pattern.split("/")[-1].startswith("hw") for pattern in patterns)


def test_a_second_list_is_found_and_homework_is_spared():
    assert lists_notebooks('ROOT.glob("notebooks/[0-9][0-9]_*.ipynb")') and lists_notebooks('FOLDER.glob("*.ipynb")')
    assert not lists_notebooks('FOLDER.glob("hw*.ipynb")') and not lists_notebooks('"01_first.ipynb"')
