"""A policy of four actions, and how far a step may change it: what the exercise on the line search asks about."""

import numpy as np
from optcourse.homework.given import Given, log_softmax

HALVINGS = 10
CLEAR = 0.05  # no KL within 5 % of δ: rounding decides nothing


def drawn(random, wanted, far=False, bend=0.3) -> tuple:
    """A call whose whole step has t = 1, and wanted(forward, backward) of the KL at all lengths, in units of δ.

    far: how long the step is. bend: at t the loss has changed by t (bend t - 1) gᵀd; None: it rises all the way.
    """
    while True:
        w, d = (3 if far else 1) * random.normal(size=4), random.normal(size=4)
        d *= random.uniform(*((8, 14) if far else (1, 4))) / np.linalg.norm(d)
        forward, backward = divergences(w, w - 0.5 ** np.arange(HALVINGS + 1)[:, None] * d)
        p = np.exp(log_softmax(np, w))
        g = p * (d - p @ d)  # F d, so that d is the natural direction of g
        delta = float(g @ d / 2)
        clear = all(np.min(np.abs(each / delta - 1)) > CLEAR for each in (forward, backward))
        clear &= delta > 0.01 and g @ d > 0.1 * np.linalg.norm(g) * np.linalg.norm(d)
        if clear and wanted(forward / delta, backward / delta):
            break
    c = random.uniform(0.5, 2, size=4)
    c *= (bend or 0.3) * (g @ d) / (np.sum(c * d**2) / 2)
    center = w - (g if bend else -g) / c  # a gradient of few examples may be wrong about the loss
    return (
        Given("policy_loss", center=center.tolist(), curvatures=c.tolist()),
        Given("policy_divergence"),
        w,
        g,
        d,
        delta,
    )


def divergences(w, places) -> np.ndarray:
    """KL(w ‖ place) and KL(place ‖ w) for each place, two rows."""
    log_p = log_softmax(np, w)
    log_q = np.stack([log_softmax(np, place) for place in places])
    return np.stack([np.sum(np.exp(log_p) * (log_p - log_q), axis=1), np.sum(np.exp(log_q) * (log_q - log_p), axis=1)])


def fits_at(k):
    """Whether δ is kept from the k-th halving on, and not before, in either direction of KL."""
    return lambda f, b: bool(np.all((f < 1) == (b < 1)) and np.argmax(f < 1) == k and np.all(f[k:] < 1))
