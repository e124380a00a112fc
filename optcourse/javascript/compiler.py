"""A JAX function to an ES module that computes the same, in the same floats.

    text = compile_function(function, *examples)      export function compute(x0, x1, ...) -> [...]

One equation after the other: its primitive's rule (see `rules`) says what stands at an index of
the result. A result that is read more than once, or by a rule that reads at will, is stored: up to
16 numbers as variables, more in an array that is made once. All others are written where they are
read.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import contextmanager, nullcontext

import numpy as np

from optcourse.javascript.code import ARRAYS, Code, number
from optcourse.javascript.program import (
    Constant,
    Equation,
    Program,
    UnsupportedError,
    Variable,
    trace,
)
from optcourse.javascript.values import Value, in_a_row, position

ATOM = re.compile(r"-?(\d[\d.e+-]*|Infinity)")
FEW = 16  # up to so many numbers are variables
FEW_AGAIN = 4  # up to so many are written one by one in a loop
RULES: dict[str, Callable] = {}  # primitive -> rule(compiler, equation, *values) -> value or values
# What asks for the bits of a number: JavaScript has 32 of them.
BITS = {"and", "or", "xor", "not", "shift_left", "shift_right_logical", "shift_right_arithmetic"}
BITS |= {"reduce_and", "reduce_or", "population_count", "bitcast_convert_type"}
LAZY_RULES: set[str] = set()  # they read each element once: what they read need not be stored


def rule(*names: str, lazy=False):
    """The decorated function is the rule of these primitives; lazy: it reads each element once."""

    def register(function):
        RULES.update(dict.fromkeys(names, function))
        LAZY_RULES.update(names if lazy else ())
        return function

    return register


def compile_function(function: Callable, *examples, title="Compiled from JAX: do not edit.") -> str:
    """The ES module of function(*examples): `compute` takes and returns numbers and flat arrays.

    function: pure, of numbers and arrays whose shapes are those of the examples; its results may be
    any pytree, of which `compute` returns the leaves. Its arrays stay the module's own: read them
    before the next call, and change nothing in them. 64-bit integers are whole numbers up to
    2^53. A primitive that has no rule is refused by its name, with the line that used it; so are
    types that are not in `code.ARRAYS`, and what asks for 64 bits one by one.
    """
    program = trace(function, *examples)
    compiler = Compiler()
    names = [f"x{n}" for n in range(len(program.inputs))]
    for name, x in zip(names, program.inputs):
        refuse_type(x, f"the type of argument {name}")
    inputs = [compiler.parameter(*pair) for pair in zip(names, program.inputs)]
    outputs = [compiler.whole(value) for value in compiler.run(program, inputs)]
    compiler.code.line(f"return [{', '.join(outputs)}];")
    return compiler.code.module(title, names)


class Compiler:
    """Follows a program and writes its code."""

    def __init__(self):
        self.code = Code()

    def run(self, program: Program, inputs: Sequence[Value]) -> list[Value]:
        """The program's outputs at these inputs, all stored."""
        values = dict(zip(program.inputs, inputs))
        self.follow(program.equations, values, reads(program))
        return [self.store(self.find(values, x)) for x in program.outputs]

    def follow(self, equations: Sequence[Equation], values: dict, times_read: Counter) -> None:
        """Add what these equations compute to the values; what is read twice is stored."""
        for each in equations:
            refuse(each)
            found = [self.find(values, x) for x in each.inputs]
            if each.name not in LAZY_RULES:
                found = [self.store(value) for value in found]
            results = RULES[each.name](self, each, *found)
            results = [results] if isinstance(results, Value) else results
            for variable, value in zip(each.outputs, results, strict=True):
                values[variable] = value if times_read[variable] < 2 else self.store(value)

    def find(self, values: dict, x: Variable) -> Value:
        return self.constant(x.array) if isinstance(x, Constant) else values[x]

    def constant(self, array: np.ndarray) -> Value:
        if array.size and (array == array.flat[0]).all():
            text = number(array.flat[0])
            return Value(array.shape, array.dtype, lambda index: text, stored=True)
        row = array.ravel()

        def flat(n):
            if isinstance(n, int):
                return number(row[n])
            return _read(self.code.constant(array), n, row.dtype)

        return in_a_row(array.shape, array.dtype, flat)

    def parameter(self, name: str, x: Variable) -> Value:
        """An input, rounded to its type: an array is copied into one of the module's own."""
        if x.shape:
            array = self.code.array(math.prod(x.shape), x.dtype)
            self.code.line(f"{array}.set({name});")
            return self.row(array, x.shape, x.dtype)
        rounded = f"f({name})" if x.dtype == np.float32 else name
        return self.numbers((), x.dtype, [self.code.declare(rounded)])

    def store(self, value: Value) -> Value:
        """The same, computed: what reads it now computes nothing."""
        return value if value.stored else self.collect(value.shape, value.dtype, value.element)

    def collect(self, shape, dtype, element: Callable) -> Value:
        """Store element(index) for each index. element may write lines of its own before."""
        size = math.prod(shape)
        if size <= FEW:
            names = []
            for index in np.ndindex(*shape):
                text = element(index)
                names.append(text if is_atom(text) else self.code.declare(text))
            return self.numbers(shape, dtype, names)
        return self.copy(Value(tuple(shape), dtype, element))[1]

    def row(self, array: str, shape, dtype) -> Value:
        """The value that lies in this array."""
        return in_a_row(shape, dtype, lambda n: _read(array, n, dtype), array)

    def numbers(self, shape, dtype, names: Sequence[str]) -> Value:
        """A value in variables. Who asks for the i-th, i a loop's, gets a copy in an array.

        The copy is made here, where the variables are set, though only a later line may ask for it.
        """
        slot, copies = self.code.slot(), []

        def flat(n):
            if isinstance(n, int):
                return names[n]
            if not copies:
                copies.append(self.code.array(len(names), dtype))
                slot.items += [f"{copies[0]}[{i}] = {name};" for i, name in enumerate(names)]
            return _read(copies[0], n, dtype)

        return in_a_row(shape, dtype, flat)

    def each(self, shape, body: Callable, index=()) -> None:
        """body(index) for each index of the shape: loops, but for few numbers."""
        if math.prod(shape) <= (FEW_AGAIN if index else FEW):
            for rest in np.ndindex(*shape):
                body((*index, *rest))
            return
        if shape[0] == 1:
            return self.each(shape[1:], body, (*index, 0))
        with self.count(shape[0]) as i:
            self.each(shape[1:], body, (*index, i))

    @contextmanager
    def count(self, length: int):
        """for (let i = 0; i < length; i++) { ... } around what is written meanwhile."""
        i = self.code.name()
        with self.code.nest(f"for (let {i} = 0; {i} < {length}; {i}++)"):
            yield i

    def fill(self, array: str, value: Value) -> None:
        """Write the value into this array, in a row."""
        write = lambda i: f"{array}[{position(value.shape, i)}] = {value.element(i)};"
        with self.code.function("fill") if value.size > FEW else nullcontext():
            self.each(value.shape, lambda i: self.code.line(write(i)))

    def copy(self, value: Value) -> tuple[str, Value]:
        """A new array with these numbers, to be changed by who asked for it, and its value."""
        array = self.code.array(value.size, value.dtype)
        self.fill(array, value)
        return array, self.row(array, value.shape, value.dtype)

    def whole(self, value: Value) -> str:
        """An expression for all of a result: a number, or an array in a row."""
        if not value.shape:
            return value.element(())
        return value.array or self.copy(value)[0]


def refuse(equation: Equation) -> None:
    """UnsupportedError for what JavaScript cannot say: before its rule is asked, here alone."""
    uses = f"which {equation.source} uses"
    if equation.name not in RULES:
        raise UnsupportedError(f"JavaScript has no {equation.name}, {uses}")
    inputs = [x for x in equation.inputs if not isinstance(x, Constant)]
    for x in (*inputs, *equation.outputs):
        refuse_type(x, uses)
        if equation.name in BITS and x.dtype.itemsize == 8:
            raise UnsupportedError(f"JavaScript has no {equation.name} of {x.dtype}, {uses}")


def refuse_type(x: Variable, uses: str) -> None:
    if str(x.dtype) not in ARRAYS:
        raise UnsupportedError(f"JavaScript has no {x.dtype}, {uses}: it has {', '.join(ARRAYS)}")


def reads(program: Program) -> Counter:
    """How often each variable is read, by equations or as an output."""
    inputs = [x for each in program.equations for x in each.inputs]
    return Counter([*inputs, *program.outputs])


def is_atom(text: str) -> bool:
    """A name or a known number: to write it twice costs nothing."""
    return text.isidentifier() or ATOM.fullmatch(text) is not None


def _read(array: str, n, dtype) -> str:
    return f"({array}[{n}] === 1)" if dtype == np.bool_ else f"{array}[{n}]"
