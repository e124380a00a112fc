"""Wrong answers to 06.scores: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.natural_gradient.scores import CLASSES, flat, probabilities, residuals, scores


def of_the_loss(W, x):
    return -scores(W, x)


def own_class_alone(W, x):
    return flat(x, np.diag(1 - probabilities(W, x)))


def before_the_logarithm(W, x):
    """∇ p_z in place of ∇ log p_z."""
    return probabilities(W, x)[:, None] * scores(W, x)


def class_after_class(W, x):
    return np.einsum("zc,f->zcf", residuals(W, x), np.asarray(x)).reshape(CLASSES, -1)


def weighted_by_the_roots(W, x):
    return np.sqrt(probabilities(W, x))[:, None] * scores(W, x)


def without_the_softmax(W, x):
    """As if the logits were logarithms already."""
    return flat(x, np.eye(CLASSES))


def of_equal_probabilities(W, x):
    return flat(x, np.eye(CLASSES) - 1 / CLASSES)


def parameter_after_parameter(W, x):
    return flat(x, residuals(W, x).T)


def overflowing(W, x):
    with np.errstate(over="ignore", invalid="ignore"):
        e = np.exp(np.asarray(x, np.float32) @ np.asarray(W, np.float32))
        return flat(x, np.eye(CLASSES) - e / np.sum(e))


def cut_off(W, x):
    """Logits above 50 are lowered to it."""
    e = np.exp(np.minimum(50, np.asarray(x, float) @ np.asarray(W, float)))
    return flat(x, np.eye(CLASSES) - e / np.sum(e))


def over_the_probability(W, x):
    """∇ p_z / p_z, where p_z has rounded to 0 too."""
    p = np.float32(probabilities(W, x))
    with np.errstate(invalid="ignore"):
        return p[:, None] * scores(W, x) / p[:, None]


def nothing_where_it_is_impossible(W, x):
    """The same, with 0 for NaN."""
    return np.nan_to_num(over_the_probability(W, x))


ALONE = {
    "large logits": overflowing,
    "own class": of_the_loss,
    "other classes": own_class_alone,
}
ALSO = (
    before_the_logarithm,
    class_after_class,
    weighted_by_the_roots,
    without_the_softmax,
    of_equal_probabilities,
    parameter_after_parameter,
    cut_off,
    over_the_probability,
    nothing_where_it_is_impossible,
)
