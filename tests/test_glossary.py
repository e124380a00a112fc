"""The page docs/glossary.md, and every lesson's line *In the literature*, which is held to it.

A rule is a function from the page, or from a lesson and the page, to complaints. Each is tried on
a text with the fault and on its honest neighbor, then on what is in the repository.
"""

import json
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from optcourse.lessons import course

ROOT = Path(__file__).resolve().parent.parent
PAGE = "docs/glossary.md"
HEADER = ["Our word", "In the literature", "简体中文", "繁體中文", "one line"]
FORM = "*In the literature:* our word = the field's word; our word = the field's word."

FEWEST_TERMS = 80
MOST_WORDS = 15
CHINESE = re.compile(r"[\u4e00-\u9fff]")

# Characters that tell one script from the other, in pairs: simplified, then traditional.
PAIRS = "学學 习習 动動 点點 优優 阵陣 数數 权權 标標 机機 适適 应應 网網 导導 损損 误誤 练練 体體"
SIMPLIFIED, TRADITIONAL = (set(script) for script in zip(*PAIRS.split()))

# A line of the form, or one that means to be: quoted, in a list, bold, or a heading.
START = r"^[>\s#*_-]*In the literature(?:[.:*_]+|\s*$)"
# It goes on where it ends in ; or ·
LINE = re.compile(START + r"((?:.*[;·]\s*\n)*.*)$", re.MULTILINE | re.IGNORECASE)
ABBREVIATION = re.compile(r"\s*\(([^()]*)\)")


class Term(NamedTuple):
    ours: str
    literature: str
    simplified: str
    traditional: str
    line: str


# --- Reading


def rows(text: str) -> list[list[str]]:
    """The cells of every row of every table, headers and rulers aside."""
    lines = [line.strip() for line in text.splitlines()]
    inside = [line[1:].removesuffix("|") for line in lines if line.startswith("|")]
    cells = [[cell.strip() for cell in line.split("|")] for line in inside]
    return [row for row in cells if row != HEADER and not re.fullmatch("[-:]+", "".join(row))]


def glossary(text: str) -> list[Term]:
    """One term a row; a cell that is missing is empty."""
    return [Term(*(row + [""] * len(HEADER))[: len(HEADER)]) for row in rows(text)]


def names(cell: str) -> set[str]:
    """The synonyms in a cell, each with and without its abbreviation, and the abbreviations."""
    found = set()
    for synonym in cell.casefold().split(" · "):
        found |= {synonym.strip(), ABBREVIATION.sub("", synonym).strip()}
        found |= {abbreviation.strip() for abbreviation in ABBREVIATION.findall(synonym)}
    return found - {""}


def literature_lines(markdown: str) -> list[tuple[str, str]]:
    """(our word, the field's word) of each pair; what is no pair has an empty second word."""
    pairs = []
    for line in LINE.findall(markdown):
        pieces = [piece.strip(" \n.>*_") for piece in re.split(r";|\s·\s", line)]
        pairs += [piece.partition("=") for piece in pieces if piece] or [("", "", "")]
    return [(ours.strip(), theirs.strip()) for ours, _, theirs in pairs]


def lessons(root: Path = ROOT) -> dict[str, str]:
    """The markdown of every lesson, the deeper ones among them."""
    found = {}
    for path in course.notebooks(root / "notebooks"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        prose = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
        found[path.relative_to(root).as_posix()] = "\n\n".join(prose)
    return found


# --- The rules of the page


def incomplete_rows(text):
    for row in rows(text):
        if len(row) != len(HEADER) or not all(row):
            yield f"{row[0] or row}: {len(HEADER)} cells, none of them empty"


def repeated_terms(text):
    count = Counter(name for term in glossary(text) for name in names(term.ours))
    for name in sorted(name for name in count if count[name] > 1):
        yield f"{name}: explained {count[name]} times; keep one row"


def cells_without_chinese(text):
    for term in glossary(text):
        for cell in (term.simplified, term.traditional):
            if not CHINESE.search(cell):
                yield f"{term.ours}: {cell or 'an empty cell'} is not Chinese"


def characters_of_the_other_script(text):
    """GB 2312 lacks the traditional ones and Big5 the simplified, but for a few: hence PAIRS."""
    for term in glossary(text):
        yield from strangers(term.ours, term.simplified, TRADITIONAL, "gb2312")
        yield from strangers(term.ours, term.traditional, SIMPLIFIED, "big5")


def strangers(name, cell, others, encoding):
    for character in CHINESE.findall(cell):
        if character in others or not character.encode(encoding, errors="ignore"):
            yield f"{name}: {character} in {cell} belongs to the other script"


def long_lines(text):
    for term in glossary(text):
        if len(term.line.split()) > MOST_WORDS:
            yield f"{term.ours}: say it in {MOST_WORDS} words: {term.line}"


# --- The rule of a lesson


def complaints(lesson, markdown, terms):
    """What a lesson says about the field's words and the page does not."""
    for ours, theirs in literature_lines(markdown):
        found = [term for term in terms if names(ours) <= names(term.ours)]
        if not ours or not theirs:
            yield f"{lesson}: '{ours or theirs}' is no pair; write {FORM}"
        elif not found:
            yield f"{lesson}: '{ours}' has no row in {PAGE}; add one that names '{theirs}'"
        elif not any(names(theirs) <= names(term.literature) for term in found):
            there = f"'{ours}' is not '{theirs}' in {PAGE} but '{found[0].literature}'"
            yield f"{lesson}: {there}; take one of these, or add yours to that cell"


# --- Each rule on a fault, and on its honest neighbor

MEAN = "| running mean | exponential moving average (EMA) | 指数移动平均 | 指數移動平均 | A |"
BIAS = "| correction of the start | bias correction | 偏差修正 | 偏差校正 | Divides it out. |"
PLAIN = f"# Glossary\n\n| {' | '.join(HEADER)} |\n|---|---|:-:|---|---|\n{MEAN}\n{BIAS}\n"


def row(ours="a", literature="b", simplified="动量", traditional="動量", line="A word."):
    return f"| {ours} | {literature} | {simplified} | {traditional} | {line} |"


other_script = characters_of_the_other_script
FAULTS = [
    (incomplete_rows, "| batch | mini-batch | 小批量 | 小批次 |", row("batch")),
    (incomplete_rows, "| a | b | 小批量 | 小批次 | A | part. |", "A line | that is no row |"),
    (incomplete_rows, row(literature=""), row(literature="-")),
    (incomplete_rows, "| | | | | |", "|:---|---|---|---|---|"),
    (repeated_terms, MEAN, row("mean")),
    (repeated_terms, row("mean · Running mean"), row("mean · average")),
    (repeated_terms, row("running mean (RM)"), row("walking mean (RM)")),
    (cells_without_chinese, row(simplified="Adam"), row(simplified="Adam 优化器")),
    (cells_without_chinese, row(traditional="momentum"), row()),
    (other_script, row(simplified="學习率"), row(simplified="学习率")),
    (other_script, row(traditional="矩阵"), row(traditional="矩陣")),
    (other_script, row(traditional="鞍点"), row(traditional="鞍點")),
    (other_script, row(simplified="網络"), row(simplified="网络")),
    (other_script, row(traditional="随機"), row(traditional="隨機")),  # not among the pairs
    (other_script, row(traditional="隨机"), row(traditional="隨機")),  # in Big5
    (long_lines, row(line="word " * 16), row(line="word " * 15)),
]


@pytest.mark.parametrize("rule, fault, honest", FAULTS)
def test_a_rule_of_the_page_finds_its_fault_and_spares_its_neighbor(rule, fault, honest):
    assert list(rule(f"{PLAIN}{fault}\n"))
    assert not list(rule(f"{PLAIN}{honest}\n"))


def test_a_page_is_read_row_by_row():
    assert glossary(PLAIN)[0] == Term(
        ours="running mean",
        literature="exponential moving average (EMA)",
        simplified="指数移动平均",
        traditional="指數移動平均",
        line="A",
    )
    assert len(glossary(PLAIN)) == 2


HONEST = "running mean = exponential moving average (EMA)"
SECOND = "correction of the start = bias correction"
LINES = [
    f"*In the literature:* {HONEST}; {SECOND}.",
    f"*In the literature:* {HONEST} · {SECOND}.",
    f"*In the literature:* {HONEST};\n{SECOND}.",
    f"Adam is usual.\n*In the literature:* {HONEST}; {SECOND}.\nSo far.",
    f"> **In the literature.** {HONEST}; {SECOND}",
    f"- *in the literature: {HONEST}; {SECOND}*",
    f"*In the literature:* {HONEST}.\n\n*In the literature:* {SECOND}.",
]


@pytest.mark.parametrize("markdown", LINES)
def test_the_pairs_of_a_line_are_read_in_whatever_form_it_has(markdown):
    mean, start = literature_lines(markdown)
    assert mean == ("running mean", "exponential moving average (EMA)")
    assert start == ("correction of the start", "bias correction")


def test_prose_that_mentions_the_literature_is_no_line():
    assert not literature_lines("In the literature a = b is common.\nOne more *In the literature:*")


# What a lesson says, what is said of it, and what the lesson may say instead.
LESSON_FAULTS = [
    ("moving mean = exponential moving average", "'moving mean' has no row", HONEST),
    ("bias correction = correction of the start", "'bias correction' has no row", HONEST),
    (f"{HONEST}; start = bias correction", "'start' has no row", f"{HONEST} · {HONEST}"),
    ("running mean = bias correction", "not 'bias correction'", "Running mean = EMA"),
    ("running mean = mean (EMA)", "not 'mean (EMA)'", "running mean = exponential moving average"),
    ("running mean = exponential moving average (EMB)", "average (EMB)' in", HONEST.upper()),
    ("running mean is exponential moving average", "is no pair", HONEST),
    ("running mean =", "'running mean' is no pair", HONEST),
    ("= bias correction", "'bias correction' is no pair", HONEST),
    ("", "'' is no pair", HONEST),
]
REMEDIES = ["write *In the literature:*", "add one that names '", "or add yours"]


@pytest.mark.parametrize("fault, said, honest", LESSON_FAULTS)
def test_a_wrong_pair_is_told_with_its_lesson_its_word_and_a_remedy(fault, said, honest):
    terms = glossary(PLAIN)
    (complaint,) = complaints("04_adam.ipynb", f"Prose.\n\n*In the literature:* {fault}.\n", terms)
    assert complaint.startswith("04_adam.ipynb: ")
    assert said in complaint
    assert any(remedy in complaint for remedy in REMEDIES)
    assert not list(complaints("04_adam.ipynb", f"*In the literature:* {honest}.", terms))


@pytest.mark.parametrize("path", ["notebooks/04_adam.ipynb", "notebooks/deeper/04_decay.ipynb"])
def test_a_fault_planted_in_a_notebook_is_found_in_its_prose_alone(tmp_path, path):
    code = {"cell_type": "code", "source": ["*In the literature:* code = no prose"]}
    prose = {"cell_type": "markdown", "source": ["Prose.\n", "*In the literature:* a = b."]}
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text(json.dumps({"cells": [code, prose]}), encoding="utf-8")
    texts = lessons(tmp_path)
    assert list(texts) == [path]
    (complaint,) = complaints(path, texts[path], glossary(PLAIN))
    assert complaint.startswith(f"{path}: 'a' has no row")


# --- The page and the lessons as they are


def page() -> str:
    return (ROOT / PAGE).read_text(encoding="utf-8")


RULES = list(dict.fromkeys(rule for rule, *_ in FAULTS))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_page_obeys_the_rule(rule):
    found = list(rule(page()))
    assert not found, "\n" + "\n".join(found)


def test_the_page_has_many_terms():
    assert len(glossary(page())) >= FEWEST_TERMS


def test_every_line_in_the_literature_is_on_the_page():
    terms, texts = glossary(page()), lessons()
    assert len(texts) >= 9
    found = [text for name, markdown in texts.items() for text in complaints(name, markdown, terms)]
    assert not found, "\n" + "\n".join(found)
