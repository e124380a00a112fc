"""What a multiplier does on fronts whose shape is known: where it settles, and what noise does.

mdmm_path              θ, multiplier and losses along a run of MDMM, from any multiplier
constraint_errors      |L₂ - ε| of a run that begins beside the target point, at its start and end
least_stable_damping   the smallest damping that stays, found by trying
settling_time          the steps in which the multiplier settles, beside the closed form
race_methods, race     six ways to ask for L₂ = ε, and their runs from one start
largest_of_last        the largest of the last few values, at each step
noisy_run              two methods under noise in every step
chattering_range       how far the constraint-first method swings around ε
penalty_errors         how far a quadratic penalty stops from the constraint
"""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array, Float

from optcourse import optimizers, tradeoffs
from optcourse.experiments.linear_combinations.fronts import (
    PROBLEMS,
    RATE,
    descent_end,
    separate_losses,
)
from optcourse.experiments.run import run
from optcourse.experiments.tunable_tradeoffs.methods import chebyshev_weights
from optcourse.tradeoffs import FrontProblem

RATES = (RATE, 0.4)  # of the parameters, and of the multiplier


class MdmmPath(NamedTuple):
    """theta (steps + 1, 2), multiplier (steps + 1,) and losses (steps + 1, 2) of one run."""

    theta: Array
    multiplier: Array
    losses: Array


def mdmm_path(problem: FrontProblem, epsilon, damping, start, rates=RATES, steps=500) -> MdmmPath:
    """A run of MDMM on gradient descent towards L₂ = ε: θ, multiplier and losses at each step.

    start (3,): θ₁, θ₂, multiplier; rates: of the parameters, of the multiplier.
    """
    first, second = separate_losses(problem)
    rate, multiplier_rate = rates
    base = optimizers.gradient_descent(rate)
    method = optimizers.mdmm(base, second, epsilon, damping, multiplier_rate)
    init = lambda w: method.init(w)._replace(multiplier=start[2])
    record = lambda theta, state: MdmmPath(theta, state.multiplier, problem.losses(theta))
    return run(method._replace(init=init), first, start[:2], steps, record=record).path


@partial(jax.jit, static_argnames="steps")
def constraint_errors(k, epsilon, damping, rates=RATES, steps=5000) -> Float[Array, "2"]:
    """|L₂ - ε| of MDMM on curved_front(k) at the start, beside the target point, and at the end.

    It starts with the exact multiplier, and θ₁ 0.001 from its target.
    """
    problem = tradeoffs.curved_front(k)
    s = tradeoffs.parameter_for_target(problem, epsilon)
    target = jnp.append(problem.point_at(s), tradeoffs.multiplier_at(problem, s))
    start = target.at[0].add(1e-3)
    path = mdmm_path(problem, epsilon, damping, start, rates, steps)
    errors = jnp.abs(path.losses[:, 1] - epsilon)
    return jnp.stack([errors[0], errors[-1]])


def least_stable_damping(k, epsilon, rates=RATES, max_damping=20.0, iterations=14) -> float:
    """The damping above which a small deviation shrinks, by bisection from 0 to max_damping."""
    low, high = 0.0, max_damping
    for _ in range(iterations):
        middle = (low + high) / 2
        before, after = constraint_errors(k, epsilon, middle, rates)
        if after < before:
            high = middle
        else:
            low = middle
    return (low + high) / 2


@partial(jax.jit, static_argnames="steps")
def settling_time(k, epsilon, damping, rates=RATES, steps=1000) -> tuple[Array, Array]:
    """(measured, (c - c*) / η_λ     (8.5)): steps in which MDMM's multiplier settles.

    It starts 0.1 above its value at the target point of curved_front(k), with θ there already.
    Measured is the step after which it stays within 0.1 / e of that value, NaN where it does not,
    in nine tenths of the steps. On a convex front c* is negative.
    """
    problem = tradeoffs.curved_front(k)
    s = tradeoffs.parameter_for_target(problem, epsilon)
    wanted = tradeoffs.multiplier_at(problem, s)
    start = jnp.append(problem.point_at(s), wanted + 0.1)
    path = mdmm_path(problem, epsilon, damping, start, rates, steps)
    away = ~(jnp.abs(path.multiplier - wanted) < 0.1 / jnp.e)
    last = jnp.max(jnp.where(away, jnp.arange(1, steps + 2), 0))
    measured = jnp.where(last > 0.9 * steps, jnp.nan, last)
    least, _ = tradeoffs.stable_damping_range(problem, s, *rates)
    _, multiplier_rate = rates
    critical = least - multiplier_rate
    return measured, (damping - critical) / multiplier_rate  # (8.5)


def race_methods(problem: FrontProblem, epsilon) -> dict:
    """{method: (optimizer, loss)}: six ways to ask for L₂ = ε, on gradient descent at rate 0.02."""
    first, second = separate_losses(problem)
    alpha = tradeoffs.multiplier_at(problem, tradeoffs.parameter_for_target(problem, epsilon))
    weights = chebyshev_weights(problem, epsilon)
    base = optimizers.gradient_descent(RATE)
    return {
        "weighted sum, exact weight": (base, tradeoffs.weighted_sum(problem, alpha)),
        "quadratic penalty": (base, tradeoffs.penalty(problem, epsilon, 20.0)),
        "Chebyshev": (base, tradeoffs.chebyshev(problem, weights)),
        "hard constraint first": (optimizers.constraint_first(base, second, epsilon), first),
        "BDMM": (optimizers.mdmm(base, second, epsilon, 0.0, RATES[1]), first),
        "MDMM": (optimizers.mdmm(base, second, epsilon, 20.0, RATES[1]), first),
    }


def race(problem: FrontProblem, epsilon, start, steps=500) -> dict[str, tuple[Array, Array]]:
    """{method: (theta, losses)}, both (steps + 1, 2), for each of `race_methods`."""
    methods = race_methods(problem, epsilon)
    theta = jnp.stack([run(*method, start, steps).path for method in methods.values()])
    losses = jax.vmap(jax.vmap(problem.losses))(theta)
    return dict(zip(methods, zip(theta, losses)))


def largest_of_last(values, count):
    """The largest of the last `count` of each row's values at each step, or of all until there.

    Of two spans of n, one begun earlier, comes a span of up to 2 n.
    """
    span = 1
    while span < count:
        back = min(span, count - span)
        earlier = jnp.pad(values, ((0, 0), (back, 0)), constant_values=-jnp.inf)[:, :-back]
        values, span = jnp.maximum(values, earlier), span + back
    return values


@partial(jax.jit, static_argnames=("wrapper", "steps"))
def noisy_run(wrapper: str, noise, key, rate=0.01, steps=2000) -> Float[Array, " steps"]:
    """L₂ after each step of "mdmm" or "constraint_first" under noise, asked for L₂ = 0.5.

    The front is curved_front(1.5). In every step each loss is tilted by a random gradient, and L₂
    read off with an error: all normal, of deviation `noise`.
    """
    first, second = separate_losses(tradeoffs.curved_front(1.5))
    settings = {"damping": 20.0, "multiplier_rate": 20 * rate} if wrapper == "mdmm" else {}
    base = optimizers.gradient_descent(rate)
    wrap = lambda constraint: optimizers.WRAPPERS[wrapper](base, constraint, 0.5, **settings)

    def visit(carry, draw):
        here, state = carry
        noisy_first = lambda theta: first(theta) + noise * draw[:2] @ theta
        error = lambda theta: draw[2:4] @ (theta - here) + draw[4]
        noisy_second = lambda theta: second(theta) + noise * error(theta)
        theta, state, _ = wrap(noisy_second).step(noisy_first, here, state)
        return (theta, state), second(theta)

    start = jnp.array([0.5, 0.3])
    carry = start, wrap(second).init(start)
    draws = jax.random.normal(key, (steps, 5))
    _, path = jax.lax.scan(visit, carry, draws)
    return path


@partial(jax.jit, static_argnames="kind")
def chattering_range(kind: str, epsilon, rate) -> Float[Array, "2"]:
    """Lowest and highest L₂ - ε of constraint-first on one of PROBLEMS, steps 2000 to 4000."""
    first, second = separate_losses(PROBLEMS[kind])
    method = optimizers.constraint_first(optimizers.gradient_descent(rate), second, epsilon)
    path = run(method, first, jnp.array([0.5, 0.3]), 4000).path
    late = jax.vmap(second)(path[2000:]) - epsilon
    return jnp.stack([late.min(), late.max()])


@jax.jit
def penalty_errors(k, epsilon, strengths) -> tuple[Array, Array]:
    """(L₂ - ε, λ / c) where a quadratic penalty of each strength c stops on curved_front(k).

    λ is minus the slope of the front there.
    """
    problem = tradeoffs.curved_front(k)
    begin = problem.point_at(tradeoffs.parameter_for_target(problem, epsilon))

    def one(strength):
        loss = tradeoffs.penalty(problem, epsilon, strength)
        end = descent_end(loss, begin, rate=0.1 / strength, steps=20_000)
        multiplier = tradeoffs.multiplier_at(problem, problem.front_parameter(end))
        return problem.losses(end)[1] - epsilon, multiplier / strength

    return jax.vmap(one)(jnp.asarray(strengths, float))
