"""A policy of some actions, and how far a step may change it: what the exercise on the line search asks about."""

from typing import NamedTuple

import numpy as np

from optcourse.homework.given import Given
from optcourse.homework.given.natural_gradient import log_softmax

HALVINGS = 10
CLEAR = 0.01  # no KL within 1 % of δ: rounding decides nothing


class Reach(NamedTuple):
    """How far the logits are apart, the ends of the length of the whole step, and the number of actions."""

    spread: float = 1
    shortest: float = 1
    longest: float = 4
    actions: int = 4


NEAR, FAR, SHORT = Reach(), Reach(3, 8, 14), Reach(1, 0.1, 0.6)


def drawn(random, wanted, reach=NEAR, bend=0.3, hill=None) -> tuple:
    """A call whose whole step has t = 1, and wanted(forward, backward) of the KL at all lengths, in units of δ.

    bend: at t the loss has changed by t (bend t - 1) gᵀd; None: it rises all the way; "flat": it does not change.
    hill: at this t there is a hill of the loss that is as high as gᵀd.
    """
    while True:
        w, d = reach.spread * random.normal(size=reach.actions), random.normal(size=reach.actions)
        d *= random.uniform(reach.shortest, reach.longest) / np.linalg.norm(d)
        forward, backward = divergences(w, w - 0.5 ** np.arange(HALVINGS + 1)[:, None] * d)
        p = np.exp(log_softmax(np, w))
        g = p * (d - p @ d)  # F d, so that d is the natural direction of g
        delta = float(g @ d / 2)
        clear = all(np.min(np.abs(each / delta - 1)) > CLEAR for each in (forward, backward))
        clear &= delta > 1e-3 and g @ d > 0.1 * np.linalg.norm(g) * np.linalg.norm(d)
        if clear and wanted(forward / delta, backward / delta):
            return asked(random, (w, g, d), delta, bend, hill)


def asked(random, found, delta, bend, hill) -> tuple:
    """The arguments, with the weights in units of their own."""
    unit = float(random.choice([0.2, 0.5, 3]))
    w, g, d = found[0] * unit, found[1] / unit, found[2] * unit
    c = random.uniform(0.5, 2, size=len(w))
    c *= (0.3 if bend in (None, "flat") else bend) * (g @ d) / (np.sum(c * d**2) / 2)
    center = w - (g if bend else -g) / c  # a gradient of few examples may be wrong about the loss
    settings = {"center": center.tolist(), "curvatures": (0 * c if bend == "flat" else c).tolist()}
    if hill:
        settings["hill"] = [(w - hill * d).tolist(), 0.08 * float(np.linalg.norm(d)), float(g @ d)]
    return (
        Given("policy_loss", **settings),
        Given("policy_divergence", unit=unit),
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


def hardly_too_far(f, b) -> bool:
    """The whole step is above δ by 1 to 3 %, in either direction of KL."""
    return bool(fits_at(1)(f, b) and max(f[0], b[0]) < 1.03)
