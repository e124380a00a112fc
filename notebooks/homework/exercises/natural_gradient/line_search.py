"""Exercise: the step of TRPO (6.21): as long as KL should allow, then halved until it does and the loss is lower."""

import numpy as np
from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.given import Given

from exercises.natural_gradient.policies import HALVINGS, drawn, fits_at


def line_search(loss, divergence, w, g, direction, delta):
    """The first w - t d for t = t₀, t₀/2, t₀/4, ... that is allowed, t₀ = √(2δ / gᵀd); w where none is."""
    return _searched(loss, divergence, w, g, direction, delta)


def first_length(g, d, delta) -> float:
    """√(2δ / gᵀd): there (6.8) says that KL is δ."""
    return float((2 * delta / (g @ d)) ** 0.5)


def allowed(loss, divergence, w, candidate, delta) -> bool:
    return bool(divergence(w, candidate) <= delta and loss(candidate) <= loss(w))


def _searched(
    loss,
    divergence,
    w,
    g,
    direction,
    delta,
    length=first_length,
    allowed=allowed,
    factor=0.5,
    halvings=HALVINGS,
    otherwise=lambda w, candidate: w,
    guarded=True,
) -> np.ndarray:
    """Right, with parts that can be changed: the first length, what is allowed, and what becomes of it."""
    w, g, d = (np.asarray(each, float) for each in (w, g, direction))
    if g @ d == 0:
        return w if guarded else w * np.nan
    t = length(g, d, delta)
    for _ in range(halvings + 1):
        candidate = w - t * d
        if allowed(loss, divergence, w, candidate, delta):
            return candidate
        t = factor * t
    return otherwise(w, candidate)


# Questions


def in_other_units(random):
    """The whole step is allowed. The loss counts in other units, so that t is not 1."""
    loss, divergence, w, g, d, delta = drawn(random, fits_at(0))
    unit = float(random.choice([0.1, 0.3, 5, 10]))
    curvatures = [unit * c for c in loss.settings["curvatures"]]
    return [
        (Given("policy_loss", **{**loss.settings, "curvatures": curvatures}), divergence, w, unit * g, unit * d, delta)
    ]


def too_far(random):
    """KL asks for one halving, then for two."""
    return [drawn(random, fits_at(k), far=k > 1) for k in (1, 2)]


def too_high(random):
    """KL allows the whole step, the loss half of it in one call; in others it asks for six halvings, and for ten."""
    return [drawn(random, fits_at(0), bend=2 ** (k - 1) * random.uniform(1.2, 1.8)) for k in (1, 6, HALVINGS)]


def either_way(random):
    """Half of the step is allowed by KL(w ‖ new); by KL(new ‖ w) the whole step in one call, a quarter in the other."""
    half = lambda f: bool(f[0] > 1 and np.all(f[1:] < 1))  # noqa: E731
    return [drawn(random, lambda f, b, k=k: half(f) and np.argmax(b < 1) == k, far=True) for k in (0, 2)]


def never(random):
    """The loss rises all the way in one call; in the other it asks for one halving more than there are."""
    return [drawn(random, fits_at(0), bend=bend) for bend in (None, 2**HALVINGS * random.uniform(1.2, 1.8))]


def without_a_gradient(random):
    loss, divergence, w, g, d, delta = never(random)[0]
    return [(loss, divergence, w, 0 * g, 0 * d, delta)]


def all_moves_agree(calls, answers, expected):
    return all(close(answer - call[2], right - call[2], 3e-3) for call, answer, right in zip(calls, answers, expected))


def stays(calls, answers, expected):
    """To a ten-thousandth of the whole step, which has t = 1: one halving too many leaves five of them."""
    moved = [np.linalg.norm(answer - call[2]) for call, answer in zip(calls, answers)]
    return all(bool(each <= 1e-4 * np.linalg.norm(call[4]) + 1e-6) for call, each in zip(calls, moved))


EXERCISE = Exercise(
    name="line_search",
    points=2,
    solution=line_search,
    properties=(
        Property(
            "whole step",
            words="a whole step that keeps to δ and lowers the loss is taken as it is, √(2δ / gᵀd) times the direction",
            hint="Try t₀ = √(2δ / gᵀd) first, and w minus t₀ d. "
            "If the loss counts in cents, g and d are 100 times as long, and the step must be the same: "
            "the whole fraction belongs under the root.",
            case=in_other_units,
            holds=all_moves_agree,
        ),
        Property(
            "divergence",
            words="where the measured KL is above δ, the step is halved until it is not",
            hint="The root is an estimate, (6.8). Ask `divergence` what the step really does; "
            "measure every try, each of them from w with half of the last t.",
            case=too_far,
            holds=all_moves_agree,
        ),
        Property(
            "loss",
            words="where the loss would be higher than at w, the step is halved too",
            hint="One test for both: KL at most δ, and the loss no higher. If it fails, halve and try again.",
            case=too_high,
            holds=all_moves_agree,
        ),
        Property(
            "direction of KL",
            words="it is the KL from w to the new weights that counts",
            hint="KL is not symmetric. `divergence(v, w)` is KL(p_v ‖ p_w), and the p in front is the policy at w, "
            "which has collected the data.",
            case=either_way,
            holds=all_moves_agree,
        ),
        Property(
            "ten halvings",
            words=f"where {HALVINGS} halvings do not help, it stays at w",
            hint=f"Look at {HALVINGS + 1} lengths, and no more. Then return w itself, not the last try: "
            "a gradient from few examples can be wrong about the loss.",
            case=never,
            holds=stays,
        ),
        Property(
            "no gradient",
            words="without a gradient it stays at w",
            hint="gᵀd is 0 then, and the root infinite. Look first.",
            case=without_a_gradient,
            holds=stays,
            cases=2,
        ),
    ),
    explanation="KL fixes how far, the gradient only where to. So one δ serves all units of the weights and all "
    "policies, where a learning rate has to be found anew.",
)
