"""An exercise: a function to write, and what is true of every right one.

    calls = draw_calls(exercise, seed)          what is asked: property by property, case by case
    answers = collect_answers(function, calls)  run where the student's code runs
    judge(exercise, calls, answers)             one Finding for each property, from the answers
    examine(exercise, function, seed)           all three, in one process

In a notebook the three follow each other in one kernel, with a public seed. Calls and answers are
plain data (`exchange`), so that the one in the middle can run elsewhere, without any exercise, and
with a seed that the student has not seen.

A property is no golden number: "three times the vector gives three times the answer". Each has a
mutant in the tests, a plausible wrong function that it alone rejects.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from optcourse.homework.answers import ask, collect_answers, form_error, match_structure
from optcourse.homework.exchange import Failure, format_value
from optcourse.homework.measures import MEASURES


class Property(NamedTuple):
    """What holds of every right function. name: for tests and tables; statement: the sentence.

    case(random) -> [arguments, ...]: the calls of one case, tuples drawn from a NumPy generator.
    holds(calls, answers, expected) -> bool: the judgment on one case; expected: the solution's.
    measure: what is asked, a name in MEASURES; by default what the function returns.
    show_expected: whether a message may show the right answer beside the wrong one.
    """

    name: str
    statement: str
    hint: str
    case: Callable
    holds: Callable
    cases: int = 4
    measure: str = "answer"
    show_expected: bool = True


class Exercise(NamedTuple):
    """A function to write. explanation: what to say when it is right."""

    name: str
    points: int
    solution: Callable
    properties: tuple[Property, ...]
    explanation: str = ""


class Finding(NamedTuple):
    """The result for one property: it holds in `correct` of `cases`.

    counterexample: the first case in which it does not hold, as a message; hint: one that fits it.
    compared: False where no case was compared: there was no answer, or one of another form.
    begun: False where every answer was that the function still holds its placeholder.
    """

    statement: str
    hint: str
    correct: int
    cases: int
    counterexample: str = ""
    compared: bool = True
    begun: bool = True

    @property
    def holds(self) -> bool:
        return self.correct == self.cases


class Calls(NamedTuple):
    """The calls of one property: the measure, and for each case a list of argument tuples."""

    measure: str
    cases: list


def draw_calls(exercise: Exercise, seed: int) -> list[Calls]:
    """The calls of each property, drawn from a generator of its own.

    TypeError where a case is no list of tuples.
    """
    calls = []
    for index, claim in enumerate(exercise.properties):
        random = np.random.default_rng([seed, index])
        cases = [_case(exercise, claim, random) for _ in range(claim.cases)]
        calls.append(Calls(claim.measure, cases))
    return calls


def _case(exercise, claim, random):
    """The calls of one case, a list of tuples: else they would be taken for other calls."""
    calls = claim.case(random)
    tuples = isinstance(calls, list) and all(isinstance(each, tuple) for each in calls)
    if not tuples or not calls:
        raise TypeError(
            f"{exercise.name}, {claim.name!r}: `case` returned {calls!r:.60}: return a list of "
            "tuples, the arguments of each call; [(0.7,)] is one call with one argument"
        )
    return calls


def judge(exercise: Exercise, calls: list[Calls], answers: list) -> list[Finding]:
    """One finding for each property."""
    findings = []
    for claim, its_calls, its_answers in zip(exercise.properties, calls, answers):
        findings.append(_finding(exercise, claim, its_calls, its_answers))
    return findings


def examine(exercise: Exercise, function: Callable, seed: int) -> list[Finding]:
    """Examine a function in this process: draw the calls, collect the answers, judge them."""
    calls = draw_calls(exercise, seed)
    return judge(exercise, calls, collect_answers(function, calls))


def _finding(exercise, claim, calls, answers):
    faults = [_fault(exercise, claim, *pair) for pair in zip(calls.cases, answers)]
    found = [fault for fault in faults if fault is not None]
    correct = len(faults) - len(found)
    if not found:
        return Finding(
            claim.statement,
            claim.hint,
            correct,
            len(faults),
        )
    first = found[0]
    return Finding(
        claim.statement,
        first.hint,
        correct,
        len(faults),
        counterexample=first.message,
        compared=first.compared or correct > 0,
        begun=any(getattr(answer, "begun", True) for case in answers for answer in case),
    )


class _Fault(NamedTuple):
    """What is wrong with the answers of one case, and a hint unless the message holds one.

    compared: whether the answers could be compared with the solution's.
    """

    message: str
    compared: bool
    hint: str


def _fault(exercise, claim, calls, answers) -> _Fault | None:
    asked = [f"{exercise.name}({', '.join(map(format_value, arguments))})" for arguments in calls]
    for question, answer in zip(asked, answers):
        if isinstance(answer, Failure):  # the solution need not run
            message = f"{question} {answer.reason}. {answer.hint}".strip()
            return _Fault(message, False, "" if answer.hint else claim.hint)
    expected = [ask(exercise.solution, MEASURES[claim.measure], arguments) for arguments in calls]
    answers = [match_structure(*pair) for pair in zip(answers, expected)]
    for question, answer, right in zip(asked, answers, expected):
        if reason := form_error(answer, right):
            # else the message says what to return
            hint = claim.hint if reason.endswith("not finite") else ""
            return _Fault(f"{question} {reason}.", False, hint)
    if claim.holds(calls, answers, expected):
        return None
    triples = _telling_triples(list(zip(asked, answers, expected)))
    message = "\n".join(_describe_call(claim, *triple) for triple in triples)
    return _Fault(message, True, claim.hint)


def _telling_triples(triples):
    """The (question, answer, expected) that look different, else that are different, else all."""
    different = [each for each in triples if format_value(each[1]) != format_value(each[2])]
    if different:
        return different
    apart = [each for each in triples if not close(_flatten(each[1]), _flatten(each[2]), 1e-4)]
    return apart or triples


def _describe_call(claim, question, answer, expected):
    """One call: the question, the answer, and what was expected."""
    place, answer, expected = _largest_difference(answer, expected)
    verb = "gave " if claim.measure == "answer" else f"{claim.measure}: "
    at = f"at {place}: " if place else ""
    lines = [question, f"    {verb}{at}{format_value(answer)}"]
    if claim.show_expected:
        about = "" if isinstance(expected, str) else "about "
        lines.append(f"    expected {about}{format_value(expected)}")
    return "\n".join(lines)


def _flatten(answer) -> np.ndarray:
    """All numbers of an answer in a row; none of a word."""
    if isinstance(answer, tuple):
        return np.concatenate([_flatten(part) for part in answer])
    return np.ravel(answer) if isinstance(answer, np.ndarray) else np.zeros(0)


def _largest_difference(answer, expected):
    """(place, part of the answer, part of the expected one): where they differ, as "[1][0]"."""
    place = ""
    has_parts = lambda value: isinstance(value, tuple) or np.ndim(value) > 1
    while format_value(answer) == format_value(expected) and has_parts(answer):
        pairs = list(zip(answer, expected))
        distances = [np.max(np.abs(_flatten(a) - _flatten(e)), initial=0) for a, e in pairs]
        index = int(np.argmax(distances))
        place, (answer, expected) = f"{place}[{index}]", pairs[index]
    return place, answer, expected


def close(answer, expected, tolerance: float = 1e-2) -> bool:
    """Whether two arrays differ by no more than this fraction of the expected one's length."""
    return bool(np.linalg.norm(answer - expected) <= tolerance * np.linalg.norm(expected) + 1e-12)


def parallel(answer, expected, tolerance: float = 1e-3) -> bool:
    """Whether two vectors point the same way or opposite ways: 1 - |cos| <= tolerance."""
    lengths = np.linalg.norm(answer) * np.linalg.norm(expected)
    return bool(abs(np.sum(answer * expected)) >= (1 - tolerance) * lengths > 0)
