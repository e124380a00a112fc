"""One number from one number of each operand: a template for each kind of number."""

import numpy as np

from optcourse.javascript.compiler import Compiler, rule
from optcourse.javascript.values import Value

# Primitive -> JavaScript of real numbers; a float32 is rounded afterwards, as the machine does.
REAL = {
    "add": "{} + {}",
    "add_any": "{} + {}",
    "sub": "{} - {}",
    "mul": "{} * {}",
    "div": "{} / {}",
    "rem": "{} % {}",
    "max": "Math.max({}, {})",
    "min": "Math.min({}, {})",
    "neg": "-{}",
    "abs": "Math.abs({})",
    "sign": "Math.sign({})",
    "floor": "Math.floor({})",
    "ceil": "Math.ceil({})",
    "sqrt": "Math.sqrt({})",
    "rsqrt": "1 / Math.sqrt({})",
    "cbrt": "Math.cbrt({})",
    "exp": "Math.exp({})",
    "exp2": "2 ** {}",
    "expm1": "Math.expm1({})",
    "log": "Math.log({})",
    "log1p": "Math.log1p({})",
    "logistic": "1 / (1 + Math.exp(-{}))",
    "atan2": "Math.atan2({}, {})",
    "clamp": "Math.min(Math.max({1}, {0}), {2})",
    **{name: f"Math.{name}({{}})" for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh")},
    **{f"a{name}": f"Math.a{name}({{}})" for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh")},
}
# The same for 32-bit whole numbers, where it differs; `| 0` and `>>> 0` wrap around.
WHOLE = REAL | {
    "mul": "Math.imul({}, {})",
    "not": "~{}",
    "and": "{} & {}",
    "or": "{} | {}",
    "xor": "{} ^ {}",
    "shift_left": "shift_left({}, {})",
    "shift_right_logical": "shift_right({}, {})",
    "shift_right_arithmetic": "{} >> {}",
}
# Of 64 bits they lie in doubles, up to 2^53; what asks for their bits is refused (see compiler).
LONG = REAL | {"div": "Math.trunc({} / {})"}
LOGICAL = {"not": "!{}", "and": "{} && {}", "or": "{} || {}", "xor": "{} !== {}"}
LOGICAL |= {"max": "{} || {}", "min": "{} && {}"}
TABLES = {"bool": LOGICAL, "int32": WHOLE, "uint32": WHOLE, "int64": LONG}
COMPARISONS = {"eq": "===", "ne": "!==", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}


def rounded(dtype, text: str) -> str:
    """The expression in the type's own precision, in parentheses."""
    if dtype == np.float32:
        return f"f({text})"
    # Of JavaScript's signs, | binds last and >>> before &, ^ and |.
    return {"int32": f"({text} | 0)", "uint32": f"(({text}) >>> 0)"}.get(str(dtype), f"({text})")


def aligned(value: Value, index):
    """The element at this index of the result: an axis of length 1 is repeated."""
    if not value.shape:
        return value.element(())
    return value.element(tuple(0 if n == 1 else i for n, i in zip(value.shape, index)))


def elementwise(equation, values, write) -> Value:
    """The value whose element is write(elements of the operands)."""
    out = equation.outputs[0]
    element = lambda index: write(*(aligned(value, index) for value in values))
    return Value(out.shape, out.dtype, element)


@rule(*(REAL.keys() | WHOLE.keys() | LOGICAL.keys()), lazy=True)
def arithmetic(compiler: Compiler, equation, *values):
    dtype = equation.outputs[0].dtype
    write = template(equation.name, dtype)
    if "shift_" in write:
        compiler.code.helper(write.split("(")[0])
    return elementwise(equation, values, lambda *x: rounded(dtype, write.format(*x)))


def template(name: str, dtype) -> str:
    """What this primitive writes of numbers of this type, {} for each operand."""
    return TABLES.get(str(dtype), REAL)[name]


def combined(name: str, dtype, a: str, b: str) -> str:
    """Of two numbers, what this primitive makes of them."""
    return rounded(dtype, template(name, dtype).format(a, b))


@rule(*COMPARISONS, lazy=True)
def comparison(compiler: Compiler, equation, *values):
    sign = COMPARISONS[equation.name]
    return elementwise(equation, values, lambda a, b: f"({a} {sign} {b})")


@rule("lt_to", "le_to", lazy=True)
def total_order(compiler: Compiler, equation, *values):
    """As a sort sees it: not-a-number after all others."""
    before = compiler.code.helper("before")
    if equation.name == "lt_to":
        return elementwise(equation, values, lambda a, b: f"{before}({a}, {b})")
    return elementwise(equation, values, lambda a, b: f"!{before}({b}, {a})")


@rule("is_finite", lazy=True)
def is_finite(compiler: Compiler, equation, x):
    return elementwise(equation, [x], lambda a: f"Number.isFinite({a})")


@rule("pow", "round", "erf", "erf_inv", "population_count", lazy=True)
def helper_call(compiler: Compiler, equation, *values):
    """A function of helpers.js, which has the primitive's name where none is given here."""
    if equation.name == "round" and int(equation.params["rounding_method"]) == 0:
        name = "round_away"
    else:
        name = {"pow": "power", "round": "round_even"}.get(equation.name, equation.name)
    compiler.code.helper(name)
    dtype = equation.outputs[0].dtype
    return elementwise(equation, values, lambda *x: rounded(dtype, f"{name}({', '.join(x)})"))


@rule("erfc", lazy=True)
def erfc(compiler: Compiler, equation, x):
    compiler.code.helper("erf")
    return elementwise(equation, [x], lambda a: rounded(x.dtype, f"1 - erf({a})"))


@rule("square", "integer_pow")
def integer_power(compiler: Compiler, equation, x):
    """x y times by itself, from the left, as JAX does for small y."""
    y, dtype = equation.params.get("y", 2), x.dtype
    times = "Math.imul({}, {})" if dtype in (np.int32, np.uint32) else "{} * {}"

    def write(a):
        product = "1" if y == 0 else a
        for _ in range(abs(y) - 1):
            product = rounded(dtype, times.format(product, a))
        return rounded(dtype, f"1 / {product}") if y < 0 else product

    return elementwise(equation, [x], write)


@rule("select_n", lazy=True)
def select(compiler: Compiler, equation, which, *cases):
    def write(w, first, *rest):
        if which.dtype == np.bool_:
            return f"({w} ? {rest[0]} : {first})"
        text = [first, *rest][-1]
        for n, case in reversed(list(enumerate([first, *rest][:-1]))):
            text = f"({w} === {n} ? {case} : {text})"
        return text

    whole = which if which.shape or len(cases) == 2 else compiler.store(which)
    return elementwise(equation, (whole, *cases), write)


@rule("convert_element_type", lazy=True)
def convert(compiler: Compiler, equation, x):
    source, target = x.dtype, equation.outputs[0].dtype
    return elementwise(equation, [x], lambda a: _converted(compiler, source, target, a))


def _converted(compiler: Compiler, source, target, a: str) -> str:
    if source == target:
        return a
    if source == np.bool_:
        return f"({a} ? 1 : 0)"
    if target == np.bool_:
        return f"({a} !== 0)"
    if np.issubdtype(target, np.integer) and np.issubdtype(source, np.floating):
        bounds = np.iinfo(target)
        low, high = max(bounds.min, -(2**53)), min(bounds.max, 2**53)
        return f"{compiler.code.helper('to_whole')}({a}, {low}, {high})"
    return rounded(target, a)


@rule("bitcast_convert_type")
def bitcast(compiler: Compiler, equation, x):
    """The same bits, as another type."""
    target = equation.outputs[0].dtype
    to_float, from_float = target == np.float32, x.dtype == np.float32
    if to_float == from_float:
        return elementwise(equation, [x], lambda a: rounded(target, a))
    name = compiler.code.helper("as_float" if to_float else "float_bits")
    return elementwise(equation, [x], lambda a: rounded(target, f"{name}({a})"))
