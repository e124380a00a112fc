"""Homework 10: right answers pass in whatever clothes, his two bugs are told apart, and what he tried shows neither."""

import re
from itertools import pairwise

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from exercises.implicit_bias import balanced_start as starts
from exercises.implicit_bias import unseen_entry as entries
from exercises.implicit_bias.small_start import small_start
from mutants.implicit_bias import balanced_start as mutants
from mutants.implicit_bias.factor_step import not_transposed
from optcourse import factorization
from optcourse.homework import catalog
from optcourse.homework.check import PUBLIC_SEED
from optcourse.homework.exercise import examine
from optcourse.homework.feedback import failure_message
from optcourse.homework.measures import MEASURES
from optcourse.linalg import schatten_norm


def by_jax(factors, observed, mask, rate):
    loss = factorization.completion_loss(observed, mask)
    return jax.tree.map(lambda W, G: W - rate * G, factors, jax.grad(loss)(factors))


def in_jax_numpy(depth, share, limit):
    if depth == 1:
        return jnp.array([jnp.maximum(limit - share, 0), 1 - jnp.maximum(limit, share)]) / (1 - share)
    if depth == 2:
        log = jnp.log(limit) / (1 - share)
        return jnp.exp(log), -log / 2
    ahead = (limit ** (2 / depth - 1) - 1) / (1 - share)
    return (1 + ahead) ** (-depth / (depth - 2)), ahead / (depth - 2)


def as_a_product(W):
    p = jnp.linalg.svd(W, compute_uv=False) / jnp.linalg.norm(W, "nuc")
    return 1 / jnp.prod(p**p)


def of_the_package(W, depth):
    return factorization.balanced_factors(W, depth)


def with_other_signs(W, depth):
    """Between the factors any rotation may stand."""
    *first, last = factorization.balanced_factors(W, depth)
    signs = jnp.array([-1.0, *[1.0] * (last.shape[1] - 1)])
    return [*first[:-1], signs[:, None] * first[-1], last * signs]


def clipped(b, c, d):
    return jnp.clip(b * c / (d or 1), -abs(d), abs(d))


def by_thirds(b, c, d):
    """A search that gives up a third of its range each time."""
    norm = lambda x: x * x + 2 * abs(x * d - b * c)
    high = 10 * max(abs(b), abs(c), abs(d))
    low = -high
    for _ in range(100):
        third = (high - low) / 3
        if norm(low + third) < norm(high - third):
            high -= third
        else:
            low += third
    return low


IN_OTHER_CLOTHES = [
    ("factor_step", by_jax),
    ("small_start", in_jax_numpy),
    ("effective_rank", as_a_product),
    ("balanced_start", of_the_package),
    ("balanced_start", with_other_signs),
    ("unseen_entry", clipped),
    ("unseen_entry", by_thirds),
]


@pytest.mark.parametrize("name, function", IN_OTHER_CLOTHES)
def test_a_right_answer_passes_in_other_clothes(name, function):
    findings = examine(catalog.exercise(f"10.{name}"), function, PUBLIC_SEED)
    assert [finding.counterexample for finding in findings if not finding.holds] == []


@pytest.mark.parametrize(
    "function, lost",
    [
        (mutants.his, ["product", "balanced", "shapes"]),
        (mutants.his_with_the_right_power, ["product", "balanced", "shapes"]),
        (mutants.ALONE["product"], ["product"]),
    ],
    ids=["both bugs", "columns scaled", "square roots"],
)
def test_a_bug_that_is_left_is_seen(function, lost):
    exercise = catalog.exercise("10.balanced_start")
    findings = examine(exercise, function, PUBLIC_SEED)
    assert [claim.name for claim, each in zip(exercise.properties, findings) if not each.holds] == lost


def test_what_he_tried_shows_neither_bug():
    W = np.diag([3.0, 1.0])
    assert MEASURES[starts.MEASURE](mutants.his, W, 2) == (0, 0)


@pytest.mark.parametrize("name, function", [("balanced_start", mutants.his), ("factor_step", not_transposed)])
def test_an_error_of_shapes_names_a_property_and_has_a_hint(name, function):
    exercise = catalog.exercise(f"10.{name}")
    findings = examine(exercise, function, PUBLIC_SEED)
    message = failure_message(exercise, findings, "")
    assert re.search(r"This does not hold yet: (.|\n)*stopped with \w+Error(.|\n)*Hint: ", message)


def test_a_factor_of_another_shape_is_named():
    turned = lambda W, depth: [factor.T for factor in starts.balanced_start(W, depth)]
    with pytest.raises(ValueError, match=r"W_1 has the shape \(3, 2\): make it \(2, 3\)"):
        MEASURES[starts.MEASURE](turned, np.ones((2, 3)), 3)
    with pytest.raises(ValueError, match="there are 3 factors: return 2"):
        MEASURES[starts.MEASURE](lambda W, depth: starts.balanced_start(W, 3), np.ones((2, 3)), 2)


@pytest.mark.parametrize("depth", [1, 2, 3, 6])
def test_from_that_start_the_law_leads_there_in_that_time(depth):
    """Both are followed in 5000 steps of the first's own growth; no closed form of w(t) is used."""
    share, limit = 0.3, 0.35
    start, expected = small_start(depth, share, limit)
    second, time = start, 0.0
    speed = lambda w: depth * w ** (2 - 2 / depth)
    for low, high in pairwise(np.geomspace(start, 1, 5001)):
        step = (high - low) / speed((low + high) / 2)
        half = second + share * speed(second) * step / 2
        second, time = second + share * speed(half) * step, time + step
    assert (second, time) == pytest.approx((limit, expected), rel=1e-4)


def test_no_other_entry_has_a_smaller_nuclear_norm(float64):
    """Of 60 matrices of either kind; 0.1 % off on either side, the nuclear norm is larger."""
    random = np.random.default_rng(0)
    for kind in (entries.large_corner, entries.small_corner):
        for b, c, d in [call for _ in range(10) for call in kind(random)]:
            x = entries.unseen_entry(b, c, d)
            norms = [float(schatten_norm(jnp.array([[each * x, b], [c, d]]), 1)) for each in (1, 0.999, 1.001)]
            assert norms[0] < min(norms[1:])
