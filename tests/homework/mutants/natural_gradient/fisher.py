"""Wrong answers to 06.fisher: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.natural_gradient.fisher import (
    CLASSES,
    averaged_scores_first,
    curvature_of_the_loss,
    fisher,
    metric,
    parts,
    replaced,
    score_rows,
    second_term,
)


def of_all_classes_alike(J, p, *_):
    return score_rows(J, p).T @ score_rows(J, p) / CLASSES


def of_the_likeliest_class(J, p, *_):
    s = score_rows(J, p)[np.argmax(p)]
    return np.outer(s, s)


def of_the_entropy(J, p, second, x):
    """-Σ p log p with p moved along, as if w did not stand still."""
    slope = -p * (np.log(p + 1e-30) - np.sum(p * np.log(p + 1e-30)))
    return second_term(slope, second, x) - J.T @ metric(p) @ J


def zero(J, p, *_):
    return np.zeros((J.shape[1], J.shape[1]))


empirical = replaced("empirical", first=of_the_likeliest_class)


OTHERS = (
    replaced("without_the_weights", first=lambda J, p, *_: score_rows(J, p).T @ score_rows(J, p)),
    replaced("uniform_weights", first=of_all_classes_alike),
    replaced("weights_squared", first=lambda J, p, *_: (p[:, None] ** 2 * score_rows(J, p)).T @ score_rows(J, p)),
    replaced("square_of_the_mean", first=lambda J, p, *_: np.outer(p @ score_rows(J, p), p @ score_rows(J, p))),
    replaced("squares_alone", first=lambda J, p, *_: np.diag(np.diag(J.T @ metric(p) @ J))),
    replaced("without_the_square_of_the_mean", first=lambda J, p, *_: J.T @ np.diag(p) @ J),
    replaced("of_the_mean_logits", first=lambda J, p, *_: J.T @ J),
    replaced("of_itself_to_itself", second=zero),
    replaced("entropy", second=of_the_entropy),
    replaced("negative", second=lambda J, p, *_: -J.T @ metric(p) @ J),
    replaced("halved", second=lambda J, p, *_: J.T @ metric(p) @ J / 2),
)


def added_up(model, w, inputs):
    return tuple(len(inputs) * F for F in fisher(model, w, inputs))


def over_the_classes_too(model, w, inputs):
    return tuple(F / CLASSES for F in fisher(model, w, inputs))


def of_the_last_input(model, w, inputs):
    return fisher(model, w, inputs[-1:])


def nothing_where_it_is_not_finite(model, w, inputs):
    """NaN replaced by 0."""
    return tuple(np.nan_to_num(F) for F in through_the_logarithm(model, w, inputs))


def through_the_logarithm(model, w, inputs):
    """log(softmax): minus infinity times 0 where a probability has rounded to 0."""
    F = fisher(model, w, inputs)[0]
    p = np.stack([np.float32(parts(w, x)[1]) for x in np.asarray(inputs, float)])
    with np.errstate(divide="ignore", invalid="ignore"):
        lost = 0 * np.sum(p * np.log(p))
    return F + lost, F + lost


ALONE = {
    "mean over inputs": averaged_scores_first,
    "mean of s sᵀ": empirical,
    "Hessian of KL": curvature_of_the_loss,
    "impossible class": through_the_logarithm,
}
ALSO = (*OTHERS, added_up, over_the_classes_too, of_the_last_input, nothing_where_it_is_not_finite)
