"""A digits network, its Hessian H and its Fisher matrix F: how unlike they are at first, and how alike later.

    network_curvature   the experiment: H and F, whole and on the diagonal, after 0 to 3000 steps; its table
    network_race        another: natural gradient with an adaptive damping, beside Adam and gradient descent; its table
    uneven_noise        where gradients vary most and the loss curves least: noise in the labels decides

H = F + Σ (∂loss/∂output) ∇²output     (6.18): the second part fades as the network learns its examples.
"""

import time
from functools import partial
from itertools import product
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse import curvature, fisher, losses, models, optimizers, trees
from optcourse.experiments import table
from optcourse.experiments.adaptive_learning_rates import second_moments
from optcourse.experiments.natural_gradient import softmax
from optcourse.experiments.run import run
from optcourse.experiments.timing import check_threads, time_interleaved

CHECKPOINTS = (0, 30, 100, 300, 1000, 3000)  # steps of Adam(0.003) on all 500 digits
SEEDS = 5
CURVATURE_SETTINGS = {
    "network": second_moments.SIZES,
    "examples": second_moments.EXAMPLES,
    "optimizer": f"adam({second_moments.RATE})",
}


def network_curvature() -> table.Table:
    """How unlike Hessian and Fisher matrix of a digits network are through training, five seeds (5 minutes)."""
    jobs = [
        {"trained": trained, "seed": seed} for seed, trained in product(range(SEEDS), CHECKPOINTS)
    ]
    return table.fill("network_curvature", CURVATURE_SETTINGS, jobs, compare_row)


def compare_row(trained: int, seed: int) -> dict[str, float]:
    """The loss; ‖H - F‖ / ‖F‖; the least eigenvalue over the largest, of H and of F; rank correlations of diagonals."""
    H, F, fallen = hessian_and_fisher(trained, seed)
    alone = second_moments.diagonals(
        1, trained, seed
    ).predicted  # batches of one: the mean of g², w held still
    values = {"H": np.linalg.eigvalsh(H), "F": np.linalg.eigvalsh(F)}
    return {
        "loss": fallen,
        "apart": float(np.linalg.norm(H - F) / np.linalg.norm(F)),
        "lowest_of_hessian": float(values["H"][0] / values["H"][-1]),
        "lowest_of_fisher": float(values["F"][0] / values["F"][-1]),
        "fisher_and_hessian": second_moments.rank_correlation(np.diag(F), np.diag(H)),
        "moment_and_hessian": second_moments.rank_correlation(alone, np.diag(H)),
    }


def read_column(column: str) -> np.ndarray:
    """(TRAINED, seeds): a column of the table."""
    return table.read("network_curvature").columns[column].reshape(SEEDS, len(CHECKPOINTS)).T


def hessian_and_fisher(trained: int, seed: int) -> tuple[np.ndarray, np.ndarray, float]:
    """(H, F, loss) of the network of `second_moments` after so many steps."""
    w, examples = second_moments.trained_network(trained, seed)
    H = _hessian(w, examples)
    F = fisher.exact(second_moments.model, w, examples.inputs)
    return np.asarray(H, float), np.asarray(F, float), float(second_moments.loss(w, *examples))


@jax.jit
def _hessian(vector, examples):
    return curvature.hessian(lambda v: second_moments.loss(v, *examples), vector)


# Noise


def noise_curvature_correlation(power: float, seed: int = 0, n: int = 20_000) -> float:
    """Rank correlation of the variance of g and the curvature, for ten weights with one input each.

    Each example has one feature j, of size x = 1.3^j, and the label's noise has the deviation x^power. At the true
    weights the curvature of weight j is E x², and the variance of its gradient E x^(2 + 2 power).
    """
    feature_key, noise_key = jax.random.split(jax.random.key(seed))
    j = jax.random.randint(feature_key, (n,), 0, 10)
    size = 1.3 ** jnp.arange(10)
    inputs = jnp.eye(10)[j] * size[j][:, None]
    noise = size[j] ** power * jax.random.normal(noise_key, (n,))
    one = lambda w, x, y: (x @ w - y) ** 2 / 2
    w = jnp.zeros(10)
    g = jax.vmap(jax.grad(one), in_axes=(None, 0, 0))(w, inputs, noise)
    H = jax.hessian(lambda w: jnp.mean(jax.vmap(one, in_axes=(None, 0, 0))(w, inputs, noise)))(w)
    return second_moments.rank_correlation(jnp.var(g, axis=0), jnp.diag(H))


# A race


SIZES, TARGET, ROUNDS = (16, 16, 10), 0.05, 9
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
    """Steps and processor time of three methods to loss 0.05 in a network of 442 weights, each tuned (4 minutes)."""
    check_threads()
    jobs = [
        {"method": method, "seed": seed} for method, seed in product(TUNING_GRIDS, range(SEEDS))
    ]
    return table.fill("network_race", RACE_SETTINGS, jobs, race_row)


def race_row(method: str, seed: int) -> dict[str, float]:
    """The best rate (or first damping), the steps it takes to the target, their milliseconds of processor time."""
    problem = network_problem(seed)
    steps = [
        softmax.first_below(TARGET, loss_curve(problem, method, number))
        for number in TUNING_GRIDS[method]
    ]
    best = int(np.argmin(steps))
    number, least = TUNING_GRIDS[method][best], int(steps[best])
    spent = time_interleaved(
        {method: partial(_take_steps, problem, method, number, least)}, ROUNDS, time.process_time
    )
    return {"best": number, "steps": least, "ms": 1000 * float(np.median(spent[method]))}


def network_problem(seed: int) -> NetworkProblem:
    """The problem of a seed."""
    examples = softmax.digits_data(4, seed)
    w = trees.flatten(models.mlp(SIZES).init(jax.random.key(seed + SEEDS)))[0]
    return NetworkProblem(w, examples.inputs[:, :-1], examples.labels)


@partial(jax.jit, static_argnames="method")
def loss_curve(problem: NetworkProblem, method: str, number) -> Float[Array, " t"]:
    """The loss before each step, and after the last; number: learning rate, or first damping."""
    optimizer, loss = _optimizer_and_loss(problem, method, number)
    return run(optimizer, loss, problem.w, MAX_STEPS[method], record=lambda w, state: None).loss


@partial(jax.jit, static_argnames="method")
def _take_steps(problem, method, number, steps):
    optimizer, loss = _optimizer_and_loss(problem, method, number)
    step = lambda t, carry: optimizer.step(loss, *carry)[:2]
    return jax.lax.fori_loop(0, steps, step, (problem.w, optimizer.init(problem.w)))[0]


def _optimizer_and_loss(problem, method, number):
    """(optimizer, loss)."""
    net = models.mlp(SIZES)
    unflatten = trees.flatten(net.init(jax.random.key(0)))[1]
    model = lambda w, inputs: net.apply(unflatten(w), inputs)
    loss = lambda w: losses.cross_entropy(model(w, problem.inputs), problem.labels)
    if method == "levenberg marquardt":
        return optimizers.levenberg_marquardt(model, problem.inputs, number), loss
    return optimizers.ALL[method.replace(" ", "_")](number), loss
