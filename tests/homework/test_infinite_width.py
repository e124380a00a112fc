"""Homework 11: right answers pass in whatever clothes, and agree with the package and with what can be drawn."""

import math

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from exercises.infinite_width import kernel_descent as descents
from exercises.infinite_width import layer as layers
from exercises.infinite_width import ntk as tangents
from exercises.infinite_width import width_law as laws
from optcourse import kernel_regression, kernels
from optcourse.homework import catalog
from optcourse.homework.check import PUBLIC_SEED
from optcourse.homework.exercise import examine


def in_plain_python(xx, xy, yy):
    q = math.sqrt(xx) * math.sqrt(yy)
    angle = math.acos(max(-1.0, min(1.0, xy / q)))
    return [q * (math.sin(angle) + (math.pi - angle) * math.cos(angle)) / math.pi, 1 - angle / math.pi]


def in_single_precision(xx, xy, yy):
    xx, xy, yy = (jnp.float32(each) for each in (xx, xy, yy))
    q = jnp.sqrt(xx) * jnp.sqrt(yy)
    cosine = jnp.clip(xy / q, -1, 1)
    slope = 1 - jnp.arccos(cosine) / jnp.pi
    return jnp.array([q * (jnp.sqrt(1 - cosine**2) / jnp.pi + slope * cosine), slope])


def by_recursion(x, y, depth):
    """Of unit inputs, whose lengths come last."""
    lengths = [sum(float(each) ** 2 for each in vector) ** 0.5 for vector in (x, y)]
    cosine = sum(float(a) * float(b) for a, b in zip(x, y)) / lengths[0] / lengths[1]

    def both(depth):
        if depth == 0:
            return cosine, cosine
        tangent, covariance = both(depth - 1)
        new, slope = in_plain_python(1, covariance, 1)
        return tangent * slope + new, new

    return both(depth)[0] * lengths[0] * lengths[1] / len(x)


def by_the_package(f, w, x, y):
    return kernels.empirical_ntk(f, w, x, y)


def row_by_row(f, w, x, y):
    dot = lambda a, b: sum(jnp.sum(each) for each in jax.tree.leaves(jax.tree.map(jnp.multiply, a, b)))
    of_x, of_y = ([jax.grad(f)(w, one) for one in rows] for rows in (x, y))
    return [[float(dot(a, b)) for b in of_y] for a in of_x]


def by_eigenvalues(k, K, targets, start, learning_rate, steps):
    u, f = start
    eigenvalues, Q = np.linalg.eigh(np.array(K, float))
    learned = 1 - (1 - learning_rate * eigenvalues) ** steps
    share = np.where(abs(eigenvalues) > 1e-6 * eigenvalues.max(), learned / eigenvalues, learning_rate * steps)
    return f + k @ (Q @ (share * (Q.T @ (targets - u))))


def by_pseudoinverse(k, K, targets, start, learning_rate, steps):
    """k K⁺ (1 - (1 - η K)ᵗ) (y - u): right where K has no inverse too, as equal inputs have equal rows in k."""
    learned = jnp.eye(len(K)) - jnp.linalg.matrix_power(jnp.eye(len(K)) - learning_rate * K, steps)
    return start[1] + k @ jnp.linalg.pinv(K) @ learned @ (targets - start[0])


def seed_by_seed(widths, errors):
    x, slopes = [math.log(each) for each in widths], []
    for seed in np.asarray(errors).T:
        y = [math.log(each) for each in seed]
        mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
        products = [(a - mean_x) * (b - mean_y) for a, b in zip(x, y)]
        slopes.append(sum(products) / sum((a - mean_x) ** 2 for a in x))
    p, error = np.mean(slopes), np.std(slopes, ddof=1) / np.sqrt(len(slopes))
    fits = abs(p + 0.5) <= 2 * error, abs(p + 1) <= 2 * error
    return [p, error, {(True, False): "-1/2", (False, True): "-1"}.get(fits, "open")]


IN_OTHER_CLOTHES = [
    ("layer", in_plain_python),
    ("layer", in_single_precision),
    ("ntk", by_recursion),
    ("empirical_kernel", by_the_package),
    ("empirical_kernel", row_by_row),
    ("kernel_descent", by_eigenvalues),
    ("kernel_descent", by_pseudoinverse),
    ("width_law", seed_by_seed),
]


@pytest.mark.parametrize("name, function", IN_OTHER_CLOTHES)
def test_a_right_answer_passes_in_other_clothes(name, function):
    findings = examine(catalog.exercise(f"11.{name}"), function, PUBLIC_SEED)
    assert [finding.counterexample for finding in findings if not finding.holds] == []


@pytest.mark.parametrize("correlation", [-0.7, 0.0, 0.6])
def test_a_layer_is_what_drawn_pairs_say(correlation):
    a, z = np.random.default_rng(0).normal(size=(2, 400_000))
    b = 3 * (correlation * a + np.sqrt(1 - correlation**2) * z)
    drawn = 2 * np.stack([np.maximum(a, 0) * np.maximum(b, 0), (a > 0) & (b > 0)])
    standard_error = drawn.std(axis=1) / np.sqrt(len(a))
    assert np.all(abs(drawn.mean(axis=1) - layers.layer(1, 3 * correlation, 9)) < 4 * standard_error)


@pytest.mark.parametrize("depth", [1, 3])
def test_the_tangent_kernel_is_that_of_the_package(depth, float64):
    x, y = np.random.default_rng(depth).normal(size=(2, 5))
    found = kernels.ntk(x[None], y[None], depth)[0, 0]
    np.testing.assert_allclose(tangents.ntk(x, y, depth), found, rtol=1e-12)


def test_descent_is_that_of_the_package():
    *arrays, (u, f), learning_rate, steps = descents.from_a_start(np.random.default_rng(0))[0]
    k, K, targets = map(jnp.asarray, arrays)
    of_the_rest = kernel_regression.gradient_descent(k, K, targets - u, learning_rate, steps).test[-1]
    found = descents.kernel_descent(k, K, targets, (u, f), learning_rate, steps)
    np.testing.assert_allclose(found, f + of_the_rest, rtol=1e-5)


@pytest.mark.parametrize("seed", range(5))
def test_two_equal_inputs_have_the_same_kernel_to_the_last_digit(seed):
    for k, K, *_ in descents.with_an_input_twice(np.random.default_rng(seed)):
        assert np.array_equal(K[0], K[-1]) and np.array_equal(k[:, 0], k[:, -1])


@pytest.mark.parametrize("seed", range(5))
def test_no_law_is_asked_about_near_two_errors(seed):
    """The nearest are at 1.6 and at 2.4, so that no rounding decides."""
    for widths, errors in laws.near_and_far(np.random.default_rng(seed)):
        p, error, _ = laws.width_law(widths, errors)
        distances = [abs(p - power) / error for power in laws.LAWS.values()]
        assert all(abs(distance - 2) > 0.35 for distance in distances)
