"""MDMM on networks: one run under a budget against a search for the weight that meets it, and how far each ends off.

    weighed, budgeted  a single run, with a weight or under a budget
    on_the_way         what is spent during a run under a budget
    held               a run under a budget, and one with a weight that begins at its end
    bisection          the weight whose run meets a budget, run by run
    tunable_networks   four tables: both on three tasks, over many weights and budgets, from MDMM's ends, other settings

The tasks, each with a loss and a quantity that has a budget:

    "two layers", "four layers"   cross-entropy on 500 digits; ‖w‖² / 100 of all weights and biases
    "autoencoder"                 distortion of `digits_vae` on these digits; its rate, KL to the prior, in 10 nats

The units make budgets about 0.1 to 1, so that the same damping and multiplier rate do for all three.
"""

from functools import partial
from itertools import product
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, PRNGKeyArray

from optcourse import losses, models, optimizers, trees
from optcourse.experiments import data, digits_vae, table
from optcourse.experiments.run import run

SIZES = {"two layers": (64, 32, 10), "four layers": (64, 32, 32, 32, 10)}
TASKS = (*SIZES, "autoencoder")
BUDGETS = (0.1, 0.2, 0.4, 0.8)
SETTINGS = {
    "examples": 500,
    "steps": 1000,
    "adam": 0.01,
    "damping": 30.0,
    "multiplier_rate": 1.0,
    "weights": [0.1, 20.0],
    "runs": 10,
}
NEAR = 0.02  # as a share of the budget: what counts as meeting it
SEEDS = 5
WEIGHTS = [float(f"{w:.3g}") for w in np.geomspace(1, 10, 25)]
FINE_BUDGETS = [0.03, 0.05, 0.075, 0.1, 0.125, 0.15, 0.175, 0.2, 0.225, 0.25, 0.3, 0.4, 0.5, 0.6]
HOLDING = 2000  # steps of `held`
DAMPINGS, MULTIPLIER_RATES, TUNING_SEEDS = (3.0, 10.0, 30.0, 100.0), (0.3, 1.0, 3.0, 10.0), (100, 101)


class Problem(NamedTuple):
    """Digits, a network that has seen none, and a key for whatever is random in its loss."""

    examples: data.Data
    w: object
    key: PRNGKeyArray


class End(NamedTuple):
    """Loss and budgeted quantity after training; the multiplier, or the weight that was given."""

    loss: Array
    spent: Array
    multiplier: Array


class Held(NamedTuple):
    """What is spent under a budget, the multiplier and the directions there; and what is spent after a weight."""

    spent: Array
    multiplier: Array
    directions: Array
    after: Array


def problem(task: str, seed: int) -> Problem:
    """The examples and the first weights of one of TASKS."""
    if task not in TASKS:
        raise ValueError(f"task = {task!r}: choose one of {', '.join(map(repr, TASKS))}")
    digit_key, first, second, noise = jax.random.split(jax.random.key(seed), 4)
    if task == "autoencoder":
        w = (digits_vae.ENCODER.init(first), digits_vae.DECODER.init(second))
    else:
        w = models.mlp(SIZES[task]).init(first)
    return Problem(data.digits(SETTINGS["examples"], digit_key), w, noise)


def pair(task: str, examples: data.Data):
    """(loss(w, key), spent(w)) of a task: what should be small, and what has a budget."""
    inputs, labels = examples
    if task == "autoencoder":
        shape = (len(labels), digits_vae.LATENTS)
        both = lambda w, noise: digits_vae.losses(w, inputs, noise)  # noqa: E731
        return lambda w, key: both(w, jax.random.normal(key, shape))[0], lambda w: both(w, jnp.zeros(shape))[1] / 10
    network = models.mlp(SIZES[task])
    loss = lambda w, key: losses.cross_entropy(network.apply(w, inputs), labels)  # noqa: E731
    return loss, lambda w: trees.dot(w, w) / 100


@partial(jax.jit, static_argnames="task")
def weighed(task: str, alpha, at: Problem) -> End:
    """Adam on loss + α spent."""
    return _end(task, _with_weight(task, alpha, at).end, alpha, at)


@partial(jax.jit, static_argnames="task")
def budgeted(
    task: str, budget, at: Problem, damping=SETTINGS["damping"], multiplier_rate=SETTINGS["multiplier_rate"]
) -> End:
    """MDMM around Adam, spent = budget."""
    found = _under_budget(task, budget, at, damping, multiplier_rate)
    return _end(task, found.end, found.path[0][-1], at)


@partial(jax.jit, static_argnames="steps")
def on_the_way(budget, at: Problem, damping, steps: int) -> tuple[End, Array]:
    """Four layers under a budget: where they end, and what is spent at each of steps + 1 points."""
    found = _under_budget("four layers", budget, at, damping, SETTINGS["multiplier_rate"], steps)
    return _end("four layers", found.end, found.path[0][-1], at), found.path[1]


@jax.jit
def held(budget, at: Problem) -> Held:
    """Four layers under a budget, then HOLDING steps of Adam from there, with MDMM's multiplier as the weight."""
    under = _under_budget("four layers", budget, at, SETTINGS["damping"], SETTINGS["multiplier_rate"])
    alpha, spent = under.path[0][-1], pair("four layers", at.examples)[1]
    after = _with_weight("four layers", alpha, at._replace(w=under.end), HOLDING).end
    return Held(spent(under.end), alpha, _directions(under.end), spent(after))


def _with_weight(task, alpha, at, steps=SETTINGS["steps"]):
    loss, spent = pair(task, at.examples)
    total = lambda w, key: loss(w, key) + alpha * spent(w)  # noqa: E731
    return _trained(optimizers.adam(SETTINGS["adam"]), total, at, steps)


def _under_budget(task, budget, at, damping, multiplier_rate, steps=SETTINGS["steps"]):
    """A trajectory whose path is (multiplier, spent)."""
    loss, spent = pair(task, at.examples)
    method = optimizers.mdmm(optimizers.adam(SETTINGS["adam"]), spent, budget, damping, multiplier_rate)
    return _trained(method, loss, at, steps, lambda w, state: (state.multiplier, spent(w)))


def _trained(optimizer, loss, at, steps, record=lambda w, state: None):
    return run(optimizer, loss, at.w, steps, jax.random.split(at.key, steps), record)


def _end(task, w, multiplier, at) -> End:
    """The loss is a mean over 20 keys: an autoencoder draws its code."""
    loss, spent = pair(task, at.examples)
    keys = jax.random.split(jax.random.key(0), 20)
    return End(jnp.mean(jax.lax.map(lambda key: loss(w, key), keys)), spent(w), multiplier)


@jax.jit
def rank(alpha, at: Problem) -> Array:
    """How many singular values of the second of four layers are above 0.1 after training with weight α.

    They are about 1 to 2, or almost zero: each is a direction in which the layer passes something on.
    """
    return _directions(_with_weight("four layers", alpha, at).end)


def _directions(w):
    return jnp.sum(jnp.linalg.svd(w[1].weight, compute_uv=False) > 0.1)


def bisection(task: str, budget: float, at: Problem) -> list[End]:
    """Ten runs, each with the weight in the middle (of logarithms) of those left: more weight, less spent."""
    low, high = SETTINGS["weights"]
    ends = []
    for _ in range(SETTINGS["runs"]):
        alpha = float(np.sqrt(low * high))
        ends.append(weighed(task, alpha, at))
        low, high = (alpha, high) if ends[-1].spent > budget else (low, alpha)
    return ends


def tunable_networks() -> table.Table:
    """Budgets against weights for three networks on digits, and for MDMM's own two numbers (ten minutes)."""
    common = {key: SETTINGS[key] for key in ("examples", "steps", "adam")} | {"near": NEAR}
    grid = product(TASKS, DAMPINGS, MULTIPLIER_RATES)
    jobs = [{"task": task, "damping": damping, "multiplier_rate": rate} for task, damping, rate in grid]
    table.fill("tunable_networks.settings", {**common, "seeds": TUNING_SEEDS}, jobs, meets)
    both = [*product(["weight"], WEIGHTS), *product(["budget"], FINE_BUDGETS)]
    jobs = [{"way": way, "number": number, "seed": seed} for (way, number), seed in product(both, range(SEEDS))]
    table.fill("tunable_networks.front", {**SETTINGS, "task": "four layers"}, jobs, reach)
    jobs = [{"budget": budget, "seed": seed} for budget, seed in product(FINE_BUDGETS, range(SEEDS))]
    table.fill("tunable_networks.held", {**SETTINGS, "task": "four layers", "holding": HOLDING}, jobs, stays)
    cases = product(TASKS, BUDGETS, range(SEEDS))
    jobs = [{"task": task, "budget": budget, "seed": seed} for task, budget, seed in cases]
    return table.fill("tunable_networks", {**SETTINGS, "near": NEAR}, jobs, compare)


def reach(way: str, number: float, seed: int) -> dict:
    """Where the four layers end under a "weight" or a "budget": {spent, loss, multiplier}."""
    method = {"weight": weighed, "budget": budgeted}[way]
    return method("four layers", number, problem("four layers", seed))._asdict()


def stays(budget: float, seed: int) -> dict:
    """{spent, multiplier, directions, after} of `held`."""
    return held(budget, problem("four layers", seed))._asdict()


def compare(task: str, budget: float, seed: int) -> dict:
    """MDMM's spent, loss and multiplier; bisection's closest run, its loss and weight; runs until NEAR (0: never)."""
    at = problem(task, seed)
    one, ends = budgeted(task, budget, at), bisection(task, budget, at)
    off = np.array([abs(float(end.spent) - budget) for end in ends])
    best, met = ends[int(np.argmin(off))], np.flatnonzero(off <= NEAR * budget)
    return {
        "spent": one.spent,
        "loss": one.loss,
        "multiplier": one.multiplier,
        "closest": best.spent,
        "closest_loss": best.loss,
        "weight": best.multiplier,
        "runs": int(met[0]) + 1 if len(met) else 0,
    }


def meets(task: str, damping: float, multiplier_rate: float) -> dict:
    """{met, error}: how many of the budgets, over two seeds, are met; the median error as a share of the budget."""
    at = jax.tree.map(lambda *leaves: jnp.stack(leaves), *(problem(task, seed) for seed in TUNING_SEEDS))
    budgets = jnp.asarray(BUDGETS)
    over_budgets = jax.vmap(lambda budget, at: budgeted(task, budget, at, damping, multiplier_rate), (0, None))
    spent = np.asarray(jax.vmap(over_budgets, (None, 0))(budgets, at).spent)
    errors = np.abs(spent / BUDGETS - 1)
    errors = np.nan_to_num(errors, nan=np.inf)  # a run that broke met nothing
    return {"met": int(np.sum(errors <= NEAR)), "error": float(np.median(errors))}
