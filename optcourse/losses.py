"""What a network is asked to make small: cross-entropy, squared error, and the likelihoods they come from.

Outputs and targets have shape (n, classes), labels (n,) are whole numbers. Every loss is a mean over the n examples.
A label that is no class is a ValueError, or NaN where labels are traced.
"""

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, Integer


def softmax(logits: Float[Array, "*n classes"]) -> Float[Array, "*n classes"]:
    """p_i = exp(z_i) / Σ_j exp(z_j)     (5.1), computed from z - max z so that nothing overflows."""
    e = jnp.exp(logits - jnp.max(logits, axis=-1, keepdims=True))
    return e / jnp.sum(e, axis=-1, keepdims=True)


def log_softmax(logits: Float[Array, "*n classes"]) -> Float[Array, "*n classes"]:
    """log p_i = z_i - log Σ_j exp(z_j): exact where the softmax itself would round to zero."""
    return logits - jax.nn.logsumexp(logits, axis=-1, keepdims=True)


def expand_binary_logits(logits: Float[Array, "*n logits"]) -> Float[Array, "*n classes"]:
    """Two columns, 0 and z, for a model with a single one, the log-odds z; others as they are."""
    return (
        logits
        if logits.shape[-1] > 1
        else jnp.concatenate([jnp.zeros_like(logits), logits], axis=-1)
    )


def check_label_shape(outputs, labels):
    """ValueError unless there is one label for each row of outputs: a column would be compared with every row."""
    wanted = np.shape(outputs)[:-1]
    if np.shape(labels) != wanted:
        raise ValueError(
            f"labels {np.shape(labels)} for outputs {np.shape(outputs)}: give one a row, of shape {wanted}"
        )


def validate_labels(labels: Integer[Array, "*n"], classes: int) -> Integer[Array, "*n"]:
    """labels, or a ValueError that names one that is not among 0 ... classes - 1; if traced, that one as `classes`.

    Small whole numbers become int32, in which there is room for any number of classes.
    """
    labels = jnp.asarray(labels)
    labels = labels.astype(jnp.int32) if labels.dtype.itemsize < 4 else labels
    if isinstance(labels, jax.core.Tracer):
        return jnp.where(
            (labels >= 0) & (labels < classes), labels, classes
        )  # beyond every column, which reads as NaN
    seen = np.asarray(labels)
    wrong = seen[(seen < 0) | (seen >= classes)]
    if wrong.size:
        raise ValueError(
            f"label {wrong[0]}: the labels of {classes} classes are whole numbers from 0 to {classes - 1}"
        )
    return labels


def one_hot(labels: Integer[Array, "*n"], classes: int) -> Float[Array, "*n classes"]:
    """1 in the column of the label, 0 elsewhere."""
    labels = validate_labels(labels, classes)[..., None]
    return jnp.where(labels < classes, jnp.asarray(labels == jnp.arange(classes), float), jnp.nan)


def log_likelihood(
    logits: Float[Array, "n classes"], labels: Integer[Array, " n"]
) -> Float[Array, " n"]:
    """log p(label | input) of each example under the softmax."""
    check_label_shape(logits, labels)
    columns = validate_labels(labels, logits.shape[-1])[:, None]
    return jnp.take_along_axis(log_softmax(logits), columns, axis=-1, mode="fill")[:, 0]


def cross_entropy(
    logits: Float[Array, "n classes"], labels: Integer[Array, " n"]
) -> Float[Array, ""]:
    """-1/n Σ log p(label)     (5.4): the mean negative log-likelihood."""
    return -jnp.mean(log_likelihood(logits, labels))


def mse(outputs: Float[Array, "n classes"], targets: Float[Array, "n classes"]) -> Float[Array, ""]:
    """1/n Σ ‖output - target‖²: squared distances summed over outputs, averaged over examples."""
    if np.shape(outputs) != np.shape(targets):
        raise ValueError(
            f"targets {np.shape(targets)} for outputs {np.shape(outputs)}: give both the same shape"
        )
    return jnp.mean(jnp.sum((outputs - targets) ** 2, axis=-1))


def softmax_mse(
    logits: Float[Array, "n classes"], labels: Integer[Array, " n"]
) -> Float[Array, ""]:
    """1/n Σ ‖softmax(logits) - one_hot(label)‖²     (5.3): squared error between probabilities, at most 2."""
    check_label_shape(logits, labels)
    return mse(softmax(logits), one_hot(labels, logits.shape[-1]))


def accuracy(logits: Float[Array, "n classes"], labels: Integer[Array, " n"]) -> Float[Array, ""]:
    """The share of examples whose largest output is the label's, between 0 and 1."""
    check_label_shape(logits, labels)
    return jnp.mean(jnp.argmax(logits, axis=-1) == labels)
