"""Exercise: MDMM for L₂ = ε with three bugs to find. With one of them the target is met, and the price is wrong."""

from itertools import pairwise

import numpy as np

from exercises.tunable_tradeoffs.fronts import CONVEX, moved, somewhere
from optcourse.homework.exercise import Exercise, Property, close

RATE, MULTIPLIER_RATE, DAMPING = 0.02, 0.4, 10.0
EXACT = 0.003  # of a step: λ is a few percent of the bracket at first


def mdmm(first, second, w, epsilon, steps):
    """(w, λ) after so many steps from λ = 0: w ← w - η (∇L₁ + (λ + c h) ∇L₂), λ ← λ + η_λ h."""
    multiplier, w = 0.0, np.asarray(w, float)
    for _ in range(steps):
        h = float(second(w)) - epsilon
        w = w + moved(first, w, multiplier + DAMPING * h, RATE)
        multiplier = multiplier + MULTIPLIER_RATE * h
    return w, multiplier


def over(random, off=(0.4, 0.7)) -> tuple:
    """Losses, parameters and a target below L₂, so that the multiplier is positive after one, two and three steps."""
    while True:
        first, second, w = somewhere(random, off=off)
        epsilon = float(random.uniform(0.2, 0.8))
        if all(mdmm(first, second, w, epsilon, steps)[1] > 0.02 for steps in (1, 2, 3)):
            return first, second, w, epsilon


def under(random) -> tuple:
    """A target above L₂, after a step too, and on the front."""
    while True:
        first, second, w = somewhere(random, off=(0.1, 0.4))
        epsilon = float(random.uniform(0.6, 0.9))
        after, _ = mdmm(first, second, w, epsilon, 1)
        if max(float(second(w)), float(second(after))) < epsilon - 0.05:
            return first, second, w, epsilon


def three_steps(random):
    """The ends of one, two and three steps, from close by or from so far away that the multiplier passes 1."""
    asked = over(random, off=random.choice([(0.4, 0.7), (1.5, 2)]))
    return [(*asked, steps) for steps in (1, 2, 3)]


def from_both_sides(random):
    asked = over(random)
    return [(*asked, 1), (*asked, 2), (*under(random), 1)]


def from_below(random):
    asked = under(random)
    return [(*asked, steps) for steps in (1, 2)]


def on_the_target(random):
    """A start with h = 0, far from rest: on a convex front its steps are still some 0.0001 long after 80 of them."""
    first, second, w = somewhere(random, bends=(CONVEX,))
    many = int(random.integers(75, 85))
    return [(first, second, w, float(second(w)), steps) for steps in (0, 1, many, many + 1)]


def adds_up(calls, answers, expected):
    """Every step adds η_λ h to what the last one left, with h of the place where it left them."""
    _, second, _, epsilon, _ = calls[0]
    return all(
        close(later - earlier, MULTIPLIER_RATE * (float(second(w)) - epsilon), EXACT)
        for (w, earlier), (_, later) in pairwise(answers)
    )


def moves_with_the_bracket(calls, answers, expected):
    """Every step, with the multiplier that the answer before it has."""
    (w, multiplier), (after, _), (below, _) = answers
    start = calls[0][2]
    steps = [(calls[0], start, 0.0, w), (calls[1], w, float(multiplier), after), (calls[2], calls[2][2], 0.0, below)]
    return all(_moved_well(*step) for step in steps)


def _moved_well(call, before, multiplier, after):
    first, second, _, epsilon, _ = call
    pressure = multiplier + DAMPING * (float(second(before)) - epsilon)
    return close(after - before, moved(first, before, pressure, RATE), EXACT)


def falls_below_zero(calls, answers, expected):
    """By η_λ h in the first step, and it stays there in the second."""
    return close(answers[0][1], expected[0][1]) and bool(answers[1][1] < 0)


def goes_on(calls, answers, expected):
    """However it moves: the first step is 0.02 to 0.05 long, and the last one is no rounding."""
    none, one, many, another = (w for w, _ in answers)
    return bool(
        np.allclose(none, calls[0][2]) and np.linalg.norm(one - none) > 1e-3 and np.linalg.norm(another - many) > 2e-6
    )


EXERCISE = Exercise(
    name="mdmm",
    points=2,
    solution=mdmm,
    properties=(
        Property(
            "multiplier adds up",
            statement="every step adds η_λ h to the multiplier that the last one left",
            hint="Write down two steps, with the second line of (8.3) and the h from before each. "
            "What has become of the first one in his last line?",
            case=three_steps,
            holds=adds_up,
            cases=3,
        ),
        Property(
            "damped step",
            statement="w moves by -η (∇L₁ + (λ + c h) ∇L₂), from above the target and from below it",
            hint="Write down one step from λ = 0: the bracket is c h alone, below zero where h is. In (8.3) it is "
            "a number, computed before the step. What does the product rule add if the gradient goes through it?",
            case=from_both_sides,
            holds=moves_with_the_bracket,
            cases=3,
        ),
        Property(
            "negative multiplier",
            statement="the multiplier falls below zero where L₂ has to be pushed up",
            hint="This is L₂ = ε, not L₂ <= ε: the multiplier must be able to pull both ways.",
            case=from_below,
            holds=falls_below_zero,
            cases=3,
        ),
        Property(
            "all the steps",
            statement="it takes just as many steps as it is told: at the target too, and where they become short",
            hint="Where h is small the run is not at rest: ∇L₁ still pulls, and the multiplier does not hold it yet. "
            "Where its steps are short it only moves slowly. Count steps, and nothing else.",
            case=on_the_target,
            holds=goes_on,
            cases=1,
        ),
    ),
    explanation="The gradient through the bracket is the sly one: the run still ends at L₂ = ε. "
    "But c L₂ stands beside λ then, so it rests at the slope of the front minus c ε, and tells you a wrong price.",
)
