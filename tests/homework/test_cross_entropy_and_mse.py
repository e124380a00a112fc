"""Homework 05: right answers pass in whatever clothes; a limit stops there, and an endless loop has words."""

import math

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import losses
from optcourse.homework import catalog
from optcourse.homework.answers import collect_answers
from optcourse.homework.check import PUBLIC_SEED
from optcourse.homework.exercise import draw_calls, examine, judge


@jax.jit
def by_the_library(logits, labels):
    return -jnp.mean(jax.nn.log_softmax(logits)[jnp.arange(len(labels)), labels])


@jax.jit
def by_automatic_derivatives(p, target):
    """Along logits whose softmax is p."""
    y = jnp.log(p + 1e-30)
    first = jax.grad(lambda y: -jnp.sum(target * jax.nn.log_softmax(y)) / len(y))
    return [first(y), jax.grad(lambda y: jnp.sum((losses.softmax(y) - target) ** 2) / len(y))(y)]


def by_a_lead_of_90(loss):
    value = loss([[90, 0]], [1])
    words = {89: "right", 3: "clipped", 1.9: "squared error", 1: "softmax twice", -1: "wrong axis"}
    return next(word for least, word in words.items() if value > least)


def in_single_precision(a, learning_rate):
    d = jnp.array([2 * a, -jnp.log(9)])
    return jnp.maximum(0, -jnp.diff(d + jnp.sinh(d))[0] / learning_rate)


def in_whole_steps(a, learning_rate):
    return math.ceil(in_single_precision(a, learning_rate))


def far_from_zero(labels, classes):
    return tuple(1e4 + math.log(labels.tolist().count(each) + 1) for each in range(classes))


def to_half_a_unit(accuracy, low, high):
    """Three seeds first, and the others if they disagree."""
    while high - low > 0.5:
        middle = (low + high) / 2
        votes = [accuracy(middle, seed) > 0.5 for seed in range(3)]
        if len(set(votes)) > 1:
            votes += [accuracy(middle, seed) > 0.5 for seed in (3, 4)]
        low, high = (middle, high) if np.mean(votes) > 0.5 else (low, middle)
    return np.float32((low + high) / 2)


IN_OTHER_CLOTHES = [
    ("cross_entropy", by_the_library),
    ("gradients", by_automatic_derivatives),
    ("diagnose", by_a_lead_of_90),
    ("wait", in_single_precision),
    ("wait", in_whole_steps),
    ("first_bias", far_from_zero),
    ("edge", to_half_a_unit),
]


@pytest.mark.parametrize("name, function", IN_OTHER_CLOTHES)
def test_a_right_answer_passes_in_other_clothes(name, function):
    findings = examine(catalog.exercise(f"05.{name}"), function, PUBLIC_SEED)
    assert [finding.counterexample for finding in findings if not finding.holds] == []


def until_one_half(accuracy, low, high):
    """Never ends: no accuracy is 0.5 to the last digit."""
    found = 0
    while found != 0.5:
        middle = (low + high) / 2
        found = np.median([accuracy(middle, seed) for seed in range(5)])
        low, high = (middle, high) if found > 0.5 else (low, middle)
    return middle


def test_the_61st_training_is_refused_in_words():
    findings = examine(catalog.exercise("05.edge"), until_one_half, PUBLIC_SEED)
    assert all("called `accuracy` more than 60 times" in finding.counterexample for finding in findings[:-1])
    assert "trainings: 61" in findings[-1].counterexample


def by_a_loop(a, learning_rate):
    lead, steps = 2 * a, 0
    while (q := 1 / (1 + math.exp(lead))) < 0.9:
        lead, steps = lead - 2 * learning_rate * q * (1 - q), steps + 1
    return steps


def test_a_loop_where_a_formula_is_asked_for_has_words():
    exercise = catalog.exercise("05.wait")
    exercise = exercise._replace(properties=exercise.properties[-1:])
    calls = draw_calls(exercise, PUBLIC_SEED)
    (last,) = judge(exercise, calls, collect_answers(by_a_loop, calls, seconds=0.3))
    assert "no loop could sit out" in last.statement and "did not come to an end" in last.counterexample


def test_a_bias_is_shown_as_shares():
    wrong = examine(catalog.exercise("05.first_bias"), lambda labels, classes: np.zeros(classes), PUBLIC_SEED)[
        0
    ].counterexample
    assert "shares: [0.5, 0.5]" in wrong
