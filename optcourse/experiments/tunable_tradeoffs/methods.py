"""Nine methods that ask for a point with L₂ = ε on a Pareto front, and how often each reaches it.

    METHODS              each (problem, ε, start, rate) -> its final theta, after TIME / rate steps
    success_rates        the experiment: their success rates; its table
    success_row          one row: the success rate of a method over targets and starts
    read_success_rates   from that table: one method

Sources: Degrave and Korshunova (2021); Platt and Barr (1987).
"""

from functools import partial

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
from optcourse.experiments.run import take_steps

FRONTS = ("convex", "concave", "mixed", "concave to the ends")  # of `success_rates`
RATES, TIME = (0.02, 0.01, 0.005), 20.0  # of METHODS; rate times steps
RUNS, START_RANGE = 16, (0.05, 0.95)  # starts on the line θ₂ = 0, and where they lie


def exact_weight(problem, epsilon, start, rate=RATE):
    """Gradient descent on the weighted sum whose weight makes the target point stationary."""
    alpha = tradeoffs.multiplier_at(problem, tradeoffs.parameter_for_target(problem, epsilon))
    return descent_end(tradeoffs.weighted_sum(problem, alpha), start, rate, round(TIME / rate))


def quadratic_penalty(problem, epsilon, start, rate=RATE, *, strength):
    """Gradient descent on L₁ plus a quadratic penalty for L₂ > ε."""
    loss = tradeoffs.penalty(problem, epsilon, strength)
    return descent_end(loss, start, rate, round(TIME / rate))


def chebyshev(problem, epsilon, start, rate=RATE):
    """Gradient descent on the larger of two weighted losses, equal at the target point."""
    loss = tradeoffs.chebyshev(problem, chebyshev_weights(problem, epsilon))
    return descent_end(loss, start, rate, round(TIME / rate))


def smooth_chebyshev(problem, epsilon, start, rate=RATE, *, temperature):
    """Gradient descent on a smooth maximum of two weighted losses, equal at the target point."""
    loss = tradeoffs.smooth_chebyshev(problem, chebyshev_weights(problem, epsilon), temperature)
    return descent_end(loss, start, rate, round(TIME / rate))


def chebyshev_weights(problem, epsilon) -> Float[Array, "2"]:
    """Chebyshev weights of sum 1: w₁ L₁ = w₂ L₂ at the target point."""
    first, second = problem.losses_at(tradeoffs.parameter_for_target(problem, epsilon))
    return jnp.stack([second, first]) / (first + second)


def constraint_first(problem, epsilon, start, rate=RATE):
    """Gradient descent on L₂ while it is above ε, else on L₁."""
    first, second = separate_losses(problem)
    method = optimizers.constraint_first(optimizers.gradient_descent(rate), second, epsilon)
    return take_steps(method, first, start, round(TIME / rate))


def _mdmm(problem, epsilon, start, rate=RATE, *, damping, speed, time=TIME):
    """MDMM, its multiplier `speed` times as fast as theta."""
    first, second = separate_losses(problem)
    base = optimizers.gradient_descent(rate)
    method = optimizers.mdmm(base, second, epsilon, damping, speed * rate)
    return take_steps(method, first, start, round(time / rate))


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


def success_row(method: str, rate: float, front: str, seed: int) -> dict:
    """A table row over TARGETS x RUNS: share of hits, median error, how many runs became NaN."""
    key = jax.random.key(seed)
    errors = np.asarray(_errors(method, rate, front, key))
    broken = ~np.isfinite(errors)
    return {
        "share": float(np.mean(errors <= TOLERANCE)),
        "error": float(np.median(np.where(broken, np.inf, errors))),
        "broken": int(broken.sum()),
    }


@partial(jax.jit, static_argnames=("method", "rate", "front"))
def _errors(method, rate, front, key):
    """(targets, runs): the larger of the two losses' distances to the target point."""
    problem, (low, high) = PROBLEMS[front], START_RANGE
    theta1 = jax.random.uniform(key, (RUNS,), minval=low, maxval=high)
    begin = jnp.stack([theta1, jnp.zeros(RUNS)], axis=1)

    def error(epsilon, start):
        target = problem.losses_at(tradeoffs.parameter_for_target(problem, epsilon))
        end = METHODS[method](problem, epsilon, start, rate)
        return jnp.max(jnp.abs(problem.losses(end) - target))

    over_starts = jax.vmap(error, in_axes=(None, 0))
    over_targets = jax.vmap(over_starts, in_axes=(0, None))
    return over_targets(jnp.asarray(TARGETS), begin)


def success_rates() -> table.Table:
    """Success rates of nine methods on four fronts at three rates, five seeds (six minutes)."""
    keywords = {name: dict(method.keywords) for name, method in METHODS.items()}
    settings = {
        "methods": keywords,
        "time": TIME,
        "fronts": {kind: FRONT_PARAMETERS[kind] for kind in FRONTS},
        "targets": [round(float(x), 6) for x in TARGETS],
        "near": TOLERANCE,
        "starts": RUNS,
        "begin": START_RANGE,
    }
    jobs = []
    for name in METHODS:
        rates = RATES[:1] if "time" in keywords[name] else RATES
        jobs += table.grid(method=[name], rate=rates, front=FRONTS, seed=range(5))
    return table.fill("success_rates", settings, jobs, success_row)


def read_success_rates(method: str) -> dict[float, np.ndarray]:
    """{rate: success rates (fronts, seeds)} of one of METHODS, from the table."""
    by_rate = table.read("success_rates").where(method=method).by("rate")
    shares = {}
    for rate, rows in by_rate.items():
        by_front = rows.by("front")
        share = [by_front[front].columns["share"] for front in FRONTS]
        shares[rate] = np.array(share)
    return shares
