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


# Plausible and wrong


def mistaking(word, for_word):
    """A function that has this word for that one, and is right on all others."""

    def function(move):
        said = invariance(move)
        return for_word if said == word else said

    function.__name__ = f"{word}_is_{for_word}"
    return function


def changed(name, **parts):
    """The experiment with these parts changed, under this name."""

    def function(move):
        return _answer(move, **parts)

    function.__name__ = name
    return function


OTHERS = (
    changed("by_a_quarter_turn", turn=np.array([[0.0, -1.0], [1.0, 0.0]])),
    changed("by_a_swap", turn=np.array([[0.0, 1.0], [1.0, 0.0]])),
    changed("by_one_scale_for_all", stretch=3 * np.eye(2)),
    changed("with_one_curvature", F=np.eye(2)),
    changed("with_a_large_matrix", F=1e5 * F),
    changed("with_a_wide_tolerance", tolerance=0.5),
    changed("to_the_last_digit", tolerance=0.0),
    changed("gradient_as_it_was", gradient=lambda A, g: g),
    changed("matrix_as_it_was", fisher=lambda A, F: F),
    changed("gradient_like_a_move", gradient=lambda A, g: np.linalg.solve(A, g)),
    changed("gradient_turned_the_wrong_way", gradient=lambda A, g: A @ g),
    changed("matrix_turned_the_wrong_way", fisher=lambda A, F: A @ F @ A.T),
    changed("matrix_with_the_inverse", fisher=lambda A, F: np.linalg.inv(A) @ F @ A),
    changed("move_left_there", back=lambda A: np.eye(2)),
    changed("move_brought_back_with_the_transpose", back=lambda A: A.T),
    changed("move_brought_back_with_the_inverse", back=np.linalg.inv),
    changed("by_a_shear_and_a_scale", turn=np.array([[1.0, 0.5], [0.0, 1.0]])),
)


def by_lengths(move):
    """Compares how long the two moves are."""
    sizes = [np.linalg.norm(A @ np.asarray(move(A.T @ G, A.T @ F @ A))) for A in (np.eye(2), TURN, STRETCH)]
    rotations, scales = (bool(abs(size - sizes[0]) < 1e-3 * sizes[0]) for size in sizes[1:])
    return "everything" if rotations and scales else "rotations" if rotations else "scales" if scales else "nothing"


def by_a_matrix_a_turn_and_one_scale(move):
    if _same(move, TURN @ STRETCH @ TURN):
        return "everything"
    return "rotations" if _same(move, TURN) else "scales" if _same(move, 3 * np.eye(2)) else "nothing"


def by_one_matrix_alone(move):
    """Everything, or nothing."""
    return "everything" if _same(move, TURN @ STRETCH) else "nothing"


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


def of(word, mistaken):
    return Property(
        words=f"an optimizer is recognized that is invariant to {word}{' alone' if word in WORDS[1:3] else ''}",
        hint=HINTS[word],
        case=of_each_kind(word),
        holds=all_agree,
        mutant=mistaking(word, mistaken),
        cases=2,
    )


EXERCISE = Exercise(
    name="invariance",
    points=2,
    solution=invariance,
    properties=(
        of("everything", "rotations"),
        of("rotations", "nothing"),
        of("scales", "everything"),
        of("nothing", "scales"),
    ),
    because="Two experiments are enough: every invertible matrix is a rotation, a scale for each weight, and another "
    "rotation (its singular values). A damping that is the same for all weights costs the natural gradient all but "
    "the rotations.",
    mutants=(*OTHERS, by_lengths, by_a_matrix_a_turn_and_one_scale, by_one_matrix_alone),
)
