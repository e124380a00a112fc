"""Wrong answers to 06.line_search: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.natural_gradient.policies import HALVINGS, divergences


def first_length(g, d, delta):
    return (2 * delta / (g @ d)) ** 0.5


def close_enough(loss, kl, w, new, delta):
    return kl(w, new) <= delta


def no_higher(loss, kl, w, new, delta):
    return loss(new) <= loss(w)


def allowed(*call):
    return close_enough(*call) and no_higher(*call)


def changed(name, length=first_length, allowed=allowed, halvings=HALVINGS, factor=0.5, otherwise=lambda w, new: w):
    """The search with these parts changed, under this name: the first length, what is allowed, what is left if none."""

    def function(loss, divergence, w, g, direction, delta):
        w, g, d = (np.asarray(each, float) for each in (w, g, direction))
        new, t = w, length(g, d, delta) if g @ d else 0.0
        for _ in range(halvings + 1 if t else 0):
            new = w - t * d
            if allowed(loss, divergence, w, new, delta):
                return new
            t = factor * t
        return otherwise(w, new)

    function.__name__ = name
    return function


def the_other_way(loss, kl, w, new, delta):
    return kl(new, w) <= delta and loss(new) <= loss(w)


def strictly_lower(loss, kl, w, new, delta):
    return kl(w, new) < delta and loss(new) < loss(w)


def four_percent_too_far(loss, kl, w, new, delta):
    return kl(w, new) <= 1.04 * delta and loss(new) <= loss(w)


def symmetric(loss, kl, w, new, delta):
    return kl(w, new) + kl(new, w) <= 2 * delta and loss(new) <= loss(w)


def lower_by_the_estimate(loss, kl, w, new, delta):
    return kl(w, new) <= delta and loss(new) <= loss(w) - delta


def of_a_softmax(loss, kl, w, new, delta):
    """KL by a formula of one's own, whatever policy it is."""
    return divergences(w, new[None])[0, 0] <= delta and loss(new) <= loss(w)


def unguarded(loss, divergence, w, g, direction, delta):
    """An infinite length where there is no gradient."""
    lost = 0 if np.any(g) else np.nan
    return changed("right")(loss, divergence, w, g, direction, delta) + lost


def endless(loss, divergence, w, g, direction, delta):
    """Until it is allowed, without a limit, and with a length that is not finite where there is no gradient."""
    w, g, d = (np.asarray(each, float) for each in (w, g, direction))
    with np.errstate(all="ignore"):
        t = np.sqrt(2 * delta / (g @ d))
        while not allowed(loss, divergence, w, w - t * d, delta):
            t = t / 2
    return w - t * d


def in_two_loops(name, first, second):
    """One condition first, then the other from there, each with halvings of its own, and the first not again."""

    def function(loss, divergence, w, g, direction, delta):
        w, g, d = (np.asarray(each, float) for each in (w, g, direction))
        t = first_length(g, d, delta) if g @ d else 0.0
        for condition in (first, second):
            halved = [t / 2**k for k in range(HALVINGS + 1)]
            t = next((t for t in halved if condition(loss, divergence, w, w - t * d, delta)), 0.0)
        return w - t * d

    function.__name__ = name
    return function


def measured_at_first(name, tries):
    """KL is measured in the first tries alone."""

    def function(loss, divergence, w, g, direction, delta):
        asked = iter([divergence] * tries)
        kl_at_first = lambda v, new: next(asked, lambda *_: 0.0)(v, new)
        return changed("right")(loss, kl_at_first, w, g, direction, delta)

    function.__name__ = name
    return function


def stays_where_the_loss_rises(loss, divergence, w, g, direction, delta):
    """Halves for KL, and looks at the loss once, at the end."""
    found = changed("", allowed=close_enough)(loss, divergence, w, g, direction, delta)
    return found if loss(found) <= loss(np.asarray(w, float)) else np.asarray(w, float)


def from_the_place_refused(loss, divergence, w, g, direction, delta):
    """Halves t, and takes each new step from the place that was refused."""
    w, g, d = (np.asarray(each, float) for each in (w, g, direction))
    t, place = (first_length(g, d, delta) if g @ d else 0.0), w
    for _ in range(HALVINGS + 1):
        place = place - t * d
        if allowed(loss, divergence, w, place, delta):
            return place
        t = t / 2
    return w


ALONE = {
    "whole step": changed("without_the_root", length=lambda g, d, delta: 2 * delta / (g @ d)),
    "divergence": measured_at_first("measured_once", 1),
    "loss": changed("strictly_lower", allowed=strictly_lower),
    "direction of KL": changed("backward", allowed=the_other_way),
    "ten halvings": changed("the_last_try", otherwise=lambda w, new: new),
    "no gradient": unguarded,
}
ALSO = (
    changed("without_the_two", length=lambda g, d, delta: (delta / (g @ d)) ** 0.5),
    changed("euclidean", length=lambda g, d, delta: (2 * delta / (d @ d)) ** 0.5),
    changed("uphill", length=lambda g, d, delta: -first_length(g, d, delta)),
    changed("halved_first", length=lambda g, d, delta: first_length(g, d, delta) / 2),
    changed("whatever_the_loss", allowed=close_enough),
    changed("whatever_the_divergence", allowed=no_higher),
    changed("either_is_enough", allowed=lambda *call: close_enough(*call) or no_higher(*call)),
    changed("four_percent_too_far", allowed=four_percent_too_far),
    changed("symmetric", allowed=symmetric),
    changed("lower_by_the_estimate", allowed=lower_by_the_estimate),
    changed("of_a_softmax", allowed=of_a_softmax),
    changed("by_the_root_of_two", factor=0.5**0.5),
    changed("halved_nine_times", halvings=9),
    changed("halved_eleven_times", halvings=11),
    in_two_loops("divergence_then_loss", close_enough, no_higher),
    in_two_loops("loss_then_divergence", no_higher, close_enough),
    measured_at_first("measured_three_times", 3),
    endless,
    stays_where_the_loss_rises,
    from_the_place_refused,
)
