"""Linear regression and its kin, where the path decides: stopping, momentum, noise, Adam.

early_stopping        a study: noisy regression, by gradient descent and by Nesterov's method
single_examples       a study: a diagonal network by SGD and by gradient descent, both to zero loss
adaptive_regression   a study: separable classes on which adaptive methods go wrong
read_regression       a column of one of these tables, with one number a seed
wilson_problem        examples whose rare features tell nothing (Wilson et al., 2017)
"""

from collections.abc import Callable
from functools import cache, partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse.experiments import table
from optcourse.experiments.run import run, take_steps
from optcourse.optimizers import adagrad, adam, gradient_descent, momentum, nesterov, rmsprop

SEEDS = 5

# Noisy regression: 60 examples, 50 features


class Regression(NamedTuple):
    """Inputs and targets, and the weights that they came from, w* ~ N(0, 1/d)."""

    inputs: Float[Array, "n d"]
    targets: Float[Array, " n"]
    truth: Float[Array, " d"]


STOPPING = {"examples": 60, "features": 50, "noise": 0.5, "seeds": SEEDS, "steps": 100}
BETA = 0.9


def early_stopping() -> table.Table:
    """Noisy regression: errors of least squares, of early stopping, of momentum (20 seconds)."""
    jobs = table.grid(seed=range(SEEDS))
    return table.fill("early_stopping", STOPPING, jobs, measure_stopping)


def measure_stopping(seed: int) -> dict:
    """A table row of ‖w - w*‖²: least squares, the best ridge, and two paths of 100 steps.

    Of each path its best error, the step where it is, and the error and training loss at its end.
    """
    problem = noisy_regression(seed)
    A, y, truth = problem
    squares, directions = jnp.linalg.eigh(A.T @ A / len(y))
    rate = 1 / squares[-1]
    loss = partial(half_mean_square, A, y)
    error = lambda w: jnp.sum((w - truth) ** 2)
    row = {"least_squares": error(jnp.linalg.lstsq(A, y)[0])}
    along = directions.T @ (A.T @ y / len(y))
    ridge = lambda penalty: error(directions @ (along / (squares + penalty)))
    penalties = jnp.logspace(-4, 2, 121)
    row["ridge"] = jnp.min(jax.vmap(ridge)(penalties))
    optimizers = {"descent": gradient_descent(rate), "nesterov": nesterov(rate, BETA)}
    for name, optimizer in optimizers.items():
        path = run(optimizer, loss, jnp.zeros_like(truth), STOPPING["steps"])
        errors = jax.vmap(error)(path.path)
        best = jnp.argmin(errors)
        found = {
            "best": errors[best],
            "step": int(best),
            "end": errors[-1],
            "loss": path.loss[-1],
        }
        row |= {f"{name}_{part}": value for part, value in found.items()}
    return row


def noisy_regression(seed: int) -> Regression:
    """60 Gaussian examples of 50 features, with noise of half a standard deviation."""
    input_key, truth_key, noise_key = jax.random.split(jax.random.key(seed), 3)
    n, d = STOPPING["examples"], STOPPING["features"]
    inputs = jax.random.normal(input_key, (n, d))
    truth = jax.random.normal(truth_key, (d,)) / d**0.5
    noise = STOPPING["noise"] * jax.random.normal(noise_key, (n,))
    return Regression(inputs, inputs @ truth + noise, truth)


def half_mean_square(A, y, w) -> Array:
    """‖A w - y‖² / 2n."""
    return jnp.mean((A @ w - y) ** 2) / 2


# A diagonal network: w = u² - v²


DIAGONAL = {
    "examples": 40,
    "features": 100,
    "sparse": 5,
    "start": 0.1,
    "learning_rate": 0.02,
    "seeds": SEEDS,
    "loss": 1e-8,
    "max_steps": 400_000,
}


def single_examples() -> table.Table:
    """A diagonal network to zero loss: SGD with single examples, gradient descent (1 minute)."""
    jobs = table.grid(seed=range(SEEDS))
    return table.fill("single_examples", DIAGONAL, jobs, measure_single)


def measure_single(seed: int) -> dict:
    """{"sgd", "descent"}: ‖w - w*‖² at zero loss, and the training losses where they stopped."""
    row = {}
    problem = sparse_regression(seed)
    A, y, truth = problem
    ends = _diagonal(problem, jax.random.key(seed))
    for name, w in zip(("sgd", "descent"), ends):
        row[name] = jnp.sum((w - truth) ** 2)
        row[f"{name}_loss"] = half_mean_square(A, y, w)
    return row


def sparse_regression(seed: int) -> Regression:
    """40 Gaussian examples of 100 features, of which five count, by ±1; no noise."""
    input_key, place_key, sign_key = jax.random.split(jax.random.key(seed), 3)
    n, d, k = DIAGONAL["examples"], DIAGONAL["features"], DIAGONAL["sparse"]
    inputs = jax.random.normal(input_key, (n, d))
    places = jax.random.permutation(place_key, d)[:k]
    signs = jax.random.rademacher(sign_key, (k,), float)
    truth = jnp.zeros(d).at[places].set(signs)
    return Regression(inputs, inputs @ truth, truth)


@jax.jit
def _diagonal(problem, key) -> tuple[Array, Array]:
    A, y, _ = problem
    rate, start = DIAGONAL["learning_rate"], DIAGONAL["start"]
    n, d = A.shape
    weights = lambda factors: factors[0] ** 2 - factors[1] ** 2
    full = lambda factors: half_mean_square(A, y, weights(factors))

    def single(factors, t):
        row = jax.random.randint(jax.random.fold_in(key, t), (), 0, n)
        error = A[row] @ weights(factors) - y[row]
        return error**2 / 2

    def descend(step_loss):
        def step(carry):
            factors, t = carry
            g = jax.grad(step_loss)(factors, t)
            return jax.tree.map(lambda w, g: w - rate * g, factors, g), t + 1

        def unfinished(carry):
            factors, t = carry
            return (full(factors) > DIAGONAL["loss"]) & (t < DIAGONAL["max_steps"])

        begin = jnp.full(d, start), jnp.full(d, start)
        factors, _ = jax.lax.while_loop(unfinished, step, (begin, 0))
        return weights(factors)

    return descend(single), descend(lambda factors, t: full(factors))


# Separable classes of which adaptive methods learn the wrong feature


WILSON = {"examples": 60, "positive": 0.75, "seeds": SEEDS, "test": 1000, "steps": 2000}
ADAPTIVE: dict[str, Callable] = {
    "gradient descent": lambda: gradient_descent(0.1),
    "heavy ball": lambda: momentum(0.02, 0.9),
    "adagrad": lambda: adagrad(0.1),
    "rmsprop": lambda: rmsprop(0.001),
    "adam": lambda: adam(0.01),
}


def adaptive_regression() -> table.Table:
    """Separable classes with rare features: the test error of adaptive methods (30 seconds)."""
    jobs = table.grid(method=ADAPTIVE, seed=range(SEEDS))
    return table.fill("adaptive_regression", WILSON, jobs, measure_adaptive)


def measure_adaptive(method: str, seed: int) -> dict:
    """{"test_error", "train_error", "norm", "negatives"}: the last two are ‖w‖ and their share."""
    inputs, labels = wilson_problem(seed)
    loss = partial(half_mean_square, inputs, labels)
    start = jnp.zeros(inputs.shape[1])
    w = take_steps(ADAPTIVE[method](), loss, start, WILSON["steps"])
    new_labels = _wilson_labels(jax.random.key(1000 + seed), WILSON["test"])
    # A new example has the three common features, and five rare ones of its own, of weight 0.
    answers = jnp.sign(w[0] * new_labels + w[1] + w[2])
    return {
        "test_error": jnp.mean(answers != new_labels),
        "train_error": jnp.mean(jnp.sign(inputs @ w) != labels),
        "norm": jnp.linalg.norm(w),
        "negatives": jnp.mean(new_labels < 0),
    }


def wilson_problem(seed: int) -> tuple[Float[Array, "n d"], Float[Array, " n"]]:
    """60 examples with labels y = ±1, three in four of them 1: the first feature is y, two are 1.

    Each has features of its own beside them, one if y is 1 and five if not.
    """
    labels = _wilson_labels(jax.random.key(seed), WILSON["examples"])
    y = np.asarray(labels)
    n = len(y)
    inputs = np.zeros((n, 3 + 5 * n))
    inputs[:, 0] = y
    inputs[:, 1:3] = 1
    for i, label in enumerate(y):
        own = 1 if label > 0 else 5
        first = 3 + 5 * i
        inputs[i, first : first + own] = 1
    return jnp.asarray(inputs, float), labels


def _wilson_labels(key, n) -> Float[Array, " n"]:
    positive = jax.random.bernoulli(key, WILSON["positive"], (n,))
    return jnp.where(positive, 1.0, -1.0)


@cache
def read_regression(name: str, column: str) -> np.ndarray | dict[str, np.ndarray]:
    """A column of a table over seeds; of `adaptive_regression` {method: (seeds,)}."""
    rows = table.read(name)
    if "method" not in rows.columns:
        return rows.columns[column]
    return {method: mine.columns[column] for method, mine in rows.by("method").items()}
