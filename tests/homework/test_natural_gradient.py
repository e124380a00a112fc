"""Homework 06: right answers pass in whatever clothes."""

import re
from functools import partial
from importlib import import_module

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import scipy.sparse.linalg

from exercises.natural_gradient import natural_direction
from optcourse import fisher as fishers
from optcourse import scores
from optcourse.homework import catalog
from optcourse.homework.answers import ask
from optcourse.homework.check import PUBLIC_SEED
from optcourse.homework.exercise import examine
from optcourse.homework.given import Given
from optcourse.homework.given.natural_gradient import optimizer_update, policy_divergence
from optcourse.homework.measures import MEASURES, CountedFunction, count_calls


def by_jacobian(W, x):
    return jax.jacobian(lambda W: jax.nn.log_softmax(x @ W))(W).reshape(W.shape[1], -1)


def by_kronecker_products(W, x):
    """A tuple of rows."""
    W, x = np.asarray(W, float), np.asarray(x, float)
    p = np.exp(x @ W - np.logaddexp.reduce(x @ W))
    return tuple(np.kron(x, np.eye(len(p))[z] - p) for z in range(len(p)))


@partial(jax.jit, static_argnums=0)
def the_other_way_round(model, w, inputs):
    """KL(v ‖ w), whose Hessian at w is the same, and the package's matrix: compiled once for all questions."""
    log_p = jax.nn.log_softmax(model(w, inputs))

    def divergence(v):
        log_q = jax.nn.log_softmax(model(v, inputs))
        return jnp.mean(jnp.sum(jnp.exp(log_q) * (log_q - log_p), axis=1))

    return fishers.exact(model, w, inputs), jax.hessian(divergence)(w)


@partial(jax.jit, static_argnums=0)
def of_the_cross_entropy(model, w, inputs):
    """What v moves in KL: -Σ p ln q; and the sampled matrix in its limit; in one array."""
    p = jax.nn.softmax(model(w, inputs))
    moved = lambda v: -jnp.mean(jnp.sum(p * jax.nn.log_softmax(model(v, inputs)), axis=1))
    rows = scores.second_moment_root(model, w, inputs)
    return jnp.stack([rows.T @ rows / len(inputs), jax.hessian(moved)(w)])


def by_scipy(product, g, damping):
    damped = lambda v: np.asarray(product(np.float32(v)), float) + damping * v
    operator = scipy.sparse.linalg.LinearOperator((g.size, g.size), matvec=damped, dtype=float)
    return scipy.sparse.linalg.cg(operator, np.asarray(g, float), rtol=1e-3)[0]


def in_single_precision(product, g, damping):
    """With ratios in other words."""
    d, r, p = jnp.zeros_like(g), g, g
    while jnp.linalg.norm(r) > 1e-3 * jnp.linalg.norm(g):
        Ap = product(p) + damping * p
        a = (r @ p) / (p @ Ap)
        d, r = d + a * p, r - a * Ap
        p = r - (r @ Ap) / (p @ Ap) * p
    return d


def of_three_weights(move):
    """In single precision, with a diagonal F, and a turn drawn at random."""
    random = np.random.default_rng(0)
    turn, _ = np.linalg.qr(random.normal(size=(3, 3)))
    g, F = jnp.array([1.0, 2.0, -0.5]), jnp.diag(jnp.array([1.0, 0.4, 2.0]))

    def same(A):
        return jnp.allclose(A @ move(A.T @ g, A.T @ F @ A), move(g, F), rtol=1e-3, atol=1e-5)

    kept = same(turn), same(jnp.diag(jnp.array([0.5, 2.0, 3.0])))
    return {(1, 1): "everything", (1, 0): "rotations", (0, 1): "scales", (0, 0): "nothing"}[tuple(map(int, kept))]


def by_least_squares(X, y, w, noise, rate, steps):
    end = np.linalg.lstsq(np.asarray(X), np.asarray(y), rcond=None)[0]
    return end + (1 - rate) ** steps * (np.asarray(w) - end)


def in_lists(X, y, w, noise, rate, steps):
    """F as a mean over examples of E[ε²] x xᵀ / σ⁴."""
    X, y, w = np.asarray(X, float), np.asarray(y, float), np.asarray(w, float)
    F = sum(noise**2 * np.outer(x, x) / noise**4 for x in X) / len(X)
    for _ in range(steps):
        w = w + rate * np.linalg.inv(F) @ np.mean([(t - x @ w) * x / noise**2 for x, t in zip(X, y)], axis=0)
    return w.tolist()


def halving_the_direction(loss, divergence, w, g, direction, delta):
    """In lists; the direction is as long as KL should allow, then half of it, ten times."""
    if not np.any(g):
        return w.tolist()
    move = np.asarray(direction, float) * np.sqrt(2 * delta / float(g @ direction))
    w, halvings = np.asarray(w, float), 0
    while divergence(w, w - move) > delta or loss(w - move) > loss(w):
        if halvings == 10:
            return w.tolist()
        move, halvings = move / 2, halvings + 1
    return (w - move).tolist()


def all_lengths_at_once(loss, divergence, w, g, direction, delta):
    """Without a look at the gradient: where it is zero nothing is allowed, for nothing is a number."""
    with np.errstate(all="ignore"):
        t = np.sqrt(2 * delta / np.float64(g @ direction)) * 0.5 ** np.arange(11)
        places = [np.asarray(w) - each * np.asarray(direction) for each in t]
    allowed = [place for place in places if divergence(w, place) <= delta and loss(place) <= loss(w)]
    return allowed[0] if allowed else w


IN_OTHER_CLOTHES = [
    ("scores", by_jacobian),
    ("scores", by_kronecker_products),
    ("fisher", the_other_way_round),
    ("fisher", of_the_cross_entropy),
    ("natural_direction", by_scipy),
    ("natural_direction", in_single_precision),
    ("invariance", of_three_weights),
    ("regression", by_least_squares),
    ("regression", in_lists),
    ("line_search", halving_the_direction),
    ("line_search", all_lengths_at_once),
]


@pytest.mark.parametrize("name, function", IN_OTHER_CLOTHES)
def test_a_right_answer_passes_in_other_clothes(name, function):
    findings = examine(catalog.exercise(f"06.{name}"), function, PUBLIC_SEED)
    assert [finding.counterexample for finding in findings if not finding.holds] == []


def test_products_inside_the_loops_of_jax_are_counted():
    product, g, damping = natural_direction.whole(np.random.default_rng(0))

    def column_by_column(product, g, damping):
        return jnp.sum(jax.lax.map(product, jnp.eye(20, g.size)), axis=0)

    assert count_calls(column_by_column, product, jnp.asarray(g), damping) == 20


def test_a_function_of_two_arrays_can_be_asked_inside_the_loops_of_jax_too():
    divergence, w = CountedFunction(Given("policy_divergence", max_calls=3, unit=2.0)), jnp.arange(3.0)
    found = jax.lax.map(lambda v: divergence(w, v), jnp.stack([w, 2 * w, 3 * w]))
    assert np.allclose(found, [policy_divergence(w, k * w, 2.0) for k in (1, 2, 3)])
    assert divergence.calls == 3


def wrong_answer(name, mutant):
    return next(each for each in import_module(f"mutants.natural_gradient.{name}").ALSO if each.__name__ == mutant)


@pytest.mark.parametrize("name, mutant", [("natural_direction", "without_damping"), ("line_search", "endless")])
def test_what_would_never_end_is_stopped_with_words(name, mutant):
    findings = examine(catalog.exercise(f"06.{name}"), wrong_answer(name, mutant), PUBLIC_SEED)
    assert any(
        re.search(r" called `\w+` more than (20|100) times: stop sooner", finding.counterexample)
        for finding in findings
    )


def test_a_loop_of_jax_that_would_never_end_is_stopped_with_the_same_words():
    def endless(product, g, damping):
        return jax.lax.while_loop(lambda d: True, product, g)

    failure = ask(endless, MEASURES["answer"], natural_direction.whole(np.random.default_rng(0)))
    sentence = "called `fisher_product` more than 20 times: stop sooner, and see that every loop comes to an end"
    assert failure.reason == sentence


@pytest.mark.parametrize(
    "g, F, words",
    [
        ([1, 0], [[2, 0.7], [0.7, 1]], "a g with a zero in it"),
        ([1, 2], [[1, 1], [1, 1]], "an F that is not positive definite"),
        ([1, 2], [[2, 0.7], [0.1, 1]], "an F that is not symmetric"),
        ([1, 2], [[2, 0.5], [0.5, 1]], "a g and an F with a zero in F⁻¹ g"),
    ],
)
def test_numbers_that_show_nothing_of_an_optimizer_are_refused_in_whatever_units(g, F, words):
    for units in ([1, 1], [0.001, 1000]):
        with pytest.raises(ValueError, match=words):
            optimizer_update(np.multiply(g, units), np.multiply(F, np.outer(units, units)), "natural", 0.1)
