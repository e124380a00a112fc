"""What a student's function may do, and the one sentence that each gets."""

import contextlib
import re
import subprocess
import sys
import time

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse.homework.answers import (
    ENDLESS_HINT,
    NUMPY_HINT,
    TRACING_HINT,
    ask,
    collect_answers,
    form_error,
    match_structure,
    signature_error,
    to_plain,
)
from optcourse.homework.exchange import Failure
from optcourse.homework.given import Given
from optcourse.homework.measures import MEASURES
from optcourse.homework.measures import answer as call

VECTOR = np.array([1.0, 2.0])


def exits(w):
    sys.exit(0)


def recurses(w):
    return recurses(w)


def divides(w):
    return w / w.missing


def unwritten(w):
    raise NotImplementedError("return the slope")


@pytest.mark.parametrize(
    "function, sentence",
    [
        (exits, "stopped with SystemExit: 0, in line \\d+ of its cell: sys.exit\\(0\\)"),
        (divides, "AttributeError: .*missing.*, in line \\d+ of its cell: return w / w.missing"),
        (recurses, "stopped with RecursionError"),
        (lambda w: jax.jit(np.sin)(w), "stopped with TracerArrayConversionError, in line .*"),
        (lambda w: jax.jit(lambda v: float(v[0]))(w), "stopped with ConcretizationTypeError, "),
        (unwritten, "is not written yet: return the slope"),
        (lambda w: None, r"returned nothing \(None\): end it with `return`"),
        (lambda w: {"a": 1}, "returned a dict: return numbers"),
        (lambda w: [w, None], "returned a list: return numbers"),
        (lambda w: 1j * w, "return numbers"),
        (lambda w: jnp.sum, r"returned a function \(sum\): call it"),
    ],
)
def test_no_answer_is_a_failure_with_its_reason(function, sentence):
    answer = ask(function, call, (VECTOR,))
    assert isinstance(answer, Failure) and form_error(answer, VECTOR) == answer.reason
    assert re.search(sentence, answer.reason), answer.reason


def test_a_list_of_an_array_and_a_number_is_as_good_as_a_tuple_where_a_tuple_is_expected():
    answer = ask(lambda w: [w, 3.0], call, (VECTOR,))
    assert form_error(answer, (VECTOR, np.array(3.0))) == ""
    assert form_error(answer, VECTOR) == "returned 2 values: return an array of shape (2,)"
    assert form_error(ask(lambda w: [[1], [1, 2]], call, (VECTOR,)), VECTOR).startswith("returned 2 values")


def test_rows_in_tuples_are_as_good_as_a_matrix():
    expected = np.array([[1.0, 2.0], [3.0, 4.0]])
    assert np.array_equal(match_structure(ask(lambda w: ((1, 2), (3, 4)), call, (VECTOR,)), expected), expected)
    one_row = match_structure(ask(lambda w: ((1, 2),), call, (VECTOR,)), expected)
    assert form_error(one_row, expected) == "returned one value in a tuple: return an array of shape (2, 2)"


def test_a_given_function_in_numpy_is_no_fault_of_the_students_np():
    failure = ask(lambda loss, w: jax.vmap(loss)(w[None]), call, (Given("sensor"), VECTOR))
    assert "Tracer" in failure.reason and failure.hint == NUMPY_HINT


def test_a_given_function_is_handed_over_as_a_function_that_tells_nothing_of_its_settings():
    given = Given("trained", k=0.5, start=0.25)
    handed = []
    for each in (given, Given("trained", k=0.5, start=0.25), Given("trained", max_calls=3, k=0.5, start=0.25)):
        ask(lambda trained, alpha: handed.append(trained), call, (each, 1.0))
    assert not any(hasattr(each, "settings") or "0.25" in repr(each) for each in handed)
    assert handed[0] is handed[1] and np.array_equal(handed[2](1.0), given(1.0))


@pytest.mark.parametrize("most", [0, 3])
@pytest.mark.parametrize("measure", ["answer", "runs"])
def test_a_given_function_stops_where_it_was_called_too_often(most, measure):
    given = Given("trained", max_calls=most, k=0.5, start=0.5)

    def endless(trained):
        while True:
            with contextlib.suppress(Exception):
                trained(1.0)

    answer = ask(endless, MEASURES[measure], (given,))
    if measure == "runs":
        assert answer == most + 1
    else:
        sentence = f"called `trained` more than {most} times: stop sooner, and see that every loop comes to an end"
        assert answer.reason == sentence


def test_what_never_ends_is_a_failure_that_says_so_and_what_is_left_is_not_asked():
    def endless(x):
        while x < 2:
            with contextlib.suppress(Exception):  # it does not stop the course's own error
                x = x * 1.0
        return x

    calls = [("answer", [[(3.0,), (1.0,), (3.0,)]]), ("answer", [[(4.0,)]])]
    start = time.monotonic()
    [[[first, second, third]], [[other]]] = collect_answers(endless, calls, seconds=0.2)
    assert first == 3 and time.monotonic() - start < 5
    assert second == Failure("did not come to an end in 0.2 s", ENDLESS_HINT)
    assert third.reason == other.reason == "was not asked: an earlier question took all the time"
    assert collect_answers(endless, [("answer", [[(3.0,)]])]) == [[[3]]]  # nothing of it is left


def test_only_a_placeholder_is_not_begun():
    assert not ask(unwritten, call, (VECTOR,)).begun
    assert ask(divides, call, (VECTOR,)).begun


def test_who_interrupts_gets_through():
    def interrupted(w):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ask(interrupted, call, (VECTOR,))


@pytest.mark.parametrize("value", [VECTOR, jnp.asarray(VECTOR), [1, 2], [1.0, np.float32(2)], VECTOR.astype("float16")])
def test_numbers_in_any_clothes_are_the_same_answer(value):
    answer = to_plain(value)
    assert answer.dtype == float and np.array_equal(answer, VECTOR) and form_error(answer, VECTOR) == ""


@pytest.mark.parametrize("value", [3, 3.0, np.int32(3), jnp.array(3.0), np.array(3)])
def test_one_number_in_any_clothes_is_the_same_answer(value):
    assert form_error(to_plain(value), np.array(0.0)) == "" and to_plain(value) == 3


@pytest.mark.parametrize("value", [(1.0, 2.0), (jnp.float32(1), 2), [1, 2], (np.array(1), np.array(2.0))])
def test_a_tuple_of_numbers_is_as_good_as_an_array(value):
    assert form_error(match_structure(to_plain(value), VECTOR), VECTOR) == ""
    assert "2 values" in form_error(match_structure(to_plain((VECTOR, 1.0)), VECTOR), VECTOR)


def test_complex_numbers_without_an_imaginary_part_are_real():
    assert np.array_equal(to_plain(VECTOR + 0j), VECTOR) and isinstance(to_plain(1j * VECTOR), Failure)


@pytest.mark.parametrize("value", [[VECTOR, VECTOR], np.stack([VECTOR, VECTOR]), [[1, 2], [1, 2]]])
def test_a_list_of_two_arrays_is_two_values(value):
    assert form_error(match_structure(to_plain(value), (VECTOR, VECTOR)), (VECTOR, VECTOR)) == ""


@pytest.mark.parametrize(
    "value, expected, words",
    [
        (VECTOR[:, None], VECTOR, r"array of shape \(2, 1\): return an array of shape \(2,\)"),
        (3.0, VECTOR, "returned one number: return an array"),
        (VECTOR, np.array(1.0), "return one number"),
        ("saddle", VECTOR, "returned the word 'saddle': return an array"),
        (VECTOR, "saddle", "return the word|return a word"),
        (np.array([1, np.nan]), VECTOR, r"returned \[1, nan\], which is not finite"),
        ((VECTOR, VECTOR), VECTOR, "returned 2 values: return an array"),
        ((VECTOR,), (VECTOR, VECTOR), "returned one value in a tuple: return 2 values"),
        (VECTOR, (VECTOR, np.array(1.0)), "return 2 values, separated by a comma"),
        ((VECTOR, None), (VECTOR, np.array(1.0)), "returned nothing"),
        ((VECTOR, VECTOR), (VECTOR, np.array(1.0)), "return one number"),
    ],
)
def test_an_answer_of_another_form_says_which_form_it_should_have(value, expected, words):
    assert re.search(words, form_error(to_plain(value), expected))


@pytest.mark.parametrize(
    "function, words",
    [
        (3, "cannot be asked: this is 3 now: run the cell that defines the function again"),
        (lambda: 1, r"takes \(\) now"),
        (lambda w, v: 1, r"takes \(w, v\) now, not 1 arguments"),
        (lambda w, extra=1: 1, "^$"),
        (max, "^$"),
    ],
)
def test_what_cannot_be_asked_is_ask(function, words):
    assert re.search(words, signature_error(function, (VECTOR,)))


def test_the_question_stays_as_it_is_whatever_the_function_does_to_it():
    def overwrites(w):
        w[0] = 0  # a NumPy habit

    question = VECTOR.copy()
    assert "stopped with TypeError" in ask(overwrites, call, (question,)).reason
    assert np.array_equal(question, VECTOR)


def test_what_jax_cannot_trace_gets_the_advice_that_fits():
    assert ask(lambda w: jax.jit(lambda v: np.sin(v))(w), call, (VECTOR,)).hint == TRACING_HINT
    assert ask(lambda w: w.missing, call, (VECTOR,)).hint == ""


def test_a_limit_leaves_nothing_behind_that_a_profiler_would_wait_for():
    script = """
import cProfile
from optcourse.homework.time_limit import OutOfTime, time_limit
def finishes():
    for _ in range(100):
        with time_limit(10):
            pass
def never():
    try:
        with time_limit(0.1):
            while True:
                pass
    except OutOfTime:
        print("stopped")
cProfile.run("finishes()")
never()
cProfile.run("finishes()")
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.stdout.count("stopped") == 1 and done.stdout.count("function calls") == 2, done.stderr


def test_arrays_in_a_tuple_are_jax_arrays_too_and_numbers_stay_numbers():
    kinds = lambda *arguments: str([type(each) for each in (*arguments[0], *arguments[0][2])])
    told = ask(kinds, MEASURES["answer"], ((VECTOR, 2, (VECTOR, 0.5)),))
    assert told.count("ArrayImpl") == 2 and told.count("int") == told.count("float") == told.count("tuple") == 1
