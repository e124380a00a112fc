"""Weighted-sum scalarization on convex and concave Pareto fronts: where its runs converge.

    sweep_weights    gradient descent on L₁ + α L₂, every α from every start, in one compiled call
    largest_jump     how far 1 % more weight moves the final points of such a sweep
    search_weight    one run after the other, in search of the weight for a target point
    runs_to_target   how many runs that takes
    transients       what a run passes on its way

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
from optcourse.experiments.run import first_below, run
from optcourse.tradeoffs import FrontProblem

RATE, STEPS = 0.02, 200
WEIGHT_RANGE = 0.2, 5.0
FRONT_PARAMETERS = {  # (k, m) of `mixed_front`; None: the model of `convex_front`
    "convex": None,
    "concave": (1.5, 0.0),
    "concave to the ends": (2.0, 0.0),
    "mixed": (1.5, 4.0),
    "concave chunk": (0.2, -4.0),
}


def front_problem(parameters: tuple | None) -> FrontProblem:
    """The problem with these (k, m), which may be traced; the convex one for None."""
    return tradeoffs.convex_front() if parameters is None else tradeoffs.mixed_front(*parameters)


PROBLEMS = {kind: front_problem(parameters) for kind, parameters in FRONT_PARAMETERS.items()}


def on_front(kind, f: Callable, *arguments):
    """f(problem, *arguments) for the one of PROBLEMS whose index is `kind`; it may be traced."""
    parameters = FRONT_PARAMETERS.values()
    bends = jnp.array([pair or (0.0, 0.0) for pair in parameters])[kind]
    is_straight = jnp.array([pair is None for pair in parameters])[kind]
    straight = partial(f, tradeoffs.convex_front())
    bent = lambda *arguments: f(tradeoffs.mixed_front(*bends), *arguments)
    return jax.lax.cond(is_straight, straight, bent, *arguments)


TARGETS = np.linspace(0.05, 0.95, 19)  # values of ε
TOLERANCE = 0.02  # in both losses: what counts as a hit


class EvaluatedPoints(NamedTuple):
    """Points theta (..., 2), their parameter s along the front, and their losses (..., 2)."""

    theta: Array
    front_parameter: Array
    losses: Array


def starts(key: PRNGKeyArray, n: int) -> Float[Array, "n 2"]:
    """θ₁ uniform over the front, θ₂ (the distance off it) normal with deviation 0.7."""
    along_key, off_key = jax.random.split(key)
    theta1 = jax.random.uniform(along_key, (n,), minval=0.02, maxval=0.98)
    theta2 = 0.7 * jax.random.normal(off_key, (n,))
    return jnp.stack([theta1, theta2], axis=1)


def descent_end(loss: Callable, start, rate=RATE, steps=STEPS) -> Array:
    """The final point of gradient descent."""
    return run(optimizers.gradient_descent(rate), loss, start, steps).end


def descent_path(loss: Callable, start, rate=RATE, steps=STEPS) -> Array:
    """The whole path of gradient descent: (steps + 1, 2)."""
    return run(optimizers.gradient_descent(rate), loss, start, steps).path


def evaluate(problem: FrontProblem, theta: Float[Array, "*n 2"]) -> EvaluatedPoints:
    """theta with its front parameter and its losses; any leading axes."""
    front_parameter, losses = problem.front_parameter, problem.losses
    for _ in range(jnp.ndim(theta) - 1):
        front_parameter, losses = jax.vmap(front_parameter), jax.vmap(losses)
    return EvaluatedPoints(theta, front_parameter(theta), losses(theta))


def loss_paths(
    problem: FrontProblem, alpha, starts: Float[Array, "n 2"], rate=RATE, steps=STEPS
) -> Float[Array, "n t 2"]:
    """Both losses at every point of the runs on L₁ + α L₂, one from each start."""
    loss = tradeoffs.weighted_sum(problem, alpha)
    path = lambda start: descent_path(loss, start, rate, steps)
    paths = jax.vmap(path)(starts)
    return evaluate(problem, paths).losses


def sweep_weights(problem: FrontProblem, alphas, starts, rate=RATE, steps=STEPS) -> EvaluatedPoints:
    """Final points of gradient descent on L₁ + α L₂: leading axes (alphas, starts)."""

    def end(alpha, start):
        return descent_end(tradeoffs.weighted_sum(problem, alpha), start, rate, steps)

    over_starts = jax.vmap(end, in_axes=(None, 0))
    over_alphas = jax.vmap(over_starts, in_axes=(0, None))
    return evaluate(problem, over_alphas(jnp.asarray(alphas, float), starts))


@partial(jax.jit, static_argnames=("kind", "points", "runs"))
def sweep_front(
    kind: str, key: PRNGKeyArray, points: int = 21, runs: int = 64
) -> tuple[Array, EvaluatedPoints]:
    """(alphas, final points) for one of PROBLEMS: weights 0.2 to 5, the same starts for each."""
    alphas = jnp.geomspace(0.2, 5.0, points)
    return alphas, sweep_weights(PROBLEMS[kind], alphas, starts(key, runs))


@partial(jax.jit, static_argnames="kind")
def largest_jump(kind: str, key: PRNGKeyArray) -> Array:
    """The largest change of L₁ for 1 % more weight: weights 0.2 to 5, 16 starts, 1000 steps."""
    alphas = 0.2 * 1.01 ** jnp.arange(324)
    ends = sweep_weights(PROBLEMS[kind], alphas, starts(key, 16), steps=1000)
    jumps = jnp.diff(ends.losses[..., 0], axis=0)
    return jnp.max(jnp.abs(jumps))


class WeightSearch(NamedTuple):
    """alphas (runs,), losses (runs, 2) at the end of each run, and the target losses (2,)."""

    alphas: Array
    losses: Array
    target: Array

    @property
    def errors(self) -> Array:
        """Each run's larger distance of both losses to the target: below TOLERANCE, a hit."""
        distances = jnp.abs(self.losses - self.target)
        return jnp.max(distances, axis=-1)


def search_weight(
    problem: FrontProblem,
    epsilon,
    bisect,
    starts: Float[Array, "runs 2"],
    weight_range=WEIGHT_RANGE,
    steps=STEPS,
) -> WeightSearch:
    """Search for the weight that ends at L₂ = ε, a whole run for each weight.

    It tries a grid of weights, evenly in logarithms, or if `bisect` the middle (of logarithms) of
    those left: more weight where L₂ came out above ε, less elsewhere.
    """
    limits = jnp.log(jnp.asarray(weight_range))
    grid = jnp.linspace(*limits, len(starts))

    def one(limits, run):
        grid_point, start = run
        log_alpha = jnp.where(bisect, jnp.mean(limits), grid_point)
        alpha = jnp.exp(log_alpha)
        end = descent_end(tradeoffs.weighted_sum(problem, alpha), start, steps=steps)
        losses = problem.losses(end)
        more = jnp.stack([log_alpha, limits[1]])
        less = jnp.stack([limits[0], log_alpha])
        limits = jnp.where(losses[1] > epsilon, more, less)
        return limits, (alpha, losses)

    _, (alphas, losses) = jax.lax.scan(one, limits, (grid, starts))
    s = tradeoffs.parameter_for_target(problem, epsilon)
    return WeightSearch(alphas, losses, problem.losses_at(s))


@partial(jax.jit, static_argnames="kind")
def runs_to_target(kind: str, key: PRNGKeyArray) -> Array:
    """For each of TARGETS, how many runs bisection needs, a new start each, until one is a hit.

    24 at most, else 0; weights from 0.02 to 30, 1000 steps a run.
    """
    problem, begin = PROBLEMS[kind], starts(key, 24)

    def runs(epsilon):
        errors = search_weight(problem, epsilon, True, begin, (0.02, 30.0), 1000).errors
        first = first_below(errors, TOLERANCE)
        count = jnp.where(jnp.isfinite(first), first + 1, 0)
        return count.astype(int)

    return jax.vmap(runs)(jnp.asarray(TARGETS))


@partial(jax.jit, static_argnames="runs")
def transients(key: PRNGKeyArray, runs: int = 64) -> EvaluatedPoints:
    """Whole paths (runs, steps + 1) on a concave front, α = 1, from starts near its middle."""
    problem = PROBLEMS["concave"]
    loss = tradeoffs.weighted_sum(problem, 1.0)
    theta1, theta2 = starts(key, runs).T
    begin = jnp.stack([0.35 + 0.3 * theta1, theta2], axis=1)
    paths = jax.vmap(partial(descent_path, loss))(begin)
    return evaluate(problem, paths)


def separate_losses(problem: FrontProblem) -> tuple[Callable, Callable]:
    """(L₁, L₂): the two losses as functions of theta."""
    first = lambda theta: problem.losses(theta)[0]
    second = lambda theta: problem.losses(theta)[1]
    return first, second
