"""How the singular values of a product grow, depth by depth, and whether they keep their law.

singular_value_births   a study: the largest singular values through training, one row a depth
singular_value_law      a study: measured against predicted speeds, one row a depth and seed
read_births             what a lesson draws

The law is that of balanced factors in continuous time; these start unbalanced, and take steps.
"""

from functools import cache, partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse import factorization
from optcourse.experiments import table
from optcourse.experiments.implicit_bias import matrices
from optcourse.experiments.run import train_and_evaluate
from optcourse.experiments.table import join_numbers

ENTRIES, SCALE = 2000, 1e-5
LARGEST = 8  # singular values that are kept
STEPS = {1: 60, 2: 300, 3: 1500, 4: 6000}
EVALUATIONS = 60
SETTINGS = {
    "size": matrices.SIZE,
    "rank": matrices.RANK,
    "rates": {str(depth): rate for depth, rate in matrices.RATES.items()},
    "entries": ENTRIES,
    "scale": SCALE,
    "steps": {str(depth): steps for depth, steps in STEPS.items()},
    "evaluations": EVALUATIONS,
}
LAW_SETTINGS = SETTINGS | {"seeds": 5, "least_speed": 0.01}


class Births(NamedTuple):
    """Rows over steps: the largest singular values, the residual, the error on all entries."""

    steps: Float[np.ndarray, " t"]
    singular_values: Float[np.ndarray, "t k"]
    residual: Float[np.ndarray, " t"]
    error: Float[np.ndarray, " t"]


def singular_value_births() -> table.Table:
    """The singular values of a product through its training, for depths 1 to 4 (20 seconds)."""
    jobs = table.grid(depth=STEPS)
    return table.fill("singular_value_births", SETTINGS, jobs, measure_births)


def measure_births(depth: int) -> dict:
    """A table row of curves: the residual, the error, and each of the largest singular values."""
    problem = matrices.problem(0, ENTRIES)
    values, residual, error = map(np.asarray, _curves(problem, depth))
    steps = np.linspace(0, STEPS[depth], EVALUATIONS + 1)
    row = {"steps": join_numbers(steps, 6)}
    row |= {"residual": join_numbers(residual), "error": join_numbers(error)}
    for r, each in enumerate(values.T, 1):
        row[f"sigma_{r}"] = join_numbers(each)
    return row


@partial(jax.jit, static_argnames="depth")
def _curves(problem, depth):
    truth, mask, key = problem
    loss = factorization.completion_loss(truth, mask)
    scale_of_loss = jnp.linalg.norm(jnp.where(mask, truth, 0))

    def evaluate(factors):
        W = factorization.product(factors)
        sigma = jnp.linalg.svd(W, compute_uv=False)[:LARGEST]
        residual = jnp.sqrt(2 * loss(factors)) / scale_of_loss
        return sigma, residual, matrices.recovery_error(W, truth)

    start = factorization.gaussian_factors(key, truth.shape, depth, SCALE)
    steps, optimizer = STEPS[depth], matrices.descent(problem, depth)
    walk = lambda factors, _: loss(factors)
    every = steps // EVALUATIONS
    curves, _ = train_and_evaluate(optimizer, walk, start, jnp.arange(steps), every, evaluate)
    return curves


def singular_value_law() -> table.Table:
    """Speeds of singular values, measured and by the law: correlation and error (1 minute)."""
    jobs = table.grid(depth=STEPS, seed=range(LAW_SETTINGS["seeds"]))
    return table.fill("singular_value_law", LAW_SETTINGS, jobs, measure_law)


def measure_law(depth: int, seed: int) -> dict:
    """{"correlation", "median_error", "imbalance"}: measured against predicted dσ/dt, in float64.

    Over the five largest singular values at 60 times, those that move by less than a hundredth of
    the fastest left out. imbalance: of the start, over the square of its largest factor.
    """
    with jax.enable_x64(True):
        problem = matrices.problem(seed, ENTRIES)
        measured, predicted, imbalance = map(np.asarray, _speeds(problem, depth))
    speed = np.abs(predicted)
    moving = speed > LAW_SETTINGS["least_speed"] * np.max(speed)
    measured, predicted = measured[moving], predicted[moving]
    return {
        "correlation": np.corrcoef(measured, predicted)[0, 1],
        "median_error": np.median(np.abs(measured / predicted - 1)),
        "imbalance": imbalance,
    }


@partial(jax.jit, static_argnames="depth")
def _speeds(problem, depth) -> tuple[Array, Array, Array]:
    """At each time, of the largest σ: (σ after a short step - σ) / rate, and the law's dσ/dt."""
    truth, mask, key = problem
    loss = factorization.completion_loss(truth, mask)
    rate = 1e-4 * factorization.descent_rate(truth, mask, depth)

    def evaluate(factors):
        W = factorization.product(factors)
        gradient = jnp.where(mask, W - truth, 0)
        law = factorization.singular_value_flow(W, gradient, depth)
        slopes = jax.grad(loss)(factors)
        moved = jax.tree.map(lambda w, g: w - rate * g, factors, slopes)
        both = jnp.stack([W, factorization.product(moved)])
        before, after = jnp.linalg.svd(both, compute_uv=False)
        keep = slice(matrices.RANK)
        return ((after - before) / rate)[keep], law[keep]

    start = factorization.gaussian_factors(key, truth.shape, depth, SCALE)
    norms = [jnp.linalg.norm(factor, 2) for factor in start]
    largest = jnp.max(jnp.stack(norms))
    imbalance = factorization.imbalance(start) / largest**2
    steps, optimizer = STEPS[depth], matrices.descent(problem, depth)
    walk = lambda factors, _: loss(factors)
    every = steps // EVALUATIONS
    speeds, _ = train_and_evaluate(optimizer, walk, start, jnp.arange(steps), every, evaluate)
    return *speeds, imbalance


@cache
def read_births() -> dict[int, Births]:
    """{depth: Births} of the table `singular_value_births`."""
    rows = table.read("singular_value_births")
    curves = {name: rows.numbers(name, "depth") for name in rows.columns if name != "depth"}
    found = {}
    for depth in STEPS:
        mine = {name: curve[depth] for name, curve in curves.items()}
        sigma = [mine[f"sigma_{r}"] for r in range(1, LARGEST + 1)]
        values = np.stack(sigma, axis=1)
        found[depth] = Births(mine["steps"], values, mine["residual"], mine["error"])
    return found
