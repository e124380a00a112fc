"""Ask a student's function, safely: its answers as plain data, or a Failure with a reason of one sentence.

    collect_answers(function, calls) -> answers     all answers, within a time limit
    ask(function, measure, arguments) -> answer     one; whatever the student's code does
    match_structure(answer, expected) -> answer     two numbers in a list are two values, and two arrays are
    form_error(answer, expected) -> str             "" if the answer has the right form, from the answer alone

An answer is a word, a NumPy array of floats, a tuple of answers, or a Failure.
"""

import functools
import inspect
import linecache
import os
import time
import traceback
from collections.abc import Callable

import jax
import jax.numpy as jnp
import numpy as np

from optcourse.homework import given
from optcourse.homework.exchange import Failure, format_value
from optcourse.homework.measures import MEASURES, Counted, TooManyCalls
from optcourse.homework.time_limit import OutOfTime, time_limit

MAX_SECONDS = 40  # for all answers of a function together; the right ones take a few
ENDLESS_HINT = "Is there a loop that goes on for ever? Count its turns, and stop after many."
TRACING_HINT = (
    "JAX cannot trace this: use `jnp` instead of `np`, no `float(...)`, and no `if` on a value."
)
NUMPY_HINT = (
    "The function that you were given takes plain numbers: call it in a loop, outside of JAX."
)


def collect_answers(function: Callable, calls: list, seconds: float | None = None) -> list:
    """answers[property][case]: a list of answers, one for each call of `draw_calls`. No solution is needed for it."""
    seconds = MAX_SECONDS if seconds is None else seconds
    end = time.monotonic() + seconds

    def answer(measure, arguments):
        left = end - time.monotonic()
        if left <= 0:
            return Failure("was not asked: an earlier question took all the time", ENDLESS_HINT)
        try:
            with time_limit(left):
                return ask(function, MEASURES[measure], arguments)
        except OutOfTime:
            return Failure(f"did not come to an end in {seconds:g} s", ENDLESS_HINT)

    return [
        [[answer(measure, arguments) for arguments in case] for case in cases]
        for measure, cases in calls
    ]


def ask(function: Callable, measure: Callable, arguments: tuple):
    """The answer to one question, or a Failure. Only who interrupts from outside gets through."""
    if reason := signature_error(function, arguments):
        return Failure(reason)
    try:
        return to_plain(measure(function, *map(_prepare_argument, arguments)))
    except (KeyboardInterrupt, OutOfTime):
        raise
    except NotImplementedError as error:
        return Failure(f"is not written yet: {error}", begun=False)
    except TooManyCalls as error:
        return Failure(f"{error}: stop sooner, and see that every loop comes to an end")
    except BaseException as error:  # SystemExit too: the student's code may do anything
        return Failure(
            f"stopped with {_error_text(error)}{_error_line(error, function)}", _advice(error)
        )


def _prepare_argument(argument):
    """An array as JAX has it; a given function as a function, whose settings would tell too much, and its calls counted
    where it may be called only so many times."""
    if isinstance(argument, np.ndarray):
        return jnp.asarray(argument)
    if not isinstance(argument, given.Given):
        return argument
    return Counted(argument) if argument.most is not None else _as_function(argument)


@functools.lru_cache(
    maxsize=64
)  # the same function for the same name and settings, so that JAX need not trace it again
def _as_function(argument: given.Given) -> Callable:
    def function(*arguments):
        return argument(*arguments)

    function.__name__, function.__wrapped__ = (
        argument.name,
        argument,
    )  # for the course's own; see inspect.unwrap
    return function


def to_plain(value):
    """Anything that a function may return as an answer, or the Failure that says why it is none."""
    if value is None:
        return Failure("returned nothing (None): end it with `return`")
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple):
        return tuple(to_plain(each) for each in value)
    if callable(value):
        return Failure(
            f"returned a function ({getattr(value, '__name__', 'without a name')}): call it"
        )
    try:
        array = np.asarray(
            float(value) if isinstance(value, int) else value
        )  # an int may be too long for NumPy
        if array.dtype.kind == "c" and np.all(array.imag == 0):  # as eigenvalues come
            array = array.real
        if array.dtype.kind not in "biuf" and array.dtype.name != "bfloat16":
            raise TypeError
        return array.astype(float)
    except (TypeError, ValueError, OverflowError):
        parts = (
            tuple(map(to_plain, value)) if isinstance(value, list) else ()
        )  # [array, number] is a tuple in other clothes
        if parts and not any(isinstance(part, Failure) for part in parts):
            return parts
        return Failure(f"returned a {type(value).__name__}: return numbers, as an array")


def match_structure(answer, expected):
    """The answer; numbers or arrays of one shape are as good in a list or an array as in a tuple, and the other way.

    The same holds of each value where there are several.
    """
    if isinstance(answer, np.ndarray) and answer.ndim and isinstance(expected, tuple):
        return tuple(map(np.asarray, answer)) if _has_row_shapes(expected, answer) else answer
    if isinstance(answer, Failure) or not isinstance(answer, tuple):
        return answer
    if not np.iterable(expected) or len(answer) != len(expected):
        return answer
    parts = tuple(map(match_structure, answer, expected))  # a tuple of tuples is a matrix
    if isinstance(expected, tuple):
        return parts
    if isinstance(expected, np.ndarray) and _has_row_shapes(parts, expected):
        return np.stack(parts)
    return answer


def _has_row_shapes(parts: tuple, array: np.ndarray) -> bool:
    """Whether the parts have the shapes of the array's rows."""
    shapes = {part.shape if isinstance(part, np.ndarray) else None for part in parts}
    return len(parts) == len(array) and shapes == {array.shape[1:]}


def form_error(answer, expected) -> str:
    """Why the answer cannot be compared with the expected one, as the end of a sentence; "" if it can."""
    if isinstance(answer, Failure):
        return answer.sentence
    if isinstance(expected, tuple):
        if not isinstance(answer, tuple) or len(answer) != len(expected):
            return f"returned {_describe_form(answer)}: return {len(expected)} values, separated by a comma"
        return next(filter(None, map(form_error, answer, expected)), "")
    if isinstance(answer, tuple) or isinstance(answer, str) != isinstance(expected, str):
        return f"returned {_describe_form(answer)}: return {_describe_form(expected)}"
    if isinstance(expected, str):
        return ""
    if answer.shape != expected.shape:
        return f"returned {_describe_form(answer)}: return {_describe_form(expected)}"
    return (
        ""
        if np.all(np.isfinite(answer))
        else f"returned {format_value(answer)}, which is not finite"
    )


def signature_error(function, arguments: tuple) -> str:
    """Why `function` cannot be called like this; "" if it can."""
    if not callable(function):
        return f"cannot be asked: this is {function!r:.40} now: run the cell that defines the function again"
    try:
        signature = inspect.signature(function)
        signature.bind(*arguments)
    except TypeError:
        names = ", ".join(signature.parameters)
        return f"cannot be asked: the function takes ({names}) now, not {len(arguments)} arguments: write it as it was"
    except ValueError:  # some functions written in C do not say what they take
        return ""
    return ""


def _describe_form(answer):
    """An answer's form in words."""
    if isinstance(answer, Failure):
        return "something else"
    if isinstance(answer, tuple):
        return f"{len(answer)} values" if len(answer) != 1 else "one value in a tuple"
    if isinstance(answer, str):
        return f"the word {answer!r}" if answer else "a word"
    if answer.ndim == 0:
        return "one number"
    return f"an array of shape {answer.shape}"


def _advice(error):
    """What to do about an error of JAX's tracing; another where it comes from a given function that is NumPy."""
    if not isinstance(error, jax.errors.JAXTypeError):
        return ""
    folder = os.path.dirname(given.__file__)
    inside = any(
        frame.filename.startswith(folder) for frame in traceback.extract_tb(error.__traceback__)
    )
    return NUMPY_HINT if inside else TRACING_HINT


def _error_text(error):
    if isinstance(error, jax.errors.JAXTypeError):  # its words are about the inside of JAX
        return type(error).__name__
    words = next(iter(str(error).strip().splitlines()), "")
    return f"{type(error).__name__}{': ' if words else ''}{words}"


def _error_line(error, function):
    """The last line of the student's own that ran, for the end of a sentence; "" where there is none."""
    file = getattr(getattr(function, "__code__", None), "co_filename", None)
    frames = [
        frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == file
    ]
    if not frames:
        return ""
    line = linecache.getline(file, frames[-1].lineno).strip()
    return f", in line {frames[-1].lineno} of its cell{f': {line}' if line else ''}"
