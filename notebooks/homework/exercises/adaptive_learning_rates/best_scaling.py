"""Exercise: the best that a rate for each of two weights can do for a turned ravine."""

import numpy as np
from optcourse.homework.exercise import Exercise, Property

RATIOS = np.geomspace(1e-4, 1e4, 4001)


def best_scaling(H):
    """(diag H, the condition number that it leaves): for two weights no diagonal is better."""
    H = np.asarray(H, float)
    return np.diag(H), conditioning(H, np.diag(H))


def conditioning(H, d) -> float:
    """λ_max / λ_min of D⁻¹ᐟ² H D⁻¹ᐟ²."""
    d = np.asarray(d, float)
    if not np.all(d > 0):
        return np.inf
    eigenvalues = np.linalg.eigvalsh(H / np.sqrt(np.outer(d, d)))
    return float(eigenvalues[-1] / eigenvalues[0])


def turned_ravine(random):
    """Curvatures 1 and κ, turned by an angle that is neither straight nor 45°."""
    kappa, angle = random.uniform(30, 300), random.uniform(0.1, 0.6) + random.choice([0, np.pi / 2])
    R = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return [(R @ np.diag([1, kappa]) @ R.T,)]


def belongs_to_the_scaling(calls, answers, expected):
    d, kappa = answers[0]
    return abs(kappa - conditioning(calls[0][0], d)) <= 0.02 * kappa


def cannot_be_beaten(calls, answers, expected):
    """By no ratio of the two rates, within 2 %."""
    H = calls[0][0]
    least = min(conditioning(H, [ratio, 1]) for ratio in RATIOS)
    return conditioning(H, answers[0][0]) <= 1.02 * least


def consistent(d):
    """A function that returns this scaling with the condition number that it leaves."""

    def function(H):
        return d(np.asarray(H)), conditioning(np.asarray(H), d(np.asarray(H)))

    return function


def eigenvalues(H):
    return consistent(np.linalg.eigvalsh)(H)


EXERCISE = Exercise(
    name="best_scaling",
    points=1,
    solution=best_scaling,
    properties=(
        Property(
            "condition number",
            words="the condition number is that of D^-1/2 H D^-1/2, with the scaling that you return",
            hint="Divide entry i, j of H by the root of d_i d_j; then λ_max / λ_min of the result.",
            case=turned_ravine,
            holds=belongs_to_the_scaling,
            cases=2,
        ),
        Property(
            "smallest",
            words="no other scaling leaves a smaller one",
            hint="Only the ratio of the two numbers counts. Try a thousand of them, `np.geomspace(1e-4, 1e4, 1000)`, "
            "and keep the best. Then see what it has to do with H.",
            case=turned_ravine,
            holds=cannot_be_beaten,
            cases=2,
        ),
    ),
    explanation="For two weights the best is d = diag(H). At 45 degrees its two numbers are equal, and nothing is "
    "gained.",
)
