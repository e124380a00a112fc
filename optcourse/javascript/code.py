"""JavaScript as it is written: lines in blocks, names that are not taken, arrays and helpers.

An outermost loop becomes a function of its own, because engines optimize small functions only;
which numbers it reads is found when all is written.
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
NAME = re.compile(r"\b[vx]\d+\b")
DECLARED = re.compile(r"\b(?:const|let) (v\d+)")
LISTED = re.compile(r"\b(?:const|let) \[([^\]]*)\] =")


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


class Function(Block):
    """A loop written as a function beside `compute`, which calls it in the loop's place."""

    def __init__(self, name: str):
        super().__init__()
        self.name, self.returns = name, []

    def lines(self, depth=0) -> list[str]:
        call = f"{self.name}({', '.join(self.reads())});"
        if self.returns:
            call = f"const [{', '.join(self.returns)}] = {call}"
        return ["  " * depth + call]

    def reads(self) -> list[str]:
        """The numbers it takes: all that its lines name and do not declare, in order."""
        text = "\n".join(super().lines())
        declared = set(DECLARED.findall(text))
        declared |= {name for names in LISTED.findall(text) for name in names.split(", ")}
        return [name for name in dict.fromkeys(NAME.findall(text)) if name not in declared]

    def definition(self) -> list[str]:
        body = super().lines(1)
        if self.returns:
            body.append(f"  return [{', '.join(self.returns)}];")
        return [f"function {self.name}({', '.join(self.reads())}) {{", *body, "}"]


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
        """A place for lines that may be needed here, once it is known."""
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
    def loop(self, prefix="loop"):
        """A loop is written meanwhile: the outermost becomes a Function, the others stay."""
        if any(isinstance(block, Function) for block in self._open):
            yield Block()
            return
        function = Function(self.name(prefix))
        with self._within(function):
            yield function
        self.functions.append(function)

    @contextmanager
    def _within(self, block: Block):
        outer, path = self.block, self._open
        outer.items.append(block)
        self.block, self._open = block, (*path, block)
        try:
            yield block
        finally:
            self.block, self._open = outer, path

    def module(self, title: str, parameters: list[str]) -> str:
        """The whole ES module."""
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
