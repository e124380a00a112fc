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
from optcourse.experiments import data, table
from optcourse.experiments.linear_combinations import digits_vae
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
TOLERANCE = 0.02  # as a share of the budget: what counts as meeting it
SEEDS = 5
ALPHAS = [float(f"{w:.3g}") for w in np.geomspace(1, 10, 25)]
FINE_BUDGETS = [0.03, 0.05, 0.075, 0.1, 0.125, 0.15, 0.175, 0.2, 0.225, 0.25, 0.3, 0.4, 0.5, 0.6]
CONTINUATION_STEPS = 2000  # steps of `held`
DAMPINGS, MULTIPLIER_RATES, TUNING_SEEDS = (
    (3.0, 10.0, 30.0, 100.0),
    (0.3, 1.0, 3.0, 10.0),
    (100, 101),
)


class TaskProblem(NamedTuple):
    """Digits, a network that has seen none, and a key for whatever is random in its loss."""

    examples: data.Data
    w: object
    key: PRNGKeyArray


class Outcome(NamedTuple):
    """Loss and budgeted quantity after training; the multiplier, or the weight that was given."""

    loss: Array
    spent: Array
    multiplier: Array


class Continuation(NamedTuple):
    """What is spent under a budget, the multiplier and the directions there; and what is spent after a weight."""

    spent: Array
    multiplier: Array
    directions: Array
    after: Array


def task_problem(task: str, seed: int) -> TaskProblem:
    """The examples and the first weights of one of TASKS."""
    if task not in TASKS:
        raise ValueError(f"task = {task!r}: choose one of {', '.join(map(repr, TASKS))}")
    digit_key, first, second, noise = jax.random.split(jax.random.key(seed), 4)
    if task == "autoencoder":
        w = (digits_vae.ENCODER.init(first), digits_vae.DECODER.init(second))
    else:
        w = models.mlp(SIZES[task]).init(first)
    return TaskProblem(data.digits(SETTINGS["examples"], digit_key), w, noise)


def loss_and_constraint(task: str, examples: data.Data):
    """(loss(w, key), spent(w)) of a task: what should be small, and what has a budget."""
    inputs, labels = examples
    if task == "autoencoder":
        shape = (len(labels), digits_vae.LATENTS)
        both = lambda w, noise: digits_vae.losses(w, inputs, noise)
        return lambda w, key: both(w, jax.random.normal(key, shape))[
            0
        ], lambda w: both(w, jnp.zeros(shape))[1] / 10
    network = models.mlp(SIZES[task])
    loss = lambda w, key: losses.cross_entropy(network.apply(w, inputs), labels)
    return loss, lambda w: trees.dot(w, w) / 100


@partial(jax.jit, static_argnames="task")
def train_weighted(task: str, alpha, at: TaskProblem) -> Outcome:
    """Adam on loss + α spent."""
    return _evaluate(task, _run_weighted(task, alpha, at).end, alpha, at)


@partial(jax.jit, static_argnames="task")
def train_constrained(
    task: str,
    budget,
    at: TaskProblem,
    damping=SETTINGS["damping"],
    multiplier_rate=SETTINGS["multiplier_rate"],
) -> Outcome:
    """MDMM around Adam, spent = budget."""
    found = _run_constrained(task, budget, at, damping, multiplier_rate)
    return _evaluate(task, found.end, found.path[0][-1], at)


@partial(jax.jit, static_argnames="steps")
def constraint_path(budget, at: TaskProblem, damping, steps: int) -> tuple[Outcome, Array]:
    """Four layers under a budget: where they end, and what is spent at each of steps + 1 points."""
    found = _run_constrained("four layers", budget, at, damping, SETTINGS["multiplier_rate"], steps)
    return _evaluate("four layers", found.end, found.path[0][-1], at), found.path[1]


@jax.jit
def continue_weighted(budget, at: TaskProblem) -> Continuation:
    """Four layers under a budget, then HOLDING steps of Adam from there, with MDMM's multiplier as the weight."""
    under = _run_constrained(
        "four layers", budget, at, SETTINGS["damping"], SETTINGS["multiplier_rate"]
    )
    alpha, spent = under.path[0][-1], loss_and_constraint("four layers", at.examples)[1]
    after = _run_weighted("four layers", alpha, at._replace(w=under.end), CONTINUATION_STEPS).end
    return Continuation(spent(under.end), alpha, _numerical_rank(under.end), spent(after))


def _run_weighted(task, alpha, at, steps=SETTINGS["steps"]):
    loss, spent = loss_and_constraint(task, at.examples)
    total = lambda w, key: loss(w, key) + alpha * spent(w)
    return _run(optimizers.adam(SETTINGS["adam"]), total, at, steps)


def _run_constrained(task, budget, at, damping, multiplier_rate, steps=SETTINGS["steps"]):
    """A trajectory whose path is (multiplier, spent)."""
    loss, spent = loss_and_constraint(task, at.examples)
    method = optimizers.mdmm(
        optimizers.adam(SETTINGS["adam"]), spent, budget, damping, multiplier_rate
    )
    return _run(method, loss, at, steps, lambda w, state: (state.multiplier, spent(w)))


def _run(optimizer, loss, at, steps, record=lambda w, state: None):
    return run(optimizer, loss, at.w, steps, jax.random.split(at.key, steps), record)


def _evaluate(task, w, multiplier, at) -> Outcome:
    """The loss is a mean over 20 keys: an autoencoder draws its code."""
    loss, spent = loss_and_constraint(task, at.examples)
    keys = jax.random.split(jax.random.key(0), 20)
    return Outcome(jnp.mean(jax.lax.map(lambda key: loss(w, key), keys)), spent(w), multiplier)


@jax.jit
def numerical_rank(alpha, at: TaskProblem) -> Array:
    """How many singular values of the second of four layers are above 0.1 after training with weight α.

    They are about 1 to 2, or almost zero: each is a direction in which the layer passes something on.
    """
    return _numerical_rank(_run_weighted("four layers", alpha, at).end)


def _numerical_rank(w):
    return jnp.sum(jnp.linalg.svd(w[1].weight, compute_uv=False) > 0.1)


def bisect_weight(task: str, budget: float, at: TaskProblem) -> list[Outcome]:
    """Ten runs, each with the weight in the middle (of logarithms) of those left: more weight, less spent."""
    low, high = SETTINGS["weights"]
    ends = []
    for _ in range(SETTINGS["runs"]):
        alpha = float(np.sqrt(low * high))
        ends.append(train_weighted(task, alpha, at))
        low, high = (alpha, high) if ends[-1].spent > budget else (low, alpha)
    return ends


def tunable_networks() -> table.Table:
    """Budgets against weights for three networks on digits, and for MDMM's own two numbers (ten minutes)."""
    common = {key: SETTINGS[key] for key in ("examples", "steps", "adam")} | {"near": TOLERANCE}
    grid = product(TASKS, DAMPINGS, MULTIPLIER_RATES)
    jobs = [
        {"task": task, "damping": damping, "multiplier_rate": rate} for task, damping, rate in grid
    ]
    table.fill("tunable_networks.settings", {**common, "seeds": TUNING_SEEDS}, jobs, settings_row)
    both = [*product(["weight"], ALPHAS), *product(["budget"], FINE_BUDGETS)]
    jobs = [
        {"way": way, "number": number, "seed": seed}
        for (way, number), seed in product(both, range(SEEDS))
    ]
    table.fill("tunable_networks.front", {**SETTINGS, "task": "four layers"}, jobs, front_row)
    jobs = [
        {"budget": budget, "seed": seed} for budget, seed in product(FINE_BUDGETS, range(SEEDS))
    ]
    table.fill(
        "tunable_networks.held",
        {**SETTINGS, "task": "four layers", "holding": CONTINUATION_STEPS},
        jobs,
        continuation_row,
    )
    cases = product(TASKS, BUDGETS, range(SEEDS))
    jobs = [{"task": task, "budget": budget, "seed": seed} for task, budget, seed in cases]
    return table.fill("tunable_networks", {**SETTINGS, "near": TOLERANCE}, jobs, compare_row)


def front_row(way: str, number: float, seed: int) -> dict:
    """Where the four layers end under a "weight" or a "budget": {spent, loss, multiplier}."""
    method = {"weight": train_weighted, "budget": train_constrained}[way]
    return method("four layers", number, task_problem("four layers", seed))._asdict()


def continuation_row(budget: float, seed: int) -> dict:
    """{spent, multiplier, directions, after} of `held`."""
    return continue_weighted(budget, task_problem("four layers", seed))._asdict()


def compare_row(task: str, budget: float, seed: int) -> dict:
    """MDMM's spent, loss and multiplier; bisection's closest run, its loss and weight; runs until NEAR (0: never)."""
    at = task_problem(task, seed)
    one, ends = train_constrained(task, budget, at), bisect_weight(task, budget, at)
    off = np.array([abs(float(end.spent) - budget) for end in ends])
    best, met = ends[int(np.argmin(off))], np.flatnonzero(off <= TOLERANCE * budget)
    return {
        "spent": one.spent,
        "loss": one.loss,
        "multiplier": one.multiplier,
        "closest": best.spent,
        "closest_loss": best.loss,
        "weight": best.multiplier,
        "runs": int(met[0]) + 1 if len(met) else 0,
    }


def settings_row(task: str, damping: float, multiplier_rate: float) -> dict:
    """{met, error}: how many of the budgets, over two seeds, are met; the median error as a share of the budget."""
    at = jax.tree.map(
        lambda *leaves: jnp.stack(leaves), *(task_problem(task, seed) for seed in TUNING_SEEDS)
    )
    budgets = jnp.asarray(BUDGETS)
    over_budgets = jax.vmap(
        lambda budget, at: train_constrained(task, budget, at, damping, multiplier_rate), (0, None)
    )
    spent = np.asarray(jax.vmap(over_budgets, (None, 0))(budgets, at).spent)
    errors = np.abs(spent / BUDGETS - 1)
    errors = np.nan_to_num(errors, nan=np.inf)  # a run that broke met nothing
    return {"met": int(np.sum(errors <= TOLERANCE)), "error": float(np.median(errors))}
