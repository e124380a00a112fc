"""Homework notebooks to try things on: as handed out, solved, and with one exercise only."""

import nbformat
import pytest

from optcourse.homework import build

DEEPER = ("01-deeper-solution", "01-deeper-check")
RIGHT, WRONG = "def deeper():\n    return 3, -2 / 27**0.5", "def deeper():\n    return 1, 0.0"


@pytest.fixture
def handed_out():
    """(the student's notebook, the manifest) of homework 01."""
    return build.make_student_notebook("01")


@pytest.fixture(scope="session")
def one_exercise():
    """one_exercise(source): the student's notebook with the cells of the exercise by hand alone, solved like this.

    Its check takes no time. The checks of the other exercises come back when it is restored, and fail at once.
    """

    def one_exercise(source):
        notebook, _ = build.make_student_notebook("01")
        notebook.cells = [cell for cell in notebook.cells if cell.id in DEEPER or cell.cell_type == "markdown"]
        cell(notebook, DEEPER[0]).source = source
        return notebook

    return one_exercise


def cell(notebook, name):
    return next(each for each in notebook.cells if each.id == name)


@pytest.fixture
def right(one_exercise):
    return one_exercise(RIGHT)


@pytest.fixture
def wrong(one_exercise):
    return one_exercise(WRONG)


@pytest.fixture
def save(tmp_path):
    """save(notebook, name): the path of a file that holds it."""

    def save(notebook, name="hw01_critical_points.ipynb"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        nbformat.write(notebook, path)
        return path

    return save
