"""Sums and their kin: along some axes, along one axis as one goes, of products, and in order."""

import math

import numpy as np

from optcourse.javascript.code import number
from optcourse.javascript.compiler import FEW, Compiler, rule
from optcourse.javascript.rules.elementwise import combined
from optcourse.javascript.values import Value, at_position, position

# Name -> (the primitive that adds one more, what nothing gives)
FOLDS = {
    "sum": ("add", lambda dtype: "0"),
    "prod": ("mul", lambda dtype: "1"),
    "max": ("max", lambda dtype: _lowest(dtype)),
    "min": ("min", lambda dtype: _highest(dtype)),
    "and": ("and", lambda dtype: number(~dtype.type(0))),
    "or": ("or", lambda dtype: number(dtype.type(0))),
}


def _lowest(dtype) -> str:
    if dtype == np.bool_:
        return "false"
    return "-Infinity" if np.issubdtype(dtype, np.floating) else str(np.iinfo(dtype).min)


def _highest(dtype) -> str:
    if dtype == np.bool_:
        return "true"
    return "Infinity" if np.issubdtype(dtype, np.floating) else str(np.iinfo(dtype).max)


def folded(compiler: Compiler, name: str, dtype, shape, element) -> str:
    """element(index) for all indices of the shape, folded into one number."""
    more, nothing = FOLDS[name]
    if math.prod(shape) <= FEW:
        texts = [element(index) for index in np.ndindex(*shape)]
        total = texts[0] if texts else nothing(dtype)
        for text in texts[1:]:
            total = combined(more, dtype, total, text)
        return total
    with compiler.code.function(name) as function:
        total = compiler.code.declare(nothing(dtype), "let")
        step = lambda index: f"{total} = {combined(more, dtype, total, element(index))};"
        compiler.each(shape, lambda index: compiler.code.line(step(index)))
        function.returns = [total]
    return total


@rule("reduce_sum", "reduce_prod", "reduce_max", "reduce_min", "reduce_and", "reduce_or", lazy=True)
def reduce(compiler: Compiler, equation, x):
    name, out = equation.name.removeprefix("reduce_"), equation.outputs[0]
    axes = equation.params["axes"]
    inner = [x.shape[axis] for axis in axes]

    def element(index):
        read = lambda summed: x.element(_merged(len(x.shape), axes, index, summed))
        return folded(compiler, name, out.dtype, inner, read)

    if 1 < math.prod(out.shape) <= FEW < math.prod(inner):
        return _one_by_one(compiler, out, element)
    return compiler.collect(out.shape, out.dtype, element)


def _one_by_one(compiler: Compiler, out, element) -> Value:
    """Few numbers, each of a loop: a loop around it is shorter than a copy of it for each."""
    size = math.prod(out.shape)
    array = compiler.code.array(size, out.dtype)
    with compiler.code.function("fill"), compiler.count(size) as i:
        compiler.code.line(f"{array}[{i}] = {element(at_position(out.shape, i))};")
    return compiler.row(array, out.shape, out.dtype)


def _merged(rank: int, axes, kept, summed) -> tuple:
    """The whole index, from its parts beside and along the axes."""
    kept, along = iter(kept), dict(zip(axes, summed))
    return tuple(along[axis] if axis in along else next(kept) for axis in range(rank))


@rule("argmax", "argmin")
def arg(compiler: Compiler, equation, x):
    """The first index of the largest or smallest number; of not-a-number, if there is one."""
    (axis,), out = equation.params["axes"], equation.outputs[0]
    better = ">" if equation.name == "argmax" else "<"

    def element(index):
        read = lambda n: x.element(_merged(len(x.shape), [axis], index, [n]))
        with compiler.code.function(equation.name) as function:
            best, where = compiler.code.declare(read(0), "let"), compiler.code.declare("0", "let")
            with compiler.count(x.shape[axis]) as i:
                new = compiler.code.declare(read(i))
                wins = f"{new} {better} {best} || ({new} !== {new} && {best} === {best})"
                compiler.code.line(f"if ({wins}) {{ {best} = {new}; {where} = {i}; }}")
            function.returns = [where]
        return where

    return compiler.collect(out.shape, out.dtype, element)


@rule("cumsum", "cumprod", "cummax", "cummin")
def cumulative(compiler: Compiler, equation, x):
    axis, (more, nothing) = equation.params["axis"], FOLDS[equation.name.removeprefix("cum")]
    array, others = compiler.code.array(x.size, x.dtype), x.shape[:axis] + x.shape[axis + 1 :]

    def along(index):
        total = compiler.code.declare(nothing(x.dtype), "let")
        with compiler.count(x.shape[axis]) as i:
            if equation.params["reverse"]:
                i = compiler.code.declare(f"{x.shape[axis] - 1} - {i}")
            place = _merged(len(x.shape), [axis], index, [i])
            compiler.code.line(f"{total} = {combined(more, x.dtype, total, x.element(place))};")
            compiler.code.line(f"{array}[{position(x.shape, place)}] = {total};")

    with compiler.code.function(equation.name):
        compiler.each(others, along)
    return compiler.row(array, x.shape, x.dtype)


@rule("dot_general")
def dot_general(compiler: Compiler, equation, a, b):
    """Sums over the contracted axes of products; the result has batch, a's and b's other axes."""
    (along_a, along_b), (batch_a, batch_b) = equation.params["dimension_numbers"]
    own_a = [axis for axis in range(len(a.shape)) if axis not in (*along_a, *batch_a)]
    own_b = [axis for axis in range(len(b.shape)) if axis not in (*along_b, *batch_b)]
    out, inner = equation.outputs[0], [a.shape[axis] for axis in along_a]

    def element(index):
        batch, rest = index[: len(batch_a)], index[len(batch_a) :]
        at_a = dict(zip([*batch_a, *own_a], [*batch, *rest[: len(own_a)]]))
        at_b = dict(zip([*batch_b, *own_b], [*batch, *rest[len(own_a) :]]))

        def product(summed):
            x, y = at_a | dict(zip(along_a, summed)), at_b | dict(zip(along_b, summed))
            return combined("mul", out.dtype, _read(a, x), _read(b, y))

        return folded(compiler, "sum", out.dtype, inner, product)

    return compiler.collect(out.shape, out.dtype, element)


def _read(x: Value, index: dict) -> str:
    return x.element(tuple(index[axis] for axis in range(len(x.shape))))


@rule("sort")
def sort(compiler: Compiler, equation, *values):
    """All operands in the order of the first ones, along an axis; equal ones keep their order."""
    axis, x = equation.params["dimension"], values[0]
    keys = values[: equation.params["num_keys"]]
    arrays = [compiler.code.array(v.size, v.dtype) for v in values]

    def along(index):
        place = lambda i: _merged(len(x.shape), [axis], index, [i])
        order = _order(compiler, x.shape[axis], [_at(key, place) for key in keys])
        with compiler.count(x.shape[axis]) as i:
            row = compiler.code.declare(f"{order}[{i}]")
            for array, value in zip(arrays, values):
                target = position(x.shape, place(i))
                compiler.code.line(f"{array}[{target}] = {value.element(place(row))};")

    with compiler.code.function("sort"):
        compiler.each(x.shape[:axis] + x.shape[axis + 1 :], along)
    return [compiler.row(array, v.shape, v.dtype) for array, v in zip(arrays, values)]


def _at(value: Value, place):
    return lambda i: value.element(place(i))


def _order(compiler: Compiler, length: int, reads) -> str:
    """The name of the order that sorts these rows of keys."""
    rows = [compiler.code.array(length, np.float64) for _ in reads]
    with compiler.count(length) as i:
        for row, read in zip(rows, reads):
            compiler.code.line(f"{row}[{i}] = {read(i)};")
    helper = compiler.code.helper("sorted_order")
    return compiler.code.declare(f"{helper}({length}, [{', '.join(rows)}])")


@rule("top_k")
def top_k(compiler: Compiler, equation, x):
    """The k largest of the last axis, and where they were."""
    out, where = equation.outputs
    size = math.prod(out.shape)
    values, places = (compiler.code.array(size, each.dtype) for each in equation.outputs)

    def along(index):
        read = lambda i: f"-{x.element((*index, i))}"
        order = _order(compiler, x.shape[-1], [read])
        with compiler.count(out.shape[-1]) as i:
            row = compiler.code.declare(f"{order}[{i}]")
            target = position(out.shape, (*index, i))
            compiler.code.line(f"{places}[{target}] = {row};")
            compiler.code.line(f"{values}[{target}] = {x.element((*index, row))};")

    with compiler.code.function("top"):
        compiler.each(x.shape[:-1], along)
    of_places = compiler.row(places, where.shape, where.dtype)
    return [compiler.row(values, out.shape, out.dtype), of_places]
