"""The claims ledger, claims.toml: what the texts claim, what became of each claim, and where.

    read() -> Ledger            the whole ledger; a row that breaks a rule is named in one sentence
    rows("01") -> [Row]         the rows of a lesson
    show("01")                  the same as a table, for a cell of that lesson
    show("09", deeper=True)     for a cell of a deeper notebook
    listing(rows, width) -> str the same in words, for a terminal

Verdicts: open until the lesson exists; then holds, holds if ..., does not hold, or opinion. The
tests compare them with what they find (tests/claims/verdicts.py).
"""

import html
import re
import textwrap
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

PATH = Path(__file__).resolve().parents[1] / "claims.toml"
EVIDENCE = ("measured", "identity", "condition", "fragile", "false", "none")
SETTLED = ("holds", "holds if", "does not hold")  # by a test
KINDS = ("open", *SETTLED, "opinion")
WIDTH = 88  # characters, where no terminal says how wide it is


class Row(NamedTuple):
    """One claim; claims.toml says what each field means."""

    id: str
    lesson: str
    verdict: str
    evidence: str
    statement: str
    correction: str = ""
    effect: str = ""
    quotes: list[str] | None = None
    test: str = ""


class Ledger(NamedTuple):
    """rows: id to row; lessons: number to topic, the syllabus."""

    rows: dict[str, Row]
    lessons: dict[str, str]


def read(path: Path | str = PATH) -> Ledger:
    """The ledger at `path`; ValueError with the row and the remedy if it breaks a rule."""
    try:
        document = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path} is not TOML ({error}): mend that line") from error
    if found := complaints(document):
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise ValueError(f"{path}: {found[0]}{more}")
    return Ledger({entry["id"]: Row(**entry) for entry in document["row"]}, document["lessons"])


def rows(lesson: str | None = None) -> list[Row]:
    """The rows of a lesson, such as "01", or all; ValueError for a lesson without rows."""
    ledger = read()
    found = [row for row in ledger.rows.values() if lesson in (None, row.lesson)]
    if not found:
        known = sorted({row.lesson for row in ledger.rows.values()})
        raise ValueError(f"no claim belongs to lesson {lesson!r}: choose one of {', '.join(known)}")
    return found


def kind(verdict: str) -> str:
    """The verdict without its condition, one of KINDS; "" for words that are no verdict."""
    found = "holds if" if re.match(r"holds if\b", verdict) else verdict
    return found if found in KINDS else ""


# The rules of the file


def complaints(document: dict) -> list[str]:
    """One sentence for each rule that the parsed file breaks."""
    entries = document.get("row", [])
    lessons = document.get("lessons", {})
    if not isinstance(entries, list):
        return ["[row] begins one table: write [[row]] above each row"]
    found = [complaint for entry in entries for complaint in _entry_complaints(entry, lessons)]
    ids = [entry.get("id", "") for entry in entries]
    wanted = []
    for letter, text in document.get("texts", {}).items():
        wanted += [f"{letter}{number}" for number in range(1, text.get("rows", 0) + 1)]
    for name in dict.fromkeys(ids):
        if ids.count(name) > 1:
            found.append(f"row {name} is there {ids.count(name)} times: keep one")
        if name not in wanted:
            problem = f"row {name or '(without an id)'} belongs to no text"
            found.append(f"{problem}: correct its id, or the text's `rows`")
    missing = [name for name in wanted if name not in ids]
    remedy = "write it, as open if its lesson is to come"
    return found + [f"row {name} is missing: {remedy}" for name in missing]


def _entry_complaints(entry, lessons):
    name = entry.get("id", "(without an id)")
    verdict = str(entry.get("verdict", ""))
    settled = kind(verdict) in SETTLED
    none = entry.get("evidence") == "none"
    needed = [part for part in Row._fields if part not in Row._field_defaults]
    faults = [f"has no {part}: add it" for part in needed if not entry.get(part)]
    unknown = [part for part in entry if part not in Row._fields]
    faults += [f"has the unknown field {part!r}: take it out" for part in unknown]
    no_text = [part for part in entry if part != "quotes" and not isinstance(entry[part], str)]
    faults += [f"has {entry[part]!r} for {part}: write it in quotes" for part in no_text]
    quotes = entry.get("quotes", [])
    if not isinstance(quotes, list) or not all(isinstance(quote, str) for quote in quotes):
        faults.append(f"has {quotes!r} for quotes: write a list of strings")
    if verdict and (not kind(verdict) or verdict == "holds if"):
        remedy = f"write {', '.join(KINDS)}, with a condition after `if`"
        faults.append(f"has the unknown verdict {verdict!r}: {remedy}")
    if entry.get("lesson", "") not in ["", *lessons]:
        remedy = f"choose from {', '.join(lessons)}"
        faults.append(f"names lesson {entry['lesson']!r}, not in the syllabus: {remedy}")
    if entry.get("evidence", "none") not in EVIDENCE:
        remedy = f"choose from {', '.join(EVIDENCE)}"
        faults.append(f"has the unknown evidence {entry['evidence']!r}: {remedy}")
    if (settled and none) or (verdict == "opinion" and not none):
        problem = f"is {verdict!r} with evidence {entry.get('evidence')!r}"
        faults.append(f"{problem}: opinions, and they alone, have none")
    for part in ("effect", "test"):
        if settled and not entry.get(part):
            faults.append(f"is settled without {part}: add it, or call the row open")
        if not settled and entry.get(part):
            problem = f"has {part} but is {verdict or 'without verdict'}"
            faults.append(f"{problem}: settle it, or take {part} out")
    return [f"row {name} {fault}" for fault in faults]


# The ledger to look at


def listing(rows: Iterable[Row], width: int = WIDTH) -> str:
    """A paragraph for each row: id, verdict, lesson; statement, correction, effect and test."""
    paragraphs = []
    for row in rows:
        lines = [row.statement]
        if row.correction:
            lines += [f"Correction: {row.correction}"]
        if row.effect:
            lines += [f"Measured: {row.effect}.", f"Test: {row.test}"]
        indent = {"initial_indent": "    ", "subsequent_indent": "    "}
        title = f"{row.id}: {row.verdict} (lesson {row.lesson})"
        filled = [textwrap.fill(line, width, **indent) for line in lines]
        paragraphs.append("\n".join([title, *filled]))
    return "\n\n".join(paragraphs)


class Table:
    """What a cell shows: the rows as an HTML table, and as plain text where no HTML is shown.

    top: the way from the notebook's folder to that of the course, where the links lead.
    """

    def __init__(self, rows: list[Row], caption: str, top: str = "../"):
        self.rows = rows
        self.caption = caption
        self.top = top

    def _repr_mimebundle_(self, **_):
        return {"text/html": self._html(), "text/plain": f"{self.caption}\n\n{listing(self.rows)}"}

    def _html(self):
        left = 'style="text-align: left"'  # Jupyter would push the words to the right
        titles = ("Claim", "What it says", "Verdict", "Measured", "Settled by")
        head = "".join(f'<th scope="col" {left}>{title}</th>' for title in titles)
        caption = f"<caption {left}>{html.escape(self.caption)}</caption>"
        lines = [f"<table>{caption}", f"<thead><tr>{head}</tr></thead><tbody>"]
        for row in self.rows:
            cells = "".join(f"<td {left}>{cell}</td>" for cell in _cells(row, self.top))
            lines.append(f'<tr><th scope="row" {left}>{row.id}</th>{cells}</tr>')
        return "\n".join([*lines, "</tbody></table>"])


def _cells(row, top):
    statement = html.escape(row.statement)
    if row.correction:
        statement += f"<br><em>Correction:</em> {html.escape(row.correction)}"
    if row.test:
        settled = f'<a href="{top}{html.escape(row.test)}">tests of {row.id}</a>'
    else:
        settled = "to come" if row.verdict == "open" else "words in the lesson"
    verdict = f"<strong>{html.escape(row.verdict)}</strong>"
    return statement, verdict, html.escape(row.effect), settled


def show(lesson: str, deeper: bool = False) -> Table:
    """The claims of a lesson, such as "01", with verdict, measured effect and links to tests.

    deeper: whether the cell stands in notebooks/deeper, from where the tests are a folder further.
    """
    found = rows(lesson)
    caption = f"The {len(found)} claims of lesson {lesson}, {read().lessons[lesson]}"
    return Table(found, caption, "../../" if deeper else "../")
