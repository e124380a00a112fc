"""An array as JavaScript sees it: a shape, a type, and what stands at an index.

    value.element((i, j)) -> expression       i and j: numbers known now, or names of loop variables

So a transposed, sliced or added array costs nothing until someone reads it: `x + y` is the function
of an index that writes `f(x[i] + y[i])`. What is read often is stored first (see `compiler`).
"""

import math
from collections.abc import Callable
from typing import NamedTuple

Index = int | str


class Value(NamedTuple):
    """What an equation computed: at an index, and where it is written down already, how."""

    shape: tuple[int, ...]
    dtype: object
    element: Callable
    stored: bool = False  # reading an element computes nothing
    flat: Callable | None = None  # n -> the n-th of its numbers, if they lie in a row
    array: str = ""  # the array that holds all of them and no others, if there is one

    @property
    def size(self) -> int:
        return math.prod(self.shape)


def in_a_row(shape, dtype, flat: Callable, array="") -> Value:
    """A stored value whose n-th number, last axis fastest, is flat(n)."""
    element = lambda index: flat(position(shape, index))
    return Value(tuple(shape), dtype, element, True, flat, array)


def position(shape, index) -> Index:
    """Which number it is in a row, last axis fastest: ((i * 4) + j) * 5 + k."""
    place: Index = 0
    for length, i in zip(shape, index):
        place = plus(times(place, length), i)
    return place


def at_position(shape, place: Index) -> tuple[Index, ...]:
    """The index of the number at this place of the row."""
    index = []
    for length in reversed(shape):
        index.append(remainder(place, length))
        place = quotient(place, length)
    return tuple(reversed(index))


def plus(a: Index, b: Index) -> Index:
    if isinstance(a, int) and isinstance(b, int):
        return a + b
    if b == 0 or a == 0:
        return b if a == 0 else a
    return f"{a} - {-b}" if isinstance(b, int) and b < 0 else f"{a} + {b}"


def times(a: Index, b: int) -> Index:
    if isinstance(a, int) or b in (0, 1):
        return a if b == 1 else 0 if b == 0 else a * b
    return f"{_factor(a)} * {b}"


def quotient(a: Index, b: int) -> Index:
    if isinstance(a, int):
        return a // b
    return a if b == 1 else f"({_factor(a)} / {b} | 0)"


def remainder(a: Index, b: int) -> Index:
    if isinstance(a, int):
        return a % b
    return 0 if b == 1 else f"{_factor(a)} % {b}"


def _factor(a: str) -> str:
    """In parentheses, unless it is a name or has them."""
    return a if a.isidentifier() else f"({a})"
