"""What a student's process needs is in the package; what must not be there is in the course's folder."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from optcourse.homework import build, catalog
from optcourse.homework.exchange import from_json, to_json
from optcourse.homework.exercise import draw_calls, judge

ROOT = Path(__file__).resolve().parents[2]
ADDRESSES = ("01.deeper", "03.tuned", "08.search")  # by hand, in NumPy, and with a given function that is counted

# Runs where nothing of the course is but the installed package.
SCRIPT = """
import importlib, json, pkgutil, sys
sys.path.insert(0, sys.argv[1])
import optcourse.homework
from optcourse.homework import catalog
from optcourse.homework.answers import collect_answers
from optcourse.homework.exchange import from_json, to_json
from optcourse.lessons.canonical import NotebookError

assert optcourse.__file__.startswith(sys.argv[1]), optcourse.__file__
answers = {}
for address, (source, calls) in json.load(sys.stdin).items():
    names = {}
    exec(source, names)
    answers[address] = to_json(collect_answers(names[address.split(".")[1]], from_json(calls)))

found = []
for number in catalog.TOPICS:
    try:
        found.append(catalog.exercises(number))
    except NotebookError:
        pass
for module in pkgutil.walk_packages(optcourse.homework.__path__, "optcourse.homework."):
    if module.name not in ("optcourse.homework.collector", "optcourse.homework.plugin"):  # for pytest alone
        found += [name for name in vars(importlib.import_module(module.name)) if name in ("EXERCISE", "EXERCISES")]
json.dump([answers, found, importlib.util.find_spec("exercises") is None], sys.stdout)
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A folder with the package as a wheel installs it."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-c", f"from flit_core.buildapi import build_wheel; build_wheel({str(folder)!r})"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "packages")
    return folder / "packages"


def solution(address):
    """The cells of the solved homework, down to this exercise's check, as one text."""
    cells = [cell for cell in build.solved(address.split(".")[0]).cells if cell.cell_type == "code"]
    last = next(i for i, cell in enumerate(cells) if cell.id == f"{address.replace('.', '-')}-check")
    return "\n".join(cell.source for cell in cells[:last] if not cell.id.endswith("-check"))


def test_an_installed_package_collects_answers_and_can_import_no_solution(site, tmp_path):
    calls = {address: draw_calls(catalog.exercise(address), 5) for address in ADDRESSES}
    sent = {address: [solution(address), to_json(each)] for address, each in calls.items()}
    done = subprocess.run(
        [sys.executable, "-I", "-c", SCRIPT, str(site)],
        input=json.dumps(sent),
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    answers, found, no_exercises = json.loads(done.stdout)
    for address in ADDRESSES:
        findings = judge(catalog.exercise(address), calls[address], from_json(answers[address]))
        assert all(finding.holds for finding in findings), address
    assert found == [] and no_exercises


def test_the_package_says_that_it_is_annotated(site):
    assert (site / "optcourse" / "py.typed").read_bytes() == b""


def test_the_package_carries_no_source_of_a_homework(site):
    names = [path.name for path in (site / "optcourse" / "homework").iterdir() if path.is_dir()]
    # blanks: those of the lessons, whose solutions unfold in them anyway
    assert set(names) <= {"blanks", "given", "manifests", "__pycache__"}
    assert not [
        path for path in site.rglob("*.py") if "BEGIN SOLUTION:" in path.read_text() and path.name != "build.py"
    ]
