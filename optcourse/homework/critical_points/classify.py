"""Exercise: what a point is, from its gradient and the eigenvalues of its Hessian (1.4)."""

from functools import partial

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


# Plausible and wrong: the right rule with one part of it changed


def by_default(largest):
    return 1e-4 * largest


def rule(gradient, eigenvalues, length=np.linalg.norm, limit=1e-3, zero=by_default, flat_decides=None):
    eigenvalues = np.asarray(eigenvalues)
    if not (length(np.asarray(gradient)) <= limit and np.all(np.isfinite(eigenvalues))):
        return "not critical"
    zero = zero(np.abs(eigenvalues).max())
    up, down = np.any(eigenvalues > zero), np.any(eigenvalues < -zero)
    flat = np.any(np.abs(eigenvalues) <= zero) and flat_decides is not False
    if flat and flat_decides:
        return "undecided"
    if up and down:
        return "saddle"
    return "undecided" if flat else "minimum" if up else "maximum"


def changed(name, **parts):
    """The rule with these parts changed, as a function of this name."""

    def function(gradient, eigenvalues):
        return rule(gradient, eigenvalues, **parts)

    function.__name__ = name
    return function


without_undecided = changed("without_undecided", flat_decides=False)
undecided_at_any_zero = changed("undecided_at_any_zero", flat_decides=True)
exact_zero = changed("exact_zero", zero=lambda largest: 0)
absolute_zero = changed("absolute_zero", zero=lambda largest: 1e-4)
OTHER_LIMITS = (
    *(changed(f"gradient_limit_{limit:.0e}", limit=limit) for limit in (1e-2, 1e-4)),
    *(changed(f"zero_limit_{share:.0e}", zero=partial(np.multiply, share)) for share in (1e-2, 1e-3, 1e-5)),
    changed("the_largest_entry", length=lambda g: np.abs(g).max()),
    changed("the_sum", length=lambda g: np.abs(g.sum())),
)


def upside_down(gradient, eigenvalues):
    return {"minimum": "maximum", "maximum": "minimum"}.get(found := rule(gradient, eigenvalues), found)


def first_and_last(gradient, eigenvalues):
    found = rule(gradient, eigenvalues)
    if found == "saddle" and not eigenvalues[0] < 0 < eigenvalues[-1]:
        return "minimum" if eigenvalues[0] > 0 else "maximum"
    return found


def blind_to_the_slope(gradient, eigenvalues):
    return rule(0 * gradient, eigenvalues)


def steep_only_if_larger(gradient, eigenvalues):
    return "not critical" if np.linalg.norm(gradient) > 1e-3 else rule(np.zeros(3), np.nan_to_num(eigenvalues, nan=1.0))


def nan_in_the_first_place_only(gradient, eigenvalues):
    if np.isnan(gradient[0]) or np.isnan(eigenvalues[0]):
        return "not critical"
    return rule(np.nan_to_num(gradient), np.nan_to_num(eigenvalues, nan=1.0))


def by_sizes(gradient, eigenvalues):
    return rule(gradient, np.abs(eigenvalues))


def saddle_for_undecided(gradient, eigenvalues):
    return {"saddle": "undecided", "undecided": "saddle"}.get(found := rule(gradient, eigenvalues), found)


NAMES = "The words are minimum, maximum, saddle, undecided and not critical."

EXERCISE = Exercise(
    name="classify",
    points=3,
    solution=classify,
    properties=(
        Property(
            words="all curving up is a minimum, all curving down a maximum, both a saddle",
            hint=f"This is (1.4): a positive eigenvalue curves up. {NAMES}",
            case=with_signs("+", "-", "+-"),
            holds=agrees,
            mutant=upside_down,
        ),
        Property(
            words="zeros leave it undecided, if the others have one sign or there are no others",
            hint="Along the direction of a zero the second-order model is flat, and the higher derivatives decide.",
            case=with_zeros,
            holds=agrees,
            mutant=without_undecided,
        ),
        Property(
            words="with both signs it is a saddle, whatever the zeros",
            hint="One direction up and one down are enough. Ask for that before you ask for zeros.",
            case=with_signs("+-", zeros=1),
            holds=agrees,
            mutant=undecided_at_any_zero,
        ),
        Property(
            words="up to 1e-4 of the largest |eigenvalue| counts as zero, on either side, and no more than that",
            hint="Let zero mean: in absolute value at most 1e-4 times the largest |eigenvalue|.",
            case=nearly_zero,
            holds=same_limit,
            mutant=exact_zero,
        ),
        Property(
            words="the unit of the loss does not matter: all eigenvalues times a number, the same word",
            hint="Compare with the largest |eigenvalue|, not with a fixed number.",
            case=in_other_units,
            holds=all_alike,
            mutant=absolute_zero,
        ),
        Property(
            words="the order of the eigenvalues does not matter",
            hint="`eigvalsh` sorts, others do not. Look at all of them, or at the largest and the smallest.",
            case=in_another_order,
            holds=all_alike,
            mutant=first_and_last,
        ),
        Property(
            words="it is not critical where the gradient is longer than 1e-3, and only there, however it curves",
            hint="The length is the root of the sum of the squares. Ask first whether it is at most 1e-3.",
            case=around_the_limit,
            holds=agrees_on_the_slope,
            mutant=blind_to_the_slope,
        ),
        Property(
            words="a NaN anywhere is not critical: that run has diverged",
            hint="Every comparison with NaN is False: what does your first `if` do then?",
            case=diverged,
            holds=agrees,
            mutant=steep_only_if_larger,
            cases=2,
        ),
    ),
    because="Of the 140 critical points that the course knows on its landscapes, 9 are undecided.",
    mutants=(by_sizes, saddle_for_undecided, nan_in_the_first_place_only, *OTHER_LIMITS),
)
