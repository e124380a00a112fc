"""Exercise: the best that a rate for each of two weights can do for a turned ravine."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property


def best_scaling(H):
    """(diag H, the condition number that it leaves): for two weights no diagonal is better."""
    d = np.diag(H)
    return d, conditioning(H, d)


def conditioning(H, d) -> float:
    """λ_max / λ_min of D⁻¹ᐟ² H D⁻¹ᐟ²."""
    eigenvalues = np.linalg.eigvalsh(np.asarray(H, float) / np.sqrt(np.outer(d, d)))
    return float(eigenvalues[-1] / eigenvalues[0])


def ravine(random, angle) -> np.ndarray:
    """Curvatures 1 and κ in some unit, turned by this angle, to either side, from either axis."""
    angle = random.choice([-1, 1]) * angle + random.choice([0, np.pi / 2])
    R = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return 10 ** random.uniform(-2, 2) * R @ np.diag([1, random.uniform(100, 300)]) @ R.T


def hardly_turned(random):
    """By about a degree, so that something is left, and little."""
    return [(ravine(random, random.uniform(0.01, 0.03)),)]


def straight_and_turned(random):
    straight = np.diag(np.diag(ravine(random, 0)))  # exactly
    return [(straight,), (ravine(random, random.uniform(0.1, 0.5)),)]


def belongs_to_the_scaling(calls, answers, expected):
    """Within 2 %."""
    d, kappa = answers[0]
    return bool(np.all(d > 0)) and abs(kappa - conditioning(calls[0][0], d)) <= 0.02 * kappa


def cannot_be_beaten(calls, answers, expected):
    """By no ratio of the two rates, within 2 %."""
    triples = zip(calls, answers, expected)
    return all(np.all(d > 0) and conditioning(H, d) <= 1.02 * least for (H,), (d, _), (_, least) in triples)


EXERCISE = Exercise(
    name="best_scaling",
    points=1,
    solution=best_scaling,
    properties=(
        Property(
            "condition number",
            statement="the condition number is that of D^-1/2 H D^-1/2, with the scaling that you return",
            hint="Divide entry i, j of H by the root of d_i d_j; then λ_max / λ_min of the result.",
            case=hardly_turned,
            holds=belongs_to_the_scaling,
            cases=2,
        ),
        Property(
            "smallest",
            statement="no other scaling leaves a smaller one",
            hint="Only the ratio of the two numbers counts. Try a thousand of them, `np.geomspace(1e-4, 1e4, 1000)`, "
            "and keep the best. Then see what it has to do with H.",
            case=straight_and_turned,
            holds=cannot_be_beaten,
            cases=2,
        ),
    ),
    explanation="For two weights the best is d = diag(H). At 45 degrees its two numbers are equal, and nothing is "
    "gained.",
)
