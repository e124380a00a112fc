"""Exercise: what a point is, from its gradient and the eigenvalues of its Hessian (1.4)."""

import jax.numpy as jnp
import numpy as np

from optcourse import taylor
from optcourse.homework.exercise import Exercise, Property

FLAT, STEEP, ZERO = 1e-5, 0.05, 1e-6  # lengths of a gradient; an eigenvalue that is zero but for rounding


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
    g, eigenvalues = slope(random), some(random, str(random.choice(["+", "-"])))
    return [(g, np.sort(np.append(eigenvalues, each))) for each in (0, ZERO, -ZERO)]


def in_another_order(random):
    g, eigenvalues = slope(random), some(random, "+-")
    ends_alike = np.append(eigenvalues[1:], eigenvalues[0])[::-1]
    return [(g, eigenvalues), (g, eigenvalues[::-1]), (g, ends_alike)]


def not_flat(random):
    return [(slope(random, STEEP), some(random, "+"))]


def diverged(random):
    broken = some(random, "+")
    broken[0] = np.nan
    return [(np.full(3, np.nan), some(random, "+")), (slope(random), broken)]


def agrees(calls, answers, expected):
    return answers == expected


def all_alike(calls, answers, expected):
    return len(set(answers)) == 1


# Plausible and wrong: the right rule with one part of it changed


def rule(gradient, eigenvalues, zero=None, ignore_zeros=False, any_zero_decides=False, words=("minimum", "maximum")):
    eigenvalues = np.asarray(eigenvalues)
    if not (np.linalg.norm(gradient) <= 1e-3 and np.all(np.isfinite(eigenvalues))):
        return "not critical"
    zero = 1e-4 * np.abs(eigenvalues).max() if zero is None else zero
    up, down = np.any(eigenvalues > zero), np.any(eigenvalues < -zero)
    flat = np.any(np.abs(eigenvalues) <= zero) and not ignore_zeros
    if flat and any_zero_decides:
        return "undecided"
    if up and down:
        return "saddle"
    return "undecided" if flat else words[0] if up else words[1]


def upside_down(gradient, eigenvalues):
    return rule(gradient, eigenvalues, words=("maximum", "minimum"))


def without_undecided(gradient, eigenvalues):
    return rule(gradient, eigenvalues, ignore_zeros=True)


def undecided_at_any_zero(gradient, eigenvalues):
    return rule(gradient, eigenvalues, any_zero_decides=True)


def exact_zero(gradient, eigenvalues):
    return rule(gradient, eigenvalues, zero=0)


def absolute_zero(gradient, eigenvalues):
    return rule(gradient, eigenvalues, zero=1e-4)


def first_and_last(gradient, eigenvalues):
    found = rule(gradient, eigenvalues)
    if found == "saddle" and not eigenvalues[0] < 0 < eigenvalues[-1]:
        return "minimum" if eigenvalues[0] > 0 else "maximum"
    return found


def blind_to_the_slope(gradient, eigenvalues):
    return rule(0 * gradient, eigenvalues)


def steep_only_if_larger(gradient, eigenvalues):
    return "not critical" if np.linalg.norm(gradient) > 1e-3 else rule(np.zeros(3), np.nan_to_num(eigenvalues, nan=1.0))


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
            words="a millionth of the largest counts as zero: it is rounding",
            hint="Let zero mean: no larger than 1e-4 times the largest |eigenvalue|.",
            case=nearly_zero,
            holds=all_alike,
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
            words="on a slope it is not critical, however it curves",
            hint="Ask first whether the length of the gradient is at most 1e-3.",
            case=not_flat,
            holds=agrees,
            mutant=blind_to_the_slope,
        ),
        Property(
            words="a NaN anywhere is not critical: that run has diverged",
            hint="Every comparison with NaN is False. Ask `not (norm <= 1e-3)`, and `jnp.isfinite` of the eigenvalues.",
            case=diverged,
            holds=agrees,
            mutant=steep_only_if_larger,
            cases=2,
        ),
    ),
    because="Of the 140 critical points that the course knows on its landscapes, 9 are undecided.",
    mutants=(by_sizes, saddle_for_undecided),
)
