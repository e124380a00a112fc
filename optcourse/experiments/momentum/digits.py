"""What momentum does for a network that reads digits: two experiments, each with a table.

    momentum_gain        loss after 600 updates against the total step η / (1 - β), small batches and all examples
    momentum_sharpness   training pushes λ_max up to the edge of stability, and momentum moves the edge: 2 (1 + β) / η

Both compare five seeds, each with its own digits, its own network and its own order of batches.
"""

from functools import cache, partial
from itertools import product

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
    "total_steps": [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6],
    "betas": {name: beta for name, (_, beta) in METHODS.items()},
    "updates": 600,
    "target": 0.1,
    "every": 10,  # updates between two looks at the loss on all examples
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
    """Loss of a digits network after 600 updates: batch size, method and total step η / (1 - β) (3 minutes of CPU)."""
    jobs = [
        {"batch_size": batch_size, "method": method, "total_step": step, "seed": seed}
        for batch_size, method, step in product(
            GAIN_SETTINGS["batch_sizes"], METHODS, GAIN_SETTINGS["total_steps"]
        )
        for seed in range(SEEDS)
    ]
    return table.fill("momentum_gain", GAIN_SETTINGS, jobs, gain_row)


def gain_row(batch_size: int, method: str, total_step: float, seed: int) -> dict:
    """Loss on all examples after 600 updates, and the updates until it was below 0.1 (to the next 10; or infinity)."""
    digit_key, init_key, order_key = jax.random.split(jax.random.key(seed), 3)
    examples = data.digits(GAIN_SETTINGS["examples"], digit_key)
    rows = data.batches(
        order_key, jnp.arange(GAIN_SETTINGS["examples"]), batch_size, GAIN_SETTINGS["updates"]
    )[: GAIN_SETTINGS["updates"]]
    beta = METHODS[method][1]
    seen = _loss_curve(method, total_step * (1 - beta), examples, rows, NETWORK.init(init_key))
    return {
        "loss": float(seen[-1]),
        "updates": GAIN_SETTINGS["every"] * float(first_below(seen, GAIN_SETTINGS["target"])),
    }


@partial(jax.jit, static_argnames="method")
def _loss_curve(method, learning_rate, examples, rows, w):
    """The loss on all examples before each tenth update, and after the last."""
    make, beta = METHODS[method]
    optimizer = make(learning_rate, beta)
    loss = lambda w, x, y: losses.cross_entropy(NETWORK.apply(w, x), y)
    on_rows = lambda w, rows: loss(w, *data.take(examples, rows))
    return train_and_evaluate(
        optimizer, on_rows, w, rows, GAIN_SETTINGS["every"], lambda w: loss(w, *examples)
    )[0]


def read_gains(batch_size: int) -> dict:
    """For each method: its best total step, and the median over seeds of loss and updates there; from the table.

    best: the smallest median loss after 600 updates. "fewest": the fewest updates to the target at any total step.
    """
    rows = table.read("momentum_gain").columns
    facts = {}
    for method in METHODS:
        mine = (rows["batch_size"] == batch_size) & (rows["method"] == method)
        by_step = {
            step: mine & (rows["total_step"] == step) for step in GAIN_SETTINGS["total_steps"]
        }
        loss = {step: float(np.median(rows["loss"][chosen])) for step, chosen in by_step.items()}
        updates = {
            step: float(np.median(rows["updates"][chosen])) for step, chosen in by_step.items()
        }
        best = min(loss, key=lambda step: np.nan_to_num(loss[step], nan=np.inf))
        facts[method] = {
            "best": best,
            "loss": loss[best],
            "fewest": min(updates.values()),
            "losses": loss,
        }
    return facts


def momentum_sharpness() -> table.Table:
    """λ_max of a digits network's Hessian while gradient descent and momentum train it (4 minutes of CPU)."""
    jobs = [
        {"beta": beta, "seed": seed, "step": step}
        for beta, seed, step in product(
            SHARPNESS_SETTINGS["betas"], range(SEEDS), SHARPNESS_SETTINGS["steps"]
        )
    ]
    return table.fill("momentum_sharpness", SHARPNESS_SETTINGS, jobs, sharpness_row)


def sharpness_row(beta: float, seed: int, step: int) -> dict:
    """Loss and λ_max after so many steps on all examples, with learning rate 0.06."""
    loss, path = _descent(beta, seed)
    w = jax.tree.map(lambda rows: rows[step], path)
    return {"loss": float(loss(w)), "sharpness": curvature.sharpness(loss, w)}


@cache
def _descent(beta, seed):
    digit_key, init_key = jax.random.split(jax.random.key(seed))
    examples = data.digits(SHARPNESS_SETTINGS["examples"], digit_key)
    return partial(_mse, examples), _path(beta, examples, NETWORK.init(init_key))


def _mse(examples, w):
    return losses.mse(NETWORK.apply(w, examples.inputs), losses.one_hot(examples.labels, SIZES[-1]))


@jax.jit
def _path(beta, examples, w):
    descent = momentum(SHARPNESS_SETTINGS["learning_rate"], beta)
    return run(descent, partial(_mse, examples), w, SHARPNESS_SETTINGS["steps"][-1]).path


def edge_of_stability(beta, learning_rate=SHARPNESS_SETTINGS["learning_rate"]):
    """2 (1 + β) / η: the largest curvature at which momentum is stable (3.7)."""
    return 2 * (1 + beta) / learning_rate
