"""JavaScript as it is written: lines in blocks, names that are not taken, arrays and helpers.

An outermost loop becomes a function of its own, because engines optimize small functions only,
and because it then runs only where what it reads has changed since the last call:

    function scan5(v1) { ... a2[v6] = v7; ... return [v7]; }       its results: a2 and v7
    function fill9() { ... a8[v6] = f(a2[v6] + 1); ... return []; }

    const r5 = kept(scan5, v1);          runs scan5(v1), or gives its last results where v1 is
                                         what it was (`kept` is in helpers.js)
    const [v7] = r5;
    const r9 = kept(fill9, r5);          a2 is as it was where r5 is: each run returns a new list

This is right because an array belongs to one: the function that names it first is the only one that
writes to it. Arrays of `compute` itself are compared number by number. What a function reads is
found when all is written.
"""

import itertools
import re
from contextlib import contextmanager
from pathlib import Path

import numpy as np

ARRAYS = {
    "float32": "Float32Array",
    "float64": "Float64Array",
    "int32": "Int32Array",
    "uint32": "Uint32Array",
    "int64": "Float64Array",  # whole numbers up to 2^53
    "bool": "Uint8Array",
}
HELPERS = Path(__file__).parent / "helpers.js"
NUMBER = re.compile(r"\bv\d+\b")
ARRAY = re.compile(r"\ba\d+\b")
DECLARED = re.compile(r"\b(?:const|let) (v\d+)")


class Block:
    """Lines and blocks in a row; with a head, `head {` and `}` around them."""

    def __init__(self, head=None):
        self.head, self.items = head, []

    def lines(self, depth=0) -> list[str]:
        inner = depth + (self.head is not None)
        body = []
        for item in self.items:
            body += item.lines(inner) if isinstance(item, Block) else ["  " * inner + item]
        if self.head is None:
            return body
        return ["  " * depth + self.head + " {", *body, "  " * depth + "}"]

    def text(self) -> str:
        return "\n".join(self.lines())


class Function(Block):
    """A loop written as a function beside `compute`, which calls it in the loop's place."""

    def __init__(self, name: str, result: str):
        super().__init__()
        self.name, self.result, self.returns = name, result, []
        self.others: list[str] = []  # what it reads beside numbers: see Code.link

    def text(self) -> str:
        """Its own lines, not the call."""
        return "\n".join(super().lines())

    def lines(self, depth=0) -> list[str]:
        reads = ", ".join([self.name, *self.numbers(), *self.others])
        calls = [f"const {self.result} = kept({reads});"]
        if self.returns:
            calls.append(f"const [{', '.join(self.returns)}] = {self.result};")
        return ["  " * depth + call for call in calls]

    def numbers(self) -> list[str]:
        """The numbers it takes: all that its lines name and do not declare, in order."""
        text = self.text()
        declared = set(DECLARED.findall(text))
        return [name for name in dict.fromkeys(NUMBER.findall(text)) if name not in declared]

    def definition(self) -> list[str]:
        head = f"function {self.name}({', '.join(self.numbers())}) {{"
        return [head, *super().lines(1), f"  return [{', '.join(self.returns)}];", "}"]


class Code:
    """The module that is being written."""

    def __init__(self):
        self.main = self.block = Block()
        self._open: tuple = ()  # the blocks in which the next line stands
        self.arrays, self.constants, self.functions = {}, {}, []
        self.helpers, self._numbers = set(), itertools.count(1)

    def line(self, text: str) -> None:
        self.block.items.append(text)

    def slot(self) -> Block:
        """A place in the code, empty at first: a later line may turn out to need lines here."""
        self.block.items.append(slot := Block())
        return slot

    def name(self, prefix="v") -> str:
        return f"{prefix}{next(self._numbers)}"

    def declare(self, expression: str, kind="const") -> str:
        """The name of a new number with this value."""
        name = self.name()
        self.line(f"{kind} {name} = {expression};")
        return name

    def array(self, size: int, dtype) -> str:
        """The name of a new array, made once and used in each call."""
        name = self.name("a")
        self.arrays[name] = f"new {ARRAYS[str(np.dtype(dtype))]}({size})"
        return name

    def constant(self, array: np.ndarray) -> str:
        """The name of an array of known numbers; equal ones share it."""
        key = (array.dtype.str, array.tobytes())
        if key not in self.constants:
            kind, name = ARRAYS[str(array.dtype)], self.name("c")
            numbers = ", ".join(map(_shortest, array.ravel()))
            self.arrays[name] = f"{kind}.of({numbers})"
            self.constants[key] = name
        return self.constants[key]

    def helper(self, name: str) -> str:
        """A function of helpers.js, which travels with the module."""
        self.helpers.add(name)
        return name

    @contextmanager
    def nest(self, head: str):
        """Lines written meanwhile stand in `head { ... }`."""
        with self._within(Block(head)) as block:
            yield block

    @contextmanager
    def function(self, prefix: str):
        """Around a loop that is written meanwhile: the outermost becomes a Function.

        Within another the loop stays where it is: the Block is for nothing but to take `returns`,
        which nobody reads, since who asks for the results stands in the same function.
        """
        if any(isinstance(block, Function) for block in self._open):
            yield Block()
            return
        number = next(self._numbers)
        function = Function(f"{prefix}{number}", f"r{number}")
        with self._within(function):
            yield function
        self.functions.append(function)
        self.helper("kept")

    @contextmanager
    def _within(self, block: Block):
        outer, path = self.block, self._open
        outer.items.append(block)
        self.block, self._open = block, (*path, block)
        try:
            yield block
        finally:
            self.block, self._open = outer, path

    def link(self) -> None:
        """Tell each function what it reads of others' arrays: their results, or all numbers."""
        owners: dict[str, str] = {}
        for item in self.main.items:
            arrays = ARRAY.findall(item if isinstance(item, str) else item.text())
            mine = item.result if isinstance(item, Function) else None
            for array in arrays:
                owners.setdefault(array, mine or f"...{array}")
            if mine:
                found = dict.fromkeys(owners[array] for array in arrays)
                item.others = [owner for owner in found if owner != mine]

    def module(self, title: str, parameters: list[str]) -> str:
        """The whole ES module."""
        self.link()
        parts = [f"// {title}", "const f = Math.fround;"]
        parts += [f"const {name} = {value};" for name, value in self.arrays.items()]
        for function in self.functions:
            parts += ["", *function.definition()]
        parts += ["", f"export function compute({', '.join(parameters)}) {{"]
        parts += [*self.main.lines(1), "}", *_helpers(self.helpers)]
        return "\n".join(parts) + "\n"


def number(x) -> str:
    """A known number in JavaScript: a float32 with all the digits that its double has."""
    if isinstance(x, bool | np.bool_):
        return "true" if x else "false"
    if np.issubdtype(type(x), np.integer):
        return str(int(x))
    special = {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}
    text = repr(float(x))
    return special.get(text, text.removesuffix(".0"))


def _shortest(x) -> str:
    """A known number in an array, which rounds it: of a float32 only its own digits."""
    return number(float(str(x)) if isinstance(x, np.float32) else x)


def _helpers(names: set[str]) -> list[str]:
    """The text of these helpers and of those that they call, in the order of helpers.js."""
    texts = re.split(r"\n(?=// )", HELPERS.read_text())[1:]
    known = {re.findall(r"function (\w+)", text)[0]: text.rstrip() for text in texts}
    calls = lambda text: {name for name in known if re.search(rf"\b{name}\(", text)}
    for _ in known:  # a helper calls helpers
        names = names.union(*(calls(known[name]) for name in names))
    return [line for name, text in known.items() if name in names for line in ("", text)]
