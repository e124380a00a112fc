"""Adam against gradient descent on products of factors, both stopped at the same residual.

adam_completion   the study: steps and error, by depth, method, residual and seed
measure           one row
read_adam         a column with one number a seed

The longer a method trains the better its matrix fits, so only places of one residual compare.
"""

from functools import cache, partial

import numpy as np

from optcourse.experiments import table
from optcourse.experiments.implicit_bias import matrices
from optcourse.optimizers import adam, momentum

ENTRIES, SEEDS = 2000, 5
SCALES = {2: 1e-7, 3: 1e-5}
RESIDUALS = (1e-2, 1e-3)


def _heavy_ball(problem, depth):
    """As far a step in the long run as gradient descent's."""
    descent_rate = 0.1 * matrices.rate(problem, depth)
    return momentum(descent_rate, 0.9)


def _adam(learning_rate, problem, depth):
    return adam(learning_rate)


ADAM_RATES = (1e-2, 3e-3, 1e-3, 3e-4, 1e-4)
METHODS = {
    "gradient descent": None,
    "gradient descent, twice the rate": partial(matrices.descent, share=2.0),
    "gradient descent, a quarter of it": partial(matrices.descent, share=0.25),
    "heavy ball": _heavy_ball,
    **{f"adam {rate:g}": partial(_adam, rate) for rate in ADAM_RATES},
}
SETTINGS = {
    "size": matrices.SIZE,
    "rank": matrices.RANK,
    "rates": {str(depth): matrices.RATES[depth] for depth in SCALES},
    "entries": ENTRIES,
    "scales": {str(depth): scale for depth, scale in SCALES.items()},
    "max_steps": 20_000,
}


def adam_completion() -> table.Table:
    """Adam and gradient descent on products, at equal residuals: steps and error (3 minutes)."""
    jobs = table.grid(depth=SCALES, method=METHODS, residual=RESIDUALS, seed=range(SEEDS))
    return table.fill("adam_completion", SETTINGS, jobs, measure)


def measure(depth: int, method: str, residual: float, seed: int) -> dict:
    """{"error", "effective_rank", "reached", "steps"} at the first place with that residual."""
    problem = matrices.problem(seed, ENTRIES)
    limits = residual, SETTINGS["max_steps"]
    found = matrices.recover(problem, depth, SCALES[depth], *limits, METHODS[method])
    return {
        "error": found.error,
        "effective_rank": found.effective_rank,
        "reached": found.residual,
        "steps": int(found.steps),
    }


@cache
def read_adam(column: str, depth: int, residual: float) -> dict[str, np.ndarray]:
    """{method: (seeds,)} of one column of the table `adam_completion`."""
    rows = table.read("adam_completion").where(depth=depth, residual=residual)
    return {method: mine.columns[column] for method, mine in rows.by("method").items()}
