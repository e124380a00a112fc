"""K-FAC where the Fisher matrix itself would need 29 GB: a network of 85,002 parameters that learns 300 digits.

    kfac_race   the experiment: updates until the loss is below 0.1, and milliseconds of one, for each rate; its table
    best        from that table: each method at its best rate

All examples at each update. K-FAC takes its factors over all of them and all classes, anew at each update.
"""

import time
from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import kfac, losses, models, optimizers
from optcourse.experiments import data, table
from optcourse.experiments.run import first_below, run
from optcourse.experiments.timing import check_threads

RACE_SETTINGS = {
    "network": [64, 256, 256, 10],
    "examples": 300,
    "target": 0.1,
    "seeds": 5,
    "grids": {  # method -> [rates, dampings, most updates]
        "gradient_descent": [[0.2, 0.4, 0.56, 0.8], [0.0], 120],
        "adam": [[0.004, 0.008, 0.016, 0.032], [0.0], 40],
        "kfac": [[0.0625, 0.125, 0.25], [0.0003, 0.001, 0.003, 0.01], 25],
    },
}
NETWORK = models.mlp(tuple(RACE_SETTINGS["network"]))


def kfac_race() -> table.Table:
    """K-FAC, Adam and gradient descent on 85,002 parameters, each tuned, by updates and time (5 minutes of CPU)."""
    jobs = [
        {"method": method, "rate": rate, "damping": damping}
        for method, (rates, dampings, _) in RACE_SETTINGS["grids"].items()
        for rate in rates
        for damping in dampings
    ]
    check_threads()
    return table.fill("kfac_race", RACE_SETTINGS, jobs, race_row)


def race_row(method: str, rate: float, damping: float, seeds=range(RACE_SETTINGS["seeds"])) -> dict:
    """Updates until the loss is below 0.1, a text with a number for each seed, and the least milliseconds of one."""
    most = RACE_SETTINGS["grids"][method][2]
    train = partial(_train, method, most, rate, damping)
    jax.block_until_ready(train(*_digits_problem(seeds[0])))  # compiled
    counts, times = [], []
    for seed in seeds:
        began = time.perf_counter()
        path = jax.block_until_ready(train(*_digits_problem(seed)))
        times.append(time.perf_counter() - began)
        counts.append(float(first_below(path, RACE_SETTINGS["target"])))
    return {
        "updates": " ".join(f"{count:g}" for count in counts),
        "ms_an_update": 1000 * min(times) / (most + 1),
    }


class BestSetting(NamedTuple):
    """A method at the setting with the fewest updates: those of each seed, and seconds at its usual time of one."""

    rate: float
    damping: float
    updates: np.ndarray
    seconds: np.ndarray


def read_best() -> dict[str, BestSetting]:
    """method -> its best setting by the mean of the updates, from the committed table.

    The seconds are updates times the median `ms_an_update` over the method's rows: the work of an update is the same
    for every rate and damping.
    """
    columns, found = table.read("kfac_race").columns, {}
    counts = np.array([[float(each) for each in text.split()] for text in columns["updates"]])
    for method in RACE_SETTINGS["grids"]:
        mine = np.flatnonzero(columns["method"] == method)
        row = mine[np.argmin(counts[mine].mean(axis=1))]
        seconds = (
            counts[row] * np.median(columns["ms_an_update"][mine]) / 1000
        )  # one row's would be luck
        found[method] = BestSetting(
            float(columns["rate"][row]), float(columns["damping"][row]), counts[row], seconds
        )
    return found


def _digits_problem(seed):
    examples = data.digits(RACE_SETTINGS["examples"], jax.random.key(seed))
    return NETWORK.init(jax.random.key(seed + 100)), examples


@partial(jax.jit, static_argnums=(0, 1))
def _train(method, most, rate, damping, w, examples):
    makers = {
        "gradient_descent": lambda: optimizers.gradient_descent(rate),
        "adam": lambda: optimizers.adam(rate),
        "kfac": lambda: optimizers.natural_gradient(
            rate, NETWORK.apply, examples.inputs, damping, direction=kfac.direction()
        ),
    }
    loss = lambda w: losses.cross_entropy(NETWORK.apply(w, examples.inputs), examples.labels)
    return run(makers[method](), loss, w, most, record=lambda w, state: jnp.zeros(())).loss
