"""Call a student's function safely: its answers as plain data, or a Failure with its reason.

    collect_answers(function, calls) -> answers     all answers, within a time limit
    ask(function, measure, arguments) -> answer     one; whatever the student's code does
    match_structure(answer, expected) -> answer     a list or an array as the tuple that is expected
    form_error(answer, expected) -> str             why both cannot be compared; "" if they can

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
from optcourse.homework.measures import MEASURES, CountedFunction, TooManyCalls
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
    """answers[property][case]: a list of answers, one for each call of `draw_calls`."""
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

    answers = []
    for measure, cases in calls:
        answers.append([[answer(measure, arguments) for arguments in case] for case in cases])
    return answers


def ask(function: Callable, measure: Callable, arguments: tuple):
    """The answer to one call, or a Failure; only an interrupt from outside is raised."""
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
        reason = f"stopped with {_error_text(error)}{_error_line(error, function)}"
        return Failure(reason, _advice(error))


def _prepare_argument(argument):
    """An argument as the student gets it: arrays of JAX, in a tuple too; for a `Given` a function.

    A `Given` itself would show its settings. Its calls are counted where they are limited.
    """
    if isinstance(argument, np.ndarray):
        return jnp.asarray(argument)
    if isinstance(argument, tuple):
        return tuple(map(_prepare_argument, argument))
    if not isinstance(argument, given.Given):
        return argument
    if argument.max_calls is None:
        return _as_function(argument)
    return CountedFunction(argument)


# the same function for the same name and settings, so that JAX need not trace it again
@functools.lru_cache(maxsize=64)
def _as_function(argument: given.Given) -> Callable:
    def function(*arguments):
        return argument(*arguments)

    function.__name__ = argument.name
    function.__wrapped__ = argument  # for the course's own inspect.unwrap
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
        name = getattr(value, "__name__", "without a name")
        return Failure(f"returned a function ({name}): call it")
    try:
        # an int may be too long for NumPy
        array = np.asarray(float(value) if isinstance(value, int) else value)
        if array.dtype.kind == "c" and np.all(array.imag == 0):  # as eigenvalues come
            array = array.real
        if array.dtype.kind not in "biuf" and array.dtype.name != "bfloat16":
            raise TypeError
        return array.astype(float)
    except (TypeError, ValueError, OverflowError):
        # [array, number] is a tuple in other clothes
        parts = tuple(map(to_plain, value)) if isinstance(value, list) else ()
        if parts and not any(isinstance(part, Failure) for part in parts):
            return parts
        return Failure(f"returned a {type(value).__name__}: return numbers, as an array")


def match_structure(answer, expected):
    """The answer with the structure of the expected one, where only that differs.

    Values of one shape are as good in a list or an array as in a tuple, and the other way; so is
    each of several values.
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
    """Why an answer cannot be compared with the expected one, to end a sentence; "" if it can."""
    if isinstance(answer, Failure):
        return answer.reason
    form = _describe_form(answer)
    if isinstance(expected, tuple):
        if not isinstance(answer, tuple) or len(answer) != len(expected):
            return f"returned {form}: return {len(expected)} values, separated by a comma"
        return next(filter(None, map(form_error, answer, expected)), "")
    if isinstance(answer, tuple) or isinstance(answer, str) != isinstance(expected, str):
        return f"returned {form}: return {_describe_form(expected)}"
    if isinstance(expected, str):
        return ""
    if answer.shape != expected.shape:
        return f"returned {form}: return {_describe_form(expected)}"
    if not np.all(np.isfinite(answer)):
        return f"returned {format_value(answer)}, which is not finite"
    return ""


def signature_error(function, arguments: tuple) -> str:
    """Why `function` cannot be called like this; "" if it can."""
    if not callable(function):
        advice = "run the cell that defines the function again"
        return f"cannot be asked: this is {function!r:.40} now: {advice}"
    try:
        signature = inspect.signature(function)
        signature.bind(*arguments)
    except TypeError:
        names = ", ".join(signature.parameters)
        changed = f"the function takes ({names}) now, not {len(arguments)} arguments"
        return f"cannot be asked: {changed}: write it as it was"
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
    """What to do about an error of JAX's tracing, in the student's or in a given function."""
    if not isinstance(error, jax.errors.JAXTypeError):
        return ""
    folder = os.path.dirname(given.__file__)
    frames = traceback.extract_tb(error.__traceback__)
    in_given = any(frame.filename.startswith(folder) for frame in frames)
    return NUMPY_HINT if in_given else TRACING_HINT


def _error_text(error):
    if isinstance(error, jax.errors.JAXTypeError):  # its words are about the inside of JAX
        return type(error).__name__
    name = type(error).__name__
    lines = str(error).strip().splitlines()
    return f"{name}: {lines[0]}" if lines else name


def _error_line(error, function):
    """The last line of the student's own that ran, to end a sentence; "" where there is none."""
    file = getattr(getattr(function, "__code__", None), "co_filename", None)
    frames = traceback.extract_tb(error.__traceback__)
    numbers = [frame.lineno for frame in frames if frame.filename == file]
    if not numbers:
        return ""
    place = f", in line {numbers[-1]} of its cell"
    line = linecache.getline(file, numbers[-1]).strip()
    return f"{place}: {line}" if line else place
