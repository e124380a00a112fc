"""What repeats and what chooses: scan, while and cond.

What a loop carries lies in variables or arrays that are written anew at the end of each round. What
does not depend on the round is computed once, before it.
"""

from collections import Counter

from optcourse.javascript.compiler import FEW, Compiler, is_atom, reads, rule
from optcourse.javascript.program import Constant, Program
from optcourse.javascript.rules.reductions import folded
from optcourse.javascript.values import Value, at_position, position


class Carry:
    """Values that change: each in variables, or in an array of its own."""

    def __init__(self, compiler: Compiler, shapes, starts=None):
        self.compiler, self.shapes = compiler, [(x.shape, x.dtype) for x in shapes]
        self.places = [self._make(x) for x in shapes]
        if starts is not None:
            self.assign(starts)

    def _make(self, x):
        size, code = Value(x.shape, x.dtype, None).size, self.compiler.code
        if size > FEW:
            return code.array(size, x.dtype)
        names = [code.name() for _ in range(size)]
        for name in names:
            code.line(f"let {name};")
        return names

    @property
    def names(self) -> list[str]:
        """The variables among it."""
        return [name for place in self.places if isinstance(place, list) for name in place]

    def values(self) -> list[Value]:
        """What it holds at this line of the code."""
        return [
            self.compiler.numbers(*kind, place)
            if isinstance(place, list)
            else self.compiler.row(place, *kind)
            for place, kind in zip(self.places, self.shapes)
        ]

    def assign(self, values) -> None:
        """Write all values, having read all: one may be made of what another replaces."""
        code, writes = self.compiler.code, []
        for place, (shape, _), value in zip(self.places, self.shapes, values):
            if isinstance(place, list):
                for n, name in enumerate(place):
                    text = value.flat(n) if value.flat else value.element(at_position(shape, n))
                    if text == name:
                        continue
                    own = not is_atom(text) or text in self.names
                    writes.append(f"{name} = {code.declare(text) if own else text};")
            elif value.array != place:
                others = value.array in self.places or not value.array
                source = self.compiler.copy(value)[0] if others else value.array
                writes.append(f"{place}.set({source});")
        for line in writes:
            code.line(line)


def before_the_loop(compiler: Compiler, program: Program, values: dict) -> list:
    """Compute what depends on these values alone; the equations that are left."""
    left = []
    for each in program.equations:
        if all(isinstance(x, Constant) or x in values for x in each.inputs):
            compiler.follow([each], values, Counter({x: 2 for x in each.outputs}))
        else:
            left.append(each)
    return left


def body(compiler: Compiler, program: Program, equations, values: dict) -> list[Value]:
    """The program's outputs, its remaining equations followed here."""
    compiler.follow(equations, values, reads(program))
    return [compiler.store(compiler.find(values, x)) for x in program.outputs]


@rule("scan")
def scan(compiler: Compiler, equation, *values):
    params, program, code = equation.params, equation.params["jaxpr"], compiler.code
    consts, carried = params["num_consts"], params["num_carry"]
    starts, rows = values[consts : consts + carried], values[consts + carried :]
    inputs, outs = program.inputs, program.outputs[carried:]
    stacks = [
        code.array(params["length"] * Value(x.shape, x.dtype, None).size, x.dtype) for x in outs
    ]
    with code.function("scan") as function:
        fixed = dict(zip(inputs, values[:consts]))
        equations = before_the_loop(compiler, program, fixed)
        carry = Carry(compiler, inputs[consts : consts + carried], starts)
        with compiler.count(params["length"]) as t:
            if params["reverse"]:
                t = code.declare(f"{params['length'] - 1} - {t}")
            changing = [*carry.values(), *(_row(x, t) for x in rows)]
            known = fixed | dict(zip(inputs[consts:], changing))
            results = body(compiler, program, equations, known)
            for stack, result in zip(stacks, results[carried:]):
                _write_row(compiler, stack, t, result)
            carry.assign(results[:carried])
        function.returns = carry.names
    shapes = [(params["length"], *x.shape) for x in outs]
    stacked = [compiler.row(a, shape, x.dtype) for a, shape, x in zip(stacks, shapes, outs)]
    return [*carry.values(), *stacked]


def _row(x: Value, t: str) -> Value:
    """The t-th of the things that a scan goes through."""
    return Value(x.shape[1:], x.dtype, lambda index: x.element((t, *index)), stored=True)


def _write_row(compiler: Compiler, stack: str, t: str, value: Value) -> None:
    shape = (0, *value.shape)  # the first length is never asked for
    write = lambda index: f"{stack}[{position(shape, (t, *index))}] = {value.element(index)};"
    compiler.each(value.shape, lambda index: compiler.code.line(write(index)))


@rule("while")
def while_(compiler: Compiler, equation, *values):
    params, code = equation.params, compiler.code
    test, step = params["cond_jaxpr"], params["body_jaxpr"]
    of_test, of_step = params["cond_nconsts"], params["body_nconsts"]
    constants, starts = values[of_test : of_test + of_step], values[of_test + of_step :]
    with code.function("repeat") as function:
        fixed_test = dict(zip(test.inputs, values[:of_test]))
        fixed_step = dict(zip(step.inputs, constants))
        to_test = before_the_loop(compiler, test, fixed_test)
        to_step = before_the_loop(compiler, step, fixed_step)
        carry = Carry(compiler, step.inputs[of_step:], starts)
        with code.nest("for (;;)"):
            now = carry.values()
            known = fixed_test | dict(zip(test.inputs[of_test:], now))
            (go,) = body(compiler, test, to_test, known)
            code.line(f"if (!({_any(compiler, go)})) break;")
            known = fixed_step | dict(zip(step.inputs[of_step:], now))
            results = body(compiler, step, to_step, known)
            carry.assign([_where(go, new, old) for new, old in zip(results, now)])
        function.returns = carry.names
    return carry.values()


def _any(compiler: Compiler, go: Value) -> str:
    """Whether one still goes: a while under vmap has a test for each."""
    return folded(compiler, "or", go.dtype, go.shape, go.element)


def _where(go: Value, new: Value, old: Value) -> Value:
    """Under vmap, the old value for those that have stopped."""
    if not go.shape:
        return new
    rank = len(go.shape)
    element = lambda i: f"({go.element(i[:rank])} ? {new.element(i)} : {old.element(i)})"
    return Value(new.shape, new.dtype, element)


@rule("cond")
def cond(compiler: Compiler, equation, which, *operands):
    branches, code = equation.params["branches"], compiler.code
    with code.function("choose") as function:
        result = Carry(compiler, equation.outputs)
        for n, branch in enumerate(branches):
            last = n == len(branches) - 1
            # JAX moves the number into the range: too small is the first, too large the last.
            head = f"if ({which.element(())} {'<=' if n == 0 else '==='} {n})"
            with code.nest(("" if n == 0 else "else ") + ("" if last and n else head)):
                result.assign(compiler.run(branch, operands))
        function.returns = result.names
    return result.values()
