"""Your turn: what a reader sees, wrong fillings of every blank, and the solution that unfolds in its lesson."""

import ast
import importlib
import re
import subprocess
import sys
from pathlib import Path

import jupytext
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from optcourse.homework import blanks
from optcourse.homework.exercise import examine
from optcourse.homework.feedback import PUBLIC_SEED, Message, NotRight, Right
from optcourse.homework.your_turn import attempt
from optcourse.lessons import course, form, writer
from optcourse.lessons.reading import FENCE
from optcourse.lessons.size import blank_cells

ROOT = Path(__file__).resolve().parents[2]
NAME = "start_here.largest_rate"
SEEDS = [PUBLIC_SEED, 20260]  # the one that a reader meets, and another


# --- What a reader sees


def only_dots(curvature): ...


def documented(curvature):
    """The rate at which gradient descent stops converging."""
    ...


def passes(curvature):
    pass


def raises(curvature):
    raise NotImplementedError("write it")


@pytest.mark.parametrize("function", [only_dots, documented, passes, raises], ids=lambda function: function.__name__)
def test_an_open_blank_says_so_without_an_error(function):
    message = attempt(NAME, function)
    assert type(message) is Message
    assert repr(message) == "○ largest_rate: not begun. Put your own lines in place of `...`, and run this cell again."
    assert form.OPEN in repr(message)  # what the rule of a lesson's form looks for
    assert "not begun" in message._repr_mimebundle_()["text/html"]


def test_a_wrong_filling_raises_with_the_property_a_case_and_a_hint():
    with pytest.raises(NotRight) as error:
        attempt(NAME, lambda curvature: 1 / curvature)
    lines = str(error.value).splitlines()
    assert lines[0] == "✗ largest_rate: 1 of 2 properties, 4 of 8 cases."
    assert lines[2] == "This does not hold yet: with a rate 1 % above it gradient descent diverges."
    assert re.fullmatch(r" +largest_rate\(\S+\)", lines[3]) and "gave " in lines[4]
    assert lines[-1] == "Hint: A step multiplies w by 1 - η λ: where is that -1?"
    assert "Points" not in str(error.value)


def test_a_right_filling_says_so_and_leaves_no_receipt():
    message = attempt(NAME, lambda curvature: 2 / curvature)
    assert type(message) is Right
    assert repr(message).startswith("✓ largest_rate: 2 of 2 properties, 8 of 8 cases.\nThe edge is 2 / λ")
    assert set(message._repr_mimebundle_()) == {"text/plain", "text/html"}


def test_a_forgotten_return_is_no_open_blank():
    def forgets(curvature):
        rate = 2 / curvature  # noqa: F841

    with pytest.raises(NotRight, match=r"returned nothing \(None\): end it with `return`"):
        attempt(NAME, forgets)


def test_what_is_no_function_and_what_stops_is_told(unchecked):
    with pytest.raises(NotRight, match="run the cell that defines the function again"):
        attempt(NAME, 0.5)
    with pytest.raises(NotRight, match="stopped with ZeroDivisionError"):
        attempt(NAME, lambda curvature: 1 / 0)


def test_a_lesson_does_not_wait_for_what_only_files_need():
    script = "import sys; from optcourse.homework.your_turn import attempt; sys.exit('nbformat' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT).returncode == 0


def test_an_unknown_blank_names_those_there_are():
    for name in ("start_here.edge", "flood.flooded", "flooding"):
        known = f"no blank is called '{name}'; there are .*flooding.flooded, .*start_here"
        with pytest.raises(ValueError, match=known):
            attempt(name, only_dots)


# --- Every blank: right is right, wrong is wrong, and no property is there in vain


def fillings(name):
    """(property to its own wrong filling, the others) for a blank."""
    topic, _, function = name.partition(".")
    module = importlib.import_module(f"wrong_fillings.{topic}")
    return module.ALONE[function], module.ALSO[function]


def lost(name, function, seed=PUBLIC_SEED):
    """The properties that do not hold in every case, with the cases in which they do."""
    blank = blanks.find(name)
    pairs = zip(blank.properties, examine(blank, function, seed))
    return {claim.name: finding.correct for claim, finding in pairs if not finding.holds}


every_blank = pytest.mark.parametrize("name", blanks.names())


@every_blank
@pytest.mark.parametrize("seed", SEEDS)
def test_the_solution_has_every_property_and_a_property_alone_rejects_its_own_filling(name, seed):
    alone, _ = fillings(name)
    assert set(alone) == {claim.name for claim in blanks.find(name).properties}
    assert lost(name, blanks.find(name).solution, seed) == {}
    for claim, wrong in alone.items():
        assert lost(name, wrong, seed) == {claim: 0}, f"{claim}: rejected by it alone, in every case"


@every_blank
def test_three_or_more_wrong_fillings_are_rejected_with_a_hint(name):
    alone, also = fillings(name)
    assert len(alone) + len(also) >= 3
    for wrong in (*alone.values(), *also):
        with pytest.raises(NotRight, match=r"This does not hold yet: .*[^.]\.\n(.*\n)*Hint: .*[.!?]"):
            attempt(name, wrong)


@every_blank
def test_a_blank_has_the_name_of_its_function_and_no_points(name):
    blank = blanks.find(name)
    assert name.partition(".")[2] == blank.name == blank.solution.__name__ and blank.points == 0


# --- Every lesson: its blank is open and runs alone, and the solution that unfolds is right


def faults(notebook):
    """What is wrong with the blanks of a notebook, one sentence each; each cell with one is run by itself."""
    found = []
    for number, cell in blank_cells(notebook):
        names = {}
        exec(cell.source, names)
        name, function = call_of_attempt(cell.source)
        if not told(name, names[function]).startswith("○"):
            found.append(f"the blank of cell {number} is not left open")
        exec(unfolding_solution(notebook.cells[number:]), names)
        if not (message := told(name, names[function])).startswith("✓"):
            found.append(f"the solution below cell {number} is not right: {message}")
    return found


def told(name, function):
    try:
        return repr(attempt(name, function))
    except NotRight as error:
        return str(error)


def call_of_attempt(source):
    """(name of the blank, name of the function) in the cell's call."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    (call,) = [call for call in calls if getattr(call.func, "id", "") == "attempt"]
    return call.args[0].value, call.args[1].id


def unfolding_solution(cells):
    """The code of the first solution that unfolds in these cells; "" where there is none."""
    prose = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    block = FENCE.search(prose.partition("<summary>Solution</summary>")[2])
    return "\n".join(block[0].splitlines()[1:-1]) if block else ""


# Lesson 09 will ask for this.
OPEN = """from optcourse.homework.your_turn import attempt


def flooded(loss, level, w):
    \"""|L - b| + b and its gradient at w.\"""
    ...


attempt("flooding.flooded", flooded)"""
SOLUTION = """import jax
import jax.numpy as jnp


def flooded(loss, level, w):
    value, gradient = jax.value_and_grad(loss)(w)
    return jnp.abs(value - level) + level, jnp.sign(value - level) * gradient"""
BY_GRADIENT_OF_THE_WHOLE = """import jax
import jax.numpy as jnp


def flooded(loss, level, w):
    return jax.value_and_grad(lambda w: jnp.abs(loss(w) - level) + level)(w)"""


def lesson(cell=OPEN, solution=SOLUTION):
    fold = f"<details><summary>Solution</summary>\n\n```python\n{solution}\n```\n\n</details>"
    text = "<details><summary>Hint</summary>Which side?</details>\n\n"
    return new_notebook(cells=[new_markdown_cell("# 09"), new_code_cell(cell), new_markdown_cell(text + fold)])


@pytest.mark.parametrize("solution", [SOLUTION, BY_GRADIENT_OF_THE_WHOLE], ids=["by its sign", "as a whole"])
def test_the_blank_of_a_lesson_is_open_and_its_solution_is_right(solution):
    assert faults(lesson(solution=solution)) == []


@pytest.mark.parametrize(
    "notebook, fault",
    [
        (
            lesson(cell=SOLUTION + "\n\n\n" + OPEN.splitlines()[0] + "\n" + OPEN.splitlines()[-1]),
            "cell 2 is not left open",
        ),
        (lesson(solution=SOLUTION.replace("* gradient", "+ gradient")), "below cell 2 is not right: ✗ flooded: 1 of 3"),
        (lesson(solution=""), "below cell 2 is not right: ○ flooded: not begun"),
    ],
)
def test_a_blank_that_is_filled_and_a_solution_that_is_wrong_or_missing_are_found(notebook, fault):
    (found,) = faults(notebook)
    assert fault in found


def test_every_blank_of_the_lessons_is_open_and_its_solution_is_right():
    skeleton = jupytext.read(ROOT / "docs" / "skeletons" / "lesson.py", fmt="py:percent")
    assert len(blank_cells(skeleton)) == 1 and faults(skeleton) == []
    for path in course.notebooks(ROOT / "notebooks"):
        assert faults(writer.read(path)) == [], path.name
