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


def a_step_late(gradients, rates, beta):
    return np.concatenate([[0], moves(gradients, rates, beta)[:-1]])


def oldest_first(gradients, rates, beta):
    steps = np.asarray(rates) * np.asarray(gradients)
    return -np.cumsum(beta ** np.arange(len(steps)) * steps)


def always_with_the_first_rate(gradients, rates, beta):
    return moves(gradients, np.full(len(rates), rates[0]), beta)


def without_the_first_gradient(gradients, rates, beta):
    """As if the first move were 0, and not the m before it."""
    m = np.zeros(len(gradients))
    for i in range(1, len(gradients)):
        m[i] = beta * m[i - 1] - rates[i] * gradients[i]
    return m


def from_the_first_gradient(gradients, rates, beta):
    """As if m were that gradient at the start."""
    return moves(gradients, rates, beta) + beta ** np.arange(1, len(gradients) + 1) * gradients[0]


def without_the_last_gradient(gradients, rates, beta):
    return moves(np.append(gradients[:-1], 0.0), rates, beta)


def of_eight_steps(gradients, rates, beta):
    return moves(gradients[:8], rates[:8], beta)


def of_the_last_six(gradients, rates, beta):
    steps = np.asarray(rates) * np.asarray(gradients)
    sums = [sum(beta ** (t - i) * steps[i] for i in range(max(0, t - 5), t + 1)) for t in range(len(steps))]
    return -np.array(sums)


def never_without_momentum(gradients, rates, beta):
    return moves(gradients, rates, beta or 0.9)


def at_rest_when_the_rate_rises(gradients, rates, beta):
    found, m, last = [], 0.0, rates[0]
    for g, eta in zip(np.asarray(gradients), np.asarray(rates)):
        m, last = (beta * m if eta <= last else 0.0) - eta * g, eta
        found.append(m)
    return np.array(found)


ALONE = {
    "sign and size": averaged,
    "fading": of_the_last_two,
    "additive": restarted,
    "cut of the rate": with_the_rate_outside,
}
ALSO = (
    a_step_late,
    oldest_first,
    always_with_the_first_rate,
    without_the_first_gradient,
    from_the_first_gradient,
    without_the_last_gradient,
    of_eight_steps,
    of_the_last_six,
    never_without_momentum,
    at_rest_when_the_rate_rises,
)
