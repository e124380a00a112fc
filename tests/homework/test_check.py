"""What a learner sees under a check cell, on an exercise small enough to read: double a number."""

import re
import sys

import numpy as np
import pytest

from optcourse.homework import answers, catalog, check
from optcourse.homework.exercise import Exercise, Property
from optcourse.homework.receipt import RECEIPT, receipts


def exercise(name, points):
    return Exercise(
        name,
        points,
        solution=lambda x: 2 * x,
        properties=(
            Property(
                "sign",
                statement="it has the sign of the number",
                hint="Add, do not subtract.",
                case=lambda random: [(float(random.uniform(1, 2)),)],
                holds=lambda calls, answers, expected: answers[0] > 0,
            ),
            Property(
                "linear",
                statement="ten times the number, ten times the answer",
                hint="No constant.",
                case=lambda random: [(1.0,), (10.0,)],
                holds=lambda calls, answers, expected: np.isclose(answers[1], 10 * answers[0]),
                cases=1,
            ),
        ),
        explanation="Twice is enough.",
    )


@pytest.fixture(autouse=True)
def small_homework(monkeypatch):
    monkeypatch.setattr(catalog, "exercises", lambda number: (exercise("double", 2), exercise("twin", 3)))
    monkeypatch.setattr(check, "_earned_points", {})


def refusal(function, kind=check.NotRight):
    with pytest.raises(kind) as error:
        check.check("01.double", function)
    return str(error.value)


def double(x):
    return 2 * x


def unwritten(x):
    raise NotImplementedError("return twice the number")


def test_a_right_function_gets_a_tick_counts_points_and_what_it_shows():
    words = "✓ double: 2 of 2 properties, 5 of 5 cases. Points so far: 2 of 5.\nTwice is enough."
    assert str(check.check("01.double", double)) == words


def test_what_is_shown_is_the_same_in_text_and_in_html_and_holds_a_receipt():
    shown = check.check("01.double", double)._repr_mimebundle_()
    assert "✓ double" in shown["text/plain"] and "✓ double" in shown["text/html"]
    assert receipts([{"data": shown}]) == {"01.double"} and shown[RECEIPT] == {"exercise": "01.double"}


@pytest.mark.parametrize(
    "outputs", [[], [{"text": "✓ double"}], [{"data": {"text/plain": "✓"}}], [{"data": {RECEIPT: "x"}}]]
)
def test_words_are_no_receipt(outputs):
    assert receipts(outputs) == set()


def test_points_count_once_however_often_a_check_is_run():
    for _ in range(3):
        last = check.check("01.double", double)
    assert "2 of 5" in str(last)
    assert "5 of 5." in str(check.check("01.twin", double))


def test_a_check_that_fails_later_takes_its_points_back():
    check.check("01.double", double)
    assert "Points so far: 0 of 5." in refusal(lambda x: -x)
    assert "Points so far: 3 of 5." in str(check.check("01.twin", double))


def test_before_any_work_nothing_looks_like_success():
    words = refusal(unwritten, check.NotBegun)
    assert words.startswith("○ double: nothing to check yet.") and "✓" not in words and "0 of 5" in words


def test_a_function_that_is_written_in_part_has_begun():
    def positive_only(x):
        if x > 5:
            raise NotImplementedError("later")
        return 2 * x

    assert "1 of 2 properties" in refusal(positive_only)


def test_a_wrong_function_hears_which_property_what_came_what_should_have_and_a_hint():
    words = refusal(lambda x: -2 * x).splitlines()
    assert words[0] == "✗ double: 1 of 2 properties, 1 of 5 cases."
    assert words[2] == "This does not hold yet: it has the sign of the number."
    question, came, expected = words[3:6]
    number = float(question.strip().removeprefix("double(").removesuffix(")"))
    assert float(came.removeprefix("        gave ")) == pytest.approx(-2 * number, rel=1e-2)
    assert float(expected.removeprefix("        expected about ")) == pytest.approx(2 * number, rel=1e-2)
    assert words[6] == "Hint: Add, do not subtract."


def test_of_several_wrong_properties_one_is_explained_and_the_others_are_named():
    words = refusal(lambda x: -2 * x + 1)
    assert words.count("Hint:") == 1 and "Nor do these:\n    ten times the number, ten times the answer" in words


@pytest.mark.parametrize("function", [lambda x: x.missing, lambda x: None, lambda x: float("nan"), lambda x: "two"])
def test_an_answer_of_no_use_is_one_sentence_and_no_property_is_blamed(function):
    sentence, _, points = refusal(function).split("\n")
    assert sentence.startswith("✗ double(1") and "Hint" not in sentence and points == "Points so far: 0 of 5."


def test_a_wrong_form_is_said_before_a_wrong_answer_and_no_hint_of_another_follows():
    words = refusal(lambda x: -2 * x if x < 5 else (x, x))
    assert "double(10) returned 2 values: return one number." in words and "Hint" not in words


def test_a_function_that_never_ends_is_stopped_and_told_so(monkeypatch):
    monkeypatch.setattr(answers, "MAX_SECONDS", 0.2)

    def endless(x):
        while True:
            x = -x

    words = refusal(endless)
    assert re.match(r"✗ double\(1\.\d+\) did not come to an end in 0.2 s. Is there a loop", words)


@pytest.mark.parametrize(
    "answer, place, gave, right",
    [
        (lambda x: np.diag([x, 2.0, 1.0]), "[1]", "[0, 2, 0]", "[0, 1, 0]"),
        (lambda x: (1.0, np.diag([x, 1.0, 7.0])), "[1][2]", "[0, 0, 7]", "[0, 0, 1]"),
    ],
)
def test_of_large_arrays_that_look_alike_the_row_is_shown_that_differs(monkeypatch, answer, place, gave, right):
    def wanted(x):
        return np.eye(3) if place == "[1]" else (1.0, np.eye(3))

    claim = Property("rows", "they agree", "Look.", lambda random: [(1.0,)], lambda *sides: False, cases=1)
    one = Exercise("double", 2, solution=wanted, properties=(claim,))
    monkeypatch.setattr(catalog, "exercises", lambda number: (one,))
    assert f"    gave at {place}: {gave}\n        expected about {right}" in refusal(answer)


def test_a_traceback_shows_the_words_and_no_code_of_the_course():
    with pytest.raises(check.NotRight) as error:
        check.check("01.double", lambda x: -x)
    assert error.value._render_traceback_() == str(error.value).splitlines()


def test_prints_and_warnings_of_the_function_do_not_appear_and_do_not_fail_it(capsys):
    def talks(x):
        print("twice", x)
        print("to stderr", file=sys.stderr)
        return 2 * x

    assert "✓ double" in str(check.check("01.double", talks))
    assert capsys.readouterr() == ("", "")


def test_a_wrong_function_hears_what_it_printed_each_line_once():
    def talks(x):
        print("here")
        return -x

    assert refusal(talks).count("    here") == 1


def test_figures_that_the_function_draws_are_closed_and_those_before_stay():
    import matplotlib

    matplotlib.use("agg")
    from matplotlib import pyplot

    def draws(x):
        pyplot.figure()
        return 2 * x

    before = pyplot.figure().number
    check.check("01.double", draws)
    assert pyplot.get_fignums() == [before]
    pyplot.close(before)


@pytest.mark.parametrize("address", ["01.triple", "double"])
def test_an_unknown_address_says_which_there_are(address):
    with pytest.raises(ValueError, match="choose one of"):
        check.check(address, double)
