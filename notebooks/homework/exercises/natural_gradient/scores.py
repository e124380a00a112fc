"""Exercise: the scores of all classes in softmax regression, for one input."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property, close

FINE = 1e-3
SHAPES = (2, 3), (3, 2), (1, 4)  # features, classes
FAR, FARTHER = 20, 2000  # e^-20 is next to nothing, e^2000 overflows even in double precision


def scores(W, x):
    """Row z is x ⊗ (e_z - p), the gradient of log p_z by W, row after row of W."""
    p = probabilities(W, x)
    return np.stack([np.outer(x, row).reshape(-1) for row in np.eye(len(p)) - p])


def probabilities(W, x) -> np.ndarray:
    """softmax(x W), whatever the size of the logits."""
    logits = np.asarray(x, float) @ np.asarray(W, float)
    e = np.exp(logits - np.max(logits))
    return e / np.sum(e)


def example(random, features, classes):
    """No two probabilities alike, and an input that is not small."""
    while True:
        W = random.normal(size=(features, classes))
        x = random.uniform(0.5, 2, features) * random.choice([-1, 1], features)
        p = np.sort(probabilities(W, x))
        if p[0] > 0.05 and np.min(np.diff(p)) > 0.05:
            return W, x


def of_each_shape(random):
    return [example(random, *shape) for shape in SHAPES]


def with_larger_logits(random):
    """W as it is, with all logits higher, and lower; then the first alone, and the last, by little and by much."""
    W, x = example(random, *SHAPES[0])
    moves = [by * np.ones(W.shape[1]) for by in (0, FARTHER, -FARTHER)]
    for logit in np.eye(W.shape[1])[[0, -1]]:
        moves += [by * logit for by in (FAR, FARTHER, -FAR, -FARTHER)]
    return [(W + np.outer(x / (x @ x), move), x) for move in moves]


def unharmed(calls, answers, expected):
    """Of three all alike, then of two: to a percent, for logits of 2000 are rounded to 0.0001."""
    all_alike, pairs = answers[:3], answers[3:]
    alike = [(all_alike[0], other) for other in all_alike[1:]] + list(zip(pairs[::2], pairs[1::2]))
    return all(close(np.stack(other), np.stack(one)) for one, other in alike)


def own_column(W, rows) -> np.ndarray:
    """Of row z the derivatives by the weights of class z."""
    return np.stack([row.reshape(W.shape)[:, z] for z, row in enumerate(rows)])


def own_agrees(calls, answers, expected):
    return all(
        close(own_column(W, rows), own_column(W, right), FINE) for (W, _), rows, right in zip(calls, answers, expected)
    )


def all_agree_but_for_a_sign(calls, answers, expected):
    """A sum that is zero under p is so with either sign."""
    pairs = [(np.stack(rows), np.stack(right)) for rows, right in zip(answers, expected)]
    return all(any(close(sign * rows, right, FINE) for sign in (1, -1)) for rows, right in pairs)


EXERCISE = Exercise(
    name="scores",
    points=2,
    solution=scores,
    properties=(
        Property(
            "own class",
            statement="in row z, the weights of class z have the derivatives (1 - p_z) x",
            hint="log p_z is logit z minus the logarithm of the sum of all e^logit. Differentiate that by the logits, "
            "then by W: a logit's derivative by its own column of W is x. "
            "`.reshape(-1)` goes through W row by row, feature after feature. Take both numbers from W.shape.",
            case=of_each_shape,
            holds=own_agrees,
            measure="rows",
            cases=2,
        ),
        Property(
            "other classes",
            statement="in row z the weights of the other classes count too, so that the mean of the rows under p "
            "is zero",
            hint="In row z, class k ≠ z has the derivatives -p_k x: the sum in the softmax holds its logit. "
            "Then `p @ scores(W, x)` is zero, (6.3).",
            case=of_each_shape,
            holds=all_agree_but_for_a_sign,
            measure="rows",
            cases=2,
        ),
        Property(
            "large logits",
            statement=f"{FARTHER} more or less on every logit changes nothing, and on a single one no more than "
            f"{FAR} does",
            hint=f"e^{FARTHER} overflows: take the largest logit from all of them first; the mean, or the first one, "
            f"will not do. Then e^-{FARTHER} is 0, so neither divide by a probability nor take its logarithm.",
            case=with_larger_logits,
            holds=unharmed,
            measure="rows",
            cases=2,
        ),
    ),
    explanation="The mean is zero for the model's own probabilities, and for no others: hence they are the weights in"
    " the Fisher matrix.",
)
