"""Every primitive, alone and in programs: what JavaScript computes is what JAX computes.

In float64 to nine digits, so that a wrong index or sign cannot hide in rounding; in float32 to its own rounding,
where it also overflows and meets not-a-number as JAX does. Random bits are the same bits.
"""

import re
from unittest import mock

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from javascript import node, programs
from jax import lax

from optcourse.javascript import UnsupportedError, compile_function, compiler

DRAWS = 3  # random arguments beside those that the program names
SPECIAL = np.array([np.nan, np.inf, -np.inf, -0.0, 1e30], dtype=np.float32)
ALSO_SPECIAL = sorted(set(programs.UNARY) - {"to whole", "norm"})


class Noting(dict):
    """The rules, and the names of those that the programs asked for."""

    def __init__(self, rules):
        super().__init__(rules)
        self.names = set()

    def __getitem__(self, name):
        self.names.add(name)
        return super().__getitem__(name)


USED = Noting(compiler.RULES)


def settings_of(args, generator):
    """The arguments as they stand, then one after the other changed: loops keep what depends on the others alone."""
    kind = lambda x: x if np.issubdtype(x.dtype, np.integer) else x * generator.uniform(0.5, 1.02, x.shape)
    settings = [list(args)]
    for draw in range(max(DRAWS, len(args))):
        settings.append([kind(x) if i == draw % len(args) else x for i, x in enumerate(settings[-1])])
    return settings


def compared(cases, folder):
    """name -> (what node gave, what JAX gave) at each setting, both flat. cases: name -> (function, settings).

    Of a program that is not compiled or does not run, its error: so its own tests fail, and no others.
    """
    texts = {name: attempted(function, settings[0]) for name, (function, settings) in cases.items()}
    failed = {name: text for name, text in texts.items() if isinstance(text, Exception)}
    cases = {name: case for name, case in cases.items() if name not in failed}
    given = node.attempt([(texts[name], settings) for name, (_, settings) in cases.items()], folder)
    wanted = {}
    for names in _with_equal_arguments(cases):
        wanted |= answers(cases, names)
    pairs = {name: (got, wanted[name]) for name, got in zip(cases, given)}
    errors = lambda pair: [each for each in pair if isinstance(each, Exception)]
    return failed | {name: next(iter(errors(pair)), pair) for name, pair in pairs.items()}


def answers(cases, names):
    """What JAX gives for these; one after the other where they fail together."""
    functions, settings = [cases[name][0] for name in names], cases[names[0]][1]
    try:
        return dict(zip(names, zip(*[expected(functions, values) for values in settings])))
    except Exception as error:
        if len(names) == 1:
            return {names[0]: error}
        return {name: answers(cases, [name])[name] for name in names}


def attempted(function, args):
    """The compiled module, or the error that stands in its way."""
    try:
        with mock.patch.object(compiler, "RULES", USED):
            return compile_function(function, *args)
    except Exception as error:
        return error


def _with_equal_arguments(cases):
    """The names in groups: what takes the same arguments is compiled together, which saves most of the time."""
    groups = {}
    for name, (_, settings) in cases.items():
        groups.setdefault(str([np.asarray(x).tolist() for x in settings[-1]]), []).append(name)
    return groups.values()


def expected(functions, values):
    results = jax.jit(lambda values: [function(*values) for function in functions])(values)
    return [[np.asarray(x, dtype=float).ravel() for x in jax.tree.leaves(each)] for each in results]


def same(pair, tolerance) -> None:
    if isinstance(pair, Exception):
        raise pair
    for got, want in zip(*pair, strict=True):
        for x, y in zip(got, want, strict=True):
            np.testing.assert_allclose(x.ravel(), y, rtol=tolerance, atol=tolerance)


@pytest.fixture(scope="module")
def in_float64(tmp_path_factory):
    with jax.enable_x64(True):
        cases = {name: (f, settings_of(args, np.random.default_rng(0))) for name, (f, args) in programs.ALL.items()}
        return compared(cases, tmp_path_factory.mktemp("float64"))


@pytest.fixture(scope="module")
def in_float32(tmp_path_factory):
    single = lambda x: x.astype(np.float32) if x.dtype == np.float64 else x
    cases = {name: (f, [[single(x) for x in args]]) for name, (f, args) in programs.ALL.items()}
    cases |= {f"special {name}": (programs.UNARY[name], [[SPECIAL]]) for name in ALSO_SPECIAL}
    cases |= {f"random {name}": (f, [[np.int32(5)], [np.int32(0)]]) for name, f in programs.RANDOM.items()}
    return compared(cases, tmp_path_factory.mktemp("float32"))


@pytest.mark.parametrize("name", programs.ALL)
def test_in_float64_it_computes_what_jax_computes_to_nine_digits(in_float64, name):
    same(in_float64[name], 1e-9)


@pytest.mark.parametrize("name", [*programs.ALL, *(f"special {name}" for name in ALSO_SPECIAL)])
def test_in_float32_it_computes_what_jax_computes(in_float32, name):
    same(in_float32[name], 3e-5)


@pytest.mark.parametrize("name", programs.RANDOM)
def test_random_numbers_are_those_of_jax(in_float32, name):
    same(in_float32[f"random {name}"], 2e-6)


def test_each_primitive_that_has_a_rule_is_used_by_a_program(in_float64, in_float32):
    assert set(compiler.RULES) == USED.names


REFUSED = {
    "qr": (jnp.linalg.qr, np.eye(3)),
    "complex64": (lambda x: jnp.fft.fft(x).real, np.ones(4, np.float32)),
    "int8": (lambda n: n.astype(jnp.int8) * 2, np.int32(100)),
    "and of int64": (lambda n: n & 3, np.int64(5)),
    "reduce_or of int64": (lambda n: lax.reduce_or(n, (0,)), np.arange(4)),
    "population_count of int64": (lax.population_count, np.int64(5)),
    "bitcast_convert_type of float64": (lambda x: lax.bitcast_convert_type(x, jnp.uint32), np.float64(5)),
    "eigh of 3 x 3": (jnp.linalg.eigvalsh, np.eye(3)),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_javascript_does_not_have_is_refused_by_name_and_line(what):
    function, example = REFUSED[what]
    with jax.enable_x64(example.dtype.itemsize == 8):
        with pytest.raises(UnsupportedError, match=rf"has no {what}, which .*test_programs.py:\d+"):
            compile_function(lambda x: function(x), example)


def test_an_argument_of_a_type_that_javascript_does_not_have_is_refused():
    with pytest.raises(UnsupportedError, match="has no uint8, the type of argument x1: it has float32, "):
        compile_function(lambda x, image: x + image.sum(), np.float32(1), np.zeros(4, np.uint8))


def test_64_bits_are_whole_numbers_up_to_2_to_53(tmp_path):
    near = 2.0**40 + 0.5
    function = lambda n, x: (lax.div(n, 2), lax.rem(n, 2), n // 2, x.astype(int), (n + x.astype(int)) * 8000 // 3)
    with jax.enable_x64(True):
        settings = [[np.int64(n), np.float64(x)] for n in (-7, -3, 0, 8) for x in (near, -near)]
        same(compared({"long": (function, settings)}, tmp_path)["long"], 0)


def test_a_program_says_the_same_each_time_it_is_compiled():
    function, args = programs.ALL["8: nested"]
    assert compile_function(function, *args) == compile_function(function, *args)


def test_what_nobody_reads_is_not_computed_in_a_scan_either():
    def last(x):
        ends, _ = jax.lax.scan(lambda c, _: ((c[0] / 2, jax.numpy.sinh(c[1])), jax.numpy.cosh(c[0])), (x, x), None, 9)
        return ends[0]

    text = compile_function(last, np.float32(1))
    assert "/ 2" in text and not re.search("sinh|cosh", text)
