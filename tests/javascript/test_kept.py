"""A loop runs only where what it reads has changed: the results are JAX's all the same, whatever was called before."""

import itertools

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from javascript import node
from jax import lax

from optcourse.javascript import compile_function

RUN = "  const results = loop("


def descend(x, rate):
    """Thirty steps on a bowl from the point x: (30, 2)."""
    return lax.scan(lambda w, _: (w - rate * w * jnp.array([1.0, 3.0]), w), x, None, length=30)[1]


def two_loops(x, rate, scale):
    """The second reads the array of the first; the sum reads that of the second."""
    path = descend(x, rate)
    grown = lax.scan(lambda c, row: (c + scale * row.sum(), c), 0.0, path)[1]
    return path, grown, jnp.sum(grown**2)


def in_place(x, rate, scale):
    """Arrays that are written into after they are made, where another argument moves."""
    path = descend(x, rate)
    place = (scale * 10).astype(jnp.int32)
    put = path.at[place].set(scale).at[0].add(1.0)
    return path, put, lax.dynamic_update_slice(path, put[:3] * rate, (place, 0)), path.at[place, 1].max(x[0]).sum(0)


def swapping(x, rate, scale):
    """Large carries that change places, and one that a condition chooses."""
    big = jnp.outer(jnp.arange(6.0), jnp.arange(5.0)) * scale
    a, b = lax.fori_loop(0, 3, lambda t, c: (c[1] + rate, c[0]), (big, big + x[0]))
    return a, b, lax.cond(rate > 0.1, lambda: a * 2, lambda: big), lax.while_loop(
        lambda c: c[0] > 0.1, lambda c: (c[0] * 0.5, c[1] + 1), (scale, x[1]))  # fmt: skip


def drawn(x, rate, scale):
    """Random numbers of a seed that moves, and of one that does not."""
    noise = jax.random.normal(jax.random.key((scale * 10).astype(jnp.int32)), (40,))
    return noise * rate, jax.random.uniform(jax.random.key(3), (20,)) + x[0], noise.sum()


def not_a_number(x, rate, scale):
    return descend(x, jnp.log(rate - 0.15)), jnp.cumsum(descend(x, rate) * scale, 0)


def few_numbers(x, rate, scale):
    """Variables that a loop reads at a place that it computes: they are copied to an array of `compute`."""
    table = jnp.stack([rate, scale, x[0], 1 - x[0]])
    return lax.fori_loop(0, 20, lambda t, c: c * 0.9 + table[t % 4], x[1])


PROGRAMS = [two_loops, in_place, swapping, drawn, not_a_number, few_numbers]
POINTS = [np.array(x, np.float32) for x in ([1.0, -2.0], [1.0, 0.5])]
RATES, SCALES = np.float32([0.1, 0.2]), np.float32([0.7, 1.3])


def settings():
    """Each of eight settings after each other one, and after itself: what changes is any set of the arguments."""
    corners = list(itertools.product(POINTS, RATES, SCALES))
    return [corner for pair in itertools.product(corners, repeat=2) for corner in pair]


def computed(text, calls, folder):
    (given,) = node.run([(text, calls)], folder)
    return given


def same(given, program, calls) -> bool:
    wanted = jax.jit(program)
    return all(
        np.allclose(got, np.ravel(want), rtol=1e-5, atol=1e-5, equal_nan=True)
        for got_all, values in zip(given, calls, strict=True)
        for got, want in zip(got_all, jax.tree.leaves(wanted(*values)), strict=True)
    )


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.__name__)
def test_the_results_are_those_of_jax_whatever_was_called_before(program, tmp_path):
    calls = settings()
    text = compile_function(program, *calls[0])
    assert same(computed(text, calls, tmp_path), program, calls)


@pytest.mark.parametrize(("program", "left_out"), [(two_loops, 0), (two_loops, 1), (in_place, 1), (few_numbers, 3)])
def test_it_would_be_seen_if_what_is_read_were_left_out_of_the_comparison(program, left_out, tmp_path):
    calls = settings()
    text = compile_function(program, *calls[0])
    blind = text.replace("Object.is(x,", f"i === {left_out} || Object.is(x,")
    assert blind != text and not same(computed(blind, calls, tmp_path), program, calls)


def runs(program, calls, folder):
    """For each call how many loops ran."""
    text = compile_function(program, *calls[0])
    assert RUN in text
    counting = text.replace(RUN, f"  ran += 1;\n{RUN}").replace("  return [a", "  return [ran, a")
    return np.diff(
        [float(call[0]) for call in computed("let ran = 0;\n" + counting, calls, folder)], prepend=0
    ).tolist()


def test_only_the_loops_run_that_read_what_has_changed(tmp_path):
    x, other, rate, scale = *POINTS, RATES[0], SCALES[0]
    nothing = np.float32(np.nan)
    calls, ran = zip(
        ((x, rate, scale), 3), ((x.copy(), rate, scale), 0), ((x, rate, SCALES[1]), 2), ((x, RATES[1], SCALES[1]), 3),
        ((x, nothing, SCALES[1]), 3), ((x, nothing, SCALES[1]), 0), ((other, rate, scale), 3),
    )  # fmt: skip
    assert runs(two_loops, calls, tmp_path) == list(ran)
