"""What the Fisher matrix costs beside the Hessian: the first open question of lesson 06.

    fisher_costs       the experiment: times of both matrices, and of a step with each; its table
    read_time_ratios   from that table: how many times longer the Hessian takes, by outputs
    flops              operations of the same, as the compiler counts them

The network has one hidden layer, 64 - hidden - outputs, and 256 digits. With one output, the
log-odds, it tells the digits below 5 from the others; with more it tells the digit modulo their
number.
"""

from collections.abc import Callable
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import curvature, fisher, kfac, losses, models, optimizers, trees
from optcourse.experiments import data, table
from optcourse.experiments.timing import check_threads, count_flops, time_interleaved

OUTPUTS, HIDDEN = (1, 2, 5, 10), (8, 16, 32)  # about 550, 1100 and 2200 parameters
EXAMPLES, ROUNDS, DAMPING = 256, 5, 1e-3
MAX_HIDDEN_FOR_STEPS = 16  # hidden units: beyond, solving takes longer than both matrices
MATRICES, STEPS = ("hessian", "exact", "sampled"), ("gradient", "newton", "natural")
SETTINGS = {
    "examples": EXAMPLES,
    "outputs": OUTPUTS,
    "hidden": HIDDEN,
    "rounds": ROUNDS,
    "damping": DAMPING,
}


def fisher_costs() -> table.Table:
    """Milliseconds and operations of the Hessian and two Fisher matrices (3 minutes of CPU)."""
    check_threads()
    jobs = table.grid(outputs=OUTPUTS, hidden=HIDDEN)
    return table.fill("fisher_costs", SETTINGS, jobs, cost_row)


def cost_row(outputs: int, hidden: int) -> dict:
    """A table row: milliseconds of MATRICES and STEPS, ratios to the Hessian's, and operations."""
    calls = matrix_calls(outputs, hidden)
    if hidden <= MAX_HIDDEN_FOR_STEPS:
        calls |= step_calls(outputs, hidden)
    seconds = time_interleaved(calls, ROUNDS)
    row = {"parameters": trees.size(digits_problem(outputs, (hidden,))[1])}
    for name in (*MATRICES, *STEPS):
        median = np.median(seconds.get(name, np.nan))
        row[f"{name}_ms"] = 1000 * float(median)
    for name in MATRICES[1:]:
        ratios = seconds["hessian"] / seconds[name]
        row[f"hessian_over_{name}"] = float(np.median(ratios))
    for name, count in flops(outputs, hidden).items():
        row[f"{name}_flops"] = count
    return row


def digits_problem(outputs: int = 10, hidden=(16,), seed: int = 0) -> tuple:
    """(model, w, inputs, loss of w): an untrained network 64 - hidden - outputs, and 256 digits."""
    inputs = data.digits(EXAMPLES, jax.random.key(seed)).inputs
    targets = labels(outputs, seed)
    network = models.mlp((64, *hidden, outputs))

    def loss(w):
        logits = network.apply(w, inputs)
        if outputs == 1:
            logits = jnp.pad(logits, ((0, 0), (1, 0)))
        return losses.cross_entropy(logits, targets)

    return network.apply, network.init(jax.random.key(seed)), inputs, loss


def labels(outputs: int, seed: int = 0) -> jax.Array:
    """For one output, 1 for a digit below 5, else 0; for more, the digit modulo the outputs."""
    digits = data.digits(EXAMPLES, jax.random.key(seed)).labels
    if outputs == 1:
        return jnp.asarray(digits < 5, int)
    return digits % outputs


def matrix_calls(outputs: int, hidden: int) -> dict[str, Callable]:
    """{matrix: a compiled call that computes it}, for "hessian", "exact" and "sampled"."""
    model, w, inputs, loss = digits_problem(outputs, (hidden,))
    return {
        "hessian": lambda: curvature.hessian(loss, w),
        "exact": lambda: fisher.exact(model, w, inputs),
        "sampled": lambda: fisher.sampled(model, w, inputs, jax.random.key(0)),
    }


def step_calls(outputs: int, hidden: int) -> dict[str, Callable]:
    """{method: a compiled call that takes a step}, "newton" and "natural" with a full matrix."""
    model, w, inputs, loss = digits_problem(outputs, (hidden,))
    direction = fisher.dense_direction
    rules = {
        "gradient": optimizers.gradient_descent(0.1),
        "newton": optimizers.newton(0.1, DAMPING),
        "natural": optimizers.natural_gradient(0.1, model, inputs, DAMPING, direction),
    }

    def call(rule):
        step = jax.jit(partial(rule.step, loss))
        return partial(step, w, rule.init(w))

    return {name: call(rule) for name, rule in rules.items()}


def read_time_ratios(name: str) -> dict[int, np.ndarray]:
    """{outputs: time of the Hessian over that of "exact" or "sampled", one for each of HIDDEN}."""
    by_outputs, column = table.read("fisher_costs").by("outputs"), f"hessian_over_{name}"
    return {outputs: rows.columns[column] for outputs, rows in by_outputs.items()}


def flops(outputs: int, hidden: int) -> dict[str, float]:
    """Floating-point operations of a gradient, each of MATRICES, and K-FAC's factors."""
    model, w, inputs, loss = digits_problem(outputs, (hidden,))
    vector, flat_loss = trees.flatten_loss(loss, w)
    functions = {
        "gradient": jax.grad(loss),
        "exact": lambda w: fisher.exact(model, w, inputs),
        "sampled": lambda w: fisher.sampled(model, w, inputs, jax.random.key(0)),
        "factors": lambda w: kfac.factors(w, inputs),
    }
    counts = {name: count_flops(function, w) for name, function in functions.items()}
    # curvature.hessian is a loop, of which the compiler would count one turn.
    return counts | {"hessian": count_flops(jax.hessian(flat_loss), vector)}
