"""Momentum in a ravine: steps to a millionth of the distance, for each β and seed.

ravine_steps         the study: fills its table, one row for each β and seed
measure              one row, from its β and seed alone
read_ravine_steps    what a lesson draws
"""

from itertools import product

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import quadratics
from optcourse.experiments import table
from optcourse.experiments.run import first_below, run
from optcourse.optimizers import momentum

# All that a row depends on stands in the table's header: rows of other settings never mix.
SETTINGS = {
    "betas": [0.0, 0.5, 0.9],
    "seeds": 3,
    "condition_number": 100.0,
    "target": 1e-6,
    "max_steps": 3000,
}


# The first line is what `optcourse experiment --list` prints: what is measured, and how long.
def ravine_steps() -> table.Table:
    """Steps of momentum to a millionth of the distance, for three β and three seeds (seconds)."""
    pairs = product(SETTINGS["betas"], range(SETTINGS["seeds"]))
    jobs = [{"beta": beta, "seed": seed} for beta, seed in pairs]
    return table.fill("ravine_steps", SETTINGS, jobs, measure)


# A test measures one row of the committed table again, by this function.
def measure(beta: float, seed: int) -> dict:
    """{"steps": t}: the first t at which the distance is below a millionth; infinity if none is."""
    start = jax.random.normal(jax.random.key(seed), (2,))
    return {"steps": _steps(beta, start)}


# What is swept is traced, so that all rows compile once.
@jax.jit
def _steps(beta, start):
    kappa = SETTINGS["condition_number"]
    loss = lambda w: (w[0] ** 2 + kappa * w[1] ** 2) / 2
    rate = quadratics.best_momentum_for_beta(beta, 1.0, kappa).learning_rate
    path = run(momentum(rate, beta), loss, start, SETTINGS["max_steps"]).path
    distances = jnp.linalg.norm(path, axis=1)
    return first_below(distances, SETTINGS["target"] * distances[0])


def read_ravine_steps() -> dict[float, float]:
    """{β: median of the steps over the seeds} of the table `ravine_steps`."""
    groups = table.read("ravine_steps").by("beta")
    return {beta: float(np.median(rows.columns["steps"])) for beta, rows in groups.items()}
