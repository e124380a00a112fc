"""Lesson 08: what its two explorers run: MDMM with any numbers, and six methods from one start."""

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Array

from optcourse import tradeoffs
from optcourse.experiments.linear_combinations.fronts import FRONT_PARAMETERS
from optcourse.experiments.tunable_tradeoffs import multipliers
from optcourse.figures import tunable_tradeoffs as draw

STEPS, SEGMENTS = 500, 6
EPSILON = 0.5  # wanted of the multiplier
START_OFFSET = 0.3  # θ₂ at the start of the multiplier's run
WINDOW = 100  # steps over which the largest distance is taken: chatter counts by its farthest
KINDS = ("convex", "concave", "mixed", "concave chunk")


class MultiplierRun(NamedTuple):
    """A run, its losses, the front (101, 2), the target losses, (θ₁, λ) at rest, stable damping.

    A step is a straight line in θ, but a bent one in the losses: SEGMENTS points of each keep
    loss_path (SEGMENTS * STEPS + 1, 2) above the front. damping_bounds: (least, most); time:
    the settling time (c - c*) / η_λ; swings: whether friction is too weak for it.
    """

    path: multipliers.MdmmPath
    loss_path: Array
    front: Array
    target: Array
    equilibrium: Array
    damping_bounds: Array
    time: Array
    swings: Array


@jax.jit
def multiplier_run(bend, damping, multiplier_rate, start) -> MultiplierRun:
    """A run of MDMM towards L₂ = EPSILON on curved_front(bend); start (2,): θ₁ and λ."""
    problem, rates = tradeoffs.curved_front(bend), (multipliers.RATES[0], multiplier_rate)
    s = tradeoffs.parameter_for_target(problem, EPSILON)
    begin = jnp.stack([start[0], START_OFFSET, start[1]])
    path = multipliers.mdmm_path(problem, EPSILON, damping, begin, rates, STEPS)
    fractions = jnp.arange(SEGMENTS)[:, None] / SEGMENTS
    steps = jnp.diff(path.theta, axis=0)
    between = (path.theta[:-1, None] + fractions * steps[:, None]).reshape(-1, 2)
    theta = jnp.vstack([between, path.theta[-1:]])
    least, most = tradeoffs.stable_damping_range(problem, s, *rates)
    friction = damping - (least - multiplier_rate)  # c - c*, with the sign of c*
    g_squared = 2 / (rates[0] * (most - least + multiplier_rate / 2))
    return MultiplierRun(
        path=path,
        loss_path=jax.vmap(problem.losses)(theta),
        front=problem.front(101),
        target=problem.losses_at(s),
        equilibrium=jnp.stack([problem.point_at(s)[0], tradeoffs.multiplier_at(problem, s)]),
        damping_bounds=jnp.stack([least, most]),
        time=friction / multiplier_rate,
        swings=friction**2 * g_squared < 4 * multiplier_rate / rates[0],
    )


class Race(NamedTuple):
    """theta and losses (6, steps + 1, 2), in the order of METHODS, and what they are measured by.

    max_distance (6, steps + 1): the largest distance to the target in WINDOW steps; target: its
    losses; front (101, 2).
    """

    theta: Array
    losses: Array
    max_distance: Array
    target: Array
    front: Array


@jax.jit
def race_run(front, epsilon, start) -> Race:
    """All of METHODS from one start; front: an index into KINDS."""
    problem = _problem(front)
    target = problem.losses_at(tradeoffs.parameter_for_target(problem, epsilon))
    runs = multipliers.race(problem, epsilon, start, STEPS)
    theta, losses = (jnp.stack(each) for each in zip(*(runs[name] for name in draw.METHODS)))
    d = jnp.max(jnp.abs(losses - target), axis=-1)
    return Race(theta, losses, multipliers.largest_of_last(d, WINDOW), target, problem.front(101))


def _problem(front) -> tradeoffs.FrontProblem:
    """The problem of KINDS[front], which is traced: one program serves all four."""
    numbers = [FRONT_PARAMETERS[kind] or (1.0, 0.0) for kind in KINDS]
    straight, bent = tradeoffs.convex_front(), tradeoffs.mixed_front(*jnp.asarray(numbers)[front])
    is_straight = jnp.asarray([FRONT_PARAMETERS[kind] is None for kind in KINDS])[front]
    choose = lambda one, other: lambda x: jnp.where(is_straight, one(x), other(x))
    return tradeoffs.FrontProblem(*map(choose, straight, bent))
