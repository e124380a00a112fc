"""Exercise: the moves of Adagrad as published, (4.1) with (4.2), for given gradients."""

import numpy as np

from exercises.adaptive_learning_rates import sequences
from optcourse.homework.exercise import Exercise, Property


def adagrad(gradients, learning_rate):
    """-η g / (σ + ε); row k is the move of step k."""
    g = np.asarray(gradients, float)
    sigma = np.sqrt(np.cumsum(g**2, axis=0))  # (4.2)
    return -learning_rate * g / (sigma + 1e-12)  # (4.1)


def asked(random, *arrays):
    rate = sequences.rate(random)
    return [(g, rate) for g in arrays]


EXERCISE = Exercise(
    name="adagrad",
    points=2,
    solution=adagrad,
    properties=(
        Property(
            "downhill",
            statement="every move goes against its gradient",
            hint="(4.1) has a minus sign. A move is one step, not the way so far.",
            case=lambda random: asked(random, sequences.gradients(random)),
            holds=sequences.ways_agree,
        ),
        Property(
            "root of the sum",
            statement="every step is η times the gradient over the root of the sum of all squares so far, its "
            "own included",
            hint="Add the squares along axis 0, this gradient's before you divide. The published form (4.2) has "
            "the root of the sum, and no division by the number of steps. A move is one step, not the way so far.",
            case=lambda random: asked(random, sequences.gradients(random, steps=12)),
            holds=sequences.lengths_agree,
        ),
        Property(
            "each weight alone",
            statement="each weight by itself: what the others see changes nothing, and only one with no gradient stays",
            hint="Squares are added over steps, axis 0, not over weights. A weight whose gradients are all 0 divides 0 "
            "by 0 unless there is a tiny ε; 1e-50 is none, for float32 rounds it to 0.",
            case=lambda random: asked(random, *sequences.alone_and_together(random)),
            holds=sequences.each_by_itself,
        ),
        Property(
            "unit of the loss",
            statement="gradients 1,000,000 times larger, or 300,000 times smaller: the same steps",
            hint="ε has to be far below every gradient: at most 1e-8, and outside the root.",
            case=lambda random: asked(random, *sequences.in_units(sequences.gradients(random), 1, 1e6, 3e-6)),
            holds=sequences.all_alike,
        ),
    ),
    explanation="If all gradients are alike, step k is η / √k long: a decay is built in, and the sum of steps still "
    "grows.",
)
