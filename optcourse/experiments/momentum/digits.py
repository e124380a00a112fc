"""What momentum does for a network that reads digits: two experiments, each with a table.

    momentum_gain        loss after 600 updates against the effective rate η / (1 - β); read_gains
    momentum_sharpness   training pushes λ_max up to edge_of_stability, which momentum moves

Both compare five seeds, each with its own digits, its own network and its own order of batches.
"""

from functools import cache, partial

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import curvature, losses, models
from optcourse.experiments import data, table
from optcourse.experiments.run import first_below, run, train_and_evaluate
from optcourse.optimizers import momentum, nesterov

SIZES = (64, 32, 10)
NETWORK = models.mlp(SIZES)
SEEDS = 5

METHODS = {
    "gradient_descent": (momentum, 0.0),
    "momentum": (momentum, 0.9),
    "nesterov": (nesterov, 0.9),
}
GAIN_SETTINGS = {
    "network": SIZES,
    "examples": 1000,
    "batch_sizes": [16, 1000],
    "effective_rates": [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6],
    "betas": {name: beta for name, (_, beta) in METHODS.items()},
    "updates": 600,
    "target": 0.1,
    "every": 10,  # updates between two evaluations of the loss on all examples
}

SHARPNESS_SETTINGS = {
    "network": SIZES,
    "examples": 300,
    "loss": "mse",
    "learning_rate": 0.06,
    "betas": [0.0, 0.5, 0.9],
    "steps": list(range(0, 4001, 200)),
}


def momentum_gain() -> table.Table:
    """Loss of a digits network by batch size, method and effective rate η / (1 - β) (3 minutes)."""
    sizes, rates = GAIN_SETTINGS["batch_sizes"], GAIN_SETTINGS["effective_rates"]
    seeds = range(SEEDS)
    jobs = table.grid(batch_size=sizes, method=METHODS, effective_rate=rates, seed=seeds)
    return table.fill("momentum_gain", GAIN_SETTINGS, jobs, gain_row)


def gain_row(batch_size: int, method: str, effective_rate: float, seed: int) -> dict:
    """Loss on all examples after 600 updates, and the updates until it was below 0.1.

    updates: to the next 10; infinity for never.
    """
    n, updates, every = (GAIN_SETTINGS[part] for part in ("examples", "updates", "every"))
    problem = data.digits_problem(seed, NETWORK, n)
    rows = data.batches(problem.keys[0], jnp.arange(n), batch_size, updates)[:updates]
    learning_rate = effective_rate * (1 - METHODS[method][1])
    curve = _loss_curve(method, learning_rate, problem.train, rows, problem.w)
    row = float(first_below(curve, GAIN_SETTINGS["target"]))
    return {"loss": float(curve[-1]), "updates": every * row}


@partial(jax.jit, static_argnames="method")
def _loss_curve(method, learning_rate, examples, rows, w):
    """The loss on all examples before each tenth update, and after the last."""
    make, beta = METHODS[method]
    optimizer = make(learning_rate, beta)
    loss = lambda w, x, y: losses.cross_entropy(NETWORK.apply(w, x), y)
    on_rows = lambda w, rows: loss(w, *data.take(examples, rows))
    on_all = lambda w: loss(w, *examples)
    return train_and_evaluate(optimizer, on_rows, w, rows, GAIN_SETTINGS["every"], on_all)[0]


def read_gains(batch_size: int) -> dict:
    """For each method, medians over seeds from the table: {"losses", "best", "loss", "fewest"}.

    losses: {effective rate: loss after 600 updates}; "best" is the rate with the smallest, "loss".
    fewest: updates to the target, at any rate.
    """
    rows = table.read("momentum_gain").where(batch_size=batch_size)
    return {method: _gain(mine) for method, mine in rows.by("method").items()}


def _gain(rows) -> dict:
    by_rate = rows.by("effective_rate")
    median = lambda name: {s: float(np.median(r.columns[name])) for s, r in by_rate.items()}
    loss, updates = median("loss"), median("updates")
    best = min(loss, key=lambda rate: np.nan_to_num(loss[rate], nan=np.inf))
    return {"best": best, "loss": loss[best], "fewest": min(updates.values()), "losses": loss}


def momentum_sharpness() -> table.Table:
    """λ_max of a digits network while gradient descent and momentum train it (4 minutes of CPU)."""
    betas, steps = SHARPNESS_SETTINGS["betas"], SHARPNESS_SETTINGS["steps"]
    jobs = table.grid(beta=betas, seed=range(SEEDS), step=steps)
    return table.fill("momentum_sharpness", SHARPNESS_SETTINGS, jobs, sharpness_row)


def sharpness_row(beta: float, seed: int, step: int) -> dict:
    """Loss and λ_max after so many full-batch steps with learning rate 0.06."""
    loss, path = _descent(beta, seed)
    w = jax.tree.map(lambda rows: rows[step], path)
    return {"loss": float(loss(w)), "sharpness": curvature.sharpness(loss, w)}


@cache
def _descent(beta, seed):
    problem = data.digits_problem(seed, NETWORK, SHARPNESS_SETTINGS["examples"])
    return partial(_mse, problem.train), _path(beta, problem.train, problem.w)


def _mse(examples, w):
    targets = losses.one_hot(examples.labels, SIZES[-1])
    return losses.mse(NETWORK.apply(w, examples.inputs), targets)


@jax.jit
def _path(beta, examples, w):
    descent = momentum(SHARPNESS_SETTINGS["learning_rate"], beta)
    return run(descent, partial(_mse, examples), w, SHARPNESS_SETTINGS["steps"][-1]).path


def edge_of_stability(beta, learning_rate=SHARPNESS_SETTINGS["learning_rate"]):
    """2 (1 + β) / η: the largest curvature at which momentum is stable (3.5)."""
    return 2 * (1 + beta) / learning_rate
