"""What is Adam's v? Its entries beside the diagonals of Fisher matrix and Hessian, in a network.

    second_moments       how v and the diagonals of Fisher matrix and Hessian agree: its table
    diagonals            v of batches, what (4.11) says, and the diagonal of the Fisher matrix
    hessian_diagonal     that of the loss
    square_gradients     of the batches of a training: what v is the running mean of
    rank_correlation     whether two of them put the weights in one order

The network reads digits; its weights are one vector, 1810 numbers.

For batches of B examples drawn with replacement, with the weights held still, the mean of g² is

    E g² = f / B + (1 - 1 / B) ḡ²   (4.11)   f: the mean of the examples' g², ḡ: of their g

f would be the Fisher diagonal if the labels were drawn from the network; with the true labels it is
the "empirical" one. As the network learns its examples, f falls with the mistakes and the Fisher
diagonal with the doubts.
"""

from functools import cache, partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse import curvature, fisher, losses, models, trees
from optcourse.experiments import data, table
from optcourse.experiments.run import run
from optcourse.optimizers import adam

SIZES = (64, 24, 10)
NETWORK = models.mlp(SIZES)
EXAMPLES, BATCHES = 500, 1000
RATE = 0.003  # of Adam
SETTINGS = {
    "network": list(SIZES),
    "examples": EXAMPLES,
    "batches": BATCHES,
    "rate": RATE,
    "steps": [0, 300],  # of training before the weights are held still
    "batch_sizes": [1, 32, 256],
    "seeds": 5,
}
MEASURES = {  # columns of the table that the lesson shows
    "rank_fisher": "rank correlation, v and Fisher diagonal",
    "rank_hessian": "rank correlation, v and Hessian's diagonal",
    "negative": "share of the Hessian's diagonal below 0",
    "v_over_fisher": "sum of v / sum of Fisher diagonal",
    "f_over_fisher": "sum of f / sum of Fisher diagonal",
    "noise_share": "share of f / B in v, by (4.11)",
}


def second_moments() -> table.Table:
    """v of batches beside the diagonals of Fisher matrix and Hessian (1 minute)."""
    seeds, sizes = range(SETTINGS["seeds"]), SETTINGS["batch_sizes"]
    jobs = table.grid(steps=SETTINGS["steps"], seed=seeds, batch_size=sizes)
    return table.fill("second_moments", SETTINGS, jobs, agreement)


def agreement(steps: int, seed: int, batch_size: int) -> dict:
    """Rank correlations of v, and ratios of sums over all weights, of one network.

    negative: the fraction of the Hessian's diagonal below zero. noise_share: that of f / B in the
    sum of (4.11).
    """
    found = diagonals(batch_size, steps, seed)
    f = diagonals(1, steps, seed).predicted  # (4.11) with B = 1
    hessian = hessian_diagonal(steps, seed)
    return {
        "rank_fisher": rank_correlation(found.v, found.fisher),
        "rank_hessian": rank_correlation(found.v, hessian),
        "rank_hessian_size": rank_correlation(found.v, np.abs(hessian)),
        "negative": float(np.mean(hessian < 0)),
        "v_over_fisher": float(found.v.sum() / found.fisher.sum()),
        "f_over_fisher": float(f.sum() / found.fisher.sum()),
        "noise_share": float(f.sum() / batch_size / found.predicted.sum()),
    }


class Diagonals(NamedTuple):
    """Of each weight: Adam's v, its prediction (4.11), and the diagonal of the Fisher matrix.

    v: the mean of g² over batches, with the weights fixed.
    """

    v: Float[np.ndarray, " n"]
    predicted: Float[np.ndarray, " n"]
    fisher: Float[np.ndarray, " n"]


@cache
def diagonals(batch_size: int, steps: int = 0, seed: int = 0) -> Diagonals:
    """v over 1000 batches, at the weights after so many steps of Adam(0.003) on all examples."""
    w, examples = trained_network(steps, seed)
    rows = jax.random.randint(jax.random.key(seed), (BATCHES, batch_size), 0, EXAMPLES)
    each = _per_example_gradients(w, examples)
    mean, f = jnp.mean(each, axis=0), jnp.mean(each**2, axis=0)
    predicted = f / batch_size + (1 - 1 / batch_size) * mean**2  # (4.11)
    found = Diagonals(
        _mean_square(each, rows), predicted, fisher.diagonal(model, w, examples.inputs)
    )
    return jax.tree.map(np.asarray, found)


@cache
def hessian_diagonal(steps: int = 0, seed: int = 0) -> Float[np.ndarray, " n"]:
    """The diagonal of the Hessian of the loss on all examples, at the weights of `diagonals`."""
    return np.asarray(_hessian_diagonal(*trained_network(steps, seed)))


def square_gradients(batch_size: int, steps: int, seed: int = 0) -> Float[np.ndarray, " steps"]:
    """‖g‖² of each batch, while Adam(0.003) takes so many steps on batches from an untrained w."""
    w, examples = trained_network(0, seed)
    rows = jax.random.randint(jax.random.key(seed), (steps, batch_size), 0, EXAMPLES)
    on_rows = lambda v, rows: loss(v, *data.take(examples, rows))
    training = run(adam(RATE), on_rows, w, steps, rows, record=lambda w, state: None)
    return np.asarray(training.gradient_norm[:-1]) ** 2


@cache
def trained_network(steps: int, seed: int):
    """(w, examples): the weights, as one vector, after so many steps on the digits of a seed."""
    examples, _, w, _ = data.digits_problem(seed, NETWORK, EXAMPLES)
    return _train(examples, trees.flatten(w)[0], steps), examples


def rank_correlation(a, b) -> float:
    """Spearman's: the correlation of the ranks. Ties get their mean rank."""
    from scipy.stats import spearmanr  # here: a third of a second that only its users pay

    return float(spearmanr(a, b).statistic)


def model(vector, inputs):
    """The network's logits, for its weights as one vector."""
    return NETWORK.apply(layers(vector), inputs)


def layers(vector):
    """The network's weights, from one vector."""
    return _unflatten()(vector)


@cache
def _unflatten():
    with jax.ensure_compile_time_eval():
        return trees.flatten(NETWORK.init(jax.random.key(0)))[1]


def loss(vector, inputs, labels):
    """The cross-entropy of the network, for its weights as one vector."""
    return losses.cross_entropy(model(vector, inputs), labels)


@partial(jax.jit, static_argnames="steps")
def _train(examples, vector, steps):
    on_all = lambda v: loss(v, *examples)
    return run(adam(RATE), on_all, vector, steps, record=lambda w, state: None).end


@jax.jit
def _per_example_gradients(vector, examples) -> Float[Array, "examples n"]:
    gradient = lambda x, y: jax.grad(loss)(vector, x[None], y[None])
    return jax.vmap(gradient)(*examples)


@jax.jit
def _hessian_diagonal(vector, examples):
    on_all = lambda v: loss(v, *examples)
    entry = lambda i: curvature.hessian_vector(on_all, vector, jnp.zeros_like(vector).at[i].set(1))[
        i
    ]
    return jax.lax.map(entry, jnp.arange(vector.size), batch_size=64)


@jax.jit
def _mean_square(each, rows):
    """The mean over batches of g²: `rows` says which examples are in each batch."""
    batches, batch_size = rows.shape
    batch = jnp.arange(batches)[:, None]
    times = jnp.zeros((batches, len(each))).at[batch, rows].add(1)
    g = times @ each / batch_size
    return jnp.mean(g**2, axis=0)
