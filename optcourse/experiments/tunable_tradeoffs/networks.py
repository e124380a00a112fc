"""MDMM on networks: one run under a budget against a search for the weight that meets it.

    train_weighted, train_constrained   a single run, with a weight or under a budget
    warm_start_weighted                 a run under a budget, and one with a weight from its end
    bisect_weight                       the weight whose run meets a budget, run by run
    numerical_rank                      how many directions a trained layer passes on
    tunable_networks                    the experiment: four tables, of the rows below
    compare_row, front_row, warm_start_row, settings_row

The tasks, each with a loss and a constraint, a quantity that has a budget:

    "two layers", "four layers"   cross-entropy on 500 digits; ‖w‖² / 100 of weights and biases
    "autoencoder"                 distortion of `digits_vae` on these digits; its rate in 10 nats

The units make budgets about 0.1 to 1, so that one damping and one multiplier rate do for all three.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, PRNGKeyArray, PyTree

from optcourse import losses, models, optimizers, trees
from optcourse.experiments import data, table
from optcourse.experiments.linear_combinations import digits_vae
from optcourse.experiments.run import run, take_steps

SIZES = {
    "two layers": (64, 32, 10),
    "four layers": (64, 32, 32, 32, 10),
}
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
WARM_START_STEPS = 2000  # of `warm_start_weighted`
DAMPINGS = 3.0, 10.0, 30.0, 100.0
MULTIPLIER_RATES = 0.3, 1.0, 3.0, 10.0
TUNING_SEEDS = 100, 101


class TaskProblem(NamedTuple):
    """Digits, initial weights of a network, and a key for whatever is random in its loss."""

    examples: data.Data
    w: PyTree
    key: PRNGKeyArray


class Outcome(NamedTuple):
    """Loss and constraint value after training; the multiplier, or the weight that was given."""

    loss: Array
    constraint_value: Array
    multiplier: Array


class WarmStart(NamedTuple):
    """Constraint value, multiplier and rank under a budget; constraint value after continuing."""

    constraint_value: Array
    multiplier: Array
    rank: Array
    final_constraint_value: Array


def task_problem(task: str, seed: int) -> TaskProblem:
    """The examples and the initial weights of one of TASKS."""
    if task not in TASKS:
        names = ", ".join(map(repr, TASKS))
        raise ValueError(f"task = {task!r}: choose one of {names}")
    digit_key, first, second, noise_key = jax.random.split(jax.random.key(seed), 4)
    if task == "autoencoder":
        w = (digits_vae.ENCODER.init(first), digits_vae.DECODER.init(second))
    else:
        w = models.mlp(SIZES[task]).init(first)
    return TaskProblem(data.digits(SETTINGS["examples"], digit_key), w, noise_key)


def loss_and_constraint(task: str, examples: data.Data) -> tuple[Callable, Callable]:
    """(loss(w, key), constraint(w)) of a task: what is minimized, and what has a budget."""
    inputs, labels = examples
    if task == "autoencoder":
        shape = (len(labels), digits_vae.LATENTS)
        both = lambda w, noise: digits_vae.losses(w, inputs, noise)
        loss = lambda w, key: both(w, jax.random.normal(key, shape))[0]
        constraint = lambda w: both(w, jnp.zeros(shape))[1] / 10
    else:
        network = models.mlp(SIZES[task])
        loss = lambda w, key: losses.cross_entropy(network.apply(w, inputs), labels)
        constraint = lambda w: trees.dot(w, w) / 100
    return loss, constraint


@partial(jax.jit, static_argnames="task")
def train_weighted(task: str, alpha, problem: TaskProblem) -> Outcome:
    """Train with Adam on loss + α constraint."""
    return _evaluate(task, _run_weighted(task, alpha, problem), alpha, problem)


@partial(jax.jit, static_argnames="task")
def train_constrained(
    task: str,
    budget,
    problem: TaskProblem,
    damping=SETTINGS["damping"],
    multiplier_rate=SETTINGS["multiplier_rate"],
) -> Outcome:
    """Train with MDMM around Adam, constraint = budget."""
    w, multiplier = _run_constrained(task, budget, problem, damping, multiplier_rate)
    return _evaluate(task, w, multiplier, problem)


@jax.jit
def warm_start_weighted(budget, problem: TaskProblem) -> WarmStart:
    """Train four layers under a budget, then with the weighted sum, MDMM's multiplier as weight."""
    task = "four layers"
    w, alpha = _run_constrained(task, budget, problem)
    continued = _run_weighted(task, alpha, problem._replace(w=w), WARM_START_STEPS)
    _, constraint = loss_and_constraint(task, problem.examples)
    return WarmStart(constraint(w), alpha, _rank(w), constraint(continued))


def _run_weighted(task, alpha, problem, steps=SETTINGS["steps"]):
    """The last w of Adam."""
    loss, constraint = loss_and_constraint(task, problem.examples)
    total = lambda w, key: loss(w, key) + alpha * constraint(w)
    keys = jax.random.split(problem.key, steps)
    return take_steps(optimizers.adam(SETTINGS["adam"]), total, problem.w, steps, keys)


def _run_constrained(
    task,
    budget,
    problem,
    damping=SETTINGS["damping"],
    multiplier_rate=SETTINGS["multiplier_rate"],
):
    """(last w, last multiplier) of MDMM around Adam."""
    loss, constraint = loss_and_constraint(task, problem.examples)
    adam, steps = optimizers.adam(SETTINGS["adam"]), SETTINGS["steps"]
    method = optimizers.mdmm(adam, constraint, budget, damping, multiplier_rate)
    keys = jax.random.split(problem.key, steps)
    multiplier = lambda w, state: state.multiplier
    trajectory = run(method, loss, problem.w, steps, keys, record=multiplier)
    return trajectory.end, trajectory.path[-1]


def _evaluate(task, w, multiplier, problem) -> Outcome:
    """The loss is a mean over 20 keys: an autoencoder draws its code."""
    loss, constraint = loss_and_constraint(task, problem.examples)
    keys = jax.random.split(jax.random.key(0), 20)
    sampled_losses = jax.lax.map(lambda key: loss(w, key), keys)
    return Outcome(jnp.mean(sampled_losses), constraint(w), multiplier)


@jax.jit
def numerical_rank(alpha, problem: TaskProblem) -> Array:
    """Singular values above 0.1 of the second of four layers, trained with weight α.

    They are about 1 to 2, or almost zero: each is a direction that the layer passes on.
    """
    return _rank(_run_weighted("four layers", alpha, problem))


def _rank(w):
    singular_values = jnp.linalg.svd(w[1].weight, compute_uv=False)
    return jnp.sum(singular_values > 0.1)


def bisect_weight(task: str, budget: float, problem: TaskProblem) -> list[Outcome]:
    """Ten runs, each with the geometric mean of the weights left: more weight, less constraint."""
    low, high = SETTINGS["weights"]
    outcomes = []
    for _ in range(SETTINGS["runs"]):
        alpha = float(np.sqrt(low * high))
        outcomes.append(train_weighted(task, alpha, problem))
        if outcomes[-1].constraint_value > budget:
            low = alpha
        else:
            high = alpha
    return outcomes


def tunable_networks() -> table.Table:
    """Budgets against weights for three networks on digits, and MDMM's settings (10 minutes)."""
    seeds = range(SEEDS)
    settings = {key: SETTINGS[key] for key in ("examples", "steps", "adam")}
    settings |= {"near": TOLERANCE, "seeds": TUNING_SEEDS}
    jobs = table.grid(task=TASKS, damping=DAMPINGS, multiplier_rate=MULTIPLIER_RATES)
    table.fill("tunable_networks.settings", settings, jobs, settings_row)
    settings = {**SETTINGS, "task": "four layers"}
    jobs = table.grid(formulation=["weight"], number=ALPHAS, seed=seeds)
    jobs += table.grid(formulation=["budget"], number=FINE_BUDGETS, seed=seeds)
    table.fill("tunable_networks.front", settings, jobs, front_row)
    settings |= {"warm_start_steps": WARM_START_STEPS}
    jobs = table.grid(budget=FINE_BUDGETS, seed=seeds)
    table.fill("tunable_networks.warm_start", settings, jobs, warm_start_row)
    jobs = table.grid(task=TASKS, budget=BUDGETS, seed=seeds)
    return table.fill("tunable_networks", {**SETTINGS, "near": TOLERANCE}, jobs, compare_row)


def front_row(formulation: str, number: float, seed: int) -> dict:
    """A table row: the outcome of the four layers with a "weight" or under a "budget"."""
    train = {"weight": train_weighted, "budget": train_constrained}[formulation]
    outcome = train("four layers", number, task_problem("four layers", seed))
    return {
        "loss": outcome.loss,
        "spent": outcome.constraint_value,
        "multiplier": outcome.multiplier,
    }


def warm_start_row(budget: float, seed: int) -> dict:
    """A table row: `warm_start_weighted` from the end of a run under a budget."""
    found = warm_start_weighted(budget, task_problem("four layers", seed))
    return {
        "spent": found.constraint_value,
        "multiplier": found.multiplier,
        "directions": found.rank,
        "after": found.final_constraint_value,
    }


def read_prices(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(budget, multiplier, rank) of the runs of one seed that passed on 1 to 4 directions."""
    rows = table.read("tunable_networks.warm_start").where(seed=seed).columns
    passes_on = (rows["directions"] >= 1) & (rows["directions"] <= 4)
    return tuple(rows[name][passes_on] for name in ("budget", "multiplier", "directions"))


def compare_row(task: str, budget: float, seed: int) -> dict:
    """A table row: MDMM's outcome, that of bisection's closest run, and its runs to a hit, or 0."""
    problem = task_problem(task, seed)
    constrained = train_constrained(task, budget, problem)
    searched = bisect_weight(task, budget, problem)
    values = np.array([float(outcome.constraint_value) for outcome in searched])
    errors = np.abs(values - budget)
    closest = searched[int(np.argmin(errors))]
    hits = np.flatnonzero(errors <= TOLERANCE * budget)
    return {
        "spent": constrained.constraint_value,
        "loss": constrained.loss,
        "multiplier": constrained.multiplier,
        "closest": closest.constraint_value,
        "closest_loss": closest.loss,
        "weight": closest.multiplier,
        "runs": int(hits[0]) + 1 if len(hits) else 0,
    }


def settings_row(task: str, damping: float, multiplier_rate: float) -> dict:
    """A table row: how many budgets are met over two seeds, and the median relative error."""
    problems = data.stack([task_problem(task, seed) for seed in TUNING_SEEDS])

    def value(budget, problem):
        return train_constrained(task, budget, problem, damping, multiplier_rate).constraint_value

    over_budgets = jax.vmap(value, in_axes=(0, None))
    over_seeds = jax.vmap(over_budgets, in_axes=(None, 0))
    values = over_seeds(jnp.asarray(BUDGETS), problems)
    errors = np.abs(np.asarray(values) / BUDGETS - 1)
    errors = np.nan_to_num(errors, nan=np.inf)  # a run that broke met nothing
    met = np.sum(errors <= TOLERANCE)
    return {"met": int(met), "error": float(np.median(errors))}
