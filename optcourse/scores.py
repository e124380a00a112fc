"""Scores of a classifier: derivatives of log p by the parameters, a row for each example.

    s = ∇_w log p_w(z | x)     the score of class z at input x

A model is a function model(w, inputs) -> logits (n, classes), w an array or pytree of P parameters.
A single column of logits means two classes: it is the log-odds of class 1.
Each function is compiled once for each model.
"""

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, Integer, PyTree

from optcourse import trees
from optcourse.linalg import safe_sqrt
from optcourse.losses import expand_binary_logits, softmax, validate_labels
from optcourse.programs import jit_per_function

Labels = Integer[Array, " n"]
Weights = Float[Array, "n classes"]
Rows = Float[Array, "m P"]


@jit_per_function
def label_scores(
    model,
    w: PyTree,
    inputs,
    labels: Labels,
) -> Float[Array, "n P"]:
    """∇_w log p(label | input), a row per example; NaN where a label is no class."""
    n = len(inputs)
    if np.shape(labels) != (n,):
        found = f"labels {np.shape(labels)} for {n} examples"
        raise ValueError(f"{found}: give one each, of shape ({n},)")

    def row(z, y):
        rows = _logit_scores(z)
        y = validate_labels(y, len(rows))
        label_row = rows.at[y].get(mode="fill", fill_value=jnp.nan)
        return label_row[None]

    return _per_example_vjp(model, w, inputs, row, jnp.asarray(labels))


@jit_per_function
def second_moment_root(
    model,
    w: PyTree,
    inputs,
    weights: Weights | None = None,
) -> Rows:
    """Rows R with Rᵀ R / n = mean over x of Σ_z q_z s_z s_zᵀ: √q_z s_z for each example and class.

    weights: the probabilities q. By default they are the model's own, and Rᵀ R / n is the Fisher
    matrix     (6.7); there are then classes - 1 rows for each example, which have the same Rᵀ R.
    """
    if weights is None:
        rows = lambda z, _: _output_fisher_root(z)
        return _per_example_vjp(model, w, inputs, rows, None)
    _check_weights(model, w, inputs, weights)

    def rows(z, q):
        root = jnp.sqrt(q)
        return root[:, None] * _logit_scores(z)

    return _per_example_vjp(model, w, inputs, rows, jnp.asarray(weights))


@jit_per_function
def mean_score(
    model,
    w: PyTree,
    inputs,
    weights: Weights | None = None,
) -> Float[Array, " P"]:
    """The mean over x of Σ_z q_z s_z: zero where q is the model's own p     (6.3), by default."""
    if weights is None:
        logits = model_logits(model, w, inputs)
        q = softmax(expand_binary_logits(logits))
    else:
        _check_weights(model, w, inputs, weights)
        q = jnp.asarray(weights)
    rows = lambda z, q: q[None] @ _logit_scores(z)
    means = _per_example_vjp(model, w, inputs, rows, q)
    return jnp.mean(means, axis=0)


def model_logits(model, w, inputs):
    """model(w, inputs); ValueError unless they are logits (n, classes)."""
    logits = model(w, inputs)
    n = len(inputs)
    if jnp.ndim(logits) != 2 or len(logits) != n:
        found = f"the model gave outputs {jnp.shape(logits)}"
        raise ValueError(f"{found}: return logits ({n}, classes)")
    return logits


def _check_weights(model, w, inputs, weights):
    logits = model_logits(model, w, inputs)
    expected = expand_binary_logits(logits).shape
    if np.shape(weights) != expected:
        found = f"weights {np.shape(weights)} for {expected} examples and classes"
        raise ValueError(f"{found}: give one for each of them")


def _per_example_vjp(model, w, inputs, rows, given) -> Rows:
    """rows(z, given) @ ∂z/∂w for each example, stacked; z are its logits."""
    trees.check_floats(w)
    vector, unflatten = trees.flatten(w)

    def of_example(x, given):
        def logits(v):
            w = unflatten(v)
            return model_logits(model, w, x[None])[0]

        z, back = jax.vjp(logits, vector)
        of_row = lambda u: back(u)[0]  # u -> Jᵀ u
        return jax.vmap(of_row)(rows(z, given))

    inputs = jnp.asarray(inputs)
    stacked = jax.vmap(of_example)(inputs, given)
    return stacked.reshape(-1, vector.size)


# Derivatives by the logits z of one example


def _logit_scores(z) -> Float[Array, "classes logits"]:
    """Row c: ∂ log p_c / ∂z = e_c - p."""
    p = softmax(expand_binary_logits(z))
    rows = jnp.eye(p.size) - p
    return rows[:, -z.size :].astype(z.dtype)


def _output_fisher_root(z) -> Float[Array, "m logits"]:
    """Rows whose Gram matrix is diag p - p pᵀ, the logits' Fisher matrix; one fewer than classes.

    √p_c (e_c - p) are such rows, and √p is orthogonal to them all: a reflection that turns √p into
    the first axis leaves the first row zero. It is dropped.
    """
    p = softmax(expand_binary_logits(z))
    root = safe_sqrt(p)
    rows = root[:, None] * _logit_scores(z)
    first, others = root[0], root[1:, None]
    return rows[1:] - others * rows[0] / (1 + first)
