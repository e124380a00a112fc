"""What becomes of a weighted sum on each kind of front, and which method reaches a wanted point.

    weigh        gradient descent on L₁ + α L₂, every α from every start, in one compiled call
    outer_loop   one run after the other, in search of the weight for a wanted point
    METHODS      nine ways to ask for L₂ = ε: each problem, ε, start, rate -> where it ends
    hits         the share of targets that a method reaches, over targets and starts
    hit_rates    the table of these shares; `shares` reads it

A run is 200 steps at rate 0.02 unless said otherwise; one of METHODS takes TIME / rate steps.
Sources: Degrave and Korshunova (2021); Platt and Barr (1987).
"""

from collections.abc import Callable
from functools import partial
from itertools import product
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, PRNGKeyArray

from optcourse import optimizers, tradeoffs
from optcourse.experiments import table
from optcourse.experiments.run import run
from optcourse.tradeoffs import Problem

RATE, STEPS = 0.02, 200
SPAN = 0.2, 5.0  # of the weights
NUMBERS = {  # (k, m) of `mixed`; None: the model of `convex`
    "convex": None,
    "concave": (1.5, 0.0),
    "concave to the ends": (2.0, 0.0),
    "mixed": (1.5, 4.0),
    "concave chunk": (0.2, -4.0),
}


def problem_of(numbers: tuple | None) -> Problem:
    """The problem with these (k, m), which may be traced; the convex one for None."""
    return tradeoffs.convex() if numbers is None else tradeoffs.mixed(*numbers)


FRONTS = ("convex", "concave", "mixed", "concave to the ends")  # of `hits`
PROBLEMS = {kind: problem_of(numbers) for kind, numbers in NUMBERS.items()}
TARGETS = np.linspace(0.05, 0.95, 19)  # values of ε
NEAR = 0.02  # in both losses: what counts as a hit
RATES, TIME = (0.02, 0.01, 0.005), 20.0  # of METHODS; rate times steps
RUNS, BEGIN = 16, (0.05, 0.95)  # of `hits`: starts on the line θ₂ = 0, and where they lie


class Ends(NamedTuple):
    """Where runs end: theta (..., 2), the place s along the front, and the losses (..., 2)."""

    theta: Array
    place: Array
    losses: Array


def starts(key: PRNGKeyArray, n: int) -> Float[Array, "n 2"]:
    """θ₁ uniform over the front, θ₂ (the distance off it) normal with deviation 0.7."""
    along, off = jax.random.split(key)
    return jnp.stack([jax.random.uniform(along, (n,), minval=0.02, maxval=0.98), 0.7 * jax.random.normal(off, (n,))], 1)


def descent(loss: Callable, start, rate=RATE, steps=STEPS) -> Array:
    """Where gradient descent ends."""
    return run(optimizers.gradient_descent(rate), loss, start, steps).end


def path(loss: Callable, start, rate=RATE, steps=STEPS) -> Array:
    """Every point of gradient descent, first and last included: (steps + 1, 2)."""
    return run(optimizers.gradient_descent(rate), loss, start, steps).path


def seen(problem: Problem, theta: Float[Array, "*n 2"]) -> Ends:
    """theta with its place and its losses; any leading axes."""
    place, losses = problem.place, problem.losses
    for _ in range(jnp.ndim(theta) - 1):
        place, losses = jax.vmap(place), jax.vmap(losses)
    return Ends(theta, place(theta), losses(theta))


def losses_along(problem: Problem, alpha, starts: Float[Array, "n 2"], rate=RATE, steps=STEPS) -> Float[Array, "n t 2"]:
    """Both losses at every point of the runs on L₁ + α L₂, one from each start."""
    loss = tradeoffs.weighted_sum(problem, alpha)
    return seen(problem, jax.vmap(lambda start: path(loss, start, rate, steps))(starts)).losses


def weigh(problem: Problem, alphas, starts, rate=RATE, steps=STEPS) -> Ends:
    """The ends of gradient descent on L₁ + α L₂: leading axes (alphas, starts)."""
    one = lambda alpha, start: descent(tradeoffs.weighted_sum(problem, alpha), start, rate, steps)  # noqa: E731
    ends = jax.vmap(jax.vmap(one, (None, 0)), (0, None))(jnp.asarray(alphas, float), starts)
    return seen(problem, ends)


@partial(jax.jit, static_argnames=("kind", "points", "runs"))
def sweep(kind: str, key: PRNGKeyArray, points: int = 21, runs: int = 64) -> tuple[Array, Ends]:
    """(alphas, ends) for one of PROBLEMS: weights from 0.2 to 5, the same random starts for each."""
    alphas = jnp.geomspace(0.2, 5.0, points)
    return alphas, weigh(PROBLEMS[kind], alphas, starts(key, runs))


@partial(jax.jit, static_argnames="kind")
def largest_jump(kind: str, key: PRNGKeyArray) -> Array:
    """The largest change of L₁ that a change of the weight by 1 % makes: weights 0.2 to 5, 16 starts, 1000 steps."""
    alphas = 0.2 * 1.01 ** jnp.arange(324)
    first = weigh(PROBLEMS[kind], alphas, starts(key, 16), steps=1000).losses[..., 0]
    return jnp.max(jnp.abs(jnp.diff(first, axis=0)))


class Search(NamedTuple):
    """One row a run: the weight, the losses at its end; and the wanted losses (2,)."""

    alphas: Array
    losses: Array
    wanted: Array

    @property
    def misses(self) -> Array:
        """For each run, the larger of the two losses' distances to the wanted point: a hit if it is below NEAR."""
        return jnp.max(jnp.abs(self.losses - self.wanted), axis=-1)


def outer_loop(problem: Problem, epsilon, halving, starts: Float[Array, "runs 2"], span=SPAN, steps=STEPS) -> Search:
    """Search for the weight that ends at L₂ = ε, a whole run for each: a grid of weights, or halving (log scale).

    Halving raises the weight where L₂ came out above ε, and lowers it elsewhere.
    """
    limits = jnp.log(jnp.asarray(span))
    grid = jnp.linspace(*limits, len(starts))

    def one(ends, given):
        point, start = given
        log_alpha = jnp.where(halving, jnp.mean(ends), point)
        alpha = jnp.exp(log_alpha)
        losses = problem.losses(descent(tradeoffs.weighted_sum(problem, alpha), start, steps=steps))
        raised = jnp.stack([log_alpha, ends[1]])
        lowered = jnp.stack([ends[0], log_alpha])
        return jnp.where(losses[1] > epsilon, raised, lowered), (alpha, losses)

    _, (alphas, losses) = jax.lax.scan(one, limits, (grid, starts))
    return Search(alphas, losses, problem.along(tradeoffs.place_for(problem, epsilon)))


@partial(jax.jit, static_argnames="kind")
def runs_to_hit(kind: str, key: PRNGKeyArray) -> Array:
    """For each of TARGETS, how many runs halving needs, a new start each, until one ends near it.

    24 at most, else 0; weights from 0.02 to 30, 1000 steps a run.
    """

    def search(epsilon):
        return outer_loop(PROBLEMS[kind], epsilon, True, starts(key, 24), (0.02, 30.0), 1000).misses < NEAR

    hit = jax.vmap(search)(jnp.asarray(TARGETS))
    return jnp.where(jnp.any(hit, axis=1), jnp.argmax(hit, axis=1) + 1, 0)


@partial(jax.jit, static_argnames="runs")
def in_passing(key: PRNGKeyArray, runs: int = 64) -> Ends:
    """A concave front, α = 1, starts near its middle: whole paths (runs, steps + 1), to see what comes in passing."""
    problem = PROBLEMS["concave"]
    begin = starts(key, runs)
    begin = begin.at[:, 0].set(0.35 + 0.3 * begin[:, 0])
    return seen(problem, jax.vmap(lambda start: path(tradeoffs.weighted_sum(problem, 1.0), start))(begin))


# Which methods reach a wanted point: each (problem, epsilon, start, rate) -> theta


def exact_weight(problem, epsilon, start, rate=RATE):
    """Solve the dual first: the weighted sum, with the very weight that makes the wanted point stationary."""
    alpha = tradeoffs.weight_for(problem, tradeoffs.place_for(problem, epsilon))
    return descent(tradeoffs.weighted_sum(problem, alpha), start, rate, round(TIME / rate))


def penalized(problem, epsilon, start, rate=RATE, *, strength):
    """A quadratic penalty."""
    return descent(tradeoffs.penalty(problem, epsilon, strength), start, rate, round(TIME / rate))


def chebyshev(problem, epsilon, start, rate=RATE):
    """The larger of two weighted losses, with the weights that meet at the wanted point."""
    return descent(tradeoffs.worst(problem, meeting(problem, epsilon)), start, rate, round(TIME / rate))


def soft_chebyshev(problem, epsilon, start, rate=RATE, *, temperature):
    """The same without its edge."""
    loss = tradeoffs.softly_worst(problem, meeting(problem, epsilon), temperature)
    return descent(loss, start, rate, round(TIME / rate))


def meeting(problem, epsilon) -> Float[Array, "2"]:
    """Weights of sum 1 with w₁ L₁ = w₂ L₂ at the wanted point."""
    first, second = problem.along(tradeoffs.place_for(problem, epsilon))
    return jnp.stack([second, first]) / (first + second)


def apart(problem: Problem) -> tuple[Callable, Callable]:
    """(L₁, L₂): the two losses as functions of theta."""
    return (lambda theta: problem.losses(theta)[0]), (lambda theta: problem.losses(theta)[1])


def constraint_first(problem, epsilon, start, rate=RATE):
    """Down L₂ while it is above epsilon, else down L₁."""
    first, second = apart(problem)
    method = optimizers.constraint_first(optimizers.gradient_descent(rate), second, epsilon)
    return run(method, first, start, round(TIME / rate)).end


def _mdmm(problem, epsilon, start, rate=RATE, *, damping, speed, time=TIME):
    """A multiplier, `speed` times as fast as theta."""
    first, second = apart(problem)
    method = optimizers.mdmm(optimizers.gradient_descent(rate), second, epsilon, damping, speed * rate)
    return run(method, first, start, round(time / rate)).end


METHODS = {  # the keywords stand in the header of the table
    "weighted sum, exact weight": partial(exact_weight),
    "quadratic penalty": partial(penalized, strength=40.0),
    "Chebyshev": partial(chebyshev),
    "Chebyshev, soft": partial(soft_chebyshev, temperature=0.02),
    "hard constraint first": partial(constraint_first),
    "BDMM": partial(_mdmm, damping=0.0, speed=20.0),
    "MDMM": partial(_mdmm, damping=20.0, speed=20.0),
    "MDMM, 200 steps": partial(_mdmm, damping=20.0, speed=20.0, time=4.0),
    "MDMM, equal rates": partial(_mdmm, damping=10.0, speed=1.0, time=4.0),
}


def hits(method: str, rate: float, kind: str, seed: int) -> dict:
    """{share, error, broken}: over TARGETS x RUNS the share of hits, the median error, how many became NaN."""
    errors = np.asarray(_errors(method, rate, kind, jax.random.key(seed)))
    broken = ~np.isfinite(errors)
    return {
        "share": float(np.mean(errors <= NEAR)),
        "error": float(np.median(np.where(broken, np.inf, errors))),
        "broken": int(broken.sum()),
    }


@partial(jax.jit, static_argnames=("method", "rate", "kind"))
def _errors(method, rate, kind, key):
    """(targets, runs): the larger of the two losses' distances to the wanted point."""
    problem, (low, high) = PROBLEMS[kind], BEGIN
    begin = jnp.stack([jax.random.uniform(key, (RUNS,), minval=low, maxval=high), jnp.zeros(RUNS)], axis=1)

    def error(epsilon, start):
        wanted = problem.along(tradeoffs.place_for(problem, epsilon))
        return jnp.max(jnp.abs(problem.losses(METHODS[method](problem, epsilon, start, rate)) - wanted))

    return jax.vmap(jax.vmap(error, (None, 0)), (0, None))(jnp.asarray(TARGETS), begin)


def hit_rates() -> table.Table:
    """The share of wanted points that nine methods reach on four fronts at three rates, five seeds (six minutes)."""
    numbers = {name: dict(method.keywords) for name, method in METHODS.items()}
    runs = [(name, rate) for name in METHODS for rate in (RATES[:1] if "time" in numbers[name] else RATES)]
    cases = product(runs, FRONTS, range(5))
    jobs = [{"method": name, "rate": rate, "front": kind, "seed": seed} for (name, rate), kind, seed in cases]
    settings = {"methods": numbers, "time": TIME, "fronts": {kind: NUMBERS[kind] for kind in FRONTS}}
    settings |= {"targets": [round(float(x), 6) for x in TARGETS], "near": NEAR, "starts": RUNS, "begin": BEGIN}
    return table.fill("hit_rates", settings, jobs, lambda method, rate, front, seed: hits(method, rate, front, seed))


def shares(method: str) -> dict[float, np.ndarray]:
    """{rate: the shares of hits (fronts, seeds)} of one of METHODS, from the table."""
    rows = table.read("hit_rates").columns
    mine = {name: values[rows["method"] == method] for name, values in rows.items()}
    at = lambda rate, front: mine["share"][(mine["rate"] == rate) & (mine["front"] == front)]  # noqa: E731
    return {float(rate): np.array([at(rate, front) for front in FRONTS]) for rate in dict.fromkeys(mine["rate"])}
