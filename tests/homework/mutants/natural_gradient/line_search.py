"""Wrong answers to 06.line_search: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.natural_gradient.line_search import _searched, allowed, first_length, line_search
from exercises.natural_gradient.policies import HALVINGS


def changed(name, **parts):
    """The search with these parts changed, under this name."""

    def function(loss, divergence, w, g, direction, delta):
        return _searched(loss, divergence, w, g, direction, delta, **parts)

    function.__name__ = name
    return function


def close_enough(loss, divergence, w, candidate, delta):
    return bool(divergence(w, candidate) <= delta)


def no_higher(loss, divergence, w, candidate, delta):
    return bool(loss(candidate) <= loss(w))


def the_other_way(loss, divergence, w, candidate, delta):
    return allowed(loss, lambda v, w: divergence(w, v), w, candidate, delta)


without_the_root = changed("without_the_root", length=lambda g, d, delta: 2 * delta / (g @ d))


backward = changed("backward", allowed=the_other_way)


the_last_try = changed("the_last_try", otherwise=lambda w, candidate: candidate)


unguarded = changed("unguarded", guarded=False)


OTHERS = (
    changed("without_the_two", length=lambda g, d, delta: (delta / (g @ d)) ** 0.5),
    changed("one", length=lambda g, d, delta: 1.0),
    changed("euclidean", length=lambda g, d, delta: (2 * delta / (d @ d)) ** 0.5),
    changed("by_the_gradient", length=lambda g, d, delta: (2 * delta / (g @ g)) ** 0.5),
    changed("upside_down", length=lambda g, d, delta: (g @ d / (2 * delta)) ** 0.5),
    changed("uphill", length=lambda g, d, delta: -first_length(g, d, delta)),
    changed("whatever_the_loss", allowed=close_enough),
    changed("at_once", allowed=lambda *_: True),
    changed("either_is_enough", allowed=lambda *a: close_enough(*a) or no_higher(*a)),
    changed("up_to_twice_the_divergence", allowed=lambda loss, kl, w, v, delta: allowed(loss, kl, w, v, 2 * delta)),
    changed("symmetric", allowed=lambda loss, kl, w, v, delta: (
        kl(w, v) + kl(v, w) <= 2 * delta and loss(v) <= loss(w))),
    changed("of_the_larger", allowed=lambda loss, kl, w, v, delta: (
        max(kl(w, v), kl(v, w)) <= delta and loss(v) <= loss(w))),
    changed("a_tenth", factor=0.1),
    changed("by_the_root_of_two", factor=0.5**0.5),
    changed("halved_once", halvings=1),
    changed("halved_nine_times", halvings=9),
    changed("halved_eleven_times", halvings=11),
    changed("halved_until_nothing_is_left", halvings=60),
    changed("whatever_the_divergence", allowed=no_higher),
    changed("halved_first", length=lambda g, d, delta: first_length(g, d, delta) / 2),
    changed("lower_by_the_estimate", allowed=lambda loss, kl, w, v, delta: (
        kl(w, v) <= delta and loss(v) <= loss(w) - delta)),
)  # fmt: skip


def measured_once(loss, divergence, w, g, direction, delta):
    """Measures KL of the whole step alone, and goes on with half of it where that is too far."""
    whole = first_length(np.asarray(g), np.asarray(direction), delta) if np.any(direction) else 0.0
    half = divergence(np.asarray(w), np.asarray(w) - whole * np.asarray(direction)) > delta
    parts = {"allowed": no_higher, "length": lambda *_: whole / 2 if half else whole}
    return _searched(loss, divergence, w, g, direction, delta, **parts)


def stays_where_the_loss_rises(loss, divergence, w, g, direction, delta):
    """Halves for KL, and looks at the loss once, at the end."""
    found = changed("", allowed=close_enough)(loss, divergence, w, g, direction, delta)
    return found if loss(found) <= loss(np.asarray(w, float)) else np.asarray(w, float)


def the_direction_halved(loss, divergence, w, g, direction, delta):
    """Halves t, and takes each new step from the place that was refused."""
    w, d = np.asarray(w, float), np.asarray(direction, float)
    t, place = (first_length(np.asarray(g), d, delta) if np.any(d) else 0.0), w
    for _ in range(HALVINGS + 1):
        place = place - t * d
        if allowed(loss, divergence, w, place, delta):
            return place
        t = t / 2
    return w


def delta_halved(loss, divergence, w, g, direction, delta):
    """Halves δ, and the step with it by a root."""
    w, d = np.asarray(w, float), np.asarray(direction, float)
    for k in range(HALVINGS + 1 if np.any(d) else 0):
        candidate = w - first_length(np.asarray(g), d, delta / 2**k) * d
        if allowed(loss, divergence, w, candidate, delta / 2**k):
            return candidate
    return w


def the_move(loss, divergence, w, g, direction, delta):
    return line_search(loss, divergence, w, g, direction, delta) - np.asarray(w)


ALONE = {
    "whole step": without_the_root,
    "divergence": measured_once,
    "loss": stays_where_the_loss_rises,
    "direction of KL": backward,
    "ten halvings": the_last_try,
    "no gradient": unguarded,
}
ALSO = (*OTHERS, the_direction_halved, delta_halved, the_move)
