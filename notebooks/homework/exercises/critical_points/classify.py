"""Exercise: what a point is, from its gradient and the eigenvalues of its Hessian (1.4)."""

import jax.numpy as jnp
import numpy as np
from optcourse import taylor
from optcourse.homework.exercise import Exercise, Property

FLAT, STEEP = 1e-5, 0.05  # lengths of a gradient
WITHIN, BEYOND = 0.8, 1.25  # times a limit: close to it, on either side


def classify(gradient, eigenvalues):
    """The package's own rule, on what the exercise gives."""
    return taylor.kind(jnp.linalg.norm(gradient), eigenvalues)


def some(random, signs: str, zeros: int = 0) -> np.ndarray:
    """Eigenvalues in ascending order, clearly of these signs ("+", "-" or "+-"), and as many exact zeros."""
    sizes = random.uniform(0.5, 2, random.choice([3, 5]))  # few lengths: JAX compiles anew for each
    chosen = np.where(np.arange(sizes.size) % 2, 1, -1) if signs == "+-" else {"+": 1, "-": -1}[signs]
    return np.sort(np.concatenate([chosen * sizes, np.zeros(zeros)]))


def slope(random, length=FLAT) -> np.ndarray:
    g = random.normal(size=3)
    return length * g / np.linalg.norm(g)


def with_signs(*choices, zeros=0):
    """A case for `Property`: flat points, one for each choice of signs."""
    return lambda random: [(slope(random), some(random, signs, zeros)) for signs in choices]


def with_zeros(random):
    """One zero beside eigenvalues of one sign, and nothing but zeros."""
    return [*with_signs("+", "-", zeros=1)(random), (slope(random), np.zeros(3))]


def in_other_units(random):
    g, eigenvalues = slope(random), some(random, str(random.choice(["+", "-", "+-"])))
    return [(g, eigenvalues * unit) for unit in (1, 1e-5, 1e5)]


def nearly_zero(random):
    """Beside eigenvalues of one sign, the largest of size 1, one more: three within the limit, two beyond it."""
    calls = []
    for signs in ("+", "-"):
        g, eigenvalues = slope(random), some(random, signs)
        eigenvalues = eigenvalues / np.abs(eigenvalues).max()
        more = 1e-4 * np.array([0, WITHIN, -WITHIN, BEYOND, -BEYOND])
        calls += [(g, np.sort(np.append(eigenvalues, each))) for each in more]
    return calls


def in_another_order(random):
    g, eigenvalues = slope(random), some(random, "+-")
    ends_alike = np.append(eigenvalues[1:], eigenvalues[0])[::-1]
    return [(g, eigenvalues), (g, eigenvalues[::-1]), (g, ends_alike)]


def around_the_limit(random):
    """A steep slope, one on either side of the limit, and two whose entries or whose sum look flat."""
    slopes = [slope(random, length) for length in (STEEP, WITHIN * 1e-3, BEYOND * 1e-3)]
    return [(g, some(random, "+")) for g in (*slopes, np.full(100, 5e-4), np.array([0.1, -0.1]))]


def diverged(random):
    """A NaN at two different places of the gradient, then of the eigenvalues."""
    g, eigenvalues = slope(random), some(random, "+")
    broken = [(put_nan(g, place), eigenvalues) for place in random.permutation(g.size)[:2]]
    return broken + [(g, put_nan(eigenvalues, place)) for place in random.permutation(eigenvalues.size)[:2]]


def put_nan(numbers, place):
    return np.where(np.arange(numbers.size) == place, np.nan, numbers)


def agrees(calls, answers, expected):
    return answers == expected


def all_alike(calls, answers, expected):
    return len(set(answers)) == 1


def same_limit(calls, answers, expected):
    """For each sign: within the limit one word; beyond it another word on each side."""
    halves = answers[:5], answers[5:]
    return all(len(set(half[:3])) == 1 and half[3] != half[4] for half in halves)


def agrees_on_the_slope(calls, answers, expected):
    return all((a == "not critical") == (e == "not critical") for a, e in zip(answers, expected))


NAMES = "The words are minimum, maximum, saddle, undecided and not critical."

EXERCISE = Exercise(
    name="classify",
    points=3,
    solution=classify,
    properties=(
        Property(
            "one sign or both",
            words="all curving up is a minimum, all curving down a maximum, both a saddle",
            hint=f"This is (1.4): a positive eigenvalue curves up. {NAMES}",
            case=with_signs("+", "-", "+-"),
            holds=agrees,
        ),
        Property(
            "zeros are undecided",
            words="zeros leave it undecided, if the others have one sign or there are no others",
            hint="Along the direction of a zero the second-order model is flat, and the higher derivatives decide.",
            case=with_zeros,
            holds=agrees,
        ),
        Property(
            "both signs beat zeros",
            words="with both signs it is a saddle, whatever the zeros",
            hint="One direction up and one down are enough. Ask for that before you ask for zeros.",
            case=with_signs("+-", zeros=1),
            holds=agrees,
        ),
        Property(
            "size of a zero",
            words="up to 1e-4 of the largest |eigenvalue| counts as zero, on either side, and no more than that",
            hint="Let zero mean: in absolute value at most 1e-4 times the largest |eigenvalue|.",
            case=nearly_zero,
            holds=same_limit,
        ),
        Property(
            "unit of the loss",
            words="the unit of the loss does not matter: all eigenvalues times a number, the same word",
            hint="Compare with the largest |eigenvalue|, not with a fixed number.",
            case=in_other_units,
            holds=all_alike,
        ),
        Property(
            "order",
            words="the order of the eigenvalues does not matter",
            hint="`eigvalsh` sorts, others do not. Look at all of them, or at the largest and the smallest.",
            case=in_another_order,
            holds=all_alike,
        ),
        Property(
            "limit of the slope",
            words="it is not critical where the gradient is longer than 1e-3, and only there, however it curves",
            hint="The length is the root of the sum of the squares. Ask first whether it is at most 1e-3.",
            case=around_the_limit,
            holds=agrees_on_the_slope,
        ),
        Property(
            "NaN",
            words="a NaN anywhere is not critical: that run has diverged",
            hint="Every comparison with NaN is False: what does your first `if` do then?",
            case=diverged,
            holds=agrees,
            cases=2,
        ),
    ),
    explanation="Of the 140 critical points that the course knows on its landscapes, 9 are undecided.",
)
