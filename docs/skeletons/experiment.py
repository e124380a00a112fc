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
from optcourse.experiments.run import run
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
    """{"steps": t}: the first t at which the distance is a millionth; infinity if none is."""
    start = jax.random.normal(jax.random.key(seed), (2,))
    distances = np.asarray(_distances(beta, start))
    arrived = distances <= SETTINGS["target"] * distances[0]  # NaN has not: a run that diverged
    return {"steps": int(np.argmax(arrived)) if arrived.any() else np.inf}


# What is swept is traced, so that it compiles once.
@jax.jit
def _distances(beta, start):
    kappa = SETTINGS["condition_number"]
    loss = lambda w: (w[0] ** 2 + kappa * w[1] ** 2) / 2
    rate = quadratics.best_momentum_for_beta(beta, 1.0, kappa).learning_rate
    path = run(momentum(rate, beta), loss, start, SETTINGS["max_steps"]).path
    return jnp.linalg.norm(path, axis=1)


def read_ravine_steps() -> dict[float, float]:
    """{β: median of the steps over the seeds} of the table `ravine_steps`."""
    columns = table.read("ravine_steps").columns
    steps = {beta: columns["steps"][columns["beta"] == beta] for beta in SETTINGS["betas"]}
    return {beta: float(np.median(values)) for beta, values in steps.items()}
