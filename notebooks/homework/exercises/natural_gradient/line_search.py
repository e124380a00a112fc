"""Exercise: the step of TRPO (6.16): as long as KL should allow, then halved until it does and the loss is lower."""

import numpy as np

from exercises.natural_gradient.policies import FAR, HALVINGS, NEAR, SHORT, drawn, fits_at, hardly_too_far
from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.given import Given

ENOUGH = 100  # calls of the loss, or of the divergence: many more than there are lengths


def line_search(loss, divergence, w, g, direction, delta):
    """The first w - t d for t = t₀, t₀/2, t₀/4, ... that is allowed, t₀ = √(2δ / gᵀd); w where none is."""
    w, g, d = (np.asarray(each, float) for each in (w, g, direction))
    if g @ d == 0:
        return w
    t = np.sqrt(2 * delta / (g @ d))
    for k in range(HALVINGS + 1):
        new = w - t / 2**k * d
        if divergence(w, new) <= delta and loss(new) <= loss(w):
            return new
    return w


# Questions


def in_other_units(random):
    """The whole step is allowed. The loss counts in other units, so that t is not 1. Four actions, then two."""
    return [_times(float(random.choice([0.1, 0.3, 5, 10])), call) for call in _whole_steps(random)]


def _whole_steps(random):
    return [drawn(random, fits_at(0), NEAR._replace(actions=actions)) for actions in (4, 2)]


def _times(unit, call):
    """The call with a loss that counts in this unit."""
    loss, divergence, w, g, d, delta = call
    settings = {**loss.settings, "curvatures": [unit * c for c in loss.settings["curvatures"]]}
    return Given("policy_loss", **settings), divergence, w, unit * g, unit * d, delta


def too_far(random):
    """KL asks for one halving, by a little and by much, for two, and for five: there F was too small by 4⁴."""
    loss, divergence, w, g, d, delta = drawn(random, fits_at(1))
    calls = [drawn(random, hardly_too_far, SHORT), drawn(random, fits_at(1)), drawn(random, fits_at(2), FAR)]
    return [*calls, (loss, divergence, w, g, 4**4 * d, delta)]


def too_high(random):
    """KL allows the whole step, and the loss half of it, and less; or it asks for a half, and the loss for a quarter.

    In the last call the loss does not change.
    """
    bends = [2 ** (k - 1) * random.uniform(1.2, 1.8) for k in (1, 6)]
    calls = [drawn(random, fits_at(0), bend=bend) for bend in bends]
    return [*calls, drawn(random, fits_at(1), hill=0.5), drawn(random, fits_at(0), bend="flat")]


def either_way(random):
    """Half of the step is allowed by KL(w ‖ new); by KL(new ‖ w) the whole step in one call, a quarter in the other."""
    half = lambda f: bool(f[0] > 1 and np.all(f[1:] < 1))
    return [drawn(random, lambda f, b, k=k: half(f) and np.argmax(b < 1) == k, FAR) for k in (0, 2)]


def to_the_last(random):
    """The loss rises all the way; it asks for ten halvings, for eleven, and for eleven where KL asks for two."""
    ten, eleven = (2 ** (k - 1) * random.uniform(1.2, 1.8) for k in (HALVINGS, HALVINGS + 1))
    calls = [drawn(random, fits_at(0), bend=bend) for bend in (None, ten, eleven)]
    return [*calls, drawn(random, fits_at(2), FAR, bend=eleven)]


def without_a_gradient(random):
    """The one place where halving for ever would not end: an infinite length halved is infinite again."""
    *functions, w, g, d, delta = drawn(random, fits_at(0), bend=None)
    counted = [Given(each.name, max_calls=ENOUGH, **each.settings) for each in functions]
    return [(*counted, w, 0 * g, 0 * d, delta)]


def moves_agree(calls, answers, expected):
    return all(close(answer - call[2], right - call[2], 3e-3) for call, answer, right in zip(calls, answers, expected))


def ends_agree(calls, answers, expected):
    """To a ten-thousandth of the whole step, which has t = 1: ten halvings leave ten of them."""
    gaps = [np.linalg.norm(answer - right) for answer, right in zip(answers, expected)]
    lengths = [np.linalg.norm(call[4]) for call in calls]
    return all(bool(gap <= 1e-4 * length + 1e-6) for gap, length in zip(gaps, lengths))


EXERCISE = Exercise(
    name="line_search",
    points=2,
    solution=line_search,
    properties=(
        Property(
            "whole step",
            statement="a whole step that keeps to δ and lowers the loss is taken as it is, √(2δ / gᵀd) times the "
            "direction",
            hint="Try t₀ = √(2δ / gᵀd) first, and w minus t₀ d. "
            "If the loss counts in cents, g and d are 100 times as long, and the step must be the same: "
            "the whole fraction belongs under the root.",
            case=in_other_units,
            holds=moves_agree,
            cases=2,
        ),
        Property(
            "divergence",
            statement="where the measured KL is above δ, the step is halved until it is not",
            hint="The root is an estimate, (6.4). Ask `divergence` what the step really does; "
            "measure every try, each of them from w with half of the last t, and allow δ and no more.",
            case=too_far,
            holds=moves_agree,
            cases=2,
        ),
        Property(
            "loss",
            statement="where the loss would be higher than at w, the step is halved too; an equal one is allowed",
            hint="One test for both, at every length: KL at most δ, and the loss no higher than at w. "
            "If it fails, halve and try again.",
            case=too_high,
            holds=moves_agree,
            cases=2,
        ),
        Property(
            "direction of KL",
            statement="it is the KL from w to the new weights that counts",
            hint="KL is not symmetric. `divergence(v, w)` is KL(p_v ‖ p_w), and the p in front is the policy at w, "
            "which has collected the data.",
            case=either_way,
            holds=moves_agree,
            cases=2,
        ),
        Property(
            "ten halvings",
            statement=f"{HALVINGS} halvings are tried, whatever asks for them; if they do not help, it stays at w",
            hint=f"Look at {HALVINGS + 1} lengths, t₀ and {HALVINGS} halvings of it, and no more. "
            "Then return w itself, not the last try: a gradient from few examples can be wrong about the loss.",
            case=to_the_last,
            holds=ends_agree,
            cases=2,
        ),
        Property(
            "no gradient",
            statement="without a gradient it stays at w",
            hint="gᵀd is 0 then, and the root infinite. Look first.",
            case=without_a_gradient,
            holds=ends_agree,
            cases=1,
        ),
    ),
    explanation="KL fixes how far, the gradient only where to. So one δ serves all units of the weights and all "
    "policies, where a learning rate has to be found anew.",
)
