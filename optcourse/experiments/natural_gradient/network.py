"""A digits network, its Hessian H and its Fisher matrix F: unlike at first, alike later.

    network_curvature   the experiment: H and F after 0 to 3000 steps of training; its table
    network_race        another: natural gradient with an adaptive damping, beside Adam and gradient
                        descent; its table
    compare_row, race_row, read_column   one row of each, and a column of the first

H = F + Σ (∂loss/∂output) ∇²output     (6.10): the second part fades as the network learns.
"""

import time
from functools import partial
from itertools import product
from typing import NamedTuple

import jax
import numpy as np
from jaxtyping import Array, Float

from optcourse import curvature, fisher, losses, models, optimizers, trees
from optcourse.experiments import table
from optcourse.experiments.adaptive_learning_rates import second_moments
from optcourse.experiments.natural_gradient import softmax
from optcourse.experiments.run import first_below, run, take_steps
from optcourse.experiments.timing import check_threads, time_interleaved

CHECKPOINTS = (0, 30, 100, 300, 1000, 3000)  # steps of Adam(0.003) on all 500 digits
SEEDS = 5
CURVATURE_SETTINGS = {
    "network": second_moments.SIZES,
    "examples": second_moments.EXAMPLES,
    "optimizer": f"adam({second_moments.RATE})",
}


def network_curvature() -> table.Table:
    """Hessian and Fisher matrix of a digits network through training, five seeds (5 minutes)."""
    runs = product(range(SEEDS), CHECKPOINTS)
    jobs = [{"trained": trained, "seed": seed} for seed, trained in runs]
    return table.fill("network_curvature", CURVATURE_SETTINGS, jobs, compare_row)


def compare_row(trained: int, seed: int) -> dict[str, float]:
    """A table row after so many steps: the loss, and how H, F and their diagonals compare.

    apart: ‖H - F‖ / ‖F‖; lowest_of_...: the lowest eigenvalue over the largest; the others: rank
    correlations of diagonals.
    """
    H, F, loss = hessian_and_fisher(trained, seed)
    # Batches of one: the mean of the squared gradients of single examples, w held still.
    moment = second_moments.diagonals(1, trained, seed).predicted
    rank_correlation = second_moments.rank_correlation
    distance = np.linalg.norm(H - F) / np.linalg.norm(F)
    return {
        "loss": loss,
        "apart": float(distance),
        "lowest_of_hessian": _lowest_over_largest(H),
        "lowest_of_fisher": _lowest_over_largest(F),
        "fisher_and_hessian": rank_correlation(np.diag(F), np.diag(H)),
        "moment_and_hessian": rank_correlation(moment, np.diag(H)),
    }


def _lowest_over_largest(matrix) -> float:
    eigenvalues = np.linalg.eigvalsh(matrix)
    return float(eigenvalues[0] / eigenvalues[-1])


def read_column(column: str) -> np.ndarray:
    """(CHECKPOINTS, seeds): a column of the table `network_curvature`."""
    values = table.read("network_curvature").columns[column]
    return values.reshape(SEEDS, len(CHECKPOINTS)).T


def hessian_and_fisher(steps: int, seed: int) -> tuple[np.ndarray, np.ndarray, float]:
    """(H, F, loss) of the network of `second_moments` after so many steps."""
    w, examples = second_moments.trained_network(steps, seed)
    H = _hessian(w, examples)
    F = fisher.exact(second_moments.model, w, examples.inputs)
    loss = float(second_moments.loss(w, *examples))
    return np.asarray(H, float), np.asarray(F, float), loss


@jax.jit
def _hessian(vector, examples):
    return curvature.hessian(lambda v: second_moments.loss(v, *examples), vector)


# A race


SIZES, TARGET, ROUNDS = (16, 16, 10), 0.05, 9
NETWORK = models.mlp(SIZES)
TUNING_GRIDS = {
    "gradient descent": [2.0 ** (k / 2) for k in range(-2, 7)],
    "adam": [2.0 ** (k / 2) for k in range(-12, -1)],
    "levenberg marquardt": [10.0**k for k in range(-4, 2)],
}
MAX_STEPS = {"gradient descent": 3000, "adam": 400, "levenberg marquardt": 60}
RACE_SETTINGS = {
    "network": SIZES,
    "examples": softmax.EXAMPLES,
    "target": TARGET,
    "tuned": TUNING_GRIDS,
    "most": MAX_STEPS,
    "rounds": ROUNDS,
}


class NetworkProblem(NamedTuple):
    """One vector of 442 weights, and 500 digits of 4 x 4 pixels."""

    w: Float[Array, " P"]
    inputs: Float[Array, "n 16"]
    labels: Array


def network_race() -> table.Table:
    """Steps and processor time of three tuned methods to loss 0.05, of 442 weights (4 minutes)."""
    check_threads()
    jobs = table.grid(method=TUNING_GRIDS, seed=range(SEEDS))
    return table.fill("network_race", RACE_SETTINGS, jobs, race_row)


def race_row(method: str, seed: int) -> dict[str, float]:
    """A table row: the best rate (or first damping), its steps to the target, their time."""
    problem, grid = network_problem(seed), TUNING_GRIDS[method]
    curves = [loss_curve(problem, method, number) for number in grid]
    steps_by_number = [float(first_below(curve, TARGET)) for curve in curves]
    best = int(np.argmin(steps_by_number))
    number, steps = grid[best], int(steps_by_number[best])
    call = partial(_take_steps, problem, method, number, steps)
    seconds = time_interleaved({method: call}, ROUNDS, time.process_time)[method]
    return {"best": number, "steps": steps, "ms": 1000 * float(np.median(seconds))}


def network_problem(seed: int) -> NetworkProblem:
    """The network problem of a seed: initial weights, 500 digits of 4 x 4 pixels, labels."""
    examples = softmax.digits_data(4, seed)
    key = jax.random.key(seed + SEEDS)
    w, _ = trees.flatten(NETWORK.init(key))
    pixels = examples.inputs[:, :-1]  # without the constant 1
    return NetworkProblem(w, pixels, examples.labels)


@partial(jax.jit, static_argnames="method")
def loss_curve(problem: NetworkProblem, method: str, number) -> Float[Array, " t"]:
    """The loss before each step, and after the last; number: learning rate, or first damping."""
    optimizer, loss = _optimizer_and_loss(problem, method, number)
    return run(optimizer, loss, problem.w, MAX_STEPS[method], record=lambda w, state: None).loss


@partial(jax.jit, static_argnames="method")
def _take_steps(problem, method, number, steps):
    return take_steps(*_optimizer_and_loss(problem, method, number), problem.w, steps)


def _optimizer_and_loss(problem, method, number):
    _, unflatten = trees.flatten(NETWORK.init(jax.random.key(0)))
    model = lambda w, inputs: NETWORK.apply(unflatten(w), inputs)
    loss = lambda w: losses.cross_entropy(model(w, problem.inputs), problem.labels)
    if method == "levenberg marquardt":
        return optimizers.levenberg_marquardt(model, problem.inputs, number), loss
    return optimizers.ALL[method.replace(" ", "_")](number), loss
