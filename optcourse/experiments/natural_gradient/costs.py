"""What the Fisher matrix costs beside the Hessian: the first open question of lesson 06.

    fisher_costs    the experiment: milliseconds of both matrices, and of a step with each; its table
    ratios          from that table: how many times longer the Hessian takes, by the number of outputs
    flops           floating-point operations of the same, as the compiler counts them
    product_flops   one product with either matrix, in gradients
    matrix_bytes    what the full matrix of so many parameters needs

The network has one hidden layer, 64 - hidden - outputs, and 256 digits. With one output, the log-odds, it tells the
digits below 5 from the others; with more it tells the digit modulo the number of outputs.
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
    """Milliseconds and operations of the Hessian, the exact and the sampled Fisher matrix (3 minutes of CPU)."""
    check_threads()
    jobs = [{"outputs": outputs, "hidden": hidden} for outputs in OUTPUTS for hidden in HIDDEN]
    return table.fill("fisher_costs", SETTINGS, jobs, _cost_row)


def digits_problem(outputs: int = 10, hidden=(16,), seed: int = 0):
    """(model, w, inputs, loss of w): a network 64 - hidden - outputs that has learned nothing yet, and 256 digits."""
    inputs = data.digits(EXAMPLES, jax.random.key(seed)).inputs
    network, answers = models.mlp((64, *hidden, outputs)), labels(outputs, seed)

    def loss(w):
        z = network.apply(w, inputs)
        return losses.cross_entropy(z if outputs > 1 else jnp.pad(z, ((0, 0), (1, 0))), answers)

    return network.apply, network.init(jax.random.key(seed)), inputs, loss


def labels(outputs: int, seed: int = 0) -> jax.Array:
    """Of one output 1 for a digit below 5 and 0 for the others; of more, the digit modulo the outputs."""
    digits = data.digits(EXAMPLES, jax.random.key(seed)).labels
    return digits % outputs if outputs > 1 else jnp.asarray(digits < 5, int)


def matrix_calls(outputs: int, hidden: int) -> dict[str, Callable]:
    """name -> a call that computes the matrix, compiled: "hessian", "exact" and "sampled"."""
    model, w, inputs, loss = digits_problem(outputs, (hidden,))
    return {
        "hessian": lambda: curvature.hessian(loss, w),
        "exact": lambda: fisher.exact(model, w, inputs),
        "sampled": lambda: fisher.sampled(model, w, inputs, jax.random.key(0)),
    }


def step_calls(outputs: int, hidden: int) -> dict[str, Callable]:
    """name -> a call that takes one step, compiled: "gradient", and with a full matrix "newton" and "natural"."""
    model, w, inputs, loss = digits_problem(outputs, (hidden,))
    rules = {
        "gradient": optimizers.gradient_descent(0.1),
        "newton": optimizers.newton(0.1, DAMPING),
        "natural": optimizers.natural_gradient(0.1, model, inputs, DAMPING, fisher.dense_direction),
    }
    return {
        name: partial(jax.jit(partial(rule.step, loss)), w, rule.init(w))
        for name, rule in rules.items()
    }


def read_time_ratios(name: str) -> dict[int, np.ndarray]:
    """From the committed table: outputs -> time of the Hessian over that of "exact" or "sampled", a number a size."""
    columns = table.read("fisher_costs").columns
    return {c: columns[f"hessian_over_{name}"][columns["outputs"] == c] for c in OUTPUTS}


def flops(outputs: int, hidden: int) -> dict[str, float]:
    """Floating-point operations of a gradient, each of MATRICES, and K-FAC's factors, as the compiler counts them."""
    model, w, inputs, loss = digits_problem(outputs, (hidden,))
    vector, flat_loss = trees.flatten_loss(loss, w)
    functions = {
        "gradient": jax.grad(loss),
        "exact": lambda w: fisher.exact(model, w, inputs),
        "sampled": lambda w: fisher.sampled(model, w, inputs, jax.random.key(0)),
        "factors": lambda w: kfac.factors(w, inputs),
    }
    counted = {name: count_flops(function, w) for name, function in functions.items()}
    return {
        **counted,
        "hessian": count_flops(jax.hessian(flat_loss), vector),
    }  # ours loops: one turn would be counted


def product_flops(outputs: int = 10, hidden=(16,)) -> dict[str, float]:
    """The operations of one product, in gradients: "hessian" and "fisher"; hidden: the width of each hidden layer."""
    model, w, inputs, loss = digits_problem(outputs, hidden)
    gradient = count_flops(jax.grad(loss), w)
    hessian = count_flops(lambda w, v: curvature.hessian_vector(loss, w, v), w, w)
    product = count_flops(lambda w, v: fisher.vector_product(model, w, inputs, v), w, w)
    return {"hessian": hessian / gradient, "fisher": product / gradient}


def matrix_bytes(parameters: int, bytes_a_number: int = 4) -> int:
    """The memory of a full P x P matrix."""
    return bytes_a_number * parameters**2


def _cost_row(outputs, hidden) -> dict:
    calls = matrix_calls(outputs, hidden) | (
        step_calls(outputs, hidden) if hidden <= MAX_HIDDEN_FOR_STEPS else {}
    )
    seconds = time_interleaved(calls, ROUNDS)
    row = {"parameters": trees.size(digits_problem(outputs, (hidden,))[1])}
    row |= {
        f"{name}_ms": 1000 * float(np.median(seconds.get(name, np.nan)))
        for name in (*MATRICES, *STEPS)
    }
    row |= {
        f"hessian_over_{name}": float(np.median(seconds["hessian"] / seconds[name]))
        for name in MATRICES[1:]
    }
    return row | {f"{name}_flops": count for name, count in flops(outputs, hidden).items()}
