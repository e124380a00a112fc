"""Wrong answers to 03.moves: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.momentum.moves import moves


def averaged(gradients, rates, beta):
    return (1 - beta) * moves(gradients, rates, beta)


def of_the_last_two(gradients, rates, beta):
    steps = -np.asarray(rates) * np.asarray(gradients)
    return steps + beta * np.concatenate([[0], steps[:-1]])


def restarted(gradients, rates, beta):
    """Forgets its speed when the slope turns against it."""
    found, m = [], 0.0
    for g, eta in zip(np.asarray(gradients), np.asarray(rates)):
        m = (beta * m if g * m <= 0 else 0.0) - eta * g
        found.append(m)
    return np.array(found)


def with_the_rate_outside(gradients, rates, beta):
    return np.asarray(rates) * moves(gradients, np.ones(len(rates)), beta)


def uphill(gradients, rates, beta):
    return -moves(gradients, rates, beta)


def a_step_late(gradients, rates, beta):
    return np.concatenate([[0], moves(gradients, rates, beta)[:-1]])


def without_momentum(gradients, rates, beta):
    return -np.asarray(rates) * np.asarray(gradients)


def faded_at_once(gradients, rates, beta):
    return beta * moves(gradients, rates, beta)


def oldest_first(gradients, rates, beta):
    found = [sum(beta**i * rates[i] * gradients[i] for i in range(t + 1)) for t in range(len(gradients))]
    return -np.array(found)


def always_with_the_first_rate(gradients, rates, beta):
    return moves(gradients, np.full(len(rates), rates[0]), beta)


def places(gradients, rates, beta):
    return np.cumsum(moves(gradients, rates, beta))


ALONE = {
    "sign and size": averaged,
    "fading": of_the_last_two,
    "additive": restarted,
    "cut of the rate": with_the_rate_outside,
}
ALSO = (uphill, a_step_late, without_momentum, faded_at_once, oldest_first, always_with_the_first_rate, places)
