"""K-FAC where the Fisher matrix would need 29 GB: 85,002 parameters that learn 300 digits.

    kfac_race   the experiment: updates until the loss is below 0.1, and their time; its table
    race_row    one row: a method at one rate and damping
    read_best   from that table: each method at its best setting

All examples at each update. K-FAC takes its factors over all of them and all classes, anew at each
update.
"""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import kfac, losses, models, optimizers
from optcourse.experiments import data, table
from optcourse.experiments.run import first_below, run
from optcourse.experiments.timing import check_threads, fastest

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
    """K-FAC, Adam and gradient descent on 85,002 parameters, each tuned (5 minutes of CPU)."""
    check_threads()
    jobs = []
    for method, (rates, dampings, _) in RACE_SETTINGS["grids"].items():
        jobs += table.grid(method=[method], rate=rates, damping=dampings)
    return table.fill("kfac_race", RACE_SETTINGS, jobs, race_row)


def race_row(method: str, rate: float, damping: float, seeds=range(RACE_SETTINGS["seeds"])) -> dict:
    """A table row: updates until the loss is below 0.1, by seed; milliseconds of one update."""
    max_steps = RACE_SETTINGS["grids"][method][2]
    problems = [_digits_problem(seed) for seed in seeds]
    train = partial(_train, method, max_steps, rate, damping)
    target = RACE_SETTINGS["target"]
    updates = [first_below(train(*problem), target) for problem in problems]
    seconds = fastest(lambda: train(*problems[0]), len(seeds))
    return {
        "updates": table.join_numbers(updates),
        "ms_an_update": 1000 * seconds / (max_steps + 1),
    }


class BestSetting(NamedTuple):
    """A method at the setting with the fewest updates: those of each seed, and their seconds."""

    rate: float
    damping: float
    updates: np.ndarray
    seconds: np.ndarray


def read_best() -> dict[str, BestSetting]:
    """{method: its best setting by the mean of the updates}, from the committed table.

    The seconds are updates times the median `ms_an_update` over the method's rows: the work of an
    update is the same for every rate and damping.
    """
    best = {}
    for method, rows in table.read("kfac_race").by("method").items():
        columns = rows.columns
        updates = table.parse_numbers(columns["updates"])
        row = np.argmin(updates.mean(axis=1))
        seconds = updates[row] * np.median(columns["ms_an_update"]) / 1000
        best[method] = BestSetting(
            rate=float(columns["rate"][row]),
            damping=float(columns["damping"][row]),
            updates=updates[row],
            seconds=seconds,
        )
    return best


def _digits_problem(seed):
    examples = data.digits(RACE_SETTINGS["examples"], jax.random.key(seed))
    w = NETWORK.init(jax.random.key(seed + 100))
    return w, examples


@partial(jax.jit, static_argnums=(0, 1))
def _train(method, max_steps, rate, damping, w, examples):
    """The loss before each update, and after the last."""

    def loss(w):
        logits = NETWORK.apply(w, examples.inputs)
        return losses.cross_entropy(logits, examples.labels)

    if method == "kfac":
        optimizer = optimizers.natural_gradient(
            rate, NETWORK.apply, examples.inputs, damping, direction=kfac.direction()
        )
    else:
        optimizer = optimizers.ALL[method](rate)
    return run(optimizer, loss, w, max_steps, record=lambda w, state: jnp.zeros(())).loss
