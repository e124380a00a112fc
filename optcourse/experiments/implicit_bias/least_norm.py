"""Regression with more features than examples: which of the weights that fit a method finds.

least_norm   a study: how far from the least norm each method ends, by truth, method and seed
measure      one row
problem      inputs, targets without noise, and the weights that they came from
read_norms   a column with one number a seed

The weights of least norm are A⁺ y: of all that fit, those that are a sum of the examples.
"""

from collections.abc import Callable
from functools import cache, partial

import jax
import jax.numpy as jnp
import numpy as np

from optcourse.experiments import table
from optcourse.experiments.implicit_bias.regression import Regression, half_mean_square
from optcourse.experiments.run import take_steps
from optcourse.optimizers import adagrad, adam, gradient_descent, momentum

SEEDS = 5
TRUTHS = ("dense", "sparse")
SETTINGS = {"examples": 50, "features": 200, "sparse": 5, "seeds": SEEDS, "steps": 20_000}
METHODS: dict[str, Callable] = {
    "gradient descent": gradient_descent,
    "heavy ball": lambda rate: momentum(0.1 * rate, 0.9),
    "adagrad 0.1": lambda _: adagrad(0.1),
    "adam 0.001": lambda _: adam(0.001),
    "adam 0.0001": lambda _: adam(0.0001),
}


def least_norm() -> table.Table:
    """Regression with more features than examples: distances to the least norm (20 seconds)."""
    jobs = table.grid(truth=TRUTHS, method=METHODS, seed=range(SEEDS))
    return table.fill("least_norm", SETTINGS, jobs, measure)


def measure(truth: str, method: str, seed: int) -> dict:
    """{"distance", "error", "residual"}: ‖w - A⁺ y‖ / ‖A⁺ y‖, ‖w - w*‖² / ‖w*‖², ‖A w - y‖ / ‖y‖.

    The error is that of a new example too, over the one of w = 0. least_error: that of A⁺ y.
    """
    A, y, w_true = problem(truth, seed)
    least = jnp.linalg.pinv(A) @ y
    largest = jnp.linalg.norm(A, 2) ** 2 / len(y)
    loss = partial(half_mean_square, A, y)
    start = jnp.zeros_like(w_true)
    w = take_steps(METHODS[method](1 / largest), loss, start, SETTINGS["steps"])
    return {
        "distance": _relative(w, least),
        "error": _relative(w, w_true) ** 2,
        "least_error": _relative(least, w_true) ** 2,
        "residual": _relative(A @ w, y),
    }


def _relative(w, reference):
    return jnp.linalg.norm(w - reference) / jnp.linalg.norm(reference)


def problem(truth: str, seed: int) -> Regression:
    """50 Gaussian examples of 200 features; all of these count, or five of them, by ±1 / √5."""
    input_key, truth_key, place_key = jax.random.split(jax.random.key(seed), 3)
    n, d, k = SETTINGS["examples"], SETTINGS["features"], SETTINGS["sparse"]
    inputs = jax.random.normal(input_key, (n, d))
    if truth == "dense":
        w = jax.random.normal(truth_key, (d,)) / d**0.5
    else:
        places = jax.random.permutation(place_key, d)[:k]
        signs = jax.random.rademacher(truth_key, (k,), float)
        w = jnp.zeros(d).at[places].set(signs / k**0.5)
    return Regression(inputs, inputs @ w, w)


@cache
def read_norms(column: str) -> dict[tuple[str, str], np.ndarray]:
    """{(truth, method): (seeds,)} of one column of the table `least_norm`."""
    groups = table.read("least_norm").by("truth", "method")
    return {key: rows.columns[column] for key, rows in groups.items()}
