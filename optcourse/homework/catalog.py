"""Which homework there is. Its number stands in a check cell, its name on the student's file.

TOPICS["01"] == "critical_points"           exercises/critical_points, hw01_critical_points
exercises("01"), exercise("01.gradient")    from the course's folder, when they are asked for
"""

import importlib
import sys
from pathlib import Path

from optcourse.homework.exercise import Exercise
from optcourse.homework.files import FOLDER
from optcourse.lessons.canonical import NotebookError

TOPICS = {
    "01": "critical_points",
    "02": "batches",
    "03": "momentum",
    "04": "adaptive_learning_rates",
    "05": "cross_entropy_and_mse",
    "06": "natural_gradient",
    "07": "linear_combinations",
    "08": "tunable_tradeoffs",
    "09": "flooding",
    "10": "implicit_bias",
    "11": "infinite_width",
}


def homework_name(number: str) -> str:
    """The name of a homework's files; one sentence where there is no such homework."""
    if number not in TOPICS:
        raise ValueError(f"there is no homework {number!r}: choose one of {', '.join(TOPICS)}")
    return f"hw{number}_{TOPICS[number]}"


def exercises(number: str) -> tuple[Exercise, ...]:
    """The exercises of a homework, in order; NotebookError where the course's folder is missing."""
    homework_name(number)
    folder = FOLDER / "exercises" / TOPICS[number]
    if not folder.is_dir():
        raise NotebookError(f"{folder} is missing: run this in a complete copy of the course")
    return _import_exercises(folder).EXERCISES


def exercise(address: str) -> Exercise:
    """The exercise at an address such as "01.gradient"."""
    number, _, name = address.partition(".")
    found = {each.name: each for each in exercises(number)}
    if name not in found:
        names = ", ".join(found)
        raise ValueError(f"homework {number} has no exercise {name!r}: choose one of {names}")
    return found[name]


def _import_exercises(folder: Path):
    """The module of this folder, exercises.TOPIC, which is not on the path."""
    sys.path.insert(0, str(folder.parent.parent))
    try:
        module = importlib.import_module(f"exercises.{folder.name}")
    finally:
        sys.path.remove(str(folder.parent.parent))
    if Path(module.__file__).parent != folder:
        problem = "is another module of the name exercises: give it a new name"
        raise NotebookError(f"{module.__file__} {problem}")
    return module
