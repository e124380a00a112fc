"""Three entries of a 2 x 2 matrix, and a product of factors that runs off to infinity.

    [[?, 1], [1, 0]]   seen: 1, 1 and 0. The least nuclear norm is 2, with 0 in the corner.
    √(w² + 4)          the nuclear norm of an exact fit with w in the corner (10.7)

two_by_two     the study: the corner and the nuclear norm at several losses, by depth and start
measure        one row
read_corner    a column with one number a seed
flow           gradient descent whose steps follow the flow, however large the matrix has grown

Balanced factors under gradient flow keep the sign of det W. At each matrix that fits it is -1: one
that starts above 0 can fit better and better only as its corner grows (Razin and Cohen, 2020).
"""

from functools import cache, partial

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import factorization, trees
from optcourse.experiments import table
from optcourse.linalg import effective_rank, schatten_norm
from optcourse.optimizers.base import Optimizer, gradient_and_info

OBSERVED = np.array([[0.0, 1.0], [1.0, 0.0]])
MASK = np.array([[False, True], [True, True]])
LEAST_NUCLEAR_NORM = 2.0
DEPTHS, SEEDS = (2, 3, 4), 5
STARTS = ("det > 0", "det < 0", "gaussian")
LOSSES = (1e-1, 1e-2, 1e-3)
SETTINGS = {
    "scale": 1e-3,  # Frobenius norm of the start
    "seeds": SEEDS,
    "step": 0.05,
    "max_steps": 2_000_000,
    "float": 64,
}


def two_by_two() -> table.Table:
    """Products that fit three entries of a 2 x 2 matrix: the corner by loss (1 minute)."""
    jobs = table.grid(depth=DEPTHS, start=STARTS, seed=range(SEEDS), loss=LOSSES)
    return table.fill("two_by_two", SETTINGS, jobs, measure)


def measure(depth: int, start: str, seed: int, loss: float) -> dict:
    """{"corner", "nuclear_norm", "effective_rank", "determinant", "reached", "steps"}.

    start: the sign of det W of balanced factors, or Gaussian ones, which are not balanced. reached:
    the loss where it stopped.
    """
    with jax.enable_x64(True):
        factors = _start(depth, start, seed)
        numbers = _descend(factors, jnp.asarray(loss, float), len(factors))
        *found, steps = (float(number) for number in numbers)
    names = "corner", "nuclear_norm", "effective_rank", "determinant", "reached"
    return {**dict(zip(names, found)), "steps": int(steps)}


def _start(depth, start, seed):
    key = jax.random.key(seed)
    scale = SETTINGS["scale"]
    if start == "gaussian":
        return factorization.gaussian_factors(key, OBSERVED.shape, depth, scale)
    W = jax.random.normal(key, OBSERVED.shape)
    wanted = 1 if start == "det > 0" else -1
    sign = jnp.sign(jnp.linalg.det(W))
    W = W.at[0].multiply(wanted * sign)
    return factorization.balanced_factors(scale * W / jnp.linalg.norm(W), depth)


@partial(jax.jit, static_argnames="depth")
def _descend(factors, loss, depth):
    seen = jnp.sum(OBSERVED**2)
    residual = jnp.sqrt(2 * loss / seen)
    limits = residual, SETTINGS["max_steps"]
    optimizer = flow(SETTINGS["step"])
    factors, steps = factorization.descend(factors, OBSERVED, MASK, optimizer, *limits)
    W = factorization.product(factors)
    reached = factorization.completion_loss(OBSERVED, MASK)(factors)
    spectrum = schatten_norm(W, 1), effective_rank(W), jnp.linalg.det(W)
    return W[0, 0], *spectrum, reached, jnp.asarray(steps, float)


def flow(step_size) -> Optimizer:
    """Gradient descent on factors with the rate c / (N max(1, ‖W‖)^(2 - 2/N)), c the step size.

    The curvature grows with the product W, and a fixed rate that is stable at first is not later.
    """

    def init(factors):
        return ()

    def step(loss, factors, state):
        g, info = gradient_and_info(loss, factors)
        depth = len(factors)
        size = jnp.maximum(1, jnp.linalg.norm(factorization.product(factors)))
        rate = step_size / (depth * size ** (2 - 2 / depth))
        return trees.add_scaled(factors, -rate, g), state, info

    return Optimizer(init, step)


@cache
def read_corner(column: str, loss: float) -> dict[tuple[int, str], np.ndarray]:
    """{(depth, start): (seeds,)} of one column of the table `two_by_two`."""
    groups = table.read("two_by_two").where(loss=loss).by("depth", "start")
    return {key: rows.columns[column] for key, rows in groups.items()}
