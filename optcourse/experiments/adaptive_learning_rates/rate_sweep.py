"""What a learning rate leaves of the loss of a small digits network: for the finder.

    rate_sweep          its table: six methods at many rates, the loss on the way
    read_loss_shares    what is left with each rate, if the loss is multiplied by a number

Who multiplies the loss multiplies the learning rate of gradient descent and of momentum: their
rows go as far beyond the others' rates as a hundredth of the loss or a hundred losses need.
"""

from functools import cache
from typing import NamedTuple

import jax
import numpy as np
from jaxtyping import Float

from optcourse import losses, models, optimizers, trees
from optcourse.experiments import data, table
from optcourse.experiments.adaptive_learning_rates.two_weights import METHODS, SHARED_RATE_METHODS
from optcourse.experiments.run import run
from optcourse.experiments.table import join_numbers, parse_numbers

RATES = np.geomspace(1e-4, 10, 41)  # eight in a factor of ten
BEYOND = 16  # rates more at both ends for a loss that is multiplied
TIMES = (0, 1, 2, 3, 4, 6, 8, 10, 13, 16, 20, 25, 30, 40, 50, 60, 70, 80, 90, 100)
SETTINGS = {"layers": [8, 6, 10], "examples": 100, "seed": 0, "times": TIMES}


def small_digits_problem():
    """(loss, w): a network of 124 parameters, on 8 principal components of 100 digits."""
    network = models.mlp(tuple(SETTINGS["layers"]))
    digits = data.digits_problem(SETTINGS["seed"], network, SETTINGS["examples"])
    (inputs, labels), _, w, _ = digits
    components = data.pca(inputs, SETTINGS["layers"][0])
    return lambda w: losses.cross_entropy(network.apply(w, components), labels), w


def rate_sweep() -> table.Table:
    """What six methods leave of a digits network's loss, by learning rate (1 minute)."""
    jobs = []
    for method in METHODS:
        jobs += table.grid(method=[method], rate=rates(method).tolist())
    return table.fill("rate_sweep", SETTINGS, jobs, sweep_row)


def rates(method: str) -> Float[np.ndarray, " rates"]:
    """Those of the table: RATES, and beyond where a method has one rate for all coordinates."""
    if method not in SHARED_RATE_METHODS:
        return RATES
    return RATES[0] * 10 ** (np.arange(-BEYOND, len(RATES) + BEYOND) / 8)


def sweep_row(method: str, rate: float) -> dict:
    """The loss after each of TIMES, as a share of the first."""
    shares = _compiled_run(method)(rate)[np.array(TIMES)]
    return {"shares": join_numbers(shares, digits=3)}


@cache
def _compiled_run(method):
    # One leaf instead of four: it compiles faster.
    w, loss = trees.flatten_loss(*small_digits_problem())
    first = loss(w)
    return jax.jit(lambda rate: run(optimizers.ALL[method](rate), loss, w, TIMES[-1]).loss / first)


class LossShares(NamedTuple):
    """What is left of the loss at each of TIMES, by rate: of the two methods that the loss's unit
    moves, at RATES and BEYOND; of the four that it does not, at RATES."""

    shared: Float[np.ndarray, "2 73 times"]
    own: Float[np.ndarray, "4 41 times"]


@cache
def read_loss_shares() -> LossShares:
    """The committed table."""
    rows = table.read("rate_sweep").by("method")
    by_method = [parse_numbers(rows[method].columns["shares"]) for method in METHODS]
    return LossShares(np.stack(by_method[:2]), np.stack(by_method[2:]))
