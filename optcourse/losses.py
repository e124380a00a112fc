"""Loss functions of classifiers: cross-entropy, squared error, and the likelihoods they come from.

Outputs and targets have shape (n, classes), labels (n,) are whole numbers. Every loss is a mean
over the n examples. A label that is no class is a ValueError, or NaN where labels are traced.
"""

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, Integer

from optcourse.linalg import Scalar, Vector

Rows = Float[Array, "*n classes"]
Outputs = Float[Array, "n classes"]
Labels = Integer[Array, " n"]


def softmax(logits: Rows) -> Rows:
    """p_i = exp(z_i) / Σ_j exp(z_j)     (5.1), from z - max z, so that nothing overflows."""
    largest = jnp.max(logits, axis=-1, keepdims=True)
    e = jnp.exp(logits - largest)
    total = jnp.sum(e, axis=-1, keepdims=True)
    return e / total


def log_softmax(logits: Rows) -> Rows:
    """log p_i = z_i - log Σ_j exp(z_j): exact where the softmax itself would round to zero."""
    log_sum = jax.nn.logsumexp(logits, axis=-1, keepdims=True)
    return logits - log_sum


def expand_binary_logits(logits: Float[Array, "*n logits"]) -> Rows:
    """Logits of all classes: a single column z, the log-odds, becomes (0, z); others stay."""
    if logits.shape[-1] > 1:
        return logits
    zero = jnp.zeros_like(logits)
    return jnp.concatenate([zero, logits], axis=-1)


def check_label_shape(outputs, labels):
    """Raise ValueError unless there is one label for each row of outputs.

    A column of labels, of shape (n, 1), would be compared with every row.
    """
    expected = np.shape(outputs)[:-1]
    if np.shape(labels) != expected:
        problem = f"labels {np.shape(labels)} for outputs {np.shape(outputs)}"
        raise ValueError(f"{problem}: give one a row, of shape {expected}")


def validate_labels(labels: Integer[Array, "*n"], classes: int) -> Integer[Array, "*n"]:
    """labels, if all are among 0, ..., classes - 1; else a ValueError that names one.

    Where labels are traced, a wrong one becomes `classes`, which is beyond every column. Small
    integers become int32, which has room for any number of classes.
    """
    labels = jnp.asarray(labels)
    if labels.dtype.itemsize < 4:
        labels = labels.astype(jnp.int32)
    if isinstance(labels, jax.core.Tracer):
        is_class = (labels >= 0) & (labels < classes)
        return jnp.where(is_class, labels, classes)
    values = np.asarray(labels)
    is_wrong = (values < 0) | (values >= classes)
    wrong = values[is_wrong]
    if wrong.size:
        rule = f"the labels of {classes} classes are whole numbers from 0 to {classes - 1}"
        raise ValueError(f"label {wrong[0]}: {rule}")
    return labels


def one_hot(labels: Integer[Array, "*n"], classes: int) -> Rows:
    """One-hot vectors of labels: 1 in the column of the label, 0 elsewhere."""
    labels = validate_labels(labels, classes)[..., None]
    columns = jnp.arange(classes)
    vectors = jnp.asarray(labels == columns, float)
    return jnp.where(labels < classes, vectors, jnp.nan)


def log_likelihood(logits: Outputs, labels: Labels) -> Vector:
    """log p(label | input) of each example under the softmax."""
    check_label_shape(logits, labels)
    classes = logits.shape[-1]
    columns = validate_labels(labels, classes)[:, None]
    log_p = log_softmax(logits)
    chosen = jnp.take_along_axis(log_p, columns, axis=-1, mode="fill")
    return chosen[:, 0]


def cross_entropy(logits: Outputs, labels: Labels) -> Scalar:
    """-1/n Σ log p(label)     (5.2): the mean negative log-likelihood."""
    return -jnp.mean(log_likelihood(logits, labels))


def mse(outputs: Outputs, targets: Outputs) -> Scalar:
    """1/n Σ ‖output - target‖²: squared distances summed over outputs, averaged over examples."""
    if np.shape(outputs) != np.shape(targets):
        problem = f"targets {np.shape(targets)} for outputs {np.shape(outputs)}"
        raise ValueError(f"{problem}: give both the same shape")
    squares = (outputs - targets) ** 2
    distances = jnp.sum(squares, axis=-1)
    return jnp.mean(distances)


def softmax_mse(logits: Outputs, labels: Labels) -> Scalar:
    """1/n Σ ‖softmax(logits) - one_hot(label)‖²     (5.2): squared error of probabilities, <= 2."""
    check_label_shape(logits, labels)
    classes = logits.shape[-1]
    targets = one_hot(labels, classes)
    return mse(softmax(logits), targets)


def accuracy(logits: Outputs, labels: Labels) -> Scalar:
    """The fraction of examples whose largest output is the label's, between 0 and 1."""
    check_label_shape(logits, labels)
    predicted = jnp.argmax(logits, axis=-1)
    return jnp.mean(predicted == labels)
