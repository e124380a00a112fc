"""Exercise: how far a step down and a step up lead, and the order of that in the rate."""

import jax
import numpy as np

from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.given import Given


def displacement(loss, w, rate):
    """(d, p): where a step down and then a step up end, minus w; p = log₂ of ‖d‖ over that with half the rate."""
    d = moved(loss, w, rate)
    half = moved(loss, w, rate / 2)
    return d, np.log2(np.linalg.norm(d) / np.linalg.norm(half))


def moved(loss, w, rate):
    slope = jax.grad(loss)
    v = w - rate * slope(w)
    return v + rate * slope(v) - w


def in_wells(random):
    """A loss with third derivatives, and a rate at which they count."""
    n = int(random.choice([3, 5]))
    w = random.choice([-1, 1], size=n) * random.uniform(1.3, 1.7, n)
    return [(Given("wells"), w, float(random.uniform(0.08, 0.12)))]


def in_a_bowl(random):
    """A quadratic loss in any unit, with short steps and with steps so long that they diverge."""
    n, unit = int(random.choice([2, 4])), 10 ** random.uniform(-1, 1)
    U, _ = np.linalg.qr(random.normal(size=(n, n)))
    H, center = (U * unit * random.uniform(0.5, 1, n)) @ U.T, random.normal(size=n)
    w = center + random.choice([-1, 1], size=n) * random.uniform(0.5, 2, n)
    loss = Given("bowl", center=center.tolist(), hessian=H.tolist())
    return [(loss, w, float(random.uniform(*part) / unit)) for part in ((0.1, 0.3), (1.5, 2.5))]


def on_flat_spots(random):
    """Orders 3 and 4: places at which the gradient is 1, and the curvature along it 0."""
    calls = []
    for power in (3, 4):
        center = random.normal(size=3)
        direction = np.eye(3)[random.integers(1, 3)] * random.choice([-1, 1])
        spot = Given("flat_spot", center=center.tolist(), direction=direction.tolist(), power=power)
        calls.append((spot, center, float(random.uniform(0.3, 0.6))))
    return calls


def right_ends(calls, answers, expected):
    return close(answers[0][0], expected[0][0])


def right_orders(calls, answers, expected):
    return all(abs(answer[1] - right[1]) < 0.03 for answer, right in zip(answers, expected))


EXERCISE = Exercise(
    name="displacement",
    points=3,
    solution=displacement,
    properties=(
        Property(
            "two steps",
            statement="the first value is where a step down and then a step up end, minus the start",
            hint="Down first: v = w - ε g(w). Then up, with the gradient at v: v + ε g(v). Take the start off. "
            "A formula of Taylor's is close by, but it is not where the steps end.",
            case=in_wells,
            holds=right_ends,
        ),
        Property(
            "whole orders",
            statement="the order is 2 on a quadratic loss, whatever the rate and the unit, and 3 or 4 at places "
            "where the loss does not curve along the gradient",
            hint="The length is about C εᵖ, with a C that you do not know. It drops out of the ratio of two lengths: "
            "twice the rate makes the length 2ᵖ times as large, so p is a logarithm to the base 2. "
            "Nothing keeps it at 2 everywhere.",
            case=lambda random: [*in_a_bowl(random), *on_flat_spots(random)],
            holds=right_orders,
            cases=2,
        ),
        Property(
            "long steps",
            statement="where the loss is not quadratic and the steps are long, it is what the lengths say, "
            "and no whole number",
            hint="Measure it from the lengths of two whole vectors, with the rate and with half of it. "
            "Neither state it nor round it.",
            case=in_wells,
            holds=right_orders,
        ),
    ),
    explanation="The order is 2 because of -ε² H g. Where H g = 0, a higher derivative takes over: "
    "flooding leaves such a place more slowly still.",
)
