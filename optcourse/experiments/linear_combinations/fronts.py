"""Weighted-sum scalarization on convex and concave Pareto fronts: where its runs converge.

    sweep_weights   gradient descent on L₁ + α L₂, every α from every start, in one compiled call
    search_weight   one run after the other, in search of the weight for a target point
    transients      what such a run passes on its way

A run is 200 steps at rate 0.02 unless said otherwise. Source: Degrave and Korshunova (2021).
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, PRNGKeyArray

from optcourse import optimizers, tradeoffs
from optcourse.experiments.run import run
from optcourse.tradeoffs import FrontProblem

RATE, STEPS = 0.02, 200
WEIGHT_RANGE = 0.2, 5.0  # of the weights
FRONT_PARAMETERS = {  # (k, m) of `mixed`; None: the model of `convex`
    "convex": None,
    "concave": (1.5, 0.0),
    "concave to the ends": (2.0, 0.0),
    "mixed": (1.5, 4.0),
    "concave chunk": (0.2, -4.0),
}


def front_problem(numbers: tuple | None) -> FrontProblem:
    """The problem with these (k, m), which may be traced; the convex one for None."""
    return tradeoffs.convex_front() if numbers is None else tradeoffs.mixed_front(*numbers)


PROBLEMS = {kind: front_problem(numbers) for kind, numbers in FRONT_PARAMETERS.items()}
TARGETS = np.linspace(0.05, 0.95, 19)  # values of ε
TOLERANCE = 0.02  # in both losses: what counts as a hit


class EvaluatedPoints(NamedTuple):
    """Where runs end: theta (..., 2), the place s along the front, and the losses (..., 2)."""

    theta: Array
    place: Array
    losses: Array


def starts(key: PRNGKeyArray, n: int) -> Float[Array, "n 2"]:
    """θ₁ uniform over the front, θ₂ (the distance off it) normal with deviation 0.7."""
    along, off = jax.random.split(key)
    return jnp.stack(
        [
            jax.random.uniform(along, (n,), minval=0.02, maxval=0.98),
            0.7 * jax.random.normal(off, (n,)),
        ],
        1,
    )


def descent_end(loss: Callable, start, rate=RATE, steps=STEPS) -> Array:
    """Where gradient descent ends."""
    return run(optimizers.gradient_descent(rate), loss, start, steps).end


def descent_path(loss: Callable, start, rate=RATE, steps=STEPS) -> Array:
    """Every point of gradient descent, first and last included: (steps + 1, 2)."""
    return run(optimizers.gradient_descent(rate), loss, start, steps).path


def evaluate(problem: FrontProblem, theta: Float[Array, "*n 2"]) -> EvaluatedPoints:
    """theta with its place and its losses; any leading axes."""
    place, losses = problem.place, problem.losses
    for _ in range(jnp.ndim(theta) - 1):
        place, losses = jax.vmap(place), jax.vmap(losses)
    return EvaluatedPoints(theta, place(theta), losses(theta))


def loss_paths(
    problem: FrontProblem, alpha, starts: Float[Array, "n 2"], rate=RATE, steps=STEPS
) -> Float[Array, "n t 2"]:
    """Both losses at every point of the runs on L₁ + α L₂, one from each start."""
    loss = tradeoffs.weighted_sum(problem, alpha)
    return evaluate(
        problem, jax.vmap(lambda start: descent_path(loss, start, rate, steps))(starts)
    ).losses


def sweep_weights(problem: FrontProblem, alphas, starts, rate=RATE, steps=STEPS) -> EvaluatedPoints:
    """The ends of gradient descent on L₁ + α L₂: leading axes (alphas, starts)."""
    one = lambda alpha, start: descent_end(
        tradeoffs.weighted_sum(problem, alpha), start, rate, steps
    )
    ends = jax.vmap(jax.vmap(one, (None, 0)), (0, None))(jnp.asarray(alphas, float), starts)
    return evaluate(problem, ends)


@partial(jax.jit, static_argnames=("kind", "points", "runs"))
def sweep_front(
    kind: str, key: PRNGKeyArray, points: int = 21, runs: int = 64
) -> tuple[Array, EvaluatedPoints]:
    """(alphas, ends) for one of PROBLEMS: weights from 0.2 to 5, the same random starts for each."""
    alphas = jnp.geomspace(0.2, 5.0, points)
    return alphas, sweep_weights(PROBLEMS[kind], alphas, starts(key, runs))


@partial(jax.jit, static_argnames="kind")
def largest_jump(kind: str, key: PRNGKeyArray) -> Array:
    """The largest change of L₁ that a change of the weight by 1 % makes: weights 0.2 to 5, 16 starts, 1000 steps."""
    alphas = 0.2 * 1.01 ** jnp.arange(324)
    first = sweep_weights(PROBLEMS[kind], alphas, starts(key, 16), steps=1000).losses[..., 0]
    return jnp.max(jnp.abs(jnp.diff(first, axis=0)))


class WeightSearch(NamedTuple):
    """One row a run: the weight, the losses at its end; and the wanted losses (2,)."""

    alphas: Array
    losses: Array
    wanted: Array

    @property
    def misses(self) -> Array:
        """For each run, the larger of the two losses' distances to the wanted point: a hit if it is below NEAR."""
        return jnp.max(jnp.abs(self.losses - self.wanted), axis=-1)


def search_weight(
    problem: FrontProblem,
    epsilon,
    halving,
    starts: Float[Array, "runs 2"],
    span=WEIGHT_RANGE,
    steps=STEPS,
) -> WeightSearch:
    """Search for the weight that ends at L₂ = ε, a whole run for each: a grid of weights, or halving (log scale).

    Halving raises the weight where L₂ came out above ε, and lowers it elsewhere.
    """
    limits = jnp.log(jnp.asarray(span))
    grid = jnp.linspace(*limits, len(starts))

    def one(ends, given):
        point, start = given
        log_alpha = jnp.where(halving, jnp.mean(ends), point)
        alpha = jnp.exp(log_alpha)
        losses = problem.losses(
            descent_end(tradeoffs.weighted_sum(problem, alpha), start, steps=steps)
        )
        raised = jnp.stack([log_alpha, ends[1]])
        lowered = jnp.stack([ends[0], log_alpha])
        return jnp.where(losses[1] > epsilon, raised, lowered), (alpha, losses)

    _, (alphas, losses) = jax.lax.scan(one, limits, (grid, starts))
    return WeightSearch(
        alphas, losses, problem.along(tradeoffs.parameter_for_target(problem, epsilon))
    )


@partial(jax.jit, static_argnames="kind")
def runs_to_target(kind: str, key: PRNGKeyArray) -> Array:
    """For each of TARGETS, how many runs halving needs, a new start each, until one ends near it.

    24 at most, else 0; weights from 0.02 to 30, 1000 steps a run.
    """

    def search(epsilon):
        return (
            search_weight(PROBLEMS[kind], epsilon, True, starts(key, 24), (0.02, 30.0), 1000).misses
            < TOLERANCE
        )

    hit = jax.vmap(search)(jnp.asarray(TARGETS))
    return jnp.where(jnp.any(hit, axis=1), jnp.argmax(hit, axis=1) + 1, 0)


@partial(jax.jit, static_argnames="runs")
def transients(key: PRNGKeyArray, runs: int = 64) -> EvaluatedPoints:
    """A concave front, α = 1, starts near its middle: whole paths (runs, steps + 1), to see what comes in passing."""
    problem = PROBLEMS["concave"]
    begin = starts(key, runs)
    begin = begin.at[:, 0].set(0.35 + 0.3 * begin[:, 0])
    return evaluate(
        problem,
        jax.vmap(lambda start: descent_path(tradeoffs.weighted_sum(problem, 1.0), start))(begin),
    )


def separate_losses(problem: FrontProblem) -> tuple[Callable, Callable]:
    """(L₁, L₂): the two losses as functions of theta."""
    return (lambda theta: problem.losses(theta)[0]), (lambda theta: problem.losses(theta)[1])
