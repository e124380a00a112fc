"""Exercise: the tangent kernel of an infinitely wide network, layer by layer."""

import numpy as np

from exercises.infinite_width.layer import layer
from optcourse.homework.exercise import Exercise, Property, close

BENDS = ((-0.9, -0.4), (-0.2, 0.2), (0.4, 0.9))  # ranges of the cosine between two inputs
SIZES = (3, 8)  # of an input: each new one costs the time to compile it


def ntk(x, y, depth):
    """Θ(x, y) of `depth` hidden layers: Θ ← Θ κ₀ + Σ, from Θ = Σ = x·y / d."""
    x, y = np.asarray(x, float), np.asarray(y, float)
    d = len(x)
    xx, xy, yy = x @ x / d, x @ y / d, y @ y / d
    tangent = xy
    for _ in range(depth):
        xy, slope = layer(xx, xy, yy)  # which keeps xx and yy
        tangent = tangent * slope + xy
    return tangent


def pair(random, part=(-0.9, 0.9)) -> tuple[np.ndarray, np.ndarray]:
    """Two inputs of one length, with a cosine in this range."""
    d, length = int(random.choice(SIZES)), 10 ** random.uniform(-0.5, 0.5)
    Q, _ = np.linalg.qr(random.normal(size=(d, 2)))
    angle = np.arccos(random.uniform(*part))
    return length * Q[:, 0], length * (np.cos(angle) * Q[:, 0] + np.sin(angle) * Q[:, 1])


def with_itself(random):
    """An input and itself, with one hidden layer and with several."""
    return [(x, x, depth) for depth in depths(random) for x, _ in [pair(random)]]


def depths(random) -> tuple[int, int]:
    return 1, int(random.integers(2, 6))


def at_an_angle(random):
    """For each range of the cosine, one layer and several: an input with itself, and with another."""
    calls = []
    for part in BENDS:
        for depth in depths(random):
            x, y = pair(random, part)
            calls += [(x, x, depth), (x, y, depth)]
    return calls


def of_other_lengths(random):
    """Two inputs, and again with both of them made longer or shorter, each by its own number."""
    calls = []
    for depth in depths(random):
        (x, y), (a, b) = pair(random), 10 ** random.uniform([-1, 0.3], [-0.3, 1])
        calls += [(x, y, depth), (a * x, b * y, depth)]
    return calls


def right_values(calls, answers, expected):
    return all(close(answer, right, 5e-3) for answer, right in zip(answers, expected))


def right_ratios(calls, answers, expected):
    """Of the kernel of two inputs to that of one with itself, crosswise: nobody divides by zero."""
    right = [e for e in zip(expected[::2], expected[1::2])]
    pairs = zip(zip(answers[::2], answers[1::2]), right)
    return all(close(other * own, same * one, 2e-3) for (same, other), (own, one) in pairs)


def in_proportion(calls, answers, expected):
    """By the product of both factors."""
    factors = [np.linalg.norm(x) * np.linalg.norm(y) for x, y, _ in calls]
    pairs = zip(zip(factors[::2], factors[1::2]), zip(answers[::2], answers[1::2]))
    return all(close(new, plain * after / before, 2e-3) for (before, after), (plain, new) in pairs)


EXERCISE = Exercise(
    name="ntk",
    points=3,
    solution=ntk,
    properties=(
        Property(
            "itself",
            statement="of an input with itself the kernel is (depth + 1) |x|² / d",
            hint="It begins with x·y / d. Every hidden layer adds one |x|² / d, and a layer of weights comes before "
            "the first of them: so there are depth + 1 parts.",
            case=with_itself,
            holds=right_values,
        ),
        Property(
            "angle",
            statement="of two inputs at an angle it is smaller, by a share that each layer changes anew",
            hint="Of the first part every layer above takes κ₀, because only where both relus are open does a "
            "weight below matter to both. Then the layer adds its own covariance, the new one. "
            "The angle from one layer to the next is not the same: take it from the covariance that came last.",
            case=at_an_angle,
            holds=right_ratios,
        ),
        Property(
            "lengths",
            statement="an input that is a times as long makes the kernel a times as large, for a > 0",
            hint="The length of x and the length of y each count once. Which variance belongs to which input?",
            case=of_other_lengths,
            holds=in_proportion,
        ),
    ),
    explanation="It costs a few lines for any depth, and no weights at all. For a < 0 the last property does not hold: "
    "relu does not treat both signs alike.",
)
