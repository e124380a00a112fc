"""Exercise: what a point is, from its gradient and the eigenvalues of its Hessian (1.4)."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property

SIGNS = {"+": [1], "-": [-1], "+-": [-1, 1]}
SIZES = (1, 2, 4)  # eigenvalues
FLAT, STEEP = 1e-5, 0.05  # lengths of a gradient
WITHIN, BEYOND = 0.8, 1.25  # times a limit: close to it, on either side


def classify(gradient, eigenvalues):
    """(1.4) where the gradient is at most 1e-3; zero is 1e-4 of the largest |eigenvalue|."""
    g, h = np.asarray(gradient), np.asarray(eigenvalues)
    if not np.linalg.norm(g) <= 1e-3 or np.isnan(h).any():  # a NaN is not <= 1e-3
        return "not critical"
    zero = 1e-4 * np.abs(h).max()
    up, down = (h > zero).any(), (h < -zero).any()
    if up and down:
        return "saddle"
    if (np.abs(h) <= zero).any():
        return "undecided"
    return "minimum" if up else "maximum"


def some(random, signs: str, size: int = 3) -> np.ndarray:
    """Eigenvalues in ascending order, clearly of these signs: one of each at least."""
    more = random.choice(SIGNS[signs], max(size - len(SIGNS[signs]), 0))
    chosen = np.append(SIGNS[signs], more)
    return np.sort(chosen * random.uniform(0.5, 2, chosen.size))


def slope(random, length=None) -> np.ndarray:
    """A gradient; without a length it is flat, or zero."""
    g = random.normal(size=3)
    length = random.choice([0, FLAT]) if length is None else length
    return length * g / np.linalg.norm(g)


def with_signs(*choices, zeros=0):
    """A case for `Property`: flat points, a few or many eigenvalues for each choice of signs, and exact zeros."""

    def case(random):
        drawn = [some(random, signs, size) for signs in choices for size in SIZES]
        return [(slope(random), np.sort(np.append(eigenvalues, np.zeros(zeros)))) for eigenvalues in drawn]

    return case


def with_zeros(random):
    """One zero and two beside eigenvalues of one sign, and nothing but zeros."""
    beside = [call for zeros in (1, 2) for call in with_signs("+", "-", zeros=zeros)(random)]
    return [*beside, (slope(random), np.zeros(3))]


def in_other_units(random):
    g = slope(random)
    drawn = [some(random, signs) for signs in SIGNS]
    return [(g, eigenvalues * unit) for eigenvalues in drawn for unit in (1, 1e-9, 1e9)]


def nearly_zero(random):
    """Beside eigenvalues of one sign, the largest of size 1, one more: of their sign, three within the limit, of either
    sign beyond it."""
    calls = []
    for sign in (1, -1):
        g, sizes = slope(random), some(random, "+")
        more = np.array([1, 0, WITHIN * 1e-4, -WITHIN * 1e-4, BEYOND * 1e-4, -BEYOND * 1e-4])
        calls += [(g, np.sort(sign * np.append(sizes / sizes.max(), each))) for each in more]
    return calls


def in_another_order(random):
    """Both signs, in three orders; then one sign, and two that are nearly zero, at one end or at both."""
    g, eigenvalues = slope(random), some(random, "+-")
    ends_alike = np.append(eigenvalues[1:], eigenvalues[0])[::-1]
    nearly = WITHIN * 1e-4 * np.array([-1, 1])
    large = random.choice([-1, 1]) * random.permutation([1, random.uniform(0.5, 0.9)])
    orders = (eigenvalues, eigenvalues[::-1], ends_alike, np.append(nearly, large), np.insert(nearly, 1, large))
    return [(g, each) for each in orders]


def around_the_limit(random):
    """Steep, however it curves; a slope on either side of the limit; two whose entries or whose sum look flat."""
    curves = [some(random, "+"), some(random, "-"), some(random, "+-"), np.append(some(random, "+"), 0)]
    around = [slope(random, WITHIN * 1e-3), slope(random, BEYOND * 1e-3), np.full(100, 5e-4), np.array([0.1, -0.1])]
    return [*((slope(random, STEEP), each) for each in curves), *((g, curves[0]) for g in around)]


def diverged(random):
    """A NaN at two different places of the gradient, then of the eigenvalues."""
    calls = []
    for signs in SIGNS:
        g, eigenvalues = slope(random), some(random, signs)
        places = random.permutation(3)[:2]
        calls += [(put_nan(g, place), eigenvalues) for place in places]
        calls += [(g, put_nan(eigenvalues, place)) for place in places]
    return calls


def put_nan(numbers, place):
    return np.where(np.arange(numbers.size) == place, np.nan, numbers)


def agrees(calls, answers, expected):
    return answers == expected


def alike(answers) -> bool:
    return len(set(answers)) == 1


def same_in_every_unit(calls, answers, expected):
    return all(alike(answers[first : first + 3]) for first in (0, 3, 6))


def same_in_every_order(calls, answers, expected):
    return alike(answers[:3]) and alike(answers[3:])


def same_limit(calls, answers, expected):
    """For each sign: within the limit one word; beyond it, on the side of the others, that of a clear one; on the other
    side another."""
    halves = answers[:6], answers[6:]
    return all(alike(half[1:4]) and half[4] == half[0] != half[5] for half in halves)


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
            statement="all curving up is a minimum, all curving down a maximum, both a saddle",
            hint=f"This is (1.4): a positive eigenvalue curves up. {NAMES}",
            case=with_signs("+", "-", "+-"),
            holds=agrees,
            cases=2,
        ),
        Property(
            "zeros are undecided",
            statement="zeros leave it undecided, if the others have one sign or there are no others",
            hint="Along the direction of a zero the second-order model is flat, and the higher derivatives decide.",
            case=with_zeros,
            holds=agrees,
            cases=2,
        ),
        Property(
            "both signs beat zeros",
            statement="with both signs it is a saddle, whatever the zeros",
            hint="One direction up and one down are enough. Ask for that before you ask for zeros.",
            case=with_signs("+-", zeros=2),
            holds=agrees,
            cases=2,
        ),
        Property(
            "size of a zero",
            statement="up to 1e-4 of the largest |eigenvalue| counts as zero, on either side, and no more than that",
            hint="Let zero mean: in absolute value at most 1e-4 times the largest |eigenvalue|.",
            case=nearly_zero,
            holds=same_limit,
            cases=2,
        ),
        Property(
            "unit of the loss",
            statement="the unit of the loss does not matter: all eigenvalues times a number, the same word",
            hint="Compare with the largest |eigenvalue|, not with a fixed number.",
            case=in_other_units,
            holds=same_in_every_unit,
            cases=2,
        ),
        Property(
            "order",
            statement="the order of the eigenvalues does not matter",
            hint="`eigvalsh` sorts, others do not. Look for the largest and the smallest, wherever they stand.",
            case=in_another_order,
            holds=same_in_every_order,
            cases=2,
        ),
        Property(
            "limit of the slope",
            statement="it is not critical where the gradient is longer than 1e-3, and only there, however it curves",
            hint="The length is the root of the sum of the squares. Ask first of all whether it is at most 1e-3.",
            case=around_the_limit,
            holds=agrees_on_the_slope,
            cases=2,
        ),
        Property(
            "NaN",
            statement="a NaN anywhere is not critical: that run has diverged",
            hint="Every comparison with NaN is False: what does your first `if` do then?",
            case=diverged,
            holds=agrees,
            cases=1,
        ),
    ),
    explanation="Of the 140 critical points that the course knows on its landscapes, 9 are undecided.",
)
