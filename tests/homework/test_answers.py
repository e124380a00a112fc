"""What a student's function may do, and the one sentence that each gets."""

import re
import sys

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse.homework.answers import ask, form_error, match_structure, signature_error, to_plain
from optcourse.homework.exchange import Failure
from optcourse.homework.given import sensor
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
        (lambda w: jax.jit(np.sin)(w), "stopped with TracerArrayConversionError, in line .*use `jnp` instead of `np`"),
        (lambda w: jax.jit(lambda v: float(v[0]))(w), "stopped with ConcretizationTypeError, .*and no `float"),
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
    assert isinstance(answer, Failure) and form_error(answer, VECTOR) == answer.sentence
    assert re.search(sentence, answer.sentence), answer.sentence


def test_a_list_of_an_array_and_a_number_is_as_good_as_a_tuple_where_a_tuple_is_expected():
    answer = ask(lambda w: [w, 3.0], call, (VECTOR,))
    assert form_error(answer, (VECTOR, np.array(3.0))) == ""
    assert form_error(answer, VECTOR) == "returned 2 values: return an array of shape (2,)"
    assert form_error(ask(lambda w: [[1], [1, 2]], call, (VECTOR,)), VECTOR).startswith("returned 2 values")


def test_a_loss_in_numpy_is_no_fault_of_the_students_np():
    sentence = ask(lambda w: jax.vmap(sensor)(w[None]), call, (VECTOR,)).sentence
    assert "TracerArrayConversionError" in sentence and "jnp" not in sentence


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
    assert "stopped with TypeError" in ask(overwrites, call, (question,)).sentence
    assert np.array_equal(question, VECTOR)
