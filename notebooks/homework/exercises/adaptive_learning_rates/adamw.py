"""Exercise: AdamW with three bugs to find. After its first step nobody would notice two of them."""

import numpy as np

from exercises.adaptive_learning_rates import sequences
from optcourse.homework.exercise import Exercise, Property, close

B1, B2 = 0.9, 0.999


def adamw(w, gradients, learning_rate, weight_decay):
    """(4.6), one step for each row of gradients; the weights after the last."""
    w, m, v = np.asarray(w, float), 0.0, 0.0
    for k, g in enumerate(np.asarray(gradients, float), start=1):
        m = B1 * m + (1 - B1) * g  # (4.4)
        v = B2 * v + (1 - B2) * g**2  # (4.3)
        m_hat, v_hat = m / (1 - B1**k), v / (1 - B2**k)  # (4.5)
        w = w - learning_rate * (m_hat / (np.sqrt(v_hat) + 1e-8) + weight_decay * w)  # (4.6)
    return w


def some(random, size=None) -> tuple[np.ndarray, np.ndarray]:
    """Weights and a gradient for each; by default two or five."""
    n = int(random.choice([2, 5])) if size is None else size
    return tuple(random.choice([-1, 1], n) * random.uniform(1, largest, n) for largest in (2, 3))


def constant_and_changing(random):
    """Twelve steps without decay: the gradient stays the same; or turns at the sixth, and shrinks."""
    w, g = some(random)
    turned = np.where(np.arange(12)[:, None] < 5, g, -random.uniform(0.3, 0.6) * g)
    rate = sequences.rate(random)
    return [(w, np.tile(g, (12, 1)), rate, 0.0), (w, turned, rate, 0.0)]


def around_eps(random):
    """One step: gradients far above ε, and as large as ε."""
    w, g = some(random, size=3)
    rate = sequences.rate(random)
    return [(w, each[None], rate, 0.0) for each in (1e-5 * g, 1e-8 * np.sign(g))]


def with_and_without_decay(random):
    """One and two steps without decay; two with; and six with decay and no gradient."""
    w, g = some(random, size=3)
    decay, rate = float(random.uniform(0.3, 0.6)), sequences.rate(random)
    both = np.stack([g, -g / 2])
    return [(w, g[None], rate, 0.0), (w, both, rate, 0.0), (w, both, rate, decay), (w, np.zeros((6, 3)), rate, decay)]


def moves_agree(calls, answers, expected):
    return all(close(a - call[0], e - call[0]) for call, a, e in zip(calls, answers, expected))


def all_shrink_alike(calls, answers, expected):
    """By η λ at every step, whatever the moves are: those that the function itself makes without decay."""
    w, _, rate, decay = calls[2]
    once, twice, decayed, idle = answers
    kept = 1 - rate * decay
    right = kept * (kept * w + once - w) + twice - once
    return close(decayed - twice, right - twice) and close(idle - w, kept**6 * w - w)


EXERCISE = Exercise(
    name="adamw",
    points=2,
    solution=adamw,
    properties=(
        Property(
            "every step",
            statement="without decay every step is that of (4.5), where the gradient stays the same and where it "
            "changes",
            hint="The first step is right, so look at what the second one starts from: which m and v does it see? "
            "And keep his averages: 0.9 belongs to m, 0.999 to v.",
            case=constant_and_changing,
            holds=moves_agree,
        ),
        Property(
            "tiny gradient",
            statement="a tiny gradient, 1e-5, makes a step of length η too, and one of 1e-8 = ε half of it",
            hint="Put his last line beside (4.5): what does ε = 1e-8 amount to when its root is taken?",
            case=around_eps,
            holds=moves_agree,
            cases=2,
        ),
        Property(
            "decoupled decay",
            statement="decay shrinks all weights by the same share, η λ in every step, whatever the gradients are",
            hint="In (4.6) λ w stands beside the quotient, within the bracket: η multiplies both, nothing divides "
            "it, and m must not see it.",
            case=with_and_without_decay,
            holds=all_shrink_alike,
        ),
    ),
    explanation="With his decay a weight without gradients would shrink by η at each step, whatever λ: "
    "Adam divides the gradient of the penalty by its own size.",
)
