"""What a grader relies on, for every exercise: right is right, wrong is wrong, and no property is there in vain."""

import importlib
import json
import re

import jax.numpy as jnp
import numpy as np
import pytest

from optcourse.homework import catalog
from optcourse.homework.answers import collect_answers
from optcourse.homework.check import PUBLIC_SEED, total
from optcourse.homework.exchange import format_value, from_json, to_json
from optcourse.homework.exercise import Calls, draw_calls, examine, judge
from optcourse.homework.given import Given

SEEDS = [PUBLIC_SEED, 20260]  # the one that a learner meets, and one like a grader's
ALL = {f"{number}.{each.name}": each for number in catalog.TOPICS for each in catalog.exercises(number)}
with_seed = pytest.mark.parametrize("seed", SEEDS, ids=["public seed", "another seed"])
exercises = pytest.mark.parametrize("exercise", ALL.values(), ids=ALL)


def mutants(address):
    """The wrong answers to an exercise: ALONE, from a property's name to its own; ALSO, the others."""
    number, name = address.split(".")
    return importlib.import_module(f"mutants.{catalog.TOPICS[number]}.{name}")


OWN = [(address, claim.name) for address, each in ALL.items() for claim in each.properties]
ALSO = [(address, mutant) for address in ALL for mutant in mutants(address).ALSO]


@with_seed
@exercises
def test_the_solution_has_every_property(exercise, seed):
    assert [finding.wrong for finding in examine(exercise, exercise.solution, seed) if not finding.holds] == []


@pytest.mark.parametrize("address", ALL)
def test_every_property_has_a_name_and_a_mutant_of_its_own(address):
    names = [claim.name for claim in ALL[address].properties]
    assert len(set(names)) == len(names)
    assert set(mutants(address).ALONE) == set(names)


@with_seed
@pytest.mark.parametrize("address, name", OWN)
def test_a_property_catches_in_every_case_its_mutant_which_no_other_catches(address, name, seed):
    names = [claim.name for claim in ALL[address].properties]
    findings = examine(ALL[address], mutants(address).ALONE[name], seed)
    assert [claim for claim, finding in zip(names, findings) if not finding.holds] == [name]
    assert findings[names.index(name)].right == 0


@pytest.mark.parametrize("address, mutant", ALSO, ids=lambda value: getattr(value, "__name__", None))
def test_every_other_mutant_is_caught(address, mutant):
    assert not all(finding.holds for finding in examine(ALL[address], mutant, PUBLIC_SEED))


@pytest.mark.parametrize("clothes", [list, np.array, jnp.array], ids=["list", "array", "JAX array"])
def test_two_numbers_are_right_in_a_list_and_in_an_array_too(clothes):
    deeper = ALL["01.deeper"]
    assert all(finding.holds for finding in examine(deeper, lambda: clothes(deeper.solution()), PUBLIC_SEED))
    assert not any(finding.holds for finding in examine(deeper, lambda: clothes([3, -0.4, 1]), PUBLIC_SEED))


def test_what_is_measured_is_told_by_its_name():
    through_the_matrix = mutants("01.hessian_vector").ALONE["work"]
    wrong = examine(ALL["01.hessian_vector"], through_the_matrix, PUBLIC_SEED)[2].wrong
    assert re.search(r"    operations: \S+\n    expected about \S+", wrong)


@pytest.mark.parametrize("address", ALL)
def test_the_judgment_is_the_same_when_questions_and_answers_travel_as_text(address):
    """As they will between a grader and the place where a student's code runs."""
    exercise, mutant = ALL[address], next(iter(mutants(address).ALONE.values()))
    calls = draw_calls(exercise, PUBLIC_SEED)
    sent = [Calls(*each) for each in from_json(json.loads(json.dumps(to_json(calls))))]
    assert json.dumps(to_json(sent)) == json.dumps(to_json(calls))
    for function in (exercise.solution, mutant, lambda *arguments: arguments[0].missing):
        returned = from_json(json.loads(json.dumps(to_json(collect_answers(function, sent)))))
        assert judge(exercise, calls, returned) == examine(exercise, function, PUBLIC_SEED)


@exercises
def test_a_seed_asks_the_same_again_and_another_seed_asks_something_else(exercise):
    asked = [json.dumps(to_json(draw_calls(exercise, seed))) for seed in (1, 1, 2)]
    assert asked[0] == asked[1]
    if exercise.name != "deeper":  # by hand: there is one question
        assert asked[0] != asked[2]


@pytest.mark.parametrize("number", catalog.TOPICS)
def test_a_homework_is_worth_10_to_12_points(number):
    assert 10 <= total(catalog.exercises(number)) <= 12


def test_an_unknown_exercise_names_the_known_ones():
    with pytest.raises(ValueError, match="no exercise 'gradent': choose one of gradient"):
        catalog.exercise("01.gradent")
    with pytest.raises(ValueError, match="no homework '99': choose one of 01"):
        catalog.exercise("99.gradient")


def test_an_unknown_loss_names_the_known_ones():
    with pytest.raises(ValueError, match=r"no given function is called 'himelblau': choose one of row, .*himmelblau"):
        Given("himelblau")


def test_what_cannot_travel_is_refused():
    with pytest.raises(TypeError, match="dict cannot be sent"):
        to_json([{"a": 1}])


@pytest.mark.parametrize(
    "value, words",
    [
        (np.array([1.0, -0.123456]), "[1, -0.1235]"),
        (np.arange(20.0), "[0, 1, 2, ... 20 numbers ..., 19]"),
        (np.zeros((3, 4)), "an array of shape (3, 4)"),
        (np.eye(2), "[[1, 0], [0, 1]]"),
        ((np.array(1.0), "saddle"), "(1, 'saddle')"),
        (Given("lee", angle=0.5), "lee turned by 0.5"),
        (Given("lee"), "lee"),
    ],
)
def test_a_message_shows_values_briefly(value, words):
    assert format_value(value) == words
