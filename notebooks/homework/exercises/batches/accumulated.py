"""Exercise, a bug to find: the gradient of a large batch, accumulated from parts that fit into memory."""

import jax
import numpy as np

from optcourse.homework.exercise import Exercise, Property, close, parallel
from optcourse.homework.given import Given


def accumulated(loss, w, inputs, targets, part):
    """The mean of the parts' gradients, each with the weight of its rows."""
    total = 0.0
    for start in range(0, len(targets), part):
        x, y = inputs[start : start + part], targets[start : start + part]
        total = total + len(y) * jax.grad(loss)(w, x, y)
    return total / len(targets)


def batch(random, rows: int, part: int, weights=3, **settings) -> tuple:
    """Random rows; the last of them unlike the others, as the end of a sorted file is."""
    inputs, w = random.normal(size=(rows, weights)), random.normal(size=weights)
    targets = random.normal(size=rows)
    targets[-1] += 5
    return Given("errors", **settings), w, inputs, targets, part


def where_all_parts_count_alike(random):
    """Equal parts; a single one, and fewer rows than it may have; parts of 3, 3 and 1, and all rows the same."""
    loss, w, inputs, targets, part = batch(random, 7, 3)
    alike = loss, w, np.tile(inputs[-1], (7, 1)), np.full(7, targets[-1]), part
    return [batch(random, 12, 4), batch(random, 3, 5), alike]


def with_a_short_part(random):
    """One row short of full, or two; another loss, of other weights; no room for more than a part."""
    return [batch(random, 7, 3, room=3), batch(random, 8, 3, weights=2, power=4, room=3)]


def with_little_memory(random):
    return [batch(random, 12, 4, room=4)]


def is_the_whole_gradient(calls, answers, expected):
    return all(close(*pair) for pair in zip(answers, expected))


def points_the_same_way(calls, answers, expected):
    return all(parallel(*pair, 1e-4) and np.sum(np.multiply(*pair)) > 0 for pair in zip(answers, expected))


EXERCISE = Exercise(
    name="accumulated",
    points=2,
    solution=accumulated,
    properties=(
        Property(
            "memory",
            statement="it looks at no more rows at once than a part has",
            hint="There is no room for the whole batch, ever: call `jax.grad(loss)` on one part after the other.",
            case=with_little_memory,
            holds=points_the_same_way,
            cases=2,
        ),
        Property(
            "equal parts",
            statement="in equal parts, and where all rows are the same, it is the gradient of the whole batch",
            hint="Each part has a mean of its own. What has to be divided at the end, so that (2.1) comes out?",
            case=where_all_parts_count_alike,
            holds=is_the_whole_gradient,
            cases=2,
        ),
        Property(
            "short last part",
            statement="with a short last part it points the same way as the gradient of the whole batch",
            hint="7 rows in parts of 3, 3 and 1: how much does the last row count, and how much should it?",
            case=with_a_short_part,
            holds=points_the_same_way,
            cases=2,
        ),
    ),
    explanation="In parts of 3, 3 and 1 she let the last row count for a third of the batch; it is a seventh. "
    "Large training programs had this bug for years, where texts of different length were the parts.",
)
