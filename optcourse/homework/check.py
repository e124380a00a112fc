"""What a learner sees under a check cell: a tick, or what is wrong and a hint, and the points.

    check("01.gradient", gradient)

A wrong answer raises, so that no stored output can make it look right. What the function prints or
draws is kept apart: it neither fails the check nor hides its message. Points count in this kernel,
each exercise once, as it stands.
"""

import contextlib
import html
import io
import sys

from optcourse.homework import catalog
from optcourse.homework.exercise import Exercise, Finding, examine
from optcourse.homework.receipt import RECEIPT

PUBLIC_SEED = 1
PLACEHOLDER_HINT = "Put your own lines in place of `raise NotImplementedError`, and run that cell."
MAX_PRINTED = 5  # different lines of the student's own, in the message of a failed check

_earned_points: dict[str, int] = {}  # address of each exercise that is right now -> its points


class NotRight(AssertionError):
    """A check that failed: a notebook shows its message, and no traceback of the course's code."""

    def _render_traceback_(self):
        return str(self).splitlines()


class NotBegun(NotRight):
    """A check of a function that still holds its placeholder."""


class Message:
    """What a check returns where nothing is wrong, and a notebook shows; color: of its border."""

    color = "var(--jp-border-color1, #bdbdbd)"

    def __init__(self, message: str):
        self.message = message

    def __repr__(self):
        return self.message

    def _repr_mimebundle_(self, **_):
        style = f"border-left: 4px solid {self.color}; padding: 4px 12px"
        lines = html.escape(self.message).replace("\n", "<br>")
        return {
            "text/plain": self.message,
            "text/html": f'<div style="{style}">{lines}</div>',
        }


class Right(Message):
    """The message that all is right."""

    color = "var(--jp-success-color1, #2e7d32)"


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
    findings, printed = examine_aside(exercise, function)
    if not any(finding.begun for finding in findings):
        message = f"○ {exercise.name}: nothing to check yet. {PLACEHOLDER_HINT}"
        raise NotBegun(f"{message}\n{_points_so_far(address)}")
    if not all(finding.holds for finding in findings):
        message = failure_message(exercise, findings, printed)
        raise NotRight(f"{message}\n\n{_points_so_far(address)}")
    _earned_points[address] = exercise.points
    message = f"✓ {exercise.name}: {format_counts(findings)}. {_points_so_far(address)}"
    return Passed(address, f"{message}\n{exercise.explanation}".strip())


def examine_aside(exercise: Exercise, function) -> tuple[list[Finding], str]:
    """The findings with the public seed, and what the function printed, kept from the screen."""
    with _captured_output() as printed:
        findings = examine(exercise, function, PUBLIC_SEED)
    return findings, printed.getvalue()


def failure_message(exercise: Exercise, findings: list[Finding], printed: str) -> str:
    """What is wrong: a property that does not hold, a case, a hint, and what was printed."""
    missing = [finding for finding in findings if not finding.holds]
    first = min(missing, key=lambda finding: finding.compared)  # no answer before a wrong one
    others = [finding for finding in missing if finding is not first]
    if not any(finding.compared for finding in findings):  # no property is to blame
        lines = [f"✗ {first.counterexample}"]
        others = []
    else:
        lines = [f"✗ {exercise.name}: {format_counts(findings)}.", ""]
        lines += [f"This does not hold yet: {first.statement}."]
        lines += [f"    {line}" for line in first.counterexample.splitlines()]
        if first.hint:
            lines += [f"Hint: {first.hint}"]
    if others:
        lines += ["", "Nor do these:"]
        lines += [f"    {other.statement}" for other in others]
    if printed.strip():
        different = list(dict.fromkeys(printed.splitlines()))
        lines += ["", "Your function printed:"]
        lines += [f"    {line}" for line in different[:MAX_PRINTED]]
    return "\n".join(lines)


def format_counts(findings: list[Finding]) -> str:
    """How many properties hold, and in how many cases."""
    hold = sum(finding.holds for finding in findings)
    correct = sum(finding.correct for finding in findings)
    cases = sum(finding.cases for finding in findings)
    return f"{hold} of {len(findings)} properties, {correct} of {cases} cases"


def _points_so_far(address) -> str:
    number = address.split(".")[0]
    mine = sum(points for name, points in _earned_points.items() if name.startswith(f"{number}."))
    return f"Points so far: {mine} of {total_points(catalog.exercises(number))}."


def total_points(exercises: tuple[Exercise, ...]) -> int:
    """The points of all exercises together."""
    return sum(exercise.points for exercise in exercises)


@contextlib.contextmanager
def _captured_output():
    """Prints, warnings, displays and figures of the student's go here, not under the cell."""
    printed = io.StringIO()
    before = _open_figures()
    # loaded in every notebook; elsewhere nothing can be displayed
    capture = sys.modules.get("IPython.utils.capture")
    displays = capture.capture_output() if capture else contextlib.nullcontext()
    with displays, contextlib.redirect_stdout(printed):
        with contextlib.redirect_stderr(io.StringIO()):
            yield printed
    for number in _open_figures() - before:
        sys.modules["matplotlib.pyplot"].close(number)


def _open_figures() -> set[int]:
    pyplot = sys.modules.get("matplotlib.pyplot")
    return set(pyplot.get_fignums()) if pyplot else set()
