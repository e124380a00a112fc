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
    """A loss with every derivative, and a rate at which the third still counts."""
    w = random.choice([-1, 1], size=int(random.integers(3, 6))) * random.uniform(1.2, 1.8)
    return [(Given("wells"), w + random.normal(size=w.size) / 10, float(random.uniform(0.05, 0.1)))]


def in_a_bowl(random):
    """A quadratic loss in any unit, with rates up to those that diverge."""
    n, unit = int(random.integers(2, 5)), 10 ** random.uniform(-1, 1)
    U, _ = np.linalg.qr(random.normal(size=(n, n)))
    curvatures = unit * random.uniform(0.5, 1, n)
    H, center = (U * curvatures) @ U.T, random.normal(size=n)
    w = center + random.choice([-1, 1], size=n) * random.uniform(0.5, 2, n)
    return [(_bowl(H, center), w, float(random.uniform(*part) / unit)) for part in ((0.1, 0.3), (1.5, 2.5))]


def _bowl(H, center) -> Given:
    return Given("bowl", center=center.tolist(), hessian=H.tolist())


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
    return all(abs(answer[1] - right[1]) < 0.05 for answer, right in zip(answers, expected))


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
            "quadratic",
            statement="on a quadratic loss the order is 2, with short steps and long ones, whatever the unit",
            hint="The length is about C εᵖ, with a C that you do not know. It drops out of the ratio of two lengths: "
            "twice the rate makes the length 2ᵖ times as large, so p is a logarithm to the base 2.",
            case=in_a_bowl,
            holds=right_orders,
        ),
        Property(
            "flat spot",
            statement="where the loss does not curve along the gradient, the order is another: 3 here, 4 there",
            hint="Measure the order, from the lengths of two whole vectors, do not state it. "
            "One of their entries may be zero.",
            case=on_flat_spots,
            holds=right_orders,
            cases=2,
        ),
    ),
    explanation="The order is 2 because of -ε² H g. Where H g = 0, a higher derivative takes over: "
    "flooding leaves such a place more slowly still.",
)
