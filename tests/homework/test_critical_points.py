"""Homework 01: right answers pass in whatever clothes; work that cannot be counted is told."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from mutants.critical_points import hessian_vector as mutants
from optcourse.homework import catalog
from optcourse.homework.answers import ask
from optcourse.homework.check import PUBLIC_SEED
from optcourse.homework.exercise import examine
from optcourse.homework.given import Given
from optcourse.homework.measures import MEASURES


def with_a_short_way_of_its_own(loss, w, h=1e-4):
    """Rounding shows, and at a minimum it would be too much; there the check gives a way."""
    return tuple((loss(w + h * e) - loss(w - h * e)) / (2 * h) for e in jnp.eye(w.size))


def of_lists(loss, w, h=1e-2):
    slopes = []
    for i in range(len(w)):
        ahead, behind = [float(each) for each in w], [float(each) for each in w]
        ahead[i] += h
        behind[i] -= h
        slopes.append((loss(ahead) - loss(behind)) / (2 * h))
    return slopes


def by_five_points(loss, w, h=1e-2):
    one, two = (np.array([loss(w + d * e) - loss(w - d * e) for e in np.eye(w.size)]) for d in (h, 2 * h))
    return (8 * one - two) / (12 * h)


def by_two_gradients(loss, w, v):
    h, g = 1e-2, jax.grad(loss)
    return (g(w + h * v) - g(w - h * v)) / (2 * h)


def by_counting(gradient, eigenvalues):
    sizes = [abs(float(each)) for each in eigenvalues]
    if sum(float(each) ** 2 for each in gradient) ** 0.5 > 1e-3 or any(x != x for x in [*sizes, *map(float, gradient)]):
        return "not critical"
    up = sum(float(each) > 1e-4 * max(sizes) for each in eigenvalues)
    down = sum(float(each) < -1e-4 * max(sizes) for each in eigenvalues)
    words = {(True, True): "saddle", (True, False): "minimum", (False, True): "maximum", (False, False): "undecided"}
    return words[up > 0, down > 0] if up * down or up + down == len(sizes) else "undecided"


def by_eig(loss, w, s):
    eigenvalues, directions = jnp.linalg.eig(jax.hessian(loss)(w))
    lowest = jnp.argmin(eigenvalues.real)
    return [-directions[:, lowest], loss(w) + s**2 * eigenvalues[lowest] / 2]


def in_pure_python(eigenvalues):
    values = [float(each) for each in eigenvalues]
    return sum(each > 1e-4 * max(map(abs, values)) for each in values) / len(values)


@pytest.mark.parametrize(
    "name, function",
    [
        ("gradient", with_a_short_way_of_its_own),
        ("gradient", of_lists),
        ("gradient", by_five_points),
        ("hessian_vector", by_two_gradients),
        ("classify", by_counting),
        ("escape", by_eig),
        ("minimum_ratio", in_pure_python),
    ],
)
def test_a_right_answer_passes_in_other_clothes(name, function):
    findings = examine(catalog.exercise(f"01.{name}"), function, PUBLIC_SEED)
    assert [finding.counterexample for finding in findings if not finding.holds] == []


def matrix_outside_of_jax(loss, w, v):
    form = jax.ShapeDtypeStruct(w.shape, w.dtype)
    return jax.pure_callback(lambda w, v: jax.hessian(loss)(w) @ v, form, w, v)


@pytest.mark.parametrize(
    "function, name",
    [(mutants.column_by_column_without_an_end_in_sight, "while"), (matrix_outside_of_jax, "pure_callback")],
)
def test_work_that_cannot_be_counted_is_told(function, name):
    failure = ask(function, MEASURES["operations"], (Given("row"), np.ones(3), np.ones(3)))
    assert f"nobody can count the work in a {name}" in failure.reason
