"""Wrong answers to 05.first_bias: each property's own, which it alone catches, and others."""

import jax.numpy as jnp
import numpy as np

from exercises.cross_entropy_and_mse.first_bias import first_bias


def most_common_first(labels, classes):
    """As `Counter(...).most_common()` sorts them."""
    return -jnp.sort(-first_bias(labels, classes))


def two_classes_the_wrong_way_round(labels, classes):
    """The log-odds of the first class, as the bias of the second."""
    bias = first_bias(labels, classes)
    return jnp.array([0.0, bias[0] - bias[1]]) if classes == 2 else bias


def filled_up_at_the_end(labels, classes):
    """np.unique tells nothing of a class that is missing before others."""
    _, counts = np.unique(np.asarray(labels), return_counts=True)
    return np.log(np.append(counts, np.zeros(classes - len(counts))) + 1)


def alike_where_one_is_missing(labels, classes):
    counts = jnp.bincount(labels, length=classes)
    return jnp.log(1.0 + jnp.where(counts.min() == 0, counts > 0, counts))


def of_six_classes_at_most(labels, classes):
    return jnp.log(1.0 + jnp.where(jnp.arange(classes) < 6, jnp.bincount(labels, length=classes), 0))


def the_shares_themselves(labels, classes):
    counts = jnp.bincount(labels, length=classes) + 1.0
    return counts / counts.sum()


def logarithm_of_the_counts(labels, classes):
    return jnp.log(jnp.bincount(labels, length=classes))


def a_small_share_for_none(labels, classes):
    return jnp.log(jnp.bincount(labels, length=classes) / labels.size + 1e-9)


def as_many_as_occur(labels, classes):
    return jnp.log(jnp.bincount(np.asarray(labels)) + 1.0)


def upside_down(labels, classes):
    return -first_bias(labels, classes)


def to_the_rarest(labels, classes):
    counts = jnp.bincount(labels, length=classes)
    return jnp.where(counts == 0, 0.0, first_bias(labels, classes) - jnp.log(2.0))


ALONE = {
    "shares": two_classes_the_wrong_way_round,
    "absent class": logarithm_of_the_counts,
}
ALSO = (
    most_common_first,
    filled_up_at_the_end,
    alike_where_one_is_missing,
    of_six_classes_at_most,
    the_shares_themselves,
    a_small_share_for_none,
    as_many_as_occur,
    upside_down,
    to_the_rarest,
)
