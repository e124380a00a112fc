"""What JAX traced, as a list of equations: calls inlined, constants computed, repetitions dropped.

    trace(function, *examples) -> Program          every number an Equation's output, or a Constant

A Program is all that the rest of the compiler sees of JAX. Random keys are plain numbers in it,
two uint32 each, as `jax.random.PRNGKey` has them: JavaScript knows no other.
"""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple
from unittest import mock

import jax
import numpy as np
from jax._src.source_info_util import summarize
from jax.extend import core
from jax.interpreters import partial_eval

# Calls, and the parameter that holds what is called: their rules of derivatives no longer matter.
CALLS = {
    "jit": "jaxpr",
    "closed_call": "call_jaxpr",
    "custom_jvp_call": "call_jaxpr",
    "custom_vjp_call": "call_jaxpr",
    "checkpoint": "jaxpr",
}
# Where large, a formula of the index is shorter than a table.
LAZY = {"iota", "iota_2x32_shape", "broadcast_in_dim"}
SMALL = 16


class Variable:
    """A number or an array that an equation computes; two are the same if they are one object."""

    def __init__(self, shape, dtype):
        self.shape, self.dtype = tuple(map(int, shape)), np.dtype(dtype)


class Constant(Variable):
    """An array that is known now."""

    def __init__(self, array):
        self.array = np.asarray(array)
        super().__init__(self.array.shape, self.array.dtype)


class Equation(NamedTuple):
    """outputs = name(inputs), with parameters; `source` is the author's line that asked for it."""

    name: str
    inputs: tuple[Variable, ...]
    outputs: tuple[Variable, ...]
    params: dict
    source: str


class Program(NamedTuple):
    """Equations in order, from inputs to outputs."""

    inputs: tuple[Variable, ...]
    equations: list[Equation]
    outputs: tuple[Variable, ...]


class UnsupportedError(NotImplementedError):
    """JavaScript cannot say this: it names the primitive and the author's line."""


def trace(function: Callable, *examples) -> Program:
    """The program of function at arguments of these shapes and types.

    It has nothing that nobody asks for, in the steps of a scan neither.
    """
    with mock.patch("jax.random.key", jax.random.PRNGKey):  # keys as plain numbers
        closed = jax.make_jaxpr(function)(*examples)
    every = [True] * len(closed.jaxpr.outvars)
    jaxpr, _ = partial_eval.dce_jaxpr(closed.jaxpr, every, instantiate=True)
    return read(closed.replace(jaxpr=jaxpr))


def read(closed: core.ClosedJaxpr) -> Program:
    """A Program that computes what the jaxpr computes, without what nobody reads."""
    inputs = tuple(_variable(each) for each in closed.jaxpr.invars)
    equations: list[Equation] = []
    outputs = tuple(_Reader(equations).follow(closed, inputs))
    return Program(inputs, _needed(equations, outputs), outputs)


class _Reader:
    """Appends the equations of a jaxpr, with its calls inlined, to a list."""

    def __init__(self, equations: list):
        self.equations, self.known, self.line = equations, {}, "JAX itself"

    def follow(self, closed: core.ClosedJaxpr, inputs: Sequence[Variable]) -> list[Variable]:
        jaxpr = closed.jaxpr
        values = dict(zip(jaxpr.invars, inputs))
        values |= {v: Constant(c) for v, c in zip(jaxpr.constvars, closed.consts)}
        find = lambda atom: Constant(atom.val) if isinstance(atom, core.Literal) else values[atom]
        caller = self.line
        for each in jaxpr.eqns:
            self.line = summarize(each.source_info) or caller  # JAX's own lines are left out
            outputs = self.equation(each, [find(atom) for atom in each.invars])
            values |= dict(zip(each.outvars, outputs))
        return [find(atom) for atom in jaxpr.outvars]

    def equation(self, each, inputs: list[Variable]) -> Sequence[Variable]:
        name = each.primitive.name
        if name in CALLS:
            return self.follow(_closed(each.params[CALLS[name]]), inputs)
        if name == "custom_linear_solve":
            return self.follow(each.params["jaxprs"].solve, _inputs_of_solve(each, inputs))
        if _is_known(each, inputs):
            return self.evaluate(each, inputs)
        return self.append(each, tuple(inputs))

    def evaluate(self, each, inputs) -> list[Constant]:
        arrays = [jax.numpy.asarray(x.array) for x in inputs]
        result = each.primitive.bind(*arrays, **each.params)
        return [Constant(x) for x in (result if each.primitive.multiple_results else [result])]

    def append(self, each, inputs) -> tuple[Variable, ...]:
        params = {name: _programs(value) for name, value in each.params.items()}
        key = (each.primitive.name, tuple(map(_identity, inputs)), str(each.params))
        if key not in self.known:
            outputs = tuple(_variable(v) for v in each.outvars)
            name = each.primitive.name
            self.equations.append(Equation(name, inputs, outputs, params, self.line))
            self.known[key] = outputs
        return self.known[key]


def _is_known(each, inputs) -> bool:
    """Whether the result can be computed now, and is worth writing down."""
    name, sizes = each.primitive.name, [math.prod(v.aval.shape) for v in each.outvars]
    worthwhile = name not in LAZY or max(sizes) <= SMALL
    constant = all(isinstance(x, Constant) for x in inputs)
    return constant and worthwhile and not name.startswith("random_")


def _variable(each) -> Variable:
    if str(each.aval.dtype).startswith("key<"):
        return Variable((*each.aval.shape, 2), np.uint32)
    return Variable(each.aval.shape, each.aval.dtype)


def _inputs_of_solve(each, inputs) -> list[Variable]:
    """Of a linear solve's inputs the constants of its `solve`, and the right-hand side."""
    lengths = each.params["const_lengths"]
    first = lengths.matvec + lengths.vecmat
    return [*inputs[first : first + lengths.solve], *inputs[sum(lengths) :]]


def _closed(jaxpr) -> core.ClosedJaxpr:
    return jaxpr if isinstance(jaxpr, core.ClosedJaxpr) else core.ClosedJaxpr(jaxpr, ())


def _programs(value):
    """A parameter of an equation, with a Program for each jaxpr in it."""
    if isinstance(value, core.ClosedJaxpr | core.Jaxpr):
        return read(_closed(value))
    if isinstance(value, tuple) and value and isinstance(value[0], core.ClosedJaxpr):
        return tuple(map(read, value))
    return value


def _identity(x: Variable):
    if isinstance(x, Constant):
        return x.shape, x.dtype.str, x.array.tobytes()
    return id(x)


def _needed(equations: list[Equation], outputs) -> list[Equation]:
    """Those equations on which the outputs depend."""
    wanted, needed = set(outputs), []
    for each in reversed(equations):
        if wanted.intersection(each.outputs):
            needed.append(each)
            wanted.update(each.inputs)
    return needed[::-1]
