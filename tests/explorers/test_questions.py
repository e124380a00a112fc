"""Questions: each entry is well made, its answer is right, and it can be read where no script runs."""

import json
import math
import re

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from optcourse import flooding, kernel_regression, kernels, taylor
from optcourse.explorers import questions
from optcourse.lessons.canonical import canonical, shows

ENTRIES = {f"{topic}.{key}": entry for topic, asked in questions.entries().items() for key, entry in asked.items()}


@pytest.mark.parametrize("name", ENTRIES)
def test_every_question_is_complete(name):
    entry = ENTRIES[name]
    question = questions.ask(name)
    assert entry["question"].endswith("?") and entry["because"].endswith(".")
    assert "$" not in entry["question"] + entry["because"] + "".join(entry.get("options", []))
    if entry["kind"] == "number":
        assert not question.options and question.hints
    else:
        assert question.options[int(question.answer)] == entry["answer"]
    assert entry["kind"] == "predict" or question.hints


def test_no_two_questions_have_the_same_words_for_answers_are_kept_by_them():
    assert len({entry["question"] for entry in ENTRIES.values()}) == len(ENTRIES) > 60


@pytest.fixture(scope="module")
def handed_out():
    """The HTML of a question in a file that is handed out."""
    data, metadata = questions.ask("critical_points.undecided")._repr_mimebundle_()
    cell = new_code_cell(outputs=[new_output("display_data", data=data, metadata=metadata)])
    (output,) = canonical(new_notebook(cells=[cell])).cells[0].outputs
    assert shows(output) == "question"
    return output.data["text/html"]


def test_a_question_shows_its_answer_folded_where_no_script_runs(handed_out):
    assert re.search(r"<details><summary>Answer</summary>It cannot be told from this", handed_out)
    assert "<li>A saddle</li>" in handed_out and "Run this cell" in handed_out
    assert "script" not in handed_out and "style" not in handed_out
    data, _ = questions.ask("critical_points.undecided")._repr_mimebundle_()
    assert "4 and 0" in data["text/plain"] and "Along the eigenvector" not in data["text/plain"]


def test_the_script_finds_the_words_of_the_question():
    data, _ = questions.ask("critical_points.undecided")._repr_mimebundle_()
    words = re.search(r'<script type="application/json">(.*?)</script>', data["text/html"])[1]
    assert json.loads(words) == json.loads(json.dumps(questions.ask("critical_points.undecided")._asdict()))
    assert data["text/html"].count("</script>") == 2  # none in the words, none in the code


def test_an_unknown_question_lists_those_there_are():
    with pytest.raises(ValueError, match=r"no question 'start_here.no'; there are start_here.larger_rates"):
        questions.ask("start_here.no")


def test_an_answer_that_is_no_option_is_refused():
    entry = {"kind": "check", "question": "Why?", "options": ["a", "b"], "answer": "c", "because": "So."}
    with pytest.raises(ValueError, match="it must be one of the distinct"):
        questions.make(entry)


def test_markup_in_a_question_stays_text():
    entry = {"kind": "number", "question": "<b>1</b> < 2?", "answer": 1, "because": "a < b."}
    assert "<b>" not in questions.make(entry)._repr_mimebundle_()[0]["text/html"]


def test_a_kind_that_is_none_is_refused():
    with pytest.raises(ValueError, match="kind 'guess' of 'Why\\?'"):
        questions.make({"kind": "guess", "question": "Why?", "answer": 1, "because": "So."})


# The numbers that the questions give as right, computed.


def test_the_edge_of_stability_of_lesson_00_is_2_over_3():
    assert math.isclose(ENTRIES["start_here.edge"]["answer"], 2 / 3, rel_tol=1e-3)


def test_the_predicted_loss_is_what_the_package_predicts():
    way = taylor.EscapeDirection(np.float32(1.0), np.float32(-8.0), np.array([1.0, 0.0], np.float32))
    assert math.isclose(way.predict(0.1), ENTRIES["critical_points.predicted_loss"]["answer"], rel_tol=1e-6)


def test_the_wait_for_a_hundred_times_closer_follows_the_law():
    from optcourse.experiments.critical_points import escape

    steps = math.log(100) / math.log(float(escape.growth_factor(0.1, eigenvalue=-1.0)))
    assert math.isclose(steps, ENTRIES["critical_points.hundred_times_closer"]["answer"], rel_tol=0.01)


def test_the_answers_on_flooding_are_what_the_package_does():
    loss = lambda w: 0.15 + 3 * (w - 2)
    flooded_step = 2 - 0.1 * float(jax.grad(flooding.flood(loss, 0.2))(2.0))
    assert math.isclose(flooded_step, ENTRIES["flooding.one_step"]["answer"], rel_tol=1e-6)
    pair = flooding.descend_ascend(lambda w: 2 * w**2, 1.0, 0.05)
    assert math.isclose(float(pair), ENTRIES["flooding.remains"]["answer"], rel_tol=1e-6)
    lowest = -0.7 * math.log(0.7) - 0.3 * math.log(0.3 / 9)  # (9.5)
    options = ENTRIES["flooding.which_level"]["options"]
    assert float(ENTRIES["flooding.which_level"]["answer"]) == 1.1 < lowest < float(options[-1])


def test_the_kinds_that_the_questions_ask_for_are_those_of_the_package():
    assert taylor.second_derivative_test(0.0, jnp.array([0.0, 4.0])) == "undecided"
    assert taylor.second_derivative_test(0.0, jnp.array([-1.0, 0.0, 3.0])) == "saddle"


def test_the_answers_on_infinite_width_are_what_the_package_does(float64):
    x = jnp.array([[1.0, 1.0], [1.0, -1.0]])  # of length √2, at a right angle
    answer = lambda key: ENTRIES[f"infinite_width.{key}"]["answer"]
    assert math.isclose(kernels.ntk(x, x, 1)[0, 1], answer("right_angle"), abs_tol=1e-3)
    far = jnp.array([1e6])
    path = kernel_regression.gradient_flow(
        jnp.eye(1), 2 * jnp.eye(1), jnp.ones(1), far, (jnp.array([0.5]), jnp.zeros(1))
    )
    assert math.isclose(path.test[0, 0], answer("one_example"), rel_tol=1e-6)
