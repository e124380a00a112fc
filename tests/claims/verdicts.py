"""The verdicts of the claims ledger, compared with the tests: a verdict is worth what the tests that ran say of it.

    faults(ledger, outcomes, lessons) -> [str]   what does not fit together, one sentence each; none if all is well
    table(ledger, outcomes, width) -> str        id, lesson, verdict, tests passed, measured effect
    written_lessons(folder) -> {number: text}    the lessons there are

A test names the row that it settles and the verdict that it asserts: @pytest.mark.claim("G7", "does not hold"), or
@pytest.mark.claim("G7") for "holds". "holds if", with or without the condition, asserts the condition: true here, false
there. A plain "holds" on a row that holds under a condition is a test of a case in which it does.
"""

import json
import re
import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from optcourse.lessons import course
from optcourse.lessons.claims import SETTLED, Ledger, Row, kind

MAX_WIDTH = 140  # characters: longer lines are hard to follow


class Outcome(NamedTuple):
    """One test of one row. result: "passed", "failed", "skipped" or "expected to fail"."""

    id: str
    verdict: str
    test: str
    result: str


def written_lessons(folder: Path | str) -> dict[str, str]:
    """Number to text of every lesson in the folder: the markdown of its core and its deeper notebooks, as it is."""
    return {number: "\n".join(map(_markdown, paths)) for number, paths in course.lessons(folder).items()}


def _markdown(path):
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    except (ValueError, KeyError, TypeError):  # a damaged file is a lesson too; the rules of lessons say what it lacks
        return ""


def faults(ledger: Ledger, outcomes: Iterable[Outcome], lessons: dict[str, str]) -> list[str]:
    """One sentence for each verdict, test or lesson that does not fit the others. lessons: as of `written_lessons`."""
    outcomes = list(outcomes)
    strangers = _group_tests([outcome for outcome in outcomes if outcome.id not in ledger.rows], "id")
    found = [f"{name!r}, the mark of {tests}, is no row of the ledger: correct it" for name, tests in strangers]
    for row in ledger.rows.values():
        mine = [outcome for outcome in outcomes if outcome.id == row.id]
        found += _contradictions(row, mine) or _gaps(row, mine, lessons)
    return found


def agrees(asserted: str, verdict: str) -> bool:
    """Whether a test that asserts this supports a row with that verdict."""
    return asserted == verdict or (kind(verdict) == "holds if" and asserted in ("holds", "holds if"))


def _contradictions(row: Row, outcomes):
    """Tests that assert what the ledger does not say, or what no test can assert."""
    odd = _group_tests([outcome for outcome in outcomes if kind(outcome.verdict) not in SETTLED], "verdict")
    found = [f"{row.id}: {asserted!r}, asserted by {tests}, is none of {', '.join(SETTLED)}" for asserted, tests in odd]
    if found or row.verdict == "open":
        return found
    wrong = _group_tests([outcome for outcome in outcomes if not agrees(outcome.verdict, row.verdict)], "verdict")
    ledger = f"{row.id}: the ledger says {row.verdict!r}"
    return [f"{ledger}, but {name!r} is asserted by {tests}: correct the one that is wrong" for name, tests in wrong]


def _gaps(row: Row, outcomes, lessons):
    """What the row lacks: a verdict, a sentence in its lesson, a test, or one that passed."""
    if row.verdict == "open":
        if row.lesson not in lessons:
            return []
        return [f"{row.id} is open, but lesson {row.lesson} is there: settle its verdict"]
    if row.verdict == "opinion":
        if re.search(rf"\b{row.id}\b", lessons.get(row.lesson, "")):
            return []
        return [f"{row.id} is an opinion that lesson {row.lesson} does not name: say a sentence on it"]
    asserting = [outcome for outcome in outcomes if kind(outcome.verdict) == kind(row.verdict)]
    if not asserting:
        mark = f'"{row.id}"' if row.verdict == "holds" else f'"{row.id}", "{kind(row.verdict)}"'
        return [f"{row.id}: the ledger says {row.verdict!r}, but no test does: mark one @pytest.mark.claim({mark})"]
    idle = _group_tests([outcome for outcome in outcomes if outcome.result != "passed"], "result")
    found = [f"{row.id} is not settled by {tests} ({result}): each of its tests has to pass" for result, tests in idle]
    if row.test not in {outcome.test.split("::")[0] for outcome in asserting}:
        found.append(f"{row.id}: the ledger names {row.test}, where no test asserts its verdict: correct `test`")
    return found


def _group_tests(outcomes, field):
    """(value of the field, its tests in words) for each value."""
    groups = {}
    for outcome in outcomes:
        groups.setdefault(getattr(outcome, field), []).append(outcome.test)
    named = []
    for value, (first, *others) in groups.items():
        named.append((value, f"{first} and {len(others)} more" if others else first))
    return named


# The table


def table(ledger: Ledger, outcomes: Iterable[Outcome], width: int) -> str:
    """The ledger in columns, by lesson. Neighboring open rows without tests share a line, such as "G11-G21"."""
    outcomes = list(outcomes)
    lines = [("claim", "lesson", "verdict", "passed", "measured effect")]
    waiting = []
    for row in sorted(ledger.rows.values(), key=lambda row: row.lesson):
        mine = [outcome.result for outcome in outcomes if outcome.id == row.id]
        is_waiting = row.verdict == "open" and not mine
        if waiting and not (is_waiting and _follows(waiting[-1], row)):
            lines.append(_open_line(waiting))
            waiting = []
        if is_waiting:
            waiting.append(row)
        else:
            passed = f"{mine.count('passed')} of {len(mine)}" if mine else "-"
            lines.append((row.id, row.lesson, row.verdict, passed, row.effect or "-"))
    lines += [_open_line(waiting)] if waiting else []
    return "\n".join(_fold_columns(line, min(width, MAX_WIDTH)) for line in lines)


def summary(ledger: Ledger) -> str:
    """How many rows have which verdict, in one line."""
    kinds = [kind(row.verdict) for row in ledger.rows.values()]
    words = {"holds": "hold", "holds if": "hold under a condition", "does not hold": "do not hold"}
    words |= {"opinion": "are opinions", "open": "are open"}
    return f"{len(kinds)} claims: " + ", ".join(f"{kinds.count(kind)} {words[kind]}" for kind in words)


def _follows(row, other):
    same = (row.lesson, row.id[0]) == (other.lesson, other.id[0])
    return same and int(row.id[1:]) + 1 == int(other.id[1:])


def _open_line(rows):
    name = rows[0].id if len(rows) == 1 else f"{rows[0].id}-{rows[-1].id}"
    return name, rows[0].lesson, "open", "-", "-"


def _fold_columns(cells, width):
    """One row of the table: each cell folded to its column, so that no line is wider than `width`."""
    fixed = (8, 6, 24 if width < 100 else 34, 8)
    widths = (*fixed, max(width - sum(fixed) - 2 * len(fixed), 16))
    folded = [textwrap.wrap(cell, size) or [""] for cell, size in zip(cells, widths)]
    height = max(map(len, folded))
    folded = [column + [""] * (height - len(column)) for column in folded]
    return "\n".join("  ".join(part.ljust(size) for part, size in zip(line, widths)).rstrip() for line in zip(*folded))
