"""Nine methods that ask for a point with L₂ = ε on a Pareto front, and how often each reaches it.

    METHODS       each (problem, ε, start, rate) -> theta, where it ends after TIME / rate steps
    success_row   success rate of a method over targets and starts
    hit_rates     the experiment: the table of these rates; `read_success_rates` reads it

Sources: Degrave and Korshunova (2021); Platt and Barr (1987).
"""

from functools import partial
from itertools import product

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse import optimizers, tradeoffs
from optcourse.experiments import table
from optcourse.experiments.linear_combinations.fronts import (
    FRONT_PARAMETERS,
    PROBLEMS,
    RATE,
    TARGETS,
    TOLERANCE,
    descent_end,
    separate_losses,
)
from optcourse.experiments.run import run

FRONTS = ("convex", "concave", "mixed", "concave to the ends")  # of `hit_rates`
RATES, TIME = (0.02, 0.01, 0.005), 20.0  # of METHODS; rate times steps
RUNS, START_RANGE = 16, (0.05, 0.95)  # starts on the line θ₂ = 0, and where they lie


def exact_weight(problem, epsilon, start, rate=RATE):
    """Solve the dual first: the weighted sum, with the very weight that makes the wanted point stationary."""
    alpha = tradeoffs.multiplier_at(problem, tradeoffs.parameter_for_target(problem, epsilon))
    return descent_end(tradeoffs.weighted_sum(problem, alpha), start, rate, round(TIME / rate))


def quadratic_penalty(problem, epsilon, start, rate=RATE, *, strength):
    """A quadratic penalty."""
    return descent_end(
        tradeoffs.penalty(problem, epsilon, strength), start, rate, round(TIME / rate)
    )


def chebyshev(problem, epsilon, start, rate=RATE):
    """The larger of two weighted losses, with the weights that meet at the wanted point."""
    return descent_end(
        tradeoffs.chebyshev(problem, chebyshev_weights(problem, epsilon)),
        start,
        rate,
        round(TIME / rate),
    )


def smooth_chebyshev(problem, epsilon, start, rate=RATE, *, temperature):
    """The smooth maximum of two weighted losses, with the weights that meet at the wanted point."""
    loss = tradeoffs.smooth_chebyshev(problem, chebyshev_weights(problem, epsilon), temperature)
    return descent_end(loss, start, rate, round(TIME / rate))


def chebyshev_weights(problem, epsilon) -> Float[Array, "2"]:
    """Weights of sum 1 with w₁ L₁ = w₂ L₂ at the wanted point."""
    first, second = problem.along(tradeoffs.parameter_for_target(problem, epsilon))
    return jnp.stack([second, first]) / (first + second)


def constraint_first(problem, epsilon, start, rate=RATE):
    """Down L₂ while it is above epsilon, else down L₁."""
    first, second = separate_losses(problem)
    method = optimizers.constraint_first(optimizers.gradient_descent(rate), second, epsilon)
    return run(method, first, start, round(TIME / rate)).end


def _mdmm(problem, epsilon, start, rate=RATE, *, damping, speed, time=TIME):
    """A multiplier, `speed` times as fast as theta."""
    first, second = separate_losses(problem)
    method = optimizers.mdmm(
        optimizers.gradient_descent(rate), second, epsilon, damping, speed * rate
    )
    return run(method, first, start, round(time / rate)).end


METHODS = {  # the keywords stand in the header of the table
    "weighted sum, exact weight": partial(exact_weight),
    "quadratic penalty": partial(quadratic_penalty, strength=40.0),
    "Chebyshev": partial(chebyshev),
    "Chebyshev, soft": partial(smooth_chebyshev, temperature=0.02),
    "hard constraint first": partial(constraint_first),
    "BDMM": partial(_mdmm, damping=0.0, speed=20.0),
    "MDMM": partial(_mdmm, damping=20.0, speed=20.0),
    "MDMM, 200 steps": partial(_mdmm, damping=20.0, speed=20.0, time=4.0),
    "MDMM, equal rates": partial(_mdmm, damping=10.0, speed=1.0, time=4.0),
}


def success_row(method: str, rate: float, kind: str, seed: int) -> dict:
    """{share, error, broken}: over TARGETS x RUNS the share of hits, the median error, how many became NaN."""
    errors = np.asarray(_errors(method, rate, kind, jax.random.key(seed)))
    broken = ~np.isfinite(errors)
    return {
        "share": float(np.mean(errors <= TOLERANCE)),
        "error": float(np.median(np.where(broken, np.inf, errors))),
        "broken": int(broken.sum()),
    }


@partial(jax.jit, static_argnames=("method", "rate", "kind"))
def _errors(method, rate, kind, key):
    """(targets, runs): the larger of the two losses' distances to the wanted point."""
    problem, (low, high) = PROBLEMS[kind], START_RANGE
    begin = jnp.stack(
        [jax.random.uniform(key, (RUNS,), minval=low, maxval=high), jnp.zeros(RUNS)], axis=1
    )

    def error(epsilon, start):
        wanted = problem.along(tradeoffs.parameter_for_target(problem, epsilon))
        return jnp.max(
            jnp.abs(problem.losses(METHODS[method](problem, epsilon, start, rate)) - wanted)
        )

    return jax.vmap(jax.vmap(error, (None, 0)), (0, None))(jnp.asarray(TARGETS), begin)


def hit_rates() -> table.Table:
    """The share of wanted points that nine methods reach on four fronts at three rates, five seeds (six minutes)."""
    numbers = {name: dict(method.keywords) for name, method in METHODS.items()}
    runs = [
        (name, rate)
        for name in METHODS
        for rate in (RATES[:1] if "time" in numbers[name] else RATES)
    ]
    cases = product(runs, FRONTS, range(5))
    jobs = [
        {"method": name, "rate": rate, "front": kind, "seed": seed}
        for (name, rate), kind, seed in cases
    ]
    settings = {
        "methods": numbers,
        "time": TIME,
        "fronts": {kind: FRONT_PARAMETERS[kind] for kind in FRONTS},
    }
    settings |= {
        "targets": [round(float(x), 6) for x in TARGETS],
        "near": TOLERANCE,
        "starts": RUNS,
        "begin": START_RANGE,
    }
    return table.fill(
        "hit_rates",
        settings,
        jobs,
        lambda method, rate, front, seed: success_row(method, rate, front, seed),
    )


def read_success_rates(method: str) -> dict[float, np.ndarray]:
    """{rate: the shares of hits (fronts, seeds)} of one of METHODS, from the table."""
    rows = table.read("hit_rates").columns
    mine = {name: values[rows["method"] == method] for name, values in rows.items()}
    at = lambda rate, front: mine["share"][(mine["rate"] == rate) & (mine["front"] == front)]
    return {
        float(rate): np.array([at(rate, front) for front in FRONTS])
        for rate in dict.fromkeys(mine["rate"])
    }
