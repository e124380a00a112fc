"""Exercise: the scores of all classes (6.5) in softmax regression, for one input."""

import numpy as np
from optcourse.homework.exercise import Exercise, Property, close

FINE = 1e-3
FEATURES, CLASSES = 2, 3


def scores(W, x):
    """Row z is x ⊗ (e_z - p), the gradient of log p_z by W, row after row of W."""
    return flat(x, residuals(W, x))


def probabilities(W, x) -> np.ndarray:
    """softmax(x W), whatever the size of the logits."""
    logits = np.asarray(x, float) @ np.asarray(W, float)
    e = np.exp(logits - np.max(logits))
    return e / np.sum(e)


def residuals(W, x) -> np.ndarray:
    """Row z is e_z - p, the gradient of log p_z by the logits."""
    p = probabilities(W, x)
    return np.eye(p.size) - p


def flat(x, rows) -> np.ndarray:
    """x ⊗ row for each of the rows, as a row of features · classes numbers."""
    return np.einsum("f,zc->zfc", np.asarray(x, float), rows).reshape(len(rows), -1)


def example(random):
    """No two probabilities alike, and an input that is not small."""
    while True:
        W, x = random.normal(size=(FEATURES, CLASSES)), random.uniform(0.5, 2, FEATURES) * random.choice([-1, 1], 2)
        p = np.sort(probabilities(W, x))
        if p[0] > 0.05 and np.min(np.diff(p)) > 0.1:
            return W, x


def with_larger_logits(random):
    """The same W, one whose logits are all larger by 120, so that p is the same, and one where a single one is."""
    W, x = example(random)
    higher = np.outer(120 * x / (x @ x), np.ones(CLASSES))
    return [(W, x), (W + higher, x), (W + higher * np.eye(CLASSES)[random.integers(CLASSES)], x)]


def own_column(rows) -> np.ndarray:
    """Of row z the derivatives by the weights of class z."""
    return np.stack([row.reshape(FEATURES, CLASSES)[:, z] for z, row in enumerate(rows)])


def own_agrees(calls, answers, expected):
    return close(own_column(answers[0]), own_column(expected[0]), FINE)


def all_agree_but_for_a_sign(calls, answers, expected):
    """A sum that is zero under p is so with either sign."""
    return any(close(sign * np.stack(answers[0]), np.stack(expected[0]), FINE) for sign in (1, -1))


def unharmed(calls, answers, expected):
    """All larger: to a percent, for logits of 120 are rounded to 0.00001. A single one: no row of numbers is lost."""
    sizes = [np.linalg.norm(each, axis=1) for each in (answers[2], expected[2])]
    return close(answers[1], answers[0]) and bool(np.all(sizes[0] >= 0.3 * sizes[1] - 1e-6))


EXERCISE = Exercise(
    name="scores",
    points=2,
    solution=scores,
    properties=(
        Property(
            "large logits",
            words="120 more on every logit changes nothing, and on a single one does no harm",
            hint="e^120 overflows in single precision: take the largest logit from all of them first. "
            "Then e^-120 is 0, so neither divide by a probability nor take its logarithm.",
            case=with_larger_logits,
            holds=unharmed,
            cases=2,
        ),
        Property(
            "own class",
            words="in row z, the weights of class z have the derivatives (1 - p_z) x",
            hint="log p_z is logit z minus the logarithm of the sum of all e^logit. Differentiate that by the logits, "
            "then by W: a logit's derivative by its own column of W is x. "
            "`.reshape(-1)` goes through W row by row, feature after feature.",
            case=lambda random: [example(random)],
            holds=own_agrees,
            measure="rows",
        ),
        Property(
            "other classes",
            words="in row z the weights of the other classes count too, so that the mean of the rows under p is zero",
            hint="In row z, class k ≠ z has the derivatives -p_k x: the sum in the softmax holds its logit. "
            "Then `p @ scores(W, x)` is zero, (6.6).",
            case=lambda random: [example(random)],
            holds=all_agree_but_for_a_sign,
            measure="rows",
        ),
    ),
    explanation="The mean is zero for the model's own probabilities, and for no others: hence they are the weights in"
    " the Fisher matrix.",
)
