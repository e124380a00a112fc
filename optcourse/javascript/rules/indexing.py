"""Reading and writing at places that are computed: slices that move, gather and scatter."""

import numpy as np

from optcourse.javascript.code import number
from optcourse.javascript.compiler import Compiler, rule
from optcourse.javascript.rules.elementwise import combined
from optcourse.javascript.rules.rearranging import viewed
from optcourse.javascript.values import plus, position


def clamped(compiler: Compiler, text: str, room: int):
    """The index moved into 0..room."""
    if room == 0:
        return 0
    if text.lstrip("-").isdigit():
        return min(max(int(text), 0), room)
    return compiler.code.declare(f"Math.min(Math.max({text}, 0), {room})")


def _starts(compiler: Compiler, shape, sizes, values):
    """Where a window of these sizes begins: JAX moves it into the array."""
    rooms = [n - size for n, size in zip(shape, sizes)]
    return [clamped(compiler, v.element(()), room) for v, room in zip(values, rooms)]


@rule("dynamic_slice")
def dynamic_slice(compiler: Compiler, equation, x, *starts):
    out = equation.outputs[0]
    corner = _starts(compiler, x.shape, out.shape, starts)
    return viewed(x, out.shape, lambda index: map(plus, index, corner))


@rule("dynamic_update_slice")
def dynamic_update_slice(compiler: Compiler, equation, x, part, *starts):
    place = lambda index: position(x.shape, tuple(map(plus, index, corner)))
    write = lambda index: f"{array}[{place(index)}] = {part.element(index)};"
    with compiler.code.function("update"):
        array, value = compiler.copy(x)
        corner = _starts(compiler, x.shape, part.shape, starts)
        compiler.each(part.shape, lambda index: compiler.code.line(write(index)))
    return value


@rule("gather")
def gather(compiler: Compiler, equation, x, indices):
    """Windows of x that begin where the rows of indices say."""
    numbers, sizes = equation.params["dimension_numbers"], equation.params["slice_sizes"]
    out, drops = equation.outputs[0], "FILL" in str(equation.params["mode"])
    hidden = {*numbers.collapsed_slice_dims, *numbers.operand_batching_dims}
    seen = [axis for axis in range(len(x.shape)) if axis not in hidden]
    filling = equation.params.get("fill_value")
    outside = _filling(out.dtype) if filling is None else number(out.dtype.type(filling))

    def element(index):
        batch = [i for axis, i in enumerate(index) if axis not in numbers.offset_dims]
        corner, inside = {}, []
        for n, axis in enumerate(numbers.start_index_map):
            text, room = indices.element((*batch, n)), x.shape[axis] - sizes[axis]
            inside += [f"{text} >= 0", f"{text} <= {room}"] if drops else []
            corner[axis] = clamped(compiler, text, room)
        theirs = (batch[axis] for axis in numbers.start_indices_batching_dims)
        corner |= dict(zip(numbers.operand_batching_dims, theirs))
        offsets = dict(zip(seen, (index[axis] for axis in numbers.offset_dims)))
        place = (plus(corner.get(axis, 0), offsets.get(axis, 0)) for axis in range(len(x.shape)))
        read = x.element(tuple(place))
        return f"({' && '.join(inside)} ? {read} : {outside})" if inside else read

    return compiler.collect(out.shape, out.dtype, element)


def _filling(dtype) -> str:
    """What JAX puts for a place outside: not-a-number, the least whole number, true."""
    if np.issubdtype(dtype, np.floating):
        return "NaN"
    if dtype == np.bool_:
        return "true"
    bounds = np.iinfo(dtype)
    return str(bounds.min if bounds.min < 0 else bounds.max)


@rule("scatter", "scatter-add", "scatter-mul", "scatter-min", "scatter-max", "scatter-sub")
def scatter(compiler: Compiler, equation, x, indices, updates):
    """x with the updates put in, or added, at the places that the rows of indices name."""
    numbers = equation.params["dimension_numbers"]
    how = equation.name.removeprefix("scatter").removeprefix("-")  # "" puts, without the old number
    hidden = {*numbers.inserted_window_dims, *numbers.operand_batching_dims}
    seen = [axis for axis in range(len(x.shape)) if axis not in hidden]

    def write(index):
        batch = [i for axis, i in enumerate(index) if axis not in numbers.update_window_dims]
        corner = dict(zip(seen, (index[axis] for axis in numbers.update_window_dims)))
        theirs = (batch[axis] for axis in numbers.scatter_indices_batching_dims)
        corner |= dict(zip(numbers.operand_batching_dims, theirs))
        for n, axis in enumerate(numbers.scatter_dims_to_operand_dims):
            corner[axis] = plus(indices.element((*batch, n)), corner.get(axis, 0))
        place = [corner.get(axis, 0) for axis in range(len(x.shape))]
        inside = [
            f"{i} >= 0 && {i} < {n}" for i, n in zip(place, x.shape) if not isinstance(i, int)
        ]
        target = f"{array}[{position(x.shape, place)}]"
        text = updates.element(index)
        if how:
            text = combined(how, x.dtype, target, text)
        guard = f"if ({' && '.join(inside)}) " if inside else ""
        compiler.code.line(f"{guard}{target} = {text};")

    with compiler.code.function("scatter"):
        array, value = compiler.copy(x)
        compiler.each(updates.shape, write)
    return value
