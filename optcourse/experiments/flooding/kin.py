"""Flooding among its kin: each at the strength that validation chooses, all with as many gradients.

flooding_kin   the study: a row for each share of wrong labels, method and strength
measure        one row
read_kin       test scores at the chosen strength, one number a seed

    flooding        |L - b| + b
    weight noise    L(w + σ z), z standard normal, new at each update
    sam             L(w + e), e the worst step of length ρ
    adversary       L at inputs moved by ε, each up its own gradient (Goodfellow et al., 2015)
    penalty         L + c ‖∇L‖²

The last three take two gradients an update, so they get half as many updates; "plain, half" shows
what that alone does.
"""

from functools import cache, partial

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import flooding, optimizers, trees
from optcourse.experiments import data, table
from optcourse.experiments.flooding import problems
from optcourse.experiments.flooding.problems import EXAMPLES, SEEDS
from optcourse.experiments.run import train_and_evaluate
from optcourse.experiments.table import join_numbers, parse_numbers
from optcourse.optimizers import gradient_descent

TASK = "digits"
WRONG = (0.0, 0.2)
STRENGTHS = {
    "plain": [0.0],
    "plain, half": [0.0],
    "flooding": [0.05, 0.1, 0.2, 0.4, 0.8, 1.2],
    "weight noise": [0.02, 0.05, 0.1, 0.2, 0.3, 0.4],
    "sam": [0.05, 0.1, 0.2, 0.4, 0.8, 1.6],
    "adversary": [0.1, 0.2, 0.5, 1.0, 1.5, 2.0],
    "penalty": [0.01, 0.03, 0.1, 0.3, 1.0, 3.0],
}
TWO_GRADIENTS = ("plain, half", "sam", "adversary", "penalty")  # two gradients an update
SETTINGS = {
    "examples": EXAMPLES,
    "validation": problems.VALIDATION,
    "seeds": SEEDS,
    "batch_size": 50,
    "epochs": 200,
    "learning_rate": 0.3,
}
EVALUATIONS = 50


def flooding_kin() -> table.Table:
    """Flooding beside SAM, weight noise, an adversary and a gradient penalty (2 minutes)."""
    jobs = []
    for wrong in WRONG:
        for method, strengths in STRENGTHS.items():
            jobs += table.grid(wrong=[wrong], method=[method], strength=strengths)
    return table.fill("flooding_kin", SETTINGS, jobs, measure)


def measure(wrong: float, method: str, strength: float) -> dict:
    """A table row, one number a seed: what begins with `stopped_` is not after the last epoch.

    It is where the validation accuracy was best, of all evaluations.
    """
    curves = _train(method, strength, problems.stacked_problems(TASK, wrong))
    curves = jax.tree.map(np.asarray, curves)
    best = np.argmax(curves.validation_accuracy, axis=1)
    row = {}
    for name, each in curves._asdict().items():
        row[name] = join_numbers(each[:, -1], digits=3)
        row[f"stopped_{name}"] = join_numbers(each[np.arange(SEEDS), best], digits=3)
    return row


@partial(jax.jit, static_argnames="method")
def _train(method, strength, several) -> problems.Scores:
    """Scores (seeds, evaluations)."""
    return jax.lax.map(partial(_train_one, method, strength), several)


def _train_one(method, strength, problem):
    network = problems.TASKS[TASK].network
    descent = gradient_descent(SETTINGS["learning_rate"])
    optimizer = optimizers.sam(descent, strength) if method == "sam" else descent
    loss = _perturbed(method, strength, problems.loss_of(network))
    epochs = SETTINGS["epochs"] // (2 if method in TWO_GRADIENTS else 1)
    rows = data.batches(problem.key, jnp.arange(EXAMPLES), SETTINGS["batch_size"], epochs)
    keys = jax.random.split(problem.key, len(rows))
    evaluate = partial(problems.scores, network, problem)

    def on_rows(w, batch):
        rows, key = batch
        return loss(w, data.take(problem.train, rows), key)

    every = len(rows) // EVALUATIONS
    return train_and_evaluate(optimizer, on_rows, problem.w, (rows, keys), every, evaluate)[0]


def _perturbed(method, strength, loss):
    """loss(w, batch, key) of a method; SAM perturbs in its own step."""

    def noisy(w, batch, key):
        z = trees.normal_like(key, w)
        return loss(trees.add_scaled(w, strength, z), batch)

    def attacked(w, batch, key):
        return loss(w, attack(loss, w, batch, strength))

    without_key = {
        "flooding": flooding.flood(loss, strength),
        "penalty": flooding.gradient_penalty(loss, strength),
    }
    on_batch = without_key.get(method, loss)
    keyed = {"weight noise": noisy, "adversary": attacked}
    return keyed.get(method, lambda w, batch, key: on_batch(w, batch))


def attack(loss, w, batch, strength) -> data.Data:
    """The batch with each input moved by `strength`, in the direction that raises its loss most."""
    inputs, labels = batch
    fixed = jax.lax.stop_gradient(w)
    g = jax.grad(lambda x: loss(fixed, (x, labels)))(inputs)
    norms = jnp.linalg.norm(g, axis=1, keepdims=True)
    away = strength * g / jnp.where(norms > 0, norms, 1)
    return data.Data(inputs + jax.lax.stop_gradient(away), labels)


@cache
def read_kin(wrong: float, stopped: bool = False, by: str = "accuracy") -> dict:
    """{method: {"accuracy": (seeds,), "loss": ..., "strength": ...}}: the test at chosen strengths.

    by: whether the mean validation "accuracy" or "loss" of the seeds chooses one for all of them.
    """
    prefix, found = "stopped_" if stopped else "", {}
    for method, rows in table.read("flooding_kin").where(wrong=wrong).by("method").items():
        read = lambda name, rows=rows: parse_numbers(rows.columns[prefix + name])
        means = read(f"validation_{by}").mean(axis=1)
        best = np.argmax(means) if by == "accuracy" else np.argmin(means)
        found[method] = {
            "accuracy": read("accuracy")[best],
            "loss": read("test_loss")[best],
            "strength": rows.columns["strength"][best].item(),
        }
    return found
