"""The same numbers at other places: nothing is computed, the index is."""

import numpy as np

from optcourse.javascript.compiler import Compiler, rule
from optcourse.javascript.values import (
    Value,
    at_position,
    in_a_row,
    plus,
    position,
    remainder,
    times,
)


def viewed(x: Value, shape, index_of) -> Value:
    """The value that has at an index what x has at index_of(index)."""

    def element(index):
        found = tuple(index_of(index))
        missing = len(x.shape) - len(found)  # of a random key's two numbers JAX says nothing
        return x.element((*found, *index[len(index) - missing :]))

    return Value(tuple(shape), x.dtype, element, x.stored)


@rule("broadcast_in_dim")
def broadcast_in_dim(compiler: Compiler, equation, x, *_):
    axes, shape = equation.params["broadcast_dimensions"], equation.outputs[0].shape
    read = lambda index: tuple(0 if n == 1 else index[axis] for n, axis in zip(x.shape, axes))
    return viewed(x, shape, read)


@rule("reshape", lazy=True)
def reshape(compiler: Compiler, equation, x, *_):
    shape = equation.outputs[0].shape
    if x.flat is not None:
        return in_a_row(shape, x.dtype, x.flat, x.array)
    if [n for n in shape if n > 1] == [n for n in x.shape if n > 1]:  # axes of length 1 come or go
        return viewed(x, shape, lambda index: _with_ones(x.shape, shape, index))
    return viewed(x, shape, lambda index: at_position(x.shape, position(shape, index)))


def _with_ones(old, new, index):
    long = iter([i for i, n in zip(index, new) if n > 1])
    return tuple(next(long) if n > 1 else 0 for n in old)


@rule("squeeze", lazy=True)
def squeeze(compiler: Compiler, equation, x):
    return reshape(compiler, equation, x)


@rule("transpose", lazy=True)
def transpose(compiler: Compiler, equation, x):
    order = equation.params["permutation"]
    read = lambda index: tuple(index[order.index(axis)] for axis in range(len(order)))
    return viewed(x, equation.outputs[0].shape, read)


@rule("tile")
def tile(compiler: Compiler, equation, x):
    read = lambda index: tuple(remainder(i, n) for i, n in zip(index, x.shape))
    return viewed(x, equation.outputs[0].shape, read)


@rule("rev", lazy=True)
def reverse(compiler: Compiler, equation, x):
    turned = equation.params["dimensions"]

    def read(index):
        return tuple(
            plus(times(i, -1), n - 1) if axis in turned else i
            for axis, (i, n) in enumerate(zip(index, x.shape))
        )

    return viewed(x, x.shape, read)


@rule("slice", lazy=True)
def slice_(compiler: Compiler, equation, x):
    starts = [int(start) for start in equation.params["start_indices"]]
    strides = [int(stride) for stride in equation.params["strides"] or (1,) * len(starts)]
    read = lambda index: tuple(plus(times(i, k), s) for i, k, s in zip(index, strides, starts))
    return viewed(x, equation.outputs[0].shape, read)


@rule("split")
def split(compiler: Compiler, equation, x):
    axis, start, parts = equation.params["axis"], 0, []
    for size in map(int, equation.params["sizes"]):
        parts.append(_part(x, axis, start, size))
        start += size
    return parts


def _part(x: Value, axis, start, size) -> Value:
    shape = (*x.shape[:axis], size, *x.shape[axis + 1 :])
    read = lambda index: (*index[:axis], plus(index[axis], start), *index[axis + 1 :])
    return viewed(x, shape, read)


@rule("unstack")
def unstack(compiler: Compiler, equation, x):
    axis = equation.params["axis"]
    insert = lambda n: lambda index: (*index[:axis], n, *index[axis:])
    return [viewed(x, out.shape, insert(n)) for n, out in enumerate(equation.outputs)]


@rule("stack", lazy=True)
def stack(compiler: Compiler, equation, *values):
    axis = equation.params["axis"]
    read = lambda n, index: values[n].element((*index[:axis], *index[axis + 1 :]))
    return _joined(equation, values, axis, [1] * len(values), lambda n, index, _: read(n, index))


@rule("concatenate", lazy=True)
def concatenate(compiler: Compiler, equation, *values):
    axis = equation.params["dimension"]
    read = lambda n, index, start: values[n].element(
        (*index[:axis], plus(index[axis], -start), *index[axis + 1 :])
    )
    return _joined(equation, values, axis, [x.shape[axis] for x in values], read)


def _joined(equation, values, axis, sizes, read) -> Value:
    """Several values one after the other along an axis: read(n, index, start of the n-th)."""
    ends = np.cumsum(sizes).tolist()
    starts = [0, *ends[:-1]]

    def element(index):
        place = index[axis]
        if isinstance(place, int):
            n = next(n for n, end in enumerate(ends) if place < end)
            return read(n, index, starts[n])
        text = read(len(values) - 1, index, starts[-1])
        for n in reversed(range(len(values) - 1)):
            text = f"({place} < {ends[n]} ? {read(n, index, starts[n])} : {text})"
        return text

    out = equation.outputs[0]
    return Value(out.shape, out.dtype, element, all(x.stored for x in values))


@rule("pad")
def pad(compiler: Compiler, equation, x, filling):
    config = [tuple(map(int, each)) for each in equation.params["padding_config"]]
    outside = filling.element(())

    def element(index):
        inner, conditions = [], []
        for i, n, (low, high, gap) in zip(index, x.shape, config):
            place = plus(i, -low)
            if isinstance(place, int):
                if place % (gap + 1) or not 0 <= place // (gap + 1) < n:
                    return outside
                inner.append(place // (gap + 1))
                continue
            conditions += [f"{place} >= 0"] if low > 0 else []
            conditions += [f"{place} < {(n - 1) * (gap + 1) + 1}"] if high > 0 else []
            conditions += [f"({place}) % {gap + 1} === 0"] if gap else []
            inner.append(f"({place}) / {gap + 1}" if gap else place)
        inside = x.element(tuple(inner))
        return f"({' && '.join(conditions)} ? {inside} : {outside})" if conditions else inside

    # What it reads is stored, so that an element is only chosen: to store it again saves nothing.
    out = equation.outputs[0]
    return Value(out.shape, out.dtype, element, stored=True)


@rule("iota")
def iota(compiler: Compiler, equation, *_):
    out, axis = equation.outputs[0], equation.params["dimension"]
    return Value(out.shape, out.dtype, lambda index: _index_text(index[axis]), stored=True)


@rule("iota_2x32_shape")
def counters(compiler: Compiler, equation):
    """Two words that count an array's numbers, for random bits: the upper one stays 0."""
    upper, lower = equation.outputs
    place = lambda index: _index_text(position(lower.shape, index))
    return [
        Value(upper.shape, upper.dtype, lambda index: "0", stored=True),
        Value(lower.shape, lower.dtype, place, stored=True),
    ]


def _index_text(i) -> str:
    return str(i) if isinstance(i, int) or i.isidentifier() else f"({i})"


@rule("copy", "stop_gradient", "optimization_barrier", lazy=True)
def same(compiler: Compiler, equation, *values):
    return list(values)
