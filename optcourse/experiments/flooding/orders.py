"""Two steps on a network against Taylor: with which power of the rate each error falls.

flooding_orders      the study: the errors of a pair of steps, a row for each rate and seed
errors               one row
fitted_orders        the exponents that the table gives, a number a seed

In float64: in float32 the errors of small rates drown in rounding.
"""

from functools import lru_cache, partial

import jax
import numpy as np

from optcourse import flooding, models, trees
from optcourse.experiments import data, table
from optcourse.experiments.flooding.problems import SEEDS, loss_of
from optcourse.experiments.run import take_steps
from optcourse.optimizers import gradient_descent

SIZES = (64, 16, 10)
RATES = [0.2, 0.1, 0.05, 0.025, 0.0125, 0.00625]
SHARE = 0.5  # the second rate, in units of the first
SETTINGS = {
    "network": SIZES,
    "examples": 200,
    "steps_before": 60,
    "learning_rate": 0.5,
    "share": SHARE,
}
ERRORS = (
    "displacement",
    "down_up",
    "up_down",
    "between_orders",
    "mean_of_orders",
    "two_rates",
    "without_penalty",
)


def flooding_orders() -> table.Table:
    """What Taylor leaves out of a step down and a step up, by the rate, in float64 (seconds)."""
    jobs = table.grid(seed=range(SEEDS), rate=RATES)
    return table.fill("flooding_orders", SETTINGS, jobs, errors)


def errors(seed: int, rate: float) -> dict:
    """A table row: distances of weights, all from one point of the training.

    displacement: how far a pair of steps goes; down_up, up_down: from where Taylor expects it;
    between_orders: of the two orders; mean_of_orders: of their mean from Taylor; two_rates: of a
    pair with half the rate on the way up from a step on the penalized loss; without_penalty: from
    one on the loss itself.
    """
    with jax.enable_x64(True):
        w, examples = _trained(seed)
        found = _errors(w, examples, rate)
        return {name: float(found[name]) for name in ERRORS}


@jax.jit
def _errors(w, examples, rate):
    loss = partial(loss_of(models.mlp(SIZES)), batch=examples)
    down_up = flooding.descend_ascend(loss, w, rate)
    up_down = flooding.ascend_descend(loss, w, rate)
    expected = flooding.taylor_pair(loss, w, rate)
    mean = trees.scaled(0.5, trees.add_scaled(down_up, 1, up_down))
    up_rate = SHARE * rate
    pair = flooding.descend_ascend(loss, w, rate, up_rate)
    c = flooding.two_rate_coefficient(rate, up_rate)
    step = lambda on: trees.add_scaled(w, -(rate - up_rate), jax.grad(on)(w))
    return {
        "displacement": _distance(down_up, w),
        "down_up": _distance(down_up, expected),
        "up_down": _distance(up_down, expected),
        "between_orders": _distance(down_up, up_down),
        "mean_of_orders": _distance(mean, expected),
        "two_rates": _distance(pair, step(flooding.gradient_penalty(loss, c))),
        "without_penalty": _distance(pair, step(loss)),
    }


def _distance(v, w):
    return trees.norm(trees.add_scaled(v, -1, w))


@lru_cache(maxsize=SEEDS)
def _trained(seed):
    """(w, digits) after a few steps of gradient descent; float64 in, float64 out."""
    digit_key, w_key = jax.random.split(jax.random.key(seed))
    examples = data.digits(SETTINGS["examples"], digit_key)
    network = models.mlp(SIZES)
    on_all = partial(loss_of(network), batch=examples)
    descent = gradient_descent(SETTINGS["learning_rate"])
    return take_steps(descent, on_all, network.init(w_key), SETTINGS["steps_before"]), examples


def fitted_orders(rows: table.Table) -> dict[str, np.ndarray]:
    """{error: (seeds,)}: the exponent p of an error that falls like ε^p, from a table's rows."""
    seeds = rows.by("seed").values()
    slope = lambda mine, name: np.polyfit(*np.log([mine["rate"], mine[name]]), 1)[0]
    return {name: np.array([slope(mine.columns, name) for mine in seeds]) for name in ERRORS}
