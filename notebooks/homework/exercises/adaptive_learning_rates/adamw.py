"""Exercise: AdamW with three bugs to find. After its first step nobody would notice two of them."""

import numpy as np
from optcourse.homework.exercise import Exercise, Property, close

from exercises.adaptive_learning_rates import sequences

B1, B2 = 0.9, 0.999


def adamw(w, gradients, learning_rate, weight_decay):
    """(4.15), one step for each row of gradients; the weights after the last."""
    return _adamw(w, gradients, learning_rate, weight_decay)


def _adamw(w, gradients, rate, decay, penalty=False, written_back=False, inside=False, of_first=False, rate_free=False):
    """Right, with parts that can be changed."""
    first = w = np.asarray(w, float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    for k, g in enumerate(np.asarray(gradients, float), start=1):
        g = g + decay * w if penalty else g
        m, v = B1 * m + (1 - B1) * g, B2 * v + (1 - B2) * g**2
        m_hat, v_hat = m / (1 - B1**k), v / (1 - B2**k)
        if written_back:
            m, v = m_hat, v_hat
        move = m_hat / (np.sqrt(v_hat + 1e-8) if inside else np.sqrt(v_hat) + 1e-8)
        shrunk = 0 if penalty else decay * (first if of_first else w)
        w = w - rate * move - (1 if rate_free else rate) * shrunk  # (4.15)
    return w


def some(random, steps) -> tuple[np.ndarray, np.ndarray]:
    """Weights, and the same gradient for so many steps."""
    g = random.choice([-1, 1], 3) * random.uniform(1, 3, 3)
    return random.choice([-1, 1], 3) * random.uniform(1, 2, 3), np.tile(g, (steps, 1))


def many_steps(random):
    w, g = some(random, 8)
    return [(w, g, sequences.rate(random), 0.0)]


def tiny_gradients(random):
    w, g = some(random, 1)
    return [(w, 1e-5 * g, sequences.rate(random), 0.0)]


def with_and_without_decay(random):
    """One step with a gradient, without and with decay; three steps without a gradient, with decay."""
    w, g = some(random, 1)
    decay, rate = float(random.uniform(0.3, 0.6)), sequences.rate(random)
    return [(w, g, rate, 0.0), (w, g, rate, decay), (w, np.zeros((3, 3)), rate, decay)]


def moves_agree(calls, answers, expected):
    start = calls[0][0]
    return close(answers[0] - start, expected[0] - start)


def all_shrink_alike(calls, answers, expected):
    w, _, rate, decay = calls[1]
    of_one_step = close(answers[1] - answers[0], -rate * decay * w, 0.01)
    return of_one_step and close(answers[2] - w, expected[2] - w, 0.01)


EXERCISE = Exercise(
    name="adamw",
    points=2,
    solution=adamw,
    properties=(
        Property(
            "constant gradient",
            words="without decay, and with a gradient that stays the same, every step has the length η",
            hint="The first step is right, so look at what the second one starts from: which m and v does it see?",
            case=many_steps,
            holds=moves_agree,
        ),
        Property(
            "tiny gradient",
            words="a tiny gradient, 1e-5, makes a step of length η too",
            hint="Put his last line beside (4.9): what does ε = 1e-8 amount to when its root is taken?",
            case=tiny_gradients,
            holds=moves_agree,
        ),
        Property(
            "decoupled decay",
            words="decay shrinks all weights by the same share, η λ in every step, whatever the gradients are",
            hint="In (4.15) λ w stands beside the quotient, within the bracket: η multiplies both, nothing divides "
            "it, and m must not see it.",
            case=with_and_without_decay,
            holds=all_shrink_alike,
        ),
    ),
    explanation="With his decay a weight without gradients would shrink by η at each step, whatever λ: "
    "Adam divides the gradient of the penalty by its own size.",
)
