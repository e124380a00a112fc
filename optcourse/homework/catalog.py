"""Which homework there is. Its number stands in a check cell, its name on the student's file.

TOPICS["01"] == "critical_points"           the folder here, hw01_critical_points.ipynb outside
exercises("01"), exercise("01.gradient")    imported when they are asked for
"""

import importlib

from optcourse.homework.exercise import Exercise

TOPICS = {
    "01": "critical_points",
    "02": "batches",
    "03": "momentum",
    "04": "adaptive_learning_rates",
    "05": "cross_entropy_and_mse",
    "06": "natural_gradient",
    "07": "linear_combinations",
    "08": "tunable_tradeoffs",
}


def name_of(number: str) -> str:
    """The name of a homework's files; one sentence where there is no such homework."""
    if number not in TOPICS:
        raise ValueError(f"there is no homework {number!r}: choose one of {', '.join(TOPICS)}")
    return f"hw{number}_{TOPICS[number]}"


def exercises(number: str) -> tuple[Exercise, ...]:
    """The exercises of a homework, in their order."""
    name_of(number)
    return importlib.import_module(f"optcourse.homework.{TOPICS[number]}").EXERCISES


def exercise(address: str) -> Exercise:
    """The exercise at an address such as "01.gradient"."""
    number, _, name = address.partition(".")
    found = {each.name: each for each in exercises(number)}
    if name not in found:
        raise ValueError(f"homework {number} has no exercise {name!r}: choose one of {', '.join(found)}")
    return found[name]
