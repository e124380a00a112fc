"""The lessons in the repository keep every rule; nbval runs them again, `make notebooks` rewrites them."""

import json
import re
from pathlib import Path

import pytest

from optcourse.lessons import claims, course, form, writer
from optcourse.lessons.rules import complaints

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "notebooks"
LESSONS = course.lessons(FOLDER)
WITH_CLAIMS = [number for number in LESSONS if number in {row.lesson for row in claims.rows()}]


@pytest.mark.parametrize("path", course.notebooks(FOLDER), ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_a_committed_notebook_keeps_every_rule(path):
    assert complaints(path) == []


def tables(number):
    """(notebook, bundle) of every cell in a lesson's core or deeper notebooks that shows its claims."""
    found = []
    for path in LESSONS[number]:
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if f'claims.show("{number}"' in "".join(cell["source"]):
                data = cell["outputs"][0]["data"]
                found.append((path, {kind: "".join(lines) for kind, lines in data.items()}))
    return found


@pytest.mark.parametrize("number", WITH_CLAIMS)
def test_a_lesson_shows_its_claims_once_as_the_ledger_has_them_now(number):
    ((path, data),) = tables(number)
    assert data == claims.show(number, deeper=course.is_deeper(path))._repr_mimebundle_()
    links = re.findall(r'href="(.*?)"', data["text/html"])
    assert [link for link in links if not (path.parent / link).is_file()] == []


def test_every_deeper_notebook_has_a_lesson_and_a_name_of_its_own():
    paths = course.notebooks(FOLDER)
    assert {path for of_lesson in LESSONS.values() for path in of_lesson} == set(paths)
    assert len({path.name for path in paths}) == len(paths), "lessons are opened side by side, by their names"


def test_the_equations_of_a_core_go_on_in_its_deeper_notebooks():
    for number, paths in LESSONS.items():
        if form.form(paths[0]) == "core":
            assert form.equations_count_on(number, [writer.read(path) for path in paths]) == []


def test_every_lesson_is_on_the_page_and_leads_to_its_deeper_notebooks():
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    for core, *deeper in LESSONS.values():
        assert f"](notebooks/{core.name})" in page
        text = core.read_text(encoding="utf-8")
        assert [path.name for path in deeper if f"](deeper/{path.name})" not in text] == [], core.name


@pytest.mark.parametrize(
    "name",
    [
        "00_start_here",
        "01_critical_points",
        "02_batches",
        "03_momentum",
        "04_adaptive_learning_rates",
        "05_cross_entropy_and_mse",
        "06_natural_gradient",
        "07_linear_combinations",
        "08_tunable_tradeoffs",
        "09_flooding",
        "10_implicit_bias",
        "11_infinite_width",
    ],
)
def test_the_lesson_is_there(name):
    assert (FOLDER / f"{name}.ipynb").exists()
