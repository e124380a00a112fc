"""How much there is in a lesson, and how long it takes: counts by hand, and what readers took."""

from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from optcourse.lessons.canonical import WIDGET_VIEW
from optcourse.lessons.size import Size, claimed_minutes, minutes, size

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
CLOSE = 0.25  # the rule against the reader, relative; measured: 0.222 at most

# What a reader of a lesson in its old form took to its end, in minutes: one reader of 00 to 04, who gave ranges (the
# middle stands here), and one of 05 to 08. Beside it the size of what they read.
READ = {
    "00": (11, Size(531, 12, 0, 1, 1, 2, 0)),  # 10 to 12
    "01": (87.5, Size(2191, 121, 8, 9, 4, 6, 0)),  # 80 to 95
    "02": (90, Size(2313, 121, 9, 8, 3, 6, 0)),  # 80 to 100
    "03": (125, Size(2842, 147, 13, 7, 2, 7, 0)),  # 110 to 140
    "04": (145, Size(3350, 165, 18, 10, 3, 7, 0)),  # 130 to 160
    "05": (65, Size(2097, 115, 11, 5, 2, 6, 0)),
    "06": (140, Size(2826, 144, 23, 11, 3, 6, 0)),
    "07": (100, Size(3193, 173, 14, 11, 3, 6, 0)),
    "08": (85, Size(2322, 129, 12, 5, 2, 6, 0)),
}
NEW = {
    "trial": (90, Size(1483, 49, 9, 7, 2, 5, 1)),  # a core of lesson 07, on paper; its one reader guessed
    "09": (92, Size(1472, 63, 5, 5, 2, 5, 1)),  # 81 and 103
    "after": (83, Size(1499, 60, 5, 4, 2, 4, 1)),  # 93, 83 and 62: lesson 09, after it was mended
    "one": (33, Size(1008, 60, 5, 3, 0, 0, 0)),  # 34 and 32: its deeper notebook on one penalty
    "fair": (43.5, Size(1100, 55, 2, 3, 0, 0, 0)),  # 44 and 43: the one on a fair test
}


@pytest.mark.parametrize("took, read", [*READ.values(), *NEW.values()], ids=[*READ, *NEW])
def test_the_rule_says_within_a_quarter_what_a_reader_took(took, read):
    assert minutes(read) == pytest.approx(took, rel=CLOSE)


def test_the_docstring_has_the_minutes_of_readers_and_of_the_rule():
    lines = [line.split() for line in minutes.__doc__.splitlines()]
    (shown,) = [words[1:] for words in lines if words[:1] == ["took"]]
    (predicted,) = [words[1:] for words in lines if words[:1] == ["rule"]]
    everyone = [*READ.values(), *NEW.values()]
    assert [int(each) for each in shown] == [int(took) for took, _ in everyone]
    assert [int(each) for each in predicted] == [round(minutes(read)) for _, read in everyone]


PROSE = """# Two words

<!-- not these three -->
A [link here](https://example.org/a_b) is *four* words, $x + y$ one more: e.g. `code`.

$$\\begin{aligned} w &= 1 \\\\ \\end{aligned} \\tag{9.1}$$
$$v = 2$$

| a | table |
|---|---|
| of | four |

![A bowl, seen from above](bowl.png)

<details><summary>Solution</summary>

```python
# the step
x = 1

y = 2
```

</details>

```text
no code
```
"""


def test_each_thing_is_counted_once():
    explorer = {WIDGET_VIEW: {"model_id": "0"}, "image/png": "aaaa"}
    bundles = [explorer, {"image/png": "aaaa"}, {"text/plain": "many words here"}]
    cells = [new_markdown_cell(PROSE)]
    cells += [new_code_cell("# why\nx = 1", outputs=[new_output("display_data", data=data)]) for data in bundles]
    for what, data in {"explorer": {"image/png": "aaaa"}, "question": {"text/html": "<p>Why?</p>"}}.items():
        cells[-1].outputs.append(new_output("display_data", data=data, metadata={"optcourse": what}))
    cells.append(new_code_cell("%time 1\n\ndef step(w): ...\n\nattempt('a.step', step)"))
    # 2 in the title, 11 in the sentence with its formula, 4 in the table, and Solution
    counted = size(new_notebook(cells=cells))
    assert counted == Size(words=18, lines=8, equations=1, figures=4, explorers=2, questions=1, blanks=1)


def test_minutes_add_up():
    assert minutes(Size(600, 30, 2, 3, 1, 4, 1)) == 10 + 3 + 4 + 6 + 30


def test_what_a_lesson_claims_is_read_from_its_line():
    claim = lambda words: claimed_minutes(new_notebook(cells=[new_markdown_cell(words)]))
    assert claim("**You need** lesson 00.\n**Time:** 50 minutes.") == 50
    assert claim("It takes **Time:** 50 minutes.") is None
