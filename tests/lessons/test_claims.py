"""The claims ledger: its 206 rows, the rules they keep, the table of a lesson, and the command."""

import html.parser
import re
import tomllib
from pathlib import Path

import pytest

from optcourse import __main__ as command_line
from optcourse.lessons import claims
from optcourse.lessons.claims import Row

ROOT = Path(__file__).resolve().parents[2]
FILE = "tests/claims/test_a.py"


def row(name, verdict="holds", **fields):
    settled = {"effect": "measured: 1", "test": FILE} if claims.kind(verdict) in claims.SETTLED else {}
    evidence = "none" if verdict == "opinion" else "measured"
    usual = {"lesson": "01", "evidence": evidence, "statement": "The loss falls.", **settled}
    return Row(name, verdict=verdict, **{**usual, **fields})


# --- The committed ledger


def test_the_ledger_has_the_206_rows_and_no_other():
    counts = {"T": 46, "G": 43, "F": 21, "P": 45, "N": 51}
    wanted = [f"{letter}{number}" for letter, count in counts.items() for number in range(1, count + 1)]
    assert [row.id for row in claims.rows()] == wanted and len(wanted) == 206


@pytest.mark.parametrize(
    "lesson, ids",
    [
        ("01", "G1-10"),
        ("02", "G11-21"),
        ("03", "G22-25 N38-39"),
        ("04", "G26-35 N40-46"),
        ("05", "G36-43"),
        ("06", "N1-37 N47-51"),
        ("07", "T1-39"),
        ("08", "T40-46"),
        ("09", "F1-21"),
        ("10", "P1-14 P25-41"),
        ("11", "P15-24 P42-45"),
    ],
)
def test_each_row_belongs_to_the_lesson_of_its_topic(lesson, ids):
    spans = [re.fullmatch(r"(\w)(\d+)-(\d+)", span).groups() for span in ids.split()]
    wanted = {f"{letter}{n}" for letter, first, last in spans for n in range(int(first), int(last) + 1)}
    assert {row.id for row in claims.rows(lesson)} == wanted


def test_every_statement_is_one_sentence_that_nobody_else_makes():
    statements = [row.statement for row in claims.rows()]
    assert len(set(statements)) == len(statements)
    for statement in statements:
        assert statement.endswith(".") and not re.search(r"[a-z]\. [A-Z]", statement), statement
        assert 20 < len(statement) <= 160, statement


@pytest.mark.parametrize(
    "name, words", [("G3", "transpose"), ("G8", "½"), ("G6", "semi-definite"), ("T4", "no code"), ("P17", "parameters")]
)
def test_where_the_text_errs_the_ledger_says_so(name, words):
    assert words in claims.read().rows[name].correction


def test_a_measured_effect_holds_a_number_and_its_test_is_a_file():
    settled = [row for row in claims.rows() if claims.kind(row.verdict) in claims.SETTLED]
    assert len(settled) >= 10
    for row in settled:
        assert re.search(r"\d", row.effect) and (ROOT / row.test).is_file(), row


def test_make_test_holds_the_ledger_against_the_tests():
    tested = re.search(r"^TESTED := (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert "--claims=check" in tested[1]


# --- The rules of the file


def document(**changes):
    """A ledger of two rows, G1 with these changes; None takes a field away."""
    first = {**row("G1")._asdict(), **changes}
    entries = [{part: value for part, value in first.items() if value not in (None, "")}]
    second = row("G2", "open", lesson="02")._asdict()
    entries.append({part: value for part, value in second.items() if value})
    return {"row": entries, "lessons": {"01": "first", "02": "second"}, "texts": {"G": {"rows": 2}}}


def test_a_ledger_that_keeps_the_rules_has_no_complaint():
    assert claims.complaints(document()) == []
    assert claims.complaints(document(verdict="holds if the step is short")) == []
    assert claims.complaints(document(verdict="opinion", evidence="none", effect=None, test=None)) == []


@pytest.mark.parametrize(
    "changes, complaint",
    [
        ({"verdict": "hold"}, "row G1 has the unknown verdict 'hold': write open, holds,"),
        ({"verdict": "holds if"}, "row G1 has the unknown verdict 'holds if': .* with a condition after `if`"),
        ({"verdict": "holds iffy"}, "row G1 has the unknown verdict"),
        ({"verdict": None}, "row G1 has no verdict: add it"),
        ({"statement": None}, "row G1 has no statement: add it"),
        ({"effect": None}, "row G1 is settled without effect: add it, or call the row open"),
        ({"test": None}, "row G1 is settled without test: add it, or call the row open"),
        ({"verdict": "open"}, "row G1 has effect but is open: settle it, or take effect out"),
        ({"lesson": "13"}, "row G1 names lesson '13', not in the syllabus: choose from 01, 02"),
        ({"lesson": 1}, "row G1 has 1 for lesson: write it in quotes"),
        ({"evidence": "R"}, "row G1 has the unknown evidence 'R': choose from measured, identity"),
        ({"evidence": "none"}, "row G1 is 'holds' with evidence 'none': opinions, and they alone, have none"),
        ({"verdict": "opinion", "effect": None, "test": None}, "row G1 is 'opinion' with evidence 'measured'"),
        ({"verdit": "holds"}, "row G1 has the unknown field 'verdit': take it out"),
        ({"id": None}, r"row \(without an id\) has no id: add it"),
        ({"id": "G2"}, "row G2 is there 2 times: keep one"),
        ({"id": "G3"}, "row G3 belongs to no text: correct its id, or the text's `rows`"),
        ({"id": "G3"}, "row G1 is missing: write it, as open if its lesson is to come"),
    ],
)
def test_a_row_that_breaks_a_rule_is_named_with_the_remedy(changes, complaint):
    assert any(re.match(complaint, found) for found in claims.complaints(document(**changes)))


@pytest.mark.parametrize("words, complaint", [("[[row]", "is not TOML"), ("[row]", r"write \[\[row\]\]")])
def test_a_file_that_is_no_ledger_is_refused(tmp_path, words, complaint):
    path = tmp_path / "claims.toml"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(ValueError, match=complaint) as error:
        claims.read(path)
    assert str(path) in str(error.value)


def test_a_broken_ledger_is_refused_with_its_first_fault_and_their_number(tmp_path):
    path = tmp_path / "claims.toml"
    text = claims.PATH.read_text(encoding="utf-8")
    path.write_text(text.replace('id = "G7"', 'id = "G6"'), encoding="utf-8")
    with pytest.raises(ValueError, match=r"row G6 is there 2 times: keep one \(and 1 more\)"):
        claims.read(path)


def test_a_lesson_without_claims_is_refused():
    with pytest.raises(ValueError, match="no claim belongs to lesson '1': choose one of 01, 02"):
        claims.rows("1")


# --- The table of a lesson


class Headers(html.parser.HTMLParser):
    def __init__(self, words):
        super().__init__()
        self.tags = []
        self.feed(words)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))


def test_a_lesson_shows_its_claims_as_a_table_with_headers_and_links():
    shown = claims.show("01")._repr_mimebundle_()
    tags = Headers(shown["text/html"]).tags
    scopes = [attributes["scope"] for tag, attributes in tags if tag == "th"]
    assert scopes.count("col") == 5 and scopes.count("row") == 10
    assert [tag for tag, _ in tags].count("caption") == 1
    links = [attributes["href"] for tag, attributes in tags if tag == "a"]
    assert len(links) == 10 and all((ROOT / "notebooks" / link).is_file() for link in links)
    assert "holds if the loss is high" in shown["text/html"] and "without the ½" in shown["text/html"]


def test_from_a_deeper_notebook_the_links_are_a_folder_longer():
    near, far = (claims.show("01", deeper)._repr_mimebundle_()["text/html"] for deeper in (False, True))
    assert far == near.replace('href="../', 'href="../../') != near


def test_the_table_is_the_same_each_time_and_stands_in_words_where_no_html_is_shown():
    shown = claims.show("01")._repr_mimebundle_()
    assert shown == claims.show("01")._repr_mimebundle_()
    assert all(f"G{n}: holds" in shown["text/plain"] for n in range(1, 11))
    assert "Measured: 153, 270, 505 steps" in shown["text/plain"]
    assert max(map(len, shown["text/plain"].splitlines())) <= claims.WIDTH


def test_open_rows_and_opinions_say_so_and_marks_of_html_are_escaped():
    rows = [row("G1", "open", statement="a < b & c."), row("G2", "opinion")]
    shown = claims.Table(rows, "Two claims")._repr_mimebundle_()["text/html"]
    assert "a &lt; b &amp; c." in shown and "to come" in shown and "words in the lesson" in shown
    assert "href" not in shown


# --- The command


def test_the_command_lists_every_claim_without_running_anything(capsys):
    assert command_line.main(["claims", "--list"]) == 0
    said = capsys.readouterr().out
    assert len(re.findall(r"^[TGFPN]\d+: ", said, re.MULTILINE)) == 206
    assert "Correction: The text writes L + λ‖u‖²" in said


@pytest.mark.parametrize("code, exit_code", [(0, 0), (1, 1), (2, 1), (5, 1)])
def test_the_command_fails_when_its_tests_do(monkeypatch, code, exit_code):
    asked = []

    def run(arguments, cwd):
        asked.append(arguments)
        return type("Done", (), {"returncode": code})

    monkeypatch.setattr("subprocess.run", run)
    assert command_line.main(["claims"]) == exit_code
    assert asked[0][1:] == ["-m", "pytest", "-q", "-m", "claim", "--claims=table", "tests"]


def test_the_command_needs_the_tests(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(command_line, "ROOT", tmp_path)
    assert command_line.main(["claims"]) == 2
    assert "is missing: run this in a complete copy of the course" in capsys.readouterr().err


def test_the_syllabus_is_that_of_the_readme():
    lessons = tomllib.loads(claims.PATH.read_text(encoding="utf-8"))["lessons"]
    syllabus = (ROOT / "README.md").read_text(encoding="utf-8").partition("## The lessons")[2].partition("\n##")[0]
    assert re.findall(r"^\| (\d\d) \|", syllabus, re.MULTILINE) == list(lessons)
