"""What the ledger and a lesson both say: the committed quotes, and a number changed in the one or the other."""

import json
import re
from pathlib import Path

import pytest

from optcourse.lessons import claims, course, quotes
from optcourse.lessons.claims import Row

ROOT = Path(__file__).resolve().parents[2]
LESSONS = course.lessons(ROOT / "notebooks")
SETTLED = [row for row in claims.rows() if claims.kind(row.verdict) in claims.SETTLED]
PAGE = "Gradient descent takes **379 steps**.\nBetween $0.403$ and $0.597$, in 20{,}001 points; 20 of 60 fell."


def row(effect, *quoted):
    return Row("G9", "01", "holds", "measured", "The loss falls.", effect=effect, quotes=list(quoted))


@pytest.mark.parametrize("number", sorted({row.lesson for row in SETTLED} & set(LESSONS)))
def test_ledger_and_lesson_agree_on_the_numbers_that_both_state(number):
    text = quotes.read_text(LESSONS[number])
    mine = [row for row in SETTLED if row.lesson == number]
    faults = [fault for row in mine for fault in quotes.complaints(row, text)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", ["F6", "P10", "P23"])
def test_a_number_changed_in_the_ledger_or_in_the_lesson_is_found(name):
    """Each quote of three committed rows, with its last digit changed in one place at a time."""
    found = claims.read().rows[name]
    text = quotes.plain(quotes.read_text(LESSONS[found.lesson]))
    for quote in map(quotes.plain, found.quotes):
        wrong = re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit[0]) + 1) % 10), quote)
        ledger = quotes.complaints(found._replace(effect=quotes.plain(found.effect).replace(quote, wrong)), text)
        lesson = quotes.complaints(found, text.replace(quote, wrong))
        assert f"row {name} has the quote {quote!r}, which does not stand in its effect" in "\n".join(ledger)
        assert f"{quote!r}, which does not stand in a notebook of lesson {found.lesson}" in "\n".join(lesson)


@pytest.mark.parametrize(
    "effect, quoted, complaint",
    [
        ("379 steps", ["379 steps"], None),
        ("all of 20,001 points", ["20,001 points"], None),
        ("5 seeds", [], None),
        ("379 steps", [], "row G9 says '379' in its effect, and its lesson says it too: put it in quotes"),
        ("it falls in 20 of 60", [], "row G9 says '20 of 60' in its effect"),
        ("379 steps", ["79 steps"], "row G9 has the quote '79 steps', which does not stand in its effect"),
        ("379 steps, 380 steps", ["379", "380 steps"], "'380 steps', which does not stand in a notebook of lesson 01"),
        ("0.59 of them", ["0.59"], "'0.59', which does not stand in a notebook"),
        ("379 steps", ["379", "steps"], "row G9 has the quote without a number: 'steps'"),
    ],
)
def test_a_fault_is_named_with_its_row_and_its_place(effect, quoted, complaint):
    found = quotes.complaints(row(effect, *quoted), PAGE)
    assert found == [] if complaint is None else any(complaint in each for each in found)


def test_a_row_without_quotes_is_told_which_it_needs():
    unread = row("379 steps")._replace(quotes=None)
    (found,) = quotes.complaints(unread, PAGE)
    assert found.startswith("row G9 has no quotes") and found.endswith("numbers in both: ['379']")


@pytest.mark.parametrize(
    "words, numbers",
    [
        ("5 of 5 seeds, 0.1 and 2,000 entries, width 4096, loss 1e-14", []),
        ("0.403, 0.910 and 8,970; +0.5 to +1.0", ["0.403", "0.910", "8970"]),
        ("0.5 to 1.0, 1 of 180, 2.4 to 30 times", ["0.5 to 1.0", "1 of 180", "2.4 to 30"]),
        ("0.004 to 0.007", []),
    ],
)
def test_only_numbers_that_are_seldom_there_by_chance_must_be_quoted(words, numbers):
    assert quotes.telling(quotes.plain(words)) == numbers


def test_a_lesson_says_its_words_and_outputs_but_the_table_of_the_ledger_does_not_count(tmp_path):
    cells = [
        {"source": ["It takes ", "379 steps."]},
        {"source": "print(f)", "outputs": [{"text": ["f = 0.403\n"]}, {"data": {"text/plain": ["1.25"]}}]},
        {"source": 'claims.show("01")', "outputs": [{"data": {"text/plain": ["20 of 60"]}}]},
    ]
    path = tmp_path / "01_a.ipynb"
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    said = quotes.read_text([path])
    assert all(number in said for number in ("379 steps", "0.403", "1.25")) and "20 of 60" not in said
