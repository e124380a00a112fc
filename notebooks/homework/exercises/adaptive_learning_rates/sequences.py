"""Gradients to feed to a method: arrays (steps, weights), row k the gradient of step k; and judgments on its moves."""

import numpy as np

RATES = (0.02, 0.05, 0.2)  # without 0.1, which a student may have left in the code
NOTHING = 1e-9  # a move of this length is none


def rate(random) -> float:
    return float(random.choice(RATES))


def gradients(random, steps=6, weights=1) -> np.ndarray:
    """Of sizes between 0.5 and 2, and either sign."""
    return random.choice([-1, 1], (steps, weights)) * random.uniform(0.5, 2, (steps, weights))


def constant(random, steps=6) -> np.ndarray:
    """For one weight, of size 1: always 1 or always -1."""
    return np.full((steps, 1), float(random.choice([-1, 1])))


def in_units(g: np.ndarray, *units) -> list:
    return [g * unit for unit in units]


def alone_and_together(random) -> list:
    """The gradients of four weights together, in any order, and those of the first and the last alone.

    One of these has usual ones. The others': 30 times as large, none at all, and none at first.
    """
    usual, others = gradients(random, steps=2), gradients(random, steps=2, weights=3) * [[30, 0, 0], [30, 0, 1]]
    columns = np.concatenate([usual, others[:, random.permutation(3)]], axis=1)[:, :: random.choice([-1, 1])]
    return [columns[:, :1], columns[:, -1:], columns]


def each_by_itself(calls, answers, expected) -> bool:
    """A weight moves as it does alone; and all stay where they should, and only there."""
    first, last, together = answers
    stay = np.array_equal(np.abs(together) < NOTHING, np.abs(expected[2]) < NOTHING)
    return stay and np.allclose(together[:, [0, -1]], np.concatenate([first, last], axis=1), rtol=0.01, atol=NOTHING)


def all_alike(calls, answers, expected) -> bool:
    return all(np.allclose(np.abs(answer), np.abs(answers[0]), rtol=0.01, atol=NOTHING) for answer in answers)


def lengths_agree(calls, answers, expected) -> bool:
    """Within 1 %, whatever the sign."""
    return all(np.allclose(np.abs(a), np.abs(e), rtol=0.01, atol=NOTHING) for a, e in zip(answers, expected))


def ways_agree(calls, answers, expected) -> bool:
    """Every move has the sign that it should have, whatever its length."""
    return all(np.all(np.sign(a) == np.sign(e)) for a, e in zip(answers, expected))
