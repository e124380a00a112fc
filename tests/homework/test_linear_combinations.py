"""Homework 07: right answers pass in whatever clothes; its numbers are as sharp as the text promises."""

from itertools import combinations

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from exercises.linear_combinations import largest_jump as jumps
from mutants.linear_combinations import largest_jump as mutants
from optcourse.homework import catalog
from optcourse.homework.answers import ask
from optcourse.homework.check import PUBLIC_SEED
from optcourse.homework.exercise import draw_calls, examine
from optcourse.homework.given import Given
from optcourse.homework.measures import MEASURES


def pure_python(points):
    pairs = [tuple(map(float, point)) for point in points]
    return [not any(a <= c and b <= d and (a, b) != (c, d) for a, b in pairs) for c, d in pairs]


def sorted_once(points):
    """By both losses, then one look: kept if lower than all before it, or a twin of the last one kept."""
    points = np.asarray(points)
    kept, last = np.zeros(len(points), bool), np.array([np.inf, np.inf])
    for i in np.lexsort(points.T[::-1]):
        kept[i] = points[i, 1] < last[1] or np.array_equal(points[i], last)
        last = points[i] if kept[i] else last
    return kept


def by_inclusion_and_exclusion(points, reference):
    inside = [point for point in np.asarray(points, np.float32) if np.all(point < reference)]
    groups = [group for size in range(1, len(inside) + 1) for group in combinations(inside, size)]
    return sum((-1) ** (len(group) + 1) * np.prod(reference - np.max(group, axis=0)) for group in groups)


def in_jax(points, reference):
    points = jnp.minimum(points[jnp.argsort(points[:, 0])], reference)
    heights = reference[1] - jax.lax.cummin(points[:, 1])
    return jnp.sum(jnp.diff(points[:, 0], append=reference[0]) * heights)


def by_descent(k, alpha, start):
    """Along the front, by the slopes of (7.3)."""
    s = start
    for _ in range(3000):
        s = min(max(s - 0.02 * (2 * s + k * (1 - 2 * s) + alpha * (k * (1 - 2 * s) - 2 * (1 - s))), 0), 1)
    return s


def by_projection(first, second, w):
    g1, g2 = jax.grad(first)(w), jax.grad(second)(w)
    alpha = -(g1 @ g2) / (g2 @ g2)
    a, b, c = jax.hessian(lambda w: first(w) + alpha * second(w))(w)[jnp.triu_indices(2)]
    return [alpha, (a + c) / 2 - jnp.hypot((a - c) / 2, b)]


def two_runs_each(trained, low, high):
    alphas = np.geomspace(low, high / 1.01, 340)
    found = [abs(trained(1.01 * alpha)[0] - trained(alpha)[0]) for alpha in alphas]
    return jnp.array([max(found), alphas[int(np.argmax(found))]])


def downward(trained, low, high):
    alphas = np.geomspace(high, low, 325)
    found = np.abs(np.diff([trained(alpha)[0] for alpha in alphas]))
    return np.float32(found.max()), alphas[found.argmax()]


def as_a_tuple(points):
    return tuple(pure_python(points))


def by_complex_eigenvalues(first, second, w):
    """Of a matrix that need not be symmetric, with the ratio of the lengths."""
    g1, g2 = jax.grad(first)(w), jax.grad(second)(w)
    alpha = float(jnp.linalg.norm(g1) / jnp.linalg.norm(g2))
    return alpha, jnp.linalg.eigvals(jax.hessian(first)(w) + alpha * jax.hessian(second)(w)).min()


IN_OTHER_CLOTHES = [
    ("non_dominated", pure_python),
    ("non_dominated", sorted_once),
    ("non_dominated", as_a_tuple),
    ("area", by_inclusion_and_exclusion),
    ("area", in_jax),
    ("ends", by_descent),
    ("held", by_projection),
    ("held", by_complex_eigenvalues),
    ("largest_jump", two_runs_each),
    ("largest_jump", downward),
]


@pytest.mark.parametrize("name, function", IN_OTHER_CLOTHES)
@pytest.mark.parametrize("seed", [PUBLIC_SEED, 20260])
def test_a_right_answer_passes_in_other_clothes(name, function, seed):
    findings = examine(catalog.exercise(f"07.{name}"), function, seed)
    assert [finding.counterexample for finding in findings if not finding.holds] == []


def wrong_about_jumps(function):
    return [finding.counterexample for finding in examine(catalog.exercise("07.largest_jump"), function, PUBLIC_SEED)]


def test_a_weight_is_one_number_outside_of_jax():
    """Measured or not: the message is about the call, and not about the inside of what was given."""
    at_once = wrong_about_jumps(lambda trained, low, high: jax.vmap(trained)(jnp.geomspace(low, high, 324)))
    assert all("takes one weight at a time: no array of them, no vmap and no jit" in wrong for wrong in at_once)


def refined_for_ever(trained, low, high):
    """Until the change by 1 % no longer depends on the sweep, which it does where it jumps."""
    n, before, now = 100, 0.0, 1.0
    while abs(now - before) > 0.01 * now:
        step, before = (high / low) ** (1 / n), now
        jump, alpha = mutants.in_steps(trained, low, high, step)
        n, now = 2 * n, jump * np.log(1.01) / np.log(step)
    return now, alpha


def test_a_sweep_that_is_refined_for_ever_is_told_how_many_runs_are_too_many():
    [concave, *_] = draw_calls(catalog.exercise("07.largest_jump"), PUBLIC_SEED)[1].cases[0]
    sentence = "called `trained` more than 3000 times: stop sooner, and see that every loop comes to an end"
    assert ask(refined_for_ever, MEASURES["answer"], concave).reason == sentence


@pytest.mark.parametrize("k", [0.3, 0.6, 0.9])
def test_a_smooth_change_hardly_depends_on_where_the_sweep_begins(k):
    """Measured 0.4 % at most; the tolerance is SIZE, 5 %, and 300 weights from 0.2 to 5 are 8 % off."""
    trained = Given("trained", k=k, start=0.5, unit=1.7)
    sizes = [float(jumps.largest_jump(trained, jumps.LOW * 1.01**part, jumps.HIGH)[0]) for part in np.linspace(0, 1, 7)]
    assert np.ptp(sizes) < 0.1 * jumps.SIZE * min(sizes)
    too_coarse = float(mutants.in_300_steps(trained, jumps.LOW, jumps.HIGH)[0])
    assert too_coarse > (1 + jumps.SIZE) * max(sizes)
