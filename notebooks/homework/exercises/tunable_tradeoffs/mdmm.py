"""Exercise: MDMM for L₂ = ε with three bugs to find. With one of them the target is met, and the price is wrong."""

from itertools import pairwise

import numpy as np
from optcourse.homework.exercise import Exercise, Property, close

from exercises.tunable_tradeoffs.fronts import moved, somewhere

RATE, MULTIPLIER_RATE, DAMPING = 0.02, 0.4, 10.0


def mdmm(first, second, w, epsilon, steps):
    """(w, λ) after so many steps from λ = 0, for the equality."""
    return _run(first, second, w, epsilon, steps)


def _bracket(multiplier, h):
    return multiplier + DAMPING * h


def _run(first, second, w, epsilon, steps, climbed=lambda m, h: m + MULTIPLIER_RATE * h, bracket=_bracket, held=True):
    """Right, with parts that can be changed: the multiplier, the bracket, and whether the gradient goes through it."""
    multiplier, w = 0.0, np.asarray(w, float)
    for _ in range(int(steps)):
        h = float(second(w)) - epsilon
        if held:
            pressure = bracket(multiplier, h)
        else:  # the product rule adds c L₂
            pressure = bracket(multiplier, h) + DAMPING * float(second(w))
        w = w + moved(first, second, w, pressure, RATE)
        multiplier = climbed(multiplier, h)
    return w, multiplier


def over(random) -> tuple:
    """Losses, parameters and a target below L₂, after a step too."""
    while True:
        first, second, w = somewhere(random)
        epsilon = float(second(w)) - float(random.uniform(0.1, 0.2))
        if float(second(_run(first, second, w, epsilon, 1)[0])) > epsilon + 0.03:
            return first, second, w, epsilon


def under(random) -> tuple:
    first, second, w = somewhere(random)
    return first, second, w, float(second(w)) + float(random.uniform(0.05, 0.1))


def two_steps(random):
    """The end of one step, and of two."""
    asked = over(random)
    return [(*asked, steps) for steps in (1, 2)]


def from_both_sides(random):
    return [*two_steps(random), (*under(random), 1)]


def from_below(random):
    return [(*under(random), 1)]


def near(random):
    """A start from which the target is 0.002 to 0.006 away: on the target, as far as one may see, and off the front."""
    first, second, w = somewhere(random)
    epsilon = float(second(w)) + float(random.choice([-1, 1]) * random.uniform(0.002, 0.006))
    return [(first, second, w, epsilon, steps) for steps in (1, 2)]


def adds_up(calls, answers, expected):
    """The second step adds η_λ h to what the first one left, with h of the place where it left them."""
    _, second, _, epsilon, _ = calls[0]
    (w, once), (_, twice) = answers
    return close(twice - once, MULTIPLIER_RATE * (float(second(w)) - epsilon), 0.02)


def moves_with_the_bracket(calls, answers, expected):
    """Every step, with the multiplier that the answer before it has."""
    (w, multiplier), (after, _), (below, _) = answers
    start = calls[0][2]
    steps = [(calls[0], start, 0.0, w), (calls[1], w, float(multiplier), after), (calls[2], calls[2][2], 0.0, below)]
    return all(_moved_well(*step) for step in steps)


def _moved_well(call, before, multiplier, after):
    first, second, _, epsilon, _ = call
    pressure = _bracket(multiplier, float(second(before)) - epsilon)
    return close(after - before, moved(first, second, before, pressure, RATE), 0.02)


def falls_below_zero(calls, answers, expected):
    return close(answers[0][1], expected[0][1])


def goes_on(calls, answers, expected):
    """However it moves: a right step is 0.02 to 0.05 long here."""
    places = [calls[0][2], *(w for w, _ in answers)]
    return all(np.linalg.norm(after - before) > 1e-3 for before, after in pairwise(places))


EXERCISE = Exercise(
    name="mdmm",
    points=2,
    solution=mdmm,
    properties=(
        Property(
            "multiplier adds up",
            words="every step adds η_λ h to the multiplier that the last one left",
            hint="Take two steps by hand, with (8.7) and the h from before each. "
            "What has become of the first one in his last line?",
            case=two_steps,
            holds=adds_up,
        ),
        Property(
            "damped step",
            words="w moves by -η (∇L₁ + (λ + c h) ∇L₂), from above the target and from below it",
            hint="Take one step by hand, from λ = 0: the bracket is c h alone, below zero where h is. In (8.9) it is "
            "a number, computed before the step. What does the product rule add if the gradient goes through it?",
            case=from_both_sides,
            holds=moves_with_the_bracket,
        ),
        Property(
            "negative multiplier",
            words="the multiplier falls below zero where L₂ has to be pushed up",
            hint="This is L₂ = ε, not L₂ <= ε: the multiplier must be able to pull both ways.",
            case=from_below,
            holds=falls_below_zero,
        ),
        Property(
            "all the steps",
            words="it takes all the steps, near the target too",
            hint="Where h is small the run is not at rest: ∇L₁ still pulls, and the multiplier does not hold it yet.",
            case=near,
            holds=goes_on,
        ),
    ),
    explanation="The gradient through the bracket is the sly one: the run still ends at L₂ = ε. "
    "But c L₂ stands beside λ then, so it rests at the slope of the front minus c ε, and tells you a wrong price.",
)
