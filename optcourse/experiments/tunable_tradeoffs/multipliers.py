"""What a multiplier does on fronts whose shape is known: where it settles, where it does not, and what noise does.

path           θ, multiplier and losses along a run of MDMM, from any multiplier
distances      how far from ε a run is that began beside the wanted point, at its start and at its end
least_damping  the smallest damping that stays, found by trying
oracle         the constrained problem handed to scipy (SLSQP)
racers, race   six ways to ask for L₂ = ε, and their runs from one start
noisy          two methods whose losses are tilted at random in every step, and L₂ read off with an error
chatter        how far the constraint-first method swings around ε
penalties      how far a quadratic penalty stops from the constraint
"""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float
from scipy.optimize import minimize

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
    """MDMM on gradient descent. start (3,): θ₁, θ₂ and the multiplier; rates: of the parameters, of the multiplier."""
    first, second = separate_losses(problem)
    method = optimizers.mdmm(
        optimizers.gradient_descent(rates[0]), second, epsilon, damping, rates[1]
    )
    begin = lambda w: method.init(w)._replace(multiplier=start[2])
    seen = lambda theta, state: (theta, state.multiplier, problem.losses(theta))
    return MdmmPath(
        *run(optimizers.Optimizer(begin, method.step), first, start[:2], steps, record=seen).path
    )


@partial(jax.jit, static_argnames="steps")
def constraint_errors(k, epsilon, damping, rates=RATES, steps=5000) -> Float[Array, "2"]:
    """|L₂ - ε| at the start, θ₁ 0.001 beside the wanted point of bent(k) with its very multiplier, and at the end."""
    problem = tradeoffs.curved_front(k)
    s = tradeoffs.parameter_for_target(problem, epsilon)
    begin = jnp.append(problem.at(s), tradeoffs.multiplier_at(problem, s)).at[0].add(1e-3)
    found = mdmm_path(problem, epsilon, damping, begin, rates, steps)
    return jnp.abs(found.losses[jnp.array([0, -1]), 1] - epsilon)


def least_damping(k, epsilon, rates=RATES, most=20.0, tries=14) -> float:
    """The damping from which on a small deviation shrinks, by bisection between 0 and `most`."""
    low, high = 0.0, most
    for _ in range(tries):
        middle = (low + high) / 2
        before, after = constraint_errors(k, epsilon, middle, rates)
        low, high = (low, middle) if after < before else (middle, high)
    return (low + high) / 2


def slsqp_solution(problem: FrontProblem, epsilon, start) -> tuple[np.ndarray, int]:
    """(losses, evaluations) where scipy's SLSQP ends for L₂ = ε: second-order, and not for noisy gradients."""
    value, jacobian = jax.jit(problem.losses), jax.jit(jax.jacobian(problem.losses))
    slope = lambda w: np.asarray(jacobian(w), float)  # scipy insists on float64
    constraint = {
        "type": "eq",
        "fun": lambda w: float(value(w)[1] - epsilon),
        "jac": lambda w: slope(w)[1],
    }
    found = minimize(
        lambda w: float(value(w)[0]),
        np.asarray(start),
        jac=lambda w: slope(w)[0],
        constraints=constraint,
        tol=1e-5,
    )
    return np.asarray(value(found.x)), int(found.nfev)


def race_methods(problem: FrontProblem, epsilon) -> dict:
    """{method: (optimizer, loss)}: six ways to ask for L₂ = ε, gradient descent at rate 0.02 inside each."""
    first, second = separate_losses(problem)
    s = tradeoffs.parameter_for_target(problem, epsilon)
    base = optimizers.gradient_descent(RATE)
    return {
        "weighted sum, exact weight": (
            base,
            tradeoffs.weighted_sum(problem, tradeoffs.multiplier_at(problem, s)),
        ),
        "quadratic penalty": (base, tradeoffs.penalty(problem, epsilon, 20.0)),
        "Chebyshev": (base, tradeoffs.chebyshev(problem, chebyshev_weights(problem, epsilon))),
        "hard constraint first": (optimizers.constraint_first(base, second, epsilon), first),
        "BDMM": (optimizers.mdmm(base, second, epsilon, 0.0, RATES[1]), first),
        "MDMM": (optimizers.mdmm(base, second, epsilon, 20.0, RATES[1]), first),
    }


def race(problem: FrontProblem, epsilon, start, steps=500) -> dict[str, tuple[Array, Array]]:
    """{method: (theta, losses)}, both (steps + 1, 2), for each of `racers`."""

    def walk(optimizer, loss):
        theta = run(optimizer, loss, start, steps).path
        return theta, jax.vmap(problem.losses)(theta)

    return {name: walk(*racer) for name, racer in race_methods(problem, epsilon).items()}


@partial(jax.jit, static_argnames=("wrap", "steps"))
def noisy_run(wrap: str, noise, key, rate=0.01, steps=2000) -> Float[Array, " steps"]:
    """L₂ after each step of "mdmm" or "constraint_first", asked for L₂ = 0.5 on bent(1.5) while the losses shake.

    In every step each is tilted by a random gradient, and L₂ read off with an error: all normal, of deviation `noise`.
    """
    first, second = separate_losses(tradeoffs.curved_front(1.5))
    settings = {"damping": 20.0, "multiplier_rate": 20 * rate} if wrap == "mdmm" else {}
    base, start = optimizers.gradient_descent(rate), jnp.array([0.5, 0.3])

    def visit(carry, draw):
        tilted = lambda theta: first(theta) + noise * draw[:2] @ theta
        lifted = lambda theta: second(theta) + noise * (draw[2:4] @ (theta - carry[0]) + draw[4])
        method = optimizers.WRAPPERS[wrap](base, lifted, 0.5, **settings)
        theta, state, _ = method.step(tilted, *carry)
        return (theta, state), second(theta)

    begin = optimizers.WRAPPERS[wrap](base, second, 0.5, **settings).init(start)
    return jax.lax.scan(visit, (start, begin), jax.random.normal(key, (steps, 5)))[1]


@partial(jax.jit, static_argnames="kind")
def chattering_range(kind: str, epsilon, rate) -> Float[Array, "2"]:
    """The lowest and the highest L₂ - ε of constraint-first on one of PROBLEMS: second half of 4000 steps."""
    first, second = separate_losses(PROBLEMS[kind])
    method = optimizers.constraint_first(optimizers.gradient_descent(rate), second, epsilon)
    late = jax.vmap(second)(run(method, first, jnp.array([0.5, 0.3]), 4000).path[2000:]) - epsilon
    return jnp.stack([late.min(), late.max()])


@jax.jit
def penalty_errors(k, epsilon, strengths) -> tuple[Array, Array]:
    """(L₂ - ε, λ / c) where a quadratic penalty of each strength c stops, λ the slope of the front of bent(k) there."""
    problem = tradeoffs.curved_front(k)

    def one(strength):
        begin = problem.at(tradeoffs.parameter_for_target(problem, epsilon))
        end = descent_end(
            tradeoffs.penalty(problem, epsilon, strength), begin, rate=0.1 / strength, steps=20_000
        )
        return problem.losses(end)[1] - epsilon, tradeoffs.multiplier_at(
            problem, problem.place(end)
        ) / strength

    return jax.vmap(one)(jnp.asarray(strengths, float))
