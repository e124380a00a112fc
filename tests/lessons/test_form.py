"""The form of a lesson: a good core and a good deeper notebook pass, and each planted fault is told in one sentence."""

import re

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, writes

from optcourse.lessons import form, rules
from optcourse.lessons.canonical import WIDGET_VIEW
from optcourse.lessons.size import minutes, size

FOLD = "<details><summary>{}</summary>Where is the sign?</details>"
PARTS = {
    "The question": "# Flooding\n\n## The question\n\n**Time:** 50 minutes.\n\n" + "word " * 400,
    "Predict": "## Predict",
    "Play": "## Play\n\nDrag the level.\n<!-- The cell\nof an explorer\nimports.\n-->\n\nFind the edge.",
    "The mathematics": "## The mathematics\n\n" + "\n".join(rf"$$w_{n} \tag{{9.{n}}}$$" for n in (1,)),
    "The code": "## The code",
    "Your turn": "## Your turn",
    "Evidence": "\n".join(map(FOLD.format, ("Hint", "Solution")))
    + "\n\n## Evidence: five seeds\n\nWith $F1$, F0 or P46.",
    "What to remember": "## What to remember",
    "Check yourself": "## Check yourself",
}


def explorer():
    return new_output("display_data", data={"image/png": "aaaa"}, metadata={"optcourse": "explorer"})


def shows(words):
    return new_output("execute_result", data={"text/plain": words})


QUESTION = new_output("display_data", data={"text/html": "<p>Why?</p>"}, metadata={"optcourse": "question"})
WIDGET = new_output("display_data", data={WIDGET_VIEW: {"model_id": "0" * 32}, "image/png": "aaaa"})
FIGURE = new_output("display_data", data={"image/png": "aaaa"})
CODE = {
    "Predict": ("ask('flooding.cancel')", QUESTION),
    "Play": ("explore.level()", explorer()),
    "The code": ("\n".join(f"w{n} = {n}  # step" for n in range(10)), None),
    "Your turn": ("def flood(loss): ...\n\n\nattempt('flooding.flood', flood)", shows("○ flood: not begun.")),
    "Evidence": ("explore.labels()", WIDGET),
    "What to remember": ("draw.grid()", FIGURE),
    "Check yourself": ("ask('flooding.level')", QUESTION),
}


def core():
    """A core that keeps every rule; its cells are found by their section."""
    notebook = new_notebook()
    for section, words in PARTS.items():
        notebook.cells.append(new_markdown_cell(words))
        if section in CODE:
            source, output = CODE[section]
            notebook.cells.append(new_code_cell(source, outputs=[output] if output else []))
    return notebook


def deeper():
    text = "# Two rates\n\n## The question\n\n**Time:** 20 minutes.\n\nIn F17, " + "word " * 1000
    return new_notebook(cells=[new_markdown_cell(text), new_code_cell("x = 1\n" * 30)])


GOOD = {"core": core, "deeper": deeper}


def told(kind, notebook):
    return [complaint for rule in form.RULES[kind] for complaint in rule(notebook)]


def test_a_good_core_and_a_good_deeper_notebook_have_no_complaints():
    assert told("core", core()) == told("deeper", deeper()) == []
    assert 45 < minutes(size(core())) < 60 and 18 < minutes(size(deeper())) < 22


def words(old, new):
    """A fault planted by a change of words in the one markdown cell that has the old ones."""

    def plant(notebook):
        (found,) = [each for each in notebook.cells if each.cell_type == "markdown" and old in each.source]
        found.source = found.source.replace(old, new, 1)

    return plant


def more(source="x = 1", *outputs):
    """A fault planted by one more cell at the end."""
    return lambda notebook: notebook.cells.append(new_code_cell(source, outputs=list(outputs)))


def without(section):
    """A fault planted by a cell of code that is gone."""

    def plant(notebook):
        notebook.cells = [cell for cell in notebook.cells if cell.source != CODE[section][0]]

    return plant


def already_written(notebook):
    """A blank that is committed with its solution in it."""
    (cell,) = [cell for cell in notebook.cells if cell.source == CODE["Your turn"][0]]
    cell.outputs = [shows("✓ flood: right.")]


BLOCK = "```python\n" + "x = 1\n" * 70 + "```"
FAULTS = [
    ("core", words("## Your turn", "## Exercise"), "there is no section 'Your turn'"),
    ("core", words("## Evidence", "## In a real network\n## Evidence"), "section 'Evidence' comes after 'In a real"),
    (
        "core",
        words("## Predict", "## Predict\n" + "word " * 1101),
        ("there are 1,5.. words of prose: 1,500 at most; move", "by the rule it takes 65"),
    ),
    ("core", more("x = 1\n" * 70), "there are 87 lines of code: 80 at most"),
    ("core", words("## The code", BLOCK), "there are 87 lines of code: 80 at most"),
    (
        "core",
        words("9.1}$$", "9.1}" + "".join(rf" \tag{{9.{n}}}" for n in range(2, 9)) + "$$"),
        ("there are 8 numbered equations: 7 at most", "by the rule it takes 61"),
    ),
    ("core", more("draw.more()", *[FIGURE] * 5), "there are 8 figures: 7 at most"),
    ("core", words("## The code", "![A bowl](a.png)" * 5), "there are 8 figures: 7 at most"),
    ("core", without("Evidence"), "there are 1 explorers: have 2 or 3"),
    ("core", more("explore.more()", *[WIDGET] * 2), "there are 4 explorers: have 2 or 3"),
    ("core", words("Find the", "a\n\n" * 4 + "Find the"), "there are 6 lines between Play and its explorer: 5 at most"),
    ("core", words("**Time:** 50", "About 50"), "it does not say how long it takes: write"),
    ("core", words("Time:** 50", "Time:** 44"), "it claims 44 minutes: stay between 45 and 75"),
    ("core", words("Time:** 50", "Time:** 55"), r"it claims 55 minutes without a place to stop \(50 at most\): mark"),
    (
        "core",
        words("Time:** 50", "Time:** 75"),
        ("75 minutes, and by the rule it takes 47: claim 40 to 56", "place to stop"),
    ),
    ("core", words("## Evidence", "By F17, it does.\n## Evidence"), "cell 11 names F17 of the ledger: say it in plain"),
    ("core", words("## Evidence", "It does (`F17`).\n## Evidence"), "cell 11 names F17 of the ledger"),
    ("core", more("F1 = 2\nx = 1  # as F21 says"), "cell 17 names F21 of the ledger"),
    ("core", more("claims.show('09')"), "cell 17 names claims.show of the ledger"),
    ("core", without("Your turn"), ("by the rule it takes 17", "there are 0 cells with a blank")),
    ("core", more("attempt('flooding.more', more)"), ("by the rule it takes 77", "there are 2 cells")),
    ("core", already_written, "cell 10 has a blank and does not say 'not begun': leave"),
    ("core", words("<summary>Hint", "<summary>Help"), "no hint unfolds below the blank"),
    ("core", words("<summary>Solution", "<summary>Help"), "no solution unfolds below the blank"),
    ("deeper", words("## The question", "## A question"), "there is no section 'The question'"),
    ("deeper", words("In F17", "word " * 100), "there are 1,1.. words of prose: 1,100 at most; cut"),
    ("deeper", more("x = 1\n" * 31), "there are 61 lines of code: 60 at most"),
    ("deeper", words("Time:** 20", "Time:** 50"), ("it claims 50 minutes: stay between 0 and 45", "claims 50")),
    ("deeper", words("Time:** 20", "Time:** 30"), "it claims 30 minutes, and by the rule it takes 20: claim 17 to 23"),
    ("deeper", words("Time:** 20", "Time:** 15"), "it claims 15 minutes, and by the rule it takes 20"),
]


def planted(kind, plant):
    notebook = GOOD[kind]()
    plant(notebook)
    return notebook


@pytest.mark.parametrize("kind, plant, sentences", FAULTS, ids=range(len(FAULTS)))
def test_a_fault_is_told_with_its_number_and_the_limit(kind, plant, sentences):
    found = told(kind, planted(kind, plant))
    expected = [sentences] if isinstance(sentences, str) else sentences
    assert len(found) == len(expected), found
    assert all(re.search(sentence, complaint) for sentence, complaint in zip(expected, found)), found


@pytest.mark.parametrize("kind, rule", [(kind, rule) for kind in GOOD for rule in form.RULES[kind]])
def test_every_rule_has_a_fault_that_it_tells(kind, rule):
    assert any(rule(planted(kind, plant)) for of_kind, plant, _ in FAULTS if of_kind == kind)


def test_a_core_may_take_more_than_50_minutes_with_a_place_to_stop():
    notebook = planted("core", words("Time:** 50", "Time:** 55"))
    words("## Evidence", "> **A good place to stop.**\n> The rest is measured.\n\n## Evidence")(notebook)
    assert told("core", notebook) == []


def test_some_sections_stand_only_where_they_fit():
    notebook = planted("core", words("## The code", ""))
    words("## What to remember", "## In a real network\n## What to remember")(notebook)
    words("## Check yourself", "## Check yourself\n## Deeper: two rates")(notebook)
    assert form.has_the_sections(notebook) == []


# --- Which form a notebook has


@pytest.mark.parametrize(
    "path, kind",
    [
        ("notebooks/00_start_here.ipynb", "map"),
        ("notebooks/08_tunable_tradeoffs.ipynb", "core"),
        ("notebooks/09_flooding.ipynb", "core"),
        ("notebooks/deeper/09_two_rates.ipynb", "deeper"),
        ("notebooks/deeper/03_nesterov.ipynb", "deeper"),
        ("notebooks/notes.ipynb", ""),
    ],
)
def test_the_form_follows_from_the_place_and_the_number(path, kind):
    assert form.form(path) == kind


@pytest.mark.parametrize("name, section", [("09_flooding", "Your turn"), ("deeper/09_far", "The question")])
def test_a_file_is_held_to_the_rules_of_its_form(tmp_path, name, section):
    path = tmp_path / f"{name}.ipynb"
    path.parent.mkdir(exist_ok=True)
    path.write_text(writes(new_notebook(cells=[new_markdown_cell("# Title")])), encoding="utf-8")
    found = rules.complaints(path)
    assert any(f"no section {section!r}" in complaint for complaint in found)
    assert not any("'When it fails'" in complaint for complaint in found)


# --- Equations of a lesson and its deeper notebooks


def tagged(*tags):
    return new_notebook(cells=[new_markdown_cell("".join(rf"$$w \tag{{{tag}}}$$" for tag in tags))])


@pytest.mark.parametrize(
    "tags, complaint",
    [
        ([["9.1", "9.2"], ["9.4"], [], ["9.3"]], ""),
        ([[], ["9.1"]], ""),
        ([["9.1", "9.3"]], "equation (9.3) stands where (9.2) comes next: count"),
        ([["9.1"], ["9.3"]], "equation (9.3) stands where (9.2)"),
        ([["9.1"], ["9.2", "9.3"], ["9.3"]], "equation (9.3) stands where (9.4)"),
        ([["10.1"]], "equation (10.1) stands where (9.1)"),
    ],
)
def test_equations_go_on_counting_where_the_core_stopped(tags, complaint):
    found = form.equations_count_on("09", [tagged(*each) for each in tags])
    assert found == [] if not complaint else found[0].startswith(complaint)
