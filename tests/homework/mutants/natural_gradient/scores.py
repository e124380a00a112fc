"""Wrong answers to 06.scores: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.natural_gradient.scores import probabilities, scores


def rows(x, residuals):
    """x ⊗ row for each of the rows, as a row of features · classes numbers."""
    return np.einsum("f,zc->zfc", np.asarray(x), residuals).reshape(len(residuals), -1)


def softmax_after(name, shift, dtype=np.float32):
    """The scores with another shift of the logits before the exponential, under this name."""

    def function(W, x):
        with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
            e = np.exp(shift(np.asarray(x, dtype) @ np.asarray(W, dtype)))
            return rows(x, np.eye(len(e)) - e / np.sum(e))

    function.__name__ = name
    return function


def of_the_loss(W, x):
    return -scores(W, x)


def own_class_alone(W, x):
    return rows(x, np.diag(1 - probabilities(W, x)))


def before_the_logarithm(W, x):
    """∇ p_z in place of ∇ log p_z."""
    return probabilities(W, x)[:, None] * scores(W, x)


def class_after_class(W, x):
    return np.stack([row.reshape(W.shape).T.reshape(-1) for row in scores(W, x)])


def without_the_softmax(W, x):
    """As if the logits were logarithms already."""
    return rows(x, np.eye(W.shape[1]))


def parameter_after_parameter(W, x):
    p = probabilities(W, x)
    return rows(x, (np.eye(len(p)) - p).T)


def of_two_features_and_three_classes(W, x):
    residuals = np.eye(3) - probabilities(W, x)
    return np.hstack([x[0] * residuals, x[1] * residuals])


def over_the_probability(W, x):
    """∇ p_z / p_z, with 0 for NaN where p_z has rounded to 0 too."""
    p = np.float32(probabilities(W, x))[:, None]
    with np.errstate(invalid="ignore"):
        return np.nan_to_num(p * scores(W, x) / p)


def with_half_of_an_impossible_row(W, x):
    return np.where(probabilities(W, x) < 1e-20, 0.5, 1)[:, None] * scores(W, x)


ALONE = {
    "own class": of_the_loss,
    "other classes": own_class_alone,
    "large logits": softmax_after("overflowing", lambda logits: logits),
}
ALSO = (
    softmax_after("in_double_precision", lambda logits: logits, float),
    softmax_after("less_their_mean", lambda logits: logits - np.mean(logits), float),
    softmax_after("less_the_largest_size", lambda logits: logits - np.max(np.abs(logits))),
    softmax_after("near_the_first", lambda logits: np.clip(logits - logits[0], -85, 85)),
    softmax_after("near_the_last", lambda logits: np.clip(logits - logits[-1], -85, 85)),
    softmax_after("near_the_smallest", lambda logits: np.minimum(logits - np.min(logits), 88)),
    softmax_after("cut_off", lambda logits: np.clip(logits, -700, 700), float),
    before_the_logarithm,
    class_after_class,
    without_the_softmax,
    parameter_after_parameter,
    of_two_features_and_three_classes,
    over_the_probability,
    with_half_of_an_impossible_row,
)
