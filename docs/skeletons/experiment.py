"""Momentum in a ravine: steps to a millionth of the distance, for each β and seed, at a tuned rate.

ravine_steps         the study: fills its table, one row for each β and seed
measure              one row, from its β and seed alone
read_ravine_steps    what a lesson draws
"""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import quadratics
from optcourse.experiments import table
from optcourse.experiments.run import stays_below, sweep
from optcourse.optimizers import momentum

# All that a row depends on stands in the table's header: rows of other settings never mix.
SETTINGS = {
    "betas": [0.0, 0.5, 0.9],
    "seeds": 3,
    "shares_of_best_rate": [0.25, 0.5, 1.0],
    "condition_number": 100.0,
    "target": 1e-6,
    "max_steps": 3000,
}


# The first line is what `optcourse experiment --list` prints: what is measured, and how long.
def ravine_steps() -> table.Table:
    """Steps of momentum to a millionth of the distance, for three β and three seeds (seconds)."""
    jobs = table.grid(beta=SETTINGS["betas"], seed=range(SETTINGS["seeds"]))
    return table.fill("ravine_steps", SETTINGS, jobs, measure)


# A test measures one row of the committed table again, by this function.
def measure(beta: float, seed: int) -> dict:
    """{"learning_rate", "steps"} of the rate with the fewest steps; infinity if none arrives."""
    best = quadratics.best_momentum_for_beta(beta, 1.0, SETTINGS["condition_number"])
    rates = best.learning_rate * np.array(SETTINGS["shares_of_best_rate"])
    start = jax.random.normal(jax.random.key(seed), (2,))
    steps = _steps(beta, rates, start)
    fewest = np.argmin(steps)
    return {"learning_rate": rates[fewest], "steps": steps[fewest]}


# What is swept is traced, so that all rows compile once.
@jax.jit
def _steps(beta, rates, start):
    kappa = SETTINGS["condition_number"]
    loss = lambda w: (w[0] ** 2 + kappa * w[1] ** 2) / 2
    make = lambda rate: momentum(rate, beta)
    # The axes of a sweep: (value, start, t). One start has that axis too.
    path = sweep(make, rates, loss, start[None], SETTINGS["max_steps"]).path[:, 0]
    distances = jnp.linalg.norm(path, axis=-1)
    # With momentum the distance swings: `first_below` would count a dip in passing.
    target = SETTINGS["target"] * distances[0, 0]
    return jax.vmap(lambda row: stays_below(row, target))(distances)


def read_ravine_steps() -> dict[float, float]:
    """{β: median of the steps over the seeds} of the table `ravine_steps`."""
    # A column of whole numbers is read as int; under pytest the annotation is checked: float(...).
    groups = table.read("ravine_steps").by("beta")
    return {beta: float(np.median(rows.columns["steps"])) for beta, rows in groups.items()}
