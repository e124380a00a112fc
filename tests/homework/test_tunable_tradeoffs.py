"""Homework 08: right answers pass in whatever clothes; its targets are as sharp as the text promises."""

import math
from itertools import pairwise

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from exercises.tunable_tradeoffs import search as searches
from mutants.tunable_tradeoffs import search as mutants
from optcourse.homework import catalog
from optcourse.homework.check import PUBLIC_SEED
from optcourse.homework.exercise import examine
from optcourse.homework.given import Given


def by_the_gradient_of_a_square(first, second, w, multiplier, epsilon, settings):
    """[λ + c h]₊² / 2 c has the right gradient."""
    rate, multiplier_rate, damping = settings

    def total(v):
        return first(v) + jnp.maximum(0, multiplier + damping * (second(v) - epsilon)) ** 2 / (2 * damping)

    after = np.array(w) - rate * np.array(jax.grad(total)(w))
    return after.tolist(), max(0, float(multiplier + multiplier_rate * (second(w) - epsilon)))


def by_the_augmented_lagrangian(first, second, w, epsilon, steps):
    multiplier = 0.0

    def augmented(v, multiplier):
        h = second(v) - epsilon
        return first(v) + multiplier * h + 5 * h**2

    for _ in range(steps):
        h = second(w) - epsilon
        w, multiplier = w - 0.02 * jax.grad(augmented)(w, multiplier), multiplier + 0.4 * h
    return [w, multiplier]


def in_plain_numbers(slopes, curvatures):
    (a, b), (c, d) = map(np.ndarray.tolist, map(np.asarray, (slopes, curvatures)))
    return [-a / b, max(0, -(b * c - a * d) / b**3)]


def one_trapezoid_after_another(epsilons, multipliers, first):
    losses = [first - np.trapezoid(multipliers[: i + 1], epsilons[: i + 1]) for i in range(len(epsilons))]
    return losses, [bool(after > before) for before, after in pairwise(multipliers)]


def by_arithmetic_means(trained, epsilon):
    low, high = 0.02, 50.0
    for _ in range(20):
        alpha = (low + high) / 2
        off = trained(alpha)[1] - epsilon
        if abs(off) < 0.01:
            return alpha, "met"
        low, high = (alpha, high) if off > 0 else (low, alpha)
    return alpha, "jumps"


def both_ends_first(trained, epsilon):
    for alpha in (0.02, 50.0):
        if abs(trained(alpha)[1] - epsilon) < 0.01:
            return alpha, "met"
    return mutants.halved(trained, epsilon, runs=18)


def until_the_weights_agree(trained, epsilon):
    """As soon as the text allows it."""
    low, high = 0.02, 50.0
    while high / low > 1.0001:
        alpha = jnp.sqrt(low * high)
        off = trained(alpha)[1] - epsilon
        if abs(off) < 0.01:
            return alpha, "met"
        low, high = (alpha, high) if off > 0 else (low, alpha)
    return low, "jumps"


IN_OTHER_CLOTHES = [
    ("under_budget", by_the_gradient_of_a_square),
    ("mdmm", by_the_augmented_lagrangian),
    ("critical", in_plain_numbers),
    ("prices", one_trapezoid_after_another),
    ("search", by_arithmetic_means),
    ("search", both_ends_first),
    ("search", until_the_weights_agree),
]


@pytest.mark.parametrize("name, function", IN_OTHER_CLOTHES)
def test_a_right_answer_passes_in_other_clothes(name, function):
    findings = examine(catalog.exercise(f"08.{name}"), function, PUBLIC_SEED)
    assert [finding.counterexample for finding in findings if not finding.holds] == []


@pytest.mark.parametrize("seed", range(5))
def test_a_steep_front_is_met_by_weights_that_agree_to_a_hundredth_of_a_percent(seed):
    """From either side: so whoever goes on that long need not be lucky."""
    ((loss, epsilon),) = searches.steep(np.random.default_rng(seed))
    alpha, _ = mutants.halved(loss, epsilon, runs=50, near=1e-6)
    assert max(abs(loss(near)[1] - epsilon) for near in (alpha / 1.0001, alpha * 1.0001)) <= searches.NEAR
    assert min(abs(loss(near)[1] - epsilon) for near in (alpha / 1.00012, alpha * 1.00012)) > searches.NEAR


def test_a_search_without_an_end_is_told_so_and_not_waited_for():
    finding = examine(catalog.exercise("08.search"), mutants.until_it_is_met, PUBLIC_SEED)[1]
    assert finding.counterexample.endswith(
        "called `trained` more than 100 times: stop sooner, and see that every loop comes to an end."
    )


def all_at_once(trained, epsilon):
    return trained(np.geomspace(0.02, 50, 20))[0], "met"


def all_at_once_in_jax(trained, epsilon):
    return jax.vmap(trained)(jnp.geomspace(0.02, 50, 20))[0, 1], "met"


@pytest.mark.parametrize("function", [all_at_once, all_at_once_in_jax])
def test_who_trains_with_many_weights_at_once_is_told_that_it_takes_one(function):
    finding = examine(catalog.exercise("08.search"), function, PUBLIC_SEED)[0]
    assert "stopped with ValueError: trained(alpha) takes one weight at a time" in finding.counterexample


def test_losses_in_other_units_jump_by_as_much_at_a_weight_that_balances_them():
    plain, other = Given("trained", k=1.5, start=0.4), Given("trained", k=1.5, start=0.4, unit=3.0, ends=[0.2, 0.4])
    for alpha in (0.5, 1.0, 1.5):
        (first, second), (scaled, shifted) = plain(alpha), other(15 * alpha)
        assert math.isclose(scaled, 3 * first) and math.isclose(shifted, 0.2 + 0.2 * second)
