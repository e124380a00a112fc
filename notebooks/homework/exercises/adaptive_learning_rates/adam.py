"""Exercise: the moves of Adam (4.3) to (4.5) for given gradients."""

import numpy as np

from exercises.adaptive_learning_rates import sequences
from optcourse.homework.exercise import Exercise, Property, close


def adam(gradients, learning_rate, b1, b2):
    """-η m̂ / (√v̂ + ε); row k is the move of step k."""
    m, v, moves = 0.0, 0.0, []
    for k, g in enumerate(np.asarray(gradients, float), start=1):
        m = b1 * m + (1 - b1) * g  # (4.4)
        v = b2 * v + (1 - b2) * g**2  # (4.3)
        m_hat, v_hat = m / (1 - b1**k), v / (1 - b2**k)
        moves.append(-learning_rate * m_hat / (np.sqrt(v_hat) + 1e-8))  # (4.5)
    return np.stack(moves)


def shares(random) -> tuple[float, float]:
    """(b1, b2), clearly different."""
    return float(random.uniform(0.5, 0.9)), float(random.uniform(0.97, 0.999))


def asked(random, *arrays, b1=None, b2=None):
    usual, rate = shares(random), sequences.rate(random)
    b1, b2 = usual[0] if b1 is None else b1, usual[1] if b2 is None else b2
    return [(g, rate, b1, b2) for g in arrays]


def turning(random):
    """Gradients of one sign; then a tenth as large of the other, which m hardly hears; then 30 times as large."""
    sizes = np.array([1, 1, 1, 1, -0.1, -30])[:, None]
    return asked(random, sizes * sequences.constant(random) * random.uniform(0.7, 1.4, (6, 1)))


def one_and_many(random):
    """Constant gradients: one, and a hundred with a long memory, which is not full before."""
    long = float(random.uniform(0.97, 0.99))
    return asked(random, sequences.constant(random, 1)) + asked(random, sequences.constant(random, 100), b1=long)


def undone(random):
    """A second gradient of -b1 times the first, which brings m back to zero; here b1 = b2, and once both are 0."""
    g, share = sequences.gradients(random, steps=1), float(random.uniform(0.6, 0.9))
    return [(np.concatenate([g, -b * g]), sequences.rate(random), b, b) for b in (share, 0.0)]


def alternating(random, steps=60):
    """Gradients of size 1 that alternate, as many that do not, and as many of which the last one is 30."""
    g = sequences.constant(random, steps)
    last = np.arange(steps)[:, None] == steps - 1
    b1 = float(random.uniform(0.3, 0.6))
    return asked(random, g * (-1.0) ** np.arange(steps)[:, None], g, np.where(last, 30 * g, g), b1=b1)


def around_eps(random):
    """Constant gradients in three units far above ε; and as large as ε, where the averages are soon full."""
    g = sequences.constant(random)
    return asked(random, *sequences.in_units(g, 1, 1e5, 1e-5), b2=0.999) + asked(random, 1e-8 * g, b1=0.5, b2=0.5)


def suddenly_smaller(random):
    """Of the same large size for 8 steps, then a tenth of it; both averages forget at the same pace."""
    g, share = 1e5 * sequences.constant(random, 24), float(random.uniform(0.6, 0.75))
    return asked(random, np.where(np.arange(24)[:, None] < 8, g, g / 10), b1=share, b2=share)


def as_short_and_longer(calls, answers, expected):
    """The first call against the second; the last step of the third is longer than η."""
    short = close(answers[0] * expected[1], expected[0] * answers[1], 0.02)
    return short and bool(answers[2] > 1.1 * answers[1])


def ends_at_rest(calls, answers, expected):
    """No second move, but for rounding."""
    return all(bool(np.all(np.abs(answer[1]) <= 1e-3 * call[1])) for call, answer in zip(calls, answers))


def alike_until_eps(calls, answers, expected):
    """Alike in three units; where the gradients are as large as ε, half of η at last."""
    half = abs(abs(answers[3][-1, 0]) / calls[3][1] - 0.5) < 0.02
    return half and sequences.all_alike(calls, answers[:3], expected)


EXERCISE = Exercise(
    name="adam",
    points=3,
    solution=adam,
    properties=(
        Property(
            "downhill",
            statement="every move goes against m, whose sign changes later than the gradient's",
            hint="(4.5) has a minus sign, and m in it: no sign of g. A move is one step, not the way so far. "
            "If nothing finite comes, begin with k = 1: at k = 0 it divides by 1 - 1.",
            case=turning,
            holds=sequences.ways_agree,
        ),
        Property(
            "constant gradient",
            statement="where the gradient stays the same every step has the length η, the first and the hundredth",
            hint="Divide m by 1 - b1^k and v by 1 - b2^k at every step, where k counts the gradients: 1 at the first. "
            "Keep m and v themselves as they are. A move is one step, times η.",
            case=one_and_many,
            holds=sequences.lengths_agree,
            cases=3,
        ),
        Property(
            "back to zero",
            statement="a second gradient of -b1 times the first makes no move: it brings m back to zero",
            hint="m and v start at 0, not at the first gradient. So m is (1 - b1) g after it, and b1 times that is "
            "what -b1 g takes away; b1 and b2 may be 0.",
            case=undone,
            holds=ends_at_rest,
            cases=2,
        ),
        Property(
            "alternating signs",
            statement="steps are short where the sign alternates, and longer than η at one large gradient",
            hint="b1 belongs to m, of g; b2 to v, of g². Use those that you are given. Nothing is cut off.",
            case=alternating,
            holds=as_short_and_longer,
            measure="last step",
            cases=2,
        ),
        Property(
            "unit of the loss",
            statement="gradients of 100,000 and of 1e-5 make the same steps as 1, and those of 1e-8 = ε half as "
            "long ones",
            hint="Divide by the root of v̂, not by v̂. ε is 1e-8, outside the root, and added to that of v̂, not of v.",
            case=around_eps,
            holds=alike_until_eps,
            cases=2,
        ),
        Property(
            "forgetting",
            statement="after gradients have shrunk the steps recover as fast as b2 forgets",
            hint="v is a running mean, (4.3): what is old fades like b2^k. It is no mean over all steps.",
            case=suddenly_smaller,
            holds=lambda calls, answers, expected: close(*answers, *expected, 0.05),
            measure="growth of the steps",
        ),
        Property(
            "each weight alone",
            statement="each weight by itself: what the others see changes nothing, and only one with no gradient stays",
            hint="m and v are arrays with one number for each weight: no sum and no mean over weights. "
            "Where all gradients are 0, ε alone keeps you from 0 / 0.",
            case=lambda random: asked(random, *sequences.alone_and_together(random)),
            holds=sequences.each_by_itself,
            cases=2,
        ),
    ),
    explanation="The first step is η whatever the gradient: that is why one number suits many networks.",
)
