"""Exercise: an experiment that tells under which changes of the weights an optimizer makes the same step."""

import numpy as np
from optcourse.homework.exercise import Exercise, Property
from optcourse.homework.given import Given

# The moves that keep what the word says, by their kind
KINDS = {
    "everything": ("natural", "trust region"),
    "rotations": ("gradient", "normalized", "best along the gradient", "damped", "normalized natural"),
    "scales": ("diagonal", "damped in proportion"),
    "nothing": ("sign", "root of the diagonal", "diagonal, damped", "best along the signs"),
}

G = np.array([1.0, -0.4])
F = np.array([[2.0, 0.7], [0.7, 0.6]])
TURN = np.array([[0.8, -0.6], [0.6, 0.8]])
STRETCH = np.diag([0.5, 3.0])


def invariance(move):
    """Rotations and scales make up every linear change (singular values), so two experiments are enough."""
    return _answer(move)


def _same(move, A, g=G, F=F, back=None, tolerance=1e-3, gradient=lambda A, g: A.T @ g, fisher=lambda A, F: A.T @ F @ A):
    """Whether A times the move in the coordinates u, w = A u, is the move in w."""
    there = np.asarray(move(gradient(A, g), fisher(A, F)), float)
    here = np.asarray(move(g, F), float)
    return bool(np.linalg.norm((A if back is None else back(A)) @ there - here) <= tolerance * np.linalg.norm(here))


def _answer(move, turn=TURN, stretch=STRETCH, **parts) -> str:
    """Right, with parts that can be changed: the two changes of coordinates, and how they are made."""
    rotations, scales = _same(move, turn, **parts), _same(move, stretch, **parts)
    if rotations and scales:
        return "everything"
    return "rotations" if rotations else "scales" if scales else "nothing"


def of_each_kind(word):
    def case(random):
        return [(Given("optimizer_move", kind=kind, size=float(random.uniform(0.05, 0.5))),) for kind in KINDS[word]]

    return case


def all_agree(calls, answers, expected):
    return answers == expected


HINTS = {
    "everything": "With w = A u the gradient in u is Aᵀ g, its matrix Aᵀ F A, and a move Δu is one of A Δu in w. "
    "Compare to 0.001: numbers are rounded.",
    "rotations": "Gradient descent is one, normalized or not, and so is natural gradient with a damping. Take scales "
    "that differ from weight to weight, and an F whose entries are about 1: beside a large one no damping can be seen.",
    "scales": "Natural gradient with the diagonal of F is one. Take an F that is not a multiple of I, and a turn by an "
    "angle that is not straight: a quarter turn only swaps the weights.",
    "nothing": "Adam is one: it divides by a root, which leaves the unit of a weight. "
    "Try a scale of 0.5 for one weight and of 3 for the next, not one for all.",
}


def of(word):
    alone = " alone" if word in ("rotations", "scales") else ""
    return Property(
        word,
        words=f"an optimizer is recognized that is invariant to {word}{alone}",
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
