"""Exercise: the moves of Adam (4.7) to (4.9) for given gradients."""

import numpy as np
from optcourse.homework.exercise import Exercise, Property, close

from exercises.adaptive_learning_rates import sequences


def adam(gradients, learning_rate, b1, b2):
    """-η m̂ / (√v̂ + ε); row k is the move of step k."""
    return _adam(gradients, learning_rate, b1, b2)


def _adam(gradients, learning_rate, b1, b2, late=0, root=np.sqrt, square=np.square, corrected=True, own=0, keep=None):
    """Right, with parts that can be changed.

    late: added to the exponent of the correction; own: 1 where v lacks the gradient of its own step;
    keep(k, b2): the share of the past in v after k gradients.
    """
    g_all = np.asarray(gradients, float)
    m, v, moves = np.zeros(g_all.shape[1]), np.zeros(g_all.shape[1]), []
    for k, g in enumerate(g_all, start=1):
        m = b1 * m + (1 - b1) * g  # (4.7)
        share = keep(k, b2) if keep else b2
        before, v = v, share * v + (1 - share) * square(g)  # (4.8)
        used = before if own else v
        fill = (1 - b1 ** (k + late), 1 if keep else 1 - b2 ** (k + late)) if corrected else (1, 1)
        moves.append(-learning_rate * (m / fill[0]) / (root(used / fill[1]) + 1e-8))  # (4.9)
    return np.stack(moves)


def shares(random):
    """(b1, b2), clearly different."""
    return float(random.uniform(0.5, 0.9)), float(random.uniform(0.97, 0.999))


def asked(random, *arrays):
    (b1, b2), rate = shares(random), sequences.rate(random)
    return [(g, rate, b1, b2) for g in arrays]


def alternating(random, steps=80):
    """Gradients of size 1 that alternate, and as many that do not."""
    g = sequences.constant(random, steps)
    return asked(random, g * (-1.0) ** np.arange(steps)[:, None], g)


def suddenly_smaller(random):
    """Of size 1 for 8 steps, then a tenth of it; both averages forget at the same pace."""
    g, share = sequences.constant(random, 24), float(random.uniform(0.6, 0.75))
    return [(np.where(np.arange(24)[:, None] < 8, g, g / 10), sequences.rate(random), share, share)]


def undone(random):
    """A second gradient of -b1 times the first, which brings m back to zero; here b1 = b2."""
    g, share = sequences.gradients(random, steps=1), float(random.uniform(0.6, 0.9))
    return [(np.concatenate([g, -share * g]), sequences.rate(random), share, share)]


def as_much_shorter(calls, answers, expected):
    """The first call against the second."""
    return close(answers[0] * expected[1], expected[0] * answers[1], 0.02)


def ends_at_rest(calls, answers, expected):
    """No second move, but for rounding."""
    return bool(np.all(np.abs(answers[0][1]) <= 1e-3 * calls[0][1]))


EXERCISE = Exercise(
    name="adam",
    points=3,
    solution=adam,
    properties=(
        Property(
            "downhill",
            words="the first move goes against the gradient",
            hint="(4.9) has a minus sign. If nothing finite comes, begin with k = 1: at k = 0 it divides by 1 - 1.",
            case=lambda random: asked(random, sequences.gradients(random, steps=1)),
            holds=sequences.first_goes_down,
        ),
        Property(
            "constant gradient",
            words="where the gradient stays the same every step has the length η, the first included",
            hint="Divide m by 1 - b1^k and v by 1 - b2^k, where k counts the gradients: 1 at the first step. "
            "Keep m and v themselves as they are. A move is one step, times η.",
            case=lambda random: asked(random, sequences.constant(random)),
            holds=sequences.lengths_agree,
        ),
        Property(
            "back to zero",
            words="a second gradient of -b1 times the first makes no move: it brings m back to zero",
            hint="m and v start at 0, not at the first gradient. So m is (1 - b1) g after it, and b1 times that is "
            "what -b1 g takes away.",
            case=undone,
            holds=ends_at_rest,
            cases=2,
        ),
        Property(
            "alternating signs",
            words="where the sign alternates the steps become short, as m keeps signs: (4.10)",
            hint="b1 belongs to m, of g; b2 to v, of g². Use those that you are given.",
            case=alternating,
            holds=as_much_shorter,
            measure="last step",
        ),
        Property(
            "unit of the loss",
            words="all gradients times 100,000, or divided by it, and no step changes",
            hint="Divide by the root of v̂, not by v̂; ε is 1e-8, outside the root.",
            case=lambda random: asked(random, *sequences.in_units(sequences.constant(random), 1, 1e5, 1e-5)),
            holds=sequences.all_alike,
        ),
        Property(
            "forgetting",
            words="after gradients have shrunk the steps recover as fast as b2 forgets",
            hint="v is a running mean, (4.8): what is old fades like b2^k. It is no mean over all steps.",
            case=suddenly_smaller,
            holds=lambda calls, answers, expected: close(*answers, *expected, 0.05),
            measure="growth of the steps",
        ),
        Property(
            "each weight alone",
            words="each weight by itself: what the others see changes nothing, and one with no gradient stays",
            hint="m and v are arrays with one number for each weight: no sum and no mean over weights. "
            "Where all gradients are 0, ε alone keeps you from 0 / 0.",
            case=lambda random: asked(random, *sequences.beside_another(random)),
            holds=sequences.first_alike,
        ),
    ),
    explanation="The first step is η whatever the gradient: that is why one number suits many networks.",
)
