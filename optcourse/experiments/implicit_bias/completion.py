"""Matrix completion by the least nuclear norm and by products of 2 to 4 factors, five seeds.

matrix_completion   a study: fills its table, one row for each count of entries, seed and method
completion_starts   a study: the same by depth and by the scale of the start
measure, measure_start            one row
read_completion, read_starts      a column with one number a seed
"""

from functools import cache, lru_cache
from typing import NamedTuple

import jax.numpy as jnp
import numpy as np

from optcourse.experiments import table
from optcourse.experiments.implicit_bias import matrices
from optcourse.factorization import Completion
from optcourse.linalg import effective_rank

ENTRIES = (1500, 2000, 2500, 5000)
NUCLEAR = "nuclear norm"
SEEDS = 5


class Product(NamedTuple):
    """How many factors, and the scale of their start."""

    depth: int
    scale: float


PRODUCTS = {
    "depth 2, 1e-4": Product(2, 1e-4),
    "depth 2, 1e-7": Product(2, 1e-7),
    "depth 3, 1e-5": Product(3, 1e-5),
    "depth 4, 1e-4": Product(4, 1e-4),
}
METHODS = (NUCLEAR, *PRODUCTS)
SETTINGS = {
    "size": matrices.SIZE,
    "rank": matrices.RANK,
    "rates": {str(depth): matrices.RATES[depth] for depth in (2, 3, 4)},
    "tolerance": 1e-3,
    "max_steps": 10_000,
}


def matrix_completion() -> table.Table:
    """Completion by the nuclear norm and by products: error, rank and steps (3 minutes)."""
    jobs = table.grid(entries=ENTRIES, seed=range(SEEDS), method=METHODS)
    return table.fill("matrix_completion", SETTINGS, jobs, measure)


def measure(entries: int, seed: int, method: str) -> dict:
    """A table row: the error on all entries, the nuclear norm over the least one, and others.

    gap: of the least nuclear norm, whichever the method. steps: 0 for the convex way.
    """
    problem = matrices.problem(seed, entries)
    least = _least(seed, entries)
    if method == NUCLEAR:
        error = matrices.recovery_error(least.matrix, problem.truth)
        rank = effective_rank(least.matrix)
        found = matrices.Recovery(error, least.nuclear_norm, rank, least.residual, jnp.zeros(()))
    else:
        depth, scale = PRODUCTS[method]
        limits = SETTINGS["tolerance"], SETTINGS["max_steps"]
        found = matrices.recover(problem, depth, scale, *limits)
    return _row(found, least) | {"gap": least.gap}


def _row(found: matrices.Recovery, least: Completion) -> dict:
    return {
        "error": found.error,
        "nuclear_ratio": found.nuclear_norm / least.nuclear_norm,
        "effective_rank": found.effective_rank,
        "residual": found.residual,
        "steps": int(found.steps),
    }


@lru_cache(maxsize=SEEDS)
def _least(seed, entries) -> Completion:
    problem = matrices.problem(seed, entries)
    return matrices.least_nuclear_norm(problem.truth, problem.mask)


@cache
def read_completion(column: str) -> dict[tuple[int, str], np.ndarray]:
    """{(entries, method): (seeds,)} of one column of the table `matrix_completion`."""
    groups = table.read("matrix_completion").by("entries", "method")
    return {key: rows.columns[column] for key, rows in groups.items()}


# The scale of the start

START_ENTRIES = 2000
SCALES = {
    2: (1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-8, 1e-10),
    3: (1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6),  # from 1e-8 it would not arrive in these steps
}
START_SETTINGS = SETTINGS | {"entries": START_ENTRIES, "seeds": SEEDS}


def completion_starts() -> table.Table:
    """Completion by products of 2 and 3 factors, by the scale of their start (2 minutes)."""
    jobs = [
        {"depth": depth, "scale": scale, "seed": seed}
        for depth, scales in SCALES.items()
        for scale in scales
        for seed in range(SEEDS)
    ]
    return table.fill("completion_starts", START_SETTINGS, jobs, measure_start)


def measure_start(depth: int, scale: float, seed: int) -> dict:
    """{"error", "nuclear_ratio", "effective_rank", "residual", "steps"} from that start."""
    problem = matrices.problem(seed, START_ENTRIES)
    limits = SETTINGS["tolerance"], SETTINGS["max_steps"]
    return _row(matrices.recover(problem, depth, scale, *limits), _least(seed, START_ENTRIES))


@cache
def read_starts(column: str) -> dict[tuple[int, float], np.ndarray]:
    """{(depth, scale): (seeds,)} of one column of the table `completion_starts`."""
    groups = table.read("completion_starts").by("depth", "scale")
    return {key: rows.columns[column] for key, rows in groups.items()}
