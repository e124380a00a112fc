"""An exercise: a function to write, and what is true of every right one.

    calls = questions(exercise, seed)             what is asked: property by property, case by case
    answers = answered(exercise, function, calls)  what the function says; runs where the student's code runs
    judged(exercise, calls, answers)              one Finding for each property, from the answers alone

In a notebook the three follow each other in one kernel, with a public seed. Calls and answers are plain data
(`arguments`), so that the one in the middle can run elsewhere with a seed that the student has not seen.

A property is no golden number: "three times the vector gives three times the answer". Each has a mutant in the tests, a
plausible wrong function that it alone rejects: without the property that mistake would pass.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from optcourse.homework.answers import call, complaint, fitted, said
from optcourse.homework.arguments import shown


class Property(NamedTuple):
    """What holds of every right function. name: what tests and tables call it; words: the whole sentence.

    case(random) -> [arguments, ...]: the calls of one case, drawn from a NumPy generator; arguments are a tuple.
    holds(calls, answers, expected) -> bool: the judgment on one case; expected: the solution's answers to its calls.
    measure(function, *arguments): what is asked, by default what the function returns.
    unit: what a measured number counts.
    revealed: whether a wrong answer may be shown beside the expected one.
    """

    name: str
    words: str
    hint: str
    case: Callable
    holds: Callable
    cases: int = 4
    measure: Callable = call
    unit: str = ""
    revealed: bool = True


class Exercise(NamedTuple):
    """A function to write. because: what to say when it is right."""

    name: str
    points: int
    solution: Callable
    properties: tuple[Property, ...]
    because: str = ""


class Finding(NamedTuple):
    """How one property fared: in `right` of `cases` it holds; the first wrong one, in words.

    compared: whether any case got as far as a comparison; else there was no answer, or one of another form.
    """

    words: str
    hint: str
    right: int
    cases: int
    wrong: str = ""
    compared: bool = True

    @property
    def holds(self) -> bool:
        return self.right == self.cases


def first_question(exercise: Exercise, seed: int) -> tuple:
    """The arguments of the first call, without the work of drawing the others."""
    return exercise.properties[0].case(np.random.default_rng([seed, 0]))[0]


def questions(exercise: Exercise, seed: int) -> list:
    """calls[property][case]: a list of argument tuples."""
    generators = [np.random.default_rng([seed, index]) for index in range(len(exercise.properties))]
    return [[each.case(random) for _ in range(each.cases)] for each, random in zip(exercise.properties, generators)]


def answered(exercise: Exercise, function: Callable, calls: list) -> list:
    """answers[property][case]: a list of answers, one for each call."""
    return [
        [[said(function, each.measure, arguments) for arguments in case] for case in cases]
        for each, cases in zip(exercise.properties, calls)
    ]


def judged(exercise: Exercise, calls: list, answers: list) -> list[Finding]:
    """One finding for each property."""
    return [_finding(exercise, *triple) for triple in zip(exercise.properties, calls, answers)]


def examined(exercise: Exercise, function: Callable, seed: int) -> list[Finding]:
    """Question, answer and judgment in one process."""
    calls = questions(exercise, seed)
    return judged(exercise, calls, answered(exercise, function, calls))


def _finding(exercise, claim, calls, answers):
    wrong = [_wrong(exercise, claim, *pair) for pair in zip(calls, answers)]
    first, compared = next(filter(lambda pair: pair[0], wrong), ("", True))
    right = sum(not words for words, _ in wrong)
    return Finding(claim.words, claim.hint, right, claim.cases, first, compared or right > 0)


def _wrong(exercise, claim, calls, answers):
    """(what is wrong with the answers of one case, whether they could be compared); "" if nothing is."""
    expected = [said(exercise.solution, claim.measure, arguments) for arguments in calls]
    answers = [fitted(*pair) for pair in zip(answers, expected)]
    asked = [f"{exercise.name}({', '.join(map(shown, arguments))})" for arguments in calls]
    for question, answer, right in zip(asked, answers, expected):
        if reason := complaint(answer, right):
            return f"{question} {reason}.", False
    if claim.holds(calls, answers, expected):
        return "", True
    triples = list(zip(asked, answers, expected))
    telling = [triple for triple in triples if shown(triple[1]) != shown(triple[2])]  # where they agree, say nothing
    return "\n".join(_described(claim, *triple) for triple in telling or triples), True


def _described(claim, question, answer, expected):
    """One call: what was asked, what came, and what should have come."""
    came = "gave" if claim.measure is call else claim.measure.__name__
    unit = f" {claim.unit}" if claim.unit else ""
    lines = [question, f"    {came} {shown(answer)}{unit}"]
    if claim.revealed:
        lines.append(f"    expected {'' if isinstance(expected, str) else 'about '}{shown(expected)}{unit}")
    return "\n".join(lines)


def close(answer, expected, tolerance: float = 1e-2) -> bool:
    """Whether two arrays differ by no more than this fraction of the expected one's length."""
    return bool(np.linalg.norm(answer - expected) <= tolerance * np.linalg.norm(expected) + 1e-12)


def parallel(answer, expected, tolerance: float = 1e-3) -> bool:
    """Whether two vectors point the same way or opposite ways: 1 - |cos| is small."""
    lengths = np.linalg.norm(answer) * np.linalg.norm(expected)
    return bool(abs(np.sum(answer * expected)) >= (1 - tolerance) * lengths > 0)
