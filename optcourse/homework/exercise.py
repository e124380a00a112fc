"""An exercise: a function to write, and what is true of every right one.

    calls = draw_calls(exercise, seed)          what is asked: property by property, case by case
    answers = collect_answers(function, calls)  what the function says; runs where the student's code runs
    judge(exercise, calls, answers)             one Finding for each property, from the answers alone
    examine(exercise, function, seed)           all three, in one process

In a notebook the three follow each other in one kernel, with a public seed. Calls and answers are plain data
(`exchange`), so that the one in the middle can run elsewhere, without any exercise, and with a seed that the student
has not seen.

A property is no golden number: "three times the vector gives three times the answer". Each has a mutant in the tests, a
plausible wrong function that it alone rejects: without the property that mistake would pass.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from optcourse.homework.answers import ask, collect_answers, form_error, match_structure
from optcourse.homework.exchange import Failure, format_value
from optcourse.homework.measures import MEASURES


class Property(NamedTuple):
    """What holds of every right function. name: what tests and tables call it; words: the whole sentence.

    case(random) -> [arguments, ...]: the calls of one case, drawn from a NumPy generator; arguments are a tuple.
    holds(calls, answers, expected) -> bool: the judgment on one case; expected: the solution's answers to its calls.
    measure: what is asked, a name in MEASURES; by default what the function returns.
    show_expected: whether a message may show the right answer beside the wrong one.
    """

    name: str
    words: str
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
    """How one property fared: in `right` of `cases` it holds; the first wrong one, in words, and a hint that fits it.

    compared: whether any case got as far as a comparison; else there was no answer, or one of another form.
    begun: False where every answer was that the function still holds its placeholder.
    """

    words: str
    hint: str
    right: int
    cases: int
    wrong: str = ""
    compared: bool = True
    begun: bool = True

    @property
    def holds(self) -> bool:
        return self.right == self.cases


class Calls(NamedTuple):
    """The questions of one property: what is measured, and for each case a list of argument tuples."""

    measure: str
    cases: list


def draw_calls(exercise: Exercise, seed: int) -> list[Calls]:
    """The calls of each property, drawn from a generator of its own; TypeError where a case is no list of tuples."""
    generators = [np.random.default_rng([seed, index]) for index in range(len(exercise.properties))]
    return [
        Calls(each.measure, [_case(exercise, each, random) for _ in range(each.cases)])
        for each, random in zip(exercise.properties, generators)
    ]


def _case(exercise, claim, random):
    """The calls of one case; what else an author may return would be taken for calls of another kind."""
    calls = claim.case(random)
    if (
        not isinstance(calls, list)
        or not calls
        or not all(isinstance(each, tuple) for each in calls)
    ):
        raise TypeError(
            f"{exercise.name}, {claim.name!r}: `case` returned {calls!r:.60}: return a list of tuples, "
            "the arguments of each call; [(0.7,)] is one call with one argument"
        )
    return calls


def judge(exercise: Exercise, calls: list[Calls], answers: list) -> list[Finding]:
    """One finding for each property."""
    return [_finding(exercise, *triple) for triple in zip(exercise.properties, calls, answers)]


def examine(exercise: Exercise, function: Callable, seed: int) -> list[Finding]:
    """Question, answer and judgment in one process."""
    calls = draw_calls(exercise, seed)
    return judge(exercise, calls, collect_answers(function, calls))


def _finding(exercise, claim, calls, answers):
    faults = [_fault(exercise, claim, *pair) for pair in zip(calls.cases, answers)]
    found = [fault for fault in faults if fault is not None]
    begun = any(getattr(answer, "begun", True) for case in answers for answer in case)
    right = len(faults) - len(found)
    if not found:
        return Finding(claim.words, claim.hint, right, len(faults))
    first = found[0]
    return Finding(
        claim.words, first.hint, right, len(faults), first.words, first.compared or right > 0, begun
    )


class _Fault(NamedTuple):
    """What is wrong with the answers of one case, whether they could be compared; a hint, unless the words hold one."""

    words: str
    compared: bool
    hint: str


def _fault(exercise, claim, calls, answers) -> _Fault | None:
    asked = [f"{exercise.name}({', '.join(map(format_value, arguments))})" for arguments in calls]
    for question, answer in zip(asked, answers):
        if isinstance(answer, Failure):  # the solution need not run
            words = f"{question} {answer.sentence}. {answer.hint}".strip()
            return _Fault(words, False, "" if answer.hint else claim.hint)
    expected = [ask(exercise.solution, MEASURES[claim.measure], arguments) for arguments in calls]
    answers = [match_structure(*pair) for pair in zip(answers, expected)]
    for question, answer, right in zip(asked, answers, expected):
        if reason := form_error(answer, right):
            hint = (
                claim.hint if reason.endswith("not finite") else ""
            )  # else the sentence says what to return
            return _Fault(f"{question} {reason}.", False, hint)
    if claim.holds(calls, answers, expected):
        return None
    triples = list(zip(asked, answers, expected))
    telling = [triple for triple in triples if format_value(triple[1]) != format_value(triple[2])]
    telling = telling or [
        triple for triple in triples if not close(*map(_flatten, triple[1:]), 1e-4)
    ]
    return _Fault(
        "\n".join(_describe_call(claim, *triple) for triple in telling or triples), True, claim.hint
    )


def _describe_call(claim, question, answer, expected):
    """One call: what was asked, what came, and what should have come."""
    place, answer, expected = _largest_difference(answer, expected)
    verb = "gave " if claim.measure == "answer" else f"{claim.measure}: "
    lines = [question, f"    {verb}{f'at {place}: ' if place else ''}{format_value(answer)}"]
    if claim.show_expected:
        lines.append(
            f"    expected {'' if isinstance(expected, str) else 'about '}{format_value(expected)}"
        )
    return "\n".join(lines)


def _flatten(answer) -> np.ndarray:
    """All numbers of an answer in a row; none of a word."""
    if isinstance(answer, tuple):
        return np.concatenate([np.ravel(_flatten(part)) for part in answer])
    return np.ravel(answer) if isinstance(answer, np.ndarray) else np.zeros(0)


def _largest_difference(answer, expected):
    """(place, part of the answer, part of the expected one): down to where two look different, "[1][0]" say."""
    place = ""
    has_parts = lambda value: isinstance(value, tuple) or np.ndim(value) > 1
    while format_value(answer) == format_value(expected) and has_parts(answer):
        pairs = list(zip(answer, expected))
        apart = [np.max(np.abs(_flatten(a) - _flatten(e)), initial=0) for a, e in pairs]
        index = int(np.argmax(apart))
        place, (answer, expected) = f"{place}[{index}]", pairs[index]
    return place, answer, expected


def close(answer, expected, tolerance: float = 1e-2) -> bool:
    """Whether two arrays differ by no more than this fraction of the expected one's length."""
    return bool(np.linalg.norm(answer - expected) <= tolerance * np.linalg.norm(expected) + 1e-12)


def parallel(answer, expected, tolerance: float = 1e-3) -> bool:
    """Whether two vectors point the same way or opposite ways: 1 - |cos| is small."""
    lengths = np.linalg.norm(answer) * np.linalg.norm(expected)
    return bool(abs(np.sum(answer * expected)) >= (1 - tolerance) * lengths > 0)
