"""Exercise: the gradient of the flooded loss |L - b| + b."""

import jax
import numpy as np

from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.given import Given

PLAIN = Given("wells")


def flooded_gradient(loss, level, w):
    """sign(L - b) ∇L."""
    L, g = jax.value_and_grad(loss)(w)
    return np.sign(L - level) * g


def place(random) -> np.ndarray:
    """Parameters at which the loss is above 0.5."""
    while True:
        w = random.normal(size=int(random.integers(3, 6)))
        if float(PLAIN(w)) > 0.5:
            return w


def level_at(w, share) -> float:
    """That share of the loss."""
    return float(share * PLAIN(w))


def above(random) -> tuple:
    """The loss a little or far above the level."""
    w = place(random)
    return PLAIN, level_at(w, random.uniform(*random.choice([(0.1, 0.5), (0.85, 0.93)]))), w


def below(random) -> tuple:
    w = place(random)
    return PLAIN, level_at(w, random.uniform(*random.choice([(1.07, 1.15), (2, 5)]))), w


def either(random) -> tuple:
    return (above if random.random() < 0.5 else below)(random)


def in_a_small_unit(random):
    """Both sides of the level, with loss and level as they are, and in a unit a million times as large."""
    calls = []
    for _, level, w in (above(random), below(random)):
        unit = float(random.uniform(0.5, 2) * 1e-6)
        calls += [(PLAIN, level, w), (Given("wells", unit=unit), unit * level, w)]
    return calls


def below_zero(random):
    """Both sides of the level, with loss and level as they are, and so much lower that both are negative."""
    calls = []
    for _, level, w in (above(random), below(random)):
        offset = -float(random.uniform(1.5, 3) * (level + PLAIN(w)))
        calls += [(PLAIN, level, w), (Given("wells", offset=offset), level + offset, w)]
    return calls


def right(calls, answers, expected):
    return all(close(*pair) for pair in zip(answers, expected))


def in_proportion(calls, answers, expected):
    pairs = zip(calls[1::2], answers[::2], answers[1::2])
    return all(close(small, call[0].settings["unit"] * plain) for call, plain, small in pairs)


def alike(calls, answers, expected):
    return all(close(lower, plain) for plain, lower in zip(answers[::2], answers[1::2]))


EXERCISE = Exercise(
    name="flooded_gradient",
    points=2,
    solution=flooded_gradient,
    properties=(
        Property(
            "above",
            statement="above the level it is the gradient of the loss, be it far above or a little",
            hint="Above the level |L - b| + b is L itself. The distance to the level is no factor.",
            case=lambda random: [above(random)],
            holds=right,
        ),
        Property(
            "below",
            statement="below the level it is the gradient with its sign changed, as long as before",
            hint="Below the level |L - b| + b is 2b - L. Descent on it climbs the loss; it does not stop.",
            case=lambda random: [below(random)],
            holds=right,
        ),
        Property(
            "unit",
            statement="loss and level in a unit a million times as large make the gradient a million times as small",
            hint="Where did you compare with a number of your own, or compute with few digits? A small one that "
            "guards against a division by zero is large in another unit. Only the sign of L - b is needed.",
            case=in_a_small_unit,
            holds=in_proportion,
            cases=2,
        ),
        Property(
            "below zero",
            statement="a number added to loss and level changes nothing, even if both are below zero then",
            hint="Compare L with b by their difference. A ratio, or |L|, is no help where they are negative.",
            case=below_zero,
            holds=alike,
            cases=2,
        ),
    ),
    explanation="At L = b itself there is no gradient, and JAX takes that of L. Training meets it hardly ever: "
    "it jumps across.",
)
