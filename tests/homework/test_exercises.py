"""What a grader relies on, for every exercise: right is right, wrong is wrong, and no property is there in vain.

What is asked with a seed is drawn once, and so is what a function answers; the solution is asked once to be judged, and
once more to judge by.
"""

import functools
import importlib
import json
import re
from pathlib import Path
from typing import NamedTuple

import jax.numpy as jnp
import numpy as np
import pytest

from optcourse.homework import catalog
from optcourse.homework import exercise as exercise_module
from optcourse.homework.answers import ask, collect_answers
from optcourse.homework.check import PUBLIC_SEED, total_points
from optcourse.homework.exchange import format_value, from_json, to_json
from optcourse.homework.exercise import Calls, Exercise, Property, draw_calls, examine, judge
from optcourse.homework.files import FOLDER
from optcourse.homework.given import Given

MUTANTS = Path(__file__).parent / "mutants"
SEEDS = [PUBLIC_SEED, 20260]  # the one that a learner meets, and one like a grader's
ALL = {f"{number}.{each.name}": each for number in catalog.TOPICS for each in catalog.exercises(number)}
with_seed = pytest.mark.parametrize("seed", SEEDS, ids=["public seed", "another seed"])
exercises = pytest.mark.parametrize("exercise", ALL.values(), ids=ALL)


class Mutants(NamedTuple):
    """The wrong answers to an exercise: ALONE, from a property's name to its own; ALSO, the others."""

    ALONE: dict
    ALSO: tuple


def mutants(address) -> Mutants:
    """Those of the exercise at an address; AssertionError where their file is not what it should be."""
    number, name = address.split(".")
    try:
        found = importlib.import_module(f"mutants.{catalog.TOPICS[number]}.{name}")
        return Mutants(found.ALONE, found.ALSO)
    except Exception as error:
        file = f"tests/homework/mutants/{catalog.TOPICS[number]}/{name}.py"
        raise AssertionError(f"{file} must hold ALONE and ALSO: {error}") from error


def also(address) -> tuple:
    """The other mutants; none where a test of the exercise fails for lack of them, so that all others are collected."""
    try:
        return mutants(address).ALSO
    except AssertionError:
        return ()


OWN = [(address, claim.name) for address, each in ALL.items() for claim in each.properties]
ALSO = [(address, mutant) for address in ALL for mutant in also(address)]


# Each question once


@pytest.fixture(autouse=True)
def _expected_once(monkeypatch):
    monkeypatch.setattr(exercise_module, "ask", ask_once)


ASKED = {}


def ask_once(function, measure, arguments):
    """What a solution answers to these very arguments."""
    key = function, measure, id(arguments)
    if key not in ASKED:
        ASKED[key] = ask(function, measure, arguments), arguments  # kept, so that no others have their id
    return ASKED[key][0]


@functools.cache
def calls_of(address, seed):
    return draw_calls(ALL[address], seed)


@functools.cache
def findings_of(address, function, seed):
    """As `examine` finds them."""
    calls = calls_of(address, seed)
    return judge(ALL[address], calls, collect_answers(function, calls))


def is_caught(address, function, seed) -> bool:
    """Whether one of the properties catches it; those after the first that does are not asked."""
    exercise = ALL[address]
    for claim, calls in zip(exercise.properties, calls_of(address, seed)):
        [finding] = judge(exercise._replace(properties=(claim,)), [calls], collect_answers(function, [calls]))
        if not finding.holds:
            return True
    return False


@with_seed
@pytest.mark.parametrize("address", ALL)
def test_the_solution_has_every_property(address, seed):
    findings = findings_of(address, ALL[address].solution, seed)
    assert [finding.counterexample for finding in findings if not finding.holds] == []


@pytest.mark.parametrize("address", ALL)
def test_every_property_has_a_name_and_a_mutant_of_its_own(address):
    names = [claim.name for claim in ALL[address].properties]
    assert len(set(names)) == len(names)
    assert set(mutants(address).ALONE) == set(names), "ALONE has one mutant for each property, by its name"


@pytest.mark.parametrize("address", ALL)
def test_words_complete_a_sentence_and_a_hint_is_whole_sentences(address):
    for claim in ALL[address].properties:
        assert not claim.statement.endswith("."), f"{claim.name}: no period after the words: {claim.statement}"
        assert claim.hint.endswith((".", "!", "?")), f"{claim.name}: a hint is whole sentences: {claim.hint}"


@with_seed
@pytest.mark.parametrize("address, name", OWN)
def test_a_property_catches_in_every_case_its_mutant_which_no_other_catches(address, name, seed):
    mutant = mutants(address).ALONE[name]
    assert alone(ALL[address], name, findings_of(address, mutant, seed)) == ""


def alone(exercise, name, findings) -> str:
    """Why it is not this property alone that catches the mutant, and in every case; "" if it is."""
    findings = {claim.name: each for claim, each in zip(exercise.properties, findings)}
    own = findings.pop(name)
    caught = own.cases - own.correct
    if others := [other for other, finding in findings.items() if not finding.holds]:
        return f"also caught by {', '.join(others)}: change the mutant or the ranges"
    if caught < own.cases:
        return f"caught in {caught} of {own.cases} cases only: change the mutant or the range"
    return ""


@pytest.mark.parametrize("address, mutant", ALSO, ids=lambda value: getattr(value, "__name__", None))
def test_every_other_mutant_is_caught(address, mutant):
    assert is_caught(address, mutant, PUBLIC_SEED), "caught by no property: a wrong answer would pass"


def test_why_a_mutant_is_not_the_own_one_of_a_property():
    same = lambda calls, answers, expected: answers == expected
    own = Property("any", statement="", hint="", case=lambda random: [(float(random.uniform(0.1, 1)),)], holds=same)
    zero = own._replace(name="zero", case=lambda random: [(0.0,)])
    exercise = Exercise("identity", points=1, solution=lambda x: x, properties=(own, zero))
    told = lambda mutant: alone(exercise, "any", examine(exercise, mutant, PUBLIC_SEED))
    assert told(lambda x: x if x == 0 else -x) == ""
    assert told(lambda x: x + 1) == "also caught by zero: change the mutant or the ranges"
    assert re.fullmatch(r"caught in [123] of 4 cases only: .*", told(lambda x: min(x, 0.5)))


def test_a_file_of_mutants_that_is_missing_or_not_complete_is_one_sentence_and_stops_no_other_test(monkeypatch):
    missing = (
        r"tests/homework/mutants/momentum/none.py must hold ALONE and ALSO: No module named 'mutants.momentum.none'"
    )
    with pytest.raises(AssertionError, match=missing):
        mutants("03.none")
    monkeypatch.delattr("mutants.momentum.moves.ALSO")
    with pytest.raises(AssertionError, match=r"moves\.py must hold .*: module .* has no attribute 'ALSO'"):
        mutants("03.moves")
    assert also("03.none") == also("03.moves") == ()


@pytest.mark.parametrize("number", catalog.TOPICS)
def test_every_file_of_an_exercise_has_its_name_and_is_listed(number):
    topic, listed = catalog.TOPICS[number], catalog.exercises(number)
    names = [path.stem for path in sorted((FOLDER / "exercises" / topic).glob("*.py")) if path.stem != "__init__"]
    modules = {name: importlib.import_module(f"exercises.{topic}.{name}") for name in names}
    found = {name: module.EXERCISE for name, module in modules.items() if hasattr(module, "EXERCISE")}
    forgotten = [name for name, each in found.items() if each not in listed]
    assert forgotten == [], f"list them in EXERCISES of exercises/{topic}/__init__.py"
    misnamed = [f"{name}.py holds {each.name}" for name, each in found.items() if each.name != name]
    assert misnamed == [], "give the file the exercise's name"
    orphans = {path.stem for path in MUTANTS.glob(f"{topic}/*.py")} - {each.name for each in listed}
    assert orphans == set(), f"mutants/{topic} has a file of no exercise"


@pytest.mark.parametrize("case", [[], (), (0.7,), [0.7], [[0.7]], None, 0.7, np.ones(2)], ids=str)
def test_a_case_that_is_no_list_of_tuples_is_refused_in_a_sentence(case):
    claim = Property("half", statement="", hint="", case=lambda random: case, holds=lambda *_: True)
    exercise = Exercise("half_life", points=1, solution=abs, properties=(claim,))
    with pytest.raises(TypeError, match=r"half_life, 'half': `case` returned .*: return a list of tuples"):
        draw_calls(exercise, PUBLIC_SEED)


@pytest.mark.parametrize("clothes", [list, np.array, jnp.array], ids=["list", "array", "JAX array"])
def test_two_numbers_are_right_in_a_list_and_in_an_array_too(clothes):
    deeper = ALL["01.deeper"]
    assert all(finding.holds for finding in examine(deeper, lambda: clothes(deeper.solution()), PUBLIC_SEED))
    assert not any(finding.holds for finding in examine(deeper, lambda: clothes([3, -0.4, 1]), PUBLIC_SEED))


def test_what_is_measured_is_told_by_its_name():
    through_the_matrix = mutants("01.hessian_vector").ALONE["work"]
    wrong = findings_of("01.hessian_vector", through_the_matrix, PUBLIC_SEED)[2].counterexample
    assert re.search(r"    operations: \S+\n    expected about \S+", wrong)


@pytest.mark.parametrize("address", ALL)
def test_the_judgment_is_the_same_when_questions_and_answers_travel_as_text(address):
    """As they will between a grader and the place where a student's code runs."""
    exercise, mutant = ALL[address], next(iter(mutants(address).ALONE.values()))
    calls = calls_of(address, PUBLIC_SEED)
    sent = [Calls(*each) for each in from_json(json.loads(json.dumps(to_json(calls))))]
    assert json.dumps(to_json(sent)) == json.dumps(to_json(calls))
    for function in (exercise.solution, mutant, has_no_answer):
        returned = from_json(json.loads(json.dumps(to_json(collect_answers(function, sent)))))
        assert judge(exercise, calls, returned) == findings_of(address, function, PUBLIC_SEED)


def has_no_answer(*arguments):
    return arguments[0].missing


@exercises
def test_a_seed_asks_the_same_again_and_another_seed_asks_something_else(exercise):
    asked = [json.dumps(to_json(draw_calls(exercise, seed))) for seed in (1, 1, 2)]
    assert asked[0] == asked[1]
    if exercise.name != "deeper":  # by hand: there is one question
        assert asked[0] != asked[2]


@pytest.mark.parametrize("number", catalog.TOPICS)
def test_a_homework_is_worth_10_to_12_points(number):
    points = total_points(catalog.exercises(number))
    assert 10 <= points <= 12, f"homework {number} has {points} points: 10 to 12"


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
