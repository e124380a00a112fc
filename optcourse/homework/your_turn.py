"""Your turn: the few lines that a lesson leaves to its reader, checked at once.

    attempt("flooding.flooded", flooded)

The function has an empty body, `...`, and while it has, the cell says "not begun" and goes on, so
that a lesson runs from start to end. A wrong answer raises, as in homework. There are no points.
"""

import dis

from optcourse.homework import blanks
from optcourse.homework.feedback import (
    PUBLIC_SEED,
    Message,
    NotRight,
    Right,
    examine_aside,
    failure_message,
    format_counts,
)

OPEN = "not begun"  # what lessons.form looks for; importing that would load nbformat
OPEN_HINT = "Put your own lines in place of `...`, and run this cell again."


def attempt(name: str, function) -> Message:
    """Examine what a reader wrote for the blank `name`, such as "flooding.flooded".

    Raises NotRight with the property that does not hold and a hint, and ValueError for an unknown
    name.
    """
    blank = blanks.find(name)
    if _is_empty(function):
        return _open_message(blank)
    findings, printed = examine_aside(blank, function, PUBLIC_SEED)
    if not any(finding.begun for finding in findings):  # it raises NotImplementedError
        return _open_message(blank)
    if not all(finding.holds for finding in findings):
        raise NotRight(failure_message(blank, findings, printed))
    return Right(f"✓ {blank.name}: {format_counts(findings)}.\n{blank.explanation}".strip())


def _open_message(blank):
    return Message(f"○ {blank.name}: {OPEN}. {OPEN_HINT}")


def _is_empty(function) -> bool:
    """Whether the body is `...`, with or without a docstring: it does what one of None does."""
    code = getattr(function, "__code__", None)
    return code is not None and _operations(code) == _operations((lambda: None).__code__)


def _operations(code):
    return [(step.opname, step.argval) for step in dis.get_instructions(code)]
