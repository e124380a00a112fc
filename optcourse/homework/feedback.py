"""What a learner reads about a function that was examined: a message, or an error with one.

    examine_aside(...)                   the findings, and what the function printed
    failure_message(...)                 what is wrong, with a case and a hint
    Message, Right; NotRight             what a cell shows; what it raises

Nothing here loads a file: a lesson asks for it between two cells.
"""

import contextlib
import html
import io
import sys

from optcourse.homework.exercise import Exercise, Finding, examine

PUBLIC_SEED = 1
MAX_PRINTED = 5  # different lines of the student's own, in the message of a failed check


class NotRight(AssertionError):
    """A check that failed: a notebook shows its message, and no traceback of the course's code."""

    def _render_traceback_(self):
        return str(self).splitlines()


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


def examine_aside(exercise: Exercise, function, seed: int) -> tuple[list[Finding], str]:
    """The findings, and what the function printed, kept from the screen."""
    with _captured_output() as printed:
        findings = examine(exercise, function, seed)
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
