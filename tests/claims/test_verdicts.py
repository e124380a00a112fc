"""Verdicts compared with tests: what is found where they differ, and a failing run wherever the tests say otherwise."""

import functools
import re
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, writes

import verdicts
from optcourse.lessons import claims
from optcourse.lessons.claims import Ledger, Row
from verdicts import Outcome

pytest_plugins = ["pytester"]

TESTS = Path(__file__).resolve().parents[1]
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


def test_no_row_is_open_whose_lesson_is_there():
    written = verdicts.written_lessons(TESTS.parent / "notebooks")
    assert "01" in written
    assert [row.id for row in claims.rows() if row.verdict == "open" and row.lesson in written] == []


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


def test_an_opinion_may_be_named_in_a_deeper_notebook_of_its_lesson(tmp_path):
    tmp_path.joinpath("deeper").mkdir()
    for name, words in (("01_first", "No codes."), ("deeper/01_far", "Claim G1."), ("deeper/03_alone", "Claim G2.")):
        lesson = writes(new_notebook(cells=[new_markdown_cell(words)]))
        tmp_path.joinpath(f"{name}.ipynb").write_text(lesson, encoding="utf-8")
    written = verdicts.written_lessons(tmp_path)
    assert written == {"01": "No codes.\nClaim G1."}
    book = ledger(row("G1", "opinion"), row("G2", "open", lesson="03"))  # 03 has no core, so it is still to come
    assert verdicts.faults(book, [], written) == []


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
        pytester.makeini(f"[pytest]\naddopts = --strict-markers\nmarkers = claim\npythonpath = {TESTS / 'claims'}")
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
    # these take seconds to load, and play no part here
    stubs = {
        "jax": "",
        "compilation": "share_compiled_programs = hurry = start_context = lambda *_: None",
        "jaxtyping": "config = None",
        "shape_checks": "def install(*_):\n    pass",
    }
    pytester.makepyfile(**stubs)
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
