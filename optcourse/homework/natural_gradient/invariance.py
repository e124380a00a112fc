"""Exercise: an experiment that tells under which changes of the weights an optimizer makes the same step."""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse.homework.arguments import FAMILIES, Loss
from optcourse.homework.exercise import Exercise, Property

MOVE = "optimizer_move"
WORDS = ("everything", "rotations", "scales", "nothing")


def _along(d, g, F, size):
    """-√(2 size / gᵀd) d: as long as KL allows."""
    return (2 * size / (g @ d)) ** 0.5 * d


# Directions by their name: of g, F, a solver, and a number


MOVES = {
    "everything": {
        "natural": lambda g, F, solve, size: size * solve(F, g),
        "trust region": lambda g, F, solve, size: _along(solve(F, g), g, F, size),
    },
    "rotations": {
        "gradient": lambda g, F, solve, size: size * g,
        "normalized": lambda g, F, solve, size: size * g / (g @ g) ** 0.5,
        "best along the gradient": lambda g, F, solve, size: (g @ g) / (g @ F @ g) * g,
        "damped": lambda g, F, solve, size: solve(F + np.eye(len(g)) * (0.2 + size), g),
        "normalized natural": lambda g, F, solve, size: size * solve(F, g) / (solve(F, g) @ solve(F, g)) ** 0.5,
    },
    "scales": {
        "diagonal": lambda g, F, solve, size: size * g / F.diagonal(),
        "damped in proportion": lambda g, F, solve, size: solve(F + np.eye(len(g)) * F * (0.2 + size), g),
    },
    "nothing": {
        "sign": lambda g, F, solve, size: size * g / abs(g),
        "root of the diagonal": lambda g, F, solve, size: size * g / F.diagonal() ** 0.5,
        "diagonal, damped": lambda g, F, solve, size: size * g / (F.diagonal() + 0.2 + size),
        "best along the signs": lambda g, F, solve, size: abs(g).sum() / (g / abs(g) @ F @ (g / abs(g))) * g / abs(g),
    },
}
WORD_OF = {kind: word for word, kinds in MOVES.items() for kind in kinds}


def optimizer_move(g, F, kind, size):
    """The move of this kind from a gradient (P,) and a Fisher matrix (P, P); ValueError for other shapes."""
    xp = jnp if isinstance(g, jax.Array) or isinstance(F, jax.Array) else np
    g, F = xp.asarray(g, float), xp.asarray(F, float)
    if g.ndim != 1 or F.shape != 2 * g.shape:
        raise ValueError(f"move(g, F) got shapes {g.shape} and {F.shape}: give it (P,) and (P, P)")
    return -MOVES[WORD_OF[kind]][kind](g, F, xp.linalg.solve, size)


FAMILIES[MOVE] = optimizer_move

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
        return [(Loss(MOVE, kind=kind, size=float(random.uniform(0.05, 0.5))),) for kind in MOVES[word]]

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
    return Property(
        word,
        words=f"an optimizer is recognized that is invariant to {word}{' alone' if word in WORDS[1:3] else ''}",
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
    because="Two experiments are enough: every invertible matrix is a rotation, a scale for each weight, and another "
    "rotation (its singular values). A damping that is the same for all weights costs the natural gradient all but "
    "the rotations.",
)
