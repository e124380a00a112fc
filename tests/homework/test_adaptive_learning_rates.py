"""Homework 04: right answers pass in whatever clothes, and a division by zero gets the hint that is meant for it."""

import math

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from mutants.adaptive_learning_rates import adagrad as mutants
from optcourse.homework import catalog
from optcourse.homework.check import PUBLIC_SEED, NotRight, check
from optcourse.homework.exercise import examine


def rows_in_a_tuple(gradients, learning_rate):
    s, moves = 0, []
    for g in np.asarray(gradients):
        s = s + g**2
        moves.append(-learning_rate * g / (np.sqrt(s) + 1e-8))
    return tuple(moves)


@jax.jit
def by_scan(gradients, learning_rate, b1, b2):
    def step(state, g):
        m, v, k = state
        m, v, k = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g**2, k + 1
        return (m, v, k), -learning_rate * m / (1 - b1**k) / (jnp.sqrt(v / (1 - b2**k)) + 1e-8)

    zero = jnp.zeros(gradients.shape[1])
    return jax.lax.scan(step, (zero, zero, 0), gradients)[1]


def each_weight_in_python(gradients, learning_rate, b1, b2):
    moves = []
    for column in gradients.T.tolist():
        m, v, own = 0, 0, []
        for k, g in enumerate(column, start=1):
            m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g * g
            own.append(-learning_rate * m / (1 - b1**k) / (math.sqrt(v / (1 - b2**k)) + 1e-8))
        moves.append(own)
    return list(zip(*moves))


def in_closed_form(pattern, b1):
    """m is the sum of (1 - b1) b1^j over the gradients j steps before, and of all periods before that."""
    g, n = np.asarray(pattern, float), len(pattern)
    weights = (1 - b1) * b1 ** np.arange(n) / (1 - b1**n)
    m = [weights @ g[(k - np.arange(n)) % n] for k in range(n)]
    return [-np.mean(g) / np.linalg.norm(g) * n**0.5, np.linalg.norm(m, np.inf) / np.linalg.norm(g) * n**0.5]


def by_adam(pattern, b1, b2=0.9999):
    """Both from the moves of the last period, by running Adam for long."""
    m, v, moves = 0, 0, []
    for k, g in enumerate(pattern.tolist() * 1000, start=1):
        m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g * g
        moves.append(-m / (1 - b1**k) / math.sqrt(v / (1 - b2**k)))
    last = np.array(moves[-len(pattern) :])
    return last.mean(), abs(last).max()


def decayed_first(w, gradients, learning_rate, weight_decay):
    w, m, v = np.array(w), np.zeros(len(w)), np.zeros(len(w))
    for k, g in enumerate(np.asarray(gradients), start=1):
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
        w = (1 - learning_rate * weight_decay) * w
        w -= learning_rate * m / (1 - 0.9**k) / (np.sqrt(v / (1 - 0.999**k)) + 1e-8)
    return tuple(w)


def with_an_if_on_the_numbers(t, peak, warm_up, steps):
    x = jnp.clip((t - warm_up) / max(steps - warm_up, 1), 0, 1)
    down = peak * (1 + jnp.cos(jnp.pi * x)) / 2
    return down if warm_up == 0 else jnp.where(t < warm_up, peak * (t + 1) / (warm_up + 1), down)


def two_pairs_of_numbers(H):
    (a, c), (_, b) = H.tolist()
    c = abs(c) / math.sqrt(a * b)
    return (a, b), (1 + c) / (1 - c)


def by_search(H):
    def left(ratio):
        return np.linalg.cond(H * np.array([[1, ratio**-0.5], [ratio**-0.5, 1 / ratio]]))

    ratio = min(np.geomspace(1e-4, 1e4, 1000), key=left)
    return [1, ratio], left(ratio)


IN_OTHER_CLOTHES = [
    ("adagrad", rows_in_a_tuple),
    ("adam", by_scan),
    ("adam", each_weight_in_python),
    ("long_run", in_closed_form),
    ("long_run", by_adam),
    ("adamw", decayed_first),
    ("rate", with_an_if_on_the_numbers),
    ("best_scaling", two_pairs_of_numbers),
    ("best_scaling", by_search),
]


@pytest.mark.parametrize("name, function", IN_OTHER_CLOTHES)
@pytest.mark.parametrize("seed", [PUBLIC_SEED, 20260])
def test_a_right_answer_passes_in_other_clothes(name, function, seed):
    findings = examine(catalog.exercise(f"04.{name}"), function, seed)
    assert [finding.counterexample for finding in findings if not finding.holds] == []


def test_who_divides_zero_by_zero_is_told_about_eps():
    with pytest.raises(NotRight, match=r"nan(.|\n)*Hint: .*unless there is a tiny ε"):
        check("04.adagrad", mutants.without_eps)
