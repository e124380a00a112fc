"""Where the gradient of a real network vanishes: how many eigenvalues are negative there?

The network: 8 principal components of 300 digits -> 6 tanh -> 10 outputs, 124 parameters. From
several heights of a training run, Levenberg-Marquardt walks to a point where ‖g‖ is smallest,
whether uphill or downhill:

    d = -(H² + μ I)⁻¹ H g   H: the Jacobian of g; μ falls after a step that shrinks ‖g‖, else rises

    positive_fractions     the experiment: both losses, 5 seeds, 8 heights; its table, read_summary
    saved_critical_point   one of the points, to draw its spectrum and the loss around it

Few of the points are exactly critical: ‖g‖ < 0.001 is asked. Sources: Dauphin et al. (2014) for
negative eigenvalues against the loss; Frye et al. (2021) for searches that end where the gradient
is merely small.
"""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import PyTree

from optcourse import losses, models, trees
from optcourse.curvature import hessian
from optcourse.experiments import data, table
from optcourse.experiments.run import run
from optcourse.optimizers import momentum
from optcourse.programs import jit_call

COMPONENTS, HIDDEN, CLASSES, EXAMPLES = 8, 6, 10, 300
NETWORK = models.mlp((COMPONENTS, HIDDEN, CLASSES))
LOSSES = {
    "cross_entropy": losses.cross_entropy,
    "mse": lambda outputs, labels: losses.mse(outputs, losses.one_hot(labels, CLASSES)),
}
RATES = {"cross_entropy": 0.2, "mse": 0.1}  # of the training run, with momentum 0.9
GRADIENT_TOLERANCE = 1e-3  # the largest ‖g‖ that counts
ZERO_TOLERANCE, FLOAT32_ZERO_TOLERANCE = (
    1e-9,
    1e-4,
)  # relative to the largest |λ|: round-off of float64, of float32
SETTINGS = {
    "seeds": 5,
    "trained": [0, 3, 10, 30, 100, 300, 1000, 3000],
    "search_steps": 300,
    "near_critical": GRADIENT_TOLERANCE,
    "zero": ZERO_TOLERANCE,
    "nearly_zero": FLOAT32_ZERO_TOLERANCE,
    "network": [COMPONENTS, HIDDEN, CLASSES],
    "examples": EXAMPLES,
    "learning_rates": RATES,
}
SAVED_POINTS = [  # the points whose parameters are kept
    {"loss_name": "cross_entropy", "height": "high", "seed": 2, "trained": 0},
    {"loss_name": "cross_entropy", "height": "middle", "seed": 0, "trained": 10},
    {"loss_name": "cross_entropy", "height": "low", "seed": 2, "trained": 1000},
    {"loss_name": "mse", "height": "high", "seed": 0, "trained": 0},
    {"loss_name": "mse", "height": "middle", "seed": 1, "trained": 30},
    {"loss_name": "mse", "height": "low", "seed": 0, "trained": 3000},
]


class DigitsProblem(NamedTuple):
    """loss(w), and w, the initial weights of a network."""

    loss: object
    w: PyTree


def digits_problem(loss_name: str = "cross_entropy", seed: int = 0) -> DigitsProblem:
    """The small network's loss on the 300 digits of this seed, "cross_entropy" or "mse"."""
    examples = digits_examples(seed)
    loss = lambda w: network_loss(loss_name, w, examples)
    return DigitsProblem(loss, NETWORK.init(jax.random.key(seed)))


def digits_examples(seed: int = 0) -> data.Data:
    """300 digits, projected on their first 8 principal components."""
    digits = data.digits(EXAMPLES, jax.random.key(seed))
    return digits._replace(inputs=data.pca(digits.inputs, COMPONENTS))


def network_loss(loss_name, w, examples):
    """The loss of this name of the small network on the examples."""
    if loss_name not in LOSSES:
        raise ValueError(f"loss {loss_name!r}: choose {' or '.join(map(repr, LOSSES))}")
    return LOSSES[loss_name](NETWORK.apply(w, examples.inputs), examples.labels)


def find_critical_point(loss, w: PyTree, steps: int = 300, tolerance=1e-10) -> PyTree:
    """A point near w where ‖g‖ is small, by Levenberg-Marquardt on ½ ‖g‖², best in float64."""
    vector, loss = trees.flatten_loss(loss, w)
    gradient = jax.grad(loss)

    def step(carry):
        v, g, mu, t = carry
        eigenvalues, U = jnp.linalg.eigh(hessian(loss, v))
        d = -U @ (eigenvalues / (eigenvalues**2 + mu) * (U.T @ g))  # -(H² + μ I)⁻¹ H g
        new_g = gradient(v + d)
        better = trees.norm(new_g) < trees.norm(g)  # False for a NaN
        v, g = jnp.where(better, v + d, v), jnp.where(better, new_g, g)
        return v, g, jnp.where(better, mu / 3, mu * 4), t + 1

    unfinished = lambda carry: (trees.norm(carry[1]) > tolerance) & (carry[3] < steps)
    start = vector, gradient(vector), jnp.asarray(1e-3, vector.dtype), 0
    end, *_ = jit_call(partial(jax.lax.while_loop, unfinished, step), start)
    return trees.flatten(w)[1](end)


def near_critical_point(loss_name: str, seed: int, trained: int) -> tuple[PyTree, dict]:
    """(w, its `critical_point_summary`), from a seed's network after `trained` steps. Seconds."""
    last = SETTINGS["trained"][-1]
    if not 0 <= trained <= last:
        raise ValueError(
            f"trained = {trained}: the training takes {last} steps, choose 0 to {last}"
        )
    with jax.enable_x64(True):
        problem = digits_problem(loss_name, seed)
        start, w = _train_and_search(loss_name, digits_examples(seed), problem.w, trained)
        summary = critical_point_summary(problem.loss, w)
        return w, {"start_loss": float(problem.loss(start)), **summary}


def critical_point_summary(loss, w: PyTree) -> dict:
    """Loss, ‖g‖, and the eigenvalues: how many of each sign; "ratio", the positive fraction.

    clearly_negative, nearly_zero: with 1e-4 of the largest as the limit.
    """
    trees.check_floats(w)
    value, gradient = jax.value_and_grad(loss)(w)
    eigenvalues = np.linalg.eigvalsh(np.asarray(hessian(loss, w)))
    relative = eigenvalues / np.max(np.abs(eigenvalues))
    return {
        "loss": float(value),
        "gradient_norm": float(trees.norm(gradient)),
        "negative": int(np.sum(relative < -ZERO_TOLERANCE)),
        "zero": int(np.sum(np.abs(relative) <= ZERO_TOLERANCE)),
        "positive": int(np.sum(relative > ZERO_TOLERANCE)),
        "ratio": float(np.mean(relative > ZERO_TOLERANCE)),
        "clearly_negative": int(np.sum(relative < -FLOAT32_ZERO_TOLERANCE)),
        "nearly_zero": int(np.sum(np.abs(relative) <= FLOAT32_ZERO_TOLERANCE)),
        "lowest": float(eigenvalues[0]),
        "highest": float(eigenvalues[-1]),
    }


@partial(jax.jit, static_argnames="loss_name")
def _train_and_search(loss_name, examples, w, trained):
    loss = lambda w: network_loss(loss_name, w, examples)
    path = run(momentum(RATES[loss_name]), loss, w, SETTINGS["trained"][-1]).path
    start = jax.tree.map(lambda rows: rows[trained], path)
    return start, find_critical_point(loss, start, SETTINGS["search_steps"])


def positive_fractions() -> table.Table:
    """Critical points of the digits network: height against negative eigenvalues (6 minutes)."""
    seeds, trained = range(SETTINGS["seeds"]), SETTINGS["trained"]
    jobs = table.grid(loss_name=LOSSES, seed=seeds, trained=trained)
    summary = lambda **job: near_critical_point(**job)[1]
    rows = table.fill("positive_fractions", SETTINGS, jobs, summary)
    table.fill("positive_fractions.points", SETTINGS, SAVED_POINTS, _parameters)
    return rows


def _parameters(height, **job) -> dict:
    w, _ = near_critical_point(**job)
    numbers = np.concatenate([np.ravel(leaf) for leaf in jax.tree.leaves(w)])  # in float64
    return {"parameters": table.join_numbers(numbers, digits=12)}


def saved_critical_point(loss_name: str = "mse", height: str = "middle") -> DigitsProblem:
    """(loss, w): a critical point from the table. height: "high", "middle" or "low"."""
    points = table.read("positive_fractions.points")
    point = points.where(loss_name=loss_name, height=height).columns
    problem = digits_problem(loss_name, int(point["seed"][0]))
    (numbers,) = table.parse_numbers(point["parameters"])
    return problem._replace(w=trees.flatten(problem.w)[1](jnp.asarray(numbers)))


def read_summary(loss_name: str) -> dict:
    """A summary of the table for one loss; "searches" counts those that failed too.

    An eigenvalue is zero within 1e-4 of the largest |λ|. highest_third, lowest_third: of the points
    found, by their loss; negative and positive: the mean share of such eigenvalues there.
    """
    mine = table.read("positive_fractions").where(loss_name=loss_name).columns
    near = mine["gradient_norm"] < GRADIENT_TOLERANCE
    by_height = np.argsort(mine["loss"][near])
    row = {name: column[near][by_height] for name, column in mine.items()}
    parameters = row["negative"] + row["zero"] + row["positive"]
    negative = row["clearly_negative"] / parameters
    positive = 1 - negative - row["nearly_zero"] / parameters
    third = len(negative) // 3
    seeds = [row["seed"] == seed for seed in np.unique(row["seed"])]
    return {
        "searches": len(near),
        "found": int(near.sum()),
        "exactly_critical": int(np.sum(row["gradient_norm"] < 1e-6)),
        "correlation": _correlation(row["loss"], negative),
        "correlation_by_seed": [_correlation(row["loss"][seed], negative[seed]) for seed in seeds],
        "negative_of_highest_third": float(np.mean(negative[-third:])),
        "negative_of_lowest_third": float(np.mean(negative[:third])),
        "positive_of_highest_third": float(np.mean(positive[-third:])),
        "positive_of_lowest_third": float(np.mean(positive[:third])),
        "without_negative": int(np.sum(row["clearly_negative"] == 0)),
    }


def _correlation(a, b) -> float:
    return float(np.corrcoef(a, b)[0, 1])
