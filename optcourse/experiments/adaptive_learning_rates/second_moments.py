"""What is Adam's v? Its entries beside the diagonal of the Fisher matrix, in a digits network.

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

from optcourse import fisher, losses, models, trees
from optcourse.experiments import data
from optcourse.experiments.run import run
from optcourse.optimizers import adam

SIZES = (64, 24, 10)
NETWORK = models.mlp(SIZES)
EXAMPLES, BATCHES = 500, 1000
RATE = 0.003  # of Adam


class Diagonals(NamedTuple):
    """Of each weight: Adam's v, its prediction (4.11), and the diagonal of the Fisher matrix.

    v: the mean of g² over batches, with the weights fixed.
    """

    v: Float[np.ndarray, " n"]
    predicted: Float[np.ndarray, " n"]
    fisher: Float[np.ndarray, " n"]


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
def _mean_square(each, rows):
    """The mean over batches of g²: `rows` says which examples are in each batch."""
    batches, batch_size = rows.shape
    batch = jnp.arange(batches)[:, None]
    times = jnp.zeros((batches, len(each))).at[batch, rows].add(1)
    g = times @ each / batch_size
    return jnp.mean(g**2, axis=0)
