"""Homework 02: right answers pass in whatever clothes; weights that overflow are told."""

import jax.numpy as jnp
import numpy as np
import pytest

from optcourse.homework import catalog
from optcourse.homework.check import PUBLIC_SEED
from optcourse.homework.exercise import examine


def as_a_tuple_of_tuples(seed, n, batch_size, count):
    random, batches = np.random.default_rng(seed), []
    for _ in range(count):
        rows = random.permutation(n).tolist()
        batches += [tuple(rows[i * batch_size : (i + 1) * batch_size]) for i in range(n // batch_size)]
    return tuple(batches)


def by_search(share, n):
    return next(size for size in range(1, n + 1) if (n - size) / (n - 1) / size <= share**2)


def in_single_precision(share, n):
    return jnp.ceil(n / (1 + (n - 1) * jnp.float32(share) ** 2))


def by_the_signal_first(norms_small, small, norms_large, large):
    p, q = jnp.mean(norms_small**2), jnp.mean(norms_large**2)
    square = (large * q - small * p) / (large - small)
    return np.array([small * (p - square), square])


def by_halving(rate, old, new, curvature):
    def share(product):
        return product / (2 - product)

    low, high = 0.0, 2.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if share(middle) < share(rate * curvature) * new / old else (low, middle)
    return low / curvature


@pytest.mark.parametrize(
    "name, function",
    [
        ("epochs", as_a_tuple_of_tuples),
        ("enough", by_search),
        ("enough", in_single_precision),
        ("two_sizes", by_the_signal_first),
        ("scaled_rate", by_halving),
    ],
)
def test_a_right_answer_passes_in_other_clothes(name, function):
    findings = examine(catalog.exercise(f"02.{name}"), function, PUBLIC_SEED)
    assert [finding.counterexample for finding in findings if not finding.holds] == []


def test_weights_so_large_that_they_overflow_are_told():
    def far_too_large(W1, b1, W2, b2):
        return 1e20 * W1, 1e20 * b1, W2 / 1e20, b2

    sharpness = examine(catalog.exercise("02.sharper"), far_too_large, PUBLIC_SEED)[1]
    assert "single precision overflows: take a smaller c" in sharpness.counterexample
