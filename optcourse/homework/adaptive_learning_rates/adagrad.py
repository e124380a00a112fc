"""Exercise: the moves of Adagrad as published, (4.2) with (4.3), for given gradients."""

import numpy as np

from optcourse.homework.adaptive_learning_rates import sequences
from optcourse.homework.exercise import Exercise, Property

EPS = 1e-12


def adagrad(gradients, learning_rate):
    """-η g / √Σg², the sum up to and with this g; row k is the move of step k."""
    g = np.asarray(gradients)
    return -learning_rate * g / (np.sqrt(np.cumsum(g**2, axis=0)) + EPS)  # (4.2), (4.3)


def asked(random, *arrays):
    rate = sequences.rate(random)
    return [(g, rate) for g in arrays]


def a_first_step(random):
    return asked(random, sequences.gradients(random, steps=1))


# Plausible and wrong


def _with_parts(gradients, learning_rate, size=np.square, before=0, mean=False, root=np.sqrt, eps=EPS):
    """Adagrad with one part of it changed."""
    g = np.asarray(gradients, float)
    s = np.cumsum(size(g), axis=0)
    s = np.concatenate([np.zeros((before, g.shape[1])), s])[: len(g)]
    if mean:
        s = s / np.arange(1, len(g) + 1)[:, None]
    return -learning_rate * g / (root(s) + eps)


def uphill(gradients, learning_rate):
    return -adagrad(gradients, learning_rate)


def root_mean_square(gradients, learning_rate):
    return _with_parts(gradients, learning_rate, mean=True)


def length_of_the_gradient(gradients, learning_rate):
    g = np.asarray(gradients)
    return -learning_rate * g / (np.sqrt(np.cumsum(np.sum(g**2, axis=1)))[:, None] + EPS)


def eps_in_the_root(gradients, learning_rate):
    return _with_parts(gradients, learning_rate, root=lambda s: np.sqrt(s + 1e-8))


def without_the_root(gradients, learning_rate):
    return _with_parts(gradients, learning_rate, root=lambda s: s)


def sum_of_sizes(gradients, learning_rate):
    return _with_parts(gradients, learning_rate, size=np.abs, root=lambda s: s)


def sum_up_to_the_last(gradients, learning_rate):
    return _with_parts(gradients, learning_rate, before=1, eps=1e-8)


def running_mean(gradients, learning_rate):
    """RMSProp with α = 0.9."""
    v, moves = 0.0, []
    for g in np.asarray(gradients):
        v = 0.9 * v + 0.1 * g**2
        moves.append(-learning_rate * g / (np.sqrt(v) + EPS))
    return np.stack(moves)


def without_eps(gradients, learning_rate):
    g = np.asarray(gradients)
    with np.errstate(invalid="ignore"):
        return -learning_rate * g / np.sqrt(np.cumsum(g**2, axis=0))


def always_at_one_tenth(gradients, learning_rate):
    return adagrad(gradients, 0.1)


def places(gradients, learning_rate):
    return np.cumsum(adagrad(gradients, learning_rate), axis=0)


EXERCISE = Exercise(
    name="adagrad",
    points=2,
    solution=adagrad,
    properties=(
        Property(
            words="the first move goes against the gradient",
            hint="(4.2) has a minus sign.",
            case=a_first_step,
            holds=sequences.first_goes_down,
            mutant=uphill,
        ),
        Property(
            words="every step is η times the gradient over the root of the sum of all squares so far, its own included",
            hint="Add the squares along axis 0, this gradient's before you divide. The published form (4.3) has "
            "the root of the sum, and no division by the number of steps. A move is one step, not the way so far.",
            case=lambda random: asked(random, sequences.gradients(random)),
            holds=sequences.lengths_agree,
            mutant=root_mean_square,
        ),
        Property(
            words="each weight by itself: what the others see changes nothing, and one with no gradient stays",
            hint="Squares are added over steps, axis 0, not over weights. A weight whose gradients are all 0 divides 0 "
            "by 0 unless there is a tiny ε; 1e-50 is none, for float32 rounds it to 0.",
            case=lambda random: asked(random, *sequences.beside_another(random)),
            holds=sequences.first_alike,
            mutant=length_of_the_gradient,
        ),
        Property(
            words="gradients 10,000 times smaller or larger, the same steps",
            hint="ε has to be far below every gradient: at most 1e-8, and outside the root.",
            case=lambda random: asked(random, *sequences.in_units(sequences.gradients(random), 1, 1e-4, 1e4)),
            holds=sequences.all_alike,
            mutant=eps_in_the_root,
        ),
    ),
    because="If all gradients are alike, step k is η / √k long: a decay is built in, and the sum of steps still grows.",
    mutants=(
        without_the_root,
        sum_of_sizes,
        sum_up_to_the_last,
        running_mean,
        without_eps,
        always_at_one_tenth,
        places,
    ),
)
