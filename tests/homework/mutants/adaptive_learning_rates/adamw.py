"""Wrong answers to 04.adamw: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.adaptive_learning_rates.adamw import B1, B2, adamw


def _adamw(w, gradients, rate, decay, bugs=(), shares=(B1, B2), eps=1e-8):
    """Right but for these bugs."""
    w = first = np.asarray(w, float)
    m, v, (b1, b2) = 0.0, 0.0, shares
    for k, g in enumerate(np.asarray(gradients, float), start=1):
        g = g + decay * w if "penalty" in bugs else g
        m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g**2
        m_hat, v_hat = m / (1 - b1**k), v / (1 - b2**k)
        if "written back" in bugs:
            m, v = m_hat, v_hat
        move = m_hat / (np.sqrt(v_hat + eps) if "in the root" in bugs else np.sqrt(v_hat) + eps)
        idle = "penalty" in bugs or ("once" in bugs and k > 1 and np.any(g))
        shrunk = 0 if idle else decay * (first if "first weights" in bugs else w)
        w = w - rate * move - (1 if "no rate" in bugs else rate) * shrunk
    return w


def corrections_written_back(*arguments):
    return _adamw(*arguments, bugs=["written back"])


def eps_in_the_root(*arguments):
    return _adamw(*arguments, bugs=["in the root"])


def penalty_in_the_gradient(*arguments):
    return _adamw(*arguments, bugs=["penalty"])


def all_three_bugs(*arguments):
    return _adamw(*arguments, bugs=["penalty", "written back", "in the root"])


def shares_swapped(*arguments):
    return _adamw(*arguments, shares=(B2, B1))


def nothing_remembered(*arguments):
    """What the correction makes of constant gradients: m = g and v = g²."""
    return _adamw(*arguments, shares=(0.0, 0.0))


def begun_with_the_first(w, gradients, learning_rate, weight_decay):
    """m and v start at the first gradient and its square, and need no correction."""
    w, gradients = np.asarray(w), np.asarray(gradients)
    m, v = gradients[0], gradients[0] ** 2
    for g in gradients:
        m, v = B1 * m + (1 - B1) * g, B2 * v + (1 - B2) * g**2
        w = w - learning_rate * (m / (np.sqrt(v) + 1e-8) + weight_decay * w)
    return w


def smaller_eps(*arguments):
    return _adamw(*arguments, eps=1e-15)


def decay_without_the_rate(*arguments):
    return _adamw(*arguments, bugs=["no rate"])


def decay_of_the_first_weights(*arguments):
    return _adamw(*arguments, bugs=["first weights"])


def decay_at_the_end(w, gradients, learning_rate, weight_decay):
    return (1 - learning_rate * weight_decay) * adamw(w, gradients, learning_rate, 0.0)


def decay_once_or_at_rest(*arguments):
    """None from the second step on where there is a gradient."""
    return _adamw(*arguments, bugs=["once"])


ALONE = {
    "every step": corrections_written_back,
    "tiny gradient": eps_in_the_root,
    "decoupled decay": penalty_in_the_gradient,
}
ALSO = (
    all_three_bugs,
    shares_swapped,
    nothing_remembered,
    begun_with_the_first,
    smaller_eps,
    decay_without_the_rate,
    decay_of_the_first_weights,
    decay_at_the_end,
    decay_once_or_at_rest,
)
