"""Exercise: an experiment that tells under which changes of the weights an optimizer makes the same step."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property
from optcourse.homework.given import Given

# The moves that keep what the word says, by their kind
KINDS = {
    "everything": ("natural", "trust region"),
    "rotations": ("gradient", "normalized", "best along the gradient", "damped", "normalized natural"),
    "scales": ("diagonal", "damped in proportion"),
    "nothing": (
        "sign",
        "root of the diagonal",
        "diagonal, damped",
        "best along the signs",
        "diagonal for the first",
        "diagonal for the last",
    ),
}
SIZES = (0.02, 0.03), (0.2, 0.7)  # the rate, or the damping: small and large

G = np.array([1.0, -0.4])
F = np.array([[2.0, 0.7], [0.7, 0.6]])
TURN = np.array([[0.8, -0.6], [0.6, 0.8]])
STRETCH = np.diag([0.5, 3.0])


def invariance(move):
    """Rotations and scales make up every linear change (singular values), so two experiments are enough."""

    def same(A):
        """Whether A times the move in the coordinates u, w = A u, is the move in w     (6.6)."""
        there, here = A @ move(A.T @ G, A.T @ F @ A), move(G, F)
        return np.linalg.norm(there - here) <= 1e-3 * np.linalg.norm(here)

    words = {(1, 1): "everything", (1, 0): "rotations", (0, 1): "scales", (0, 0): "nothing"}
    return words[same(TURN), same(STRETCH)]


def of_each_kind(word):
    def case(random):
        sizes = [(kind, float(random.uniform(*ends))) for kind in KINDS[word] for ends in SIZES]
        return [(Given("optimizer_move", kind=kind, size=size),) for kind, size in sizes]

    return case


def all_agree(calls, answers, expected):
    return answers == expected


HINTS = {
    "everything": "With w = A u the gradient in u is Aᵀ g, its matrix Aᵀ F A, and a move Δu is one of A Δu in w. "
    "Numbers are rounded: compare the length of the difference to 0.001 of the move's length, not entry by entry.",
    "rotations": "Gradient descent is one, normalized or not, and so is natural gradient with a damping. Take scales "
    "that differ from weight to weight, and an F whose entries are about 1: beside a large one no damping can be seen, "
    "and with a wide tolerance no small damping.",
    "scales": "Natural gradient with the diagonal of F is one. Take an F that is not a multiple of I, and a turn by an "
    "angle that is not straight: a quarter turn only swaps the weights.",
    "nothing": "Adam is one: it divides by a root, which leaves the unit of a weight. "
    "Try a scale of 0.5 for one weight and of 3 for the next, not one for all, and compare all entries of the moves.",
}


def of(word):
    alone = " alone" if word in ("rotations", "scales") else ""
    return Property(
        word,
        statement=f"an optimizer is recognized that is invariant to {word}{alone}",
        hint=HINTS[word],
        case=of_each_kind(word),
        holds=all_agree,
        cases=2,
    )


EXERCISE = Exercise(
    name="invariance",
    points=2,
    solution=invariance,
    properties=(
        of("everything"),
        of("rotations"),
        of("scales"),
        of("nothing"),
    ),
    explanation="Two experiments are enough: every invertible matrix is a rotation, a scale for each weight, and "
    "another rotation (its singular values). A damping that is the same for all weights costs the natural"
    " gradient all but the rotations.",
)
