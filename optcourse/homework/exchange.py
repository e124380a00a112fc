"""What travels between a check and a student's code: plain data, as JSON; and values in messages.

    to_json(value), from_json(value)   there and back; a given function travels by name, not as code
    format_value(value)                a value in a message
    Failure("stopped with ...")        what stands for an answer where there is none

So the same question can be put in the notebook, or to a student's code that runs elsewhere.
"""

from typing import NamedTuple

import numpy as np

from optcourse.homework.given import Given


class Failure(NamedTuple):
    """The absence of an answer. reason: why, as the end of a sentence.

    hint: what to do about it, where that has nothing to do with what was asked.
    begun: False where the function still holds its placeholder.
    """

    reason: str
    hint: str = ""
    begun: bool = True


def to_json(value):
    """The value as JSON: lists stand for sequences, one-key dictionaries for what has a type."""
    if isinstance(value, Given):
        return {"given": value.name, "max_calls": value.max_calls, "settings": value.settings}
    if isinstance(value, np.ndarray):
        return {"array": value.tolist()}
    if isinstance(value, Failure):
        return {"failure": list(value)}
    if isinstance(value, tuple):
        return {"tuple": [to_json(each) for each in value]}
    if isinstance(value, list):
        return [to_json(each) for each in value]
    if isinstance(value, str | int | float):
        return value
    advice = "use numbers, words, NumPy arrays, tuples, lists or a Given"
    raise TypeError(f"{type(value).__name__} cannot be sent: {advice}")


def from_json(value):
    """The value that `to_json` was given, from its JSON."""
    if isinstance(value, list):
        return [from_json(each) for each in value]
    if not isinstance(value, dict):
        return value
    if "given" in value:
        return Given(value["given"], max_calls=value["max_calls"], **value["settings"])
    if "array" in value:
        return np.asarray(value["array"])  # labels stay whole numbers
    if "failure" in value:
        return Failure(*value["failure"])
    return tuple(from_json(each) for each in value["tuple"])


def format_value(value) -> str:
    """A value in a message: few digits, the ends of a long array, the shape of a large matrix."""
    if isinstance(value, tuple):
        return f"({', '.join(format_value(each) for each in value)})"
    if not isinstance(value, np.ndarray | float | int):
        return repr(value)
    numbers = [_format_number(number) for number in np.ravel(value)]
    if np.ndim(value) == 0:
        return numbers[0]
    if np.ndim(value) > 2 or (np.ndim(value) == 2 and np.size(value) > 8):
        return f"an array of shape {np.shape(value)}"
    if np.ndim(value) == 2:
        return f"[{', '.join(map(format_value, value))}]"
    if len(numbers) > 8:
        numbers = [*numbers[:3], f"... {len(numbers)} numbers ...", numbers[-1]]
    return f"[{', '.join(numbers)}]"


def _format_number(number) -> str:
    """Four digits; of a whole number that is not huge, all."""
    whole = np.isfinite(number) and abs(number) < 1e7 and number == int(number)
    return f"{number:.0f}" if whole else f"{number:.4g}"
