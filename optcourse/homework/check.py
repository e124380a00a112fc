"""What a learner sees under a check cell: a tick, or what is wrong and a hint, and the points.

    check("01.gradient", gradient)

A wrong answer raises, so that no stored output can make it look right. What the function prints or
draws is kept apart: it neither fails the check nor hides its message. Points count in this kernel,
each exercise once, as it stands.
"""

from optcourse.homework import catalog
from optcourse.homework.exercise import Exercise
from optcourse.homework.feedback import (
    PUBLIC_SEED,
    NotRight,
    Right,
    examine_aside,
    failure_message,
    format_counts,
)
from optcourse.homework.receipt import RECEIPT

PLACEHOLDER_HINT = "Put your own lines in place of `raise NotImplementedError`, and run that cell."

_earned_points: dict[str, int] = {}  # address of each exercise that is right now -> its points


class NotBegun(NotRight):
    """A check of a function that still holds its placeholder."""


class Passed(Right):
    """What a check that passed returns: it holds the receipt."""

    def __init__(self, address: str, message: str):
        super().__init__(message)
        self.address = address

    def _repr_mimebundle_(self, **_):
        return super()._repr_mimebundle_() | {RECEIPT: {"exercise": self.address}}


def check(address: str, function) -> Passed:
    """Examine the student's function for the exercise at `address`, such as "01.gradient".

    Raises NotRight with what is wrong and a hint, NotBegun while nothing is written, and ValueError
    for an unknown address.
    """
    exercise = catalog.exercise(address)
    _earned_points.pop(address, None)  # a check that fails now takes back what an earlier one gave
    findings, printed = examine_aside(exercise, function, PUBLIC_SEED)
    if not any(finding.begun for finding in findings):
        message = f"○ {exercise.name}: nothing to check yet. {PLACEHOLDER_HINT}"
        raise NotBegun(f"{message}\n{_points_so_far(address)}")
    if not all(finding.holds for finding in findings):
        message = failure_message(exercise, findings, printed)
        raise NotRight(f"{message}\n\n{_points_so_far(address)}")
    _earned_points[address] = exercise.points
    message = f"✓ {exercise.name}: {format_counts(findings)}. {_points_so_far(address)}"
    return Passed(address, f"{message}\n{exercise.explanation}".strip())


def _points_so_far(address) -> str:
    number = address.split(".")[0]
    mine = sum(points for name, points in _earned_points.items() if name.startswith(f"{number}."))
    return f"Points so far: {mine} of {total_points(catalog.exercises(number))}."


def total_points(exercises: tuple[Exercise, ...]) -> int:
    """The points of all exercises together."""
    return sum(exercise.points for exercise in exercises)
