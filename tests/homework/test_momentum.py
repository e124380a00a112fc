"""Homework 03: right answers pass in whatever clothes, and a ball that nobody stops is stopped with a sentence."""

import cmath

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from exercises.momentum.least_beta import ball, gets_over
from optcourse.homework import catalog
from optcourse.homework.answers import ask
from optcourse.homework.check import PUBLIC_SEED
from optcourse.homework.exercise import examine
from optcourse.homework.given import Given
from optcourse.homework.measures import MEASURES


def moves_in_python(gradients, rates, beta):
    found, m = [], 0.0
    for g, eta in zip(gradients.tolist(), rates.tolist()):
        m = beta * m - eta * g
        found.append(m)
    return tuple(found)


def moves_as_sums(gradients, rates, beta):
    """(3.3) with the rates inside, as a matrix."""
    ages = np.subtract.outer(np.arange(len(rates)), np.arange(len(rates)))
    return [float(m) for m in -np.where(ages >= 0, beta ** np.maximum(ages, 0.0), 0.0) @ (rates * gradients)]


def motion_by_the_matrix(eta, beta, eigenvalue):
    roots = np.linalg.eigvals([[1 - eta * eigenvalue, beta], [-eta * eigenvalue, beta]])
    return worded(roots)


def motion_by_the_matrix_in_single_precision(eta, beta, eigenvalue):
    A = jnp.array([[1 - eta * eigenvalue, beta], [-eta * eigenvalue, beta]])
    return worded(np.asarray(jnp.linalg.eigvals(A)))


def motion_by_the_formula(eta, beta, eigenvalue):
    half = (1 + beta - eta * eigenvalue) / 2
    root = cmath.sqrt(half**2 - beta)
    return worded([half + root, half - root])


def worded(roots):
    largest = max(roots, key=abs)
    if abs(largest) >= 1:
        return "diverges"
    return "swings" if largest.imag else "creeps" if largest.real > 0 else "flips"


def tuned_in_single_precision(lowest, highest, shrink):
    lowest, highest = np.float32(lowest), np.float32(highest)
    root = np.sqrt(highest / lowest)
    s, t = (root - 1) / (root + 1), 0
    while s**t * (1 + (1 + s) * t) > shrink:
        t += 1
    return [2**2 / (np.sqrt(lowest) + np.sqrt(highest)) ** 2, s**2, t]


def tuned_step_by_step(lowest, highest, shrink):
    """The steepest direction itself, by (3.1) and (3.2)."""
    eta = (2 / (np.sqrt(lowest) + np.sqrt(highest))) ** 2
    root_of_beta = 1 - np.sqrt(eta * lowest)
    a, m, t = 1.0, 0.0, 0
    while abs(a) > shrink:
        m = root_of_beta**2 * m - eta * highest * a
        a, t = a + m, t + 1
    return jnp.array(eta), root_of_beta**2, np.int64(t)


def nesterov_by_the_point_ahead(loss, w, eta, beta, steps):
    """(3.7), and at the end back to the ball's own place."""
    m = np.zeros(w.shape)
    for _ in range(steps):
        g = jax.jacobian(loss)(w)
        m = beta * m - eta * g
        w = w + beta * m - eta * g
    return np.asarray(w - beta * m)


def least_beta_from_above(slope, start, top, eta):
    beta = 1.0
    while gets_over(slope, start, top, eta, beta - 0.002):
        beta -= 0.002
    return beta


def least_beta_of_many_at_once(slope, start, top, eta):
    betas = np.linspace(0, 1, 1001)
    w, m, over = np.full(1001, start), np.zeros(1001), np.zeros(1001, bool)
    for _ in range(500):
        m = betas * m - eta * slope(w)
        w = w + m
        over |= w > top
    return betas[over][0]


IN_OTHER_CLOTHES = [
    ("moves", moves_in_python),
    ("moves", moves_as_sums),
    ("motion", motion_by_the_matrix),
    ("motion", motion_by_the_matrix_in_single_precision),
    ("motion", motion_by_the_formula),
    ("tuned", tuned_in_single_precision),
    ("tuned", tuned_step_by_step),
    ("nesterov", nesterov_by_the_point_ahead),
    ("least_beta", least_beta_from_above),
    ("least_beta", least_beta_of_many_at_once),
]


@pytest.mark.parametrize("name, function", IN_OTHER_CLOTHES)
@pytest.mark.parametrize("seed", [PUBLIC_SEED, 20260])
def test_a_right_answer_passes_in_other_clothes(name, function, seed):
    findings = examine(catalog.exercise(f"03.{name}"), function, seed)
    assert [finding.counterexample for finding in findings if not finding.holds] == []


def test_a_ball_that_comes_to_rest_and_is_not_stopped_is_stopped_with_a_sentence():
    def until_it_is_over(slope, start, top, eta):
        w, m = start, 0.0
        while w < top:
            m = 0.5 * m - eta * slope(w)
            w = w + m
        return 0.5

    slope, start, top = ball(np.random.default_rng(1))
    assert slope.max_calls == 200_000  # as the notebook says
    slope = Given(slope.name, max_calls=2000, **slope.settings)
    failure = ask(until_it_is_over, MEASURES["answer"], (slope, start, top, 0.05))
    sentence = "called `slope_of_a_hill` more than 2000 times: stop sooner, and see that every loop comes to an end"
    assert failure.reason == sentence
