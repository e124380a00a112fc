"""The lessons in the repository keep every rule; nbval runs them again, `make notebooks` rewrites them."""

import json
from pathlib import Path

import pytest

from optcourse.lessons import claims
from optcourse.lessons.rules import complaints

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
LESSONS = sorted(FOLDER.glob("*.ipynb"))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_committed_lesson_keeps_every_rule(path):
    assert complaints(path) == []


@pytest.mark.parametrize("path", LESSONS[1:], ids=lambda path: path.stem)
def test_a_committed_lesson_shows_its_claims_as_the_ledger_has_them_now(path):
    lesson, cells = path.stem[:2], json.loads(path.read_text(encoding="utf-8"))["cells"]
    (shown,) = (cell["outputs"] for cell in cells if f'claims.show("{lesson}")' in "".join(cell["source"]))
    data = {kind: "".join(lines) for kind, lines in shown[0]["data"].items()}
    assert data == claims.show(lesson)._repr_mimebundle_()


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
    ],
)
def test_the_lesson_is_there(name):
    assert (FOLDER / f"{name}.ipynb").exists()
