"""Wrong answers to 06.invariance: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.natural_gradient.invariance import STRETCH, TURN, F, G, invariance


def mistaking(word, for_word):
    """A function that has this word for that one, and is right on all others."""

    def function(move):
        said = invariance(move)
        return for_word if said == word else said

    function.__name__ = f"{word}_is_{for_word}"
    return function


def near(gap, move) -> bool:
    return np.linalg.norm(gap) <= 1e-3 * np.linalg.norm(move)


def first_near(gap, move) -> bool:
    return abs(gap[0]) <= 1e-3 * abs(move[0])


def last_near(gap, move) -> bool:
    return abs(gap[-1]) <= 1e-3 * abs(move[-1])


def ten_percent(gap, move) -> bool:
    return np.linalg.norm(gap) <= 0.1 * np.linalg.norm(move)


def exactly(gap, move) -> bool:
    return not np.any(gap)


def transposed(A):
    return A.T


def as_it_is(A):
    return A


def none(A):
    return np.eye(len(A))


class Experiment:
    """The coordinates of the gradient, of the matrix (on either side) and of the move, and when two moves agree."""

    def __init__(self, gradient=transposed, left=transposed, right=as_it_is, back=as_it_is, agree=near):
        self.gradient, self.left, self.right, self.back, self.agree = gradient, left, right, back, agree

    def same(self, move, A, F=F):
        there, here = move(self.gradient(A) @ G, self.left(A) @ F @ self.right(A)), move(G, F)
        return self.agree(self.back(A) @ there - here, here)


def changed(name, turn=TURN, stretch=STRETCH, F=F, **parts):
    """The right answer with another experiment, under this name."""

    def function(move):
        rotations, scales = (Experiment(**parts).same(move, A, F) for A in (turn, stretch))
        return "everything" if rotations and scales else "rotations" if rotations else "scales" if scales else "nothing"

    function.__name__ = name
    return function


def by_a_matrix_a_turn_and_one_scale(move):
    same = Experiment().same
    if same(move, TURN @ STRETCH @ TURN):
        return "everything"
    return "rotations" if same(move, TURN) else "scales" if same(move, 3 * np.eye(2)) else "nothing"


def by_one_matrix_alone(move):
    """Everything, or nothing."""
    return "everything" if Experiment().same(move, TURN @ STRETCH) else "nothing"


ALONE = {
    "everything": mistaking("everything", "rotations"),
    "rotations": mistaking("rotations", "nothing"),
    "scales": mistaking("scales", "everything"),
    "nothing": mistaking("nothing", "scales"),
}
ALSO = (
    changed("by_a_swap", turn=np.array([[0.0, 1.0], [1.0, 0.0]])),
    changed("by_one_scale_for_all", stretch=3 * np.eye(2)),
    changed("with_one_curvature", F=np.eye(2)),
    changed("with_a_large_matrix", F=1e5 * F),
    changed("with_a_wide_tolerance", agree=ten_percent),
    changed("to_the_last_digit", agree=exactly),
    changed("by_the_first_weight", agree=first_near),
    changed("by_the_last_weight", agree=last_near),
    changed("gradient_as_it_was", gradient=none),
    changed("matrix_as_it_was", left=none, right=none),
    changed("gradient_turned_the_wrong_way", gradient=as_it_is),
    changed("matrix_turned_the_wrong_way", left=as_it_is, right=transposed),
    changed("move_left_there", back=none),
    changed("move_brought_back_with_the_inverse", back=np.linalg.inv),
    by_a_matrix_a_turn_and_one_scale,
    by_one_matrix_alone,
)
