"""The claims ledger: its 206 rows, the rules they keep, and a failing run wherever the tests say otherwise."""

import functools
import html.parser
import re
import tomllib
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, writes

from optcourse import __main__ as command_line
from optcourse.lessons import claims, verdicts
from optcourse.lessons.claims import Ledger, Row
from optcourse.lessons.verdicts import Outcome

pytest_plugins = ["pytester"]

TESTS = Path(__file__).resolve().parents[1]
ROOT = TESTS.parent
FILE = "tests/claims/test_a.py"
LESSONS = {"01": "Claims G1, G2 and G3.", "02": "T1 is an opinion."}


def row(name, verdict="holds", **fields):
    settled = {"effect": "measured: 1", "test": FILE} if claims.kind(verdict) in claims.SETTLED else {}
    evidence = "none" if verdict == "opinion" else "measured"
    usual = {"lesson": "01", "evidence": evidence, "statement": "The loss falls.", **settled}
    return Row(name, verdict=verdict, **{**usual, **fields})


def ledger(*rows):
    return Ledger({row.id: row for row in rows}, {"01": "first", "02": "second", "03": "third"})


def outcome(name, verdict="holds", result="passed", test=f"{FILE}::test_it"):
    return Outcome(name, verdict, test, result)


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


def test_no_row_is_open_whose_lesson_is_there():
    written = verdicts.written_lessons(ROOT / "notebooks")
    assert "01" in written
    assert [row.id for row in claims.rows() if row.verdict == "open" and row.lesson in written] == []


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


# --- The ledger held against the tests


def test_a_ledger_whose_tests_agree_has_no_fault():
    book = ledger(row("G1"), row("G2", "holds if it is short"), row("G3", "does not hold"), row("T1", "opinion"))
    book.rows["T1"] = book.rows["T1"]._replace(lesson="02")
    book.rows["F1"] = row("F1", "open", lesson="03")
    ran = [outcome("G1"), outcome("G2", "holds if"), outcome("G3", "does not hold")]
    assert verdicts.faults(book, ran, LESSONS) == []
    ran[1:2] = [outcome("G2", "holds"), outcome("G2", "holds if it is short")]
    assert verdicts.faults(book, ran, LESSONS) == []
    assert verdicts.faults(book, [*ran, outcome("F1", "does not hold")], LESSONS) == []  # not settled yet


@pytest.mark.parametrize(
    "verdict, ran, fault",
    [
        ("holds", [], r'but no test does: mark one @pytest.mark.claim\("G1"\)'),
        ("does not hold", [], r'mark one @pytest.mark.claim\("G1", "does not hold"\)'),
        (
            "holds if it is short",
            [outcome("G1")],
            r'but no test does: mark one @pytest.mark.claim\("G1", "holds if"\)',
        ),
        ("holds", [outcome("G1", result="skipped")], r"G1 is not settled by \S+::test_it \(skipped\): each "),
        ("holds", [outcome("G1"), outcome("G1", result="skipped")], r"\(skipped\)"),
        ("holds", [outcome("G1", result="expected to fail")], r"::test_it \(expected to fail\): each"),
        ("holds", [outcome("G1", result="failed")], r"::test_it \(failed\): each"),
        (
            "holds",
            [outcome("G1", "does not hold")],
            "says 'holds', but 'does not hold' is asserted by .*test_it: correct the one",
        ),
        ("holds", [outcome("G1"), outcome("G1", "holds if")], "says 'holds', but 'holds if' is asserted by"),
        ("does not hold", [outcome("G1")], "says 'does not hold', but 'holds' is asserted by"),
        ("holds if it is short", [outcome("G1", "does not hold")], "but 'does not hold' is asserted by"),
        ("holds if it is short", [outcome("G1", "holds if it is long")], "but 'holds if it is long' is asserted by"),
        ("opinion", [outcome("G1")], "says 'opinion', but 'holds' is asserted by"),
        (
            "holds",
            [outcome("G1"), outcome("G1", "wrong")],
            "G1: 'wrong', asserted by .*test_it, is none of holds, holds if, does not hold",
        ),
        ("holds", [outcome("G1"), outcome("G1", "open")], "G1: 'open', asserted by .*test_it, is none of"),
        ("holds", [outcome("G1"), outcome("G99")], "'G99', the mark of .*test_it, is no row of the ledger: correct it"),
        ("holds", [outcome("G1", test="tests/test_b.py::test")], "names tests/claims/test_a.py, where no test asserts"),
        ("open", [], "G1 is open, but lesson 01 is there: settle its verdict"),
        ("open", [outcome("G1")], "G1 is open, but lesson 01 is there: settle its verdict"),
    ],
)
def test_a_verdict_that_the_tests_do_not_bear_out_is_found(verdict, ran, fault):
    found = verdicts.faults(ledger(row("G1", verdict)), ran, LESSONS)
    assert any(re.search(fault, complaint) for complaint in found), found
    assert all(complaint.count("\n") == 0 for complaint in found)


def test_many_tests_with_one_fault_are_told_in_one_sentence():
    ran = [outcome("G1", "does not hold", test=f"{FILE}::test_{n}") for n in range(19)]
    (found,) = verdicts.faults(ledger(row("G1")), ran, LESSONS)
    assert "is asserted by tests/claims/test_a.py::test_0 and 18 more: correct" in found
    skipped = [outcome("G1"), *(outcome("G1", result="skipped", test=f"{FILE}::test_{n}") for n in range(3))]
    (found,) = verdicts.faults(ledger(row("G1")), skipped, LESSONS)
    assert "::test_0 and 2 more (skipped)" in found


def test_an_opinion_that_its_lesson_does_not_name_is_found():
    silent = {"01": "Claims G10 and G2."}
    assert verdicts.faults(ledger(row("G1", "opinion")), [], LESSONS) == []
    assert (
        "G1 is an opinion that lesson 01 does not name" in verdicts.faults(ledger(row("G1", "opinion")), [], silent)[0]
    )


def test_the_lessons_are_read_from_their_files_and_a_damaged_one_counts(tmp_path):
    lesson = new_notebook(cells=[new_markdown_cell("Claim G1."), new_code_cell("G2")])
    tmp_path.joinpath("01_first.ipynb").write_text(writes(lesson), encoding="utf-8")
    tmp_path.joinpath("02_second.ipynb").write_text("{", encoding="utf-8")
    tmp_path.joinpath("notes.ipynb").write_text(writes(lesson), encoding="utf-8")
    assert verdicts.written_lessons(tmp_path) == {"01": "Claim G1.", "02": ""}


@pytest.mark.parametrize("width", [80, 160])
def test_the_table_fits_the_terminal_and_tells_every_row(width):
    ran = [outcome("G7"), outcome("G7", result="skipped", test="b.py::test"), outcome("G12")]
    book = claims.read()
    early = {row.id: row if row.lesson == "01" else row._replace(verdict="open") for row in book.rows.values()}
    lines = verdicts.table(book._replace(rows=early), ran, width).splitlines()
    assert max(map(len, lines)) <= width
    assert lines[0].split() == ["claim", "lesson", "verdict", "passed", "measured", "effect"]
    starts = [line.split("  ")[0] for line in lines]
    assert {"G7", "G10", "G11", "G12", "G13-G21", "N38-N39", "N47-N51", "P42-P45"} <= set(starts)
    (line,) = [line for line in lines if line.startswith("G7 ")]
    assert re.match(r"G7 +01 +holds +1 of 2 +153, 270", line)


def test_the_table_reads_on_a_terminal_that_says_it_has_no_width():
    assert "G1 " in verdicts.table(claims.read(), [], 0)


def test_the_summary_counts_every_verdict():
    book = ledger(row("G1"), row("G2", "holds if short"), row("G3", "does not hold"), row("T1", "open"))
    said = verdicts.summary(book)
    assert said == "4 claims: 1 hold, 1 hold under a condition, 1 do not hold, 0 are opinions, 1 are open"


# --- A whole run of pytest, with the hooks of this suite and a ledger of its own


@pytest.fixture
def course(pytester, monkeypatch):
    """course(test, ..., ledger) runs pytest on that test in a small course: lesson 01 is there, lesson 02 is not."""

    def run(test, *arguments, entries=(), claims_are="table"):
        pytester.makeconftest((TESTS / "conftest.py").read_text(encoding="utf-8"))
        pytester.makeini("[pytest]\naddopts = --strict-markers\nmarkers = claim")
        pytester.mkdir("notebooks").joinpath("01_first.ipynb").write_text(
            writes(new_notebook(cells=[new_markdown_cell("# First\n\nClaim G1.")])), encoding="utf-8"
        )
        path = pytester.makefile(".toml", claims=toml(entries or [row("G1", test="test_it.py")]))
        monkeypatch.setattr(claims, "read", functools.partial(claims.read, path))
        pytester.makepyfile(test_it=f"import pytest\n\n{test}")
        monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
        return pytester.runpytest(f"--claims={claims_are}", "-p", "no:cacheprovider", *arguments)

    return run


def toml(rows):
    """The rows as a ledger whose only text has as many."""
    fields = [[f"{part} = {value!r}" for part, value in row._asdict().items() if value] for row in rows]
    entries = "\n".join("\n".join(["[[row]]", *lines]) for lines in fields)
    return f'[texts.G]\nrows = {len(rows)}\n[lessons]\n01 = "first"\n02 = "second"\n{entries}\n'


PASSES = '@pytest.mark.claim("G1")\ndef test_a():\n    pass\n'
SKIPPED = PASSES.replace("    pass", "    pytest.skip()")


def test_a_run_whose_tests_bear_out_the_ledger_passes_and_prints_the_table(course):
    result = course(PASSES)
    assert result.ret == 0
    result.stdout.fnmatch_lines(["claim *lesson *", "G1 * 01 * holds *1 of 1 *", "1 claims: 1 hold*Faults: 0."])


def test_in_a_check_the_table_stays_away(course):
    result = course(PASSES, claims_are="check")
    assert result.ret == 0
    result.stdout.no_fnmatch_line("claim *lesson *")
    result.stdout.fnmatch_lines(["1 claims: *Faults: 0."])


@pytest.mark.parametrize(
    "test, fault",
    [
        (SKIPPED, "G1 is not settled by test_it.py::test_a (skipped): each of its tests has to pass"),
        (
            f"@pytest.mark.skip\n{PASSES}",
            "G1 is not settled by test_it.py::test_a (skipped): each of its tests has to pass",
        ),
        (f"@pytest.mark.skipif(True, reason='no')\n{PASSES}", "G1 is not settled by test_it.py::test_a (skipped)*"),
        (
            f"@pytest.mark.xfail\n{PASSES}".replace("pass", "1 / 0"),
            "G1 is not settled by test_it.py::test_a (expected to fail)*",
        ),
        (f"@pytest.mark.xfail\n{PASSES}", "G1 is not settled by test_it.py::test_a (expected to fail)*"),
        (PASSES.replace("pass", "1 / 0"), "G1 is not settled by test_it.py::test_a (failed)*"),
        (PASSES.replace("@pytest.mark.claim", "# "), "G1: the ledger says 'holds', but no test does*"),
        (f"pytest.skip(allow_module_level=True)\n{PASSES}", "G1: the ledger says 'holds', but no test does*"),
        (
            PASSES.replace('"G1"', '"G1", "does not hold"'),
            "G1: the ledger says 'holds', but 'does not hold' is asserted by test_it.py::test_a: correct*",
        ),
        (
            f"{PASSES}\n{PASSES.replace('G1', 'G99').replace('test_a', 'test_b')}",
            "'G99', the mark of test_it.py::test_b, is no row*",
        ),
    ],
)
def test_a_run_fails_where_the_ledger_and_its_tests_differ(course, test, fault):
    result = course(test)
    assert result.ret == 1
    result.stdout.fnmatch_lines([f"FAULT {fault}"])


def test_a_test_that_breaks_after_it_passed_settles_nothing(course):
    broken = "@pytest.fixture\ndef broken():\n    yield\n    1 / 0\n\n\n" + PASSES.replace("test_a()", "test_a(broken)")
    result = course(broken)
    assert result.ret == 1
    result.stdout.fnmatch_lines(["FAULT G1 is not settled by test_it.py::test_a (failed)*"])


def test_a_run_fails_where_an_open_row_has_its_lesson(course):
    rows = [row("G1", test="test_it.py"), row("G2", "open"), row("G3", "open", lesson="02")]
    result = course(PASSES, entries=rows)
    assert result.ret == 1
    result.stdout.fnmatch_lines(["FAULT G2 is open, but lesson 01 is there: settle its verdict", "*Faults: 1."])


def test_other_processes_hand_in_what_they_found(course, pytester):
    # these two take seconds to load, and play no part here
    pytester.makepyfile(jax="", jaxtyping="config = None\n\n\ndef install_import_hook(*_):\n    pass")
    two = f"{SKIPPED}\n\n{PASSES.replace('test_a', 'test_b')}"
    result = course(two, "-p", "xdist", "-n", "2")
    assert result.ret == 1
    result.stdout.fnmatch_lines(
        ["G1 *1 of 2 *", "FAULT G1 is not settled by test_it.py::test_a (skipped)*", "*Faults: 1."]
    )


def test_a_mark_that_cannot_be_read_stops_the_run(course):
    result = course(PASSES.replace('"G1"', '"G1", "holds", "if"'))
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(['*test_it.py::test_a: write claim("G7") or claim("G7", "does not hold")'])


def test_a_broken_ledger_stops_the_run(course):
    result = course(PASSES, entries=[row("G1")._replace(verdict="hold")])
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*row G1 has the unknown verdict 'hold'*"])


def test_without_the_option_no_run_asks_for_claims(course, pytester):
    course(SKIPPED)
    assert pytester.runpytest("-p", "no:cacheprovider").ret == 0


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
