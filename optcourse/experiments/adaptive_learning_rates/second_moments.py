"""What is Adam's v? Its entries beside the diagonals of the Fisher matrix and of the Hessian, in a digits network.

For batches of B examples drawn with replacement, with the weights held still, the mean of g² is exactly

    E g² = f / B + (1 - 1 / B) ḡ²        (4.18)        f = mean of the examples' squared gradients, ḡ their mean

f would be the Fisher diagonal if the labels were drawn from the network; with the true labels it is the "empirical"
one. As the network learns its examples, f falls with the mistakes and the Fisher diagonal with the doubts.
"""

from functools import cache, partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float

from optcourse import fisher, losses, models, trees
from optcourse.curvature import hessian_vector
from optcourse.experiments import data
from optcourse.experiments.run import run
from optcourse.optimizers import adam

SIZES = (64, 24, 10)
NETWORK = models.mlp(SIZES)
UNFLATTEN = trees.flatten(NETWORK.init(jax.random.key(0)))[1]  # one vector of weights -> layers
EXAMPLES, BATCHES = 500, 1000
RATE = 0.003  # of Adam


class Diagonals(NamedTuple):
    """One number a weight: v, the mean of g² over batches; what (4.18) says it is; the Fisher matrix's diagonal."""

    v: Float[np.ndarray, " n"]
    formula: Float[np.ndarray, " n"]
    fisher: Float[np.ndarray, " n"]


def diagonals(batch_size: int, trained: int = 0, seed: int = 0) -> Diagonals:
    """v over 1000 batches, at the weights after `trained` steps of Adam(0.003) on all 500 examples; its relatives."""
    w, examples = trained_network(trained, seed)
    rows = jax.random.randint(jax.random.key(seed), (BATCHES, batch_size), 0, EXAMPLES)
    each = _per_example_gradients(w, examples)
    mean, f = jnp.mean(each, axis=0), jnp.mean(each**2, axis=0)
    formula = f / batch_size + (1 - 1 / batch_size) * mean**2  # (4.18)
    return Diagonals(
        *map(
            np.asarray,
            (_mean_square(each, rows), formula, fisher.diagonal(model, w, examples.inputs)),
        )
    )


def hessian_diagonal(trained: int = 0, seed: int = 0) -> Float[np.ndarray, " n"]:
    """The diagonal of the Hessian of the loss on all examples, at the same weights."""
    return np.asarray(_hessian_diagonal(*trained_network(trained, seed)))


@cache
def trained_network(trained: int, seed: int):
    """(w, examples): the weights, as one vector, after `trained` steps on the 500 digits of this seed."""
    digit_key, init_key = jax.random.split(jax.random.key(seed))
    examples = data.digits(EXAMPLES, digit_key)
    return _train(examples, trees.flatten(NETWORK.init(init_key))[0], trained), examples


def rank_correlation(a, b) -> float:
    """Spearman's: the correlation of the ranks; ties get their mean rank. Weights that never get a gradient tie."""
    from scipy.stats import spearmanr  # here: a third of a second that only its users pay

    return float(spearmanr(a, b).statistic)


def model(vector, inputs):
    """The network's logits, for its weights as one vector."""
    return NETWORK.apply(UNFLATTEN(vector), inputs)


def loss(vector, inputs, labels):
    """The cross-entropy, likewise."""
    return losses.cross_entropy(model(vector, inputs), labels)


@partial(jax.jit, static_argnames="steps")
def _train(examples, vector, steps):
    return run(
        adam(RATE), lambda v: loss(v, *examples), vector, steps, record=lambda w, state: None
    ).end


@jax.jit
def _per_example_gradients(vector, examples) -> Float[Array, "examples n"]:
    return jax.vmap(lambda x, y: jax.grad(loss)(vector, x[None], y[None]))(*examples)


@jax.jit
def _hessian_diagonal(vector, examples):
    of_all = lambda v: loss(v, *examples)
    entry = lambda i: hessian_vector(of_all, vector, jnp.zeros_like(vector).at[i].set(1.0))[i]
    return jax.lax.map(entry, jnp.arange(vector.size), batch_size=64)


@jax.jit
def _mean_square(each, rows):
    square = lambda total, row: (total + jnp.mean(each[row], axis=0) ** 2, None)
    return jax.lax.scan(square, jnp.zeros(each.shape[1]), rows)[0] / len(rows)
