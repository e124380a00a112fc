"""Gradients to feed to a method: arrays (steps, weights), row k the gradient of step k. None is near zero."""

import numpy as np

RATES = (0.02, 0.05, 0.2)  # without 0.1, which a student may have left in the code


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


def beside_another(random) -> list:
    """The gradients of one weight alone, and beside those of two others: 30 times as large, and always zero."""
    g = gradients(random, steps=2)
    return [g, np.concatenate([g, 30 * gradients(random, steps=2), np.zeros_like(g)], axis=1)]


def first_alike(calls, answers, expected) -> bool:
    """The first weight's moves are the same, whatever its neighbors do; a weight without gradient stays."""
    alone, beside = answers
    stays = bool(np.all(np.abs(beside[:, 2]) < 1e-9))
    return stays and np.allclose(beside[:, 0], alone[:, 0], rtol=0.01, atol=1e-9)


def all_alike(calls, answers, expected) -> bool:
    return all(np.allclose(np.abs(answer), np.abs(answers[0]), rtol=0.01, atol=1e-9) for answer in answers)


def lengths_agree(calls, answers, expected) -> bool:
    """Within 1 %, whatever the sign."""
    return all(np.allclose(np.abs(a), np.abs(e), rtol=0.01, atol=1e-9) for a, e in zip(answers, expected))


def first_goes_down(calls, answers, expected) -> bool:
    """The first moves go against the gradient."""
    return all(np.all(np.sign(answer[0]) == -np.sign(call[0][0])) for call, answer in zip(calls, answers))
