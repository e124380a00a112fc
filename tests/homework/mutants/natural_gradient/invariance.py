"""Wrong answers to 06.invariance: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.natural_gradient.invariance import STRETCH, TURN, F, G, _answer, _same, invariance


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


ALONE = {
    "everything": mistaking("everything", "rotations"),
    "rotations": mistaking("rotations", "nothing"),
    "scales": mistaking("scales", "everything"),
    "nothing": mistaking("nothing", "scales"),
}
ALSO = (*OTHERS, by_lengths, by_a_matrix_a_turn_and_one_scale, by_one_matrix_alone)
